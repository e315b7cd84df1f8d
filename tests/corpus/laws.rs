//! What holds for any bytes at all, one function for each decoder.
//!
//! Fuzzing (`fuzz/fuzz_targets`) looks for bytes that break a law; the folder
//! of the same name here keeps inputs worth keeping, and `main.rs` replays
//! them. A law that is broken panics.

use callpace::{
    app::{
        intent::Intent,
        moment::Moment,
        prefs::Prefs,
        route::Route,
        start::{Found, start},
        update::update,
    },
    domain::date::Date,
    exchange::{
        backup::{self, BackupError},
        cases, decode as text,
        export::{Dialect, tidy},
        import::{Fresh, Importer, Options, Progress, Verdict, preview},
        link, log,
    },
    journal::{
        Journal,
        format::{self, ShardKey, crc32},
        record::{Body, Device, Record, What, Writer},
    },
};
use serde_json::{Value, value::RawValue};

/// A law by the name of its folder and of its fuzz target.
pub(crate) type Law = (&'static str, fn(&[u8]));

/// All of them.
pub(crate) const LAWS: [Law; 7] = [
    ("decode", decode),
    ("import", import),
    ("link", address),
    ("shard", shard),
    ("start", journal),
    ("backup", whole_journal),
    ("cases", arithmetic),
];

/// Any bytes are text or refused; what is text has been decoded within bounds.
pub(crate) fn decode(bytes: &[u8]) {
    if let Ok(found) = text::decode(bytes) {
        // One byte becomes at most one character, of at most three bytes.
        assert!(found.text.len() <= bytes.len() * 3);
    }
}

/// Any bytes are a table or refused; its sums add up, and reading it in steps gives the same.
pub(crate) fn import(bytes: &[u8]) {
    let Some(today) = Date::new(2025, 6, 11) else { return };
    let options = Options::new(today);
    let Ok(found) = preview(bytes, &options, &Fresh) else { return };
    let totals = found.totals;
    let all = totals.calls + totals.presentations + totals.sales;
    let all = all + totals.inbound_presentations + totals.inbound_sales + totals.own;
    assert_eq!(found.entries().map(|it| u64::from(it.n)).sum::<u64>(), all);
    let read = found.rows.iter().filter(|it| it.verdict != Verdict::SkipTitle).count();
    assert_eq!(read, found.summary.read as usize);

    let opened = Importer::open(bytes, &options);
    assert!(opened.is_ok(), "it was read before");
    let Ok(mut importer) = opened else { return };
    let rows = 1 + bytes.len() / 40;
    while !importer.step(rows, &Fresh).is_ok_and(Progress::is_finished) {}
    assert_eq!(importer.finish(&Fresh), Ok(found));
}

/// Any text after `#` is a route; a share link among them is written as it is read.
pub(crate) fn address(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _any = Route::parse(&text);
    for it in [text.to_string(), format!("#/shared?{text}")] {
        let _any = Route::parse(&it);
        if let Ok(shared) = link::decode(&it) {
            assert_eq!(link::decode(&link::encode(&shared)), Ok(shared));
        }
    }
}

/// Any text under any key of a shard is read or refused; what is read is written and read as the same.
///
/// The first byte says which key, and whether the rest is sealed, so that the
/// form is reached behind the checksum.
pub(crate) fn shard(bytes: &[u8]) {
    for (key, text) in shards_of(bytes) {
        let (_, _) = (format::salvage(key, &text), format::first_at(&text));
        if let Ok(records) = format::read(key, &text) {
            for run in records.chunk_by(|a, b| a.id.writer == b.id.writer) {
                let writer = run.first().map_or(WRITER, |it| it.id.writer);
                let again = format::decode(writer, &format::encode(run));
                assert_same(&again.unwrap_or_default(), run);
            }
        }
    }
}

/// A page starts on any shards and any preferences, undoes and counts on, exports what it
/// shows, and finds all of it again in its backup.
pub(crate) fn journal(bytes: &[u8]) {
    let parts = bytes.split(|it| *it == b'\x1e').take(4);
    let shards: Vec<(String, String)> =
        parts.flat_map(shards_of).map(|(key, text)| (key.to_string(), text)).collect();
    let prefs = String::from_utf8_lossy(bytes).into_owned();
    let _any = Prefs::read(Some(&prefs));
    let found = Found { shards, prefs: Some(prefs), random: 9, ..Found::default() };
    let now = Moment::new(NOW, NOW.cast_signed(), 0);
    let mut state = start(found, |_| now);
    for intent in [Intent::Undo, Intent::Tap(What::CALL), Intent::Tap(What::SALE), Intent::Undo, Intent::Redo]
    {
        let _effects = update(&mut state, intent, now);
    }
    let names = log::Names::of(state.journal.settings(), |id| vec![format!("reason {}", id.0)]);
    let rows = log::rows(&state.journal, &names);
    let _text = tidy(&rows, &log::worked(&state.journal), |_| None, Dialect::Comma);
    assert_backed_up(&state.journal);
}

/// Any bytes are a backup, a damaged one or none; what is read is written and read as the same.
pub(crate) fn whole_journal(bytes: &[u8]) {
    let _glance = backup::looks_like(bytes);
    let found = match backup::decode(bytes) {
        Ok(it) => it,
        Err(BackupError::Damaged(it)) => *it,
        Err(BackupError::NotABackup | BackupError::Newer) => return,
    };
    let mut journal = Journal::new(Device(7));
    journal.add_all(found.records);
    assert_backed_up(&journal);
}

/// Any text is answered with an array in JSON, or refused.
pub(crate) fn arithmetic(bytes: &[u8]) {
    if let Ok(answers) = cases::evaluate(&String::from_utf8_lossy(bytes)) {
        // An id is given back as it came, of any size: no number of ours holds it.
        let answers = serde_json::from_str::<Vec<Box<RawValue>>>(&answers);
        assert!(answers.is_ok(), "{answers:?}");
    }
}

/// 4 October 2024.
const NOW: u64 = 1_728_036_000_000;

const WRITER: Writer = Writer::new(Device(7), 1);

/// The bytes as a shard of one writer and as a gathered one: sealed, or as they are.
fn shards_of(bytes: &[u8]) -> Vec<(ShardKey, String)> {
    let Some((kind, rest)) = bytes.split_first() else { return Vec::new() };
    let body = String::from_utf8_lossy(rest);
    let name = WRITER.to_string();
    let seal = |body: &str| format!("1 {:08x} {body}", crc32(&[name.as_bytes(), b"1", body.as_bytes()]));
    let own = if kind & 1 == 0 { seal(&body) } else { body.to_string() };
    let gathered = if kind & 2 == 0 { seal(&format!("\n{name} {}", seal(&body))) } else { body.to_string() };
    vec![(ShardKey::of(WRITER, 0), own), (ShardKey::gathered(WRITER, 0), gathered)]
}

fn assert_backed_up(journal: &Journal) {
    let file = backup::encode(journal, &[], NOW);
    let again = backup::decode(file.text.as_bytes());
    let again = again.map(|it| it.records).unwrap_or_default();
    assert_same(&again, &journal.records().cloned().collect::<Vec<_>>());
}

/// Records are the same; of a fraction the last digit may differ.
///
/// Callpace writes no fractions, and reads one to within its last digit only.
fn assert_same(again: &[Record], records: &[Record]) {
    assert_eq!(again.len(), records.len());
    for (again, record) in again.iter().zip(records) {
        assert_eq!(again.stamp(), record.stamp());
        let exact = !matches!(&record.body, Body::Setting(it) if has_fraction(&it.value));
        assert!(!exact || again == record);
    }
}

fn has_fraction(value: &Value) -> bool {
    match value {
        Value::Number(it) => it.is_f64(),
        Value::Array(all) => all.iter().any(has_fraction),
        Value::Object(all) => all.values().any(has_fraction),
        _ => false,
    }
}
