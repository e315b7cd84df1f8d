//! Calls needed, by division: "at your recent pace, on average". Integers only.

use super::stats::{MAX_QUOTA, real};

/// The most stages a chain has.
pub const MAX_STAGES: usize = 5;

/// One stage: how many entered it, how many of them advanced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Units that entered.
    pub entered: u64,
    /// Units that advanced to the next stage.
    pub advanced: u64,
}

/// Why there is no number of calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoAnswer {
    /// No calls yet.
    NoCalls,
    /// No sale yet: nothing to extrapolate from.
    NoCloses,
    /// More sales than calls: an error in the data.
    ClosesExceedCalls,
    /// Nothing entered this stage (0-based).
    StageEmpty(usize),
    /// Nothing advanced from this stage (0-based).
    StageZero(usize),
    /// More advanced from this stage than entered it (0-based).
    AdvancedExceedsEntered(usize),
    /// The result does not fit in 128 bits.
    TooLarge,
    /// The remaining quota is over 10⁶.
    QuotaOutOfDomain,
    /// The chain has not 1 to 5 stages.
    StagesOutOfDomain,
}

/// What is left of a quota: `quota` - `already_closed`, floored at 0.
pub const fn remaining(quota: u64, already_closed: u64) -> u64 {
    quota.saturating_sub(already_closed)
}

/// ⌈q · calls / closes⌉ for q sales to go; 0 when q = 0, whatever the counts.
///
/// The article: 15 to go at 5 sales of 100 calls are 300 calls.
///
/// # Errors
///
/// In this order: [`NoAnswer::QuotaOutOfDomain`] for q > 10⁶, [`NoAnswer::NoCalls`],
/// [`NoAnswer::NoCloses`], [`NoAnswer::ClosesExceedCalls`], [`NoAnswer::TooLarge`].
///
/// # Examples
///
/// ```
/// use callpace::domain::quota::calls_needed;
///
/// assert_eq!(calls_needed(15, 100, 5), Ok(300));
/// ```
pub fn calls_needed(q: u64, calls: u64, closes: u64) -> Result<u128, NoAnswer> {
    if q == 0 {
        return Ok(0);
    }
    if q > MAX_QUOTA {
        return Err(NoAnswer::QuotaOutOfDomain);
    }
    if calls == 0 {
        return Err(NoAnswer::NoCalls);
    }
    if closes == 0 {
        return Err(NoAnswer::NoCloses);
    }
    if closes > calls {
        return Err(NoAnswer::ClosesExceedCalls);
    }
    ceil_of_products(q, &[calls], &[closes])
}

/// Calls for what is left of a revenue quota: ⌈Q · calls / revenue⌉, money in minor units.
///
/// `revenue` is that of cold sales with an amount; no probability is computed
/// for money, for deals are too few and too uneven.
///
/// # Errors
///
/// [`NoAnswer::NoCalls`], [`NoAnswer::NoCloses`] for no revenue, [`NoAnswer::TooLarge`].
pub fn calls_for_money(to_go: u64, calls: u64, revenue: u64) -> Result<u128, NoAnswer> {
    if to_go == 0 {
        return Ok(0);
    }
    if calls == 0 {
        return Err(NoAnswer::NoCalls);
    }
    if revenue == 0 {
        return Err(NoAnswer::NoCloses);
    }
    ceil_of_products(to_go, &[calls], &[revenue])
}

/// How many units must enter each stage: ⌈q · ∏ᵢ≥ⱼ nᵢ / ∏ᵢ≥ⱼ xᵢ⌉ for stage j, all 0 when q = 0.
///
/// Each is computed from the whole product: taking the ceiling of an already
/// rounded later stage would ask for too much.
///
/// # Errors
///
/// [`NoAnswer::StagesOutOfDomain`] unless there are 1 to 5 stages, then, unless q = 0,
/// [`NoAnswer::QuotaOutOfDomain`] for q > 10⁶; for the first bad stage
/// [`NoAnswer::StageEmpty`], [`NoAnswer::StageZero`] or [`NoAnswer::AdvancedExceedsEntered`];
/// [`NoAnswer::TooLarge`].
pub fn stage_needed(q: u64, chain: &[Stage]) -> Result<Vec<u128>, NoAnswer> {
    if !(1..=MAX_STAGES).contains(&chain.len()) {
        return Err(NoAnswer::StagesOutOfDomain);
    }
    if q == 0 {
        return Ok(vec![0; chain.len()]);
    }
    if q > MAX_QUOTA {
        return Err(NoAnswer::QuotaOutOfDomain);
    }
    check(chain)?;
    let entered: Vec<u64> = chain.iter().map(|it| it.entered).collect();
    let advanced: Vec<u64> = chain.iter().map(|it| it.advanced).collect();
    (0..chain.len()).map(|from| ceil_of_products(q, &entered[from..], &advanced[from..])).collect()
}

/// Which of the stages can be divided by.
fn check(chain: &[Stage]) -> Result<(), NoAnswer> {
    for (at, stage) in chain.iter().enumerate() {
        if stage.entered == 0 {
            return Err(NoAnswer::StageEmpty(at));
        }
        if stage.advanced == 0 {
            return Err(NoAnswer::StageZero(at));
        }
        if stage.advanced > stage.entered {
            return Err(NoAnswer::AdvancedExceedsEntered(at));
        }
    }
    Ok(())
}

/// ⌈q · ∏ over / ∏ under⌉, common divisors taken out before anything is multiplied.
fn ceil_of_products(q: u64, over: &[u64], under: &[u64]) -> Result<u128, NoAnswer> {
    let mut over: Vec<u64> = over.iter().copied().chain([q]).collect();
    let mut under = under.to_vec();
    for divisor in &mut under {
        for factor in &mut over {
            let common = gcd(*factor, *divisor);
            *factor /= common;
            *divisor /= common;
        }
    }
    let product =
        |factors: &[u64]| factors.iter().try_fold(1_u128, |product, it| product.checked_mul(u128::from(*it)));
    // A denominator that does not fit belongs to a numerator that does not fit either:
    // no stage advances more than entered it.
    let (Some(over), Some(under)) = (product(&over), product(&under)) else {
        return Err(NoAnswer::TooLarge);
    };
    Ok(over.div_ceil(under))
}

/// The greatest common divisor of two numbers of which the second is not 0.
const fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// What a better rate at one stage would save.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Saving {
    /// The rate of the stage, x / n.
    pub rate: f64,
    /// Calls saved by one percentage point more.
    pub plus_one_point: f64,
    /// Calls saved by a tenth more.
    pub plus_tenth: f64,
}

/// The calls that a chain needs, unrounded, and what each stage could save.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// N = q ∏ nᵢ / xᵢ.
    pub calls: f64,
    /// One a stage.
    pub stages: Vec<Saving>,
}

/// N = q ∏ nᵢ/xᵢ, and per stage N (1 - p / min(1, p + 0.01)) and N (1 - p / min(1, 1.1 p)).
///
/// Help for *What if*, never a verdict: a tenth more saves the same 1/11 of the
/// calls at every stage, and one point more favours the lowest rate by construction.
///
/// # Errors
///
/// As [`stage_needed`], except that a bad stage is one also when q = 0, and nothing is too large.
pub fn sensitivity(q: u64, chain: &[Stage]) -> Result<Sensitivity, NoAnswer> {
    if !(1..=MAX_STAGES).contains(&chain.len()) {
        return Err(NoAnswer::StagesOutOfDomain);
    }
    if q > MAX_QUOTA {
        return Err(NoAnswer::QuotaOutOfDomain);
    }
    check(chain)?;
    let product = |count: fn(&Stage) -> u64| chain.iter().map(|it| real(count(it))).product::<f64>();
    let calls = real(q) * product(|it| it.entered) / product(|it| it.advanced);
    let stages = chain
        .iter()
        .map(|stage| {
            let rate = real(stage.advanced) / real(stage.entered);
            let saved = |better: f64| calls * (1.0 - rate / better.min(1.0));
            Saving { rate, plus_one_point: saved(rate + 0.01), plus_tenth: saved(1.1 * rate) }
        })
        .collect();
    Ok(Sensitivity { calls, stages })
}

/// Calls saved if a stage returned to `reference`: N (1 - rate / reference), not less than 0.
///
/// `rate` and `reference` are in 0 to 1, the reference above 0; N as in [`Sensitivity::calls`].
pub fn recoverable(calls: f64, rate: f64, reference: f64) -> f64 {
    if reference > rate { calls * (1.0 - rate / reference) } else { 0.0 }
}
