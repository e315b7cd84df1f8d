//! A file to import.
//!
//! The law is `import` in `tests/corpus/laws.rs`; the ordinary tests replay `tests/corpus/import`.
#![no_main]
#![expect(dead_code, reason = "a target runs one law of all")]

#[path = "../../tests/corpus/laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| laws::import(bytes));
