//! Cells of a row.

use crate::exchange::decode::trimmed;
use crate::exchange::export::restored;
use crate::exchange::import::words::{bare, tidy};
use crate::journal::settings::MAX_NAME;
use csv::StringRecord;

/// The text of a cell; empty where the row is too short.
pub(super) fn cell(row: &StringRecord, column: Option<usize>) -> &str {
    bare(column.and_then(|it| row.get(it)).unwrap_or(""))
}

pub(super) fn blank(row: &StringRecord, column: usize) -> bool {
    cell(row, Some(column)).is_empty()
}

/// The cells that hold anything.
pub(super) fn filled(row: &StringRecord) -> impl Iterator<Item = &str> {
    row.iter().filter(|it| !trimmed(it).is_empty())
}

/// A name out of the free text of a CRM, cut to what fits.
pub(super) fn shortened(text: &str) -> String {
    let name = tidy(text);
    let name = restored(&name);
    if name.chars().nth(MAX_NAME).is_none() {
        return name.to_owned();
    }
    let cut: String = name.chars().take(MAX_NAME - 1).collect();
    cut.trim_end().to_owned() + "…"
}
