//! What amendments say about their targets, and which of it holds.

use crate::journal::record::{Change, Stamp, Writer};

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
    pub(super) latest: Option<Said>,
    pub(super) more: Option<Box<More>>,
}

/// Where a word stands.
#[derive(Clone, Debug)]
pub(super) enum Said {
    /// In the log of its target, under this `seq`: nearly always. Eight bytes instead of forty.
    Here(u32),
    /// In another one.
    Elsewhere(Box<Word>),
}

impl Said {
    /// Of a word about a target of this writer.
    pub(super) fn of(word: Word, writer: Writer) -> Self {
        let id = word.stamp.id;
        if id.writer == writer { Self::Here(id.seq) } else { Self::Elsewhere(Box::new(word)) }
    }
}

#[derive(Clone, Debug, Default)]
pub(super) struct More {
    /// The latest that holds of each other kind.
    pub(super) holding: Vec<Word>,
    /// Superseded or taken back.
    pub(super) rest: Vec<Stamp>,
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
