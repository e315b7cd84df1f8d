//! The seller's own counters: a day, a week, a call, an hour. Part of no rate.

use super::slice::Slice;
use crate::{app::view::names::Name, domain::stats::real};
use std::collections::BTreeSet;

/// The counters of a period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CountersView {
    /// Days of the period with entries.
    pub days: u64,
    /// Weeks that have such a day.
    pub weeks: u64,
    /// Cold calls of the period, whatever the list filter.
    pub calls: u64,
    /// One row a counter.
    pub rows: Vec<Row>,
}

/// One counter.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: Name,
    /// How many.
    pub total: u64,
    /// On a day with entries; `None` without such a day.
    pub a_day: Option<f64>,
    /// In a week with entries.
    pub a_week: Option<f64>,
    /// What it is told by besides.
    pub per: Per,
    /// How many a day are wanted, and on how many days so many were counted.
    pub goal: Option<(u32, u64)>,
}

/// What a counter is told by besides days and weeks. `None`: nothing to divide by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Per {
    /// So many a cold call, and so many an hour where hours are counted.
    CallAndHour(Option<f64>, Option<f64>),
    /// It counts hours itself: so many cold calls an hour.
    CallsAnHour(Option<f64>),
}

/// The counters in use.
#[must_use]
pub fn view(slice: &Slice) -> CountersView {
    let week = |day: &super::slice::Day| day.day.week_start(slice.known.week_start);
    let days = slice.of_period().count() as u64;
    let weeks = slice.of_period().map(week).collect::<BTreeSet<_>>().len() as u64;
    let calls = slice.cold.calls.saturating_add(slice.other_lists.calls);
    let of = |id| slice.counters.get(id).map_or(&[][..], Vec::as_slice);
    let total = |id| of(id).iter().sum();
    let hours: u64 = slice.known.counters.iter().filter(|it| it.1.hours).map(|it| total(&it.0)).sum();
    let rows = slice.known.counters.iter().map(|(id, it)| {
        let total = total(id);
        let reached = |goal: &u32| of(id).iter().filter(|n| **n >= u64::from(*goal)).count() as u64;
        Row {
            name: Name::Own(it.name.clone()),
            total,
            a_day: per(total, days),
            a_week: per(total, weeks),
            per: if it.hours {
                Per::CallsAnHour(per(calls, total))
            } else {
                Per::CallAndHour(per(total, calls), per(total, hours))
            },
            goal: it.goal.map(|goal| (goal, reached(&goal))),
        }
    });
    CountersView { days, weeks, calls, rows: rows.collect() }
}

fn per(n: u64, of: u64) -> Option<f64> {
    (of > 0).then(|| real(n) / real(of))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::funnel::{fixture, slice},
        domain::step::Id,
        journal::record::What,
    };

    fn with_counters(list: &str) -> CountersView {
        let mut all = fixture::bodies();
        let (mails, hours) = (What::Counter(Id(3000)), What::Counter(Id(3001)));
        all.push(fixture::setting("counter/3000", serde_json::json!({ "name": "E-mails", "goal": 5 })));
        all.push(fixture::setting("counter/3001", serde_json::json!({ "name": "Hours", "hours": true })));
        all.push(fixture::setting("counter/3002", serde_json::json!({ "name": "Old", "archived": true })));
        all.push(fixture::entry("2025-06-04", mails, None, None, 6));
        all.push(fixture::entry("2025-06-05", mails, None, None, 4));
        all.push(fixture::entry("2025-06-10", mails, None, None, 10));
        all.push(fixture::entry("2025-06-04", hours, None, None, 8));
        view(&slice::sum(&fixture::state(all, list)))
    }

    #[test]
    fn a_counter_a_day_a_week_a_call_and_an_hour() {
        let it = with_counters("#/funnel");
        assert_eq!((it.days, it.weeks, it.calls), (3, 2, 100));
        let [mails, hours] = &it.rows[..] else { panic!("{:?}", it.rows) };
        assert_eq!((mails.total, mails.a_day, mails.a_week), (20, Some(20.0 / 3.0), Some(10.0)));
        assert_eq!(mails.per, Per::CallAndHour(Some(0.2), Some(2.5)));
        assert_eq!(mails.goal, Some((5, 2)));
        assert_eq!(hours.per, Per::CallsAnHour(Some(12.5)));
    }

    #[test]
    fn a_list_filter_moves_no_counter() {
        assert_eq!(with_counters("#/funnel?list=1000"), with_counters("#/funnel"));
    }

    #[test]
    fn nothing_is_divided_by_nothing() {
        let counter = fixture::setting("counter/3000", serde_json::json!({ "name": "E-mails" }));
        let it = view(&slice::sum(&fixture::state(vec![counter], "#/funnel")));
        assert_eq!(it.rows[0].a_day, None);
        assert_eq!(it.rows[0].per, Per::CallAndHour(None, None));
    }
}
