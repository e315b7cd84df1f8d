//! The day that a measurement is of.

use crate::shell::Failure;
use callpace::domain::date::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// Today in UTC, which is where the browser is.
pub(crate) fn today() -> Result<Date, Failure> {
    let since =
        SystemTime::now().duration_since(UNIX_EPOCH).map_err(|error| Failure::new(error.to_string()))?;
    let day = i32::try_from(since.as_secs() / 86_400).ok().and_then(Date::from_number);
    day.ok_or_else(|| Failure::new("the clock is wrong"))
}
