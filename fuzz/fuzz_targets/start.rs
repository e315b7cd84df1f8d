//! All that localStorage holds at the start of a page.
//!
//! The law is `journal` in `tests/corpus/laws.rs`; the ordinary tests replay `tests/corpus/start`.
#![no_main]
#![expect(dead_code, reason = "a target runs one law of all")]

#[path = "../../tests/corpus/laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| laws::journal(bytes));
