//! An import in small steps.

use super::date::Calendar;
use super::here::{Comparison, Read};
use super::judge::{Desk, Judge};
use super::order::{Decision, Evidence};
use super::preview::{Labels, Preview, Question, Row, Slim, Summary, Totals, Verdict};
use super::reading::Reading;
use super::role::Role;
use super::table::{SAMPLE, SampleRow, Table, understand};
use super::words::bare;
use super::{Known, Options, Unreadable, hash};
use crate::domain::date::Date;
use crate::exchange::decode::{Decoded, decode_as};
use crate::exchange::sheet::{Found, MAX_ROWS, Place, Records, Separator, check_size, directive};
use rustc_hash::FxHashMap;

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Work done: every byte is passed twice, then every row.
    pub done: usize,
    /// All of it.
    pub total: usize,
}

impl Progress {
    /// Whether [`Importer::finish`] has nothing left to read.
    #[must_use]
    pub const fn is_finished(self) -> bool {
        self.done >= self.total
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Dates,
    Rows,
    Here,
    Done,
}

/// An import at work.
#[derive(Debug)]
pub struct Importer {
    file: Decoded,
    options: Options,
    separator: Separator,
    start: Place,
    table: Table,
    phase: Phase,
    place: Place,
    recoveries: u8,
    /// Records below the header.
    read: usize,
    dates: Reading,
    evidence: Evidence,
    decision: Decision,
    judge: Option<Judge>,
    labels: Labels,
    occurrences: FxHashMap<u64, u32>,
    rows: Vec<Row>,
    /// Hash, occurrence, first entry and zero day of each of `rows`.
    origins: Vec<RowOrigin>,
    planned: Vec<Slim>,
    comparison: Comparison,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct RowOrigin {
    pub(crate) hash: u64,
    pub(crate) occurrence: u32,
    pub(crate) first: usize,
    pub(crate) zero: Option<Date>,
}

impl Importer {
    /// Decodes the file and looks at its first rows.
    ///
    /// # Errors
    ///
    /// As [`Unreadable`] says; every limit is checked before anything is parsed.
    pub fn open(bytes: &[u8], options: &Options) -> Result<Self, Unreadable> {
        let file = decode_as(bytes, options.encoding)?;
        check_size(&file.text)?;
        let (told, start) = directive(&file.text).unwrap_or((None, Place::START));
        let separator = options.separator.or(told);
        let forced = options.roles.is_some();
        let candidates = Separator::ALL.into_iter().filter(|it| separator.is_none_or(|told| told == *it));
        let mut best: Option<(Separator, Table)> = None;
        for it in candidates {
            let found = understand(&sample(&file.text, it, start), forced);
            if let Some(table) = found.filter(|table| best.as_ref().is_none_or(|old| table.fit > old.1.fit)) {
                best = Some((it, table));
            }
        }
        let (separator, mut table) = best.ok_or(Unreadable::NotATable)?;
        if let Some(roles) = &options.roles {
            table.reassign(roles);
        }
        Ok(Self {
            file,
            options: options.clone(),
            separator,
            start,
            table,
            phase: Phase::Dates,
            place: start,
            recoveries: 0,
            read: 0,
            dates: Reading::default(),
            evidence: Evidence::default(),
            decision: Evidence::default().decide(None),
            judge: None,
            labels: Labels::default(),
            occurrences: FxHashMap::default(),
            rows: Vec::new(),
            origins: Vec::new(),
            planned: Vec::new(),
            comparison: Comparison::default(),
        })
    }

    /// Reads at most so many rows on.
    ///
    /// # Errors
    ///
    /// [`Unreadable::TooManyRows`].
    pub fn step(&mut self, rows: usize, known: &dyn Known) -> Result<Progress, Unreadable> {
        match self.phase {
            Phase::Dates => self.see_dates(rows)?,
            Phase::Rows => self.judge_rows(rows, known),
            Phase::Here => self.compare_rows(rows, known),
            Phase::Done => {}
        }
        let length = self.file.text.len();
        let done = match self.phase {
            Phase::Dates => self.place.byte.min(length.saturating_sub(1)),
            Phase::Rows => length + self.place.byte.min(length.saturating_sub(1)),
            Phase::Here => {
                let all = self.rows.len();
                let share = length.saturating_mul(self.comparison.passed(all)) / (2 * all).max(1);
                2 * length + share.min(length.saturating_sub(1))
            }
            Phase::Done => 3 * length,
        };
        Ok(Progress { done, total: 3 * length })
    }

    fn see_dates(&mut self, rows: usize) -> Result<(), Unreadable> {
        let dates: Vec<usize> = (0..self.table.columns.len())
            .filter(|at| matches!(self.table.columns[*at].role, Role::Date | Role::Closed))
            .collect();
        let mut records = Records::from(&self.file.text, self.separator, self.place, self.recoveries);
        for _ in 0..rows.max(1) {
            match records.next() {
                None => {
                    self.decision = self.evidence.decide(self.options.date_order);
                    self.phase = Phase::Rows;
                    (self.place, self.recoveries) = (self.start, 0);
                    return Ok(());
                }
                Some(Found::Record(line, row)) if self.table.is_body(line) => {
                    self.read += 1;
                    for &at in &dates {
                        let text = bare(row.get(at).unwrap_or(""));
                        self.evidence.see(self.dates.of(text), self.options.today);
                    }
                }
                Some(_) => {}
            }
            if self.read > MAX_ROWS {
                return Err(Unreadable::TooManyRows);
            }
        }
        (self.place, self.recoveries) = (records.place(), records.recoveries());
        Ok(())
    }

    fn judge_rows(&mut self, rows: usize, known: &dyn Known) {
        if self.rows.is_empty() && self.start.line > 1 {
            self.rows.push(Row { line: 1, verdict: Verdict::SkipTitle, culprit: None });
            self.origins.push(RowOrigin { hash: 0, occurrence: 0, first: 0, zero: None });
        }
        let year = if let [year] = self.table.title_years[..] { Some(year) } else { None };
        let calendar = Calendar { today: self.options.today, year };
        let (table, counting, order) = (&self.table, self.options.counting, self.decision.order);
        let judge = self.judge.get_or_insert_with(|| Judge::new(table, counting, order, calendar));
        let mut records = Records::from(&self.file.text, self.separator, self.place, self.recoveries);
        for _ in 0..rows.max(1) {
            let Some(found) = records.next() else {
                self.phase = Phase::Here;
                return;
            };
            let first = self.planned.len();
            let mut origin = RowOrigin { hash: 0, occurrence: 0, first, zero: None };
            let (line, verdict, culprit) = match found {
                Found::Record(line, _) if Some(line) == self.table.header_line => continue,
                Found::Record(line, _) | Found::Blank(line) if !self.table.is_body(line) => {
                    (line, Verdict::SkipTitle, None)
                }
                Found::Blank(line) => (line, Verdict::SkipBlank, None),
                Found::Record(line, row) => {
                    let mut desk = Desk { known, labels: &mut self.labels, planned: &mut self.planned };
                    let mut judged = judge.row(row, &mut desk);
                    if judged.verdict == Verdict::Ready && self.options.left_out.contains(&line) {
                        judged.verdict = Verdict::LeftOut;
                        self.planned.truncate(first);
                    }
                    if judged.verdict == Verdict::Ready {
                        origin.hash = hash::row(row);
                        let seen = self.occurrences.entry(origin.hash).or_default();
                        origin.occurrence = *seen;
                        *seen += 1;
                        origin.zero = judged.zero;
                    }
                    (line, judged.verdict, judged.culprit)
                }
            };
            for entry in &mut self.planned[first..] {
                (entry.hash, entry.occurrence) = (origin.hash, origin.occurrence);
            }
            self.rows.push(Row { line, verdict, culprit });
            self.origins.push(origin);
        }
        (self.place, self.recoveries) = (records.place(), records.recoveries());
    }

    fn compare_rows(&mut self, rows: usize, known: &dyn Known) {
        let mut read = Read {
            rows: &mut self.rows,
            origins: &self.origins,
            planned: &self.planned,
            labels: &self.labels,
        };
        if self.comparison.step(rows.max(1), &mut read, known, self.options.other_numbers) {
            self.phase = Phase::Done;
        }
    }

    /// Does what is left, and gives the preview.
    ///
    /// # Errors
    ///
    /// [`Unreadable::TooManyRows`].
    pub fn finish(mut self, known: &dyn Known) -> Result<Preview, Unreadable> {
        while !self.step(10_000, known)?.is_finished() {}
        let fate = self.comparison.fate();
        let mut summary = Summary::default();
        for row in &self.rows {
            summary.read += u32::from(row.verdict != Verdict::SkipTitle);
            match row.verdict {
                Verdict::Ready => summary.ready += 1,
                Verdict::Error(_) => summary.errors += 1,
                Verdict::SkipTitle => {}
                Verdict::SkipBlank | Verdict::SkipTotal => summary.skipped += 1,
                Verdict::AlreadyHere => {
                    summary.skipped += 1;
                    summary.already_here += 1;
                }
                Verdict::LeftOut => {
                    summary.skipped += 1;
                    summary.left_out += 1;
                }
                Verdict::LeftAlone => {
                    summary.skipped += 1;
                    summary.left_alone += 1;
                }
            }
        }
        let mut totals = Totals::default();
        for it in &fate.planned {
            totals.add(it.step, it.origin, u64::from(it.n));
        }
        Ok(Preview {
            encoding: self.file.encoding,
            bom: self.file.bom,
            separator: self.separator,
            date_order: self.decision.known,
            header_row: self.table.header_line,
            layout: self.table.layout,
            columns: self.table.columns,
            questions: if self.decision.ask { vec![Question::DateOrder] } else { Vec::new() },
            rows: self.rows,
            conflict_days: fate.conflict_days,
            worked: fate.worked,
            summary,
            totals,
            planned: fate.planned,
            labels: self.labels,
        })
    }
}

impl Table {
    /// Whether a line stands below the header and the titles.
    fn is_body(&self, line: u32) -> bool {
        self.header_line.map_or(line >= self.first_line, |header| line > header)
    }
}

fn sample(text: &str, separator: Separator, start: Place) -> Vec<SampleRow> {
    let mut records = Records::from(text, separator, start, 0);
    let mut rows = Vec::new();
    // Blank lines are no rows of the sample, yet must not make it endless.
    for _ in 0..SAMPLE * 4 {
        match records.next() {
            None => break,
            Some(Found::Blank(_)) => {}
            Some(Found::Record(line, row)) => {
                let cells: Vec<String> = row.iter().map(|it| bare(it).to_owned()).collect();
                if cells.iter().any(|it| !it.is_empty()) {
                    rows.push((line, cells));
                }
            }
        }
        if rows.len() == SAMPLE {
            break;
        }
    }
    rows
}
