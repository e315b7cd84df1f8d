//! Taps, batches, reasons, undo and redo, edits of single entries.

use super::{record, record_all, say};
use crate::{
    app::{
        effect::Effect,
        intent::Several,
        state::{Said, State},
    },
    domain::{
        date::Date,
        step::{Id, Origin},
    },
    journal::{
        record::{Amendment, Body, Change, Entry, Record, RecordId, Target, What},
        undo::{entry_of, next_redo, next_undo},
    },
};

pub(super) fn tap(state: &mut State, what: What) -> Vec<Effect> {
    let day = state.log_day();
    let entry = Entry {
        day,
        // A tap for another day says nothing about the hour.
        minute: (day == state.now.day).then_some(state.now.minute),
        what,
        list: list_for(state, what),
        reason: None,
        n: 1,
        extra: None,
    };
    let mut effects = log(state, entry);
    effects.push(Effect::Vibrate);
    effects
}

/// Another page may have been first to take these in: the same records count once.
pub(super) fn tapped_before(state: &mut State, records: Vec<Record>) -> Vec<Effect> {
    let first_ever = state.journal.is_empty();
    let mut effects = super::storing::mirrored(state, records);
    if first_ever && !effects.is_empty() {
        effects.push(Effect::AskToPersist);
    }
    effects
}

/// Inbound prospects come from no lead list.
const fn list_for(state: &State, what: What) -> Option<Id> {
    match what {
        What::Step(_, Origin::Cold) => state.log.list,
        _ => None,
    }
}

pub(super) fn several(state: &mut State, it: Several) -> Vec<Effect> {
    let entry = Entry {
        day: it.day,
        minute: None,
        what: it.what,
        list: it.list,
        reason: it.reason,
        n: it.n,
        extra: None,
    };
    log(state, entry)
}

fn log(state: &mut State, entry: Entry) -> Vec<Effect> {
    let (day, what) = (entry.day, entry.what);
    let first_ever = state.journal.is_empty();
    let mut effects = record(state, Body::Entry(entry));
    if effects.is_empty() && state.read_only() {
        return effects;
    }
    state.log.used = state.now.at;
    let total = state.book().tally().count(day, what);
    let other_day = (day != state.now.day).then_some(day);
    say(state, Said::Logged { what, total, day: other_day });
    if first_ever && state.sample.is_none() {
        effects.push(Effect::AskToPersist);
    }
    effects
}

pub(super) fn toggle_reason(state: &mut State, reason: Id) -> Vec<Effect> {
    let Some((id, counted)) = state.last_entry() else { return Vec::new() };
    let reason = (counted.cell.reason != Some(reason)).then_some(reason);
    let effects = amend_unit(state, id, Change::Reason(reason));
    say(state, Said::ReasonSet(reason));
    effects
}

pub(super) fn earlier(state: &mut State, day: Option<Date>) -> Vec<Effect> {
    let Some((id, _)) = state.last_entry() else { return Vec::new() };
    let effects = amend_unit(state, id, Change::Earlier(day));
    say(state, Said::Saved);
    effects
}

/// Changes the whole batch an entry belongs to.
fn amend_unit(state: &mut State, id: RecordId, change: Change) -> Vec<Effect> {
    let Some(target) = state.book().get(id).map(Record::unit) else {
        return Vec::new();
    };
    record(state, Body::Amendment(Amendment { target, change }))
}

pub(super) fn amend(state: &mut State, id: RecordId, changes: Vec<Change>) -> Vec<Effect> {
    let target = Target::Record(id);
    let bodies = changes.into_iter().map(|change| Body::Amendment(Amendment { target, change })).collect();
    let effects = record_all(state, bodies);
    say(state, Said::Saved);
    effects
}

pub(super) fn delete(state: &mut State, id: RecordId) -> Vec<Effect> {
    let Some(entry) = state.book().counted(id) else { return Vec::new() };
    let target = Target::Record(id);
    let effects = record(state, Body::Amendment(Amendment { target, change: Change::Void }));
    let total = state.book().tally().count(entry.day, entry.cell.what);
    say(state, Said::Removed { entry, total });
    effects
}

pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    let Some(target) = next_undo(state.book()) else {
        say(state, Said::NothingToUndo);
        return Vec::new();
    };
    let entry = entry_of(state.book(), target).and_then(|id| state.book().counted(id));
    let effects = record(state, Body::Amendment(Amendment { target, change: Change::Undo }));
    let said = entry.map_or(Said::Undone, |entry| Said::Removed {
        total: state.book().tally().count(entry.day, entry.cell.what),
        entry,
    });
    say(state, said);
    effects
}

pub(super) fn redo(state: &mut State) -> Vec<Effect> {
    let Some(target) = next_redo(state.book()) else {
        say(state, Said::NothingToRedo);
        return Vec::new();
    };
    let effects = record(state, Body::Amendment(Amendment { target, change: Change::Redo }));
    let entry = entry_of(state.book(), target).and_then(|id| state.book().counted(id));
    let said = entry.map_or(Said::Redone, |entry| Said::Restored {
        total: state.book().tally().count(entry.day, entry.cell.what),
        entry,
    });
    say(state, said);
    effects
}
