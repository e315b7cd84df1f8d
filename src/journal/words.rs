//! What amendments say about one target, and which of it holds.

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
    /// The latest that holds of each kind.
    holding: Vec<Word>,
    /// Superseded or taken back.
    rest: Vec<Stamp>,
}

impl Words {
    pub(super) fn holding(&self) -> &[Word] {
        &self.holding
    }

    /// Takes all words out, to be put back latest first.
    pub(super) fn take(&mut self) -> impl Iterator<Item = Stamp> + use<> {
        let holding = core::mem::take(&mut self.holding);
        let rest = core::mem::take(&mut self.rest);
        holding.into_iter().map(|it| it.stamp).chain(rest)
    }

    /// Puts back a word that is earlier than all that were put back since [`Words::take`].
    pub(super) fn put(&mut self, word: Word, holds: bool) {
        if holds && !self.holding.iter().any(|it| it.same_kind(&word)) {
            // Nearly every target has one word only.
            self.holding.reserve_exact(1);
            self.holding.push(word);
        } else {
            self.rest.push(word.stamp);
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
