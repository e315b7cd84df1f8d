//! The mirror: what was recorded lately, once more, in IndexedDB.
//!
//! A browser that is killed forgets what localStorage was given since its last
//! commit, IndexedDB forgets nothing. Transactions have the default
//! durability, which is the relaxed one in every engine. The store `records`
//! maps `<put at>/<writer>/<seq>` to the text of some records of that writer,
//! in the format of a shard; the store `notes` says what was erased.
//!
//! Without IndexedDB every function here does nothing, and [`load`] finds nothing.

use crate::{
    browser::{clock, idb},
    journal::{
        format::{self, SHARD_LEN},
        record::{Record, RecordId, Writer},
    },
};
use std::collections::BTreeSet;
use wasm_bindgen::JsValue;
use web_sys::{IdbKeyRange, IdbRequest};

/// How long a note of an erasure stands, in milliseconds: until localStorage has surely forgotten.
const NOTE_STANDS: u64 = 24 * 60 * 60 * 1000;

/// The largest instant of 13 digits: keys are compared as texts.
const LAST: u64 = 9_999_999_999_999;

/// The key of the note in the notes; its value is `<before> <made at>`.
const ERASED: &str = "erased";

/// What the mirror held.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Its records.
    pub records: Vec<Record>,
    /// Everything recorded up to this instant, UTC milliseconds, was erased in the last day:
    /// localStorage may have been killed before it forgot.
    pub erased_before: Option<u64>,
}

/// Keeps these as well. They are safe some milliseconds later, whatever happens to the browser.
pub fn put(records: &[Record]) {
    let now = clock::now(0).at;
    let runs = records.chunk_by(|a, b| a.id.writer == b.id.writer && a.id.seq < b.id.seq);
    let rows: Vec<(String, String)> = runs
        .flat_map(|it| it.chunks(SHARD_LEN as usize))
        .filter_map(|it| {
            let id = it.first()?.id;
            Some((format!("{now:013}/{}/{}", id.writer, id.seq), format::encode(it)))
        })
        .collect();
    idb::change(move |records, _| {
        for (key, text) in &rows {
            records.put_with_key(&JsValue::from_str(text), &JsValue::from_str(key))?;
        }
        Ok(())
    });
}

/// Reads everything. What cannot be read is left where it is.
pub fn load(on_done: impl FnOnce(Loaded) + 'static) {
    let ask = |records: &idb::Store, notes: &idb::Store| {
        Ok((records.get_all_keys()?, records.get_all()?, notes.get(&JsValue::from_str(ERASED))?))
    };
    idb::read(ask, move |asked| {
        on_done(asked.map_or_else(Loaded::default, |(keys, texts, note)| Loaded {
            records: rows(&keys, &texts).into_iter().flat_map(|it| it.1).collect(),
            erased_before: note.result().ok().and_then(|it| it.as_string()).and_then(|it| standing(&it)),
        }));
    });
}

/// Forgets what it has held since before an instant, UTC milliseconds, and localStorage holds.
pub fn trim(held: Vec<RecordId>, before: u64) {
    let Ok(range) = IdbKeyRange::upper_bound(&JsValue::from_str(&format!("{:013}", before.min(LAST)))) else {
        return;
    };
    let held: BTreeSet<RecordId> = held.into_iter().collect();
    let ask = move |records: &idb::Store, _: &idb::Store| {
        Ok((records.get_all_keys_with_key(&range)?, records.get_all_with_key(&range)?))
    };
    idb::read(ask, move |asked| {
        let Some((keys, texts)) = asked else { return };
        let mut old = rows(&keys, &texts);
        old.retain(|(_, records)| records.iter().all(|it| held.contains(&it.id)));
        idb::change(move |records, _| {
            for (key, _) in &old {
                records.delete(key)?;
            }
            Ok(())
        });
    });
}

/// Empties the mirror and notes that everything up to `before`, UTC milliseconds, was erased.
///
/// localStorage shall be emptied in `on_done`, which comes also where there is no mirror: a
/// browser killed in between then erases the rest at the next start.
pub fn erase(before: u64, on_done: impl FnOnce() + 'static) {
    let note = format!("{before} {}", clock::now(0).at);
    idb::change_then(
        move |records, notes| {
            notes.put_with_key(&JsValue::from_str(&note), &JsValue::from_str(ERASED))?;
            records.clear().map(drop)
        },
        on_done,
    );
}

/// Takes the note away: what was erased is being put back. Put the records into the mirror next.
pub fn unerase() {
    idb::change(|_, notes| notes.delete(&JsValue::from_str(ERASED)).map(drop));
}

fn standing(note: &str) -> Option<u64> {
    let (before, made) = note.split_once(' ')?;
    let made: u64 = made.parse().ok()?;
    (clock::now(0).at < made.saturating_add(NOTE_STANDS)).then(|| before.parse().ok()).flatten()
}

/// Keys and records of the rows that can be read.
fn rows(keys: &IdbRequest, texts: &IdbRequest) -> Vec<(JsValue, Vec<Record>)> {
    let all = |it: &IdbRequest| it.result().map(|it| js_sys::Array::from(&it)).unwrap_or_default();
    all(keys)
        .iter()
        .zip(all(texts).iter())
        .filter_map(|(key, text)| {
            let name = key.as_string()?;
            let writer = Writer::parse(name.split('/').nth(1)?)?;
            Some((key, format::decode(writer, &text.as_string()?).ok()?))
        })
        .collect()
}
