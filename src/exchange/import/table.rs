//! Finds the header, and what each column holds.

use super::columns::{Assigned, assign, assign_unnamed, is_date_column};
use super::date::Written;
use super::header::{Hint, Kind, recognise};
use super::number::looks_numeric;
use super::preview::{Column, Layout};
use super::role::Role;
use super::words::{direction, tokens};

/// So many of the first rows are looked at; the header is among the first
/// [`HEADER_WITHIN`] of them.
pub(crate) const SAMPLE: usize = 200;
const HEADER_WITHIN: usize = 40;

/// A row of the sample: its line and its cells, trimmed.
pub(crate) type SampleRow = (u32, Vec<String>);

/// A table as it was understood.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) header_line: Option<u32>,
    /// Rows on earlier lines are titles.
    pub(crate) first_line: u32,
    pub(crate) columns: Vec<Column>,
    pub(crate) layout: Layout,
    /// Rows are deals that moved from stage to stage, rather than events.
    pub(crate) deals: bool,
    /// Years named above the table.
    pub(crate) title_years: Vec<i32>,
    /// How well rows and columns fit together: decides between separators.
    pub(crate) fit: usize,
}

/// Understands the sample, or `None` where nothing in it is a table of dates.
/// `forced` takes any rows for a table: a person will say what is in them.
pub(crate) fn understand(sample: &[SampleRow], forced: bool) -> Option<Table> {
    let header = find_header(sample);
    let (titles, headers, body, header_line) = if let Some(at) = header {
        (&sample[..at], grouped(sample, at), &sample[at + 1..], Some(sample[at].0))
    } else {
        let at = sample.iter().position(|(_, cells)| cells.iter().any(|it| Written::read(it).is_full()));
        let at = at.or(forced.then_some(0)).or_else(|| bare_dates(sample).then_some(0))?;
        // Headers in words that are not known are headers still.
        let named = at.checked_sub(1).filter(|above| {
            let cells = &sample[*above].1;
            cells.len() > 1
                && cells.len() == sample[at].1.len()
                && cells.iter().all(|it| !it.is_empty() && !looks_numeric(it))
        });
        let first = named.unwrap_or(at);
        let headers =
            named.map_or_else(|| vec![String::new(); usual_width(&sample[at..])], |it| sample[it].1.clone());
        (&sample[..first], headers, &sample[at..], named.map(|it| sample[it].0))
    };
    let assigned: Assigned =
        if header_line.is_some() { assign(&headers, body) } else { assign_unnamed(headers.len(), body) };
    if !forced && !assigned.roles.iter().any(|it| *it != Role::Ignore) {
        return None;
    }
    let same = body.iter().filter(|(_, cells)| cells.len() == headers.len()).count();
    let several = body.iter().filter(|(_, cells)| cells.len() > 1).count();
    let used = assigned.roles.iter().filter(|it| **it != Role::Ignore).count();
    let share = if body.is_empty() { 12 } else { (10 * same + 2 * several) * 100 / (100 * body.len()) };
    let fit = if headers.len() < 2 { 0 } else { (used + 1) * (share + 1) };
    let first_line = header_line.or_else(|| body.first().map(|it| it.0)).unwrap_or(1);
    Some(Table {
        header_line,
        first_line,
        title_years: years(titles),
        columns: headers
            .into_iter()
            .zip(assigned.roles)
            .map(|(header, role)| Column { header, role })
            .collect(),
        layout: assigned.layout,
        deals: assigned.deals,
        fit,
    })
}

impl Table {
    /// Takes the roles a person gave to the columns, instead of the guessed ones.
    pub(crate) fn reassign(&mut self, roles: &[Role]) {
        for (index, column) in self.columns.iter_mut().enumerate() {
            column.role = roles.get(index).copied().unwrap_or(Role::Ignore);
        }
        let has = |role| self.columns.iter().any(|it| it.role == role);
        self.layout = match (has(Role::Step), has(Role::Count)) {
            (true, true) => Layout::Long,
            (true, false) => Layout::Records,
            (false, _) => Layout::Wide,
        };
        let created = |it: &Column| {
            it.role == Role::Date && recognise(&it.header).is_some_and(|hint| hint.kind == Kind::Created)
        };
        self.deals = has(Role::Closed) || self.columns.iter().any(created);
    }
}

/// The row whose cells are best known as headers.
fn find_header(sample: &[SampleRow]) -> Option<usize> {
    let mut best = None;
    for (at, (_, cells)) in sample.iter().enumerate().take(HEADER_WITHIN) {
        let filled: Vec<&String> = cells.iter().filter(|it| !it.is_empty()).collect();
        let numbers = filled.iter().filter(|it| looks_numeric(it)).count();
        if filled.len() < 2
            || numbers * 2 >= filled.len()
            || filled.iter().any(|it| Written::read(it).is_full())
        {
            continue;
        }
        let hints: Vec<Hint> = filled.iter().filter_map(|it| recognise(it)).collect();
        let mut roles: Vec<Role> = hints.iter().map(|it| it.role).filter(|it| *it != Role::Ignore).collect();
        roles.sort_by_key(|it| *it as u8);
        roles.dedup();
        let dates_below = || (0..cells.len()).any(|column| is_date_column(&sample[at + 1..], column, false));
        if roles.is_empty() || roles.len() < 2 && hints.len() < 2 && !dates_below() {
            continue;
        }
        let score = roles.len() * 10 + hints.len();
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, at));
        }
    }
    best.map(|(_, at)| at)
}

/// The headers of a row, with the headings of groups above it: "Входящие" over
/// "Презентации" and "Сделки".
fn grouped(sample: &[SampleRow], at: usize) -> Vec<String> {
    let own = &sample[at].1;
    let above = at.checked_sub(1).map(|it| &sample[it].1);
    let Some(above) = above.filter(|cells| {
        let filled = cells.iter().filter(|it| !it.is_empty()).count();
        let names_origin = |it: &String| direction(&tokens(it)).is_some();
        filled > 1 && cells.iter().any(names_origin)
    }) else {
        return own.clone();
    };
    let mut group = "";
    let join = |(column, header): (usize, &String)| {
        if let Some(found) = above.get(column).filter(|it| !it.is_empty()) {
            group = found;
        }
        let alone = above.get(column).is_some_and(|it| !it.is_empty());
        match (header.is_empty(), alone) {
            (true, true) => group.to_owned(),
            (true, false) => String::new(),
            (false, _) => format!("{group} {header}").trim().to_owned(),
        }
    };
    own.iter().enumerate().map(join).collect()
}

/// Cells pasted without a year, or as serial numbers.
fn bare_dates(sample: &[SampleRow]) -> bool {
    sample.iter().all(|(_, cells)| cells.len() > 1) && is_date_column(sample, 0, true)
}

/// The width most rows have.
fn usual_width(body: &[SampleRow]) -> usize {
    let mut widths: Vec<usize> = body.iter().map(|(_, cells)| cells.len()).collect();
    widths.sort_unstable();
    let groups = widths.chunk_by(|a, b| a == b);
    groups.max_by_key(|it| it.len()).and_then(|it| it.first().copied()).unwrap_or(1)
}

/// Years in the titles.
fn years(titles: &[SampleRow]) -> Vec<i32> {
    let mut years: Vec<i32> = titles
        .iter()
        .flat_map(|(_, cells)| cells.iter().flat_map(|it| tokens(it)))
        .filter(|it| it.len() == 4)
        .filter_map(|it| it.parse().ok())
        .filter(|it| (2000..2100).contains(it))
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}
