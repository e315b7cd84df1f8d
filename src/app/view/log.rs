//! The Log: what just happened, and what is left today?

use crate::{
    app::{
        state::State,
        view::names::{self, Name},
    },
    domain::{
        date::Date,
        reason::Side,
        step::{Id, Step},
    },
    journal::{
        record::{RecordId, Stamp, What},
        tally::{Counted, ListFilter},
        undo::{next_redo, next_undo},
    },
};

/// How many of the last entries are listed.
const LISTED: usize = 12;

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
    let count = |what| book.tally().count(day, what, ListFilter::All);
    let entries = book.entries_on(day);
    let lines: Vec<EntryLine> =
        entries.iter().rev().take(LISTED).map(|(stamp, it)| line(state, *stamp, *it)).collect();
    let last = lines.first().cloned();
    // A merged list is chosen as the one it is counted under.
    let active = settings.lists.iter().filter(|(id, it)| !it.archived && settings.list_root(**id) == **id);
    LogView {
        day,
        is_today: day == state.now.day,
        list: state.log.list.map(|id| (settings.list_root(id), names::list(settings, id))),
        lists: active.map(|(id, it)| (*id, Name::Own(it.name.clone()))).collect(),
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
        can_undo: next_undo(book).is_some(),
        can_redo: next_redo(book).is_some(),
        entries: lines,
        first_run: book.is_empty(),
    }
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

/// The reason behind the chip at this place, if the chips are shown.
#[must_use]
pub fn chip_at(state: &State, place: usize) -> Option<Id> {
    match question(state, &state.last_entry()?.1) {
        Question::Why(_, chips) => chips.get(place).map(|it| it.id),
        _ => None,
    }
}
