//! Counts per day, kept up to date with each record.
//!
//! Nothing here is stored: a tally always equals the one made anew from all
//! records, and a property test says so.

use crate::{
    domain::{
        count::{Cold, Inbound},
        date::Date,
        step::{Id, Origin, Step},
    },
    journal::record::{RecordId, What},
};
use std::collections::BTreeMap;

/// What entries are counted by, within a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Step and origin, or counter.
    pub what: What,
    /// Lead list.
    pub list: Option<Id>,
    /// Why it did not go on.
    pub reason: Option<Id>,
}

/// An entry as it counts after all amendments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The day it counts for.
    pub day: Date,
    /// Local minute, where known.
    pub minute: Option<u16>,
    /// What it counts as.
    pub cell: Cell,
    /// How many.
    pub n: u32,
    /// Money in minor units.
    pub amount: Option<u64>,
    /// Day of the presentation a sale came from.
    pub earlier: Option<Date>,
}

/// One day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayTally {
    cells: BTreeMap<Cell, u64>,
    /// What the article counts, whatever the list and the reason: sums over years are made of it.
    cold: Cold,
    inbound: Inbound,
    entries: Vec<RecordId>,
    detailed: Vec<RecordId>,
}

impl DayTally {
    /// The counts, none of them 0.
    pub fn cells(&self) -> impl Iterator<Item = (Cell, u64)> + '_ {
        self.cells.iter().map(|(cell, n)| (*cell, *n))
    }

    /// The entries that count for this day, by id.
    pub fn entries(&self) -> &[RecordId] {
        &self.entries
    }

    /// Those of them with an amount or a day of presentation.
    pub fn detailed(&self) -> &[RecordId] {
        &self.detailed
    }

    /// What came of calls, all lists.
    pub const fn cold(&self) -> Cold {
        self.cold
    }

    /// What came by itself, all lists.
    pub const fn inbound(&self) -> Inbound {
        self.inbound
    }

    /// The sum of what `keep` lets through.
    pub fn sum(&self, keep: impl Fn(&Cell) -> bool) -> u64 {
        self.cells.iter().filter(|(cell, _)| keep(cell)).map(|(_, n)| n).sum()
    }

    /// The counts of `what`, by list and reason.
    pub fn of(&self, what: What) -> impl Iterator<Item = (Cell, u64)> + '_ {
        let first = Cell { what, list: None, reason: None };
        self.cells.range(first..).take_while(move |it| it.0.what == what).map(|(cell, n)| (*cell, *n))
    }

    /// How many of `what`, all lists.
    pub fn count(&self, what: What) -> u64 {
        self.of(what).map(|it| it.1).sum()
    }

    /// The sum that this is counted in, if the article counts it.
    const fn sum_of(&mut self, what: What) -> Option<&mut u64> {
        let What::Step(step, origin) = what else { return None };
        Some(match (step, origin) {
            (Step::Call, _) => &mut self.cold.calls,
            (Step::Presentation, Origin::Cold) => &mut self.cold.presentations,
            (Step::Sale, Origin::Cold) => &mut self.cold.sales,
            (Step::Presentation, Origin::Inbound) => &mut self.inbound.presentations,
            (Step::Sale, Origin::Inbound) => &mut self.inbound.sales,
            (Step::Own(_), _) => return None,
        })
    }
}

/// Which lists to count; [`Settings::keeps`](super::settings::Settings::keeps) says what is let through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ListFilter {
    /// Every list, and what has none.
    #[default]
    All,
    /// One list.
    Only(Id),
}

/// Counts of every day that has any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    days: BTreeMap<Date, DayTally>,
    /// Own steps: how many entries each has on which day, so that its first day is found without a search.
    own: BTreeMap<Id, BTreeMap<Date, usize>>,
}

impl Tally {
    /// One day, if anything counts for it.
    pub fn day(&self, day: Date) -> Option<&DayTally> {
        self.days.get(&day)
    }

    /// The days from `first` to `last`, both included, that have entries.
    pub fn days(&self, first: Date, last: Date) -> impl DoubleEndedIterator<Item = (Date, &DayTally)> {
        let span = if first <= last { Some(self.days.range(first..=last)) } else { None };
        span.into_iter().flatten().map(|(day, it)| (*day, it))
    }

    /// The first and the last day that have entries.
    pub fn span(&self) -> Option<(Date, Date)> {
        Some((*self.days.first_key_value()?.0, *self.days.last_key_value()?.0))
    }

    /// How many of `what` on a day, all lists.
    pub fn count(&self, day: Date, what: What) -> u64 {
        self.day(day).map_or(0, |it| it.count(what))
    }

    /// How many of `what` from the first to the last day, both included, all lists.
    pub fn total(&self, span: (Date, Date), what: What) -> u64 {
        self.days(span.0, span.1).map(|(_, it)| it.count(what)).sum()
    }

    /// The first day on which this own step was recorded.
    pub fn first_day_of(&self, own: Id) -> Option<Date> {
        self.own.get(&own)?.first_key_value().map(|(day, _)| *day)
    }

    pub(super) fn add(&mut self, id: RecordId, it: &Counted) {
        let day = self.days.entry(it.day).or_default();
        *day.cells.entry(it.cell).or_default() += u64::from(it.n);
        if let Some(sum) = day.sum_of(it.cell.what) {
            *sum += u64::from(it.n);
        }
        insert(&mut day.entries, id);
        if let Some(own) = own_step(it) {
            *self.own.entry(own).or_default().entry(it.day).or_default() += 1;
        }
        if it.amount.is_some() || it.earlier.is_some() {
            insert(&mut day.detailed, id);
        }
    }

    pub(super) fn remove(&mut self, id: RecordId, it: &Counted) {
        let Some(day) = self.days.get_mut(&it.day) else { return };
        if let Some(n) = day.cells.get_mut(&it.cell) {
            *n = n.saturating_sub(u64::from(it.n));
            if *n == 0 {
                day.cells.remove(&it.cell);
            }
        }
        if let Some(sum) = day.sum_of(it.cell.what) {
            *sum = sum.saturating_sub(u64::from(it.n));
        }
        remove(&mut day.entries, id);
        remove(&mut day.detailed, id);
        if day.entries.is_empty() {
            self.days.remove(&it.day);
        }
        if let Some(own) = own_step(it) {
            self.remove_own(own, it.day);
        }
    }

    fn remove_own(&mut self, own: Id, day: Date) {
        let Some(days) = self.own.get_mut(&own) else { return };
        if let Some(entries) = days.get_mut(&day) {
            *entries = entries.saturating_sub(1);
            if *entries == 0 {
                days.remove(&day);
            }
        }
        if days.is_empty() {
            self.own.remove(&own);
        }
    }
}

/// The own step an entry counts as. Those who came by themselves have none.
const fn own_step(it: &Counted) -> Option<Id> {
    match it.cell.what {
        What::Step(Step::Own(id), Origin::Cold) => Some(id),
        _ => None,
    }
}

/// Kept sorted, so that equal tallies are equal whatever the order of records.
fn insert(ids: &mut Vec<RecordId>, id: RecordId) {
    if let Err(place) = ids.binary_search(&id) {
        ids.insert(place, id);
    }
}

fn remove(ids: &mut Vec<RecordId>, id: RecordId) {
    if let Ok(place) = ids.binary_search(&id) {
        ids.remove(place);
    }
}
