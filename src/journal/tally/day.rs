//! What counts for one day.

use super::{Cell, Counted, by_day::OfDay, insert, remove};
use crate::{
    domain::{
        count::{Cold, Inbound},
        step::{Origin, Step},
    },
    journal::record::{RecordId, What},
};

/// One day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayTally {
    /// Sorted; none of the counts is 0.
    cells: Vec<(Cell, u64)>,
    /// What the article counts, whatever the list and the reason: days of years are made of it.
    cold: Cold,
    inbound: Inbound,
    explained: u64,
    entries: Vec<RecordId>,
}

impl OfDay for DayTally {
    /// How many entries.
    fn weight(&self) -> u64 {
        self.entries.len() as u64
    }
}

impl DayTally {
    /// The counts, none of them 0.
    pub fn cells(&self) -> impl Iterator<Item = (Cell, u64)> + '_ {
        self.cells.iter().copied()
    }

    /// The entries that count for this day, by id.
    pub fn entries(&self) -> &[RecordId] {
        &self.entries
    }

    /// What came of calls, all lists.
    pub const fn cold(&self) -> Cold {
        self.cold
    }

    /// What came by itself, all lists.
    pub const fn inbound(&self) -> Inbound {
        self.inbound
    }

    /// Cold presentations with any reason, all lists.
    pub const fn explained(&self) -> u64 {
        self.explained
    }

    /// The sum of what `keep` lets through.
    pub fn sum(&self, keep: impl Fn(&Cell) -> bool) -> u64 {
        self.cells.iter().filter(|(cell, _)| keep(cell)).map(|(_, n)| n).sum()
    }

    /// The counts of `what`, by list and reason.
    pub fn of(&self, what: What) -> impl Iterator<Item = (Cell, u64)> + '_ {
        let from = self.cells.partition_point(|it| it.0.what < what);
        self.cells[from..].iter().take_while(move |it| it.0.what == what).copied()
    }

    /// How many of `what`, all lists.
    pub fn count(&self, what: What) -> u64 {
        self.of(what).map(|it| it.1).sum()
    }

    pub(super) fn add(&mut self, cells: &[(Cell, u64)], ids: &[RecordId]) {
        for (cell, n) in cells {
            match self.cells.binary_search_by(|it| it.0.cmp(cell)) {
                Ok(place) => self.cells[place].1 = self.cells[place].1.saturating_add(*n),
                Err(place) => self.cells.insert(place, (*cell, *n)),
            }
            self.sums(*cell, |sum| *sum = sum.saturating_add(*n));
        }
        for id in ids {
            insert(&mut self.entries, *id);
        }
    }

    pub(super) fn remove(&mut self, id: RecordId, it: &Counted) {
        let n = u64::from(it.n);
        if let Ok(place) = self.cells.binary_search_by(|cell| cell.0.cmp(&it.cell)) {
            self.cells[place].1 = self.cells[place].1.saturating_sub(n);
            if self.cells[place].1 == 0 {
                self.cells.remove(place);
            }
        }
        self.sums(it.cell, |sum| *sum = sum.saturating_sub(n));
        remove(&mut self.entries, id);
    }

    /// Changes the sums that this is counted in.
    fn sums(&mut self, cell: Cell, change: impl Fn(&mut u64)) {
        let What::Step(step, origin) = cell.what else { return };
        match (step, origin) {
            (Step::Call, _) => change(&mut self.cold.calls),
            (Step::Presentation, Origin::Cold) => {
                change(&mut self.cold.presentations);
                if cell.reason.is_some() {
                    change(&mut self.explained);
                }
            }
            (Step::Sale, Origin::Cold) => change(&mut self.cold.sales),
            (Step::Presentation, Origin::Inbound) => change(&mut self.inbound.presentations),
            (Step::Sale, Origin::Inbound) => change(&mut self.inbound.sales),
            (Step::Own(_), _) => {}
        }
    }
}
