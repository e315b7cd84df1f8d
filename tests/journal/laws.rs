//! Merging is a union of sets, and the tally is a fold over it.

use crate::any::{HERE, records};
use callpace::domain::{
    date::Date,
    step::{Id, Origin, Step},
};
use callpace::journal::{
    Journal,
    record::{Amendment, Body, Change, Record, RecordId, Target, What},
    tally::{Cell, Counted, Series},
};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn journal(all: &[Record]) -> Journal {
    let mut it = Journal::new(HERE);
    it.add_all(all.iter().cloned());
    it
}

/// Everything a screen could see.
fn same(a: &Journal, b: &Journal) -> Result<(), TestCaseError> {
    prop_assert_eq!(a.records().collect::<Vec<_>>(), b.records().collect::<Vec<_>>());
    prop_assert_eq!(a.tally(), b.tally());
    prop_assert_eq!(a.settings(), b.settings());
    prop_assert!(a.mine().eq(b.mine()));
    prop_assert_eq!(a.newest(), b.newest());
    Ok(())
}

/// The rule as the documentation words it, with no index and no cleverness.
struct Plain<'a> {
    all: &'a [Record],
    known: BTreeMap<RecordId, bool>,
}

impl Plain<'_> {
    fn words(&self, record: &Record) -> Vec<(RecordId, Change)> {
        let mut words: Vec<_> = self
            .all
            .iter()
            .filter_map(|it| match it.body {
                Body::Amendment(Amendment { target, change }) => {
                    let batch = record.batch.map(|seq| RecordId { writer: record.id.writer, seq });
                    let about = target == Target::Record(record.id)
                        || batch.is_some_and(|batch| target == Target::Batch(batch));
                    (about && it.stamp() > record.stamp()).then_some((it.stamp(), change))
                }
                _ => None,
            })
            .collect();
        words.sort_unstable_by_key(|it| it.0);
        words.into_iter().map(|(stamp, change)| (stamp.id, change)).collect()
    }

    fn alive(&mut self, id: RecordId) -> bool {
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        let Some(record) = self.all.iter().find(|it| it.id == id) else { return false };
        let words: Vec<_> = self.words(record).into_iter().filter(|it| self.alive(it.0)).collect();
        let last = |kinds: [Change; 2]| words.iter().rev().find(|it| kinds.contains(&it.1)).map(|it| it.1);
        let alive = last([Change::Void, Change::Restore]) != Some(Change::Void)
            && last([Change::Undo, Change::Redo]) != Some(Change::Undo);
        self.known.insert(id, alive);
        alive
    }

    fn counted(&mut self, record: &Record) -> Option<Counted> {
        let Body::Entry(entry) = &record.body else { return None };
        if !self.alive(record.id) {
            return None;
        }
        let extra = entry.extra.as_deref().copied().unwrap_or_default();
        let mut it = Counted {
            day: entry.day,
            minute: entry.minute,
            cell: Cell { what: entry.what, list: entry.list, reason: entry.reason },
            n: entry.n,
            amount: extra.amount,
            earlier: extra.earlier,
        };
        for (word, change) in self.words(record) {
            if self.alive(word) {
                match change {
                    Change::Reason(to) => it.cell.reason = to,
                    Change::List(to) => it.cell.list = to,
                    Change::Day(to) => it.day = to,
                    Change::N(to) => it.n = to,
                    Change::Amount(to) => it.amount = to,
                    Change::Earlier(to) => it.earlier = to,
                    Change::Void | Change::Restore | Change::Undo | Change::Redo => {}
                }
            }
        }
        Some(it)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(all in records(60), cuts in any::<[prop::sample::Index; 2]>()) {
        let mut cuts = cuts.map(|it| it.index(all.len() + 1));
        cuts.sort_unstable();
        // Three overlapping parts.
        let (a, b, c) = (&all[..cuts[1]], &all[cuts[0]..], &all[..cuts[0]]);
        let merge = |parts: &[&[Record]]| {
            let mut it = Journal::new(HERE);
            for part in parts {
                it.add_all(part.iter().cloned());
            }
            it
        };
        let whole = journal(&all);
        same(&merge(&[a, b, c]), &whole)?;
        same(&merge(&[c, b, a]), &whole)?;
        same(&merge(&[b, a, b, a, c, c]), &whole)?;
        // (a ∪ b) ∪ c and a ∪ (b ∪ c), the right-hand one read out of a journal.
        let right: Vec<Record> = merge(&[b, c]).records().cloned().collect();
        same(&merge(&[a, &right]), &whole)?;
        let mut again = whole.clone();
        prop_assert_eq!(again.add_all(all.iter().cloned()), 0);
        same(&again, &whole)?;
    }

    #[test]
    fn the_order_of_arrival_does_not_matter(
        (all, shuffled) in records(60).prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle())),
        chunk in 1_usize..9,
    ) {
        let whole = journal(&all);
        let mut one_by_one = Journal::new(HERE);
        for record in &shuffled {
            prop_assert!(one_by_one.add(record.clone()));
        }
        same(&one_by_one, &whole)?;
        let mut in_parts = Journal::new(HERE);
        for part in shuffled.chunks(chunk) {
            prop_assert_eq!(in_parts.add_all(part.iter().cloned()), part.len());
        }
        same(&in_parts, &whole)?;
    }

    #[test]
    fn the_tally_is_the_plain_rule(all in records(60)) {
        let whole = journal(&all);
        let mut plain = Plain { all: &all, known: BTreeMap::new() };
        let mut sums = BTreeMap::<(Date, Cell), u64>::new();
        for record in &all {
            prop_assert_eq!(whole.alive(record.id), plain.alive(record.id));
            let counted = plain.counted(record);
            prop_assert_eq!(whole.counted(record.id), counted);
            if let Some(it) = counted {
                *sums.entry((it.day, it.cell)).or_default() += u64::from(it.n);
            }
        }
        let days = whole.tally().days(Date::MIN, Date::MAX);
        let told: BTreeMap<_, _> =
            days.flat_map(|(day, it)| it.cells().map(move |(cell, n)| ((day, cell), n)).collect::<Vec<_>>()).collect();
        prop_assert_eq!(told, sums);
    }

    #[test]
    fn a_series_has_what_the_days_have(all in records(60), span in [crate::any::day(), crate::any::day()]) {
        let whole = journal(&all);
        let tally = whole.tally();
        let [first, last] = span;
        let mut cells = BTreeMap::<Cell, BTreeMap<Date, u64>>::new();
        let mut whats = BTreeMap::<What, BTreeMap<Date, u64>>::new();
        let (mut detailed, mut entries) = (Vec::new(), 0);
        for (day, it) in tally.days(Date::MIN, Date::MAX) {
            for (cell, n) in it.cells() {
                *cells.entry(cell).or_default().entry(day).or_default() += n;
                *whats.entry(cell.what).or_default().entry(day).or_default() += n;
            }
            let explained = it.sum(|it| it.what == What::PRESENTATION && it.reason.is_some());
            prop_assert_eq!(it.explained(), explained);
            if first <= day && day <= last {
                entries += it.entries().len() as u64;
                let has = |id: &RecordId| whole.counted(*id).is_some_and(|it| it.amount.is_some() || it.earlier.is_some());
                detailed.extend(it.entries().iter().copied().filter(has));
            }
        }
        let days = |it: &Series| it.days(Date::MIN, Date::MAX).collect::<BTreeMap<_, _>>();
        prop_assert_eq!(tally.cells().map(|it| (it.0, days(it.1))).collect::<BTreeMap<_, _>>(), cells.clone());
        prop_assert_eq!(tally.whats().map(|it| (it.0, days(it.1))).collect::<BTreeMap<_, _>>(), whats.clone());
        prop_assert_eq!(tally.detailed(first, last).collect::<Vec<_>>(), detailed);
        prop_assert_eq!(tally.entries(first, last), entries);
        let within = |days: &BTreeMap<Date, u64>| -> Vec<(Date, u64)> {
            days.iter().filter(|it| first <= *it.0 && *it.0 <= last).map(|it| (*it.0, *it.1)).collect()
        };
        for (cell, series) in tally.cells() {
            let days = within(&cells[&cell]);
            prop_assert_eq!(series.sum(first, last), days.iter().map(|it| it.1).sum::<u64>());
            prop_assert_eq!(series.span(first, last), days.first().map(|it| it.0).zip(days.last().map(|it| it.0)));
            prop_assert_eq!(series.days(first, last).collect::<Vec<_>>(), days.clone());
            let mut rows: Vec<(Date, u64)> =
                tally.days(Date::MIN, Date::MAX).map(|it| (it.0, 0)).collect();
            series.beside((first, last), &mut rows, |it| it.0, |it, n| it.1 += n);
            rows.retain(|it| it.1 > 0);
            prop_assert_eq!(rows, days);
            prop_assert_eq!(series.on(first), cells[&cell].get(&first).copied().unwrap_or(0));
        }
        for (what, by_day) in &whats {
            prop_assert_eq!(tally.total((first, last), *what), within(by_day).iter().map(|it| it.1).sum::<u64>());
            prop_assert_eq!(tally.count(first, *what), by_day.get(&first).copied().unwrap_or(0));
        }
    }

    #[test]
    fn the_first_day_of_an_own_step_is_found_without_a_search(all in records(60)) {
        let whole = journal(&all);
        let mut first = BTreeMap::<Id, Date>::new();
        for (day, it) in whole.tally().days(Date::MIN, Date::MAX) {
            for (cell, _) in it.cells() {
                if let What::Step(Step::Own(id), Origin::Cold) = cell.what {
                    first.entry(id).or_insert(day);
                }
            }
        }
        for id in (0..5).map(Id).chain(first.keys().copied()) {
            prop_assert_eq!(whole.tally().first_day_of(id), first.get(&id).copied());
        }
    }
}

#[test]
fn a_known_id_is_not_heard_again_with_other_words() {
    let record = |n| Record {
        id: RecordId { writer: crate::any::WRITERS[0], seq: 0 },
        at: 1,
        batch: None,
        body: Body::Entry(callpace::journal::record::Entry {
            day: Date::MIN,
            minute: None,
            what: What::CALL,
            list: None,
            reason: None,
            n,
            extra: None,
        }),
    };
    let mut it = journal(&[record(5)]);
    assert_eq!(it.add_all([record(6)]), 0);
    assert_eq!(it.counted(record(0).id).map(|it| it.n), Some(5));
}
