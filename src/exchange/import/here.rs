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
use std::collections::{BTreeSet, HashMap};

/// What is left to record.
pub(crate) struct Fate {
    pub(crate) planned: Vec<Slim>,
    pub(crate) conflict_days: u32,
    pub(crate) worked: Vec<Date>,
}

type Key = (Date, Step, Origin, Label, Label);

const fn key(it: &Slim) -> Key {
    (it.day, it.step, it.origin, it.list, it.reason)
}

/// Gives ready rows their last verdict.
pub(crate) fn compare(
    rows: &mut [Row],
    origins: &[RowOrigin],
    planned: &[Slim],
    labels: &Labels,
    known: &dyn Known,
    other_numbers: OtherNumbers,
) -> Fate {
    let entries = |at: usize| {
        let end = origins.get(at + 1).map_or(planned.len(), |it| it.first);
        &planned[origins[at].first..end]
    };
    let mut file: HashMap<Key, u64> = HashMap::new();
    let mut imported: HashMap<Date, u64> = HashMap::new();
    for (at, row) in rows.iter_mut().enumerate().filter(|(_, it)| it.verdict == Verdict::Ready) {
        let seen = known.seen(RowHash(origins[at].hash), origins[at].occurrence);
        for it in entries(at) {
            *file.entry(key(it)).or_default() += u64::from(it.n);
            *imported.entry(it.day).or_default() += if seen { u64::from(it.n) } else { 0 };
        }
        if seen {
            row.verdict = Verdict::AlreadyHere;
        }
    }
    let equal = |it: &Slim| {
        let cell = Cell {
            day: it.day,
            step: it.step,
            origin: it.origin,
            list: labels.get(it.list),
            reason: labels.get(it.reason),
        };
        file.get(&key(it)) == Some(&known.count(&cell))
    };
    let conflicts: BTreeSet<Date> =
        imported.iter().filter(|(day, sum)| known.day_total(**day) != **sum).map(|(day, _)| *day).collect();

    let mut fate = Fate { planned: Vec::new(), conflict_days: 0, worked: Vec::new() };
    let mut asked = BTreeSet::new();
    for (at, row) in rows.iter_mut().enumerate().filter(|(_, it)| it.verdict == Verdict::Ready) {
        if let Some(day) = origins[at].zero {
            if known.worked(day) {
                row.verdict = Verdict::AlreadyHere;
            } else {
                fate.worked.push(day);
            }
            continue;
        }
        let kept = fate.planned.len();
        let mut left_alone = false;
        for it in entries(at).iter().filter(|it| !equal(it)) {
            let conflict = conflicts.contains(&it.day);
            if conflict {
                asked.insert(it.day);
            }
            if conflict && other_numbers == OtherNumbers::LeaveAlone {
                left_alone = true;
            } else {
                fate.planned.push(*it);
            }
        }
        if fate.planned.len() == kept {
            row.verdict = if left_alone { Verdict::LeftAlone } else { Verdict::AlreadyHere };
        }
    }
    fate.conflict_days = u32::try_from(asked.len()).unwrap_or(u32::MAX);
    fate.worked.sort_unstable();
    fate.worked.dedup();
    fate
}
