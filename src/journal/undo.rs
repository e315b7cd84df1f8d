//! Which record the next undo or redo goes to.
//!
//! Undo goes per browser, newest first over all its tabs, and names only this
//! browser's own records: a void travels, and must not reach another device's work.

use crate::journal::{
    Journal,
    record::{Body, Change, RecordId, Target},
};

/// What the next undo would take back.
#[must_use]
pub fn next_undo(journal: &Journal) -> Option<Target> {
    // The records of a batch stand together: the batch is asked about once, not once for each.
    let mut asked = None;
    journal.mine().find_map(|id| {
        let record = journal.get(id)?;
        let is_act = !matches!(undo_mark(&record.body), Some(Change::Undo | Change::Redo));
        let unit = record.unit();
        (is_act && asked.replace(unit) != Some(unit) && journal.unit_alive(unit)).then_some(unit)
    })
}

/// What the next redo would bring back: the last undone act, unless another act came since.
#[must_use]
pub fn next_redo(journal: &Journal) -> Option<Target> {
    let mut redone = 0_usize;
    for id in journal.mine() {
        let Some(Body::Amendment(it)) = journal.get(id).map(|it| &it.body) else { return None };
        match it.change {
            Change::Redo => redone += 1,
            Change::Undo if redone > 0 => redone -= 1,
            Change::Undo => return Some(it.target),
            _ => return None,
        }
    }
    None
}

/// The newest entry among the records of a unit, for saying what was removed.
#[must_use]
pub fn entry_of(journal: &Journal, unit: Target) -> Option<RecordId> {
    match unit {
        Target::Record(id) => journal.entry(id).map(|_| id),
        Target::Batch(first) => {
            journal.batch(first).iter().copied().filter(|id| journal.entry(*id).is_some()).max()
        }
    }
}

const fn undo_mark(body: &Body) -> Option<Change> {
    match body {
        Body::Amendment(it) => Some(it.change),
        _ => None,
    }
}
