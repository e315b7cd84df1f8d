//! The figures of a plan, from the seller's own numbers.

use super::{Basis, GoalBasis, Outlook, Status, TodaysGoal, WhatIf};
use crate::domain::{chance::certainty, pace, plan, quota};

/// The certainties offered, in percent.
pub const LEVELS: [u8; 4] = [50, 80, 90, 95];

/// A number of calls, or more than ten million: the data cannot support a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// So many.
    Calls(u64),
    /// More than [`certainty::CAP`].
    TooMany,
}

impl Needed {
    /// The number.
    #[must_use]
    pub const fn calls(self) -> Option<u64> {
        match self {
            Self::Calls(n) => Some(n),
            Self::TooMany => None,
        }
    }
}

/// Simple division: what it takes on average.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Division {
    /// Calls for what is left.
    pub calls: Option<u128>,
    /// Presentations for what is left.
    pub presentations: Option<u128>,
    /// Calls for the whole quota.
    pub full: Option<u128>,
}

impl Division {
    /// From cold counts.
    #[must_use]
    pub fn of(basis: &Basis) -> Self {
        let cold = basis.cold;
        // Presentations or sales from before the period: their own rates would be wrong.
        let late = cold.presentations > cold.calls || cold.sales > cold.presentations;
        let presentations = plan::presentations_needed(basis.to_go(), cold).ok();
        Self {
            calls: quota::calls_needed(basis.to_go(), cold.calls, cold.sales).ok(),
            presentations: presentations.filter(|_| !late),
            full: quota::calls_needed(basis.target(), cold.calls, cold.sales).ok(),
        }
    }
}

/// How the calls that are needed fall on the days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// Today's goal, and the calls it was made from.
    pub goal: Option<TodaysGoal>,
    /// What is left of it.
    pub today: Option<u64>,
    /// Calls a full workday after today.
    pub after: Option<u64>,
}

impl Days {
    /// `needed` now, from live records.
    #[must_use]
    pub fn of(basis: &Basis, goal: Option<TodaysGoal>, needed: u64) -> Self {
        let calls_today = basis.progress.calls_today;
        // On the last day there is nothing but today to call on.
        let today = if basis.is_last_day() {
            Some(needed)
        } else {
            goal.map(|it| pace::left_today(it.goal, calls_today))
        };
        let after = pace::per_day_after(needed, today.unwrap_or(0), basis.progress.millidays_after);
        Self { goal, today, after }
    }
}

/// All figures of a plan in sales.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Simple division.
    pub division: Division,
    /// What simple division is worth.
    pub division_chance: Option<f64>,
    /// Calls for each of [`LEVELS`].
    pub levels: [Needed; 4],
    /// Calls for the chosen certainty.
    pub sure: Needed,
    /// By day.
    pub days: Days,
    /// Calls a workday so far.
    pub pace: Option<f64>,
    /// Calls until the end at this pace.
    pub coming: Option<u64>,
    /// The chance at this pace.
    pub pace_chance: Option<f64>,
    /// Hours of work and the presentations they hold.
    pub hours: Option<Hours>,
}

/// About how long it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// Hours.
    pub hours: u128,
    /// Presentations that come of the calls.
    pub presentations: u64,
    /// Minutes a call.
    pub per_call: u64,
    /// Minutes a presentation.
    pub per_presentation: u64,
}

impl Figures {
    /// `None` unless there is a plan.
    #[must_use]
    pub fn of(basis: &Basis, goal: Option<&GoalBasis>) -> Option<Self> {
        if basis.status() != Status::Planned {
            return None;
        }
        let own = Outlook::of(basis, WhatIf::default())?;
        let needed = |percent| own.calls_for(percent).map_or(Needed::TooMany, Needed::Calls);
        let levels = LEVELS.map(needed);
        let chosen = LEVELS.iter().position(|it| *it == basis.quota.certainty);
        let sure = chosen.map_or_else(|| needed(basis.quota.certainty), |it| levels[it]);
        let goal = goal.and_then(GoalBasis::goal);
        let division = Division::of(basis);
        let simple = division.calls.and_then(|it| u64::try_from(it).ok());
        Some(Self {
            division_chance: simple.filter(|it| *it <= certainty::CAP).and_then(|it| own.chance(it)),
            division,
            levels,
            sure,
            days: sure.calls().map_or(Days { goal, ..Days::default() }, |it| Days::of(basis, goal, it)),
            pace: (!own.guessed).then_some(own.pace),
            coming: (!own.guessed).then_some(own.coming),
            pace_chance: own.chance_at_pace().filter(|_| !own.guessed),
            hours: sure.calls().and_then(|it| hours(basis, it)),
        })
    }
}

fn hours(basis: &Basis, calls: u64) -> Option<Hours> {
    let (per_call, per_presentation) = basis.minutes?;
    let cold = basis.cold;
    let presentations =
        (u128::from(calls) * u128::from(cold.presentations)).div_ceil(u128::from(cold.calls.max(1)));
    Some(Hours {
        hours: plan::hours(calls, cold, per_call, per_presentation)?,
        presentations: u64::try_from(presentations).ok()?,
        per_call,
        per_presentation,
    })
}
