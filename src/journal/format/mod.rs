//! The text of a shard: `<version> <checksum> <body>`.
//!
//! A shard holds records of one writer, or lines of `<writer> <text>` for
//! several. The checksum covers the writer, the version and the body: a
//! changed version digit is damage, and so is a text under another writer's
//! key. Only an intact text of a later version is called newer.

mod crc;
mod key;
mod v1;

pub use crc::crc32;
pub use key::{Holds, PREFIX, SHARD_LEN, ShardKey};

use crate::journal::record::{Record, Writer};

/// The version that is written.
pub const VERSION: u32 = 1;

/// Why a shard cannot be read. It stays where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Changed or cut since it was written.
    Damaged,
    /// Written by a later version of Callpace.
    Newer,
}

/// The text of these records, empty for none.
///
/// They must be of one writer, in order of `seq`.
#[must_use]
pub fn encode(records: &[Record]) -> String {
    records.first().map_or_else(String::new, |it| seal(it.id.writer, &v1::encode(records)))
}

/// The text under which `by` keeps records of several writers.
///
/// They must be in order of id.
#[must_use]
pub fn encode_gathered(by: Writer, records: &[Record]) -> String {
    let mut runs: Vec<_> = records.chunk_by(|a, b| a.id.writer == b.id.writer).collect();
    runs.sort_by_key(|it| it.first().map_or(0, |it| it.at));
    let mut body = String::new();
    for run in runs {
        let writer = run.first().map(|it| it.id.writer.to_string()).unwrap_or_default();
        body.extend(["\n", &writer, " ", &encode(run)]);
    }
    seal(by, &body)
}

/// The records of a text that `writer` wrote about itself.
///
/// # Errors
///
/// [`Unreadable::Damaged`] if the checksum or the form is wrong,
/// [`Unreadable::Newer`] if it is intact but of a later version.
pub fn decode(writer: Writer, text: &str) -> Result<Vec<Record>, Unreadable> {
    match unseal(writer, text)? {
        (1, body) => v1::decode(writer, body).ok_or(Unreadable::Damaged),
        _ => Err(Unreadable::Damaged),
    }
}

/// The records of the text found under `key`.
///
/// # Errors
///
/// As [`decode`].
pub fn read(key: ShardKey, text: &str) -> Result<Vec<Record>, Unreadable> {
    match key.holds {
        Holds::Own => decode(key.writer, text),
        Holds::Gathered => match unseal(key.writer, text)? {
            (1, body) => lines(body).map(read_line).collect::<Result<Vec<_>, _>>().map(|it| it.concat()),
            _ => Err(Unreadable::Damaged),
        },
    }
}

/// When the first record of a text was made, as far as can be told at a glance; else 0.
///
/// Shards read in this order need little sorting.
#[must_use]
pub fn first_at(text: &str) -> u64 {
    let head = text.split_once('[').map_or("", |it| it.1);
    head.split(',').nth(1).and_then(|it| it.parse().ok()).unwrap_or(0)
}

/// What is still whole of a damaged text found under `key`.
#[must_use]
pub fn salvage(key: ShardKey, text: &str) -> Vec<Record> {
    match key.holds {
        Holds::Own => Vec::new(),
        Holds::Gathered => lines(text).filter_map(|line| read_line(line).ok()).flatten().collect(),
    }
}

/// Every line is sealed by itself and begins with a line break.
fn lines(body: &str) -> impl Iterator<Item = &str> {
    body.split('\n').skip(1)
}

fn read_line(line: &str) -> Result<Vec<Record>, Unreadable> {
    let (writer, text) = line.split_once(' ').ok_or(Unreadable::Damaged)?;
    decode(Writer::parse(writer).ok_or(Unreadable::Damaged)?, text)
}

fn seal(writer: Writer, body: &str) -> String {
    let head = VERSION.to_string();
    format!("{head} {:08x} {body}", checksum(writer, &head, body))
}

fn checksum(writer: Writer, head: &str, body: &str) -> u32 {
    crc32(&[writer.to_string().as_bytes(), head.as_bytes(), body.as_bytes()])
}

/// Version and body.
fn unseal(writer: Writer, text: &str) -> Result<(u32, &str), Unreadable> {
    let parts = || {
        let (head, rest) = text.split_once(' ')?;
        let (sum, body) = rest.split_once(' ')?;
        let as_written = sum.len() == 8 && sum.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
        let intact = as_written && u32::from_str_radix(sum, 16).ok()? == checksum(writer, head, body);
        // "01" and "+1" are not how a version is written.
        let version: u32 = head.parse().ok()?;
        (intact && version.to_string() == head).then_some((version, body))
    };
    match parts() {
        Some((version, _)) if version > VERSION => Err(Unreadable::Newer),
        Some(it) => Ok(it),
        None => Err(Unreadable::Damaged),
    }
}
