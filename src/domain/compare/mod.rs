//! Lists and scripts against each other, and before against after a change.
//!
//! Never sorted by the raw rate: the best of many often looks better than it is.

pub mod pair;
pub mod shrink;

use super::conversion::{Conversion, Label, Share};
use super::stats::OutOfDomain;

/// Under so many calls a list shows its fraction alone and takes part in no verdict.
pub const CALLS_TO_COMPARE: u64 = 20;
/// From this certainty on "better".
pub const BETTER: f64 = 0.95;
/// From this certainty on "likely better".
pub const LIKELY_BETTER: f64 = 0.80;
/// "Better" needs so many successes in total.
pub const SUCCESSES_FOR_BETTER: u64 = 10;
/// "Better" needs so many whole weeks.
pub const WEEKS_FOR_BETTER: u64 = 2;
/// With more lists than this the warning about the best of many is shown.
pub const MANY: usize = 3;

/// How strongly it may be said that one is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// No clear difference: keep splitting calls.
    NoClearDifference,
    /// Likely better, about N in 10.
    LikelyBetter,
    /// Better.
    Better,
}

impl Strength {
    /// By the certainty; "better" only where nothing speaks against saying so.
    fn of(certainty: f64, may_say_better: bool) -> Self {
        if certainty >= BETTER && may_say_better {
            Self::Better
        } else if certainty >= LIKELY_BETTER {
            Self::LikelyBetter
        } else {
            Self::NoClearDifference
        }
    }
}

/// Which of several is best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preference {
    /// The place of the best one in what was given.
    pub best: usize,
    /// P(it is the best).
    pub certainty: f64,
    /// How strongly it may be said.
    pub strength: Strength,
}

/// A list in a comparison of three or more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shrunk {
    /// Its place in what was given.
    pub place: usize,
    /// Its own counts.
    pub share: Share,
    /// Its rate, drawn towards that of all lists.
    pub rate: f64,
    /// P(it is the best).
    pub best: f64,
}

/// The comparison of lists.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The lists that take part, best rate first; shrunk when there are three or more.
    pub ranked: Vec<Shrunk>,
    /// `None` with fewer than two lists to compare.
    pub preference: Option<Preference>,
    /// Whether to add that the best of many often looks better than it is.
    pub many: bool,
}

/// Compares lists by their conversion; those without 20 calls, or without a share, take no part.
///
/// `weeks` are the whole weeks over which the lists were called.
///
/// # Errors
///
/// [`OutOfDomain::Tries`] for more than 10⁷ calls.
pub fn lists(all: &[Option<Conversion>], weeks: u64) -> Result<Comparison, OutOfDomain> {
    let part: Vec<(usize, Share)> = all
        .iter()
        .enumerate()
        .filter_map(|(place, it)| Some((place, it.and_then(Conversion::share)?)))
        .filter(|(_, share)| share.n() >= CALLS_TO_COMPARE)
        .collect();
    let shares: Vec<Share> = part.iter().map(|it| it.1).collect();
    let (mut ranked, preference) = match shares[..] {
        [first, second] => {
            let preference = pair::compare(first, second, weeks)?;
            let at = |place: usize| {
                if place == preference.best { preference.certainty } else { 1.0 - preference.certainty }
            };
            let rows = shares.iter().enumerate().map(|(it, share)| (share.rate(), at(it))).collect();
            (rows, Some(preference))
        }
        [_, _, _, ..] => {
            let shrunk = shrink::shrink(&shares)?;
            let best = shrink::chances_of_best(&shrunk);
            let rows: Vec<(f64, f64)> = shrunk.iter().map(|it| it.mean()).zip(best).collect();
            let preference = prefer(&shares, &rows, weeks)?;
            (rows, preference)
        }
        _ => (shares.iter().map(|it| (it.rate(), 1.0)).collect::<Vec<_>>(), None),
    };
    let mut ranked: Vec<Shrunk> = part
        .iter()
        .zip(ranked.drain(..))
        .map(|((place, share), (rate, best))| Shrunk { place: *place, share: *share, rate, best })
        .collect();
    ranked.sort_by(|a, b| b.rate.total_cmp(&a.rate).then(a.place.cmp(&b.place)));
    let preference = preference.and_then(|it| Some(Preference { best: part.get(it.best)?.0, ..it }));
    Ok(Comparison { many: ranked.len() > MANY, ranked, preference })
}

/// The best of three or more, from their shrunk rates and chances of being best.
///
/// "Better" also needs a shrunk rate more than a tenth above the next.
fn prefer(shares: &[Share], rows: &[(f64, f64)], weeks: u64) -> Result<Option<Preference>, OutOfDomain> {
    let Some((best, (rate, certainty))) =
        rows.iter().copied().enumerate().max_by(|a, b| a.1.1.total_cmp(&b.1.1))
    else {
        return Ok(None);
    };
    let next = rows.iter().enumerate().filter(|it| it.0 != best).map(|it| it.1.0).fold(0.0, f64::max);
    let may = may_say_better(shares, weeks)? && rate > 1.1 * next;
    Ok(Some(Preference { best, certainty, strength: Strength::of(certainty, may) }))
}

/// What "better" needs besides certainty: no rate labelled too little data, enough successes and weeks.
fn may_say_better(shares: &[Share], weeks: u64) -> Result<bool, OutOfDomain> {
    let successes = shares.iter().fold(0_u64, |sum, it| sum.saturating_add(it.x()));
    for share in shares {
        if share.label()? <= Label::TooLittle {
            return Ok(false);
        }
    }
    Ok(successes >= SUCCESSES_FOR_BETTER && weeks >= WEEKS_FOR_BETTER)
}
