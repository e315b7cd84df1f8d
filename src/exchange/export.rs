//! Counts to CSV: a tidy table for data tools, and the wide one people keep.
//!
//! No single CSV opens as columns in every Excel: it splits at the list
//! separator of its locale, `sep=` makes some versions forget that it is UTF-8, and
//! what all locales open (UTF-16 with tabs) is read by neither pandas nor
//! `DuckDB` without being told. Hence a [`Dialect`], to be taken from the
//! language of the app, and a byte order mark, without which Excel reads UTF-8
//! as the code page of the machine.

use crate::domain::date::Date;
use crate::domain::step::{Id, Origin, Step};
use std::borrow::Cow;
use std::fmt::Write;

/// What stands between cells, and before decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// `,` and `1234.56`: Excel in English, and the default of data tools.
    #[default]
    Comma,
    /// `;` and `1234,56`: Excel in Russian.
    Semicolon,
}

impl Dialect {
    const fn separator(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
        }
    }

    const fn decimal(self) -> char {
        match self {
            Self::Comma => '.',
            Self::Semicolon => ',',
        }
    }
}

/// One count of the tidy table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TidyRow<'n> {
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
    /// How many.
    pub n: u64,
    /// Money of these sales together, in minor units.
    pub amount: Option<u64>,
}

/// The columns of the tidy table, in their order; never translated, so that a
/// script reads any export.
pub const TIDY_HEADER: [&str; 7] = ["date", "step", "origin", "list", "reason", "count", "amount"];

/// The largest count that one row of an import may have.
const MAX_ROW: u64 = super::import::number::MAX_COUNT as u64;

/// A row per day, step, origin, list and reason.
///
/// `worked` are the days with nothing counted on which the seller worked: a
/// row of no calls each. `own_step` names own steps. Counts over 100,000 are
/// split over several rows, so that the file can be imported again.
///
/// # Examples
///
/// ```
/// use callpace::domain::{date::Date, step::{Origin, Step}};
/// use callpace::exchange::export::{Dialect, TidyRow, tidy};
///
/// let day = Date::new(2025, 6, 2).unwrap();
/// let row = TidyRow { day, step: Step::Call, origin: Origin::Cold, list: Some("Dentists"), reason: None, n: 60, amount: None };
/// let text = tidy(&[row], &[], |_| None, Dialect::Comma);
/// assert!(text.ends_with("date,step,origin,list,reason,count,amount\r\n2025-06-02,call,cold,Dentists,,60,\r\n"));
/// ```
#[must_use]
pub fn tidy<'n>(
    rows: &[TidyRow<'n>],
    worked: &[Date],
    own_step: impl Fn(Id) -> Option<&'n str>,
    dialect: Dialect,
) -> String {
    let mut sheet = Sheet::new(dialect);
    sheet.row(TIDY_HEADER.into_iter().map(Cow::Borrowed));
    let none = worked.iter().map(|day| TidyRow {
        day: *day,
        step: Step::Call,
        origin: Origin::Cold,
        list: None,
        reason: None,
        n: 0,
        amount: None,
    });
    for it in rows.iter().cloned().chain(none) {
        let step = match it.step {
            Step::Call => Cow::Borrowed("call"),
            Step::Presentation => Cow::Borrowed("presentation"),
            Step::Sale => Cow::Borrowed("sale"),
            Step::Own(id) => own_step(id).map_or_else(|| Cow::Owned(format!("step {}", id.0)), neutralised),
        };
        let origin = match it.origin {
            Origin::Cold => "cold",
            Origin::Inbound => "inbound",
        };
        let mut left = it.n;
        let mut amount = it.amount;
        loop {
            let n = left.min(MAX_ROW);
            left -= n;
            let money = amount.take().map_or_else(String::new, |it| dialect.money(it));
            sheet.row(
                [
                    Cow::Owned(it.day.to_string()),
                    step.clone(),
                    Cow::Borrowed(origin),
                    neutralised(it.list.unwrap_or("")),
                    neutralised(it.reason.unwrap_or("")),
                    Cow::Owned(n.to_string()),
                    Cow::Owned(money),
                ]
                .into_iter(),
            );
            if left == 0 {
                break;
            }
        }
    }
    sheet.text
}

/// Headers of the wide table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WideHeader(pub [&'static str; 6]);

impl WideHeader {
    /// Read back by the importer, as is the Russian one.
    pub const ENGLISH: Self =
        Self(["Date", "Calls", "Presentations", "Sales", "Inbound presentations", "Inbound sales"]);
    /// As people name these columns.
    pub const RUSSIAN: Self =
        Self(["Дата", "Звонки", "Презентации", "Сделки", "Входящие презентации", "Входящие сделки"]);
}

/// The counts of one day, in the order of [`WideHeader`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WideDay {
    /// The day.
    pub day: Date,
    /// Calls, presentations, sales, inbound presentations, inbound sales;
    /// `None` where nothing was recorded, which is not the same as zero.
    pub counts: Option<[u64; 5]>,
}

/// A row per day, with the five counts of the funnel.
#[must_use]
pub fn wide(days: &[WideDay], header: WideHeader, dialect: Dialect) -> String {
    let mut sheet = Sheet::new(dialect);
    sheet.row(header.0.into_iter().map(Cow::Borrowed));
    for it in days {
        let day = Cow::Owned(it.day.to_string());
        let counts =
            (0..5).map(|at| it.counts.map_or(Cow::Borrowed(""), |counts| Cow::Owned(counts[at].to_string())));
        sheet.row(std::iter::once(day).chain(counts));
    }
    sheet.text
}

impl Dialect {
    fn money(self, minor: u64) -> String {
        format!("{}{}{:02}", minor / 100, self.decimal(), minor % 100)
    }
}

struct Sheet {
    text: String,
    dialect: Dialect,
}

impl Sheet {
    fn new(dialect: Dialect) -> Self {
        Self { text: "\u{FEFF}".to_owned(), dialect }
    }

    fn row<'c>(&mut self, cells: impl Iterator<Item = Cow<'c, str>>) {
        let separator = self.dialect.separator();
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                self.text.push(separator);
            }
            let quoted = cell.contains([separator, '"', '\n', '\r', '\t', ',', ';']);
            let written = if quoted {
                write!(self.text, "\"{}\"", cell.replace('"', "\"\""))
            } else {
                self.text.write_str(&cell)
            };
            debug_assert!(written.is_ok(), "a String takes everything");
        }
        self.text.push_str("\r\n");
    }
}

/// Characters at which a spreadsheet takes a cell for a formula, and the
/// apostrophe that keeps it from doing so.
///
/// # Source
///
/// OWASP, "CSV Injection", which also names the full-width forms.
const RISKY: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠'];

/// A name that no spreadsheet runs: an apostrophe before what looks like a
/// formula, and before an apostrophe, so that [`restored`] is exact.
pub(super) fn neutralised(name: &str) -> Cow<'_, str> {
    if name.starts_with(RISKY) { Cow::Owned(format!("'{name}")) } else { Cow::Borrowed(name) }
}

/// A name as it was before [`neutralised`].
pub(crate) fn restored(name: &str) -> &str {
    name.strip_prefix('\'').filter(|it| it.starts_with(RISKY)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_neutralised_and_come_back() {
        for name in ["=1+1", "+7 921", "-", "@SUM(A1)", "'=x", "''", "'tis", "＝1", "Dentists", ""] {
            let safe = neutralised(name);
            assert!(!safe.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}");
            assert_eq!(restored(&safe), name);
        }
    }
}
