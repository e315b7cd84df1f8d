//! Keeping what is recorded: writing shards, failures, other tabs, the mirror.

use super::say;
use crate::{
    app::{
        effect::{Effect, StoreError},
        state::{Said, State, UnreadableShard},
    },
    journal::{
        format::{self, SHARD_LEN, ShardKey},
        record::Record,
    },
};

/// Asks for the shards that hold this page's records `first..past` to be written.
///
/// Until a write is reported stored its records count as unsaved.
pub(super) fn write(state: &mut State, first: u32, past: u32) -> Vec<Effect> {
    if first >= past {
        return Vec::new();
    }
    let shards = first / SHARD_LEN..=(past - 1) / SHARD_LEN;
    for shard in shards.clone() {
        let from = first.max(shard * SHARD_LEN);
        state.unsaved.entry(shard).and_modify(|it| *it = from.min(*it)).or_insert(from);
    }
    shards.map(|shard| write_shard(state, shard)).collect()
}

fn write_shard(state: &State, number: u32) -> Effect {
    let records = state.journal.since(state.me, number * SHARD_LEN);
    let end = records.partition_point(|it| it.id.seq / SHARD_LEN == number);
    let records = &records[..end];
    Effect::Write {
        key: ShardKey { writer: state.me, number },
        text: format::encode(records),
        through: records.last().map_or(0, |it| it.id.seq + 1),
    }
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
        state.trouble = Some(why);
        return Vec::new();
    }
    let end = state.next_seq().min((key.number + 1) * SHARD_LEN);
    if let Some(from) = state.unsaved.get_mut(&key.number) {
        *from = (*from).max(through);
        if *from >= end {
            state.unsaved.remove(&key.number);
        }
    }
    if state.trouble.is_none() {
        return Vec::new();
    }
    if state.unsaved.is_empty() {
        state.trouble = None;
        say(state, Said::StoredAgain);
        return Vec::new();
    }
    // There is space again: the others may fit now.
    next_unsaved(state, key.number)
}

/// The next shard after `number` that waits; each success asks for one more.
fn next_unsaved(state: &State, number: u32) -> Vec<Effect> {
    let next = state.unsaved.keys().copied().find(|it| *it > number);
    next.map(|it| write_shard(state, it)).into_iter().collect()
}

pub(super) fn retry(state: &mut State) -> Vec<Effect> {
    if state.trouble.is_none() {
        return Vec::new();
    }
    let first = state.unsaved.keys().next().copied();
    first.map(|it| write_shard(state, it)).into_iter().collect()
}

pub(super) fn arrived(state: &mut State, key: ShardKey, text: &str) -> Vec<Effect> {
    if key.writer == state.me {
        return Vec::new();
    }
    match format::decode(key.writer, text) {
        Ok(records) => {
            if state.journal.add_all(records) > 0 {
                say(state, Said::FromOtherTab);
            }
        }
        Err(why) => {
            let key = key.to_string();
            state.unreadable.retain(|it| it.key != key);
            state.unreadable.push(UnreadableShard { key, text: text.to_owned(), why });
        }
    }
    Vec::new()
}

/// What the mirror held and localStorage lost is back.
///
/// Its shards were another page load's: they are written again whole under their own keys, which
/// no one else writes any more.
pub(super) fn mirrored(state: &mut State, records: Vec<Record>) -> Vec<Effect> {
    let mut shards: Vec<ShardKey> = records
        .iter()
        .filter(|it| state.journal.get(it.id).is_none() && it.id.writer != state.me)
        .map(|it| ShardKey::of(it.id.writer, it.id.seq))
        .collect();
    shards.sort_unstable();
    shards.dedup();
    state.journal.add_all(records);
    // A shard that could not be read is never written again: its records stay in the mirror.
    shards.retain(|key| !state.unreadable.iter().any(|it| it.key == key.to_string()));
    shards
        .into_iter()
        .map(|key| {
            let records = state.journal.since(key.writer, key.number * SHARD_LEN);
            let end = records.partition_point(|it| it.id.seq / SHARD_LEN == key.number);
            Effect::Write { key, text: format::encode(&records[..end]), through: 0 }
        })
        .collect()
}
