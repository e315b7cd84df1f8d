//! A colleague's file: what is kept of it while it is looked at.

use super::{Sum, sum};
use crate::{
    app::view::plan::counts::Counts,
    domain::date::Date,
    journal::{
        Journal,
        record::{Device, Record, Writer},
        settings::MAX_NAME,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// What is kept of a colleague's file: counts of days, and who wrote them. No record of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What the seller calls them; at first the name of the file.
    pub name: String,
    /// When the backup was made.
    pub made: Option<Date>,
    /// How many entries count.
    pub entries: usize,
    days: BTreeMap<Date, Counts>,
    pub(super) writers: BTreeSet<Writer>,
}

impl Person {
    /// Tallies the records of a backup and when it was made.
    #[must_use]
    pub fn of(name: String, made: Option<Date>, records: Vec<Record>) -> Self {
        let writers = records.iter().map(|it| it.id.writer).collect();
        // The same fold as for the seller's own: corrections, undo and all.
        let mut journal = Journal::new(Device(0));
        journal.add_all(records);
        let tally = journal.tally();
        let days: BTreeMap<Date, Counts> =
            tally.days(Date::MIN, Date::MAX).map(|it| (it.0, Counts::of_day(it.1))).collect();
        let entries = tally.days(Date::MIN, Date::MAX).map(|it| it.1.entries().len()).sum();
        Self { name, made, entries, days, writers }
    }

    /// The first and the last day that have entries.
    #[must_use]
    pub fn span(&self) -> Option<(Date, Date)> {
        Some((*self.days.first_key_value()?.0, *self.days.last_key_value()?.0))
    }

    pub(super) fn counted(&self, first: Date, last: Date) -> Sum {
        let days = if first <= last { Some(self.days.range(first..=last)) } else { None };
        sum(days.into_iter().flatten().map(|it| (*it.0, *it.1)))
    }

    pub(super) fn shares_a_writer(&self, other: &Self) -> bool {
        !self.writers.is_disjoint(&other.writers)
    }
}

/// The name a file gives to a column: without its folder and ending.
#[must_use]
pub fn name_of_file(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.strip_suffix(".json").unwrap_or(name).trim();
    let name = if stem.is_empty() { name } else { stem };
    name.chars().take(MAX_NAME).collect()
}
