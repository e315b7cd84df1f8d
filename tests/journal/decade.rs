//! Ten years at sixty calls a day fit, load, and stay right.

use crate::page::today;
use callpace::{
    app::start::{Found, start},
    domain::{date::Weekday, reason::BuiltIn},
    journal::{
        format::{self, ShardKey},
        record::{Amendment, Body, Change, Device, Entry, Record, RecordId, Target, What, Writer},
    },
};
use std::collections::BTreeMap;

/// What localStorage usually holds, in UTF-16 units, keys included.
const ROOM: usize = 5_000_000;
const YEARS: i32 = 10;
const CALLS: u64 = 60;

/// Small and always the same: Knuth's `MMIX` generator.
struct Dice(u64);

impl Dice {
    const fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// Shards by key, and how many of each were recorded.
struct Decade {
    shards: BTreeMap<String, String>,
    records: usize,
    totals: BTreeMap<What, u64>,
    reasons: u64,
}

fn decade() -> Decade {
    let mut dice = Dice(1);
    let mut it = Decade { shards: BTreeMap::new(), records: 0, totals: BTreeMap::new(), reasons: 0 };
    let first = today().plus_days(-YEARS * 365);
    for day in first.through(today()) {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        // 250 workdays of 261.
        if weekend || dice.below(261) < 11 {
            continue;
        }
        let morning = u64::from(day.number().unsigned_abs()) * 86_400_000 + 6 * 3_600_000;
        for load in 0..3 {
            let writer = Writer::new(Device(0x1234_5678), u32::try_from(dice.below(1 << 31)).unwrap());
            let mut page = Load { writer, at: morning + load * 10_800_000, records: Vec::new() };
            for _ in 0..CALLS / 3 {
                page.at += 60_000 + dice.below(900_000) / 2;
                page.entry(What::CALL, &mut it);
                if dice.below(4) < 3 {
                    page.at += 1_500 + dice.below(6_000);
                    page.reason(BuiltIn::ALL[usize::try_from(dice.below(6)).unwrap()], &mut it);
                } else if dice.below(5) < 4 {
                    page.at += 200_000;
                    page.entry(What::PRESENTATION, &mut it);
                    if dice.below(5) == 0 {
                        page.at += 900_000;
                        page.entry(What::SALE, &mut it);
                    }
                }
            }
            it.records += page.records.len();
            for shard in page.records.chunks(format::SHARD_LEN as usize) {
                let key = ShardKey::of(writer, shard[0].id.seq);
                it.shards.insert(key.to_string(), format::encode(shard));
            }
        }
    }
    it
}

struct Load {
    writer: Writer,
    at: u64,
    records: Vec<Record>,
}

impl Load {
    fn push(&mut self, body: Body) {
        let seq = u32::try_from(self.records.len()).unwrap();
        self.records.push(Record {
            id: RecordId { writer: self.writer, seq },
            at: self.at,
            batch: None,
            body,
        });
    }

    fn entry(&mut self, what: What, it: &mut Decade) {
        let local = i64::try_from(self.at).unwrap() + 3 * 3_600_000;
        let moment = callpace::app::moment::Moment::new(self.at, local, 0);
        *it.totals.entry(what).or_default() += 1;
        self.push(Body::Entry(Entry {
            day: moment.day,
            minute: Some(moment.minute),
            what,
            list: Some(callpace::domain::step::Id(1000)),
            reason: None,
            n: 1,
            extra: None,
        }));
    }

    fn reason(&mut self, reason: BuiltIn, it: &mut Decade) {
        it.reasons += 1;
        let target = Target::Record(self.records.last().unwrap().id);
        self.push(Body::Amendment(Amendment { target, change: Change::Reason(Some(reason.id())) }));
    }
}

#[test]
fn ten_years_fit_and_are_counted_right() {
    let it = decade();
    let units = |it: &str| it.encode_utf16().count();
    let used: usize = it.shards.iter().map(|(key, text)| units(key) + units(text)).sum();
    println!(
        "{} records in {} shards: {used} characters, {} a year, {} for 10 records",
        it.records,
        it.shards.len(),
        used / YEARS.unsigned_abs() as usize,
        used * 10 / it.records,
    );
    assert!(used < ROOM * 4 / 5, "{used} characters");
    let found = Found { shards: it.shards.into_iter().collect(), ..Found::default() };
    let state = start(found, |_| crate::page::at(0));
    assert_eq!(state.unreadable, []);
    assert_eq!(state.journal.len(), it.records);
    let tally = state.journal.tally();
    let span = tally.span().unwrap();
    for (what, n) in it.totals {
        assert_eq!(tally.total(span, what), n);
    }
    let with_reason: u64 = tally.days(span.0, span.1).map(|it| it.1.sum(|cell| cell.reason.is_some())).sum();
    assert_eq!(with_reason, it.reasons);
}
