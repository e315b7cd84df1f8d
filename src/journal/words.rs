//! What amendments say about their targets, and which of it holds.

use crate::journal::record::{Change, Stamp};

/// One amendment, seen from its target.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) stamp: Stamp,
    pub(super) change: Change,
}

/// All amendments of one target.
///
/// Kept apart by whether they hold, so that asking what an entry counts as
/// costs the same however often it was changed and changed back.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// Nearly every target has this one only: the latest that holds.
    latest: Option<Word>,
    more: Option<Box<More>>,
}

#[derive(Clone, Debug, Default)]
struct More {
    /// The latest that holds of each other kind.
    holding: Vec<Word>,
    /// Superseded or taken back.
    rest: Vec<Stamp>,
}

impl Words {
    pub(super) fn holding(&self) -> impl Iterator<Item = &Word> + Clone {
        self.latest.iter().chain(self.more.iter().flat_map(|it| &it.holding))
    }

    /// Takes all words out, to be put back latest first.
    pub(super) fn take(&mut self) -> impl Iterator<Item = Stamp> + use<> {
        let latest = self.latest.take();
        let more = self.more.take().map(|it| *it).unwrap_or_default();
        latest.into_iter().chain(more.holding).map(|it| it.stamp).chain(more.rest)
    }

    /// Puts back a word that is earlier than all that were put back since [`Words::take`].
    pub(super) fn put(&mut self, word: Word, holds: bool) {
        let holds = holds && !self.holding().any(|it| it.same_kind(&word));
        match (holds, self.latest) {
            (true, None) => self.latest = Some(word),
            (true, Some(_)) => self.more.get_or_insert_default().holding.push(word),
            (false, _) => self.more.get_or_insert_default().rest.push(word.stamp),
        }
    }
}

impl Word {
    /// Whether one takes the place of the other.
    pub(super) const fn same_kind(&self, other: &Self) -> bool {
        kind(self.change) == kind(other.change)
    }
}

/// Undo and Redo are a kind of their own: bringing back an entry must not
/// outvote a correction that took it away and is brought back next.
const fn kind(change: Change) -> u8 {
    match change {
        Change::Void | Change::Restore => 0,
        Change::Undo | Change::Redo => 1,
        Change::Reason(_) => 2,
        Change::List(_) => 3,
        Change::Day(_) => 4,
        Change::N(_) => 5,
        Change::Amount(_) => 6,
        Change::Earlier(_) => 7,
    }
}
