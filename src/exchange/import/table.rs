//! Finds the header, and what each column holds.

use super::date::{Parts, Written};
use super::number::looks_numeric;
use super::preview::{Column, Layout};
use super::role::{Hint, Kind, Role, recognise};
use super::words::{COLD, INBOUND, any, stage, tokens};

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
    let assigned = assign(&headers, body, header_line.is_some());
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
        let names_origin = |it: &String| any(&tokens(it), INBOUND) || any(&tokens(it), COLD);
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

struct Assigned {
    roles: Vec<Role>,
    layout: Layout,
    deals: bool,
}

fn assign(headers: &[String], body: &[SampleRow], named: bool) -> Assigned {
    if !named {
        return assign_unnamed(headers.len(), body);
    }
    let mut hints: Vec<Option<Hint>> = headers.iter().map(|it| recognise(it)).collect();
    settle(&mut hints, headers, body);
    let best = |role: Role| -> Option<usize> {
        let ranked = hints
            .iter()
            .enumerate()
            .filter_map(|(at, it)| it.filter(|it| it.role == role).map(|it| (at, it.rank)));
        ranked
            .fold(
                None,
                |most: Option<(usize, u8)>, it| {
                    if most.is_none_or(|old| it.1 > old.1) { Some(it) } else { most }
                },
            )
            .map(|it| it.0)
    };
    let counted = |at: usize| share(body, at, looks_numeric) >= 50;
    let step_counts = || {
        [Role::Calls, Role::Presentations, Role::Sales, Role::InboundPresentations, Role::InboundSales]
            .into_iter()
    };
    let wide = step_counts().filter(|role| best(*role).is_some_and(counted)).count();
    let steps: Vec<usize> = {
        let mut found: Vec<usize> =
            (0..hints.len()).filter(|at| hints[*at].is_some_and(|it| it.role == Role::Step)).collect();
        found.sort_by_key(|at| std::cmp::Reverse(hints[*at].map_or(0, |it| it.rank)));
        found
    };
    let created = (0..hints.len()).find(|at| hints[*at].is_some_and(|it| it.kind == Kind::Created));
    let closed = best(Role::Closed);
    let deal = created.is_some() || closed.is_some();
    let layout = if !steps.is_empty() && best(Role::Count).is_some() {
        Layout::Long
    } else if wide > 0 && (steps.is_empty() || wide > 1 && !deal) {
        Layout::Wide
    } else if steps.is_empty() {
        Layout::Wide
    } else {
        Layout::Records
    };

    let mut roles = vec![Role::Ignore; headers.len()];
    let mut give = |at: Option<usize>, role: Role| {
        if let Some(at) = at.filter(|it| roles[*it] == Role::Ignore) {
            roles[at] = role;
        }
    };
    let by_values = || (0..headers.len()).find(|at| hints[*at].is_none() && is_date_column(body, *at, false));
    let date = best(Role::Date);
    match layout {
        Layout::Records => {
            give(created.or(date).or(closed).or_else(by_values), Role::Date);
            give(closed, Role::Closed);
            for at in steps.iter().take(2) {
                give(Some(*at), Role::Step);
            }
            give(best(Role::Reason), Role::Reason);
        }
        Layout::Long => {
            give(date.or(closed).or_else(by_values), Role::Date);
            give(steps.first().copied(), Role::Step);
            give(best(Role::Count), Role::Count);
            give(best(Role::Reason), Role::Reason);
        }
        Layout::Wide => {
            give(date.or(closed).or_else(by_values), Role::Date);
            for role in step_counts() {
                give(best(role), role);
            }
        }
    }
    give(best(Role::Origin), Role::Origin);
    give(best(Role::List), Role::List);
    give(best(Role::Amount), Role::Amount);
    Assigned { roles, layout, deals: layout == Layout::Records && deal }
}

/// Settles hints that the cells have to confirm.
fn settle(hints: &mut [Option<Hint>], headers: &[String], body: &[SampleRow]) {
    let steps = |at: usize| share(body, at, |it| stage(it).is_some()) >= 50;
    for (at, hint) in hints.iter_mut().enumerate() {
        if hint.is_some_and(|it| matches!(it.kind, Kind::Perhaps | Kind::Variable)) && !steps(at) {
            *hint = Some(Hint { role: Role::Ignore, rank: 0, kind: Kind::Plain });
        }
    }
    let has = |hints: &[Option<Hint>], role: Role| hints.iter().flatten().any(|it| it.role == role);
    let records = hints.iter().flatten().any(|it| it.kind == Kind::Created || it.role == Role::Closed);
    if has(hints, Role::Step) && !has(hints, Role::Count) && !records {
        // The count of a melted table is its "value"; and "Число" is a number
        // where another column is the date.
        let dates = hints.iter().flatten().filter(|it| it.role == Role::Date).count();
        for (at, hint) in hints.iter_mut().enumerate() {
            let number = dates > 1 && headers[at].to_lowercase() == "число";
            if hint.is_some_and(|it| it.kind == Kind::Value) || number {
                *hint = Some(Hint { role: Role::Count, rank: 1, kind: Kind::Plain });
                break;
            }
        }
    }
}

/// Columns of cells without headers: the date by its look, then the numbers in
/// the order people keep them in.
fn assign_unnamed(width: usize, body: &[SampleRow]) -> Assigned {
    let mut roles = vec![Role::Ignore; width];
    let date = (0..width)
        .find(|at| is_date_column(body, *at, false))
        .or_else(|| (width > 1 && is_date_column(body, 0, true)).then_some(0));
    let Some(date) = date else {
        return Assigned { roles, layout: Layout::Wide, deals: false };
    };
    roles[date] = Role::Date;
    let others = || (0..width).filter(|at| *at != date);
    let step = others().find(|at| share(body, *at, |it| stage(it).is_some_and(|it| it.exact)) >= 60);
    let numbers = others().filter(|at| filled(body, *at) > 0 && share(body, *at, looks_numeric) >= 60);
    if let Some(step) = step {
        roles[step] = Role::Step;
        let count = numbers.into_iter().next();
        if let Some(count) = count {
            roles[count] = Role::Count;
        }
        let says_origin = |it: &str| any(&tokens(it), INBOUND) || any(&tokens(it), COLD);
        if let Some(origin) =
            others().find(|at| roles[*at] == Role::Ignore && share(body, *at, says_origin) >= 60)
        {
            roles[origin] = Role::Origin;
        }
        let layout = if count.is_some() { Layout::Long } else { Layout::Records };
        return Assigned { roles, layout, deals: false };
    }
    let order =
        [Role::Calls, Role::Presentations, Role::Sales, Role::InboundPresentations, Role::InboundSales];
    for (at, role) in numbers.zip(order) {
        roles[at] = role;
    }
    Assigned { roles, layout: Layout::Wide, deals: false }
}

/// Cells pasted without a year, or as serial numbers.
fn bare_dates(sample: &[SampleRow]) -> bool {
    sample.iter().all(|(_, cells)| cells.len() > 1) && is_date_column(sample, 0, true)
}

fn is_date_column(body: &[SampleRow], column: usize, bare: bool) -> bool {
    let is_date = |text: &str| {
        let cell = Written::read(text);
        cell.is_full()
            || bare && matches!(cell.parts, Parts::Serial(_) | Parts::Yearless { .. } | Parts::Told { .. })
    };
    filled(body, column) > 0 && share(body, column, is_date) >= 60
}

fn cells(body: &[SampleRow], column: usize) -> impl Iterator<Item = &str> {
    body.iter()
        .filter_map(move |(_, cells)| cells.get(column))
        .map(String::as_str)
        .filter(|it| !it.is_empty())
}

fn filled(body: &[SampleRow], column: usize) -> usize {
    cells(body, column).count()
}

/// Of a hundred filled cells, how many are so; all, where none is filled.
fn share(body: &[SampleRow], column: usize, so: impl Fn(&str) -> bool) -> usize {
    let (mut all, mut those) = (0, 0);
    for cell in cells(body, column) {
        all += 1;
        those += usize::from(so(cell));
    }
    (those * 100).checked_div(all).unwrap_or(100)
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
