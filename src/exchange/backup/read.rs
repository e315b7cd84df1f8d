//! Reading a backup, and what is still whole of a damaged one.

use super::{Backup, BackupError, MARK, MAX_BYTES, VERSION, checksum};
use crate::journal::{format, record::Writer};
use serde::Deserialize;

#[derive(Deserialize)]
struct Raw {
    callpace: String,
    version: u32,
    #[serde(default)]
    checksum: String,
    #[serde(default)]
    at: u64,
    #[serde(default)]
    entries: usize,
    #[serde(default)]
    records: Vec<(String, String)>,
    #[serde(default)]
    unreadable: Vec<(String, String)>,
}

/// The version alone: a later one may hold anything else.
#[derive(Deserialize)]
struct Head {
    callpace: String,
    version: u32,
}

/// Reads a backup of any version up to this one.
///
/// # Errors
///
/// As [`BackupError`] says; a damaged file gives what is still whole of it.
pub fn decode(bytes: &[u8]) -> Result<Backup, BackupError> {
    if bytes.len() > MAX_BYTES {
        return Err(BackupError::NotABackup);
    }
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let head: Result<Head, _> = serde_json::from_str(text);
    match head {
        Ok(it) if it.callpace != "backup" => return Err(BackupError::NotABackup),
        Ok(it) if it.version > VERSION => return Err(BackupError::Newer),
        Ok(_) => {}
        Err(_) if is_marked(text) => return Err(BackupError::Damaged(Box::new(salvage(text)))),
        Err(_) => return Err(BackupError::NotABackup),
    }
    let Ok(raw) = serde_json::from_str::<Raw>(text) else {
        return Err(BackupError::Damaged(Box::new(salvage(text))));
    };
    read(&raw).ok_or_else(|| BackupError::Damaged(Box::new(whole_of(&raw.records, raw.at))))
}

/// Whether a text that is no JSON was a backup once.
pub(super) fn is_marked(text: &str) -> bool {
    let start: String = text.chars().take(200).filter(|it| !it.is_whitespace()).collect();
    start.contains(MARK)
}

fn read(raw: &Raw) -> Option<Backup> {
    debug_assert_eq!(raw.callpace, "backup");
    let sum = checksum(raw.at, raw.entries, &raw.records, &raw.unreadable);
    if raw.version != VERSION || raw.checksum != format!("{sum:08x}") {
        return None;
    }
    let mut records = Vec::with_capacity(raw.entries.min(1 << 20));
    for (writer, text) in &raw.records {
        records.extend(format::decode(Writer::parse(writer)?, text).ok()?);
    }
    (records.len() == raw.entries).then(|| Backup { at: raw.at, records, unreadable: raw.unreadable.clone() })
}

/// The shards that are still whole: each has a checksum of its own.
fn whole_of(shards: &[(String, String)], at: u64) -> Backup {
    let records = shards
        .iter()
        .filter_map(|(writer, text)| format::decode(Writer::parse(writer)?, text).ok())
        .flatten()
        .collect();
    Backup { at, records, unreadable: Vec::new() }
}

/// The same of a text that is no JSON any more: line by line.
fn salvage(text: &str) -> Backup {
    let lines = text.lines().filter_map(|it| serde_json::from_str(it.trim().trim_end_matches(',')).ok());
    whole_of(&lines.collect::<Vec<_>>(), 0)
}
