//! What the plan is counted from: sums of days, in one pass.

use crate::{
    domain::{
        count::{Cold, Inbound},
        date::Date,
        delay::Delay,
        value::Revenue,
    },
    journal::{Journal, record::What, tally::Tally},
};

/// Answers to "which day's presentation was it?" older than this many days say little about today.
const DELAY_DAYS: i32 = 365;

/// Counts of a span of days, all lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// What came of calls.
    pub cold: Cold,
    /// What came by itself.
    pub inbound: Inbound,
}

impl Counts {
    /// From the first to the last day, both included.
    #[must_use]
    pub fn of(tally: &Tally, first: Date, last: Date) -> Self {
        let days = tally.days(first, last).map(|it| Self { cold: it.1.cold(), inbound: it.1.inbound() });
        days.fold(Self::default(), Self::plus)
    }

    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self { cold: self.cold.plus(other.cold), inbound: self.inbound.plus(other.inbound) }
    }

    /// Sales that count towards a quota.
    #[must_use]
    pub const fn sales(self, with_inbound: bool) -> u64 {
        self.cold.sales + if with_inbound { self.inbound.sales } else { 0 }
    }
}

/// Amounts of the sales of a span: cold ones, and inbound ones if wanted.
#[must_use]
pub fn revenue(book: &Journal, first: Date, last: Date, with_inbound: bool) -> Revenue {
    let ids = book.tally().days(first, last).flat_map(|it| it.1.detailed().iter());
    let amounts: Vec<u64> = ids
        .filter_map(|id| book.counted(*id))
        .filter(|it| it.cell.what == What::SALE || with_inbound && it.cell.what == What::INBOUND_SALE)
        .filter_map(|it| it.amount)
        .collect();
    Revenue::of(&amounts).unwrap_or(Revenue { total: u64::MAX, largest: 0, sales: 0 })
}

/// Days from presentation to sale: learned from the answers of a year, typed, or assumed.
#[must_use]
pub fn delay(book: &Journal, today: Date) -> Delay {
    let ids = book.tally().days(today.plus_days(-DELAY_DAYS), today).flat_map(|it| it.1.detailed().iter());
    let answers: Vec<u32> = ids
        .filter_map(|id| book.counted(*id))
        .filter(|it| it.cell.what == What::SALE)
        .filter_map(|it| u32::try_from(it.day.days_since(it.earlier?)).ok())
        .collect();
    Delay::of(&answers, book.settings().delay.map(u32::from))
}
