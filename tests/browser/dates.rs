//! Civil dates are the same in wasm as natively.

use callpace::domain::date::{Date, Weekday};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn known_days() {
    for (number, text, weekday) in [
        (0, "1970-01-01", Weekday::Thursday),
        (19_782, "2024-02-29", Weekday::Thursday),
        (20_250, "2025-06-11", Weekday::Wednesday),
        (-719_162, "0001-01-01", Weekday::Monday),
        (2_932_896, "9999-12-31", Weekday::Friday),
    ] {
        let date = Date::parse_iso(text).expect("a date");
        assert_eq!((date.number(), date.weekday()), (number, weekday), "{text}");
        assert_eq!(Date::from_number(number).expect("a date").to_string(), text);
    }
}

#[wasm_bindgen_test]
fn days_that_do_not_exist() {
    for text in ["2025-02-29", "2025-02-31", "0000-01-01", "2025-13-01", "2025-6-1"] {
        assert_eq!(Date::parse_iso(text), None, "{text}");
    }
}
