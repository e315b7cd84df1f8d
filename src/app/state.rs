//! All that the screens are drawn from.

use crate::{
    app::{
        effect::StoreError,
        moment::Moment,
        prefs::{Lang, Prefs},
        route::Route,
    },
    domain::{date::Date, step::Id},
    journal::{
        Journal,
        format::{ShardKey, Unreadable},
        record::{Record, RecordId, Target, What, Writer},
        tally::Counted,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The whole application.
#[derive(Clone, Debug)]
pub struct State {
    /// What was recorded.
    pub journal: Journal,
    /// The sandbox, while it is open. Never stored.
    pub sample: Option<Box<Journal>>,
    /// This page load.
    pub me: Writer,
    /// What the clock last said.
    pub now: Moment,
    /// Where the person is.
    pub route: Route,
    /// Choices of this device.
    pub prefs: Prefs,
    /// The browser's own language.
    pub browser_lang: Lang,
    /// The day and list that taps go to.
    pub log: LogTarget,
    /// What is not stored, by the shard it shall be stored in.
    pub unsaved: BTreeMap<ShardKey, BTreeSet<RecordId>>,
    /// The number of this page's next shard of gathered records.
    pub next_gathered: u32,
    /// How many shards were found that could be put together.
    pub scattered: usize,
    /// Why, the last time.
    pub trouble: Option<StoreError>,
    /// Shards that could not be read. They stay where they are.
    pub unreadable: Vec<UnreadableShard>,
    /// What was here before the last restore or erase of this page.
    pub snapshot: Option<Snapshot>,
    /// A newer version of the app.
    pub newer: Newer,
    /// What was last said aloud.
    pub said: Option<Said>,
    /// How many things were said, so that the same thing can be said twice.
    pub said_count: u32,
}

/// What is known of a newer version of the app. Instants are UTC milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Newer {
    /// The browser has one ready.
    pub ready: bool,
    /// It has been offered; the offer stays.
    pub offered: bool,
    /// When one was last looked for.
    pub looked: u64,
    /// When this page last recorded something.
    pub busy: u64,
}

/// A shard that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableShard {
    /// Its key.
    pub key: String,
    /// Its text, as found.
    pub text: String,
    /// What is wrong with it.
    pub why: Unreadable,
}

/// What [`crate::app::intent::Intent::PutBack`] puts back.
#[derive(Clone, Debug)]
pub enum Snapshot {
    /// Before a restore.
    Restored {
        /// What it added.
        added: BTreeSet<RecordId>,
        /// The shards it wrote.
        keys: Vec<ShardKey>,
    },
    /// Before everything was erased.
    Erased {
        /// What was recorded.
        journal: Box<Journal>,
        /// What could not be read.
        unreadable: Vec<UnreadableShard>,
    },
}

/// Where taps go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LogTarget {
    /// Another day than today.
    pub day: Option<Date>,
    /// The list.
    pub list: Option<Id>,
    /// When the day was last used, UTC milliseconds.
    pub used: u64,
}

/// Something to be said aloud and shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// One or more were recorded; so many on that day now.
    Logged {
        /// What.
        what: What,
        /// The day's count of it.
        total: u64,
        /// The day, if it is not today.
        day: Option<Date>,
    },
    /// An entry was taken back.
    Removed {
        /// The entry.
        entry: Counted,
        /// The day's count of it now.
        total: u64,
    },
    /// An entry was brought back.
    Restored {
        /// The entry.
        entry: Counted,
        /// The day's count of it now.
        total: u64,
    },
    /// Something else was undone.
    Undone,
    /// Something else was redone.
    Redone,
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// A cell was saved.
    CellSaved {
        /// The day.
        day: Date,
        /// The column.
        what: What,
        /// The number.
        n: Option<u32>,
        /// How many entries were reduced or removed for it.
        removed: usize,
    },
    /// A setting was saved.
    Saved,
    /// A reason was set or taken away.
    ReasonSet(Option<Id>),
    /// So many entries were imported.
    Imported(u64),
    /// So many records of a backup were added.
    Merged(usize),
    /// Everything is gone.
    Erased,
    /// It is back, or the records of a backup are gone again.
    PutBack,
    /// Another tab recorded something.
    FromOtherTab,
    /// All is stored again.
    StoredAgain,
    /// A newer version of the app is ready.
    NewerReady,
}

impl State {
    /// What the screens show: the sample while it is open, else the journal.
    pub fn book(&self) -> &Journal {
        self.sample.as_deref().unwrap_or(&self.journal)
    }

    /// The language of the screens.
    pub fn lang(&self) -> Lang {
        self.prefs.lang.unwrap_or(self.browser_lang)
    }

    /// The day taps count for.
    pub fn log_day(&self) -> Date {
        self.log.day.unwrap_or(self.now.day)
    }

    /// The list that the Log opens with: the one chosen last, while it is in use.
    #[must_use]
    pub fn usual_list(&self) -> Option<Id> {
        let lists = &self.journal.settings().lists;
        self.prefs.list.map(Id).filter(|id| lists.get(id).is_some_and(|it| !it.archived))
    }

    /// The newest entry of the Log's day that counts.
    #[must_use]
    pub fn last_entry(&self) -> Option<(RecordId, Counted)> {
        self.book().entries_on(self.log_day()).last().map(|(stamp, it)| (stamp.id, *it))
    }

    /// A shard of a newer version was found: nothing may be recorded.
    pub fn read_only(&self) -> bool {
        self.sample.is_none() && self.unreadable.iter().any(|it| it.why == Unreadable::Newer)
    }

    /// An id for a new list, reason, step or counter.
    ///
    /// Scattered by the device and the number of records, so that two devices hardly ever make the
    /// same one; one that is taken here is never given.
    #[must_use]
    pub fn fresh_id(&self) -> Id {
        let settings = self.book().settings();
        let taken = |id: Id| {
            settings.lists.contains_key(&id)
                || settings.reasons.contains_key(&id)
                || settings.counters.contains_key(&id)
                || settings.steps.iter().any(|it| it.0 == id)
        };
        let seed = u64::from(self.journal.device().0) << 32 | u64::from(self.next_seq());
        let mixed = (seed ^ self.now.at).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        // Seven digits at most: they stand in every shard that names the thing.
        let start = u32::try_from(mixed >> 42).unwrap_or(0) + Id::FIRST_OWN;
        (start..=u32::MAX).map(Id).find(|it| !taken(*it)).unwrap_or(Id(start))
    }

    /// How many records are on screen but not stored.
    #[must_use]
    pub fn unsaved_count(&self) -> u32 {
        u32::try_from(self.unsaved.values().map(BTreeSet::len).sum::<usize>()).unwrap_or(u32::MAX)
    }

    /// Whether a newer version is offered: not while loading it would lose what is not stored.
    #[must_use]
    pub fn newer_offered(&self) -> bool {
        self.newer.offered && self.unsaved.is_empty()
    }

    /// The records that are on screen but not stored: a backup must hold them.
    pub fn unsaved_records(&self) -> impl Iterator<Item = &Record> {
        self.unsaved.values().flatten().filter_map(|id| self.journal.get(*id))
    }

    /// The number the next record of the journal gets.
    #[must_use]
    pub fn next_seq(&self) -> u32 {
        next_seq(&self.journal, self.me)
    }

    /// The id of the next record of what the screens show.
    #[must_use]
    pub fn next_id(&self) -> RecordId {
        RecordId { writer: self.me, seq: next_seq(self.book(), self.me) }
    }

    /// Whether a batch of this page gets further parts: not once it was undone or erased.
    #[must_use]
    pub fn takes_part(&self, batch: RecordId) -> bool {
        batch.writer == self.me && self.book().unit_alive(Target::Batch(batch))
    }
}

fn next_seq(book: &Journal, writer: Writer) -> u32 {
    book.since(writer, 0).last().map_or(0, |it| it.id.seq + 1)
}
