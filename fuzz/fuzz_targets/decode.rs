//! Any bytes are text or refused; what is text has been decoded within bounds.
#![no_main]

use callpace::exchange::decode::decode;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(found) = decode(bytes) {
        // One byte becomes at most one character, of at most three bytes.
        assert!(found.text.len() <= bytes.len() * 3);
    }
});
