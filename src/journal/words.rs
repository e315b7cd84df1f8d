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
        if holds && !self.holding.iter().any(|it| same_kind(it.change, word.change)) {
            // Nearly every target has one word only.
            self.holding.reserve_exact(1);
            self.holding.push(word);
        } else {
            self.rest.push(word.stamp);
        }
    }
}

/// Whether one takes the place of the other.
fn same_kind(a: Change, b: Change) -> bool {
    let decides = a.counts().is_some();
    decides == b.counts().is_some() && (decides || core::mem::discriminant(&a) == core::mem::discriminant(&b))
}
