//! What the log has already.
//!
//! A row is already here if the same file row was imported and not undone, or
//! if the log's counts equal those of the file for every cell the row touches.
//! Equal means the sum of the file: sixty rows of one call each are sixty calls
//! of the log.
//!
//! Where the log holds anything else for a day, beyond what came from rows of
//! this very file, the day has other numbers, and a person is asked once.

use super::importer::RowOrigin;
use super::preview::{Label, Labels, Row, RowHash, Slim, Verdict};
use super::{Cell, Known, OtherNumbers};
use crate::domain::date::Date;
use crate::domain::step::{Origin, Step};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// What is left to record.
#[derive(Debug, Default)]
pub(crate) struct Fate {
    pub(crate) planned: Vec<Slim>,
    pub(crate) conflict_days: u32,
    pub(crate) worked: Vec<Date>,
}

type Key = (Date, Step, Origin, Label, Label);

const fn key(it: &Slim) -> Key {
    (it.day, it.step, it.origin, it.list, it.reason)
}

/// What was read of the file.
pub(crate) struct Read<'f> {
    pub(crate) rows: &'f mut [Row],
    pub(crate) origins: &'f [RowOrigin],
    pub(crate) planned: &'f [Slim],
    pub(crate) labels: &'f Labels,
}

impl Read<'_> {
    fn entries(&self, at: usize) -> &[Slim] {
        let end = self.origins.get(at + 1).map_or(self.planned.len(), |it| it.first);
        &self.planned[self.origins[at].first..end]
    }
}

/// Gives ready rows their last verdict, some rows at a time: first all are summed, then each is judged.
#[derive(Debug, Default)]
pub(crate) struct Comparison {
    judging: bool,
    at: usize,
    file: FxHashMap<Key, u64>,
    imported: FxHashMap<Date, u64>,
    conflicts: BTreeSet<Date>,
    asked: BTreeSet<Date>,
    fate: Fate,
}

impl Comparison {
    /// Rows passed; each is passed twice.
    pub(crate) const fn passed(&self, rows: usize) -> usize {
        self.at + if self.judging { rows } else { 0 }
    }

    /// Goes so many rows on; `true` once all are done.
    pub(crate) fn step(
        &mut self,
        n: usize,
        read: &mut Read<'_>,
        known: &dyn Known,
        other_numbers: OtherNumbers,
    ) -> bool {
        let end = read.rows.len().min(self.at.saturating_add(n));
        for at in self.at..end {
            if read.rows[at].verdict != Verdict::Ready {
                continue;
            }
            if self.judging {
                self.judge(at, read, known, other_numbers);
            } else {
                self.sum(at, read, known);
            }
        }
        self.at = end;
        if end < read.rows.len() {
            return false;
        }
        if self.judging {
            return true;
        }
        let other = self.imported.iter().filter(|(day, sum)| known.day_total(**day) != **sum);
        self.conflicts = other.map(|(day, _)| *day).collect();
        (self.judging, self.at) = (true, 0);
        false
    }

    fn sum(&mut self, at: usize, read: &mut Read<'_>, known: &dyn Known) {
        let seen = known.seen(RowHash(read.origins[at].hash), read.origins[at].occurrence);
        for it in read.entries(at) {
            *self.file.entry(key(it)).or_default() += u64::from(it.n);
            *self.imported.entry(it.day).or_default() += if seen { u64::from(it.n) } else { 0 };
        }
        if seen {
            read.rows[at].verdict = Verdict::AlreadyHere;
        }
    }

    fn judge(&mut self, at: usize, read: &mut Read<'_>, known: &dyn Known, other_numbers: OtherNumbers) {
        if let Some(day) = read.origins[at].zero {
            if known.worked(day) {
                read.rows[at].verdict = Verdict::AlreadyHere;
            } else {
                self.fate.worked.push(day);
            }
            return;
        }
        let kept = self.fate.planned.len();
        let mut left_alone = false;
        for it in read.entries(at) {
            if self.is_here(it, read.labels, known) {
                continue;
            }
            let conflict = self.conflicts.contains(&it.day);
            if conflict {
                self.asked.insert(it.day);
            }
            if conflict && other_numbers == OtherNumbers::LeaveAlone {
                left_alone = true;
            } else {
                self.fate.planned.push(*it);
            }
        }
        if self.fate.planned.len() == kept {
            read.rows[at].verdict = if left_alone { Verdict::LeftAlone } else { Verdict::AlreadyHere };
        }
    }

    /// The log's count equals that of the whole file.
    fn is_here(&self, it: &Slim, labels: &Labels, known: &dyn Known) -> bool {
        let cell = Cell {
            day: it.day,
            step: it.step,
            origin: it.origin,
            list: labels.get(it.list),
            reason: labels.get(it.reason),
        };
        self.file.get(&key(it)) == Some(&known.count(&cell))
    }

    /// What is left to record, once all rows are done.
    pub(crate) fn fate(mut self) -> Fate {
        self.fate.conflict_days = u32::try_from(self.asked.len()).unwrap_or(u32::MAX);
        self.fate.worked.sort_unstable();
        self.fate.worked.dedup();
        self.fate
    }
}
