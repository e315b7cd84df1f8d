//! The text of a shard: `<version> <checksum> <body>`.
//!
//! A shard holds consecutive records of one writer. The checksum covers the
//! version and the body, so a changed version digit is damage, and only an
//! intact text of a later version is called newer.

mod crc;
mod key;
mod v1;

pub use crc::crc32;
pub use key::{PREFIX, SHARD_LEN, ShardKey};

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

/// The text of these records.
///
/// They must be of one writer, in order of `seq`.
#[must_use]
pub fn encode(records: &[Record]) -> String {
    seal(VERSION, &v1::encode(records))
}

/// The records of a text that `writer` wrote.
///
/// # Errors
///
/// [`Unreadable::Damaged`] if the checksum or the form is wrong,
/// [`Unreadable::Newer`] if it is intact but of a later version.
pub fn decode(writer: Writer, text: &str) -> Result<Vec<Record>, Unreadable> {
    let (version, body) = unseal(text).ok_or(Unreadable::Damaged)?;
    match version {
        1 => v1::decode(writer, body).ok_or(Unreadable::Damaged),
        it if it > VERSION => Err(Unreadable::Newer),
        _ => Err(Unreadable::Damaged),
    }
}

fn seal(version: u32, body: &str) -> String {
    let head = version.to_string();
    format!("{head} {:08x} {body}", crc32(&[head.as_bytes(), body.as_bytes()]))
}

fn unseal(text: &str) -> Option<(u32, &str)> {
    let (head, rest) = text.split_once(' ')?;
    let (sum, body) = rest.split_once(' ')?;
    let intact = sum.len() == 8
        && sum.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
        && u32::from_str_radix(sum, 16).ok()? == crc32(&[head.as_bytes(), body.as_bytes()]);
    // "01" and "+1" are not how a version is written.
    let version: u32 = head.parse().ok()?;
    (intact && version.to_string() == head).then_some((version, body))
}
