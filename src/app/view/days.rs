//! Days: are the numbers right?

use crate::{
    app::{
        state::State,
        view::{
            log::{EntryLine, line},
            names::{self, Name},
        },
    },
    domain::{
        date::Date,
        reason::Side,
        step::{Id, Origin, Step},
    },
    journal::{
        record::What,
        settings::{DayMark, Settings},
        tally::{Cell, ListFilter},
    },
};

/// A week and, where one is chosen, one of its days.
#[derive(Clone, Debug, PartialEq)]
pub struct DaysView {
    /// The first day of the week.
    pub first: Date,
    /// Today.
    pub today: Date,
    /// The columns.
    pub columns: Vec<Column>,
    /// Seven rows.
    pub rows: Vec<DayRow>,
    /// Sums of the columns.
    pub totals: Vec<u64>,
    /// Nothing is recorded in this week.
    pub empty: bool,
    /// The chosen day.
    pub open: Option<OpenDay>,
    /// The list that is shown.
    pub list: ListFilter,
    /// Lists to choose from.
    pub lists: Vec<(Id, Name)>,
}

/// A column of the week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it counts.
    pub what: What,
    /// As in test ids: `calls`, `pres`, `sales`, `inb-pres`, `inb-sales`, `step-<n>`, `counter-<n>`.
    pub name: String,
    /// The seller's name, for own steps and counters.
    pub label: Option<Name>,
}

/// One day of the week.
#[derive(Clone, Debug, PartialEq)]
pub struct DayRow {
    /// The day.
    pub day: Date,
    /// By column; `None`: nothing recorded, 0: worked and none.
    pub cells: Vec<Option<u64>>,
    /// What is known of the day besides.
    pub mark: DayMark,
    /// Whether it counts as a workday.
    pub works: bool,
    /// Whether it lies after today: nothing can be typed.
    pub future: bool,
}

/// A day in full.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenDay {
    /// Its row.
    pub row: DayRow,
    /// Its entries, oldest first.
    pub entries: Vec<EntryLine>,
    /// Reasons of calls and of presentations with their counts.
    pub reasons: Vec<(Side, Id, Name, u64)>,
    /// How many calls and presentations have no reason.
    pub without: [u64; 2],
    /// More sales than presentations: a note, not an error.
    pub more_sales: bool,
}

/// The week of a day.
#[must_use]
pub fn view(state: &State, chosen: Option<Date>) -> DaysView {
    let book = state.book();
    let settings = book.settings();
    // A merged list is shown, and typed into, as the one it is counted under.
    let list = match state.route.list {
        ListFilter::All => ListFilter::All,
        ListFilter::Only(id) => ListFilter::Only(settings.list_root(id)),
    };
    let first = chosen.unwrap_or(state.now.day).week_start(settings.week_start);
    let columns = columns(settings);
    let rows: Vec<DayRow> =
        first.through(first.plus_days(6)).map(|day| row(state, day, &columns, list)).collect();
    let totals =
        (0..columns.len()).map(|it| rows.iter().map(|row| row.cells[it].unwrap_or(0)).sum()).collect();
    let empty = rows.iter().all(|row| row.cells.iter().all(Option::is_none));
    DaysView {
        first,
        today: state.now.day,
        totals,
        empty,
        open: chosen.map(|day| open(state, day, &columns, list)),
        list,
        lists: settings
            .lists
            .keys()
            .filter(|id| settings.list_root(**id) == **id)
            .map(|id| (*id, names::list(settings, *id)))
            .collect(),
        columns,
        rows,
    }
}

/// A week's total spread evenly over its workdays up to today, the first ones taking what is left over.
#[must_use]
pub fn spread(view: &DaysView, total: u32) -> Vec<(Date, u32)> {
    let days: Vec<Date> = view.rows.iter().filter(|it| it.works && !it.future).map(|it| it.day).collect();
    let Ok(n) = u32::try_from(days.len()) else { return Vec::new() };
    if n == 0 {
        return Vec::new();
    }
    (0..).zip(days).map(|(place, day)| (day, total / n + u32::from(place < total % n))).collect()
}

/// The columns of the week: the five fixed ones, then own steps, then counters.
#[must_use]
pub fn columns(settings: &Settings) -> Vec<Column> {
    let fixed = What::FIXED.into_iter().map(|what| Column { what, name: column_name(what), label: None });
    let steps = settings.steps.iter().zip(1..).map(|((id, it), n)| Column {
        what: What::own(*id),
        name: format!("step-{n}"),
        label: Some(Name::Own(it.name.clone())),
    });
    let counters = settings.counters_in_use().into_iter().zip(1..).map(|((id, it), n)| Column {
        what: What::Counter(id),
        name: format!("counter-{n}"),
        label: Some(Name::Own(it.name.clone())),
    });
    fixed.chain(steps).chain(counters).collect()
}

/// A name for a column that stays the same whatever steps there are.
#[must_use]
pub fn column_name(what: What) -> String {
    match what {
        What::Step(Step::Call, _) => "calls".to_owned(),
        What::Step(Step::Presentation, Origin::Cold) => "pres".to_owned(),
        What::Step(Step::Sale, Origin::Cold) => "sales".to_owned(),
        What::Step(Step::Presentation, Origin::Inbound) => "inb-pres".to_owned(),
        What::Step(Step::Sale, Origin::Inbound) => "inb-sales".to_owned(),
        What::Step(Step::Own(id), _) => format!("step/{}", id.0),
        What::Counter(id) => format!("counter/{}", id.0),
    }
}

/// How many of `what` on a day, merged lists counted under the others.
#[must_use]
pub fn count(state: &State, day: Date, what: What, list: ListFilter) -> u64 {
    kept(state, day, what, list).map(|it| it.1).sum()
}

/// The counts of `what` on a day that the filter lets through, by list and reason.
fn kept(state: &State, day: Date, what: What, list: ListFilter) -> impl Iterator<Item = (Cell, u64)> + '_ {
    let book = state.book();
    let counts = book.tally().day(day).into_iter().flat_map(move |it| it.of(what));
    counts.filter(move |(cell, _)| book.settings().keeps(list, cell.list))
}

fn row(state: &State, day: Date, columns: &[Column], list: ListFilter) -> DayRow {
    let book = state.book();
    let settings = book.settings();
    let mark = settings.days.get(&day).cloned().unwrap_or_default();
    let cells = columns.iter().map(|it| match count(state, day, it.what, list) {
        0 => mark.zero.contains(&column_name(it.what)).then_some(0),
        n => Some(n),
    });
    let week_says = settings.workdays[day.weekday().index()] && !settings.holidays.contains(&day);
    DayRow {
        day,
        cells: cells.collect(),
        works: mark.worked.unwrap_or(week_says),
        future: day > state.now.day,
        mark,
    }
}

fn open(state: &State, day: Date, columns: &[Column], list: ListFilter) -> OpenDay {
    let book = state.book();
    let settings = book.settings();
    let entries: Vec<EntryLine> = book
        .entries_on(day)
        .into_iter()
        .filter(|(_, it)| settings.keeps(list, it.cell.list))
        .map(|(stamp, it)| line(state, stamp, it))
        .collect();
    let with_reason = |what: What, reason: Option<Id>| -> u64 {
        kept(state, day, what, list).filter(|it| it.0.reason == reason).map(|it| it.1).sum()
    };
    let step_of = |side| if side == Side::Call { What::CALL } else { What::PRESENTATION };
    let reasons = [Side::Call, Side::Presentation]
        .into_iter()
        .flat_map(|side| settings.reasons_of(side).into_iter().map(move |(id, _)| (side, id)))
        .map(|(side, id)| (side, id, names::reason(settings, id), with_reason(step_of(side), Some(id))))
        .collect();
    let total = |what| count(state, day, what, list);
    OpenDay {
        row: row(state, day, columns, list),
        entries,
        reasons,
        without: [with_reason(What::CALL, None), with_reason(What::PRESENTATION, None)],
        more_sales: total(What::SALE) > total(What::PRESENTATION),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::view::funnel::fixture;

    #[test]
    fn a_merged_list_is_shown_and_typed_as_the_one_it_is_counted_under() {
        let mut state = fixture::merged_and_filtered();
        state.route = crate::app::route::Route::parse("#/days/2025-06-04?list=1001");
        let it = view(&state, Some(fixture::day("2025-06-04")));
        assert_eq!(it.list, ListFilter::Only(fixture::DENTISTS));
        assert!(it.lists.iter().any(|(id, _)| it.list == ListFilter::Only(*id)));
        assert_eq!(it.totals[0], 100);
    }
}
