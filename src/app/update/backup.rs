//! Restoring a backup, erasing everything, and putting back what was here before.

use super::{say, storing};
use crate::{
    app::{
        effect::Effect,
        state::{LogTarget, Said, Snapshot, State, UnreadableShard},
    },
    journal::{
        Journal,
        format::ShardKey,
        record::{Record, RecordId, Writer},
    },
};
use std::collections::BTreeSet;

/// Adds what is not here yet. What is here stays as it is.
pub(super) fn merge(state: &mut State, mut records: Vec<Record>) -> Vec<Effect> {
    // A backup is of the person's own log, not of the sample.
    state.sample = None;
    if state.read_only() {
        return Vec::new();
    }
    // Nobody else writes as this page: such a record would be a false one.
    records.retain(|it| it.id.writer != state.me && state.journal.get(it.id).is_none());
    let added: BTreeSet<RecordId> = records.iter().map(|it| it.id).collect();
    state.journal.add_all(records.iter().cloned());
    // What is restored may be older than an erasure of today: it is wanted again.
    let mut effects = vec![Effect::Unerase];
    effects.extend(storing::keep(state, added.iter().copied()));
    let key = |it: &Effect| if let Effect::Write { key, .. } = it { Some(*key) } else { None };
    let keys = effects.iter().filter_map(key).collect();
    say(state, Said::Merged(added.len()));
    state.snapshot = Some(Snapshot::Restored { added, keys });
    effects.push(Effect::Mirror(records));
    effects
}

/// Takes everything away, and keeps it aside until the page is closed.
pub(super) fn erase(state: &mut State, random: u64) -> Vec<Effect> {
    let (journal, unreadable) = empty(state, random);
    let before = state.journal.newest();
    state.snapshot = Some(Snapshot::Erased { journal: Box::new(journal), unreadable });
    say(state, Said::Erased);
    vec![Effect::EraseAll { before, keep: state.me }]
}

/// What another tab erased shall not come back with this one's next tap.
pub(super) fn erased_elsewhere(state: &mut State, random: u64) -> Vec<Effect> {
    empty(state, random);
    state.snapshot = None;
    say(state, Said::Erased);
    Vec::new()
}

type Before = (Journal, Vec<UnreadableShard>);

/// A new writer: the old one's numbers are taken by what may be put back.
fn empty(state: &mut State, random: u64) -> Before {
    let device = state.journal.device();
    let mut load = u32::try_from(random & u64::from(u32::MAX)).unwrap_or(0);
    let me = loop {
        let it = Writer::new(device, load);
        let named =
            state.unreadable.iter().filter_map(|it| ShardKey::parse(&it.key)).any(|key| key.writer == it);
        if it != state.me && !state.journal.knows(it) && !named {
            break it;
        }
        load = load.wrapping_add(1);
    };
    state.me = me;
    state.sample = None;
    state.log = LogTarget::default();
    state.unsaved.clear();
    (state.next_gathered, state.scattered) = (0, 0);
    state.trouble = None;
    // Whatever the clock does: up to `newest` is what was erased, and nothing else.
    let newest = state.journal.newest().max(state.now.at);
    let journal = core::mem::replace(&mut state.journal, Journal::new(device).later_than(newest));
    (journal, core::mem::take(&mut state.unreadable))
}

/// Puts back what was here. What was recorded since stays.
pub(super) fn put_back(state: &mut State) -> Vec<Effect> {
    let effects = match state.snapshot.take() {
        None => return Vec::new(),
        Some(Snapshot::Restored { added, keys }) => take_out(state, &added, &keys),
        Some(Snapshot::Erased { journal, unreadable }) => {
            let records: Vec<Record> = journal.records().cloned().collect();
            let ids: Vec<RecordId> = records.iter().map(|it| it.id).collect();
            state.journal.add_all(records.iter().cloned());
            let mut effects = vec![Effect::Unerase];
            effects.extend(storing::keep(state, ids));
            effects.extend(
                unreadable.iter().map(|it| Effect::Put { key: it.key.clone(), text: it.text.clone() }),
            );
            effects.push(Effect::Mirror(records));
            state.unreadable = unreadable;
            effects
        }
    };
    say(state, Said::PutBack);
    effects
}

/// The shards that a restore wrote hold nothing but what it added.
fn take_out(state: &mut State, added: &BTreeSet<RecordId>, keys: &[ShardKey]) -> Vec<Effect> {
    let left: Vec<Record> = state.journal.records().filter(|it| !added.contains(&it.id)).cloned().collect();
    let mut journal = Journal::new(state.journal.device());
    journal.add_all(left);
    state.journal = journal;
    state.unsaved.retain(|key, _| !keys.contains(key));
    if state.unsaved.is_empty() {
        state.trouble = None;
    }
    vec![
        Effect::Remove(keys.iter().map(ToString::to_string).collect()),
        Effect::TrimMirror { held: added.iter().copied().collect(), before: u64::MAX },
    ]
}

#[cfg(test)]
mod tests {
    use crate::{
        app::{
            effect::Effect,
            intent::Intent,
            moment::Moment,
            start::{Found, is_shard, start},
            state::State,
            update::update,
        },
        domain::date::Date,
        journal::{
            Journal,
            format::ShardKey,
            record::{Record, What},
        },
    };
    use std::collections::BTreeMap;

    /// An app with its storage.
    struct App {
        state: State,
        stored: BTreeMap<String, String>,
    }

    fn now() -> Moment {
        Moment { at: 1_749_641_520_000, day: Date::new(2025, 6, 11).unwrap(), minute: 692 }
    }

    impl App {
        fn open(stored: BTreeMap<String, String>, random: u64) -> Self {
            let found = Found {
                device: Some("0000007".to_owned()),
                shards: stored.clone().into_iter().collect(),
                random,
                ..Found::default()
            };
            Self { state: start(found, |_| now()), stored }
        }

        fn run(&mut self, intent: Intent) {
            for effect in update(&mut self.state, intent, now()) {
                match effect {
                    Effect::Write { key, text, through } => {
                        self.stored.insert(key.to_string(), text);
                        update(&mut self.state, Intent::Stored { key, through, result: Ok(()) }, now());
                    }
                    Effect::Put { key, text } => {
                        self.stored.insert(key, text);
                    }
                    Effect::Remove(keys) => keys.iter().for_each(|it| {
                        self.stored.remove(it);
                    }),
                    Effect::EraseAll { keep, .. } => {
                        let mine = |key: &String| ShardKey::parse(key).is_some_and(|it| it.writer == keep);
                        self.stored.retain(|key, _| !is_shard(key) || mine(key));
                    }
                    _ => {}
                }
            }
        }

        fn taps(&mut self, n: usize) {
            (0..n).for_each(|_| self.run(Intent::Tap(What::CALL)));
        }

        fn calls(&self) -> u64 {
            self.state.journal.tally().count(now().day, What::CALL)
        }

        /// What is there after the page was closed and opened again.
        fn reopened(&self) -> Self {
            Self::open(self.stored.clone(), 99)
        }

        fn records(&self) -> Vec<Record> {
            self.state.journal.records().cloned().collect()
        }
    }

    #[test]
    fn a_restore_adds_what_is_new_and_can_be_taken_back() {
        let mut other = App::open(BTreeMap::new(), 5);
        other.taps(300);
        let mut app = App::open(BTreeMap::new(), 1);
        app.taps(3);
        app.run(Intent::Merge(other.records()));
        assert_eq!((app.calls(), app.reopened().calls()), (303, 303));
        // Twice changes nothing.
        let stored = app.stored.clone();
        app.run(Intent::Merge(other.records()));
        assert_eq!((app.calls(), &app.stored), (303, &stored));

        let mut app = App::open(BTreeMap::new(), 1);
        app.taps(3);
        app.run(Intent::Merge(other.records()));
        app.taps(2);
        app.run(Intent::PutBack);
        assert_eq!((app.calls(), app.reopened().calls()), (5, 5));
        app.run(Intent::PutBack);
        assert_eq!(app.calls(), 5);
    }

    #[test]
    fn erasing_leaves_nothing_and_can_be_taken_back() {
        let mut app = App::open(BTreeMap::new(), 1);
        app.taps(300);
        app.stored.insert("callpace/prefs".to_owned(), "{}".to_owned());
        app.run(Intent::Erase { random: 1 });
        assert_eq!((app.calls(), app.stored.len()), (0, 1));
        app.taps(2);
        assert_eq!(app.reopened().calls(), 2);
        app.run(Intent::PutBack);
        assert_eq!((app.calls(), app.reopened().calls()), (302, 302));
        app.taps(1);
        assert_eq!(app.reopened().calls(), 303);
    }

    #[test]
    fn unreadable_shards_are_never_overwritten_and_come_back_after_an_erase() {
        let mut other = App::open(BTreeMap::new(), 5);
        other.taps(3);
        let damaged: BTreeMap<String, String> =
            other.stored.iter().map(|(key, text)| (key.clone(), format!("{text}x"))).collect();
        let mut app = App::open(damaged.clone(), 1);
        assert_eq!(app.state.unreadable.len(), 1);
        app.run(Intent::Merge(other.records()));
        assert_eq!(app.calls(), 3);
        let is_there = |app: &App| damaged.iter().all(|(key, text)| app.stored.get(key) == Some(text));
        assert!(is_there(&app));
        app.run(Intent::Erase { random: 5 });
        assert!(app.stored.is_empty() && app.state.unreadable.is_empty());
        // Not the writer of the damaged shard either.
        assert!(!damaged.keys().filter_map(|it| ShardKey::parse(it)).any(|it| it.writer == app.state.me));
        app.run(Intent::PutBack);
        assert!(is_there(&app));
    }

    #[test]
    fn nothing_recorded_after_an_erasure_is_older_than_it() {
        let mut app = App::open(BTreeMap::new(), 1);
        // A clock that ran ahead, and was set right before the erasure.
        let ahead = Moment { at: now().at + 3_600_000, ..now() };
        update(&mut app.state, Intent::Tap(What::CALL), ahead);
        let effects = update(&mut app.state, Intent::Erase { random: 1 }, now());
        let before = effects.iter().find_map(|it| match it {
            Effect::EraseAll { before, .. } => Some(*before),
            _ => None,
        });
        assert_eq!(before, Some(ahead.at));
        app.taps(1);
        assert!(app.state.journal.records().all(|it| Some(it.at) > before));
    }

    #[test]
    fn a_restore_after_an_erasure_takes_the_note_of_it_away() {
        let mut other = App::open(BTreeMap::new(), 5);
        other.taps(1);
        let mut app = App::open(BTreeMap::new(), 1);
        app.run(Intent::Erase { random: 1 });
        let effects = update(&mut app.state, Intent::Merge(other.records()), now());
        let place = |wanted: fn(&Effect) -> bool| effects.iter().position(wanted);
        let note = place(|it| *it == Effect::Unerase);
        assert!(note.is_some() && note < place(|it| matches!(it, Effect::Mirror(_))));
    }

    #[test]
    fn another_tab_forgets_what_was_erased() {
        let mut app = App::open(BTreeMap::new(), 1);
        app.taps(3);
        app.run(Intent::ErasedElsewhere { random: 1 });
        app.stored.clear();
        app.taps(1);
        assert_eq!(app.reopened().calls(), 1);
        let journal: &Journal = &app.state.journal;
        assert_eq!(journal.len(), 1);
    }
}
