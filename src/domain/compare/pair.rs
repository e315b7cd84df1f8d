//! Two rates: two lists, or before and after a change.

use super::{CALLS_TO_COMPARE, Preference, Strength, may_say_better};
use crate::domain::conversion::Share;
use crate::domain::stats::OutOfDomain;
use crate::domain::stats::beta::Beta;
use crate::domain::stats::drop::drop_unchecked;

/// "Better" needs an expected loss of choosing it under this share of its rate.
const LOSS_TOLERATED: f64 = 0.05;

/// Which of two is better: the one with P(its rate is higher) ≥ ½.
///
/// "Better" (from 95 %) also needs that neither is labelled too little data, an expected loss of the
/// choice under 5 % of its rate (Stucchio 2014), 10 successes in total and two whole weeks; otherwise
/// it stays "likely better". 18 of 60 against 7 of 40: 92.3 %, likely.
///
/// # Errors
///
/// [`OutOfDomain::Tries`] for n > 10⁷.
pub fn compare(first: Share, second: Share, weeks: u64) -> Result<Preference, OutOfDomain> {
    let (a, b) = (first.posterior()?, second.posterior()?);
    let first_higher = drop_unchecked(b, a, 0.0);
    let (best, certainty, chosen, other, rate) = if first_higher >= 0.5 {
        (0, first_higher, a, b, first.rate())
    } else {
        (1, 1.0 - first_higher, b, a, second.rate())
    };
    let may =
        may_say_better(&[first, second], weeks)? && expected_loss(chosen, other)? < LOSS_TOLERATED * rate;
    Ok(Preference { best, certainty, strength: Strength::of(certainty, may) })
}

/// Before (0) against after (1) a change marker, or `None` while one of them has fewer than 20 entries.
///
/// `weeks` are the whole weeks since the change.
///
/// # Errors
///
/// [`OutOfDomain::Tries`] for n > 10⁷.
pub fn before_after(before: Share, after: Share, weeks: u64) -> Result<Option<Preference>, OutOfDomain> {
    if before.n().min(after.n()) < CALLS_TO_COMPARE {
        return Ok(None);
    }
    compare(before, after, weeks).map(Some)
}

/// `E[max(0, p_other - p_chosen)]`: how much rate the choice costs on average.
///
/// E[p; p > p′] = mean · P(p⁺ > p′), where p⁺ has one success more (Miller 2015).
///
/// # Errors
///
/// [`OutOfDomain::Posterior`] where one success more leaves the domain.
pub fn expected_loss(chosen: Beta, other: Beta) -> Result<f64, OutOfDomain> {
    let one_more = |it: Beta| Beta::jeffreys(it.a() + 0.5, it.b() - 0.5);
    let gain = other.mean() * drop_unchecked(chosen, one_more(other)?, 0.0);
    let cost = chosen.mean() * drop_unchecked(one_more(chosen)?, other, 0.0);
    Ok((gain - cost).max(0.0))
}
