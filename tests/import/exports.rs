//! What is written can be read again, by this app and by others.

use crate::common::options;
use crate::logs::Log;
use callpace::domain::date::Date;
use callpace::domain::step::{Id, Origin, Step};
use callpace::exchange::export::{Dialect, TidyRow, WideDay, WideHeader, tidy, wide};
use callpace::exchange::import::{Planned, preview};
use proptest::prelude::*;

const OWN: Id = Id(1001);

/// Names people give to lists, and names that would like to be formulas.
fn any_name() -> impl Strategy<Value = Option<String>> {
    let name = "[!-~а-я][ -~а-я]{0,40}[!-~а-я]";
    prop_oneof![
        Just(None),
        prop::sample::select(&NASTY[..]).prop_map(|it| Some(it.to_owned())),
        name.prop_map(Some)
    ]
}

const NASTY: [&str; 14] = [
    "=1+1",
    "+7 921",
    "-",
    "@SUM(A1)",
    "'=x",
    "''",
    "a;b,c",
    "say \"hi\"",
    "Итого",
    "1,5",
    "x  y",
    "sep=;",
    "Total",
    "=\"5\"",
];

#[derive(Clone, Debug)]
struct Count {
    day: Date,
    step: Step,
    origin: Origin,
    list: Option<String>,
    reason: Option<String>,
    n: u64,
    amount: Option<u64>,
}

fn any_count() -> impl Strategy<Value = Count> {
    let step = prop::sample::select(
        &[
            (Step::Call, Origin::Cold),
            (Step::Presentation, Origin::Cold),
            (Step::Sale, Origin::Cold),
            (Step::Own(OWN), Origin::Cold),
            (Step::Presentation, Origin::Inbound),
            (Step::Sale, Origin::Inbound),
        ][..],
    );
    let n = prop_oneof![Just(1), Just(100_000), 1_u64..=250_000];
    let amount = prop_oneof![Just(None), (1_u64..=1_000_000_000).prop_map(Some), Just(Some(100_000))];
    (10_957_i32..20_250, step, any_name(), any_name(), n, amount).prop_map(
        |(day, (step, origin), list, reason, n, amount)| {
            let sale = step == Step::Sale;
            Count {
                day: Date::from_number(day).unwrap(),
                step,
                origin,
                list,
                reason: reason.filter(|_| !sale),
                n,
                amount: amount.filter(|_| sale),
            }
        },
    )
}

fn rows(counts: &[Count]) -> Vec<TidyRow<'_>> {
    counts
        .iter()
        .map(|it| TidyRow {
            day: it.day,
            step: it.step,
            origin: it.origin,
            list: it.list.as_deref(),
            reason: it.reason.as_deref(),
            n: it.n,
            amount: it.amount,
        })
        .collect()
}

fn fresh() -> Log {
    Log { own: vec![("Дозвон".to_owned(), Step::Own(OWN))], ..Log::default() }
}

proptest! {
    #[test]
    fn tidy_then_import_is_identity(
        counts in prop::collection::vec(any_count(), 0..20),
        worked in prop::collection::vec(10_957_i32..20_250, 0..3),
        dialect in prop::sample::select(&[Dialect::Comma, Dialect::Semicolon][..]),
    ) {
        let mut worked: Vec<Date> = worked.into_iter().filter_map(Date::from_number).collect();
        worked.sort_unstable();
        worked.dedup();
        let text = tidy(&rows(&counts), &worked, |_| Some("Дозвон"), dialect);
        let mut log = fresh();
        let found = preview(text.as_bytes(), &options(), &log).unwrap();
        prop_assert_eq!(found.summary.errors, 0);
        prop_assert_eq!(found.summary.skipped, 0);
        prop_assert_eq!(&found.worked, &worked);
        log.import(&found);

        let mut expected = fresh();
        for it in &counts {
            let mut left = it.n;
            while left > 0 {
                let n = u32::try_from(left.min(100_000)).unwrap();
                left -= u64::from(n);
                let amount = it.amount.filter(|_| left + u64::from(n) == it.n);
                let (list, reason) = (it.list.clone(), it.reason.clone());
                let row = (callpace::exchange::import::RowHash(0), 0);
                expected.entries.push(Planned { day: it.day, minute: None, step: it.step, origin: it.origin, list, reason, n, amount, row });
            }
        }
        prop_assert_eq!(log.counts(), expected.counts());
        let money = |log: &Log| log.entries.iter().map(|it| it.amount).collect::<Vec<_>>();
        prop_assert_eq!(money(&log), money(&expected));

        let again = preview(text.as_bytes(), &options(), &log).unwrap();
        prop_assert_eq!((again.summary.ready, again.worked.len()), (0, 0), "into its own log it changes nothing");
    }

    #[test]
    fn wide_then_import_is_identity(
        counts in prop::collection::vec(prop::option::of(prop::array::uniform5(0_u64..=100_000)), 1..30),
        russian in any::<bool>(),
    ) {
        let days: Vec<WideDay> = counts
            .into_iter()
            .enumerate()
            .map(|(at, counts)| WideDay { day: Date::from_number(20_000 + i32::try_from(at).unwrap()).unwrap(), counts })
            .collect();
        let (header, dialect) =
            if russian { (WideHeader::RUSSIAN, Dialect::Semicolon) } else { (WideHeader::ENGLISH, Dialect::Comma) };
        let found = crate::common::read(&wide(&days, header, dialect));
        let sum = |at: usize| days.iter().filter_map(|it| it.counts).map(|it| it[at]).sum::<u64>();
        let totals = found.totals;
        prop_assert_eq!([totals.calls, totals.presentations, totals.sales], [sum(0), sum(1), sum(2)]);
        prop_assert_eq!([totals.inbound_presentations, totals.inbound_sales], [sum(3), sum(4)]);
        let zero: Vec<Date> = days.iter().filter(|it| it.counts == Some([0; 5])).map(|it| it.day).collect();
        prop_assert_eq!(&found.worked, &zero, "zero and empty are kept apart");
        prop_assert_eq!(found.summary.errors, 0);
    }
}

#[test]
fn no_cell_begins_like_a_formula() {
    let names = ["=cmd|' /C calc'!A0", "+1", "-1", "@x", "＝1"];
    let day = Date::new(2025, 6, 2).unwrap();
    for name in names {
        let row = TidyRow {
            day,
            step: Step::Call,
            origin: Origin::Cold,
            list: Some(name),
            reason: Some(name),
            n: 1,
            amount: None,
        };
        let text = tidy(&[row], &[], |_| None, Dialect::Comma);
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        for record in reader.records() {
            for cell in &record.unwrap() {
                assert!(
                    !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']),
                    "{cell}"
                );
            }
        }
    }
}
