//! As much of complex arithmetic as the contour integral of [`crate::domain::chance`] needs.

use super::gamma::{STIRLING, stirling_remainder};
use core::ops::{Add, Mul, Sub};
use libm::{atan2, cos, exp, log, log1p, sin};

/// A complex number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Complex {
    /// The real part.
    pub re: f64,
    /// The imaginary part.
    pub im: f64,
}

impl Complex {
    /// 0.
    pub const ZERO: Self = Self::new(0.0, 0.0);
    /// 1.
    pub const ONE: Self = Self::new(1.0, 0.0);

    /// re + i im.
    pub const fn new(re: f64, im: f64) -> Self {
        Self { re, im }
    }

    /// 1 / z, for z ≠ 0.
    #[must_use]
    pub fn inverse(self) -> Self {
        let scale = 1.0 / self.square();
        Self::new(self.re * scale, -self.im * scale)
    }

    /// eᶻ.
    #[must_use]
    pub fn exp(self) -> Self {
        let size = exp(self.re);
        Self::new(size * cos(self.im), size * sin(self.im))
    }

    /// |z|²; may underflow where [`Complex::size`] does not.
    pub fn square(self) -> f64 {
        self.re * self.re + self.im * self.im
    }

    /// |re| + |im|: as large as |z| to within √2.
    pub const fn size(self) -> f64 {
        self.re.abs() + self.im.abs()
    }

    /// The principal ln z.
    fn ln(self) -> Self {
        Self::new(0.5 * log(self.square()), atan2(self.im, self.re))
    }

    /// -z.
    #[must_use]
    pub fn negative(self) -> Self {
        self * -1.0
    }
}

impl Add for Complex {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.re + other.re, self.im + other.im)
    }
}

impl Sub for Complex {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.re - other.re, self.im - other.im)
    }
}

impl Mul for Complex {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self::new(self.re * other.re - self.im * other.im, self.re * other.im + self.im * other.re)
    }
}

impl Mul<f64> for Complex {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self::new(self.re * factor, self.im * factor)
    }
}

/// ln Γ(a + t) - ln Γ(a) for real a > 0 and Re(a + t) > 0, up to a multiple of 2πi.
///
/// The recurrence Γ(z + 1) = z Γ(z) leads to |a + t| ≥ 10 and a ≥ 10, and
/// Stirling's formula (DLMF 5.11.1, seven terms) is subtracted term by term:
/// (a - ½) ln(1 + t/a) + t ln(a + t) - t + S(a + t) - S(a). So the result keeps
/// its digits for a = 10⁷, where the two log-gammas are 10⁸ and would lose them.
pub fn ln_gamma_shift(a: f64, t: Complex) -> Complex {
    let (mut a, mut z) = (a, Complex::new(a + t.re, t.im));
    let mut product = Complex::ONE;
    while a < 10.0 || z.square() < 100.0 {
        product = product * z * (1.0 / a);
        a += 1.0;
        z.re += 1.0;
    }
    let stretch = (2.0 * a * t.re + t.square()) / (a * a);
    let ln_size = if stretch > -0.5 { 0.5 * log1p(stretch) } else { 0.5 * log(z.square()) - log(a) };
    let ln_stretch = Complex::new(ln_size, atan2(t.im, z.re));
    let ln_z = Complex::new(ln_stretch.re + log(a), ln_stretch.im);
    let inverse = z.inverse();
    let square = inverse * inverse;
    let series = STIRLING.iter().rev().fold(Complex::ZERO, |s, c| s * square + Complex::new(*c, 0.0));
    let remainder = series * inverse - Complex::new(stirling_remainder(a), 0.0);
    let result = ln_stretch * (a - 0.5) + t * ln_z - t + remainder;
    if product == Complex::ONE { result } else { result - product.ln() }
}
