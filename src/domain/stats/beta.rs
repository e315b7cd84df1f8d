//! The Beta distribution: what is known about a rate.

use super::OutOfDomain;
use super::gamma::{stirling_remainder, trigamma};
use libm::{exp, fma, log, log1p, sqrt};

/// Beta(a, b), with 0.05 ≤ a, b ≤ 10⁷.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beta {
    a: f64,
    b: f64,
}

/// The two tails of a distribution at a point; they add up to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tails {
    /// P(X ≤ x).
    pub lower: f64,
    /// P(X > x).
    pub upper: f64,
}

/// Which tail a quantile shall leave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tail {
    /// P(X ≤ x) is this.
    Lower(f64),
    /// P(X > x) is this.
    Upper(f64),
}

impl Beta {
    /// The smallest parameter.
    pub const MIN: f64 = 0.05;
    /// The largest parameter.
    pub const MAX: f64 = 1e7;

    /// Beta(a, b).
    ///
    /// # Errors
    ///
    /// [`OutOfDomain::Posterior`] unless 0.05 ≤ a, b ≤ 10⁷.
    pub fn new(a: f64, b: f64) -> Result<Self, OutOfDomain> {
        let within = Self::MIN..=Self::MAX;
        if within.contains(&a) && within.contains(&b) {
            Ok(Self { a, b })
        } else {
            Err(OutOfDomain::Posterior)
        }
    }

    /// The Jeffreys posterior Beta(x + ½, m + ½) of `x` successes and `m` failures, which may be
    /// fractions (what-if, decaying weights).
    ///
    /// # Errors
    ///
    /// [`OutOfDomain::Posterior`] unless both are within 0 to 10⁷.
    pub fn jeffreys(x: f64, m: f64) -> Result<Self, OutOfDomain> {
        let within = 0.0..=Self::MAX;
        if within.contains(&x) && within.contains(&m) {
            Ok(Self { a: x + 0.5, b: m + 0.5 })
        } else {
            Err(OutOfDomain::Posterior)
        }
    }

    /// Beta(a, b) for a, b > 0 that need not be within the domain.
    pub(super) const fn unchecked(a: f64, b: f64) -> Self {
        Self { a, b }
    }

    /// The first parameter.
    pub const fn a(self) -> f64 {
        self.a
    }

    /// The second parameter.
    pub const fn b(self) -> f64 {
        self.b
    }

    /// The distribution of 1 - X.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        Self { a: self.b, b: self.a }
    }

    /// a / (a + b).
    pub fn mean(self) -> f64 {
        self.a / (self.a + self.b)
    }

    /// The standard deviation of ln(X / (1 - X)): √(ψ′(a) + ψ′(b)).
    pub fn logit_sd(self) -> f64 {
        sqrt(trigamma(self.a) + trigamma(self.b))
    }

    /// Both tails at x, of which 0 ≤ x ≤ 1; other x count as the nearer end.
    ///
    /// Absolute error about 1e-13 over the whole domain.
    pub fn tails(self, x: f64) -> Tails {
        self.tails_pair(x, 1.0 - x)
    }

    /// Both tails at x where `y` = 1 - x is known to more digits than the subtraction gives.
    ///
    /// Lentz's continued fraction (DLMF 8.17.22) on the side x < (a+1)/(a+b+2).
    pub fn tails_pair(self, x: f64, y: f64) -> Tails {
        if x.is_nan() || x <= 0.0 {
            return Tails { lower: 0.0, upper: 1.0 };
        }
        if y <= 0.0 {
            return Tails { lower: 1.0, upper: 0.0 };
        }
        let kernel = exp(self.ln_kernel(x, y));
        if x < (self.a + 1.0) / (self.a + self.b + 2.0) {
            let lower = (kernel * fraction(self.a, self.b, x) / self.a).clamp(0.0, 1.0);
            Tails { lower, upper: 1.0 - lower }
        } else {
            let upper = (kernel * fraction(self.b, self.a, y) / self.b).clamp(0.0, 1.0);
            Tails { lower: 1.0 - upper, upper }
        }
    }

    /// ln[ xᵃ yᵇ / B(a, b) ] with y = 1 - x: the density of ln(x / y).
    ///
    /// Loader's form (2000): deviances and Stirling remainders, so that the
    /// log-gammas of large parameters, which would cancel, never appear.
    pub fn ln_kernel(self, x: f64, y: f64) -> f64 {
        let Self { a, b } = self;
        let sum = a + b;
        if a < 1.0 {
            // 1 / B(a, b) = a / (a + b) / B(a + 1, b)
            return Self { a: a + 1.0, b }.ln_kernel(x, y) + log(a / sum) - log(x);
        }
        if b < 1.0 {
            return Self { a, b: b + 1.0 }.ln_kernel(x, y) + log(b / sum) - log(y);
        }
        let off = if x <= 0.5 { fma(x, sum, -a) } else { -fma(y, sum, -b) };
        deviance(a, off, x * sum)
            + deviance(b, -off, y * sum)
            + 0.5 * (log(a / sum) + log(b / core::f64::consts::TAU))
            + stirling_remainder(sum)
            - stirling_remainder(a)
            - stirling_remainder(b)
    }

    /// The x that leaves this tail; 0 and 1 for the tails 0 and 1 (and beyond).
    ///
    /// Bracketed Newton in u = ln(x / (1 - x)) on the logarithm of the smaller
    /// tail. Absolute error about 1e-15.
    pub fn quantile(self, tail: Tail) -> f64 {
        self.quantile_pair(tail).0
    }

    /// [`Beta::quantile`] and 1 minus it, each with all its digits.
    pub fn quantile_pair(self, tail: Tail) -> (f64, f64) {
        match tail {
            Tail::Lower(p) if p <= 0.5 => self.lower_quantile(p),
            Tail::Upper(p) if p > 0.5 => self.lower_quantile(1.0 - p),
            Tail::Lower(p) => swap(self.mirrored().lower_quantile(1.0 - p)),
            Tail::Upper(p) => swap(self.mirrored().lower_quantile(p)),
        }
    }

    /// The pair (x, 1 - x) with P(X ≤ x) = p, of which p ≤ ½.
    fn lower_quantile(self, p: f64) -> (f64, f64) {
        if p.is_nan() || p <= 0.0 {
            return (0.0, 1.0);
        }
        let goal = log(p);
        // Outside of this bracket x or 1 - x is no longer a number in f64.
        let (mut low, mut high) = (-745.0, 745.0);
        let mut u = log(self.a / self.b);
        for _ in 0..200 {
            let (x, y) = logistic(u);
            let lower = self.tails_pair(x, y).lower;
            let error = log(lower) - goal;
            if error > 0.0 {
                high = u;
            } else {
                low = u;
            }
            let newton = u - error * lower / exp(self.ln_kernel(x, y));
            let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
            let close = (next - u).abs() <= 1e-15 * (1.0 + u.abs());
            u = next;
            if close {
                break;
            }
        }
        logistic(u)
    }
}

/// (x, 1 - x) for u = ln(x / (1 - x)), each with all its digits.
pub fn logistic(u: f64) -> (f64, f64) {
    let e = exp(-u.abs());
    let (near, far) = (1.0 / (1.0 + e), e / (1.0 + e));
    if u > 0.0 { (near, far) } else { (far, near) }
}

const fn swap((x, y): (f64, f64)) -> (f64, f64) {
    (y, x)
}

/// a ln(1 + off / a), where `there` = a + off; by the quotient where `off` cannot carry its digits.
fn deviance(a: f64, off: f64, there: f64) -> f64 {
    if off.abs() < 0.5 * a { a * log1p(off / a) } else { a * log(there / a) }
}

/// The continued fraction of DLMF 8.17.22 by Lentz's method. Near the mean it
/// takes about √(a + b) rounds, so 20 000 are ample for 10⁷.
#[expect(clippy::many_single_char_names, reason = "the names of the formula")]
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    for m in 1..20_000 {
        let m = f64::from(m);
        let two = 2.0 * m;
        let even = m * (b - m) * x / ((a + two - 1.0) * (a + two));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + two) * (a + two + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        h *= d * c;
        if (d * c - 1.0).abs() < 3e-16 {
            break;
        }
    }
    h
}
