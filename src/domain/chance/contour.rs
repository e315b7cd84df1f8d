//! The chance as a contour integral.
//!
//! P(Bin(n, P) ≥ r) = P(B ≤ P) for B ~ Beta(r, n - r + 1), so without open units
//! the chance is that of a sum of independent logarithms of Betas, Σ ln pⱼ - ln B,
//! being positive. Its moment generating function is a product of gamma ratios
//! (Springer & Thompson 1970, SIAM J. Appl. Math. 18:721), inverted on a vertical
//! line, where the trapezoid rule converges exponentially (Trefethen & Weideman
//! 2014, SIAM Rev. 56:385). Open units enter exactly, as a distribution of their
//! sales under the same tilted rates.

use super::Chain;
use crate::domain::stats::beta::Beta;
use crate::domain::stats::complex::{Complex, ln_gamma_shift};
use crate::domain::stats::gamma::{digamma, ln_gamma, trigamma};
use crate::domain::stats::real;
use core::f64::consts::{PI, TAU};
use libm::{exp, log, sqrt};

/// Where between its ends a Chernoff bound is tried; the best of them is a bound.
pub(super) const PARTS: [f64; 5] = [0.05, 0.2, 0.45, 0.7, 0.93];

/// The error that is aimed at.
pub(super) const EPSILON: f64 = 1e-10;

/// P(T ≥ q) for q ≥ 1 and calls + open ≥ q, or `None` where the line would need more than `patience` nodes.
pub(super) fn chance(chain: &Chain, calls: u64, q: u64, patience: u32) -> Option<f64> {
    let tilt = Tilt::new(chain.stages(), calls);
    let open_total = chain.open_total();
    let from_open = open_total.min(q - 1);
    let (line, period) = line(&tilt, chain, q, from_open);
    let step = TAU / period;
    let mut pipeline = Pipeline::default();
    let mut sum = 0.0;
    let mut node = 0_u32;
    loop {
        let t = Complex::new(line, step * f64::from(node));
        let mut value = tilt.transform(real(q), t).exp();
        if open_total > 0 {
            let sales = pipeline.sales(chain, t);
            value = value * with_open(sales, q, from_open, t);
        }
        let term = value * t.inverse();
        sum += if node == 0 { 0.5 * term.re } else { term.re };
        if term.size() * (1.0 + t.im) < 0.03 * EPSILON {
            break;
        }
        node += 1;
        if node > patience {
            return None;
        }
    }
    let integral = sum * step / PI;
    // P(U < q): what the open units alone bring is too little.
    let short = if open_total == 0 {
        1.0
    } else {
        let sales = pipeline.sales(chain, Complex::ZERO);
        sales.iter().zip(0..=from_open).map(|(p, _)| p.re).sum()
    };
    // What the pole at 0 adds by aliasing is known exactly.
    let alias = short / (exp((line.abs() * period).min(700.0)) - 1.0);
    let p = if line < 0.0 { 1.0 + integral + alias } else { 1.0 - short + integral - alias };
    Some(p.clamp(0.0, 1.0))
}

/// `Σᵤ P_t(U = u) β_{q-u}(t) / β_q(t)`, where `β_{r-1} = β_r (r - 1) / (r - 1 - t)`.
fn with_open(sales: &[Complex], q: u64, from_open: u64, t: Complex) -> Complex {
    let mut ratio = Complex::ONE;
    let mut sum = Complex::ZERO;
    for (p, u) in sales.iter().zip(0..=from_open) {
        sum = sum + *p * ratio;
        let rest = real(q - u) - 1.0;
        if rest > 0.0 {
            ratio = ratio * Complex::new(rest - t.re, -t.im).inverse() * rest;
        }
    }
    sum
}

/// Where the line crosses the real axis, and the period L of the trapezoid rule.
///
/// To the left of 0 the line gives P(T < q), to the right P(T ≥ q). It goes
/// through the saddle of the integrand. L is a proven bound: the two Chernoff
/// bounds of the tails that are folded in are at most [`EPSILON`]. The side with
/// the smaller L is taken, for it needs fewer nodes.
fn line(tilt: &Tilt<'_>, chain: &Chain, q: u64, from_open: u64) -> (f64, f64) {
    let quota = real(q);
    let rest = real(q - from_open);
    let typical = (quota - expected_from_open(chain)).max(1.0);
    let smallest = tilt.smallest_a();
    let spread = 1.0 / sqrt(tilt.curvature(typical, 0.0));
    let left = {
        let start = -spread.min(0.5 * smallest);
        tilt.saddle(typical, start, -smallest, 0.0)
    };
    let right = {
        let start = spread.min(0.5 * rest);
        tilt.saddle(rest.max(typical), start, 0.0, rest).min(0.9 * rest)
    };
    let wanted = -log(EPSILON);
    let period = |c: f64| {
        let (mut below, mut above) = (f64::INFINITY, f64::INFINITY);
        for part in PARTS {
            let s = if c < 0.0 { -c + (smallest + c) * part } else { smallest * part };
            below = below.min((wanted + tilt.ln_moment(quota, -s).max(0.0)) / (s + c));
            let s = if c < 0.0 { rest * part * part } else { c + (rest - c) * part };
            above = above.min((wanted + tilt.ln_moment(rest, s).max(0.0)) / (s - c));
        }
        below.max(above)
    };
    let (at_left, at_right) = (period(left), period(right));
    if at_left <= at_right { (left, at_left) } else { (right, at_right) }
}

/// E[U]: what the open units bring on average.
fn expected_from_open(chain: &Chain) -> f64 {
    let later = chain.stages().iter().skip(1);
    later.zip(chain.open()).fold(0.0, |units, (rate, open)| (units + real(*open)) * rate.mean())
}

/// The moment generating function of `Σ ln pⱼ - ln B_r` and its logarithm's derivatives on the real line.
pub(super) struct Tilt<'a> {
    stages: &'a [Beta],
    /// n + 1.
    top: f64,
    constant: f64,
}

impl<'a> Tilt<'a> {
    pub(super) fn new(stages: &'a [Beta], calls: u64) -> Self {
        let top = real(calls) + 1.0;
        let of_stage = |it: &Beta| ln_gamma(it.a() + it.b()) - ln_gamma(it.a());
        Self { stages, top, constant: stages.iter().map(of_stage).sum::<f64>() + ln_gamma(top) }
    }

    pub(super) fn smallest_a(&self) -> f64 {
        self.stages.iter().map(|it| it.a()).fold(f64::INFINITY, f64::min)
    }

    /// ln of `Φ(t) β_r(t)`, off the real line: `Φ(t) = ∏ Γ(aⱼ + t) Γ(aⱼ + bⱼ) / (Γ(aⱼ) Γ(aⱼ + bⱼ + t))`,
    /// `β_r(t) = Γ(r - t) Γ(n + 1) / (Γ(r) Γ(n + 1 - t))`.
    pub(super) fn transform(&self, r: f64, t: Complex) -> Complex {
        let back = t.negative();
        let start = ln_gamma_shift(r, back) - ln_gamma_shift(self.top, back);
        self.stages
            .iter()
            .fold(start, |sum, it| sum + ln_gamma_shift(it.a(), t) - ln_gamma_shift(it.a() + it.b(), t))
    }

    /// K(t), the same on the real line; only bounds are made of it, so cancellation does no harm.
    pub(super) fn ln_moment(&self, r: f64, t: f64) -> f64 {
        let start = self.constant + ln_gamma(r - t) - ln_gamma(self.top - t) - ln_gamma(r);
        self.stages.iter().fold(start, |sum, it| sum + ln_gamma(it.a() + t) - ln_gamma(it.a() + it.b() + t))
    }

    /// K′(t).
    fn slope(&self, r: f64, t: f64) -> f64 {
        let start = digamma(self.top - t) - digamma(r - t);
        self.stages.iter().fold(start, |sum, it| sum + digamma(it.a() + t) - digamma(it.a() + it.b() + t))
    }

    /// K″(t).
    fn curvature(&self, r: f64, t: f64) -> f64 {
        let start = trigamma(r - t) - trigamma(self.top - t);
        self.stages.iter().fold(start, |sum, it| sum + trigamma(it.a() + t) - trigamma(it.a() + it.b() + t))
    }

    /// The root of K′(c) = 1 / c between `low` and `high`; one percent is exact enough.
    fn saddle(&self, r: f64, start: f64, mut low: f64, mut high: f64) -> f64 {
        let mut c = start;
        for _ in 0..40 {
            let value = self.slope(r, c) - 1.0 / c;
            if value > 0.0 {
                high = c;
            } else {
                low = c;
            }
            let newton = c - value / (self.curvature(r, c) + 1.0 / (c * c));
            let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
            let close = (next - c).abs() < 0.01 * c.abs();
            c = next;
            if close {
                break;
            }
        }
        c
    }
}

/// The distribution of the sales that open units bring, its two buffers kept between nodes.
#[derive(Default)]
pub(super) struct Pipeline {
    units: Vec<Complex>,
    next: Vec<Complex>,
}

impl Pipeline {
    /// P(U = u) with aⱼ + t in place of aⱼ: complex "probabilities" for complex t.
    ///
    /// Each row of a level is a beta-binomial, followed by its recurrence from
    /// the larger of its two ends.
    pub(super) fn sales(&mut self, chain: &Chain, t: Complex) -> &[Complex] {
        self.units.clear();
        for (rate, open) in chain.stages().iter().skip(1).zip(chain.open()) {
            let open = usize::try_from(*open).unwrap_or(0);
            if self.units.is_empty() {
                if open == 0 {
                    continue;
                }
                self.units.push(Complex::ONE);
            }
            // The open units join those that come from the level before.
            self.units.splice(0..0, core::iter::repeat_n(Complex::ZERO, open));
            self.advance(*rate, t);
        }
        if self.units.is_empty() {
            self.units.push(Complex::ONE);
        }
        &self.units
    }

    fn advance(&mut self, rate: Beta, t: Complex) {
        let (a, b) = (Complex::new(rate.a() + t.re, t.im), rate.b());
        self.next.clear();
        self.next.resize(self.units.len(), Complex::ZERO);
        let (mut none, mut all) = (Complex::ONE, Complex::ONE);
        let mut size = 0.0;
        for (z, weight) in self.units.iter().enumerate() {
            if weight.size() > 0.0 {
                row(&mut self.next[..=z], size, a, b, (none * *weight, all * *weight));
            }
            let inverse = Complex::new(a.re + b + size, a.im).inverse();
            none = none * inverse * (b + size);
            all = all * Complex::new(a.re + size, a.im) * inverse;
            size += 1.0;
        }
        core::mem::swap(&mut self.units, &mut self.next);
    }
}

/// Adds BetaBin(s; z, a, b), s = 0..=z, to `out`, given the values at both ends.
#[expect(clippy::many_single_char_names, reason = "the names of the formula")]
fn row(out: &mut [Complex], z: f64, a: Complex, b: f64, (none, all): (Complex, Complex)) {
    if none.size() >= all.size() {
        let (mut p, mut s) = (none, 0.0);
        for cell in out {
            *cell = *cell + p;
            p = p * Complex::new(a.re + s, a.im) * ((z - s) / ((s + 1.0) * (b + z - s - 1.0)));
            s += 1.0;
        }
    } else {
        let (mut p, mut s) = (all, z);
        for cell in out.iter_mut().rev() {
            *cell = *cell + p;
            s -= 1.0;
            if s >= 0.0 {
                p = p * Complex::new(a.re + s, a.im).inverse() * ((s + 1.0) * (b + z - s - 1.0) / (z - s));
            }
        }
    }
}
