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
    let mut all = Vec::new();
    records(writer, unseal(writer, text)?, &mut all)?;
    Ok(all)
}

/// Adds the records of a body of this version.
fn records(writer: Writer, (version, body): (u32, &str), all: &mut Vec<Record>) -> Result<(), Unreadable> {
    match version {
        1 => v1::decode(writer, body, all).ok_or(Unreadable::Damaged),
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
            (1, body) => {
                let mut all = Vec::new();
                for line in lines(body) {
                    // The seal around all lines is intact, and so is each of theirs.
                    let (writer, text) = of_writer(line)?;
                    records(writer, unsealed(text)?, &mut all)?;
                }
                Ok(all)
            }
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
        Holds::Gathered => {
            let read = |line| of_writer(line).and_then(|(writer, text)| decode(writer, text)).ok();
            lines(text).filter_map(read).flatten().collect()
        }
    }
}

/// Every line is sealed by itself and begins with a line break.
fn lines(body: &str) -> impl Iterator<Item = &str> {
    body.split('\n').skip(1)
}

/// Whose line it is, and its text.
fn of_writer(line: &str) -> Result<(Writer, &str), Unreadable> {
    let (writer, text) = line.split_once(' ').ok_or(Unreadable::Damaged)?;
    Ok((Writer::parse(writer).ok_or(Unreadable::Damaged)?, text))
}

fn seal(writer: Writer, body: &str) -> String {
    let head = VERSION.to_string();
    format!("{head} {:08x} {body}", checksum(writer, &head, body))
}

fn checksum(writer: Writer, head: &str, body: &str) -> u32 {
    crc32(&[writer.to_string().as_bytes(), head.as_bytes(), body.as_bytes()])
}

/// Version and body of an intact text.
fn unseal(writer: Writer, text: &str) -> Result<(u32, &str), Unreadable> {
    let (head, sum, body) = parts(text).ok_or(Unreadable::Damaged)?;
    let as_written = sum.len() == 8 && sum.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
    if as_written && u32::from_str_radix(sum, 16) == Ok(checksum(writer, head, body)) {
        unsealed(text)
    } else {
        Err(Unreadable::Damaged)
    }
}

/// Version and body of a text that something around it has found intact.
fn unsealed(text: &str) -> Result<(u32, &str), Unreadable> {
    let (head, _, body) = parts(text).ok_or(Unreadable::Damaged)?;
    // "01" and "+1" are not how a version is written.
    match head.parse::<u32>() {
        Ok(version) if version.to_string() != head => Err(Unreadable::Damaged),
        Ok(version) if version > VERSION => Err(Unreadable::Newer),
        Ok(version) => Ok((version, body)),
        Err(_) => Err(Unreadable::Damaged),
    }
}

/// Version, checksum and body.
fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let (head, rest) = text.split_once(' ')?;
    let (sum, body) = rest.split_once(' ')?;
    Some((head, sum, body))
}
