//! Arbitrary records: what the app writes, and what it never would.

use callpace::{
    domain::{
        date::Date,
        step::{Id, Origin, Step},
    },
    journal::record::{
        Amendment, Body, Change, Device, Entry, Extra, MAX_N, Record, RecordId, Row, Setting, Target, What,
        Writer,
    },
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The browser of the tests.
pub(crate) const HERE: Device = Device(7);

/// Two tabs here, one elsewhere, and the one with the largest numbers.
pub(crate) const WRITERS: [Writer; 4] = [
    Writer::new(HERE, 0),
    Writer::new(HERE, 1),
    Writer::new(Device(8), u32::MAX),
    Writer::new(Device(u32::MAX), u32::MAX),
];

pub(crate) fn day() -> impl Strategy<Value = Date> {
    let edge =
        select(vec![Date::MIN, Date::MAX, Date::from_number(0).unwrap(), Date::new(2024, 2, 29).unwrap()]);
    let usual = (20_000..20_004).prop_map(|it| Date::from_number(it).unwrap());
    prop_oneof![4 => usual, 1 => edge]
}

pub(crate) fn id() -> impl Strategy<Value = Id> {
    prop_oneof![4 => (1_u32..4).prop_map(Id), 1 => any::<u32>().prop_map(Id)]
}

pub(crate) fn what() -> impl Strategy<Value = What> {
    prop_oneof![
        6 => select(What::FIXED.to_vec()),
        1 => id().prop_map(|it| What::Step(Step::Own(it), Origin::Cold)),
        1 => id().prop_map(What::Counter),
    ]
}

fn n() -> impl Strategy<Value = u32> {
    prop_oneof![4 => 1_u32..4, 1 => Just(MAX_N), 1 => 1..=MAX_N]
}

/// Money and hashes: everything below 2^53 can be kept.
fn whole() -> impl Strategy<Value = u64> {
    prop_oneof![Just(0), Just((1 << 53) - 1), 0_u64..1 << 53]
}

fn extra() -> impl Strategy<Value = Option<Box<Extra>>> {
    let row = (whole(), any::<u32>()).prop_map(|(hash, occurrence)| Row { hash, occurrence });
    let extra = (option::of(whole()), option::of(day()), option::of(row))
        .prop_map(|(amount, earlier, row)| Extra { amount, earlier, row });
    // "Nothing" has one form only.
    option::weighted(0.3, extra.prop_filter("not empty", |it| *it != Extra::default()).prop_map(Box::new))
}

pub(crate) fn entry() -> impl Strategy<Value = Entry> {
    let minute = option::of(prop_oneof![Just(0_u16), Just(1439), 0_u16..1440]);
    (day(), minute, what(), option::of(id()), option::of(id()), n(), extra()).prop_map(
        |(day, minute, what, list, reason, n, extra)| Entry { day, minute, what, list, reason, n, extra },
    )
}

pub(crate) fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Void),
        Just(Change::Restore),
        Just(Change::Undo),
        Just(Change::Redo),
        option::of(id()).prop_map(Change::Reason),
        option::of(id()).prop_map(Change::List),
        day().prop_map(Change::Day),
        n().prop_map(Change::N),
        option::of(whole()).prop_map(Change::Amount),
        option::of(day()).prop_map(Change::Earlier),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(".{0,4}", inner, 0..4).prop_map(Value::from_iter),
        ]
    })
}

pub(crate) fn setting() -> impl Strategy<Value = Setting> {
    let known = select(vec![
        ("list/1", json!({"name": "Dentists"})),
        ("list/1", json!({"name": "Врачи", "archived": true})),
        ("quota/2024-10-01", json!({"sales": 15, "until": 20_030})),
        ("quota/2024-10-01", Value::Null),
        ("day/2024-10-04", json!({"zero": ["calls"]})),
        ("day/2024-10-04", Value::Null),
        ("week_start", json!("sunday")),
        ("day_start", json!(180)),
    ])
    .prop_map(|(key, value)| Setting { key: key.to_owned(), value });
    let odd = (".{0,12}", value()).prop_map(|(key, value)| Setting { key, value });
    prop_oneof![3 => known, 1 => odd]
}

pub(crate) fn record_id() -> impl Strategy<Value = RecordId> {
    let seq = prop_oneof![8 => 0_u32..16, 1 => any::<u32>()];
    (select(WRITERS.to_vec()), seq).prop_map(|(writer, seq)| RecordId { writer, seq })
}

pub(crate) fn target() -> impl Strategy<Value = Target> {
    (record_id(), any::<bool>())
        .prop_map(|(id, batch)| if batch { Target::Batch(id) } else { Target::Record(id) })
}

pub(crate) fn body() -> impl Strategy<Value = Body> {
    let amendment = (target(), change()).prop_map(|(target, change)| Amendment { target, change });
    prop_oneof![
        4 => entry().prop_map(Body::Entry),
        5 => amendment.prop_map(Body::Amendment),
        1 => setting().prop_map(Body::Setting),
    ]
}

/// Records of all writers, no id twice. Instants often collide and targets may come later,
/// be missing, or go round in circles.
pub(crate) fn records(most: usize) -> impl Strategy<Value = Vec<Record>> {
    let at = prop_oneof![6 => 0_u64..24, 1 => 0_u64..=1 << 53];
    let one = (select(WRITERS.to_vec()), 0_u32..2, at, option::weighted(0.4, 0_u32..6), body());
    vec(one, 0..most).prop_map(|all| {
        let mut next = BTreeMap::<Writer, u32>::new();
        all.into_iter()
            .map(|(writer, gap, at, back, body)| {
                let seq = next.entry(writer).or_default();
                *seq += gap;
                let record = Record {
                    id: RecordId { writer, seq: *seq },
                    at,
                    batch: back.map(|it| seq.saturating_sub(it)),
                    body,
                };
                *seq += 1;
                record
            })
            .collect()
    })
}
