//! Log-gamma, its derivatives, and the gamma distribution.

use libm::{exp, log, sqrt};

/// ½ ln 2π.
const HALF_LN_TWO_PI: f64 = 0.918_938_533_204_672_8;
/// From here on the asymptotic series are used; below, recurrences lead here.
const ASYMPTOTIC: f64 = 10.0;

/// Coefficients of Stirling's series, DLMF 5.11.1: B₂ₖ / (2k (2k - 1)).
pub(super) const STIRLING: [f64; 7] =
    [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0, 1.0 / 156.0];

/// ln Γ(x) for x > 0; relative error about 3e-16.
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// What Stirling's formula lacks: ln Γ(x) - [(x - ½) ln x - x + ½ ln 2π], for x ≥ 1.
pub fn stirling_remainder(x: f64) -> f64 {
    if x < ASYMPTOTIC {
        return ln_gamma(x) - (x - 0.5) * log(x) + x - HALF_LN_TWO_PI;
    }
    let inverse = 1.0 / x;
    let square = inverse * inverse;
    inverse * STIRLING.iter().rev().fold(0.0, |sum, c| sum * square + c)
}

/// ψ(x) = d ln Γ(x) / dx for x > 0: shifted to x ≥ 10, then six terms of DLMF 5.11.2.
pub fn digamma(mut x: f64) -> f64 {
    const TERMS: [f64; 6] =
        [-1.0 / 12.0, 1.0 / 120.0, -1.0 / 252.0, 1.0 / 240.0, -1.0 / 132.0, 691.0 / 32_760.0];
    let mut sum = 0.0;
    while x < ASYMPTOTIC {
        sum -= 1.0 / x;
        x += 1.0;
    }
    let square = 1.0 / (x * x);
    sum + log(x) - 0.5 / x + square * TERMS.iter().rev().fold(0.0, |s, c| s * square + c)
}

/// ψ′(x) for x > 0: shifted to x ≥ 10, then the series of DLMF 5.15.8.
pub fn trigamma(mut x: f64) -> f64 {
    const TERMS: [f64; 6] = [1.0 / 6.0, -1.0 / 30.0, 1.0 / 42.0, -1.0 / 30.0, 5.0 / 66.0, -691.0 / 2730.0];
    let mut sum = 0.0;
    while x < ASYMPTOTIC {
        sum += 1.0 / (x * x);
        x += 1.0;
    }
    let inverse = 1.0 / x;
    let square = inverse * inverse;
    let series = TERMS.iter().rev().fold(0.0, |s, c| s * square + c);
    sum + inverse + 0.5 * square + inverse * square * series
}

/// The lower and upper tail of the gamma distribution with this shape and scale 1, at x.
///
/// Series below the mean, Lentz's continued fraction above it (DLMF 8.11.4, 8.9.2).
#[expect(clippy::many_single_char_names, reason = "the names of the formula")]
pub fn gamma_tails(shape: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    let kernel = exp(ln_gamma_kernel(shape, x));
    if x < shape + 1.0 {
        let (mut term, mut sum, mut next) = (1.0 / shape, 1.0 / shape, shape);
        while term > sum * 1e-17 {
            next += 1.0;
            term *= x / next;
            sum += term;
        }
        let lower = (kernel * sum).min(1.0);
        (lower, 1.0 - lower)
    } else {
        let mut b = x + 1.0 - shape;
        let mut c = 1e300;
        let mut d = 1.0 / b;
        let mut fraction = d;
        for i in 1..100_000 {
            let i = f64::from(i);
            let a = -i * (i - shape);
            b += 2.0;
            d = 1.0 / (a * d + b);
            c = b + a / c;
            fraction *= c * d;
            if (c * d - 1.0).abs() < 1e-15 {
                break;
            }
        }
        let upper = (kernel * fraction).min(1.0);
        (1.0 - upper, upper)
    }
}

/// ln[ xˢ e⁻ˣ / Γ(s) ], arranged so that nothing large cancels (Loader 2000).
fn ln_gamma_kernel(shape: f64, x: f64) -> f64 {
    if shape < 1.0 {
        return ln_gamma_kernel(shape + 1.0, x) - log(x / shape);
    }
    let d = x - shape;
    let deviance = if d.abs() < 0.5 * shape { libm::log1p(d / shape) } else { log(x / shape) };
    shape * deviance - d + 0.5 * log(shape) - HALF_LN_TWO_PI - stirling_remainder(shape)
}

/// The p-quantile of the gamma distribution with this mean and variance, both > 0, 0 < p < 1.
///
/// Shape = mean² / variance, scale = variance / mean; Newton within a bracket. For a shape over 10⁹
/// the mean, from which no quantile differs by more than a few ten-thousandths.
pub fn gamma_quantile(p: f64, mean: f64, variance: f64) -> f64 {
    let (shape, scale) = (mean * mean / variance, variance / mean);
    if shape > 1e9 {
        return mean;
    }
    let (mut low, mut high) = (0.0, shape + 40.0 * sqrt(shape) + 100.0);
    let mut x = shape;
    for _ in 0..200 {
        let (lower, _) = gamma_tails(shape, x);
        if lower < p {
            low = x;
        } else {
            high = x;
        }
        let density = exp(ln_gamma_kernel(shape, x)) / x;
        let newton = x - (lower - p) / density;
        let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
        let close = (next - x).abs() <= 1e-14 * x;
        x = next;
        if close {
            break;
        }
    }
    x * scale
}
