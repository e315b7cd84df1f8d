//! Where sales are lost: step against step, and reason by reason.

use super::conversion::{Conversion, Label, Share};
use super::count::Cold;
use super::settle::smallest_more;
use super::stats::beta::Beta;
use super::stats::drop::drop_unchecked;
use super::stats::{OutOfDomain, real};

/// From so many presentations, and one sale, on there is a verdict.
pub const PRESENTATIONS_FOR_VERDICT: u64 = 20;
/// From this certainty on "the main leak".
pub const MAIN: f64 = 0.95;
/// From this certainty on "looks like the bigger leak".
pub const LIKELY: f64 = 0.65;

/// The two steps of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Leak {
    /// Calls that became no presentation.
    Calls,
    /// Presentations that became no sale.
    Presentations,
}

/// How strongly it may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Too close to call.
    TooClose,
    /// Looks like it.
    Likely,
    /// The main leak.
    Main,
}

/// The article's reading: what is lost at each of the two steps, in sales.
///
/// It says where more sales are lost, not that a step has got worse: the two
/// steps have different natural rates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// The step that weighs more.
    pub leak: Leak,
    /// Calls lost × presentation → sale: an upper bound of the sales lost at calls.
    pub at_calls: f64,
    /// Presentations lost: an upper bound of the sales lost there.
    pub at_presentations: u64,
    /// How sure it is that this step weighs more.
    pub certainty: f64,
    /// How strongly it may be said.
    pub strength: Strength,
    /// The smallest number of further calls, in tens, after which the same rates would be 95 %
    /// certain; `None` above 5 000: too close to tell.
    pub more_calls: Option<u64>,
}

/// (n₁ - x₁) x₂/n₂ against n₂ - x₂; the certainty is P(p₂ < p₁), or 1 minus it when calls weigh more.
///
/// `None` under 20 presentations or without a sale, and where a rate is none
/// because some came from before the period. The article: 15 against 20, 69 %
/// certain, 870 more calls.
///
/// # Errors
///
/// [`OutOfDomain::Tries`] for more than 10⁷ calls.
pub fn verdict(cold: Cold) -> Result<Option<Verdict>, OutOfDomain> {
    let (Some(Conversion::Within(first)), Some(Conversion::Within(second))) =
        (cold.call_to_presentation(), cold.presentation_to_sale())
    else {
        return Ok(None);
    };
    if cold.presentations < PRESENTATIONS_FOR_VERDICT || cold.sales == 0 {
        return Ok(None);
    }
    let trusted = first.label()? > Label::TooLittle && second.label()? > Label::TooLittle;
    let calls_weigh = u128::from(first.failures()) * u128::from(second.x());
    let presentations_weigh = u128::from(second.failures()) * u128::from(second.n());
    let leak = if presentations_weigh > calls_weigh { Leak::Presentations } else { Leak::Calls };
    let certainty_at = |scale: f64| {
        let scaled = |it: Share| Beta::jeffreys(real(it.x()) * scale, real(it.failures()) * scale);
        let lower = drop_unchecked(scaled(second)?, scaled(first)?, 0.0);
        Ok(if leak == Leak::Presentations { lower } else { 1.0 - lower })
    };
    let certainty = certainty_at(1.0)?;
    let strength = if certainty >= MAIN && trusted {
        Strength::Main
    } else if certainty >= LIKELY {
        Strength::Likely
    } else {
        Strength::TooClose
    };
    let calls = real(cold.calls);
    let more_calls = smallest_more(|more| Ok(certainty_at((calls + real(more)) / calls)? >= MAIN))?;
    Ok(Some(Verdict {
        leak,
        at_calls: price(first.failures(), &[second]),
        at_presentations: second.failures(),
        certainty,
        strength,
        more_calls,
    }))
}

/// What losses were worth in sales: times × the rates of the later steps.
///
/// An upper bound, for no step could be brought to lose nothing. A lost
/// presentation has no later step: 1 sale each.
pub fn price(times: u64, later: &[Share]) -> f64 {
    later.iter().fold(real(times), |sales, rate| sales * rate.rate())
}

/// One row of the reasons at a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Priced {
    /// How often.
    pub times: u64,
    /// In sales, at most.
    pub sales: f64,
}

/// The losses of a step by reason, priced.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakdown {
    /// One row a reason, in the order given.
    pub reasons: Vec<Priced>,
    /// The losses without a reason: a row of its own, never dropped.
    pub not_recorded: Priced,
}

/// Prices the reasons recorded at a step that lost `lost` units; `later` are the rates of the later steps.
pub fn breakdown(lost: u64, recorded: &[u64], later: &[Share]) -> Breakdown {
    let priced = |times| Priced { times, sales: price(times, later) };
    let known = recorded.iter().fold(0_u64, |sum, it| sum.saturating_add(*it));
    Breakdown {
        reasons: recorded.iter().map(|it| priced(*it)).collect(),
        not_recorded: priced(lost.saturating_sub(known)),
    }
}
