//! What all of these tests need.

use callpace::domain::date::Date;
use callpace::exchange::import::{Fresh, Options, Preview, preview};

/// The day on which all tests take place: the last of the article's ten days.
pub(crate) fn today() -> Date {
    Date::new(2025, 6, 11).unwrap()
}

pub(crate) fn options() -> Options {
    Options::new(today())
}

/// What the importer would do with a text in an empty log.
pub(crate) fn read(text: &str) -> Preview {
    preview(text.as_bytes(), &options(), &Fresh).unwrap()
}
