//! The key a shard is stored under.

use crate::journal::record::Writer;
use core::fmt;

/// How many records of a writer share a shard.
///
/// A tap rewrites one shard, so this bounds what a tap costs: about 4 KB.
pub const SHARD_LEN: u32 = 256;

/// Every key of a shard begins so.
pub const PREFIX: &str = "callpace/1/";

/// `callpace/1/<writer>/<number>`: records `number` × [`SHARD_LEN`] and on of one writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShardKey {
    /// Who wrote it.
    pub writer: Writer,
    /// From 0.
    pub number: u32,
}

impl ShardKey {
    /// The shard a record belongs to.
    pub const fn of(writer: Writer, seq: u32) -> Self {
        Self { writer, number: seq / SHARD_LEN }
    }

    /// Reads a key; `None` for a key that is no shard's.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        let (writer, number) = key.strip_prefix(PREFIX)?.split_once('/')?;
        Some(Self { writer: Writer::parse(writer)?, number: number.parse().ok()? })
    }
}

impl fmt::Display for ShardKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}/{}", self.writer, self.number)
    }
}
