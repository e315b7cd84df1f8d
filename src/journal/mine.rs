//! This browser's records in order of time: what undo goes back through.

use crate::journal::record::{RecordId, Stamp};

/// Ids, oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Mine(Vec<RecordId>);

impl Mine {
    pub(super) fn ids(&self) -> &[RecordId] {
        &self.0
    }

    /// Adds these in any order; `stamp` knows those that are here.
    pub(super) fn add(&mut self, mut fresh: Vec<Stamp>, stamp: impl Fn(RecordId) -> Option<Stamp>) {
        fresh.sort_unstable();
        let Some(oldest) = fresh.first().copied() else { return };
        // Nearly always all of it is newer than what is known.
        let from = match self.0.last().and_then(|it| stamp(*it)) {
            Some(newest) if oldest < newest => self.0.partition_point(|it| stamp(*it) < Some(oldest)),
            _ => self.0.len(),
        };
        fresh.extend(self.0[from..].iter().filter_map(|it| stamp(*it)));
        fresh.sort_unstable();
        self.0.truncate(from);
        // Doubling would take room for as many again.
        if self.0.capacity() - from < fresh.len() {
            self.0.reserve_exact(fresh.len().max(from / 8));
        }
        self.0.extend(fresh.into_iter().map(|it| it.id));
    }
}
