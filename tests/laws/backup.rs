//! A backup loses nothing, and nothing that was done to it passes unseen.

use callpace::{
    domain::{
        date::Date,
        step::{Id, Origin, Step},
    },
    exchange::backup::{BackupError, decode, encode},
    journal::{
        Journal,
        record::{
            Amendment, Body, Change, Device, Entry, Extra, MAX_N, Record, RecordId, Row, Setting, Target,
            What, Writer,
        },
    },
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::json;

/// Made by version 0.1.0 on a screen: 25 calls, steps, lists, reasons, a counter, a holiday.
const V1: &str = include_str!("../backup/v1.json");

#[test]
fn a_file_of_every_released_version_is_restored() {
    let found = decode(V1.as_bytes()).unwrap();
    let mut journal = Journal::new(Device(7));
    assert_eq!(journal.add_all(found.records.clone()), found.records.len());
    let span = journal.tally().span().unwrap();
    assert_eq!(journal.tally().total(span, What::CALL), 25);
    let settings = journal.settings();
    assert_eq!(settings.lists.len(), 2);
    assert!(settings.counters.values().any(|it| it.name == "E-mails" && it.goal == Some(10)));
    assert!(settings.holidays.contains(&Date::new(2027, 1, 1).unwrap()));
    assert_eq!(settings.delay, Some(21));
    // Written anew it holds the same.
    let again = decode(encode(&journal, &found.unreadable, found.at).text.as_bytes()).unwrap();
    assert_eq!(again, found);
}

fn record_id() -> impl Strategy<Value = RecordId> {
    let writers =
        vec![Writer::new(Device(7), 0), Writer::new(Device(7), 9), Writer::new(Device(u32::MAX), 3)];
    let seq = prop_oneof![4 => 0_u32..600, 1 => any::<u32>()];
    (select(writers), seq).prop_map(|(writer, seq)| RecordId { writer, seq })
}

fn entry() -> impl Strategy<Value = Entry> {
    let day = prop_oneof![Just(Date::MIN), Just(Date::MAX), Just(Date::new(2024, 2, 29).unwrap())];
    let what = prop_oneof![
        select(What::FIXED.to_vec()),
        any::<u32>().prop_map(|it| What::Step(Step::Own(Id(it)), Origin::Cold)),
        any::<u32>().prop_map(|it| What::Counter(Id(it))),
    ];
    let row = (0_u64..1 << 53, any::<u32>()).prop_map(|(hash, occurrence)| Row { hash, occurrence });
    let id = || option::of(any::<u32>().prop_map(Id));
    (day, option::of(0_u16..1440), what, id(), id(), 1..=MAX_N, option::of(row)).prop_map(
        |(day, minute, what, list, reason, n, row)| {
            let extra = row.map(|row| Box::new(Extra { row: Some(row), ..Extra::default() }));
            Entry { day, minute, what, list, reason, n, extra }
        },
    )
}

fn record() -> impl Strategy<Value = Record> {
    let amendment = (record_id(), any::<bool>(), any::<bool>()).prop_map(|(id, batch, void)| {
        let target = if batch { Target::Batch(id) } else { Target::Record(id) };
        Amendment { target, change: if void { Change::Void } else { Change::Reason(None) } }
    });
    let setting = (".{0,12}", ".{0,40}").prop_map(|(key, text)| Setting { key, value: json!(text) });
    let body = prop_oneof![
        4 => entry().prop_map(Body::Entry),
        1 => amendment.prop_map(Body::Amendment),
        1 => setting.prop_map(Body::Setting),
    ];
    (record_id(), 0_u64..1 << 53, any::<bool>(), body).prop_map(|(id, at, batch, body)| Record {
        batch: batch.then_some(id.seq),
        id,
        at,
        body,
    })
}

proptest! {
    #[test]
    fn decode_gives_what_encode_was_given(
        records in vec(record(), 0..40),
        unreadable in vec((".{0,20}", ".{0,60}"), 0..3),
        at in 0_u64..1 << 53,
    ) {
        let mut journal = Journal::new(Device(7));
        journal.add_all(records);
        let file = encode(&journal, &unreadable, at);
        let back = decode(file.text.as_bytes()).unwrap();
        prop_assert_eq!(back.records, journal.records().cloned().collect::<Vec<_>>());
        prop_assert_eq!((back.at, back.unreadable), (at, unreadable));
    }

    #[test]
    fn a_cut_or_changed_file_gives_no_false_record(
        records in vec(record(), 0..20),
        place in any::<prop::sample::Index>(),
        with in any::<u8>(),
        cut in any::<bool>(),
    ) {
        let mut journal = Journal::new(Device(7));
        journal.add_all(records);
        let mut bytes = encode(&journal, &[], 1).text.into_bytes();
        let place = place.index(bytes.len());
        if cut {
            bytes.truncate(place);
        } else {
            bytes[place] = with;
        }
        let found = match decode(&bytes) {
            Ok(it) => it.records,
            Err(BackupError::Damaged(it)) => it.records,
            Err(BackupError::NotABackup | BackupError::Newer) => Vec::new(),
        };
        for it in found {
            prop_assert_eq!(journal.get(it.id), Some(&it));
        }
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in vec(any::<u8>(), 0..200)) {
        prop_assert!(decode(&bytes).is_err());
    }
}
