//! Any text under any key of a shard is read or refused; what is read is written and read as the same.
//!
//! The first byte says which key, and whether the rest is sealed, so that the form is reached
//! behind the checksum. Seeds: `tests/corpus/shard`, where inputs worth keeping are replayed
//! by the ordinary tests.
#![no_main]

use callpace::journal::{
    format::{crc32, decode, encode, first_at, read, salvage, ShardKey},
    record::{Device, Writer},
};
use libfuzzer_sys::fuzz_target;

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
                assert_eq!(decode(run[0].id.writer, &encode(run)).as_deref(), Ok(run));
            }
        }
    }
});
