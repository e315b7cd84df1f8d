//! Any text is a share link or refused; what is read is written the same.
#![no_main]

use callpace::exchange::link::{decode, encode};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for link in [text.to_owned(), format!("#/shared?{text}")] {
        if let Ok(shared) = decode(&link) {
            assert_eq!(decode(&encode(&shared)), Ok(shared));
        }
    }
});
