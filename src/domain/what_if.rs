//! What if a rate were another one.

use super::conversion::{Interval, Share};
use super::stats::beta::Beta;
use super::stats::{MAX_TRIES, OutOfDomain, real};

/// The posterior for a rate set by hand: Beta(½ + r n, ½ + (1 - r) n) with the n of that stage.
///
/// At the seller's own rate it is the seller's own posterior, so nothing moves until a slider does.
///
/// # Errors
///
/// [`OutOfDomain::Probability`] unless 0 ≤ r ≤ 1, [`OutOfDomain::Tries`] for n > 10⁷.
pub fn posterior(rate: f64, n: u64) -> Result<Beta, OutOfDomain> {
    if !(0.0..=1.0).contains(&rate) {
        return Err(OutOfDomain::Probability);
    }
    if n > MAX_TRIES {
        return Err(OutOfDomain::Tries);
    }
    Beta::jeffreys(rate * real(n), (1.0 - rate) * real(n))
}

/// Whether a rate set by hand is outside of the likely (80 %) range: a wish, not a plan.
///
/// # Errors
///
/// [`OutOfDomain::Tries`] for n > 10⁷.
pub fn is_beyond(rate: f64, own: Share) -> Result<bool, OutOfDomain> {
    let Interval { lo, hi } = own.jeffreys(0.8)?;
    Ok(!(lo..=hi).contains(&rate))
}
