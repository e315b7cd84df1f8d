//! From cold counts to the chain that a plan is computed from, or why there is no plan yet.

use super::chance::Chain;
use super::conversion::{Conversion, Interval, Share};
use super::count::Cold;
use super::quota::{self, NoAnswer, Stage};
use super::stats::beta::Beta;
use super::stats::{MAX_TRIES, OutOfDomain, real};

/// With fewer cold calls there is no plan figure, only the upper limit of call → sale.
pub const CALLS_FOR_PLAN: u64 = 30;

/// Why no chance and no certainty can be given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NoPlan {
    /// No call in the period.
    NoCalls,
    /// No sale yet, or fewer than 30 calls: at most this share of calls became sales, and that is all one can say.
    TooEarly {
        /// Sales and calls.
        so_far: Share,
        /// The upper end of the 95 % Jeffreys interval.
        at_most: f64,
    },
    /// More presentations than calls, or more sales than presentations: some came from before the period.
    Late,
    /// Counts beyond the domain.
    OutOfDomain(OutOfDomain),
}

impl From<OutOfDomain> for NoPlan {
    fn from(error: OutOfDomain) -> Self {
        Self::OutOfDomain(error)
    }
}

/// Presentations that may still close, where the seller wants them counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// Presentations that were decided without a sale.
    pub lost: u64,
    /// Presentations not yet decided.
    pub open: u64,
}

/// The chain call → presentation → sale with the Jeffreys posteriors of `cold`.
///
/// Without `undecided` every presentation without a sale counts as lost and
/// none is open; with it the second rate is Beta(½ + sales, ½ + lost).
///
/// # Errors
///
/// [`NoPlan`], checked in the order of its variants.
pub fn chain(cold: Cold, undecided: Option<Undecided>) -> Result<Chain, NoPlan> {
    let Some(overall) = cold.call_to_sale() else { return Err(NoPlan::NoCalls) };
    let late = cold.presentations > cold.calls || cold.sales > cold.presentations;
    if cold.calls > MAX_TRIES {
        return Err(OutOfDomain::Tries.into());
    }
    match overall {
        Conversion::Within(so_far) if cold.sales == 0 || cold.calls < CALLS_FOR_PLAN => {
            let Interval { hi, .. } = so_far.jeffreys(0.95)?;
            return Err(NoPlan::TooEarly { so_far, at_most: hi });
        }
        Conversion::Within(_) if !late => {}
        _ => return Err(NoPlan::Late),
    }
    let first = Beta::jeffreys(real(cold.presentations), real(cold.calls - cold.presentations))?;
    let lost = undecided.map_or(cold.presentations - cold.sales, |it| it.lost);
    let second = Beta::jeffreys(real(cold.sales), real(lost))?;
    Ok(Chain::of_two(first, second, undecided.map_or(0, |it| it.open))?)
}

/// ⌈q · presentations / sales⌉: the presentations that q sales take by simple division.
///
/// The article: 15 sales at 5 of 25 are 75.
///
/// # Errors
///
/// As [`quota::stage_needed`] for the one stage.
pub fn presentations_needed(q: u64, cold: Cold) -> Result<u128, NoAnswer> {
    let stage = Stage { entered: cold.presentations, advanced: cold.sales };
    quota::stage_needed(q, &[stage]).map(|it| it.first().copied().unwrap_or(0))
}

/// Hours of work, rounded half-up: (calls × minutes a call + ⌈calls × rate⌉ × minutes a presentation) / 60.
///
/// `cold` gives the presentations a call; `None` for no calls in it, or where the product fits in no 128 bits.
/// 303 calls of 4 minutes and 76 presentations of 45: 77 hours.
pub fn hours(calls: u64, cold: Cold, minutes_per_call: u64, minutes_per_presentation: u64) -> Option<u128> {
    if cold.calls == 0 {
        return None;
    }
    let presentations = (u128::from(calls) * u128::from(cold.presentations)).div_ceil(u128::from(cold.calls));
    let calling = u128::from(calls) * u128::from(minutes_per_call);
    let presenting = presentations.checked_mul(u128::from(minutes_per_presentation))?;
    Some((calling.checked_add(presenting)?.checked_add(30)?) / 60)
}
