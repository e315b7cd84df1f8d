//! Plan: how many calls do I still need, and will I make it?
//!
//! In two parts, so that a tap or a slider does not search again for what has not changed:
//! [`basis`] reads the state and only counts; [`Outlook`], [`Figures`] and the
//! charts are computed from it, and each depends on nothing but what it is made from.

pub mod counts;
pub mod curve;
pub mod endings;
pub mod example;
pub mod figures;
pub mod goal;
pub mod money;
pub mod open;
pub mod outlook;
pub mod period;
pub mod quota_form;
#[cfg(test)]
mod tests;

pub use self::{
    figures::{Figures, Needed},
    goal::{GoalBasis, TodaysGoal, goal_basis, goal_today},
    outlook::{Dial, Outlook, Start, WhatIf},
    period::Period,
};

use self::{counts::Counts, money::Money, open::OpenPresentations, period::Workdayed};
use crate::{
    app::{route::Period as Window, state::State},
    domain::{
        count::{Cold, Inbound},
        date::Date,
        delay::Delay,
        pace::{self, Progress, Standing},
        plan::{self, NoPlan, Undecided},
        quota,
    },
    journal::settings::{Goal, Quota},
};

/// All that the plan of a quota is computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// Today.
    pub today: Date,
    /// The days of the quota.
    pub period: Period,
    /// The quota.
    pub quota: Quota,
    /// The days the rates come from: those of the address that have records.
    pub window: (Date, Date),
    /// Cold counts of these days, all lists: the rates.
    pub cold: Cold,
    /// What is left out of them.
    pub left_out: Inbound,
    /// Rates from a link, tried instead of the seller's own; `None` also where they cannot be.
    pub example: Option<Start>,
    /// Sales of the period.
    pub closed: Closed,
    /// Its workdays.
    pub workdays: Workdayed,
    /// Calls before today, today, and the days that are left.
    pub progress: Progress,
    /// Workdays before today on which calls were made.
    pub active_days: u64,
    /// Sales so far, day by day.
    pub days: Vec<DayLine>,
    /// Workdays left after the day on which the quota was met.
    pub early: Option<u64>,
    /// Presentations that are not decided.
    pub open: OpenPresentations,
    /// Days from presentation to sale.
    pub delay: Delay,
    /// Calls after this day mostly close after the period.
    pub last_useful: Option<Date>,
    /// Minutes a call and a presentation take, if both were typed.
    pub minutes: Option<(u64, u64)>,
    /// For a quota in money.
    pub money: Option<Money>,
}

/// Sales of the period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Closed {
    /// Cold ones.
    pub cold: u64,
    /// Those who came by themselves, whether they count or not.
    pub inbound: u64,
    /// What counts towards the quota.
    pub counted: u64,
}

/// A day of the period: sales up to it, and workdays up to it in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayLine {
    /// The day.
    pub day: Date,
    /// Sales up to and including it; `None` after today.
    pub sales: Option<u64>,
    /// Workdays up to and including it, in thousandths.
    pub millidays: u64,
}

/// How things stand, and so which sentence is said first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Status {
    /// The period is over.
    Over {
        /// The period offered next.
        next: Period,
    },
    /// The quota is met.
    Met {
        /// Workdays left after the day it was met.
        early: u64,
    },
    /// Money: simple division only.
    Money,
    /// Too few calls or no sale: no plan figure.
    TooEarly {
        /// Sales and calls so far, with the upper end of the 95 % interval; `None` without calls.
        at_most: Option<(u64, u64, f64)>,
    },
    /// Some presentations or sales came from before the period: division only.
    Late,
    /// Counts that are too large for chances.
    TooLarge,
    /// No workdays left.
    NoDaysLeft,
    /// Rates from a link are tried: the seller's own plan is not shown.
    Example,
    /// A plan.
    Planned,
}

impl Status {
    /// Whether rates from a link are tried: `status` is `None` before the first quota, which is
    /// divided by them. Where the seller's own plan has no sales left to make, no workdays left, or
    /// is in money, there is nothing to try them on.
    #[must_use]
    pub const fn tries_example(status: Option<Self>) -> bool {
        matches!(status, None | Some(Self::Example))
    }
}

/// What the plan is computed from; `None` without a quota. The rates come from the period of the
/// address, which must be that of this screen.
#[must_use]
pub fn basis(state: &State) -> Option<Basis> {
    let mut basis = basis_of(state, state.route.period)?;
    basis.example = example::of_query(&state.route.query);
    // What comes before the example is the seller's own plan, and is told from their own rates.
    if basis.status() != Status::Example {
        basis.example = None;
    }
    Some(basis)
}

/// The seller's own plan as the screen has it at first, whatever the address says.
#[must_use]
pub fn usual_basis(state: &State) -> Option<Basis> {
    basis_of(state, Window::Default)
}

fn basis_of(state: &State, window: Window) -> Option<Basis> {
    let book = state.book();
    let (settings, tally, today) = (book.settings(), book.tally(), state.now.day);
    let (from, quota) = settings.quota_for(today)?;
    let period = Period::new(from, quota.until);
    let span = tally.span();
    let (first, last) = window.days(today, span);
    let Counts { cold, inbound } = Counts::of(tally, first, last);
    let in_period = Counts::of(tally, period.from, period.until);
    let calendar = period::calendar(settings, period);
    let workdays = Workdayed::of(&calendar, period, today);
    let (progress, active_days) = period::progress(tally, &calendar, period, today, workdays);
    let delay = counts::delay(book, today);
    let days = day_lines(state, period, &calendar, quota.inbound);
    let target = match quota.goal {
        Goal::Sales(n) => Some(u64::from(n)),
        Goal::Money(_) => None,
    };
    let met_on = target.and_then(|n| days.iter().find(|it| it.sales.is_some_and(|it| it >= n)));
    Some(Basis {
        today,
        period,
        window: span.map_or((first, last), |it| (first.max(it.0).min(last), last)),
        cold,
        left_out: inbound,
        example: None,
        closed: Closed {
            cold: in_period.cold.sales,
            inbound: in_period.inbound.sales,
            counted: in_period.sales(quota.inbound),
        },
        workdays,
        progress,
        active_days,
        early: met_on.map(|it| calendar.between(it.day.plus_days(1), period.until).days),
        days,
        open: open::accounted(book, first, last, today, delay),
        last_useful: delay.last_useful_day(&calendar, period.from, period.until),
        delay,
        minutes: settings
            .minutes_call
            .zip(settings.minutes_presentation)
            .map(|(call, presentation)| (u64::from(call), u64::from(presentation))),
        money: match quota.goal {
            Goal::Money(money) => Some(Money::of(book, period, (first, last), money, quota.inbound, cold)),
            Goal::Sales(_) => None,
        },
        quota: quota.clone(),
    })
}

/// The rates a first quota would be divided by.
#[must_use]
pub fn first_rates(state: &State) -> Option<Start> {
    if let Some(it) = example::of_query(&state.route.query) {
        return Some(it);
    }
    let tally = state.book().tally();
    let (first, last) = state.route.period.days(state.now.day, tally.span());
    Start::from_counts(Counts::of(tally, first, last).cold, None)
}

fn day_lines(
    state: &State,
    period: Period,
    calendar: &crate::domain::calendar::Calendar,
    inbound: bool,
) -> Vec<DayLine> {
    let tally = state.book().tally();
    let mut counted = tally.days(period.from, period.until).peekable();
    let (mut sales, mut millidays) = (0, 0);
    let line = |day: Date| {
        sales += counted.next_if(|it| it.0 == day).map_or(0, |it| Counts::of_day(it.1).sales(inbound));
        millidays += u64::from(calendar.weight(day));
        DayLine { day, sales: (day <= state.now.day).then_some(sales), millidays }
    };
    period.from.through(period.until).map(line).collect()
}

impl Basis {
    /// The quota in sales; 0 for one in money.
    #[must_use]
    pub const fn target(&self) -> u64 {
        match self.quota.goal {
            Goal::Sales(n) => n as u64,
            Goal::Money(_) => 0,
        }
    }

    /// Sales still to be made.
    #[must_use]
    pub const fn to_go(&self) -> u64 {
        quota::remaining(self.target(), self.closed.counted)
    }

    /// The open presentations, where the seller wants them counted.
    #[must_use]
    pub fn undecided(&self) -> Option<Undecided> {
        self.open.counted(self.quota.open)
    }

    /// Whether the period has not begun.
    #[must_use]
    pub fn is_ahead(&self) -> bool {
        self.today < self.period.from
    }

    /// Whether today is the last workday of the period.
    #[must_use]
    pub const fn is_last_day(&self) -> bool {
        self.workdays.today.millidays > 0 && self.workdays.after.millidays == 0
    }

    /// Which sentence comes first.
    #[must_use]
    pub fn status(&self) -> Status {
        if self.today > self.period.until {
            return Status::Over { next: self.period.next(self.today) };
        }
        if self.money.as_ref().map_or(self.to_go(), |it| it.to_go) == 0 {
            return Status::Met { early: self.early.unwrap_or(self.workdays.after.days) };
        }
        if self.workdays.from_today().millidays == 0 {
            return Status::NoDaysLeft;
        }
        if self.money.is_some() {
            return Status::Money;
        }
        if self.example.is_some() {
            return Status::Example;
        }
        match plan::chain(self.cold, self.undecided()) {
            Ok(_) => Status::Planned,
            Err(NoPlan::NoCalls) => Status::TooEarly { at_most: None },
            Err(NoPlan::TooEarly { so_far, at_most }) => {
                // Only where nothing was sold yet is there an upper limit and nothing else.
                Status::TooEarly { at_most: (so_far.x() == 0).then_some((so_far.x(), so_far.n(), at_most)) }
            }
            Err(NoPlan::Late) => Status::Late,
            Err(NoPlan::OutOfDomain(_)) => Status::TooLarge,
        }
    }

    /// How the sales stand against the even line; `None` where there is none to stand against.
    #[must_use]
    pub fn standing(&self) -> Option<(Standing, f64)> {
        if self.money.is_some() || self.is_ahead() {
            return None;
        }
        let (done, whole) = (self.workdays.to_today().millidays, self.workdays.whole().millidays);
        let line = pace::even_line(self.target(), done, whole)?;
        Some((pace::standing(self.closed.counted, self.target(), done, whole)?, line))
    }
}
