//! What shall happen outside, as plain values.

use crate::journal::{
    format::ShardKey,
    record::{Record, RecordId, Writer},
};

/// Something to be done by the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write a shard, read it back, and report with [`crate::app::intent::Intent::Stored`].
    Write {
        /// Where.
        key: ShardKey,
        /// What.
        text: String,
        /// One past the last record it holds.
        through: u32,
    },
    /// Put these records into the mirror of the newest.
    Mirror(Vec<Record>),
    /// Forget these in the mirror, where it has held them since before an instant.
    TrimMirror {
        /// localStorage holds them.
        held: Vec<RecordId>,
        /// UTC milliseconds.
        before: u64,
    },
    /// Write a text under a key as it is. Nothing is reported.
    Put {
        /// Where.
        key: String,
        /// What.
        text: String,
    },
    /// Take these keys away: what they hold is held elsewhere.
    Remove(Vec<String>),
    /// Empty the mirror, tell the other tabs, then take every shard away.
    EraseAll {
        /// What was recorded up to then, UTC milliseconds, is erased.
        before: u64,
        /// The shards of this writer stay: they are younger than the wish.
        keep: Writer,
    },
    /// What was erased is being put back.
    Unerase,
    /// If one of these keys is gone, report everything that is left with
    /// [`crate::app::intent::Intent::StorageCleared`], one tab at a time where that can be had.
    Check(Vec<String>),
    /// While no other tab does, and not at all where that cannot be had: report everything that
    /// is stored with [`crate::app::intent::Intent::Gather`].
    Gather,
    /// Store the preferences.
    SavePrefs(String),
    /// Ask the browser to keep the storage.
    AskToPersist,
    /// Give the person a file.
    Download {
        /// Suggested name.
        name: String,
        /// Media type.
        mime: &'static str,
        /// Content.
        text: String,
    },
    /// Ask the host whether there is a newer version of the app.
    LookForNewer,
    /// Let the newer version take over, and load the page anew.
    LoadNewer,
    /// Feel the tap.
    Vibrate,
}

/// Why a shard could not be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// Private window, blocked cookies, or an embedding without storage.
    Unavailable,
    /// No space left.
    Refused,
    /// What came back is not what was written.
    Altered,
}
