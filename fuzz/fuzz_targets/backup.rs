//! A file to restore.
//!
//! The law is `whole_journal` in `tests/corpus/laws.rs`; the ordinary tests replay `tests/corpus/backup`.
#![no_main]
#![expect(dead_code, reason = "a target runs one law of all")]

#[path = "../../tests/corpus/laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| laws::whole_journal(bytes));
