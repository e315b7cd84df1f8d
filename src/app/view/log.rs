//! The Log: what just happened, and what is left today?

use crate::{
    app::{
        state::{Said, State},
        view::names::{self, Name},
    },
    domain::{
        date::Date,
        reason::Side,
        step::{Id, Step},
    },
    journal::{
        record::{Record, RecordId, Stamp, Target, What},
        tally::Counted,
        undo::{entry_of, next_redo, next_undo},
    },
};

/// How many of the last entries are listed.
const LISTED: usize = 12;
/// A number typed for a day is recorded with at most a few changes of others.
const SMALL_BATCH: usize = 8;

/// The Log.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, not states")]
#[derive(Clone, Debug, PartialEq)]
pub struct LogView {
    /// The day that is shown and logged for.
    pub day: Date,
    /// Whether that is today.
    pub is_today: bool,
    /// The list taps go to.
    pub list: Option<(Id, Name)>,
    /// Lists to choose from.
    pub lists: Vec<(Id, Name)>,
    /// Calls, presentations, sales, inbound presentations, inbound sales of that day, all lists.
    pub counts: [u64; 5],
    /// Own steps in the order of the chain: name and count.
    pub steps: Vec<(Id, Name, u64)>,
    /// Own counters: name, count, goal.
    pub counters: Vec<(Id, Name, u64, Option<u32>)>,
    /// The newest entry of that day.
    pub last: Option<EntryLine>,
    /// What can be said about it.
    pub question: Question,
    /// What Undo took back or would take back, where that is of another day than the one shown.
    pub elsewhere: Option<Elsewhere>,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// Newest first.
    pub entries: Vec<EntryLine>,
    /// Nothing was ever recorded.
    pub first_run: bool,
}

/// An entry, as a line.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryLine {
    /// Its id.
    pub id: RecordId,
    /// As it counts.
    pub counted: Counted,
    /// What it is.
    pub what: Name,
    /// Why it did not go on.
    pub reason: Option<Name>,
    /// Its list.
    pub list: Option<Name>,
}

/// What cannot be seen on the day that is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Elsewhere {
    /// Undo or redo changed an entry of another day.
    Changed(Said),
    /// The next undo takes this entry back.
    Next(EntryLine),
}

/// What is asked about the last entry. Never blocks.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// Nothing yet: these reasons will be asked for after a call.
    Waiting(Vec<Chip>),
    /// Nothing.
    None,
    /// Why did it not go on? The chips, and which is pressed.
    Why(Side, Vec<Chip>),
    /// Which day's presentation was it? The days offered and the answer.
    WhichDay {
        /// Today and the day before, as seen from the sale.
        offered: [Date; 2],
        /// What was answered.
        answer: Option<Date>,
    },
}

/// A reason to tap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Name,
    /// Whether the last entry has it.
    pub pressed: bool,
}

/// What the Log shows.
#[must_use]
pub fn view(state: &State) -> LogView {
    let book = state.book();
    let settings = book.settings();
    let day = state.log_day();
    let count = |what| book.tally().count(day, what);
    let entries = book.entries_on(day);
    let lines: Vec<EntryLine> =
        entries.iter().rev().take(LISTED).map(|(stamp, it)| line(state, *stamp, *it)).collect();
    let last = lines.first().cloned();
    LogView {
        day,
        is_today: day == state.now.day,
        list: state.log.list.map(|id| (settings.list_root(id), names::list(settings, id))),
        lists: lists(state, state.log.list),
        counts: What::FIXED.map(count),
        steps: settings
            .steps
            .iter()
            .map(|(id, it)| (*id, Name::Own(it.name.clone()), count(What::own(*id))))
            .collect(),
        counters: settings
            .counters_in_use()
            .into_iter()
            .map(|(id, it)| (id, Name::Own(it.name.clone()), count(What::Counter(id)), it.goal))
            .collect(),
        question: last.as_ref().map_or_else(
            || Question::Waiting(chips(state, Side::Call, None)),
            |it| question(state, &it.counted),
        ),
        last,
        elsewhere: elsewhere(state, day),
        can_undo: next_undo(book).is_some(),
        can_redo: next_redo(book).is_some(),
        entries: lines,
        first_run: book.is_empty(),
    }
}

/// Lists to choose from: those in use, and what is chosen already though it was put away.
/// A merged list is chosen as the one it is counted under.
#[must_use]
pub fn lists(state: &State, chosen: Option<Id>) -> Vec<(Id, Name)> {
    let settings = state.book().settings();
    let active = settings.lists.iter().filter(|(id, it)| !it.archived && settings.list_root(**id) == **id);
    let mut all: Vec<(Id, Name)> = active.map(|(id, it)| (*id, Name::Own(it.name.clone()))).collect();
    let chosen = chosen.map(|id| settings.list_root(id)).filter(|id| all.iter().all(|it| it.0 != *id));
    all.extend(chosen.map(|id| (id, names::list(settings, id))));
    all
}

fn elsewhere(state: &State, day: Date) -> Option<Elsewhere> {
    if let Some(said @ (Said::Removed { entry, .. } | Said::Restored { entry, .. })) = &state.said
        && entry.day != day
    {
        return Some(Elsewhere::Changed(said.clone()));
    }
    let book = state.book();
    let unit = next_undo(book)?;
    // Of an import no single entry tells what goes.
    if let Target::Batch(first) = unit
        && (book.batch(first).len() > SMALL_BATCH
            || book.batch(first).iter().filter(|id| book.entry(**id).is_some()).count() > 1)
    {
        return None;
    }
    let id = entry_of(book, unit)?;
    let (stamp, counted) = (book.get(id).map(Record::stamp)?, book.counted(id)?);
    (counted.day != day).then(|| Elsewhere::Next(line(state, stamp, counted)))
}

/// An entry as a line.
#[must_use]
pub fn line(state: &State, stamp: Stamp, counted: Counted) -> EntryLine {
    let settings = state.book().settings();
    EntryLine {
        id: stamp.id,
        what: match counted.cell.what {
            What::Step(step, _) => names::step(settings, step),
            What::Counter(id) => names::counter(settings, id),
        },
        reason: counted.cell.reason.map(|id| names::reason(settings, id)),
        list: counted.cell.list.map(|id| names::list(settings, id)),
        counted,
    }
}

fn question(state: &State, last: &Counted) -> Question {
    if let What::Step(Step::Sale, _) = last.cell.what {
        return Question::WhichDay { offered: [last.day, last.day.plus_days(-1)], answer: last.earlier };
    }
    side_of(state, last.cell.what)
        .map_or(Question::None, |side| Question::Why(side, chips(state, side, last.cell.reason)))
}

/// The side whose reasons are asked for after `what`.
#[must_use]
pub fn side_of(state: &State, what: What) -> Option<Side> {
    match what {
        What::Step(step, _) => state.book().settings().side_of(step),
        What::Counter(_) => None,
    }
}

/// The reasons of a side as chips, at most six.
#[must_use]
pub fn chips(state: &State, side: Side, pressed: Option<Id>) -> Vec<Chip> {
    let settings = state.book().settings();
    settings
        .reasons_of(side)
        .into_iter()
        .take(6)
        .map(|(id, _)| Chip { id, name: names::reason(settings, id), pressed: pressed == Some(id) })
        .collect()
}

/// The reasons an entry of this side can be given: the chips, and the one it has though it was put away.
#[must_use]
pub fn reasons(state: &State, side: Side, given: Option<Id>) -> Vec<Chip> {
    let mut all = chips(state, side, given);
    if let Some(id) = given.filter(|id| all.iter().all(|it| it.id != *id)) {
        all.push(Chip { id, name: names::reason(state.book().settings(), id), pressed: true });
    }
    all
}

/// The reason behind the chip at this place, if the chips are shown.
#[must_use]
pub fn chip_at(state: &State, place: usize) -> Option<Id> {
    match question(state, &state.last_entry()?.1) {
        Question::Why(_, chips) => chips.get(place).map(|it| it.id),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{intent::Intent, update::update, view::funnel::fixture},
        domain::reason::BuiltIn,
    };
    use serde_json::json;

    #[test]
    fn the_list_an_entry_has_can_be_chosen_though_merged_or_put_away() {
        let mut all = fixture::bodies();
        let list = |id: Id, value| fixture::setting(&format!("list/{}", id.0), value);
        let dentists = (fixture::DENTISTS, Name::Own("Dentists".to_owned()));
        let garages = (fixture::CAR_REPAIR, Name::Own("Car repair".to_owned()));
        all.push(list(fixture::CAR_REPAIR, json!({ "name": "Car repair", "archived": true })));
        let state = fixture::state(all.clone(), "#/log");
        assert_eq!(lists(&state, None), std::slice::from_ref(&dentists));
        assert_eq!(lists(&state, Some(fixture::CAR_REPAIR)), [dentists.clone(), garages]);
        all.push(list(fixture::CAR_REPAIR, json!({ "name": "Car repair", "merged_into": 1000 })));
        assert_eq!(lists(&fixture::state(all, "#/log"), Some(fixture::CAR_REPAIR)), [dentists]);
    }

    #[test]
    fn taps_go_to_the_list_that_is_shown_though_it_was_put_away() {
        let mut all = fixture::bodies();
        all.push(fixture::setting("list/1001", json!({ "name": "Car repair", "archived": true })));
        let mut state = fixture::state(all, "#/log");
        state.log.list = Some(fixture::CAR_REPAIR);
        let it = view(&state);
        assert!(it.lists.contains(&it.list.unwrap()));
    }

    #[test]
    fn what_undo_does_to_another_day_is_told() {
        let mut state = fixture::state(Vec::new(), "#/log");
        let now = state.now;
        let yesterday = now.day.plus_days(-1);
        let mut run = |intent| {
            update(&mut state, intent, now);
            view(&state).elsewhere
        };
        assert_eq!(run(Intent::Tap(What::CALL)), None);
        let cell = |n| Intent::SetCell {
            day: yesterday,
            what: What::PRESENTATION,
            list: crate::journal::tally::ListFilter::All,
            n: Some(n),
        };
        let Some(Elsewhere::Next(it)) = run(cell(8)) else { panic!("the next undo is of yesterday") };
        assert_eq!((it.counted.day, it.counted.n), (yesterday, 8));
        let Some(Elsewhere::Changed(Said::Removed { entry, total })) = run(Intent::Undo) else {
            panic!("the undone entry was of yesterday")
        };
        assert_eq!((entry.day, entry.n, total), (yesterday, 8, 0));
        // Today's call can be seen on the screen.
        assert_eq!(run(Intent::Undo), None);
    }

    #[test]
    fn the_reason_an_entry_has_can_be_chosen_though_it_was_put_away() {
        let mut all = fixture::bodies();
        let away = json!({ "side": "call", "class": "list_and_time", "archived": true });
        all.push(fixture::setting("reason/1", away));
        let state = fixture::state(all, "#/log");
        let ids = |given| reasons(&state, Side::Call, given).iter().map(|it| it.id).collect::<Vec<_>>();
        assert!(!ids(None).contains(&BuiltIn::NoAnswer.id()));
        assert_eq!(ids(Some(BuiltIn::NoAnswer.id())).last(), Some(&BuiltIn::NoAnswer.id()));
    }
}
