//! The key a shard is stored under.

use crate::journal::record::Writer;
use core::fmt;

/// How many records of a writer share a shard.
///
/// A tap rewrites one shard, so this bounds what a tap costs: about 4 KB.
pub const SHARD_LEN: u32 = 256;

/// Every key of a shard begins so.
pub const PREFIX: &str = "callpace/1/";

/// Whose records a shard holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holds {
    /// Those of the writer that the key names, [`SHARD_LEN`] at most.
    Own,
    /// Those of any writers. Written once by the writer that the key names, and never changed.
    Gathered,
}

/// `callpace/1/<writer>/<number>` or, for gathered records, `callpace/1/<writer>/g<number>`.
///
/// The writer is the one who writes the key: no key has two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShardKey {
    /// Who writes it.
    pub writer: Writer,
    /// Whose records it holds.
    pub holds: Holds,
    /// From 0. Of [`Holds::Own`]: records `number` × [`SHARD_LEN`] and on.
    pub number: u32,
}

impl ShardKey {
    /// The shard a record belongs to.
    pub const fn of(writer: Writer, seq: u32) -> Self {
        Self { writer, holds: Holds::Own, number: seq / SHARD_LEN }
    }

    /// A shard of gathered records.
    pub const fn gathered(writer: Writer, number: u32) -> Self {
        Self { writer, holds: Holds::Gathered, number }
    }

    /// Reads a key; `None` for a key that is no shard's.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        let (writer, number) = key.strip_prefix(PREFIX)?.split_once('/')?;
        let (holds, number) = match number.strip_prefix('g') {
            Some(number) => (Holds::Gathered, number),
            None => (Holds::Own, number),
        };
        let it = Self { writer: Writer::parse(writer)?, holds, number: number.parse().ok()? };
        // "01" and "+1" are not how a number is written.
        (it.to_string() == key).then_some(it)
    }
}

impl fmt::Display for ShardKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.holds {
            Holds::Own => "",
            Holds::Gathered => "g",
        };
        write!(f, "{PREFIX}{}/{kind}{}", self.writer, self.number)
    }
}
