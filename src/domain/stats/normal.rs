//! The standard normal distribution.

use libm::{erfc, exp, log, sqrt};

/// The z > 0 with P(Z > z) = p, 0 < p < ½; 0 for p ≥ ½.
///
/// Newton on ln P(Z > z), which is concave, from √(-2 ln 2p), which is never
/// less than z: every step comes nearer from the same side.
pub fn upper_deviate(p: f64) -> f64 {
    if p.is_nan() || p >= 0.5 {
        return 0.0;
    }
    let mut z = sqrt(-2.0 * log(2.0 * p));
    for _ in 0..60 {
        let upper = 0.5 * erfc(z / core::f64::consts::SQRT_2);
        let density = exp(-0.5 * z * z) / sqrt(core::f64::consts::TAU);
        let step = (log(upper) - log(p)) * upper / density;
        z += step;
        if step.abs() <= 1e-15 * z {
            break;
        }
    }
    z
}
