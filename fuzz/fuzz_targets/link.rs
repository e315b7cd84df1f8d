//! The part of an address after `#`.
//!
//! The law is `address` in `tests/corpus/laws.rs`; the ordinary tests replay `tests/corpus/link`.
#![no_main]
#![expect(dead_code, reason = "a target runs one law of all")]

#[path = "../../tests/corpus/laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| laws::address(bytes));
