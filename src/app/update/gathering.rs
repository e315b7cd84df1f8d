//! Putting old shards together: three page loads a day leave a thousand keys a year.
//!
//! In two steps that cannot lose anything. One page load writes the records of
//! old shards once more, into one gathered shard of its own. A later one, which
//! finds them in both places, takes the old shards away. Killed in between, or
//! two tabs at once, there are only more copies than needed, and records are a set.

use super::storing::{GATHERED_LEN, next_gathered};
use crate::{
    app::{effect::Effect, state::State},
    journal::{
        format::{self, Holds, SHARD_LEN, ShardKey},
        record::{Record, RecordId},
    },
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// So many shards that are not full make it worth while.
pub(super) const WORTHWHILE: usize = 64;

/// A shard is old so many milliseconds after its last record.
const OLD: u64 = 2 * 24 * 60 * 60 * 1000;

/// A shard that could be read. Its rank decides which of two copies stays:
/// the gathered one, and of these the larger.
struct Shard {
    rank: (Holds, usize, ShardKey),
    records: Vec<Record>,
}

/// Gathers once, and takes away what was gathered by an earlier page load.
///
/// Shards that are damaged, of a newer version, this page's own or young are let alone.
pub(super) fn gather(state: &mut State, found: &[(String, String)]) -> Vec<Effect> {
    if state.read_only() || state.trouble.is_some() {
        return Vec::new();
    }
    let shards: Vec<Shard> = found.iter().filter_map(read).collect();
    let mut best = FxHashMap::<RecordId, (Holds, usize, ShardKey)>::default();
    let earlier = |it: &&Shard| it.rank.0 == Holds::Gathered && it.rank.2.writer != state.me;
    for shard in shards.iter().filter(earlier) {
        for record in &shard.records {
            let best = best.entry(record.id).or_insert(shard.rank);
            *best = shard.rank.max(*best);
        }
    }
    let is_old = |it: &Record| it.at.saturating_add(OLD) <= state.now.at;
    let (copied, scattered): (Vec<Shard>, Vec<Shard>) = shards
        .into_iter()
        .filter(|it| it.rank.2.writer != state.me && it.records.iter().all(is_old))
        .partition(|it| {
            it.records.iter().all(|record| best.get(&record.id).is_some_and(|best| *best > it.rank))
        });
    let mut effects = Vec::new();
    if !copied.is_empty() {
        effects.push(Effect::Remove(copied.iter().map(|it| it.rank.2.to_string()).collect()));
    }
    effects.extend(gather_once(state, scattered));
    effects
}

fn read((key, text): &(String, String)) -> Option<Shard> {
    let key = ShardKey::parse(key)?;
    let records = format::read(key, text).ok()?;
    Some(Shard { rank: (key.holds, records.len(), key), records })
}

fn gather_once(state: &mut State, mut shards: Vec<Shard>) -> Option<Effect> {
    // A full shard gains nothing.
    shards.retain(|it| it.records.len() < SHARD_LEN as usize);
    if shards.len() < WORTHWHILE {
        return None;
    }
    shards.sort_by_key(|it| it.records.first().map(Record::stamp));
    let mut gathered = BTreeMap::new();
    for shard in shards {
        if gathered.len() + shard.records.len() > GATHERED_LEN {
            break;
        }
        gathered.extend(shard.records.into_iter().map(|it| (it.id, it)));
    }
    let records: Vec<Record> = gathered.into_values().collect();
    let key = next_gathered(state);
    Some(Effect::Write { key, text: format::encode_gathered(key.writer, &records), through: u32::MAX })
}
