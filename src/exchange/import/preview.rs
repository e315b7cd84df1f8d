//! What an import would do, row by row; nothing is recorded before a person
//! has seen it.

use super::date::DateOrder;
use super::role::Role;
use crate::domain::date::Date;
use crate::domain::step::{Origin, Step};
use crate::exchange::decode::Encoding;
use crate::exchange::sheet::Separator;

/// Why a row cannot be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Not a date, or one that does not exist.
    NoSuchDate,
    /// Not a number.
    NotANumber,
    /// Less than nothing.
    Negative,
    /// Not a whole number.
    Fraction,
    /// Over 100,000, an amount over 10^10, or a name over 60 characters.
    TooLarge,
    /// After today.
    Future,
    /// Before 2000-01-01.
    Before2000,
    /// No date in the row.
    MissingDate,
    /// A step that is not known, or a call by a prospect who came by themselves.
    UnknownStep,
    /// More cells than there are columns.
    TooManyCells,
}

/// What happens with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Will be recorded.
    Ready,
    /// Nothing to record in it.
    SkipBlank,
    /// Sums, averages or goals.
    SkipTotal,
    /// Stands above the header, or repeats it.
    SkipTitle,
    /// Was imported before, or the log has the same count.
    AlreadyHere,
    /// The log has other numbers for that day, which are left alone.
    LeftAlone,
    /// A person has left it out.
    LeftOut,
    /// Cannot be imported.
    Error(Reason),
}

/// How rows become counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// A row a day, a column a step.
    Wide,
    /// A row a day and step, with a column of counts.
    Long,
    /// A row a call, meeting or deal; they are counted up.
    Records,
}

/// What only a person can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// Is 03/04 3 April or March 4?
    DateOrder,
}

/// A column as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header; empty where there is none.
    pub header: String,
    /// What it holds.
    pub role: Role,
}

/// The cell that made a row an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Culprit {
    /// Index of the column.
    pub column: usize,
    /// The cell, at most 60 characters of it.
    pub text: String,
}

/// One row of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line on which it begins, from 1.
    pub line: u32,
    /// What happens with it.
    pub verdict: Verdict,
    /// The cell at fault, for errors.
    pub culprit: Option<Box<Culprit>>,
}

/// How many rows meet which fate; titles and header are in none of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// All rows below the header.
    pub read: u32,
    /// Rows that will be recorded.
    pub ready: u32,
    /// Blank, sums, already here, left alone.
    pub skipped: u32,
    /// Rows that cannot be imported.
    pub errors: u32,
    /// Of the skipped: already here.
    pub already_here: u32,
    /// Of the skipped: left alone, the log having other numbers for that day.
    pub left_alone: u32,
    /// Of the skipped: left out by a person.
    pub left_out: u32,
}

/// Sums over ready rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Cold calls.
    pub calls: u64,
    /// Presentations from cold calls.
    pub presentations: u64,
    /// Presentations to prospects who came by themselves.
    pub inbound_presentations: u64,
    /// Sales from cold calls.
    pub sales: u64,
    /// Sales to prospects who came by themselves.
    pub inbound_sales: u64,
    /// All own steps together.
    pub own: u64,
}

impl Totals {
    pub(crate) const fn add(&mut self, step: Step, origin: Origin, n: u64) {
        let sum = match (step, origin) {
            (Step::Call, _) => &mut self.calls,
            (Step::Presentation, Origin::Cold) => &mut self.presentations,
            (Step::Presentation, Origin::Inbound) => &mut self.inbound_presentations,
            (Step::Sale, Origin::Cold) => &mut self.sales,
            (Step::Sale, Origin::Inbound) => &mut self.inbound_sales,
            (Step::Own(_), _) => &mut self.own,
        };
        *sum = sum.saturating_add(n);
    }
}

/// A hash of the normalised cells of a file row: the same row gives the same
/// hash in any encoding and with any separator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowHash(pub u64);

/// One count that the import would record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The day it counts for.
    pub day: Date,
    /// Minute of the day, where one record of the file has a time of its own.
    pub minute: Option<u16>,
    /// What was counted.
    pub step: Step,
    /// Inbound never goes with a call.
    pub origin: Origin,
    /// Name of the lead list.
    pub list: Option<String>,
    /// Name of the reason.
    pub reason: Option<String>,
    /// 1 to 100,000.
    pub n: u32,
    /// Minor units, sales only; of all `n` together.
    pub amount: Option<u64>,
    /// The file row it comes from, and how many equal rows stand above it.
    pub row: (RowHash, u32),
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Told by the file or guessed.
    pub encoding: Encoding,
    /// Whether the file begins with a byte order mark.
    pub bom: bool,
    /// Guessed, unless the file or a person told it.
    pub separator: Separator,
    /// How the dates are written; `None` where nothing tells.
    pub date_order: Option<DateOrder>,
    /// The line of the header, from 1.
    pub header_row: Option<u32>,
    /// How rows become counts.
    pub layout: Layout,
    /// All columns, from the left.
    pub columns: Vec<Column>,
    /// What has to be asked before anything is recorded.
    pub questions: Vec<Question>,
    /// Every row but the header, in the order of the file.
    pub rows: Vec<Row>,
    /// Days for which the log has other numbers than the file.
    pub conflict_days: u32,
    /// Days with a written zero and nothing to count: worked, and none.
    pub worked: Vec<Date>,
    /// How many rows meet which fate.
    pub summary: Summary,
    /// Sums over ready rows.
    pub totals: Totals,
    pub(crate) planned: Vec<Slim>,
    pub(crate) labels: Labels,
}

impl Preview {
    /// What would be recorded, in the order of the file.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = Planned> + '_ {
        self.planned.iter().map(|it| Planned {
            day: it.day,
            minute: it.minute,
            step: it.step,
            origin: it.origin,
            list: self.labels.name(it.list),
            reason: self.labels.name(it.reason),
            n: it.n,
            amount: it.amount,
            row: (RowHash(it.hash), it.occurrence),
        })
    }
}

/// [`Planned`] with its names in a table, since 200,000 rows share a few.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slim {
    pub(crate) day: Date,
    pub(crate) minute: Option<u16>,
    pub(crate) step: Step,
    pub(crate) origin: Origin,
    pub(crate) list: Label,
    pub(crate) reason: Label,
    pub(crate) n: u32,
    pub(crate) amount: Option<u64>,
    pub(crate) hash: u64,
    pub(crate) occurrence: u32,
}

/// A name in [`Labels`], or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Label(u32);

impl Label {
    pub(crate) const NONE: Self = Self(0);
}

/// Names met in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Labels {
    names: Vec<String>,
    index: std::collections::HashMap<String, u32>,
}

impl Labels {
    pub(crate) fn label(&mut self, name: &str) -> Label {
        if name.is_empty() {
            return Label::NONE;
        }
        if let Some(found) = self.index.get(name) {
            return Label(*found);
        }
        self.names.push(name.to_owned());
        let number = u32::try_from(self.names.len()).unwrap_or(0);
        self.index.insert(name.to_owned(), number);
        Label(number)
    }

    pub(crate) fn get(&self, label: Label) -> Option<&str> {
        let index = usize::try_from(label.0).ok()?.checked_sub(1)?;
        self.names.get(index).map(String::as_str)
    }

    fn name(&self, label: Label) -> Option<String> {
        self.get(label).map(str::to_owned)
    }
}
