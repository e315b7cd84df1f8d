//! Any text under any key of a shard is read or refused; what is read is written and read as the same.
//!
//! The first byte says which key, and whether the rest is sealed, so that the form is reached
//! behind the checksum. Seeds: `tests/corpus/shard`, where inputs worth keeping are replayed
//! by the ordinary tests.
#![no_main]

use callpace::journal::{
    format::{crc32, decode, encode, first_at, read, salvage, ShardKey},
    record::{Body, Device, Record, Writer},
};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// Callpace writes no fractions, and reads one to within its last digit only.
fn has_fraction(value: &Value) -> bool {
    match value {
        Value::Number(it) => it.is_f64(),
        Value::Array(all) => all.iter().any(has_fraction),
        Value::Object(all) => all.values().any(has_fraction),
        _ => false,
    }
}

fn is_exact(record: &Record) -> bool {
    !matches!(&record.body, Body::Setting(it) if has_fraction(&it.value))
}

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else { return };
    let writer = Writer::new(Device(7), 1);
    let body = String::from_utf8_lossy(rest);
    let name = writer.to_string();
    let sum = crc32(&[name.as_bytes(), b"1", body.as_bytes()]);
    let sealed = format!("1 {sum:08x} {body}");
    let own = if kind & 1 == 0 { sealed.as_str() } else { &body };
    let line = format!("\n{name} {sealed}");
    let outer = crc32(&[name.as_bytes(), b"1", line.as_bytes()]);
    let gathered = if kind & 2 == 0 { format!("1 {outer:08x} {line}") } else { body.clone().into_owned() };
    for (key, text) in [(ShardKey::of(writer, 0), own), (ShardKey::gathered(writer, 0), &gathered)] {
        let (_, _) = (salvage(key, text), first_at(text));
        if let Ok(records) = read(key, text) {
            for run in records.chunk_by(|a, b| a.id.writer == b.id.writer) {
                let again = decode(run[0].id.writer, &encode(run)).expect("what was written is read");
                assert_eq!(again.len(), run.len());
                for (again, record) in again.iter().zip(run).filter(|it| is_exact(it.1)) {
                    assert_eq!(again, record);
                }
            }
        }
    }
});
