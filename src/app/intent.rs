//! What a person, the clock, another tab or the storage wants.

use crate::{
    app::{
        effect::StoreError,
        prefs::{Lang, Theme},
        route::Route,
    },
    domain::{date::Date, step::Id},
    journal::{
        format::ShardKey,
        record::{Change, Record, RecordId, Setting, What},
        tally::ListFilter,
    },
};

/// One thing to happen to the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// One more, now, for the day and list of the Log.
    Tap(What),
    /// Tapped before the app was there.
    TappedBefore(Vec<Record>),
    /// Several at once, as one batch.
    Several(Several),
    /// Give the last entry this reason, or take it away if it has it.
    ToggleReason(Id),
    /// Say which day's presentation the last sale came from.
    Earlier(Option<Date>),
    /// Take back the newest act of this browser.
    Undo,
    /// Bring back what Undo took.
    Redo,
    /// Change fields of an entry.
    Amend(RecordId, Vec<Change>),
    /// An entry shall not count.
    Delete(RecordId),
    /// A day shall have this number; `None`: nothing recorded.
    SetCell {
        /// The day.
        day: Date,
        /// The column.
        what: What,
        /// The list that is shown.
        list: ListFilter,
        /// At most [`crate::domain::typed::MAX_COUNT`].
        n: Option<u32>,
    },
    /// So many of a day's entries of a step shall have this reason.
    SetReasonCount {
        /// The day.
        day: Date,
        /// The step the reason is given for.
        what: What,
        /// The reason.
        reason: Id,
        /// How many.
        n: u32,
    },
    /// Spread a week's total over days, as one batch.
    Spread {
        /// The column.
        what: What,
        /// The list that is shown.
        list: ListFilter,
        /// What each day shall get in addition.
        days: Vec<(Date, u32)>,
    },
    /// Record these settings, as one batch.
    Settings(Vec<Setting>),
    /// Record many entries, with the lists and reasons they name for the first time and the days
    /// they mark as worked, all as one batch; in parts, so that the page stays alive.
    Import {
        /// With a later part: the first record of the first one. What no longer counts by then
        /// gets no further part.
        batch: Option<RecordId>,
        /// What is counted.
        entries: Vec<crate::journal::record::Entry>,
        /// What has to be known for it.
        settings: Vec<Setting>,
        /// With the last part: how many were imported in all.
        total: Option<u64>,
    },
    /// Add the records of a backup of the person's own.
    Merge(Vec<Record>),
    /// Take everything away.
    Erase {
        /// 64 random bits, for a writer that never wrote.
        random: u64,
    },
    /// Another tab took everything away.
    ErasedElsewhere {
        /// 64 random bits, for a writer that never wrote.
        random: u64,
    },
    /// Put back what was here before the last [`Intent::Merge`] or [`Intent::Erase`].
    PutBack,
    /// Give the person a file.
    Download {
        /// Suggested name.
        name: String,
        /// Media type.
        mime: &'static str,
        /// Content.
        text: String,
    },
    /// A backup was saved, or the saved one was read again and found whole.
    BackedUp(crate::app::prefs::Backup),
    /// Log for another day than today; `None`: today.
    LogDay(Option<Date>),
    /// Log for a list.
    LogList(Option<Id>),
    /// Another address.
    Go(Route),
    /// Another language.
    SetLang(Lang),
    /// Another theme.
    SetTheme(Theme),
    /// Single keys on or off.
    SetShortcuts(bool),
    /// Time has passed, or the page woke up.
    Tick,
    /// What came of [`crate::app::effect::Effect::Write`].
    Stored {
        /// The shard.
        key: ShardKey,
        /// One past the last record it held.
        through: u32,
        /// Whether it is saved.
        result: Result<(), StoreError>,
    },
    /// Save again what could not be saved.
    Retry,
    /// Another tab wrote a shard.
    Arrived {
        /// Its key.
        key: ShardKey,
        /// Its text.
        text: String,
    },
    /// The mirror held these.
    Mirrored(Vec<Record>),
    /// Everything up to an instant was erased in the last day, and a browser that was killed may
    /// have brought some of it back.
    Forget {
        /// UTC milliseconds.
        before: u64,
        /// Keys and texts of what is stored.
        found: Vec<(String, String)>,
    },
    /// The storage was emptied while the page was open. These keys and texts are left.
    StorageCleared(Vec<(String, String)>),
    /// Everything that is stored, for old shards to be put together.
    Gather(Vec<(String, String)>),
    /// Another tab changed the preferences.
    PrefsArrived(String),
    /// The browser has a newer version of the app ready.
    NewerReady,
    /// Load it.
    LoadNewer,
    /// Open the sample.
    OpenSample,
    /// Close it.
    CloseSample,
}

/// Several at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Several {
    /// Of what.
    pub what: What,
    /// 1 to 100 000.
    pub n: u32,
    /// Why they did not go on.
    pub reason: Option<Id>,
    /// The list.
    pub list: Option<Id>,
    /// The day.
    pub day: Date,
}
