//! Counts per day, kept up to date with each record.
//!
//! Nothing here is stored: a tally always equals the one made anew from all
//! records, and a property test says so.

mod by_day;
mod day;
mod series;

pub use self::{day::DayTally, series::Series};

use self::by_day::{ByDay, OfDay};
use crate::{
    domain::{date::Date, step::Id},
    journal::record::{RecordId, What},
};
use core::hash::Hash;
use rustc_hash::FxHashMap;

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
    days: ByDay<DayTally>,
    /// The entries with an amount or a day of presentation: few, and looked at one by one.
    detailed: ByDay<Vec<RecordId>>,
    /// The same counts by what they count: a period is summed without going through its days.
    cells: FxHashMap<Cell, Series>,
    /// Whatever the list and the reason.
    whats: FxHashMap<What, Series>,
}

impl OfDay for Vec<RecordId> {
    fn weight(&self) -> u64 {
        self.len() as u64
    }
}

impl Tally {
    /// One day, if anything counts for it.
    pub fn day(&self, day: Date) -> Option<&DayTally> {
        self.days.get(day)
    }

    /// The days from `first` to `last`, both included, that have entries.
    pub fn days(&self, first: Date, last: Date) -> impl DoubleEndedIterator<Item = (Date, &DayTally)> {
        self.days.range(first, last).map(|(day, it)| (*day, it))
    }

    /// The same, run by run: for walks through years.
    pub fn runs(&self, first: Date, last: Date) -> impl Iterator<Item = &[(Date, DayTally)]> {
        self.days.runs(first, last)
    }

    /// The first and the last day that have entries.
    pub fn span(&self) -> Option<(Date, Date)> {
        self.days.span()
    }

    /// How many entries count from the first to the last day, both included.
    pub fn entries(&self, first: Date, last: Date) -> u64 {
        self.days.sum(first, last)
    }

    /// The entries from `first` to `last`, both included, with an amount or a day of presentation: by day, then by id.
    pub fn detailed(&self, first: Date, last: Date) -> impl Iterator<Item = RecordId> + '_ {
        self.detailed.range(first, last).flat_map(|it| it.1.iter().copied())
    }

    /// Every distinct cell and its days, in no order.
    pub fn cells(&self) -> impl Iterator<Item = (Cell, &Series)> {
        self.cells.iter().map(|(cell, it)| (*cell, it))
    }

    /// Everything that is counted and its days, whatever the list and the reason; in no order.
    pub fn whats(&self) -> impl Iterator<Item = (What, &Series)> {
        self.whats.iter().map(|(what, it)| (*what, it))
    }

    /// The days of `what`, all lists.
    pub fn of(&self, what: What) -> Option<&Series> {
        self.whats.get(&what)
    }

    /// How many of `what` on a day, all lists.
    pub fn count(&self, day: Date, what: What) -> u64 {
        self.of(what).map_or(0, |it| it.on(day))
    }

    /// How many of `what` from the first to the last day, both included, all lists.
    pub fn total(&self, span: (Date, Date), what: What) -> u64 {
        self.of(what).map_or(0, |it| it.sum(span.0, span.1))
    }

    /// The first day on which this own step was recorded.
    pub fn first_day_of(&self, own: Id) -> Option<Date> {
        self.of(What::own(own))?.first()
    }

    /// Adds entries in any order; those of a day that come together cost hardly more than one.
    pub(super) fn add_all(&mut self, entries: impl IntoIterator<Item = (RecordId, Counted)>) {
        let mut group: Option<Group> = None;
        for (id, it) in entries {
            if group.as_ref().is_some_and(|group| group.day != it.day) {
                self.add(group.take());
            }
            group.get_or_insert_with(|| Group::of(it.day)).push(id, &it);
        }
        self.add(group);
    }

    fn add(&mut self, group: Option<Group>) {
        let Some(Group { day, cells, ids, detailed }) = group else { return };
        self.days.change(day, |it| it.add(&cells, &ids));
        for (cell, n) in cells {
            self.cells.entry(cell).or_default().add(day, n);
            self.whats.entry(cell.what).or_default().add(day, n);
        }
        if !detailed.is_empty() {
            self.detailed.change(day, |known| detailed.into_iter().for_each(|id| insert(known, id)));
        }
    }

    pub(super) fn remove(&mut self, id: RecordId, it: &Counted) {
        self.days.change(it.day, |day| day.remove(id, it));
        take(&mut self.cells, &it.cell, it);
        take(&mut self.whats, &it.cell.what, it);
        if it.amount.is_some() || it.earlier.is_some() {
            self.detailed.change(it.day, |ids| remove(ids, id));
        }
    }
}

/// Entries of one day.
struct Group {
    day: Date,
    cells: Vec<(Cell, u64)>,
    ids: Vec<RecordId>,
    /// Those with an amount or a day of presentation.
    detailed: Vec<RecordId>,
}

impl Group {
    const fn of(day: Date) -> Self {
        Self { day, cells: Vec::new(), ids: Vec::new(), detailed: Vec::new() }
    }

    fn push(&mut self, id: RecordId, it: &Counted) {
        let n = u64::from(it.n);
        // A day has a handful of them.
        match self.cells.iter_mut().find(|known| known.0 == it.cell) {
            Some(known) => known.1 = known.1.saturating_add(n),
            None => self.cells.push((it.cell, n)),
        }
        self.ids.push(id);
        if it.amount.is_some() || it.earlier.is_some() {
            self.detailed.push(id);
        }
    }
}

/// Takes an entry out of the series of this key.
fn take<K: Eq + Hash>(all: &mut FxHashMap<K, Series>, key: &K, it: &Counted) {
    if let Some(series) = all.get_mut(key) {
        series.remove(it.day, u64::from(it.n));
        if series.is_empty() {
            all.remove(key);
        }
    }
}

/// Kept sorted, so that equal tallies are equal whatever the order of records. Nearly always it is the last one.
fn insert(ids: &mut Vec<RecordId>, id: RecordId) {
    if ids.last().is_none_or(|it| *it < id) {
        ids.push(id);
    } else if let Err(place) = ids.binary_search(&id) {
        ids.insert(place, id);
    }
}

fn remove(ids: &mut Vec<RecordId>, id: RecordId) {
    if let Ok(place) = ids.binary_search(&id) {
        ids.remove(place);
    }
}
