//! Correcting the numbers of a day or a week.

use super::{record_all, say};
use crate::{
    app::{
        effect::Effect,
        state::{Said, State},
    },
    domain::{date::Date, step::Id},
    journal::{
        record::{Amendment, Body, Change, Entry, RecordId, Setting, Target, What},
        settings::DayMark,
        tally::{Counted, ListFilter},
    },
};

/// The name of a column in test ids and in [`DayMark::zero`].
#[must_use]
pub(super) fn column(what: What) -> String {
    crate::app::view::days::column_name(what)
}

pub(super) fn set_cell(
    state: &mut State,
    day: Date,
    what: What,
    list: ListFilter,
    n: Option<u32>,
) -> Vec<Effect> {
    let now = crate::app::view::days::count(state, day, what, list);
    let wanted = u64::from(n.unwrap_or(0));
    // Nothing has happened yet on a day to come; what a journey has left there can be taken away.
    if day > state.now.day && wanted > now {
        return Vec::new();
    }
    let mut bodies = Vec::new();
    if wanted > now {
        // Both are within the limit of one entry, and so is the difference.
        let more = u32::try_from(wanted - now).unwrap_or(crate::journal::record::MAX_N);
        bodies.push(Body::Entry(typed_entry(day, what, list, more)));
    }
    let lowered = if wanted < now { lower(state, day, what, list, now - wanted) } else { Vec::new() };
    let removed = lowered.len();
    bodies.extend(lowered);
    bodies.extend(mark_zero(state, day, what, n));
    if bodies.is_empty() {
        return Vec::new();
    }
    let effects = record_all(state, bodies);
    say(state, Said::CellSaved { day, what, n, removed });
    effects
}

/// An entry typed for a day says nothing about the hour.
const fn typed_entry(day: Date, what: What, list: ListFilter, n: u32) -> Entry {
    let list = match list {
        ListFilter::All => None,
        ListFilter::Only(id) => Some(id),
    };
    Entry { day, minute: None, what, list, reason: None, n, extra: None }
}

/// Takes `surplus` away: from the newest entries without a reason, then from the newest of the rest.
fn lower(state: &State, day: Date, what: What, list: ListFilter, mut surplus: u64) -> Vec<Body> {
    let mut entries: Vec<(RecordId, Counted)> = state
        .book()
        .entries_on(day)
        .into_iter()
        .rev()
        .filter(|(_, it)| it.cell.what == what && state.book().settings().keeps(list, it.cell.list))
        .map(|(stamp, it)| (stamp.id, it))
        .collect();
    // A stable sort: newest first within both halves.
    entries.sort_by_key(|(_, it)| it.cell.reason.is_some());
    let mut bodies = Vec::new();
    for (id, it) in entries {
        if surplus == 0 {
            break;
        }
        let n = u64::from(it.n);
        let change = match u32::try_from(n.saturating_sub(surplus)) {
            Ok(rest) if rest > 0 => Change::N(rest),
            _ => Change::Void,
        };
        surplus = surplus.saturating_sub(n);
        bodies.push(Body::Amendment(Amendment { target: Target::Record(id), change }));
    }
    bodies
}

/// 0 and empty differ: 0 is kept as a mark of the day.
fn mark_zero(state: &State, day: Date, what: What, n: Option<u32>) -> Option<Body> {
    let mark = state.book().settings().days.get(&day).cloned().unwrap_or_default();
    let name = column(what);
    let is_zero = n == Some(0);
    if mark.zero.contains(&name) == is_zero {
        return None;
    }
    let mut mark = mark;
    if is_zero {
        mark.zero.insert(name);
    } else {
        mark.zero.remove(&name);
    }
    Some(Body::Setting(day_setting(day, &mark)))
}

fn day_setting(day: Date, mark: &DayMark) -> Setting {
    let value = if *mark == DayMark::default() {
        serde_json::Value::Null
    } else {
        serde_json::to_value(mark).unwrap_or_default()
    };
    Setting { key: format!("day/{day}"), value }
}

/// Splits entries without a reason, or frees some that have it, until `n` have it.
///
/// More than the day's entries without a reason can give is not done; the field says so before.
pub(super) fn set_reason_count(state: &mut State, day: Date, what: What, reason: Id, n: u32) -> Vec<Effect> {
    let of_reason = |it: &Counted, wanted: Option<Id>| it.cell.what == what && it.cell.reason == wanted;
    let entries = state.book().entries_on(day);
    let now: u64 =
        entries.iter().filter(|it| of_reason(&it.1, Some(reason))).map(|it| u64::from(it.1.n)).sum();
    let n = u64::from(n);
    let (from, to, mut left) =
        if n >= now { (None, Some(reason), n - now) } else { (Some(reason), None, now - n) };
    let free: u64 = entries.iter().filter(|it| of_reason(&it.1, from)).map(|it| u64::from(it.1.n)).sum();
    if left == 0 || left > free {
        return Vec::new();
    }
    let mut bodies = Vec::new();
    for (stamp, it) in entries.iter().rev().filter(|it| of_reason(&it.1, from)) {
        if left == 0 {
            break;
        }
        let target = Target::Record(stamp.id);
        let has = u64::from(it.n);
        if has <= left {
            bodies.push(Body::Amendment(Amendment { target, change: Change::Reason(to) }));
            left -= has;
        } else {
            // Part of an entry: it keeps the rest, and a new one has the reason.
            let (part, rest) = (u32::try_from(left).unwrap_or(0), u32::try_from(has - left).unwrap_or(0));
            bodies.push(Body::Amendment(Amendment { target, change: Change::N(rest) }));
            bodies.push(Body::Entry(Entry {
                day,
                minute: it.minute,
                what,
                list: it.cell.list,
                reason: to,
                n: part,
                extra: None,
            }));
            left = 0;
        }
    }
    let effects = record_all(state, bodies);
    say(state, Said::Saved);
    effects
}

pub(super) fn spread(state: &mut State, what: What, list: ListFilter, days: &[(Date, u32)]) -> Vec<Effect> {
    let bodies = days
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(day, n)| Body::Entry(typed_entry(*day, what, list, *n)))
        .collect();
    let effects = record_all(state, bodies);
    say(state, Said::Saved);
    effects
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::view::funnel::fixture;

    #[test]
    fn nothing_is_recorded_for_a_day_to_come() {
        let mut state = fixture::state(Vec::new(), "#/days");
        let tomorrow = state.now.day.plus_days(1);
        assert_eq!(set_cell(&mut state, tomorrow, What::CALL, ListFilter::All, Some(1)), []);
        assert!(state.journal.is_empty());
    }
}
