//! Plan.

pub mod arithmetic;
pub mod charts;
pub mod form;
pub mod percent;
pub mod sentence;
pub mod status;
pub mod what_if;

use super::{
    Words,
    plural::{Case, Noun},
};
use crate::app::view::plan::{Basis, Figures, Needed};
use sentence::Sentence;

impl Words {
    /// `8 times in 10`, `19 times in 20`: a certainty in percent as how often it comes true.
    #[must_use]
    pub fn times_in(self, certainty: u8) -> String {
        let (n, of) = if certainty.is_multiple_of(10) { (certainty / 10, 10) } else { (certainty / 5, 20) };
        if self.is_ru() {
            let cases = if n == 1 { "случае" } else { "случаях" };
            format!("в {n} {cases} из {of}")
        } else {
            let times = self.noun(Noun::Time, Case::Nominative, u64::from(n));
            format!("{n} {times} in {of}")
        }
    }

    /// Workdays from thousandths: `13 workdays`, `12.5 workdays`.
    #[must_use]
    pub fn workdays(self, millidays: u64) -> String {
        self.counted_tenths(Noun::Workday, (millidays + 50) / 100)
    }

    /// The plan: what is left, what division says and what that is worth, and the calls for the
    /// chosen certainty, today and a day.
    #[must_use]
    pub fn plan_sentence(self, basis: &Basis, figures: &Figures) -> Sentence {
        let start = self.division_sentence(basis, figures);
        let often = self.times_in(basis.quota.certainty);
        match figures.sure {
            Needed::TooMany => start.words(if self.is_ru() {
                format!(" Чтобы успеть {often}, нужно больше 10 миллионов звонков: для плана мало данных.")
            } else {
                format!(" To make it {often} would take more than 10 million calls: the data cannot support a plan.")
            }),
            Needed::Calls(n) => {
                let n = self.count(n);
                let to_make_it = if self.is_ru() {
                    start.words(format!(" Чтобы успеть {often}, нужно ещё "))
                } else {
                    start.words(format!(" To make it {often}, plan "))
                };
                // On the last workday all of them are today's.
                let needed = if figures.days.after.is_none() {
                    to_make_it.both(["plan-calls-sure", "plan-today"], n)
                } else {
                    to_make_it.figure("plan-calls-sure", n)
                };
                if self.is_ru() {
                    self.by_day_ru(needed, basis, figures)
                } else {
                    self.by_day_en(needed.words(" more"), basis, figures)
                }
            }
        }
    }

    fn division_sentence(self, basis: &Basis, figures: &Figures) -> Sentence {
        let to_go = self.count(basis.to_go());
        let calls = figures.division.calls.unwrap_or(0);
        let noun = self.noun(Noun::Call, Case::Nominative, u64::try_from(calls).unwrap_or(u64::MAX));
        let start = if self.is_ru() {
            Sentence::new(format!("Осталось: {to_go}. Простое деление: ещё "))
                .figure("plan-calls-simple", self.count(calls))
                .words(format!(" {noun}"))
        } else {
            Sentence::new(format!("{to_go} to go. Simple division says "))
                .figure("plan-calls-simple", self.count(calls))
                .words(format!(" more {noun}"))
        };
        let Some(p) = figures.division_chance else { return start.words(".") };
        let (about, chance) = (self.about(p), self.chance(p));
        if self.is_ru() {
            start
                .words(format!(" — этого хватает {about}в "))
                .figure("plan-chance-simple", chance)
                .words(" случаев.")
        } else {
            start
                .words(format!(" — that works {about}"))
                .figure("plan-chance-simple", chance)
                .words(" of the time.")
        }
    }

    fn by_day_en(self, start: Sentence, basis: &Basis, figures: &Figures) -> Sentence {
        let workdays = self.workdays(basis.workdays.after.millidays);
        let days = figures.days;
        if figures.sure == Needed::Calls(0) {
            return start.words(".");
        }
        let Some(after) = days.after.map(|it| self.count(it)) else { return start.words(", all today.") };
        if basis.is_ahead() {
            let from = self.date(basis.period.from);
            return start
                .words(": ")
                .figure("plan-per-day", after)
                .words(format!(" a day for {workdays}, from {from}."));
        }
        match days.today {
            Some(today) => start
                .words(": ")
                .figure("plan-today", self.count(today))
                .words(" today, then ")
                .figure("plan-per-day", after)
                .words(format!(" a day for {workdays}.")),
            None if basis.workdays.today.millidays == 0 => start
                .words(": ")
                .figure("plan-per-day", after)
                .words(format!(" a day for {workdays}, none today.")),
            None => start
                .words(": ")
                .figure("plan-per-day", after)
                .words(format!(" a day for {workdays} after today.")),
        }
    }

    fn by_day_ru(self, start: Sentence, basis: &Basis, figures: &Figures) -> Sentence {
        let workdays = self.workdays(basis.workdays.after.millidays);
        let days = figures.days;
        let Some(after) = days.after.map(|it| self.count(it)) else {
            return start.words(", все сегодня.");
        };
        if basis.is_ahead() {
            let from = self.date(basis.period.from);
            return start
                .words(": по ")
                .figure("plan-per-day", after)
                .words(format!(" в день, {workdays}, с {from}."));
        }
        match days.today {
            Some(today) => start
                .words(": сегодня ")
                .figure("plan-today", self.count(today))
                .words(", потом по ")
                .figure("plan-per-day", after)
                .words(format!(" в день, {workdays}.")),
            None if basis.workdays.today.millidays == 0 => start
                .words(": по ")
                .figure("plan-per-day", after)
                .words(format!(" в день, {workdays}, сегодня выходной.")),
            None => start
                .words(": со следующего рабочего дня по ")
                .figure("plan-per-day", after)
                .words(format!(" в день, {workdays}.")),
        }
    }

    /// Presentations by simple division, under the plan.
    #[must_use]
    pub fn presentations_simple(self, n: u128) -> Sentence {
        let noun = self.noun(Noun::Presentation, Case::Nominative, u64::try_from(n).unwrap_or(u64::MAX));
        let figure = |start: Sentence| start.figure("plan-pres-simple", self.count(n));
        if self.is_ru() {
            figure(Sentence::new("Простым делением — это ")).words(format!(" {noun}."))
        } else {
            figure(Sentence::new("By simple division that is ")).words(format!(" {noun}."))
        }
    }
}

#[cfg(test)]
mod tests;
