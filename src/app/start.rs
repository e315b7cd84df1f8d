//! From what the browser holds to the first state.

use crate::{
    app::{
        moment::Moment,
        prefs::{Lang, Prefs},
        route::Route,
        state::{LogTarget, Newer, State, UnreadableShard},
    },
    journal::{
        Journal,
        format::{self, SHARD_LEN, ShardKey, Unreadable},
        record::{Device, Record, Writer},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The key the browser's own id is stored under.
pub const DEVICE_KEY: &str = "callpace/device";

/// What was found at start.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Text of [`DEVICE_KEY`].
    pub device: Option<String>,
    /// Text of [`crate::app::prefs::KEY`].
    pub prefs: Option<String>,
    /// Keys and texts of all shards: see [`is_shard`].
    pub shards: Vec<(String, String)>,
    /// `navigator.languages`.
    pub languages: Vec<String>,
    /// What follows `#` in the address.
    pub hash: String,
    /// 64 random bits.
    pub random: u64,
}

/// Whether a key of the storage is, or once will be, a shard's: `callpace/<number>/…`.
#[must_use]
pub fn is_shard(key: &str) -> bool {
    let layout = key.strip_prefix("callpace/").and_then(|it| it.split_once('/'));
    layout.is_some_and(|it| !it.0.is_empty() && it.0.bytes().all(|it| it.is_ascii_digit()))
}

/// The browser's own id: as found, else drawn.
#[must_use]
pub fn device(found: &Found) -> Device {
    found.device.as_deref().and_then(Device::parse).unwrap_or(Device((found.random >> 32) as u32))
}

/// Reads everything that can be read; what cannot is kept aside as it is.
///
/// The clock is asked by `moment` once the day start is known. Each text is let go once it is read,
/// so that what it becomes finds room there.
#[must_use]
pub fn start(mut found: Found, moment: impl FnOnce(u16) -> Moment) -> State {
    let device = device(&found);
    let mut journal = Journal::new(device);
    let mut unreadable = Vec::new();
    let mut scattered = 0;
    // In order of time the journal takes them in fastest.
    let mut shards = core::mem::take(&mut found.shards);
    let writers = shards.iter().filter_map(|it| ShardKey::parse(&it.0)).map(|it| it.writer).collect();
    shards.sort_by_cached_key(|it| (format::first_at(&it.1), it.0.clone()));
    for (key, text) in shards {
        match read(&key, &text) {
            Ok(records) => {
                scattered += usize::from(records.len() < SHARD_LEN as usize);
                journal.add_all(records);
            }
            Err(why) => {
                journal
                    .add_all(ShardKey::parse(&key).map(|it| format::salvage(it, &text)).unwrap_or_default());
                unreadable.push(UnreadableShard { key, text, why });
            }
        }
    }
    let now = moment(journal.settings().day_start);
    let mut state = State {
        me: fresh_writer(&journal, &writers, &found, device),
        now,
        journal,
        sample: None,
        route: Route::parse(&found.hash),
        prefs: Prefs::read(found.prefs.as_deref()),
        browser_lang: Lang::first_of(found.languages.iter().map(String::as_str)),
        log: LogTarget::default(),
        unsaved: BTreeMap::new(),
        next_gathered: 0,
        scattered,
        trouble: None,
        unreadable,
        snapshot: None,
        newer: Newer { looked: now.at, ..Newer::default() },
        said: None,
        said_count: 0,
    };
    state.log.list = state.usual_list();
    state
}

/// A shard of a later layout of keys is as unreadable as one of a later version.
fn read(key: &str, text: &str) -> Result<Vec<Record>, Unreadable> {
    match ShardKey::parse(key) {
        Some(it) => format::read(it, text),
        None if key.starts_with(format::PREFIX) => Err(Unreadable::Damaged),
        None => Err(Unreadable::Newer),
    }
}

/// A writer that has never written here, a damaged shard included.
fn fresh_writer(journal: &Journal, keys: &BTreeSet<Writer>, found: &Found, device: Device) -> Writer {
    let mut load = u32::try_from(found.random & u64::from(u32::MAX)).unwrap_or(0);
    loop {
        let writer = Writer::new(device, load);
        if !journal.knows(writer) && !keys.contains(&writer) {
            return writer;
        }
        load = load.wrapping_add(1);
    }
}
