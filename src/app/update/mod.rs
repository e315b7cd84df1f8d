//! What an intent does to the state, and which effects it asks for.

mod backup;
mod days;
mod gathering;
mod logging;
mod newer;
mod storing;

use crate::{
    app::{
        effect::Effect,
        intent::Intent,
        moment::Moment,
        sample,
        state::{LogTarget, Said, State},
    },
    journal::record::{Body, Record, RecordId, Setting},
};

/// How long another day than today stays chosen on the Log, in milliseconds.
const OTHER_DAY_IDLE: u64 = 10 * 60 * 1000;

/// Carries out one intent at one moment.
pub fn update(state: &mut State, intent: Intent, now: Moment) -> Vec<Effect> {
    pass_time(state, now);
    match intent {
        Intent::Tap(what) => logging::tap(state, what),
        Intent::TappedBefore(records) => logging::tapped_before(state, records),
        Intent::Several(it) => logging::several(state, it),
        Intent::ToggleReason(id) => logging::toggle_reason(state, id),
        Intent::Earlier(day) => logging::earlier(state, day),
        Intent::Undo => logging::undo(state),
        Intent::Redo => logging::redo(state),
        Intent::Amend(id, changes) => logging::amend(state, id, changes),
        Intent::Delete(id) => logging::delete(state, id),
        Intent::SetCell { day, what, list, n } => days::set_cell(state, day, what, list, n),
        Intent::SetReasonCount { day, what, reason, n } => {
            days::set_reason_count(state, day, what, reason, n)
        }
        Intent::Spread { what, list, days } => days::spread(state, what, list, &days),
        Intent::Settings(all) => settings(state, all),
        Intent::Import { batch, entries, settings, total } => {
            if batch.is_some_and(|it| !state.takes_part(it)) {
                return Vec::new();
            }
            let settings = settings.into_iter().map(Body::Setting);
            let bodies = settings.chain(entries.into_iter().map(Body::Entry)).collect();
            let effects = record_as(state, bodies, batch.map(|it| it.seq));
            if let Some(n) = total {
                say(state, Said::Imported(n));
            }
            effects
        }
        Intent::Merge(records) => backup::merge(state, records),
        Intent::Erase { random } => backup::erase(state, random),
        Intent::ErasedElsewhere { random } => backup::erased_elsewhere(state, random),
        Intent::PutBack => backup::put_back(state),
        Intent::Download { name, mime, text } => vec![Effect::Download { name, mime, text }],
        Intent::BackedUp(it) => prefs(state, |prefs| {
            prefs.saved = Some(it);
            if it.checked {
                prefs.checked = Some(it);
            }
        }),
        Intent::LogDay(day) => {
            state.log.day = day.filter(|it| *it != now.day);
            state.log.used = now.at;
            Vec::new()
        }
        Intent::LogList(list) => {
            state.log.list = list;
            if state.sample.is_some() {
                return Vec::new();
            }
            prefs(state, |it| it.list = list.map(|it| it.0))
        }
        Intent::Go(route) => {
            state.route = route;
            newer::offer(state);
            Vec::new()
        }
        Intent::SetLang(lang) => prefs(state, |it| it.lang = Some(lang)),
        Intent::SetTheme(theme) => prefs(state, |it| it.theme = theme),
        Intent::SetShortcuts(on) => prefs(state, |it| it.shortcuts_off = !on),
        Intent::Tick => storing::tick(state).into_iter().chain(newer::tick(state)).collect(),
        Intent::NewerReady => newer::ready(state),
        Intent::LoadNewer => newer::load(state),
        Intent::Retry => storing::retry(state),
        Intent::Stored { key, through, result } => storing::stored(state, key, through, result),
        Intent::Arrived { key, text } => storing::arrived(state, key, &text),
        Intent::Mirrored(records) => storing::mirrored(state, records),
        Intent::Forget { before, found } => storing::forget(state, before, &found),
        Intent::StorageCleared(left) => storing::cleared(state, &left),
        Intent::Gather(found) => gathering::gather(state, &found),
        Intent::PrefsArrived(text) => {
            state.prefs = crate::app::prefs::Prefs::read(Some(&text));
            Vec::new()
        }
        Intent::OpenSample => {
            state.sample = Some(Box::new(sample::journal(state.lang(), now.day, state.journal.device())));
            state.log = LogTarget::default();
            Vec::new()
        }
        Intent::CloseSample => {
            state.sample = None;
            state.log = LogTarget { list: state.usual_list(), ..LogTarget::default() };
            Vec::new()
        }
    }
}

/// The Log goes back to today by itself.
fn pass_time(state: &mut State, now: Moment) {
    let next_day = state.now.day != now.day;
    let idle = now.at.saturating_sub(state.log.used) > OTHER_DAY_IDLE;
    if state.log.day.is_some() && (next_day || idle) {
        state.log.day = None;
    }
    state.now = now;
}

fn prefs(state: &mut State, change: impl FnOnce(&mut crate::app::prefs::Prefs)) -> Vec<Effect> {
    change(&mut state.prefs);
    vec![Effect::SavePrefs(state.prefs.to_text())]
}

fn settings(state: &mut State, all: Vec<Setting>) -> Vec<Effect> {
    let effects = record_all(state, all.into_iter().map(Body::Setting).collect());
    say(state, Said::Saved);
    effects
}

const fn say(state: &mut State, said: Said) {
    state.said = Some(said);
    state.said_count = state.said_count.wrapping_add(1);
}

fn record(state: &mut State, body: Body) -> Vec<Effect> {
    record_all(state, vec![body])
}

/// Appends records, several as one batch, and asks for what they changed to be stored.
///
/// In the sample nothing is stored; while a newer version's data is here, nothing is recorded.
fn record_all(state: &mut State, bodies: Vec<Body>) -> Vec<Effect> {
    record_as(state, bodies, None)
}

/// The same as part of a batch; `None`: a batch of their own, if there are several.
fn record_as(state: &mut State, bodies: Vec<Body>, batch: Option<u32>) -> Vec<Effect> {
    if bodies.is_empty() || state.read_only() {
        return Vec::new();
    }
    let (RecordId { writer: me, seq: first }, clock) = (state.next_id(), state.now.at);
    state.newer.busy = clock;
    let in_sample = state.sample.is_some();
    let book = state.sample.as_deref_mut().unwrap_or(&mut state.journal);
    let batch = batch.or_else(|| (bodies.len() > 1).then_some(first));
    // Later than all that was seen, so that a wrong clock cannot win for ever.
    let at = clock.max(book.newest() + 1);
    let records: Vec<Record> = (first..)
        .zip(at..)
        .zip(bodies)
        .map(|((seq, at), body)| Record { id: RecordId { writer: me, seq }, at, batch, body })
        .collect();
    let past = first + u32::try_from(records.len()).unwrap_or(u32::MAX - first);
    book.add_all(records.iter().cloned());
    if in_sample {
        return Vec::new();
    }
    let mut effects = storing::write(state, first, past);
    effects.push(Effect::Mirror(records));
    effects
}
