//! Settings: is my data safe, and counted my way?

use crate::{
    app::{
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
    let minutes = i64::try_from(state.now.at.saturating_sub(at) / 60_000).unwrap_or(i64::MAX);
    let then = i64::from(state.now.minute).saturating_sub(minutes);
    u32::try_from(-then.div_euclid(1440)).unwrap_or(0)
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
        moment::Moment,
        start::{Found, start},
        update::update,
    };

    fn at(days: i32, minute: u16) -> Moment {
        let day = Date::new(2025, 6, 11).unwrap();
        let ms = 1_749_600_000_000 + i64::from(days) * 86_400_000 + i64::from(minute) * 60_000;
        Moment { at: ms.unsigned_abs(), day: day.plus_days(days), minute }
    }

    fn app() -> State {
        start(&Found::default(), |_| at(0, 600))
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
}
