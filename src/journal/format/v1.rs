//! Version 1 of the body: a JSON array
//! `[seq, at, day, zone, list, [ids], [[writer, seq] …], [[key, value] …], "rows"]`.
//!
//! `seq` and `at` of the first record, the civil `day` and the `list` most of
//! them count for and the local time `zone` in minutes are said once; a row
//! tells only what differs. Ids and the records of others are named once and
//! then by place. Rows are numbers with commas, `;` between rows, and trailing
//! zeros left out, so a plain tap is the milliseconds since the record before.
//!
//! | row | numbers |
//! |---|---|
//! | entry | ms since the record before, kind, list, reason, n − 1, day − `day`, minute, batch, amount + 1, earlier, row hash + 1, occurrence |
//! | amendment | ms since the record before, [`AMENDMENT`] − 2 × change (− 1: of a batch), value, target, batch |
//! | setting | ms since the record before, [`SETTING`], batch; key and value are the next of theirs |
//! | gap | how many numbers the writer left out, [`GAP`] |
//!
//! A target is the distance to an earlier record of the same writer less 1, so
//! that the reason of the tap just before costs nothing to name; any other
//! record is −1 − its place among the named. An id is 0 for none, else its
//! place + 1; a list is 0 for the usual one, 1 for none, else its place + 2. A
//! batch is 0 for none, 1 where it begins, 2 where it is that of the record
//! before, else the distance to where it began plus 2.

mod read;
mod write;

pub(super) use read::decode;
pub(super) use write::encode;

use crate::{
    domain::step::Id,
    journal::record::{RecordId, What},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// JSON numbers are exact up to here in every reader.
const MAX_EXACT: u64 = 1 << 53;
const SETTING: i64 = -1;
const GAP: i64 = -2;
/// The largest kind of an amendment.
const AMENDMENT: i64 = -3;
/// Kinds from here on name an own step (even) or a counter (odd) by its place in `ids`.
const FIRST_NAMED: i64 = 16;

#[derive(Default)]
struct Names {
    ids: Vec<Id>,
    records: Vec<RecordId>,
}

/// What a body is made of, in order.
#[derive(Serialize, Deserialize)]
struct Shard(u32, u64, i32, i64, Option<Id>, Vec<Id>, Vec<(String, u32)>, Vec<(String, Value)>, String);

/// By code. Inbound has no call and no own steps.
const KINDS: [What; 5] = What::FIXED;

const fn predicted_minute(at: u64, zone: i64) -> i64 {
    (signed(at) / 60_000 + zone).rem_euclid(1440)
}

const fn signed(n: u64) -> i64 {
    // Nothing above 2^53 is ever recorded; more than that is held there.
    (if n > MAX_EXACT { MAX_EXACT } else { n }).cast_signed()
}
