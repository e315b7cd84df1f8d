//! Bytes of any file.
//!
//! The law is `decode` in `tests/corpus/laws.rs`; the ordinary tests replay `tests/corpus/decode`.
#![no_main]
#![expect(dead_code, reason = "a target runs one law of all")]

#[path = "../../tests/corpus/laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| laws::decode(bytes));
