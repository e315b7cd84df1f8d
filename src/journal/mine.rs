//! This browser's records in order of time: what undo goes back through.

use crate::journal::record::{RecordId, Stamp, Writer};

/// Ids, oldest first, as runs: one page load mostly records alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Mine(Vec<Run>);

/// Records of one writer, one after the other both by `seq` and in time.
#[derive(Clone, Copy, Debug)]
struct Run {
    writer: Writer,
    first: u32,
    last: u32,
}

impl Mine {
    /// From the newest back.
    pub(super) fn newest_first(&self) -> impl Iterator<Item = RecordId> {
        self.0.iter().rev().flat_map(|run| run.ids().rev())
    }

    /// Adds these in any order; `stamp` knows those that are here.
    pub(super) fn add(&mut self, mut fresh: Vec<Stamp>, stamp: impl Fn(RecordId) -> Option<Stamp>) {
        fresh.sort_unstable();
        let Some(oldest) = fresh.first().copied() else { return };
        // Nearly always all of it is newer than what is known.
        let known = fresh.len();
        while let Some(run) = self.0.last().copied() {
            if stamp(run.id(run.last)).is_some_and(|it| it < oldest) {
                break;
            }
            fresh.extend(run.ids().filter_map(&stamp));
            self.0.pop();
        }
        if fresh.len() > known {
            fresh.sort_unstable();
        }
        for it in fresh {
            self.push(it.id);
        }
    }

    fn push(&mut self, id: RecordId) {
        match self.0.last_mut() {
            Some(run) if run.writer == id.writer && run.last.checked_add(1) == Some(id.seq) => {
                run.last = id.seq;
            }
            _ => self.0.push(Run { writer: id.writer, first: id.seq, last: id.seq }),
        }
    }
}

impl Run {
    const fn id(self, seq: u32) -> RecordId {
        RecordId { writer: self.writer, seq }
    }

    fn ids(self) -> impl DoubleEndedIterator<Item = RecordId> {
        (self.first..=self.last).map(move |seq| self.id(seq))
    }
}
