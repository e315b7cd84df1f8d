//! What shall happen outside, as plain values.

use crate::journal::{format::ShardKey, record::Record};

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
    /// Write a text under a key as it is. Nothing is reported.
    Put {
        /// Where.
        key: String,
        /// What.
        text: String,
    },
    /// Take these keys away: what they hold is held elsewhere.
    Remove(Vec<String>),
    /// Tell the other tabs, then take every shard away, and whatever else holds records.
    EraseAll,
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
