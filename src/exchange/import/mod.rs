//! From a spreadsheet, a CRM export or pasted cells to what would be recorded.
//!
//! [`Importer`] works in small steps, so that a page can show progress and
//! cancel; nothing is recorded here. It knows the log only through [`Known`].
//!
//! Order of work: decode, guess the separator, find header and columns in the
//! first rows (`table`); see all dates of the file, since the order of day and
//! month is decided for the whole column (`order`); judge row after row
//! (`judge`); then see what the log has already (`here`).

pub mod number;
pub mod preview;
pub mod report;
pub mod role;

mod columns;
mod date;
mod hash;
mod header;
mod here;
mod importer;
mod judge;
mod order;
mod reading;
mod stage;
mod table;
mod words;

pub use date::DateOrder;
pub use importer::{Importer, Progress};
pub use preview::{Planned, Preview, Reason, RowHash, Verdict};
pub use role::Role;

use crate::domain::date::Date;
use crate::domain::step::{Origin, Step};
use crate::exchange::decode::Encoding;
use crate::exchange::sheet::Separator;
use std::collections::BTreeSet;

/// Why a file cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unreadable {
    /// Nothing but white space.
    Empty,
    /// Over [`crate::exchange::decode::MAX_BYTES`].
    TooLarge,
    /// Over [`crate::exchange::sheet::MAX_ROWS`].
    TooManyRows,
    /// More cells in a row than a spreadsheet has columns.
    TooManyColumns,
    /// A file of Excel or `LibreOffice` itself: to be saved as CSV first.
    Workbook,
    /// Not text.
    NotText,
    /// Text without a column of dates or counts.
    NotATable,
}

/// One count of the log: a day, step, origin, list and reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell<'n> {
    /// The day it counts for.
    pub day: Date,
    /// What was counted.
    pub step: Step,
    /// Who made the first move.
    pub origin: Origin,
    /// Name of the list.
    pub list: Option<&'n str>,
    /// Name of the reason.
    pub reason: Option<&'n str>,
}

/// What the log knows already.
pub trait Known {
    /// Whether this file row, the so-manieth of equal ones (from 0), was
    /// imported and not undone.
    fn seen(&self, row: RowHash, occurrence: u32) -> bool;
    /// The log's count.
    fn count(&self, cell: &Cell<'_>) -> u64;
    /// Everything counted on a day: all steps, origins, lists and reasons.
    fn day_total(&self, day: Date) -> u64;
    /// Whether a day is marked as worked, or has counts.
    fn worked(&self, day: Date) -> bool;
    /// An own step by the name the seller gave it.
    fn step_by_name(&self, name: &str) -> Option<Step>;
}

/// A log in which nothing is recorded.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fresh;

impl Known for Fresh {
    fn seen(&self, _: RowHash, _: u32) -> bool {
        false
    }
    fn count(&self, _: &Cell<'_>) -> u64 {
        0
    }
    fn day_total(&self, _: Date) -> u64 {
        0
    }
    fn worked(&self, _: Date) -> bool {
        false
    }
    fn step_by_name(&self, _: &str) -> Option<Step> {
        None
    }
}

/// What happens with days for which the log has other numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OtherNumbers {
    /// They stay as they are.
    #[default]
    LeaveAlone,
    /// The file is added to them.
    Add,
}

/// How deals are counted up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counting {
    /// A won deal is a call, a presentation and a sale: the funnel.
    #[default]
    EveryStepReached,
    /// A deal counts once, where it stands now.
    WhereItStands,
}

/// What a person has said about the file; everything else is guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The last day that is not in the future.
    pub today: Date,
    /// The answer to [`preview::Question::DateOrder`].
    pub date_order: Option<DateOrder>,
    /// How characters are written as bytes.
    pub encoding: Option<Encoding>,
    /// What stands between cells.
    pub separator: Option<Separator>,
    /// What each column holds, from the left; missing ones are ignored.
    pub roles: Option<Vec<Role>>,
    /// What happens with days for which the log has other numbers.
    pub other_numbers: OtherNumbers,
    /// How deals are counted up.
    pub counting: Counting,
    /// Lines of rows that shall not be imported, though they could be.
    pub left_out: BTreeSet<u32>,
}

impl Options {
    /// Nothing said yet.
    #[must_use]
    pub const fn new(today: Date) -> Self {
        Self {
            today,
            date_order: None,
            encoding: None,
            separator: None,
            roles: None,
            other_numbers: OtherNumbers::LeaveAlone,
            counting: Counting::EveryStepReached,
            left_out: BTreeSet::new(),
        }
    }
}

/// The whole import at once, for files of a moment.
///
/// # Errors
///
/// As [`Unreadable`] says.
pub fn preview(bytes: &[u8], options: &Options, known: &dyn Known) -> Result<Preview, Unreadable> {
    Importer::open(bytes, options)?.finish(known)
}
