//! The layouts: a row a day, a row a count, a row an event, a row a deal.

use super::cells::{blank, cell, shortened};
use super::{Desk, Fault, Judge, known, name, slim};
use crate::domain::date::Date;
use crate::domain::step::{Origin, Step};
use crate::exchange::export::restored;
use crate::exchange::import::Known;
use crate::exchange::import::number::count;
use crate::exchange::import::preview::{Label, Reason, Slim, Verdict};
use crate::exchange::import::stage::{Reach, Stage, stage};
use crate::exchange::import::words::{any, origin, tidy, tokens};
use csv::StringRecord;

/// The verdict, and the day of a written zero.
type Outcome = Result<(Verdict, Option<Date>), Fault>;

const NOTHING: Outcome = Ok((Verdict::SkipBlank, None));
const READY: Outcome = Ok((Verdict::Ready, None));

impl Judge {
    /// A row is a day. Without any count it has nothing to record, whatever
    /// its date: sheets are often filled with the dates of a month ahead.
    pub(super) fn wide(&mut self, row: &StringRecord, desk: &mut Desk<'_>) -> Outcome {
        let read = |at: usize| count(cell(row, Some(at)));
        if self.counts.iter().all(|it| read(it.0) == Ok(None)) {
            return NOTHING;
        }
        let (day, _) = self.day(row, self.date)?;
        let came = self.origin.is_some_and(|at| origin(cell(row, Some(at))) == Origin::Inbound);
        let list = name(row, self.list, desk.labels)?;
        let first = desk.planned.len();
        for &(at, step, origin) in &self.counts {
            let n = read(at).map_err(|it| (it, Some(at)))?.unwrap_or(0);
            let origin = if came { Origin::Inbound } else { origin };
            if n > 0 && !can(step, origin) {
                return Err((Reason::UnknownStep, Some(at)));
            }
            if n > 0 {
                desk.planned.push(Slim { list, ..slim(day, step, origin, n) });
            }
        }
        let money = self.money(row)?;
        // The money of a day goes with its cold sales, if there are any.
        let sales = desk.planned[first..].iter_mut().filter(|it| it.step == Step::Sale);
        if let Some(sale) = sales.min_by_key(|it| it.origin as u8) {
            sale.amount = money;
        }
        if desk.planned.len() == first { Ok((Verdict::Ready, Some(day))) } else { READY }
    }

    /// A row is a count of one step.
    pub(super) fn long(&mut self, row: &StringRecord, desk: &mut Desk<'_>) -> Outcome {
        let n = count(cell(row, self.count));
        if n == Ok(None) {
            return NOTHING;
        }
        let (day, _) = self.day(row, self.date)?;
        let column = self.steps.first().copied();
        let (step, said) = self.step(cell(row, column), desk.known).ok_or((Reason::UnknownStep, column))?;
        let origin = self.origin_of(row, said);
        if !can(step, origin) {
            return Err((Reason::UnknownStep, column));
        }
        let n = n.map_err(|it| (it, self.count))?.unwrap_or(0);
        let list = name(row, self.list, desk.labels)?;
        let (reason, amount) = match step {
            Step::Sale => (Label::NONE, self.money(row)?),
            _ => (name(row, self.reason, desk.labels)?, None),
        };
        if n == 0 {
            return Ok((Verdict::Ready, Some(day)));
        }
        desk.planned.push(Slim { list, reason, amount, ..slim(day, step, origin, n) });
        READY
    }

    /// A row is one call, presentation or sale.
    pub(super) fn event(&mut self, row: &StringRecord, desk: &mut Desk<'_>) -> Outcome {
        let column = self.steps.first().copied();
        let text = cell(row, column);
        let (step, said, why) = match (self.step(text, desk.known), self.stage(text)) {
            (Some((step, said)), _) => (step, said, None),
            // A call by its result: "no answer", "meeting booked".
            (None, Some(it)) if it.reach == Reach::Called => (Step::Call, it.origin, it.lost.then_some(text)),
            (None, Some(it)) if self.stand && it.reach == Reach::Presented => {
                (Step::Presentation, it.origin, None)
            }
            (None, Some(_)) if self.stand => return NOTHING,
            (None, _) => return Err((Reason::UnknownStep, column)),
        };
        let origin = self.origin_of(row, said);
        if !can(step, origin) {
            return NOTHING;
        }
        let closed = self.closed.filter(|it| step == Step::Sale && !blank(row, *it));
        let (day, minute) = self.day(row, closed.or(self.date))?;
        let list = desk.labels.label(&shortened(cell(row, self.list)));
        let (reason, amount) = match (step, self.reason, why.filter(|it| says_why(it))) {
            (Step::Sale, ..) => (Label::NONE, self.money(row)?),
            (_, None, Some(why)) => (desk.labels.label(&shortened(why)), None),
            _ => (desk.labels.label(&shortened(cell(row, self.reason))), None),
        };
        let minute = minute.filter(|_| !self.stand);
        desk.planned.push(Slim { minute, list, reason, amount, ..slim(day, step, origin, 1) });
        READY
    }

    /// A row is a deal. It counts for every step it has reached: a won deal is
    /// a call and a presentation on the day it was created, and a sale on the
    /// day it was closed. Of a lost one only the stage beside a status tells
    /// how far it came.
    pub(super) fn deal(&mut self, row: &StringRecord, desk: &mut Desk<'_>) -> Outcome {
        let (mut reach, mut is_lost, mut heard) = (None, false, None);
        for column in self.steps.clone() {
            let text = cell(row, Some(column));
            let own = || desk.known.step_by_name(&tidy(text)).map(|_| Reach::Called);
            let found = self.stage(text);
            reach = reach.max(found.map(|it| it.reach).or_else(own));
            is_lost |= found.is_some_and(|it| it.lost);
            heard = heard.or(found.and_then(|it| it.origin));
        }
        let reach = reach.ok_or((Reason::UnknownStep, self.steps.first().copied()))?;
        let reach = if is_lost { reach.min(Reach::Presented) } else { reach };
        let origin = self.origin_of(row, heard);
        if reach == Reach::Untouched || reach == Reach::Called && origin == Origin::Inbound {
            return NOTHING;
        }
        let closed = self.closed.filter(|it| !blank(row, *it));
        let created = self.date.filter(|it| !blank(row, *it)).or(closed);
        let (day, _) = self.day(row, created)?;
        let list = desk.labels.label(&shortened(cell(row, self.list)));
        let cause = if is_lost { desk.labels.label(&shortened(cell(row, self.reason))) } else { Label::NONE };
        let reason = |step: Reach| if step == reach { cause } else { Label::NONE };
        if origin == Origin::Cold {
            desk.planned.push(Slim {
                list,
                reason: reason(Reach::Called),
                ..slim(day, Step::Call, origin, 1)
            });
        }
        if reach >= Reach::Presented {
            let reason = reason(Reach::Presented);
            desk.planned.push(Slim { list, reason, ..slim(day, Step::Presentation, origin, 1) });
        }
        if reach == Reach::Sold {
            let (day, _) = self.day(row, closed.or(created))?;
            desk.planned.push(Slim { list, amount: self.money(row)?, ..slim(day, Step::Sale, origin, 1) });
        }
        READY
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
        if let Some(own) = known.step_by_name(restored(&tidy(text))) {
            return Some((own, None));
        }
        let found = self.stage(text).filter(|it| it.exact)?;
        let step = match found.reach {
            Reach::Untouched => return None,
            Reach::Called => Step::Call,
            Reach::Presented => Step::Presentation,
            Reach::Sold => Step::Sale,
        };
        Some((step, found.origin))
    }

    fn stage(&mut self, text: &str) -> Option<Stage> {
        known(&mut self.stages, text, stage)
    }
}

/// Prospects who came by themselves were not called, and own steps are cold.
const fn can(step: Step, origin: Origin) -> bool {
    matches!((step, origin), (_, Origin::Cold) | (Step::Presentation | Step::Sale, _))
}

/// Whether the result of a call is a reason, rather than just "lost".
fn says_why(text: &str) -> bool {
    any(&tokens(text), "дозвон недозвон answer ответ busy voicemail занят interest интерес")
}
