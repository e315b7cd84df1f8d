//! Which column gets which role: headers propose, cells confirm.

use super::date::{Parts, Written};
use super::header::{Hint, Kind, recognise};
use super::number::looks_numeric;
use super::preview::Layout;
use super::role::Role;
use super::stage::stage;
use super::table::SampleRow;
use super::words::{direction, tokens};

/// The counts of a wide table, in the order people keep them in.
const STEP_COUNTS: [Role; 5] =
    [Role::Calls, Role::Presentations, Role::Sales, Role::InboundPresentations, Role::InboundSales];

/// The roles of all columns, and what follows from them.
pub(crate) struct Assigned {
    pub(crate) roles: Vec<Role>,
    pub(crate) layout: Layout,
    /// Rows are deals that moved from stage to stage, rather than events.
    pub(crate) deals: bool,
}

/// Roles by header. Of several columns with one role the best named one gets
/// it, the first of equals: the second "Calls" of a file is ignored.
pub(crate) fn assign(headers: &[String], body: &[SampleRow]) -> Assigned {
    let mut hints: Vec<Option<Hint>> = headers.iter().map(|it| recognise(it)).collect();
    settle(&mut hints, headers, body);
    let ranked = |role: Role| {
        let mut found: Vec<usize> =
            (0..hints.len()).filter(|at| hints[*at].is_some_and(|it| it.role == role)).collect();
        found.sort_by_key(|at| std::cmp::Reverse(hints[*at].map_or(0, |it| it.rank)));
        found
    };
    let best = |role: Role| ranked(role).first().copied();
    let numeric = |at: usize| share(body, at, looks_numeric) >= 50;
    let wide = STEP_COUNTS.iter().filter(|role| best(**role).is_some_and(numeric)).count();
    let mut steps = ranked(Role::Step);
    if steps.is_empty() && wide == 0 {
        // A header that says nothing, over cells that are all steps.
        let exact = |text: &str| stage(text).is_some_and(|it| it.exact);
        let free = |at: &usize| hints[*at].is_none_or(|it| it.role == Role::Ignore);
        let named = |at: &usize| free(at) && filled(body, *at) > 0 && share(body, *at, exact) >= 80;
        steps.extend((0..hints.len()).find(named));
    }
    let created = (0..hints.len()).find(|at| hints[*at].is_some_and(|it| it.kind == Kind::Created));
    let (date, closed) = (best(Role::Date), best(Role::Closed));
    let deals = created.or(closed).is_some();
    let layout = match (steps.is_empty(), best(Role::Count)) {
        (true, _) => Layout::Wide,
        (false, Some(_)) => Layout::Long,
        (false, None) if wide > 1 && !deals => Layout::Wide,
        (false, None) => Layout::Records,
    };

    let step = steps.first().copied();
    let mut roles = vec![Role::Ignore; headers.len()];
    let mut give = |at: Option<usize>, role: Role| {
        if let Some(at) = at.filter(|it| roles[*it] == Role::Ignore) {
            roles[at] = role;
        }
    };
    let by_values = || {
        let free = |at: &usize| hints[*at].is_none_or(|it| it.role == Role::Ignore);
        (0..headers.len()).find(|at| free(at) && is_date_column(body, *at, false))
    };
    if layout == Layout::Records {
        give(created.or(date).or(closed).or_else(by_values), Role::Date);
        give(closed, Role::Closed);
        // A deal has a stage and perhaps a status; an event has one name.
        for at in steps.into_iter().take(if deals { 2 } else { 1 }) {
            give(Some(at), Role::Step);
        }
    } else {
        give(date.or(closed).or_else(by_values), Role::Date);
    }
    if layout == Layout::Long {
        give(step, Role::Step);
        give(best(Role::Count), Role::Count);
    }
    if layout == Layout::Wide {
        for role in STEP_COUNTS {
            give(best(role), role);
        }
        give(best(Role::Origin), Role::Origin);
    } else {
        // "Inbound: yes" beside a step says where the prospect came from.
        give(best(Role::Origin).or_else(|| best(Role::InboundPresentations)), Role::Origin);
        give(best(Role::Reason), Role::Reason);
    }
    give(best(Role::List), Role::List);
    give(best(Role::Amount), Role::Amount);
    Assigned { roles, layout, deals: deals && layout == Layout::Records }
}

/// Settles hints that the cells have to confirm.
fn settle(hints: &mut [Option<Hint>], headers: &[String], body: &[SampleRow]) {
    let steps = |at: usize| share(body, at, |it| stage(it).is_some()) >= 50;
    for (at, hint) in hints.iter_mut().enumerate() {
        if hint.is_some_and(|it| matches!(it.kind, Kind::Perhaps | Kind::Variable)) && !steps(at) {
            *hint = Some(Hint::IGNORE);
        }
        // "Closed" over numbers are closed deals.
        let closed = hint.is_some_and(|it| it.role == Role::Closed) && !is_date_column(body, at, true);
        if closed && filled(body, at) > 0 && share(body, at, looks_numeric) >= 60 {
            *hint = Some(Hint { role: Role::Sales, rank: 1, kind: Kind::Plain });
        }
    }
    let has = |role: Role| hints.iter().flatten().any(|it| it.role == role);
    let deals = has(Role::Closed) || hints.iter().flatten().any(|it| it.kind == Kind::Created);
    if has(Role::Step) && !has(Role::Count) && !deals {
        // The count of a melted table is its "value"; and "Число" is a number
        // where another column is the date.
        let dates = hints.iter().flatten().filter(|it| it.role == Role::Date).count();
        let is_count = |(at, hint): (usize, &Option<Hint>)| {
            let number = dates > 1 && headers[at].to_lowercase() == "число";
            (number || hint.is_some_and(|it| it.kind == Kind::Value)).then_some(at)
        };
        if let Some(at) = hints.iter().enumerate().find_map(is_count) {
            hints[at] = Some(Hint { role: Role::Count, rank: 1, kind: Kind::Plain });
        }
    }
}

/// Columns of cells without headers: the date by its look, then the numbers in
/// the order of [`STEP_COUNTS`].
pub(crate) fn assign_unnamed(width: usize, body: &[SampleRow]) -> Assigned {
    let mut roles = vec![Role::Ignore; width];
    let bare = || (width > 1 && is_date_column(body, 0, true)).then_some(0);
    let Some(date) = (0..width).find(|at| is_date_column(body, *at, false)).or_else(bare) else {
        return Assigned { roles, layout: Layout::Wide, deals: false };
    };
    roles[date] = Role::Date;
    let others = || (0..width).filter(|at| *at != date);
    let mostly = |at: usize, so: &dyn Fn(&str) -> bool| filled(body, at) > 0 && share(body, at, so) >= 60;
    let numbers: Vec<usize> = others().filter(|at| mostly(*at, &looks_numeric)).collect();
    let Some(step) = others().find(|at| mostly(*at, &|it| stage(it).is_some_and(|it| it.exact))) else {
        for (at, role) in numbers.into_iter().zip(STEP_COUNTS) {
            roles[at] = role;
        }
        return Assigned { roles, layout: Layout::Wide, deals: false };
    };
    roles[step] = Role::Step;
    if let Some(at) = numbers.first() {
        roles[*at] = Role::Count;
    }
    let origin = others().find(|at| *at != step && mostly(*at, &|it| direction(&tokens(it)).is_some()));
    if let Some(at) = origin {
        roles[at] = Role::Origin;
    }
    let layout = if numbers.is_empty() { Layout::Records } else { Layout::Long };
    Assigned { roles, layout, deals: false }
}

/// Whether most cells are dates. `bare` also takes days without a year and
/// serial numbers, which could be something else.
pub(crate) fn is_date_column(body: &[SampleRow], column: usize, bare: bool) -> bool {
    let is_date = |text: &str| {
        let cell = Written::read(text);
        cell.is_full() || bare && !matches!(cell.parts, Parts::Empty | Parts::Unreadable)
    };
    filled(body, column) > 0 && share(body, column, is_date) >= 60
}

fn cells(body: &[SampleRow], column: usize) -> impl Iterator<Item = &str> {
    let column = body.iter().filter_map(move |(_, cells)| cells.get(column));
    column.map(String::as_str).filter(|it| !it.is_empty())
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
    (those * 100_usize).checked_div(all).unwrap_or(100)
}
