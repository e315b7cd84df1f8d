//! The whole journal as one file, and back.
//!
//! JSON, a record shard or a day a line, so that a person can read it and that
//! a file which was cut or changed still gives all the lines that are whole.
//! `docs/formats-backup.md` describes it.

use crate::{
    domain::{
        date::Date,
        step::{Origin, Step},
    },
    journal::{
        Journal,
        format::{self, SHARD_LEN, crc32},
        record::{Record, What},
        tally::DayTally,
    },
};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

mod read;

pub use read::decode;

/// The version that is written.
pub const VERSION: u32 = 1;

/// The largest file that is read, in bytes: more than any browser keeps.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// How the file begins.
const MARK: &str = "\"callpace\":\"backup\"";

/// What a backup holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// When it was made, UTC milliseconds; 0 if that cannot be told any more.
    pub at: u64,
    /// Every record, by writer and sequence.
    pub records: Vec<Record>,
    /// Keys and texts that could not be read when it was made.
    pub unreadable: Vec<(String, String)>,
}

/// Why a file cannot be restored as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// Something else.
    NotABackup,
    /// Changed or cut since it was made. This is what is still whole of it.
    Damaged(Box<Backup>),
    /// Made by a later version.
    Newer,
}

/// A backup as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its text.
    pub text: String,
    /// CRC-32 of its bytes.
    pub sum: u32,
    /// How many records it holds.
    pub records: usize,
}

/// Writes the journal, with what could not be read of it, as it is `at` an instant.
///
/// # Examples
///
/// ```
/// use callpace::{exchange::backup, journal::{Journal, record::Device}};
///
/// let file = backup::encode(&Journal::new(Device(7)), &[], 1_749_641_520_000);
/// assert!(file.text.contains(r#""made":"2025-06-11 11:32 UTC""#));
/// assert_eq!(backup::decode(file.text.as_bytes()).unwrap().at, 1_749_641_520_000);
/// ```
#[must_use]
pub fn encode(journal: &Journal, unreadable: &[(String, String)], at: u64) -> File {
    let records: Vec<&Record> = journal.records().collect();
    let count = records.len();
    let shards: Vec<(String, String)> = records
        .chunk_by(|a, b| (a.id.writer, a.id.seq / SHARD_LEN) == (b.id.writer, b.id.seq / SHARD_LEN))
        .map(|run| {
            let run: Vec<Record> = run.iter().copied().cloned().collect();
            (run.first().map(|it| it.id.writer.to_string()).unwrap_or_default(), format::encode(&run))
        })
        .collect();
    let sum = checksum(at, count, &shards, unreadable);
    let mut text = format!("{{{MARK},\"version\":{VERSION},\"checksum\":\"{sum:08x}\",\n");
    line(&mut text, format_args!("\"made\":{},\n\"at\":{at},\n\"entries\":{count},\n", json!(made(at))));
    let days = journal.tally().days(Date::MIN, Date::MAX).map(|(day, it)| summary(journal, day, it));
    list(&mut text, "days", days, ",\n");
    list(&mut text, "records", shards.iter().map(|it| json!(it)), ",\n");
    list(&mut text, "unreadable", unreadable.iter().map(|it| json!(it)), "\n}\n");
    File { sum: crc32(&[text.as_bytes()]), records: count, text }
}

fn line(text: &mut String, it: core::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    text.write_fmt(it).unwrap_or_default();
}

fn list(text: &mut String, name: &str, items: impl Iterator<Item = Value>, after: &str) {
    line(text, format_args!("\"{name}\":["));
    for (place, it) in items.enumerate() {
        line(text, format_args!("{}\n{it}", if place == 0 { "" } else { "," }));
    }
    line(text, format_args!("\n]{after}"));
}

/// `2025-06-11 11:32 UTC`, for people.
fn made(at: u64) -> String {
    let day = i32::try_from(at / 86_400_000).ok().and_then(Date::from_number);
    let minutes = at / 60_000 % 1440;
    day.map_or_else(String::new, |it| format!("{it} {:02}:{:02} UTC", minutes / 60, minutes % 60))
}

/// What was counted on a day, for people: never read.
fn summary(journal: &Journal, day: Date, tally: &DayTally) -> Value {
    let settings = journal.settings();
    let mut it = Map::new();
    it.insert("day".to_owned(), json!(day.to_string()));
    for (cell, n) in tally.cells() {
        let name = match cell.what {
            What::Step(Step::Call, _) => "calls".to_owned(),
            What::Step(Step::Presentation, Origin::Cold) => "presentations".to_owned(),
            What::Step(Step::Sale, Origin::Cold) => "sales".to_owned(),
            What::Step(Step::Presentation, Origin::Inbound) => "inbound presentations".to_owned(),
            What::Step(Step::Sale, Origin::Inbound) => "inbound sales".to_owned(),
            What::Step(Step::Own(id), _) => {
                let found = settings.steps.iter().find(|it| it.0 == id).map(|it| &it.1.name);
                found.map_or_else(|| format!("step {}", id.0), |it| format!("step {it}"))
            }
            What::Counter(id) => {
                let found = settings.counters.get(&id).map(|it| &it.name);
                found.map_or_else(|| format!("counter {}", id.0), |it| format!("counter {it}"))
            }
        };
        let before = it.get(&name).and_then(Value::as_u64).unwrap_or(0);
        it.insert(name, json!(before.saturating_add(n)));
    }
    Value::Object(it)
}

/// Of everything that is restored, and of nothing else: another line break or
/// space does not matter.
fn checksum(at: u64, count: usize, shards: &[(String, String)], unreadable: &[(String, String)]) -> u32 {
    let head = format!("{VERSION} {at} {count}");
    let mut parts = vec![head.as_bytes()];
    for (name, text) in shards.iter().chain(unreadable) {
        parts.extend([b"\n", name.as_bytes(), b" ", text.as_bytes()]);
    }
    crc32(&parts)
}

/// What restoring would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Records that are not here.
    pub fresh: usize,
    /// Records that are here already.
    pub same: usize,
    /// Records that are here with another content: what is here stays.
    pub conflicting: usize,
}

/// Sees which records the journal has already.
#[must_use]
pub fn compare(journal: &Journal, records: &[Record]) -> Compared {
    let mut it = Compared::default();
    for record in records {
        match journal.get(record.id) {
            None => it.fresh += 1,
            Some(here) if here == record => it.same += 1,
            Some(_) => it.conflicting += 1,
        }
    }
    it
}

/// What became of a file that shall be the one just saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// It is, and so many records are all there.
    Whole(usize),
    /// It is another file, or it was changed.
    Another,
}

/// Compares a file with what was saved: the checksum of all its bytes, and its records.
#[must_use]
pub fn check(bytes: &[u8], sum: u32, records: usize) -> Check {
    match decode(bytes) {
        Ok(it) if crc32(&[bytes]) == sum && it.records.len() == records => Check::Whole(records),
        _ => Check::Another,
    }
}

/// Whether some bytes may be a backup: an import sends them here.
#[must_use]
pub fn looks_like(bytes: &[u8]) -> bool {
    read::is_marked(&String::from_utf8_lossy(&bytes[..bytes.len().min(400)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::record::{Body, Device, Entry, RecordId, Setting, Writer};

    fn writer(load: u32) -> Writer {
        Writer::new(Device(7), load)
    }

    fn journal(n: u32) -> Journal {
        let day = Date::new(2025, 6, 2).unwrap();
        let mut it = Journal::new(Device(7));
        it.add_all((0..n).map(|seq| Record {
            id: RecordId { writer: writer(seq % 2), seq: seq / 2 },
            at: 1_749_641_520_000 + u64::from(seq),
            batch: None,
            body: if seq % 7 == 3 {
                Body::Setting(Setting {
                    key: format!("list/{}", 1000 + seq),
                    value: json!({ "name": "Врачи" }),
                })
            } else {
                Body::Entry(Entry {
                    day,
                    minute: Some(600),
                    what: What::CALL,
                    list: None,
                    reason: None,
                    n: 1 + seq,
                    extra: None,
                })
            },
        }));
        it
    }

    fn unreadable() -> Vec<(String, String)> {
        vec![("callpace/1/x/0".to_owned(), "what \"was\" found\n".to_owned())]
    }

    #[test]
    fn a_backup_reads_back_as_written() {
        for n in [0, 1, 2, 700] {
            let journal = journal(n);
            let file = encode(&journal, &unreadable(), 5);
            let back = decode(file.text.as_bytes()).unwrap();
            assert_eq!(back.records, journal.records().cloned().collect::<Vec<_>>());
            assert_eq!((back.at, back.unreadable), (5, unreadable()));
            assert_eq!(file.records, n as usize);
            assert_eq!(check(file.text.as_bytes(), file.sum, file.records), Check::Whole(n as usize));
        }
    }

    #[test]
    fn a_person_can_read_the_days() {
        let text = encode(&journal(3), &[], 1_749_641_520_000).text;
        assert!(text.contains(r#"{"calls":6,"day":"2025-06-02"}"#), "{text}");
    }

    #[test]
    fn spaces_and_line_breaks_do_not_matter() {
        let file = encode(&journal(300), &unreadable(), 5);
        let value: Value = serde_json::from_str(&file.text).unwrap();
        let pretty = format!("\u{feff}{}", serde_json::to_string_pretty(&value).unwrap());
        assert_eq!(decode(pretty.as_bytes()).unwrap().records.len(), 300);
        // Yet it is not the file that was saved.
        assert_eq!(check(pretty.as_bytes(), file.sum, 300), Check::Another);
    }

    #[test]
    fn what_is_cut_off_or_changed_is_told_and_the_rest_is_given() {
        let journal = journal(1200);
        let file = encode(&journal, &[], 5);
        let mut best = 0;
        for end in (0..file.text.len() - 2).step_by(97) {
            match decode(&file.text.as_bytes()[..end]) {
                Err(BackupError::NotABackup) => assert!(end < 30, "{end}"),
                Err(BackupError::Damaged(it)) => {
                    assert!(it.records.iter().all(|it| journal.get(it.id) == Some(it)));
                    best = best.max(it.records.len());
                }
                other => panic!("{end}: {other:?}"),
            }
        }
        assert!(best >= 1024, "{best}");
        // One digit of one shard: the other shards are whole.
        let changed = file.text.replacen("[0,0,1000", "[0,0,1001", 1);
        if changed != file.text {
            assert!(matches!(decode(changed.as_bytes()), Err(BackupError::Damaged(_))));
        }
        let resealed = file.text.replacen("\"entries\":1200", "\"entries\":1201", 1);
        let Err(BackupError::Damaged(it)) = decode(resealed.as_bytes()) else { panic!("taken") };
        assert_eq!(it.records.len(), 1200);
    }

    #[test]
    fn other_files_and_later_versions_are_told_apart() {
        assert_eq!(decode(b""), Err(BackupError::NotABackup));
        assert_eq!(decode(b"date,calls\n2025-06-02,100\n"), Err(BackupError::NotABackup));
        assert_eq!(decode(b"{\"callpace\":\"counts\",\"version\":1}"), Err(BackupError::NotABackup));
        assert_eq!(decode(b"{\"callpace\":\"backup\",\"version\":2,\"records\":7}"), Err(BackupError::Newer));
        assert!(looks_like(encode(&journal(3), &[], 0).text.as_bytes()));
        assert!(!looks_like(b"date,calls\n"));
    }

    #[test]
    fn what_is_here_already_is_seen() {
        let (here, mut there) = (journal(10), journal(14).records().cloned().collect::<Vec<_>>());
        if let Some(it) = there.first_mut() {
            it.at += 1;
        }
        assert_eq!(compare(&here, &there), Compared { fresh: 4, same: 9, conflicting: 1 });
    }
}
