//! One row after another: what it would record, or why nothing.

mod cells;
mod layouts;

use super::date::{Calendar, DateOrder, Parts};
use super::number::amount;
use super::preview::{Culprit, Label, Labels, Layout, Reason, Slim, Verdict};
use super::reading::Reading;
use super::role::Role;
use super::stage::Stage;
use super::table::Table;
use super::words::{is, is_summary, origin, tidy, tokens};
use super::{Counting, Known};
use crate::domain::date::Date;
use crate::domain::step::{Origin, Step};
use crate::exchange::decode::trimmed;
use crate::exchange::export::{TIDY_HEADER, restored};
use crate::journal::settings::MAX_NAME;
use cells::{blank, cell, filled};
use csv::StringRecord;
use std::collections::HashMap;

/// Distinct texts of a column remembered; one of free text must not fill memory.
const MAX_KNOWN: usize = 4096;

/// What became of a row.
pub(crate) struct Judged {
    pub(crate) verdict: Verdict,
    pub(crate) culprit: Option<Box<Culprit>>,
    /// The day of a written zero, when the row has nothing else.
    pub(crate) zero: Option<Date>,
}

/// What rows are read with, and where their counts go.
pub(crate) struct Desk<'a> {
    pub(crate) known: &'a dyn Known,
    pub(crate) labels: &'a mut Labels,
    /// Hash and occurrence are left for the caller.
    pub(crate) planned: &'a mut Vec<Slim>,
}

/// Reads rows of one table.
#[derive(Debug)]
pub(crate) struct Judge {
    layout: Layout,
    /// Rows are deals, which count for every step they have reached …
    deals: bool,
    /// … or for the one at which they stand.
    stand: bool,
    order: DateOrder,
    calendar: Calendar,
    width: usize,
    headers: Vec<String>,
    /// An export of this app, in which a list may be named like a sum.
    own_export: bool,
    date: Option<usize>,
    closed: Option<usize>,
    steps: Vec<usize>,
    counts: Vec<(usize, Step, Origin)>,
    count: Option<usize>,
    origin: Option<usize>,
    list: Option<usize>,
    reason: Option<usize>,
    amount: Option<usize>,
    dates: Reading,
    stages: HashMap<String, Option<Stage>>,
    origins: HashMap<String, Origin>,
}

/// Why a row cannot be imported, and the column at fault.
type Fault = (Reason, Option<usize>);

impl Judge {
    pub(crate) fn new(table: &Table, counting: Counting, order: DateOrder, calendar: Calendar) -> Self {
        let at = |role: Role| table.columns.iter().position(|it| it.role == role);
        let columns = || table.columns.iter().enumerate();
        let step_count = |(at, role): (usize, Role)| match role {
            Role::Calls => Some((at, Step::Call, Origin::Cold)),
            Role::Presentations => Some((at, Step::Presentation, Origin::Cold)),
            Role::Sales => Some((at, Step::Sale, Origin::Cold)),
            Role::InboundPresentations => Some((at, Step::Presentation, Origin::Inbound)),
            Role::InboundSales => Some((at, Step::Sale, Origin::Inbound)),
            _ => None,
        };
        Self {
            layout: table.layout,
            deals: table.deals && counting == Counting::EveryStepReached,
            stand: table.deals && counting == Counting::WhereItStands,
            order,
            calendar,
            width: table.columns.len(),
            headers: table.columns.iter().map(|it| tidy(&it.header).to_lowercase()).collect(),
            own_export: table.columns.iter().map(|it| it.header.as_str()).eq(TIDY_HEADER),
            date: at(Role::Date),
            closed: at(Role::Closed),
            steps: columns().filter(|(_, it)| it.role == Role::Step).map(|(at, _)| at).collect(),
            counts: columns().map(|(at, it)| (at, it.role)).filter_map(step_count).collect(),
            count: at(Role::Count),
            origin: at(Role::Origin),
            list: at(Role::List),
            reason: at(Role::Reason),
            amount: at(Role::Amount),
            dates: Reading::default(),
            stages: HashMap::new(),
            origins: HashMap::new(),
        }
    }

    /// Judges a row, and puts on the desk what it would record.
    pub(crate) fn row(&mut self, row: &StringRecord, desk: &mut Desk<'_>) -> Judged {
        let before = desk.planned.len();
        let verdict = match self.skipped(row) {
            Some(verdict) => Ok((verdict, None)),
            None => self.too_many(row).and_then(|()| match self.layout {
                Layout::Wide => self.wide(row, desk),
                Layout::Long => self.long(row, desk),
                Layout::Records if self.is_note(row) => Ok((Verdict::SkipBlank, None)),
                Layout::Records if self.deals => self.deal(row, desk),
                Layout::Records => self.event(row, desk),
            }),
        };
        match verdict {
            Ok((verdict, zero)) => Judged { verdict, culprit: None, zero },
            Err((reason, column)) => {
                desk.planned.truncate(before);
                let culprit = column.map(|column| {
                    let text = cell(row, Some(column)).chars().take(MAX_NAME).collect();
                    Box::new(Culprit { column, text })
                });
                Judged { verdict: Verdict::Error(reason), culprit, zero: None }
            }
        }
    }

    /// Rows that hold no day at all.
    fn skipped(&mut self, row: &StringRecord) -> Option<Verdict> {
        let Some(first) = filled(row).next() else { return Some(Verdict::SkipBlank) };
        let date = self.dates.of(cell(row, self.date));
        let dateless = matches!(date.parts, Parts::Unreadable | Parts::Empty);
        let label = match date.parts {
            Parts::Unreadable => [cell(row, self.date), first].into_iter().find(|it| is_summary(it)),
            Parts::Empty => filled(row).find(|it| it.contains(char::is_alphabetic) || it.contains('Σ')),
            _ => None,
        };
        if label.is_some_and(is_summary) || !self.own_export && self.is_subtotal(row) {
            return Some(Verdict::SkipTotal);
        }
        let named = self.headers.iter().any(|it| !it.is_empty());
        let repeats =
            |(at, header): (usize, &String)| tidy(row.get(at).unwrap_or("")).to_lowercase() == *header;
        let header = dateless && named && self.headers.iter().enumerate().all(repeats);
        header.then_some(Verdict::SkipTitle)
    }

    /// The sum of one day over its lists or steps: "Итого" beside a date.
    fn is_subtotal(&self, row: &StringRecord) -> bool {
        // Cheap first: nearly every row passes here.
        let perhaps =
            |text: &str| text.len() < 60 && text.starts_with(['T', 't', 'S', 's', 'И', 'и', 'В', 'в']);
        row.iter().enumerate().any(|(at, text)| {
            let text = trimmed(text);
            let names = self.list == Some(at) || self.steps.contains(&at);
            perhaps(text) && {
                let words = tokens(text);
                let few = words.len() <= if names { 3 } else { 1 };
                few && words.first().is_some_and(|it| is(it, "=total =totals =subtotal =итого =всего"))
            }
        })
    }

    /// Neither a day nor a stage: the lines below a report that name its author.
    fn is_note(&self, row: &StringRecord) -> bool {
        let mut needed = self.date.iter().chain(&self.closed).chain(&self.steps);
        needed.all(|at| blank(row, *at)) || filled(row).count() == 1
    }

    fn too_many(&self, row: &StringRecord) -> Result<(), Fault> {
        let extra = row.iter().enumerate().skip(self.width).find(|(_, it)| !trimmed(it).is_empty());
        extra.map_or(Ok(()), |(at, _)| Err((Reason::TooManyCells, Some(at))))
    }

    fn day(&mut self, row: &StringRecord, column: Option<usize>) -> Result<(Date, Option<u16>), Fault> {
        let written = self.dates.of(cell(row, column));
        let day = written.day(self.order, self.calendar).map_err(|it| (it, column))?;
        Ok((day, written.minute))
    }

    /// Of the step's own word and the column of origins either may say inbound.
    fn origin_of(&mut self, row: &StringRecord, said: Option<Origin>) -> Origin {
        let column = self.origin.map(|at| known(&mut self.origins, cell(row, Some(at)), origin));
        if said == Some(Origin::Inbound) { Origin::Inbound } else { column.or(said).unwrap_or(Origin::Cold) }
    }

    fn money(&self, row: &StringRecord) -> Result<Option<u64>, Fault> {
        let Some(at) = self.amount else { return Ok(None) };
        amount(cell(row, Some(at))).map(|it| it.filter(|it| *it > 0)).map_err(|it| (it, Some(at)))
    }
}

/// What a text means: a column says the same few things over and over.
fn known<T: Copy>(all: &mut HashMap<String, T>, text: &str, meaning: impl FnOnce(&str) -> T) -> T {
    if let Some(found) = all.get(text) {
        return *found;
    }
    let found = meaning(text);
    if all.len() < MAX_KNOWN && text.len() < 200 {
        all.insert(text.to_owned(), found);
    }
    found
}

/// A name as it is; too long a one is an error.
fn name(row: &StringRecord, column: Option<usize>, labels: &mut Labels) -> Result<Label, Fault> {
    let name = tidy(cell(row, column));
    let name = restored(&name);
    if name.len() > MAX_NAME && name.chars().nth(MAX_NAME).is_some() {
        Err((Reason::TooLarge, column))
    } else {
        Ok(labels.label(name))
    }
}

const fn slim(day: Date, step: Step, origin: Origin, n: u32) -> Slim {
    let none = Label::NONE;
    Slim {
        day,
        minute: None,
        step,
        origin,
        list: none,
        reason: none,
        n,
        amount: None,
        hash: 0,
        occurrence: 0,
    }
}
