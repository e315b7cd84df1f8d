//! The one door to the clock.

use crate::app::moment::Moment;

/// What the clock says now, in the browser's own zone.
#[must_use]
pub fn now(day_start: u16) -> Moment {
    moment(&js_sys::Date::new_0(), day_start)
}

fn moment(date: &js_sys::Date, day_start: u16) -> Moment {
    let utc = date.get_time();
    // Positive west of Greenwich.
    let offset = date.get_timezone_offset() * 60_000.0;
    Moment::new(whole(utc).unsigned_abs(), whole(utc - offset), day_start)
}

/// What the clock said at an instant, UTC milliseconds.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "milliseconds are far below 2^53")]
pub fn at(utc: u64, day_start: u16) -> Moment {
    moment(&js_sys::Date::new(&(utc as f64).into()), day_start)
}

/// Milliseconds since 1970, to tell how long something takes.
#[must_use]
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}

/// Milliseconds are whole and far below 2^53.
#[expect(clippy::cast_possible_truncation, reason = "a date of JavaScript is below 8.64e15")]
const fn whole(ms: f64) -> i64 {
    ms as i64
}

/// 64 random bits; 0 if the browser gives none.
#[must_use]
pub fn random() -> u64 {
    getrandom::u64().unwrap_or_else(|_| whole(js_sys::Math::random() * 9e15).unsigned_abs())
}
