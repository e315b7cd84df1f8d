//! A page load over a made-up browser: what `ui` does, without a browser.

use callpace::{
    app::{
        effect::{Effect, StoreError},
        intent::Intent,
        moment::Moment,
        prefs,
        start::{DEVICE_KEY, Found, is_shard, start},
        state::State,
        update::update,
    },
    domain::date::Date,
    journal::{
        Journal,
        format::{self, ShardKey},
        record::{Record, RecordId},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// What shall go wrong with one write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// No space.
    Full,
    /// The browser throws.
    Blocked,
    /// Something else comes back, and what was there is gone.
    Altered,
    /// Another tab or the developer tools empty the storage right after.
    Emptied,
}

/// The storage of a browser, which outlives its pages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Browser {
    pub(crate) values: BTreeMap<String, String>,
    /// Records and when they were put.
    pub(crate) mirror: BTreeMap<RecordId, (u64, Record)>,
    /// UTC milliseconds.
    pub(crate) now: u64,
    /// How many writes were asked for.
    pub(crate) writes: u64,
    /// The writes from the first to before the second fail.
    pub(crate) fails: Option<(Fault, u64, u64)>,
    /// How often the storage was emptied.
    pub(crate) emptied: u64,
    /// What was taken away.
    pub(crate) removed: Vec<String>,
}

impl Browser {
    fn write(&mut self, key: &str, text: &str) -> Result<(), StoreError> {
        let k = self.writes;
        self.writes += 1;
        match self.fails {
            Some((fault, from, until)) if from <= k && k < until => match fault {
                Fault::Full => Err(StoreError::Refused),
                Fault::Blocked => Err(StoreError::Unavailable),
                Fault::Altered => {
                    self.values.insert(key.to_owned(), text[..text.len() / 2].to_owned());
                    Err(StoreError::Altered)
                }
                Fault::Emptied => {
                    self.values.clear();
                    self.emptied += 1;
                    Ok(())
                }
            },
            _ => {
                self.values.insert(key.to_owned(), text.to_owned());
                Ok(())
            }
        }
    }

    fn perform(&mut self, effect: Effect) -> Option<Intent> {
        match effect {
            Effect::Write { key, text, through } => {
                let result = self.write(&key.to_string(), &text);
                return Some(Intent::Stored { key, through, result });
            }
            Effect::Mirror(records) => {
                self.mirror.extend(records.into_iter().map(|it| (it.id, (self.now, it))));
            }
            Effect::TrimMirror { held, before } => {
                let held: BTreeSet<RecordId> = held.into_iter().collect();
                self.mirror.retain(|id, it| it.0 >= before || !held.contains(id));
            }
            Effect::Put { key, text } => {
                self.values.insert(key, text);
            }
            Effect::Remove(keys) => {
                for key in keys {
                    self.values.remove(&key);
                    self.removed.push(key);
                }
            }
            Effect::Check(keys) => {
                if keys.iter().any(|it| !self.values.contains_key(it)) {
                    return Some(Intent::StorageCleared(self.all()));
                }
            }
            Effect::Gather => return Some(Intent::Gather(self.all())),
            Effect::SavePrefs(text) => {
                self.values.insert(prefs::KEY.to_owned(), text);
            }
            Effect::EraseAll { before, keep } => {
                self.mirror.retain(|_, it| it.1.at > before);
                self.values.retain(|key, _| ShardKey::parse(key).is_none_or(|it| it.writer == keep));
            }
            Effect::AskToPersist
            | Effect::Download { .. }
            | Effect::LookForNewer
            | Effect::LoadNewer
            | Effect::Vibrate
            | Effect::Unerase => {}
        }
        None
    }

    /// Every record that a page would find.
    pub(crate) fn stored(&self) -> BTreeMap<RecordId, Record> {
        let texts =
            self.values.iter().filter_map(|(key, text)| format::read(ShardKey::parse(key)?, text).ok());
        texts.flatten().map(|it| (it.id, it)).collect()
    }

    pub(crate) fn all(&self) -> Vec<(String, String)> {
        self.values.iter().map(|(key, text)| (key.clone(), text.clone())).collect()
    }
}

/// 4 October 2024, a Friday.
pub(crate) const fn today() -> Date {
    Date::new(2024, 10, 4).unwrap()
}

/// So many seconds after 09:00 of that day, in UTC.
pub(crate) fn at(seconds: u64) -> Moment {
    let local =
        i64::from(today().number()) * 86_400_000 + 9 * 3_600_000 + i64::try_from(seconds).unwrap() * 1000;
    Moment::new(local.unsigned_abs(), local, 0)
}

/// One page load.
pub(crate) struct Page {
    pub(crate) state: State,
    pub(crate) seconds: u64,
}

impl Page {
    /// Opens the page; `load` makes its writer differ.
    pub(crate) fn open(browser: &mut Browser, load: u64, seconds: u64) -> Self {
        let found = Found {
            device: browser.values.get(DEVICE_KEY).cloned(),
            prefs: browser.values.get(prefs::KEY).cloned(),
            shards: browser.all().into_iter().filter(|it| is_shard(&it.0)).collect(),
            languages: vec!["en".to_owned()],
            hash: String::new(),
            random: 7 << 32 | load,
        };
        let is_new = found.device.is_none();
        let state = start(found, |_| at(seconds));
        if is_new && !state.read_only() {
            browser.values.insert(DEVICE_KEY.to_owned(), state.journal.device().to_string());
        }
        Self { state, seconds }
    }

    /// Opens it and takes in the mirror.
    pub(crate) fn open_with_mirror(browser: &mut Browser, load: u64, seconds: u64) -> Self {
        let mut page = Self::open(browser, load, seconds);
        let mirror = browser.mirror.values().map(|it| it.1.clone()).collect();
        page.act(browser, Intent::Mirrored(mirror));
        page
    }

    /// A second later, this.
    pub(crate) fn act(&mut self, browser: &mut Browser, intent: Intent) {
        self.seconds += 1;
        self.dispatch(browser, intent);
    }

    /// At the same second. In the order of the page's own dispatcher: first all
    /// effects, then what comes of the last.
    pub(crate) fn dispatch(&mut self, browser: &mut Browser, intent: Intent) {
        browser.now = at(self.seconds).at;
        let mut waiting = vec![intent];
        while let Some(intent) = waiting.pop() {
            for effect in update(&mut self.state, intent, at(self.seconds)) {
                waiting.extend(browser.perform(effect));
            }
        }
    }
    /// What the person sees is what is stored and what is reported unsaved, and these do not overlap.
    pub(crate) fn check(&self, browser: &Browser) -> Result<(), String> {
        let stored = browser.stored();
        let unsaved: Vec<Record> = self.state.unsaved_records().cloned().collect();
        if unsaved.len() != self.state.unsaved_count() as usize {
            return Err(format!("{} unsaved, {} told", unsaved.len(), self.state.unsaved_count()));
        }
        if let Some(it) = unsaved.iter().find(|it| stored.contains_key(&it.id)) {
            return Err(format!("{:?} is stored and said not to be", it.id));
        }
        if !unsaved.is_empty() && self.state.trouble.is_none() {
            return Err(format!("{} unsaved and nothing said", unsaved.len()));
        }
        let mut anew = Journal::new(self.state.journal.device());
        anew.add_all(stored.into_values());
        anew.add_all(unsaved);
        same(&self.state.journal, &anew)
    }
}

/// Whether two journals show the same.
pub(crate) fn same(a: &Journal, b: &Journal) -> Result<(), String> {
    if a.len() != b.len() {
        return Err(format!("{} records, {} records", a.len(), b.len()));
    }
    if a.tally() != b.tally() {
        return Err("other counts".to_owned());
    }
    if a.settings() != b.settings() {
        return Err("other settings".to_owned());
    }
    if !a.records().eq(b.records()) {
        return Err("other records".to_owned());
    }
    Ok(())
}
