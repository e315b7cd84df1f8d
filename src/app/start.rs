//! From what the browser holds to the first state.

use crate::{
    app::{
        moment::Moment,
        prefs::{Lang, Prefs},
        route::Route,
        state::{LogTarget, State, UnreadableShard},
    },
    journal::{
        Journal,
        format::{self, ShardKey, Unreadable},
        record::{Device, Writer},
    },
};
use std::collections::BTreeMap;

/// The key the browser's own id is stored under.
pub const DEVICE_KEY: &str = "callpace/device";

/// What was found at start.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Text of [`DEVICE_KEY`].
    pub device: Option<String>,
    /// Text of [`crate::app::prefs::KEY`].
    pub prefs: Option<String>,
    /// Keys and texts of all shards.
    pub shards: Vec<(String, String)>,
    /// `navigator.languages`.
    pub languages: Vec<String>,
    /// What follows `#` in the address.
    pub hash: String,
    /// 64 random bits.
    pub random: u64,
}

/// The browser's own id: as found, else drawn.
#[must_use]
pub fn device(found: &Found) -> Device {
    found.device.as_deref().and_then(Device::parse).unwrap_or(Device((found.random >> 32) as u32))
}

/// Reads everything that can be read; what cannot is kept aside as it is.
///
/// The clock is asked by `moment` once the day start is known.
#[must_use]
pub fn start(found: &Found, moment: impl FnOnce(u16) -> Moment) -> State {
    let device = device(found);
    let mut journal = Journal::new(device);
    let mut unreadable = Vec::new();
    for (key, text) in &found.shards {
        let read = match ShardKey::parse(key) {
            Some(it) => format::decode(it.writer, text),
            None => Err(Unreadable::Damaged),
        };
        match read {
            Ok(records) => {
                journal.add_all(records);
            }
            Err(why) => unreadable.push(UnreadableShard { key: key.clone(), text: text.clone(), why }),
        }
    }
    let now = moment(journal.settings().day_start);
    State {
        me: fresh_writer(&journal, &unreadable, device, found.random),
        now,
        journal,
        sample: None,
        route: Route::parse(&found.hash),
        prefs: Prefs::read(found.prefs.as_deref()),
        browser_lang: Lang::first_of(found.languages.iter().map(String::as_str)),
        log: LogTarget::default(),
        unsaved: BTreeMap::new(),
        trouble: None,
        unreadable,
        snapshot: None,
        said: None,
        said_count: 0,
    }
}

/// A writer that has never written here, a damaged shard included.
fn fresh_writer(journal: &Journal, unreadable: &[UnreadableShard], device: Device, random: u64) -> Writer {
    let mut load = u32::try_from(random & u64::from(u32::MAX)).unwrap_or(0);
    loop {
        let writer = Writer::new(device, load);
        let taken = journal.knows(writer)
            || unreadable.iter().any(|it| ShardKey::parse(&it.key).is_some_and(|key| key.writer == writer));
        if !taken {
            return writer;
        }
        load = load.wrapping_add(1);
    }
}
