//! A text in localStorage.
//!
//! The law is `shard` in `tests/corpus/laws.rs`; the ordinary tests replay `tests/corpus/shard`.
#![no_main]
#![expect(dead_code, reason = "a target runs one law of all")]

#[path = "../../tests/corpus/laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| laws::shard(bytes));
