//! The chance that one rate is lower than another.

use super::OutOfDomain;
use super::beta::{Beta, logistic};
use libm::{exp, log};

/// `P(p_new < (1 - d) p_old)` for independent posteriors; d is the relative margin, 0 ≤ d < 1.
///
/// `∫ f_old(u) F_new((1 - d) σ(u)) du` over the logit u of the old rate, by the trapezoid
/// rule, which converges exponentially here for every a, b > 0 (Cook,
/// UTMDABTR-005-05, gives closed sums for the cases used as an oracle).
/// Absolute error about 1e-10.
///
/// # Errors
///
/// [`OutOfDomain::Margin`] unless 0 ≤ d < 1.
pub fn drop_probability(new: Beta, old: Beta, margin: f64) -> Result<f64, OutOfDomain> {
    if !(0.0..1.0).contains(&margin) {
        return Err(OutOfDomain::Margin);
    }
    Ok(drop_unchecked(new, old, margin))
}

/// [`drop_probability`] for a margin whose domain is known.
pub(in crate::domain) fn drop_unchecked(new: Beta, old: Beta, margin: f64) -> f64 {
    let (wide, narrow) = (old.logit_sd(), new.logit_sd());
    if margin <= 0.0 && narrow < wide {
        // The same event from the other side: the steps follow the narrow one, over its range only.
        return 1.0 - integral(old, new, 0.0, wide, narrow);
    }
    integral(new, old, margin, narrow, wide)
}

/// The step of the trapezoid rule in the logit of a rate whose narrowest distribution has this standard deviation.
///
/// A Beta is analytic in its logit up to a distance of π from the real line, so the error is about e^(-2π²/0.3).
pub(in crate::domain) fn step(narrowest_sd: f64) -> f64 {
    (narrowest_sd / 2.4).min(0.3)
}

fn integral(new: Beta, old: Beta, margin: f64, new_sd: f64, old_sd: f64) -> f64 {
    let step = step(old_sd.min(new_sd));
    let centre = log(old.a() / old.b());
    let mut sum = 0.0;
    for direction in [1.0, -1.0] {
        let mut u = if direction > 0.0 { centre } else { centre - step };
        loop {
            let (x, y) = logistic(u);
            let density = exp(old.ln_kernel(x, y));
            if density < 1e-14 {
                break;
            }
            sum += density * new.tails_pair((1.0 - margin) * x, y + margin * x).lower;
            u += direction * step;
        }
    }
    (sum * step).clamp(0.0, 1.0)
}
