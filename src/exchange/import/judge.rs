//! One row after another: what it would record, or why nothing.

use super::date::{Calendar, DateOrder, Parts, Written};
use super::number::{amount, count};
use super::preview::{Culprit, Label, Labels, Layout, Reason, Slim, Verdict};
use super::role::Role;
use super::table::Table;
use super::words::{Reach, Stage, any, is_summary, origin, stage, tidy, tokens};
use super::{Counting, Known};
use crate::domain::date::Date;
use crate::domain::step::{Origin, Step};
use crate::exchange::decode::is_space;
use crate::exchange::export::restored;
use csv::StringRecord;
use std::collections::HashMap;

/// The longest name of a list or reason, in characters.
const MAX_NAME: usize = 60;

/// Distinct stages remembered; a column of free text must not fill memory.
const MAX_STAGES: usize = 4096;

/// What became of a row.
pub(crate) struct Judged {
    pub(crate) verdict: Verdict,
    pub(crate) culprit: Option<Box<Culprit>>,
    /// The day of a written zero, when the row has nothing else.
    pub(crate) zero: Option<Date>,
}

/// Reads rows of one table.
#[derive(Debug)]
pub(crate) struct Judge {
    layout: Layout,
    /// Rows are deals, counted for every step they have reached.
    deals: bool,
    order: DateOrder,
    calendar: Calendar,
    width: usize,
    headers: Vec<String>,
    date: Option<usize>,
    closed: Option<usize>,
    steps: Vec<usize>,
    counts: Vec<(usize, Step, Origin)>,
    count: Option<usize>,
    origin: Option<usize>,
    list: Option<usize>,
    reason: Option<usize>,
    amount: Option<usize>,
    stages: HashMap<String, Option<Stage>>,
}

type Fault = (Reason, Option<usize>);

impl Judge {
    pub(crate) fn new(table: &Table, counting: Counting, order: DateOrder, calendar: Calendar) -> Self {
        let at = |role: Role| table.columns.iter().position(|it| it.role == role);
        let all = |role: Role| {
            let columns = table.columns.iter().enumerate();
            columns.filter(move |(_, it)| it.role == role).map(|(at, _)| at)
        };
        let step_count = |role: Role, step: Step, origin: Origin| all(role).map(move |at| (at, step, origin));
        let mut counts: Vec<(usize, Step, Origin)> = step_count(Role::Calls, Step::Call, Origin::Cold)
            .chain(step_count(Role::Presentations, Step::Presentation, Origin::Cold))
            .chain(step_count(Role::Sales, Step::Sale, Origin::Cold))
            .chain(step_count(Role::InboundPresentations, Step::Presentation, Origin::Inbound))
            .chain(step_count(Role::InboundSales, Step::Sale, Origin::Inbound))
            .collect();
        counts.sort_by_key(|it| it.0);
        Self {
            layout: table.layout,
            deals: table.deals && counting == Counting::EveryStepReached,
            order,
            calendar,
            width: table.columns.len(),
            headers: table.columns.iter().map(|it| tidy(&it.header).to_lowercase()).collect(),
            date: at(Role::Date),
            closed: at(Role::Closed),
            steps: all(Role::Step).collect(),
            counts,
            count: at(Role::Count),
            origin: at(Role::Origin),
            list: at(Role::List),
            reason: at(Role::Reason),
            amount: at(Role::Amount),
            stages: HashMap::new(),
        }
    }

    /// Judges a row and appends what it would record to `out`. Hash and
    /// occurrence are left for the caller.
    pub(crate) fn row(
        &mut self,
        row: &StringRecord,
        known: &dyn Known,
        labels: &mut Labels,
        out: &mut Vec<Slim>,
    ) -> Judged {
        let before = out.len();
        let mut zero = None;
        let verdict = match self.skipped(row) {
            Some(skipped) => Ok(skipped),
            None => match self.layout {
                Layout::Wide => self.wide(row, labels, out, &mut zero),
                Layout::Long => self.long(row, known, labels, out, &mut zero),
                Layout::Records if self.deals => self.deal(row, known, labels, out),
                Layout::Records => self.event(row, known, labels, out),
            },
        };
        match verdict {
            Ok(verdict) => Judged { verdict, culprit: None, zero },
            Err((reason, column)) => {
                out.truncate(before);
                let culprit = column.map(|column| {
                    Box::new(Culprit {
                        column,
                        text: cell(row, Some(column)).chars().take(MAX_NAME).collect(),
                    })
                });
                Judged { verdict: Verdict::Error(reason), culprit, zero: None }
            }
        }
    }

    /// Rows that hold no day at all.
    fn skipped(&self, row: &StringRecord) -> Option<Verdict> {
        let mut filled = row.iter().filter(|it| !it.chars().all(is_space));
        let first = filled.clone().next();
        let Some(first) = first else { return Some(Verdict::SkipBlank) };
        let date = Written::read(cell(row, self.date));
        let label = match date.parts {
            Parts::Unreadable => Some(cell(row, self.date)).filter(|it| is_summary(it)).or(Some(first)),
            Parts::Empty => filled.find(|it| it.contains(char::is_alphabetic) || it.contains('Σ')),
            _ => None,
        };
        if label.is_some_and(is_summary) || self.is_subtotal(row) {
            return Some(Verdict::SkipTotal);
        }
        let repeats =
            |(at, header): (usize, &String)| tidy(row.get(at).unwrap_or("")).to_lowercase() == *header;
        let header = matches!(date.parts, Parts::Unreadable | Parts::Empty)
            && self.headers.iter().any(|it| !it.is_empty());
        (header && self.headers.iter().enumerate().all(repeats)).then_some(Verdict::SkipTitle)
    }

    /// The sum of one day over its lists or steps.
    fn is_subtotal(&self, row: &StringRecord) -> bool {
        self.list.iter().chain(&self.steps).any(|at| {
            let words = tokens(cell(row, Some(*at)));
            words.len() <= 3
                && words.first().is_some_and(|it| {
                    any(std::slice::from_ref(it), &["=total", "=totals", "=subtotal", "=итого", "=всего"])
                })
        })
    }

    fn too_many(&self, row: &StringRecord) -> Result<(), Fault> {
        let extra = row.iter().enumerate().skip(self.width).find(|(_, it)| !it.chars().all(is_space));
        extra.map_or(Ok(()), |(at, _)| Err((Reason::TooManyCells, Some(at))))
    }

    fn day(&self, row: &StringRecord, column: Option<usize>) -> Result<(Date, Option<u16>), Fault> {
        let written = Written::read(cell(row, column));
        let day = written.day(self.order, self.calendar).map_err(|it| (it, column))?;
        Ok((day, written.minute))
    }

    fn wide(
        &self,
        row: &StringRecord,
        labels: &mut Labels,
        out: &mut Vec<Slim>,
        zero: &mut Option<Date>,
    ) -> Result<Verdict, Fault> {
        self.too_many(row)?;
        let read = |at: usize| count(cell(row, Some(at)));
        if self.counts.iter().all(|it| read(it.0) == Ok(None)) {
            return Ok(Verdict::SkipBlank);
        }
        let (day, _) = self.day(row, self.date)?;
        let came = self.origin.is_some_and(|at| origin(cell(row, Some(at))) == Origin::Inbound);
        let list = self.name(row, self.list, labels)?;
        let first = out.len();
        for &(at, step, origin) in &self.counts {
            let n = read(at).map_err(|it| (it, Some(at)))?.unwrap_or(0);
            let origin = if came { Origin::Inbound } else { origin };
            if n > 0 && step == Step::Call && origin == Origin::Inbound {
                return Err((Reason::UnknownStep, Some(at)));
            }
            if n > 0 {
                out.push(Slim { list, ..slim(day, step, origin, n) });
            }
        }
        let money = self.money(row)?;
        // The money of a day goes with its cold sales, if there are any.
        if let Some(sale) =
            out[first..].iter_mut().filter(|it| it.step == Step::Sale).min_by_key(|it| it.origin as u8)
        {
            sale.amount = money;
        }
        if out.len() == first {
            *zero = Some(day);
        }
        Ok(Verdict::Ready)
    }

    fn long(
        &mut self,
        row: &StringRecord,
        known: &dyn Known,
        labels: &mut Labels,
        out: &mut Vec<Slim>,
        zero: &mut Option<Date>,
    ) -> Result<Verdict, Fault> {
        self.too_many(row)?;
        let n = count(cell(row, self.count));
        if n == Ok(None) {
            return Ok(Verdict::SkipBlank);
        }
        let (day, _) = self.day(row, self.date)?;
        let column = self.steps.first().copied();
        let text = cell(row, column);
        let (step, said) = self.step(text, known).ok_or((Reason::UnknownStep, column))?;
        let origin = self.origin_of(row, said);
        if origin == Origin::Inbound && !matches!(step, Step::Presentation | Step::Sale) {
            return Err((Reason::UnknownStep, column));
        }
        let n = n.map_err(|it| (it, self.count))?.unwrap_or(0);
        let list = self.name(row, self.list, labels)?;
        let reason = if step == Step::Sale { Label::default() } else { self.name(row, self.reason, labels)? };
        let money = if step == Step::Sale { self.money(row)? } else { None };
        if n == 0 {
            *zero = Some(day);
        } else {
            out.push(Slim { list, reason, amount: money, ..slim(day, step, origin, n) });
        }
        Ok(Verdict::Ready)
    }

    /// A row is one call, presentation or sale.
    fn event(
        &mut self,
        row: &StringRecord,
        known: &dyn Known,
        labels: &mut Labels,
        out: &mut Vec<Slim>,
    ) -> Result<Verdict, Fault> {
        self.too_many(row)?;
        let column = self.steps.first().copied();
        let text = cell(row, column);
        let (step, said, why) = match self.step(text, known) {
            Some((step, said)) => (step, said, None),
            // A call by its result: "no answer", "meeting booked".
            None => match self.stage(text) {
                Some(it) if it.reach == Reach::Called => (Step::Call, it.origin, it.lost.then_some(text)),
                _ => return Err((Reason::UnknownStep, column)),
            },
        };
        let column = if step == Step::Sale {
            self.closed.filter(|it| !blank(row, *it)).or(self.date)
        } else {
            self.date
        };
        let (day, minute) = self.day(row, column)?;
        let origin = self.origin_of(row, said);
        if origin == Origin::Inbound && !matches!(step, Step::Presentation | Step::Sale) {
            return Ok(Verdict::SkipBlank);
        }
        let list = self.short_name(row, self.list, labels);
        let mut reason =
            if step == Step::Sale { Label::default() } else { self.short_name(row, self.reason, labels) };
        if let (None, Some(text)) = (self.reason, why.filter(|it| says_why(it))) {
            reason = labels.label(&shortened(text));
        }
        let money = if step == Step::Sale { self.money(row)? } else { None };
        out.push(Slim { list, reason, minute, amount: money, ..slim(day, step, origin, 1) });
        Ok(Verdict::Ready)
    }

    /// A row is a deal: it counts for every step it has reached.
    fn deal(
        &mut self,
        row: &StringRecord,
        known: &dyn Known,
        labels: &mut Labels,
        out: &mut Vec<Slim>,
    ) -> Result<Verdict, Fault> {
        self.too_many(row)?;
        let (mut reach, mut lost, mut said) = (None, false, None);
        for at in self.steps.clone() {
            let text = cell(row, Some(at));
            let own = || known.step_by_name(&tidy(text)).map(|_| Reach::Called);
            let found = self.stage(text);
            reach = reach.max(found.map(|it| it.reach).or_else(own));
            lost |= found.is_some_and(|it| it.lost);
            said = said.or(found.and_then(|it| it.origin));
        }
        let mut reach = reach.ok_or((Reason::UnknownStep, self.steps.first().copied()))?;
        if lost && reach == Reach::Sold {
            reach = Reach::Presented;
        }
        let origin = self.origin_of(row, said);
        if reach == Reach::Untouched || origin == Origin::Inbound && reach == Reach::Called {
            return Ok(Verdict::SkipBlank);
        }
        let created = self.date.filter(|it| !blank(row, *it)).or(self.closed);
        let (day, _) = self.day(row, created)?;
        let list = self.short_name(row, self.list, labels);
        let why = if lost { self.short_name(row, self.reason, labels) } else { Label::default() };
        let none = Label::default();
        if origin == Origin::Cold {
            let reason = if reach == Reach::Called { why } else { none };
            out.push(Slim { list, reason, ..slim(day, Step::Call, origin, 1) });
        }
        if reach >= Reach::Presented {
            let reason = if reach == Reach::Presented { why } else { none };
            out.push(Slim { list, reason, ..slim(day, Step::Presentation, origin, 1) });
        }
        if reach == Reach::Sold {
            let (day, _) = self.day(row, self.closed.filter(|it| !blank(row, *it)).or(created))?;
            out.push(Slim { list, amount: self.money(row)?, ..slim(day, Step::Sale, origin, 1) });
        }
        Ok(Verdict::Ready)
    }

    /// The step a cell names. The words of this app come first, then the
    /// seller's own steps, then what other programs say.
    fn step(&mut self, text: &str, known: &dyn Known) -> Option<(Step, Option<Origin>)> {
        match text {
            "call" => return Some((Step::Call, None)),
            "presentation" => return Some((Step::Presentation, None)),
            "sale" => return Some((Step::Sale, None)),
            _ => {}
        }
        if let Some(own) = known.step_by_name(&restored(&tidy(text))) {
            return Some((own, None));
        }
        let found = self.stage(text).filter(|it| it.exact && !it.lost)?;
        let step = match found.reach {
            Reach::Untouched => return None,
            Reach::Called => Step::Call,
            Reach::Presented => Step::Presentation,
            Reach::Sold => Step::Sale,
        };
        Some((step, found.origin))
    }

    fn stage(&mut self, text: &str) -> Option<Stage> {
        if let Some(found) = self.stages.get(text) {
            return *found;
        }
        let found = stage(text);
        if self.stages.len() < MAX_STAGES && text.len() < 200 {
            self.stages.insert(text.to_owned(), found);
        }
        found
    }

    fn origin_of(&self, row: &StringRecord, said: Option<Origin>) -> Origin {
        let column = self.origin.map(|at| origin(cell(row, Some(at))));
        if said == Some(Origin::Inbound) { Origin::Inbound } else { column.or(said).unwrap_or(Origin::Cold) }
    }

    fn money(&self, row: &StringRecord) -> Result<Option<u64>, Fault> {
        let Some(at) = self.amount else { return Ok(None) };
        amount(cell(row, Some(at))).map(|it| it.filter(|it| *it > 0)).map_err(|it| (it, Some(at)))
    }

    /// A name as it is: too long a one is an error.
    #[expect(clippy::unused_self, reason = "reads like its sisters")]
    fn name(&self, row: &StringRecord, column: Option<usize>, labels: &mut Labels) -> Result<Label, Fault> {
        let name = tidy(cell(row, column));
        let name = restored(&name);
        if name.chars().count() > MAX_NAME {
            Err((Reason::TooLarge, column))
        } else {
            Ok(labels.label(&name))
        }
    }

    /// A name out of the free text of a CRM, cut to what fits.
    #[expect(clippy::unused_self, reason = "reads like its sisters")]
    fn short_name(&self, row: &StringRecord, column: Option<usize>, labels: &mut Labels) -> Label {
        labels.label(&shortened(cell(row, column)))
    }
}

fn slim(day: Date, step: Step, origin: Origin, n: u32) -> Slim {
    Slim {
        day,
        minute: None,
        step,
        origin,
        list: Label::default(),
        reason: Label::default(),
        n,
        amount: None,
        hash: 0,
        occurrence: 0,
    }
}

/// A cell, trimmed, and without the `="…"` by which some programs keep a
/// spreadsheet from reading it as a number.
fn cell(row: &StringRecord, column: Option<usize>) -> &str {
    let text = column.and_then(|it| row.get(it)).unwrap_or("").trim_matches(is_space);
    text.strip_prefix("=\"").and_then(|it| it.strip_suffix('"')).unwrap_or(text)
}

fn blank(row: &StringRecord, column: usize) -> bool {
    cell(row, Some(column)).is_empty()
}

fn shortened(text: &str) -> String {
    let name = tidy(text);
    let name = restored(&name);
    match name.char_indices().nth(MAX_NAME) {
        None => name.into_owned(),
        Some(_) => {
            let cut: String = name.chars().take(MAX_NAME - 1).collect();
            cut.trim_end().to_owned() + "…"
        }
    }
}

/// Whether the result of a call is a reason, rather than just "lost".
fn says_why(text: &str) -> bool {
    any(
        &tokens(text),
        &["дозвон", "недозвон", "answer", "ответ", "busy", "voicemail", "занят", "interest", "интерес"],
    )
}
