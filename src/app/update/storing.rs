//! Keeping what is recorded: writing shards, failures, other tabs, the mirror.

use super::say;
use crate::{
    app::{
        effect::{Effect, StoreError},
        start::DEVICE_KEY,
        state::{Said, State, UnreadableShard},
    },
    journal::{
        Journal,
        format::{self, Holds, SHARD_LEN, ShardKey},
        record::{Record, RecordId},
    },
};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// How many records a gathered shard holds at most: about 50 000 characters.
pub(super) const GATHERED_LEN: usize = 4096;

/// How long the mirror keeps what localStorage holds as well, in milliseconds.
///
/// A browser that is killed may forget what localStorage was given in the last minutes.
const MIRROR_FOR: u64 = 24 * 60 * 60 * 1000;

/// Asks for this page's records `first..past` to be written.
pub(super) fn write(state: &mut State, first: u32, past: u32) -> Vec<Effect> {
    let writer = state.me;
    keep(state, (first..past).map(|seq| RecordId { writer, seq }))
}

/// Asks for these records of the journal to be stored, in order of id.
///
/// This page's own go where they belong. Others go into shards of its own as
/// well: no one ever writes a key of another page, which may still be open.
/// Until a write is reported stored its records count as unsaved.
pub(super) fn keep(state: &mut State, ids: impl IntoIterator<Item = RecordId>) -> Vec<Effect> {
    let (mine, others): (Vec<_>, Vec<_>) = ids.into_iter().partition(|it| it.writer == state.me);
    let mut keys = BTreeSet::new();
    for id in mine {
        let key = ShardKey::of(id.writer, id.seq);
        state.unsaved.entry(key).or_default().insert(id);
        keys.insert(key);
    }
    for ids in others.chunks(GATHERED_LEN) {
        let key = next_gathered(state);
        state.unsaved.insert(key, ids.iter().copied().collect());
        keys.insert(key);
    }
    keys.into_iter().map(|key| write_shard(state, key)).collect()
}

/// A key for gathered records that was never used.
pub(super) const fn next_gathered(state: &mut State) -> ShardKey {
    let key = ShardKey::gathered(state.me, state.next_gathered);
    state.next_gathered = state.next_gathered.saturating_add(1);
    key
}

fn write_shard(state: &State, key: ShardKey) -> Effect {
    let (text, through) = match key.holds {
        Holds::Own => {
            let records = own_records(state, key);
            (format::encode(records), records.last().map_or(0, |it| it.id.seq.saturating_add(1)))
        }
        Holds::Gathered => {
            let ids = state.unsaved.get(&key).into_iter().flatten();
            let records: Vec<Record> = ids.filter_map(|id| state.journal.get(*id)).cloned().collect();
            (format::encode_gathered(key.writer, &records), u32::MAX)
        }
    };
    Effect::Write { key, text, through }
}

fn own_records(state: &State, key: ShardKey) -> &[Record] {
    let records = state.journal.since(key.writer, key.number * SHARD_LEN);
    let end = records.partition_point(|it| it.id.seq / SHARD_LEN == key.number);
    &records[..end]
}

pub(super) fn stored(
    state: &mut State,
    key: ShardKey,
    through: u32,
    result: Result<(), StoreError>,
) -> Vec<Effect> {
    if key.writer != state.me {
        return Vec::new();
    }
    if let Err(why) = result {
        if key.holds == Holds::Gathered && !state.unsaved.contains_key(&key) {
            // A mere copy: nothing is amiss but what may be left of it.
            return vec![Effect::Remove(vec![key.to_string()])];
        }
        state.trouble = Some(why);
        if why == StoreError::Altered && key.holds == Holds::Own {
            // What was there before is gone as well.
            let all: Vec<RecordId> = own_records(state, key).iter().map(|it| it.id).collect();
            state.unsaved.entry(key).or_default().extend(all);
        }
        return Vec::new();
    }
    if let Some(ids) = state.unsaved.get_mut(&key) {
        ids.retain(|it| key.holds == Holds::Own && it.seq >= through);
        if ids.is_empty() {
            state.unsaved.remove(&key);
        }
    }
    if state.trouble.is_none() {
        return Vec::new();
    }
    // There is space again: the others may fit now.
    let next = state.unsaved.keys().next().copied();
    if next.is_none() {
        state.trouble = None;
        say(state, Said::StoredAgain);
    }
    next.map(|key| write_shard(state, key)).into_iter().collect()
}

pub(super) fn retry(state: &State) -> Vec<Effect> {
    if state.trouble.is_none() {
        return Vec::new();
    }
    state.unsaved.keys().map(|key| write_shard(state, *key)).collect()
}

/// Tries again what could not be saved, and looks whether the rest is still there.
pub(super) fn tick(state: &State) -> Vec<Effect> {
    let mut effects = retry(state);
    if effects.is_empty() && !state.read_only() {
        let newest = state.next_seq().checked_sub(1).map(|seq| ShardKey::of(state.me, seq).to_string());
        effects.push(Effect::Check(newest.into_iter().chain([DEVICE_KEY.to_owned()]).collect()));
    }
    effects
}

pub(super) fn arrived(state: &mut State, key: ShardKey, text: &str) -> Vec<Effect> {
    if key.writer == state.me {
        return Vec::new();
    }
    let name = key.to_string();
    state.unreadable.retain(|it| it.key != name);
    let (records, why) = match format::read(key, text) {
        Ok(records) => (records, None),
        Err(why) => (format::salvage(key, text), Some(why)),
    };
    if state.journal.add_all(records) > 0 {
        say(state, Said::FromOtherTab);
    }
    state.unreadable.extend(why.map(|why| UnreadableShard { key: name, text: text.to_owned(), why }));
    Vec::new()
}

/// What the mirror held and localStorage lost is back, and is written again.
pub(super) fn mirrored(state: &mut State, records: Vec<Record>) -> Vec<Effect> {
    let unsaved: BTreeSet<RecordId> = state.unsaved.values().flatten().copied().collect();
    let (held, lost): (Vec<Record>, Vec<Record>) =
        records.into_iter().partition(|it| state.journal.get(it.id).is_some());
    let held: Vec<RecordId> = held.into_iter().map(|it| it.id).filter(|it| !unsaved.contains(it)).collect();
    let ids: BTreeSet<RecordId> = lost.iter().map(|it| it.id).collect();
    state.journal.add_all(lost.iter().cloned());
    let mut effects = Vec::new();
    if state.read_only() {
        return effects;
    }
    if !ids.is_empty() {
        effects.extend(keep(state, ids));
        // Anew, for what was written just now may be lost as well.
        effects.push(Effect::Mirror(lost));
    }
    if !held.is_empty() {
        effects.push(Effect::TrimMirror { held, before: state.now.at.saturating_sub(MIRROR_FOR) });
    }
    if state.scattered >= super::gathering::WORTHWHILE {
        effects.push(Effect::Gather);
    }
    effects
}

/// Everything on screen that is not among what is left is written again.
pub(super) fn cleared(state: &mut State, left: &[(String, String)]) -> Vec<Effect> {
    let keys: BTreeSet<&str> = left.iter().map(|it| it.0.as_str()).collect();
    let mut effects: Vec<Effect> = state
        .unreadable
        .iter()
        .filter(|it| !keys.contains(it.key.as_str()))
        .map(|it| Effect::Put { key: it.key.clone(), text: it.text.clone() })
        .collect();
    if !keys.contains(DEVICE_KEY) {
        effects.push(Effect::Put { key: DEVICE_KEY.to_owned(), text: state.journal.device().to_string() });
    }
    if !keys.contains(crate::app::prefs::KEY) {
        effects.push(Effect::SavePrefs(state.prefs.to_text()));
    }
    let stored: FxHashSet<RecordId> = left
        .iter()
        .filter_map(|(key, text)| format::read(ShardKey::parse(key)?, text).ok())
        .flatten()
        .map(|it| it.id)
        .collect();
    let lost: Vec<RecordId> =
        state.journal.records().map(|it| it.id).filter(|it| !stored.contains(it)).collect();
    if !lost.is_empty() && !state.read_only() {
        // Until all is written again this is a failure like any other.
        state.trouble = Some(StoreError::Altered);
        effects.extend(keep(state, lost));
    }
    effects
}

/// What was erased and came back goes again: shards of nothing else, and what was read from them.
pub(super) fn forget(state: &mut State, before: u64, found: &[(String, String)]) -> Vec<Effect> {
    let old = |(key, text): &&(String, String)| {
        let records = ShardKey::parse(key).and_then(|it| format::read(it, text).ok());
        records.is_some_and(|it| it.iter().all(|it| it.at <= before))
    };
    let keys: Vec<String> = found.iter().filter(old).map(|it| it.0.clone()).collect();
    let left: Vec<Record> = state.journal.records().filter(|it| it.at > before).cloned().collect();
    let mut journal = Journal::new(state.journal.device());
    journal.add_all(left);
    state.journal = journal;
    if keys.is_empty() { Vec::new() } else { vec![Effect::Remove(keys)] }
}
