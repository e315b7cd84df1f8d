//! What is written is read back, and what was damaged is told, kept, and loses nothing else.

use crate::any::{WRITERS, records};
use callpace::{
    app::start::{Found, start},
    journal::{
        format::{self, PREFIX, ShardKey, Unreadable, crc32},
        record::{Record, RecordId},
    },
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The shards of arbitrary records.
fn shards(all: &[Record]) -> Vec<(String, String)> {
    let mut sorted = all.to_vec();
    sorted.sort_by_key(|it| it.id);
    let own = sorted
        .chunk_by(|a, b| ShardKey::of(a.id.writer, a.id.seq) == ShardKey::of(b.id.writer, b.id.seq))
        .map(|it| (ShardKey::of(it[0].id.writer, it[0].id.seq).to_string(), format::encode(it)));
    own.collect()
}

fn found(shards: Vec<(String, String)>) -> Found {
    Found { device: Some("0000007".to_owned()), shards, random: 1 << 20, ..Found::default() }
}

fn ids<'a>(all: impl IntoIterator<Item = &'a Record>) -> BTreeSet<RecordId> {
    all.into_iter().map(|it| it.id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn decoding_undoes_encoding(all in records(60)) {
        let mut sorted = all;
        sorted.sort_by_key(|it| it.id);
        for run in sorted.chunk_by(|a, b| a.id.writer == b.id.writer) {
            let text = format::encode(run);
            prop_assert_eq!(format::decode(run[0].id.writer, &text), Ok(run.to_vec()), "{}", text);
            // Another writer's key does not hold it.
            let other = WRITERS.into_iter().find(|it| *it != run[0].id.writer).unwrap();
            prop_assert_eq!(format::decode(other, &text), Err(Unreadable::Damaged));
        }
        let key = ShardKey::gathered(WRITERS[1], 3);
        let text = format::encode_gathered(key.writer, &sorted);
        let mut read = format::read(key, &text).unwrap();
        read.sort_by_key(|it| it.id);
        prop_assert_eq!(&read, &sorted);
        prop_assert_eq!(ids(&format::salvage(key, &text)), ids(&sorted));
    }

    #[test]
    fn a_restart_finds_everything(all in records(60)) {
        let state = start(found(shards(&all)), |_| crate::page::at(0));
        prop_assert_eq!(ids(state.journal.records()), ids(&all));
        let mut anew = callpace::journal::Journal::new(crate::any::HERE);
        anew.add_all(all);
        crate::page::same(&state.journal, &anew).map_err(TestCaseError::fail)?;
        prop_assert!(!anew.knows(state.me));
    }

    #[test]
    fn any_unit_changed_or_any_cut_loses_nothing_else(
        all in records(40),
        gathered in records(20),
        which in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        unit in prop_oneof![Just(0_u16), Just(0x20), Just(0x31), Just(0xd800), Just(0xffff), any::<u16>()],
        cut in any::<bool>(),
    ) {
        let mut stored = shards(&all);
        let mut gathered = gathered;
        gathered.sort_by_key(|it| it.id);
        let by = callpace::journal::record::Writer::new(crate::any::HERE, 99);
        if !gathered.is_empty() {
            stored.push((ShardKey::gathered(by, 0).to_string(), format::encode_gathered(by, &gathered)));
        }
        prop_assume!(!stored.is_empty());
        let which = which.index(stored.len());
        let mut units: Vec<u16> = stored[which].1.encode_utf16().collect();
        let place = place.index(units.len());
        if cut { units.truncate(place) } else { units[place] = unit }
        // As the browser hands it over.
        let text = String::from_utf16_lossy(&units);
        let changed = text != stored[which].1;
        stored[which].1.clone_from(&text);
        let state = start(found(stored.clone()), |_| crate::page::at(0));
        let seen = ids(state.journal.records());
        for (it, (key, text)) in stored.iter().enumerate() {
            if it != which {
                let kept = format::read(ShardKey::parse(key).unwrap(), text).unwrap();
                prop_assert!(ids(&kept).is_subset(&seen));
            }
        }
        if changed {
            prop_assert_eq!(state.unreadable.len(), 1);
            prop_assert_eq!(&state.unreadable[0].key, &stored[which].0);
            prop_assert_eq!(&state.unreadable[0].text, &text);
            prop_assert_eq!(state.unreadable[0].why, Unreadable::Damaged);
            prop_assert_ne!(Some(state.me), ShardKey::parse(&stored[which].0).map(|it| it.writer));
        } else {
            prop_assert_eq!(&state.unreadable, &[]);
        }
    }

    #[test]
    fn no_text_panics(writer in prop::sample::select(WRITERS.to_vec()), body in "[-\\[\\],0-9\"a-z ]{0,60}") {
        // Sealed, so that the form is looked at and not only the checksum.
        let text = format!("1 {:08x} {body}", crc32(&[writer.to_string().as_bytes(), b"1", body.as_bytes()]));
        if let Ok(records) = format::decode(writer, &text) {
            prop_assert!(records.is_empty() || format::decode(writer, &format::encode(&records)) == Ok(records));
        }
        for key in [ShardKey::of(writer, 0), ShardKey::gathered(writer, 0)] {
            let _read = (format::read(key, &body), format::salvage(key, &body), format::first_at(&body));
        }
    }

    #[test]
    fn keys_read_back(seq in any::<u32>(), text in "callpace/1/[0-9a-z.+]{0,16}/[g+0-9]{0,4}") {
        for key in [ShardKey::of(WRITERS[2], seq), ShardKey::gathered(WRITERS[2], seq)] {
            prop_assert_eq!(ShardKey::parse(&key.to_string()), Some(key));
            prop_assert!(key.to_string().starts_with(PREFIX));
        }
        // A key has one spelling.
        prop_assert!(ShardKey::parse(&text).is_none_or(|it| it.to_string() == text));
    }
}

#[test]
fn every_unit_of_one_shard() {
    let writer = WRITERS[0];
    let text = fixture();
    let whole = format::decode(writer, text).unwrap();
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut tried = 0;
    for place in 0..units.len() {
        for unit in [
            0,
            1,
            9,
            32,
            48,
            49,
            57,
            91,
            93,
            97,
            0xd83d,
            0xffff,
            units[place] ^ 1,
            units[place].wrapping_add(1),
        ] {
            let mut changed = units.clone();
            changed[place] = unit;
            let changed = String::from_utf16_lossy(&changed);
            if changed != text {
                tried += 1;
                assert_eq!(format::decode(writer, &changed), Err(Unreadable::Damaged), "{place}: {unit}");
            }
        }
        assert_eq!(
            format::decode(writer, &String::from_utf16_lossy(&units[..place])),
            Err(Unreadable::Damaged)
        );
    }
    println!("{tried} changes and {} cuts of a shard of {} records, all told", units.len(), whole.len());
}

#[test]
fn a_later_version_makes_the_app_read_only() {
    let sealed = |version: &str, body: &str| {
        let sum = crc32(&[WRITERS[0].to_string().as_bytes(), version.as_bytes(), body.as_bytes()]);
        format!("{version} {sum:08x} {body}")
    };
    let text = sealed("2", "whatever it may be");
    assert_eq!(format::decode(WRITERS[0], &text), Err(Unreadable::Newer));
    // Only an intact text is newer, and a version has one spelling.
    assert_eq!(format::decode(WRITERS[0], &text.replacen('2', "3", 1)), Err(Unreadable::Damaged));
    for version in ["0", "01", "+1", "-1", ""] {
        assert_eq!(format::decode(WRITERS[0], &sealed(version, "[]")), Err(Unreadable::Damaged));
    }
    let key = ShardKey::of(WRITERS[0], 0).to_string();
    for shard in [(key, text), ("callpace/2/whatever".to_owned(), "x".to_owned())] {
        let mut browser = crate::page::Browser::default();
        browser.values.insert(shard.0.clone(), shard.1.clone());
        let mut page = crate::page::Page::open(&mut browser, 1, 0);
        assert!(page.state.read_only());
        page.act(&mut browser, callpace::app::intent::Intent::Tap(callpace::journal::record::What::CALL));
        page.act(&mut browser, callpace::app::intent::Intent::Tick);
        assert!(page.state.journal.is_empty());
        assert_eq!(browser.values.into_iter().collect::<Vec<_>>(), [shard]);
    }
}

/// A text of version 1 as it was written when that version was released.
fn fixture() -> &'static str {
    include_str!("fixtures/v1.txt").trim_end()
}

#[test]
fn every_version_ever_released_is_read() {
    let fixtures = [(1, fixture(), include_str!("fixtures/v1.records.txt"))];
    assert!((1..=format::VERSION).eq(fixtures.iter().map(|it| it.0)), "a version without a fixture");
    for (version, text, told) in fixtures {
        assert!(text.starts_with(&format!("{version} ")));
        let records = format::decode(WRITERS[0], text).unwrap();
        let lines: Vec<String> = records.iter().map(|it| format!("{it:?}")).collect();
        assert_eq!(lines, told.lines().collect::<Vec<_>>());
    }
}
