//! A quota in money: simple division only, and a warning where one big deal decides.

use super::{counts, period::Period};
use crate::{
    domain::{
        count::Cold,
        date::Date,
        quota::{self, NoAnswer},
        value::Revenue,
    },
    journal::Journal,
};

/// Money in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// The quota.
    pub target: u64,
    /// What the period has brought.
    pub closed: u64,
    /// What is left.
    pub to_go: u64,
    /// What the cold sales of the plan's days brought.
    pub revenue: Revenue,
    /// Calls for what is left, by division.
    pub calls: Result<u128, NoAnswer>,
}

impl Money {
    /// From the amounts of sales.
    #[must_use]
    pub fn of(
        book: &Journal,
        period: Period,
        window: (Date, Date),
        target: u64,
        inbound: bool,
        cold: Cold,
    ) -> Self {
        let closed = counts::revenue(book, period.from, period.until, inbound).total;
        let revenue = counts::revenue(book, window.0, window.1, false);
        let to_go = target.saturating_sub(closed);
        Self {
            target,
            closed,
            to_go,
            revenue,
            calls: quota::calls_for_money(to_go, cold.calls, revenue.total),
        }
    }
}
