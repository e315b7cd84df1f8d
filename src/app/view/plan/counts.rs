//! What the plan is counted from: sums of days.

use crate::{
    domain::{
        count::{Cold, Inbound},
        date::Date,
        delay::Delay,
        value::Revenue,
    },
    journal::{
        Journal,
        record::What,
        tally::{DayTally, Tally},
    },
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
        let total = |what| tally.total((first, last), what);
        Self {
            cold: Cold {
                calls: total(What::CALL),
                presentations: total(What::PRESENTATION),
                sales: total(What::SALE),
            },
            inbound: Inbound {
                presentations: total(What::INBOUND_PRESENTATION),
                sales: total(What::INBOUND_SALE),
            },
        }
    }

    /// Those of one day.
    #[must_use]
    pub const fn of_day(day: &DayTally) -> Self {
        Self { cold: day.cold(), inbound: day.inbound() }
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
    let ids = book.tally().detailed(first, last);
    let amounts: Vec<u64> = ids
        .filter_map(|id| book.counted(id))
        .filter(|it| it.cell.what == What::SALE || with_inbound && it.cell.what == What::INBOUND_SALE)
        .filter_map(|it| it.amount)
        .collect();
    Revenue::of(&amounts).unwrap_or(Revenue { total: u64::MAX, largest: 0, sales: 0 })
}

/// Days from presentation to sale: learned from the answers of a year, typed, or assumed.
#[must_use]
pub fn delay(book: &Journal, today: Date) -> Delay {
    let ids = book.tally().detailed(today.plus_days(-DELAY_DAYS), today);
    let answers: Vec<u32> = ids
        .filter_map(|id| book.counted(id))
        .filter(|it| it.cell.what == What::SALE)
        .filter_map(|it| u32::try_from(it.day.days_since(it.earlier?)).ok())
        .collect();
    Delay::of(&answers, book.settings().delay.map(u32::from))
}
