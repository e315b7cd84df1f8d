//! Today's goal, what a day takes after it, and where the present pace leads.

use super::chance::Chain;
use super::chance::outcomes::Outcomes;
use super::stats::gamma::gamma_quantile;
use super::stats::{OutOfDomain, real, whole};
use core::cmp::Ordering;

/// With fewer days on which calls were made it is too early to draw where the period can end.
pub const ACTIVE_DAYS_FOR_ENDINGS: u64 = 3;

/// Today's goal: ⌈calls × weight / millidays⌉.
///
/// `calls` are the calls for the chosen certainty at the start of today, from
/// the records of earlier days; so the goal is fixed until midnight. `weight`
/// is that of today, `millidays` are those from today to the end, both in
/// thousandths of a full day. 0 on a day off or with no workdays left.
pub fn todays_goal(calls: u64, weight: u16, millidays: u64) -> u64 {
    divide_up(u128::from(calls) * u128::from(weight), millidays).unwrap_or(0)
}

/// What is left of today's goal: 0 when it is reached.
pub const fn left_today(goal: u64, calls_today: u64) -> u64 {
    goal.saturating_sub(calls_today)
}

/// Calls a full day after today: ⌈(calls still needed - left today) × 1000 / millidays after today⌉.
///
/// `None` when no workday is left after today.
pub fn per_day_after(still_needed: u64, left_today: u64, millidays_after: u64) -> Option<u64> {
    divide_up(u128::from(still_needed.saturating_sub(left_today)) * 1000, millidays_after)
}

fn divide_up(over: u128, under: u64) -> Option<u64> {
    (under > 0).then(|| u64::try_from(over.div_ceil(u128::from(under))).unwrap_or(u64::MAX))
}

/// How the period has gone, and what is left of it, in thousandths of full days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Cold calls on the workdays of the period before today.
    pub calls_before: u64,
    /// These workdays.
    pub millidays_before: u64,
    /// Cold calls today.
    pub calls_today: u64,
    /// The weight of today; 0 on a day off.
    pub weight_today: u16,
    /// The workdays after today.
    pub millidays_after: u64,
}

impl Progress {
    /// Calls a full workday: calls before today / workdays before today.
    ///
    /// `None` before the first workday is over: too early.
    pub fn pace(self) -> Option<f64> {
        (self.millidays_before > 0).then(|| real(self.calls_before) * 1000.0 / real(self.millidays_before))
    }

    /// Calls still to come today at this pace: max(0, pace × weight - calls today).
    fn rest_of_today(self, pace: f64) -> f64 {
        (pace * f64::from(self.weight_today) / 1000.0 - real(self.calls_today)).max(0.0)
    }

    /// Further calls at a pace (one's own, or one from a slider) to the end of the period:
    /// round(pace × days after today + what today still brings).
    pub fn calls_at(self, pace: f64) -> u64 {
        whole(pace * real(self.millidays_after) / 1000.0 + self.rest_of_today(pace))
    }

    /// Nine equally likely numbers of further calls, for chart F alone.
    ///
    /// With C calls in D days before today and R days left the calls to come are
    /// a gamma-Poisson prediction of mean μ = (C + ½) R / D and variance
    /// μ (1 + R / D); these are the quantiles 0.1 to 0.9 of the gamma
    /// distribution with that mean and variance, plus the rest of today.
    ///
    /// `None` with less than three active days before today: too early.
    pub fn spread(self, active_days: u64) -> Option<[u64; 9]> {
        if active_days < ACTIVE_DAYS_FOR_ENDINGS {
            return None;
        }
        let today = self.rest_of_today(self.pace()?);
        let (before, after) = (real(self.millidays_before), real(self.millidays_after));
        let mean = (real(self.calls_before) + 0.5) * after / before;
        let variance = mean * (1.0 + after / before);
        Some(
            [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
                .map(|p| whole(today + if mean > 0.0 { gamma_quantile(p, mean, variance) } else { 0.0 })),
        )
    }
}

/// Where the period can end: the mean of the predictions for each number of further calls.
///
/// What is closed already is to be added.
///
/// # Errors
///
/// [`OutOfDomain::Tries`] for more than 10⁷ calls.
pub fn endings(chain: &Chain, further_calls: &[u64]) -> Result<Outcomes, OutOfDomain> {
    let all: Result<Vec<Outcomes>, OutOfDomain> =
        further_calls.iter().map(|it| chain.outcomes(*it)).collect();
    Ok(Outcomes::average(&all?))
}

/// Sales against the even line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// More than half a sale under the line.
    Behind,
    /// Within half a sale.
    OnPace,
    /// More than half a sale over the line.
    Ahead,
}

/// The even line by tonight: quota × workdays up to and including today / workdays of the period.
///
/// Both in thousandths of full days; `None` for a period without workdays.
pub fn even_line(quota: u64, millidays_to_today: u64, millidays_of_period: u64) -> Option<f64> {
    (millidays_of_period > 0).then(|| real(quota) * real(millidays_to_today) / real(millidays_of_period))
}

/// How `sales` (those already closed) stand against the even line, compared exactly.
///
/// `None` for a period without workdays.
pub fn standing(
    sales: u64,
    quota: u64,
    millidays_to_today: u64,
    millidays_of_period: u64,
) -> Option<Standing> {
    if millidays_of_period == 0 {
        return None;
    }
    let total = u128::from(millidays_of_period);
    let line = (u128::from(quota) * u128::from(millidays_to_today)).checked_mul(2)?;
    let sales = (u128::from(sales) * total).checked_mul(2)?;
    // Twice, to compare with half a sale: 2 · sales · total against 2 · quota · done ± total.
    Some(match (sales.saturating_add(total).cmp(&line), sales.cmp(&line.saturating_add(total))) {
        (Ordering::Less, _) => Standing::Behind,
        (_, Ordering::Greater) => Standing::Ahead,
        _ => Standing::OnPace,
    })
}
