//! Settings: is my data safe, and counted my way?

use crate::{
    app::{
        moment::Moment,
        prefs::Backup,
        state::{Snapshot, State},
    },
    domain::{
        date::Date,
        step::{Origin, Step},
    },
    journal::{
        format::Unreadable,
        record::{Record, What},
    },
};

/// A backup is due so many days after the last checked one.
pub const BACKUP_EVERY: u32 = 7;
/// Before so many records nobody is reminded.
pub const WORTH_A_BACKUP: usize = 20;
/// How many characters browsers keep for a site, about.
pub const ABOUT_ALL_SPACE: usize = 5_200_000;
/// How old the last checked backup is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupAge {
    /// Days since the last checked backup; `None`: there is none.
    pub checked: Option<u32>,
    /// A later one was saved, but never checked.
    pub unchecked: bool,
    /// It is time for one.
    pub due: bool,
    /// There is something to lose.
    pub needed: bool,
}

/// How old the last checked backup is.
#[must_use]
pub fn backup_age(state: &State) -> BackupAge {
    let Backup { at, .. } =
        state.prefs.checked.unwrap_or(Backup { at: 0, sum: 0, records: 0, checked: false });
    let checked = state.prefs.checked.map(|_| days_ago(state, at));
    let needed = state.journal.len() >= WORTH_A_BACKUP;
    let oldest = || state.journal.tally().span().map(|it| state.now.day.days_since(it.0));
    let old = match checked {
        Some(days) => days > BACKUP_EVERY,
        None => oldest().is_some_and(|it| it > i32::try_from(BACKUP_EVERY).unwrap_or(7)),
    };
    // What was checked already shall not be asked for again before something was added.
    let added = state.prefs.checked.is_none_or(|it| it.records != state.journal.len());
    let unchecked = state.prefs.saved.is_some_and(|it| !it.checked && it.at > at);
    BackupAge { checked, unchecked, due: needed && old && added, needed }
}

/// Civil days from an instant to now: yesterday evening is one day ago.
fn days_ago(state: &State, at: u64) -> u32 {
    u32::try_from(state.now.day.days_since(day_of(state, at))).unwrap_or(0)
}

/// The civil day of an instant, by the clock of now: never that of UTC.
fn day_of(state: &State, at: u64) -> Date {
    let Moment { at: now, day, minute } = state.now;
    let day_start = state.journal.settings().day_start;
    // After midnight the day before goes on until it ends.
    let minutes = i64::from(minute) + if minute < day_start { 1440 } else { 0 };
    let seconds = i64::try_from(now % 60_000).unwrap_or(0);
    let local = (i64::from(day.number()) * 1440 + minutes) * 60_000 + seconds;
    let since = i64::try_from(i128::from(now) - i128::from(at)).unwrap_or(i64::MIN);
    Moment::new(at, local.saturating_sub(since), day_start).day
}

/// The day a backup was made at an instant, UTC milliseconds; `None` where it names no day.
#[must_use]
pub fn made_on(state: &State, at: u64) -> Option<Date> {
    (at > 0).then(|| day_of(state, at)).filter(|it| *it < Date::MAX)
}

/// A part of the storage that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadablePart {
    /// Its key, which is also the name of its file.
    pub key: String,
    /// Of a later version, not damaged.
    pub newer: bool,
    /// Its length in characters.
    pub len: usize,
}

/// The parts of the storage that cannot be read.
#[must_use]
pub fn unreadable(state: &State) -> Vec<UnreadablePart> {
    let part = |it: &crate::app::state::UnreadableShard| UnreadablePart {
        key: it.key.clone(),
        newer: it.why == Unreadable::Newer,
        len: it.text.chars().count(),
    };
    state.unreadable.iter().map(part).collect()
}

/// What [`crate::app::intent::Intent::PutBack`] would put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CanPutBack {
    /// The state before a restore.
    Restore,
    /// Everything.
    Erase,
}

/// Whether there is a snapshot, and of what.
#[must_use]
pub const fn can_put_back(state: &State) -> Option<CanPutBack> {
    match &state.snapshot {
        None => None,
        Some(Snapshot::Restored { .. }) => Some(CanPutBack::Restore),
        Some(Snapshot::Erased { .. }) => Some(CanPutBack::Erase),
    }
}

/// How many of each fixed step records would count, for a look at a backup.
#[must_use]
pub fn totals(records: &[Record]) -> [u64; 3] {
    let mut journal = crate::journal::Journal::new(crate::journal::record::Device(0));
    journal.add_all(records.iter().cloned());
    let span = (Date::MIN, Date::MAX);
    [Step::Call, Step::Presentation, Step::Sale]
        .map(|step| journal.tally().total(span, What::Step(step, Origin::Cold)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{
        intent::Intent,
        start::{Found, start},
        update::update,
    };
    use crate::journal::record::Setting;

    fn at(days: i32, minute: u16) -> Moment {
        let day = Date::new(2025, 6, 11).unwrap();
        let ms = 1_749_600_000_000 + i64::from(days) * 86_400_000 + i64::from(minute) * 60_000;
        Moment { at: ms.unsigned_abs(), day: day.plus_days(days), minute }
    }

    fn app() -> State {
        start(Found::default(), |_| at(0, 600))
    }

    #[test]
    fn the_age_of_a_backup_counts_civil_days() {
        let mut state = app();
        assert_eq!(
            backup_age(&state),
            BackupAge { checked: None, unchecked: false, due: false, needed: false }
        );
        for _ in 0..30 {
            update(&mut state, Intent::Tap(What::CALL), at(0, 600));
        }
        let saved = Backup { at: at(0, 1380).at, sum: 1, records: 30, checked: false };
        update(&mut state, Intent::BackedUp(saved), at(0, 1380));
        assert!(backup_age(&state).unchecked);
        update(&mut state, Intent::BackedUp(Backup { checked: true, ..saved }), at(0, 1381));
        // 23:00 to 01:00 is yesterday.
        state.now = at(1, 60);
        assert_eq!(
            backup_age(&state),
            BackupAge { checked: Some(1), unchecked: false, due: false, needed: true }
        );
        // Nothing was added since: there is no need.
        state.now = at(20, 60);
        assert_eq!((backup_age(&state).checked, backup_age(&state).due), (Some(20), false));
        update(&mut state, Intent::Tap(What::CALL), at(9, 60));
        assert_eq!((backup_age(&state).checked, backup_age(&state).due), (Some(9), true));
    }
    #[test]
    fn a_backup_is_of_the_civil_day_it_was_made_on() {
        let mut state = app();
        let day = |days| at(days, 0).day;
        // 12 June, 10:00 in Moscow; at 01:00 there it was still 11 June by UTC.
        let moscow = |days: i32, minute: u16| at(days, minute).at - 180 * 60_000;
        state.now = Moment { at: moscow(1, 600), day: day(1), minute: 600 };
        assert_eq!(made_on(&state, moscow(1, 60)), Some(day(1)));
        assert_eq!(made_on(&state, moscow(0, 1439) + 59_999), Some(day(0)));
        assert_eq!(made_on(&state, moscow(1, 0)), Some(day(1)));
        // A colleague's clock may be ahead.
        assert_eq!(made_on(&state, moscow(2, 0)), Some(day(2)));
        assert_eq!((made_on(&state, 0), made_on(&state, u64::MAX)), (None, None));
        // The day lasts until 03:00: it is 02:00 by the clock, and 11 June.
        let day_start = Setting { key: "day_start".to_owned(), value: serde_json::json!(180) };
        update(&mut state, Intent::Settings(vec![day_start]), at(0, 0));
        state.now = Moment { at: at(1, 120).at, day: day(0), minute: 120 };
        assert_eq!(made_on(&state, at(0, 1380).at), Some(day(0)));
        assert_eq!(made_on(&state, at(0, 120).at), Some(day(-1)));
        assert_eq!(days_ago(&state, at(0, 1380).at), 0);
    }
}
