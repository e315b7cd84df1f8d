//! A preview as JSON: the contract of `cargo xtask import`, and what the
//! golden files of the tests hold.

use super::date::DateOrder;
use super::preview::{Layout, Preview, Question, Reason, Verdict};
use super::role::Role;
use crate::exchange::decode::Encoding;
use crate::exchange::sheet::Separator;
use serde::Serialize;

/// The names that rows have in the report.
impl Verdict {
    /// `ready`, `skip_blank`, …
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::SkipBlank => "skip_blank",
            Self::SkipTotal => "skip_total",
            Self::SkipTitle => "skip_title",
            Self::AlreadyHere => "already_here",
            Self::LeftAlone => "left_alone",
            Self::LeftOut => "left_out",
            Self::Error(_) => "error",
        }
    }

    /// Why, for an error.
    #[must_use]
    pub const fn reason(self) -> Option<Reason> {
        if let Self::Error(reason) = self { Some(reason) } else { None }
    }
}

impl Reason {
    /// `no_such_date`, …
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoSuchDate => "no_such_date",
            Self::NotANumber => "not_a_number",
            Self::Negative => "negative",
            Self::Fraction => "fraction",
            Self::TooLarge => "too_large",
            Self::Future => "future",
            Self::Before2000 => "before_2000",
            Self::MissingDate => "missing_date",
            Self::UnknownStep => "unknown_step",
            Self::TooManyCells => "too_many_cells",
        }
    }
}

#[derive(Serialize)]
struct Report<'p> {
    encoding: Encoding,
    bom: bool,
    separator: Separator,
    date_order: Option<DateOrder>,
    header_row: Option<u32>,
    layout: &'static str,
    columns: Vec<ColumnLine<'p>>,
    questions: Vec<&'static str>,
    rows: Vec<RowLine>,
    summary: SummaryLine,
    totals: TotalsLine,
}

#[derive(Serialize)]
struct ColumnLine<'p> {
    index: usize,
    header: &'p str,
    role: Role,
}

#[derive(Serialize)]
struct RowLine {
    row: u32,
    verdict: &'static str,
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct SummaryLine {
    read: u32,
    ready: u32,
    skipped: u32,
    errors: u32,
}

#[derive(Serialize)]
struct TotalsLine {
    call: Cold,
    presentation: Both,
    sale: Both,
}

#[derive(Serialize)]
struct Cold {
    cold: u64,
}

#[derive(Serialize)]
struct Both {
    cold: u64,
    inbound: u64,
}

/// The preview as JSON on one line.
///
/// # Examples
///
/// ```
/// use callpace::domain::date::Date;
/// use callpace::exchange::import::{Fresh, Options, preview, report};
///
/// let options = Options::new(Date::parse_iso("2025-06-11").unwrap());
/// let found = preview(b"date,calls\n2025-06-02,100\n", &options, &Fresh).unwrap();
/// assert!(report::json(&found).contains(r#""call":{"cold":100}"#));
/// ```
#[must_use]
pub fn json(preview: &Preview) -> String {
    let totals = &preview.totals;
    let report = Report {
        encoding: preview.encoding,
        bom: preview.bom,
        separator: preview.separator,
        date_order: preview.date_order,
        header_row: preview.header_row,
        layout: match preview.layout {
            Layout::Wide => "wide",
            Layout::Long => "long",
            Layout::Records => "records",
        },
        columns: preview
            .columns
            .iter()
            .enumerate()
            .map(|(index, it)| ColumnLine { index, header: &it.header, role: it.role })
            .collect(),
        questions: preview
            .questions
            .iter()
            .map(|it| match it {
                Question::DateOrder => "date_order",
            })
            .collect(),
        rows: preview
            .rows
            .iter()
            .map(|it| RowLine {
                row: it.line,
                verdict: it.verdict.name(),
                reason: it.verdict.reason().map(Reason::name),
            })
            .collect(),
        summary: SummaryLine {
            read: preview.summary.read,
            ready: preview.summary.ready,
            skipped: preview.summary.skipped,
            errors: preview.summary.errors,
        },
        totals: TotalsLine {
            call: Cold { cold: totals.calls },
            presentation: Both { cold: totals.presentations, inbound: totals.inbound_presentations },
            sale: Both { cold: totals.sales, inbound: totals.inbound_sales },
        },
    };
    // Plain structs of numbers and strings always serialise.
    serde_json::to_string(&report).unwrap_or_default()
}
