//! Today's goal in calls: from the records of days before today, so it is fixed until midnight.

use super::{
    counts::{self, Counts},
    open::accounted,
    period::{self, Period, Workdayed},
};
use crate::{
    app::{route::Period as Window, state::State},
    domain::{
        chance::{Chain, certainty::CAP},
        date::Date,
        pace, plan, quota,
    },
    journal::settings::{Goal, Quota},
};

/// Everything today's goal depends on. While it stays the same, so does the goal: a tap need not
/// search again.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalBasis {
    ask: Ask,
    /// The weight of today in thousandths.
    pub weight: u16,
    /// The workdays from today on, in thousandths.
    pub millidays: u64,
}

/// What was to be reached at the start of today.
#[derive(Clone, Debug, PartialEq)]
enum Ask {
    /// So many sales with a certainty in percent.
    Sales { to_go: u64, chain: Chain, certainty: u8 },
    /// So much money; by division only.
    Money { to_go: u64, calls: u64, revenue: u64 },
}

/// Today's goal, and what it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TodaysGoal {
    /// Calls for the rest of the quota as things stood at the start of today.
    pub calls: u64,
    /// Calls today.
    pub goal: u64,
}

impl GoalBasis {
    /// The calls that were needed at the start of today, and today's part of them; `None` where no
    /// number of calls will do.
    #[must_use]
    pub fn goal(&self) -> Option<TodaysGoal> {
        let calls = match &self.ask {
            Ask::Sales { to_go, chain, certainty } => {
                chain.calls_for(*to_go, f64::from(*certainty) / 100.0, CAP).ok().flatten()?
            }
            Ask::Money { to_go, calls, revenue } => {
                quota::calls_for_money(*to_go, *calls, *revenue).ok()?.try_into().ok()?
            }
        };
        Some(TodaysGoal { calls, goal: pace::todays_goal(calls, self.weight, self.millidays) })
    }
}

/// What today's goal depends on; `None` on a day off, outside of every period, once the quota was
/// met, and as long as there is too little data for a plan.
#[must_use]
pub fn goal_basis(state: &State) -> Option<GoalBasis> {
    let book = state.book();
    let today = state.now.day;
    let (from, quota) = book.settings().quota_for(today)?;
    let period = Period::new(from, quota.until);
    if !period.holds(today) {
        return None;
    }
    let calendar = period::calendar(book.settings(), period);
    let workdays = Workdayed::of(&calendar, period, today);
    if workdays.weight_today() == 0 {
        return None;
    }
    let ask = ask(state, period, quota, today.plus_days(-1))?;
    Some(GoalBasis { ask, weight: workdays.weight_today(), millidays: workdays.from_today().millidays })
}

fn ask(state: &State, period: Period, quota: &Quota, yesterday: Date) -> Option<Ask> {
    let book = state.book();
    // Always the last 90 days: what is chosen on Plan must not move the goal.
    let (first, _) = Window::Default.days(state.now.day, None);
    let counts = Counts::of(book.tally(), first, yesterday);
    match quota.goal {
        Goal::Sales(sales) => {
            let closed = Counts::of(book.tally(), period.from, yesterday).sales(quota.inbound);
            let to_go = quota::remaining(u64::from(sales), closed);
            let delay = counts::delay(book, yesterday);
            let undecided = if quota.open {
                accounted(book, first, yesterday, state.now.day, delay).counted(true)
            } else {
                None
            };
            let chain = plan::chain(counts.cold, undecided).ok()?;
            (to_go > 0).then_some(Ask::Sales { to_go, chain, certainty: quota.certainty })
        }
        Goal::Money(money) => {
            let closed = counts::revenue(book, period.from, yesterday, quota.inbound).total;
            let to_go = money.saturating_sub(closed);
            let revenue = counts::revenue(book, first, yesterday, false).total;
            (to_go > 0).then_some(Ask::Money { to_go, calls: counts.cold.calls, revenue })
        }
    }
}

/// Today's goal in calls. Searches: where it is asked for often, keep [`goal_basis`] and ask
/// [`GoalBasis::goal`] only when that has changed.
#[must_use]
pub fn goal_today(state: &State) -> Option<u64> {
    goal_basis(state)?.goal().map(|it| it.goal)
}
