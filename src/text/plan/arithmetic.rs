//! How each figure of the plan came about.

use super::sentence::Sentence;
use crate::{
    app::view::plan::{Basis, Figures, figures::Division},
    domain::{calendar::FULL_DAY, conversion::Share},
    text::{
        Words,
        plural::{Case, Noun},
    },
};

impl Words {
    /// Numerator, denominator, dates, what is left out.
    #[must_use]
    pub fn plan_rates(self, basis: &Basis) -> Vec<String> {
        let cold = basis.cold;
        let share = |x, n| Share::new(x, n).ok();
        let mut lines = vec![self.done_line(basis)];
        let days = self.span(basis.window.0, basis.window.1);
        lines.push(if self.is_ru() {
            format!("Проценты — по холодным звонкам, {days}, все базы.")
        } else {
            format!("Rates come from cold calls, {days}, all lists.")
        });
        let noun = |noun, n: u64| self.counted(noun, Case::Nominative, n);
        let calls = if self.is_ru() {
            format!("{} холодных звонков", self.count(cold.calls))
        } else {
            format!("{} cold {}", self.count(cold.calls), self.noun(Noun::Call, Case::Nominative, cold.calls))
        };
        let presentations = noun(Noun::Presentation, cold.presentations);
        let sales = noun(Noun::Sale, cold.sales);
        for (top, bottom, it) in [
            (&presentations, &calls, share(cold.presentations, cold.calls)),
            (&sales, &presentations, share(cold.sales, cold.presentations)),
            (&sales, &calls, share(cold.sales, cold.calls)),
        ] {
            let Some(it) = it else { continue };
            lines.push(self.plan_rate(top, bottom, it));
        }
        if let Some(it) = self.plan_left_out(basis) {
            lines.push(it);
        }
        lines
    }

    fn plan_rate(self, top: &str, bottom: &str, share: Share) -> String {
        if !share.shows_percent() {
            return format!("{top} ÷ {bottom}.");
        }
        let rate = self.rate_figure(share);
        let range = share.jeffreys(0.8).ok().map(|it| self.range_figure(share, it));
        match (range, self.is_ru()) {
            (Some(range), false) => format!("{top} ÷ {bottom} = {rate}, likely {range}."),
            (Some(range), true) => format!("{top} ÷ {bottom} = {rate}, скорее всего {range}."),
            (None, _) => format!("{top} ÷ {bottom} = {rate}."),
        }
    }

    fn done_line(self, basis: &Basis) -> String {
        let (done, of) = (self.count(basis.closed.counted), self.count(basis.target()));
        let days = self.span(basis.period.from, basis.quota.until);
        let (cold, inbound) = (self.count(basis.closed.cold), self.count(basis.closed.inbound));
        match (basis.quota.inbound, self.is_ru()) {
            (true, false) => {
                format!(
                    "Done: {done} of {of} in {days}: {cold} from calls and {inbound} inbound, which count."
                )
            }
            (false, false) => {
                format!("Done: {done} of {of} in {days}, from calls; {inbound} inbound do not count.")
            }
            (true, true) => {
                format!(
                    "Сделано: {done} из {of} за {days}: от звонков {cold}, входящих {inbound}; входящие считаются."
                )
            }
            (false, true) => {
                format!("Сделано: {done} из {of} за {days}, от звонков; входящие ({inbound}) не считаются.")
            }
        }
    }

    fn plan_left_out(self, basis: &Basis) -> Option<String> {
        let it = basis.left_out;
        if it.presentations == 0 && it.sales == 0 {
            return None;
        }
        let presentations = self.counted(Noun::InboundPresentation, Case::Nominative, it.presentations);
        let sales = self.count(it.sales);
        Some(match (it.sales, self.is_ru()) {
            (0, false) => format!("Left out: {presentations}."),
            (0, true) => format!("Вне расчёта: {presentations}."),
            (1, false) => format!("Left out: {presentations}, 1 inbound sale."),
            (_, false) => format!("Left out: {presentations}, {sales} inbound sales."),
            (_, true) => format!("Вне расчёта: {presentations}, входящих сделок: {sales}."),
        })
    }

    /// Simple division of what is left.
    #[must_use]
    pub fn plan_division(self, basis: &Basis, division: Division) -> Vec<String> {
        let cold = basis.cold;
        let to_go = self.count(basis.to_go());
        let mut lines = Vec::new();
        if let Some(n) = division.calls {
            let (a, b, n) = (self.count(cold.calls), self.count(cold.sales), self.count(n));
            lines.push(if self.is_ru() {
                format!("Звонки: {to_go} × {a} ÷ {b} = {n} (с округлением вверх).")
            } else {
                format!("Calls: {to_go} × {a} ÷ {b} = {n}, rounded up.")
            });
        }
        if let Some(n) = division.presentations {
            let (a, b, n) = (self.count(cold.presentations), self.count(cold.sales), self.count(n));
            let name = self.column(crate::journal::record::What::PRESENTATION, None);
            lines.push(if self.is_ru() {
                format!("{name}: {to_go} × {a} ÷ {b} = {n} (с округлением вверх).")
            } else {
                format!("{name}: {to_go} × {a} ÷ {b} = {n}, rounded up.")
            });
        }
        lines
    }

    /// `The whole quota: 15 ÷ 5.0% = 300.`
    #[must_use]
    pub fn full_quota(self, basis: &Basis, full: u128) -> Option<Sentence> {
        let share = Share::new(basis.cold.sales, basis.cold.calls).ok()?;
        let (target, rate) = (self.count(basis.target()), self.rate_figure(share));
        let start = if self.is_ru() { "Весь план" } else { "The whole quota" };
        Some(
            Sentence::new(format!("{start}: {target} ÷ {rate} = "))
                .figure("plan-calls-full", self.count(full))
                .words("."),
        )
    }

    /// Where the chances come from, and how the calls fall on the days.
    #[must_use]
    pub fn plan_chances(self, basis: &Basis, figures: &Figures) -> Vec<String> {
        let mut lines = vec![
            self.pick(
                "Both rates are known from these counts only, so they may be higher or lower; the chances take that into account. Such ranges are right about 8 times in 10.",
                "Оба процента известны только по этим числам и на деле могут быть выше или ниже; шансы это учитывают. Такие границы верны примерно в 8 случаях из 10.",
            )
            .to_owned(),
            self.pick(
                "Assumed: rates stay as they are, prospects decide on their own, and a sale counts whenever it closes. Inbound sales count once they have happened; none is forecast.",
                "Принято: проценты не меняются, клиенты решают независимо, сделка засчитывается, когда бы ни закрылась. Входящие сделки считаются, когда случились; заранее не предсказываются.",
            )
            .to_owned(),
        ];
        let level = self.percent(&basis.quota.certainty.to_string());
        if let Some(it) = figures.days.goal {
            let workdays = self.workdays(basis.workdays.from_today().millidays);
            let part = self.part_of_a_day(basis.workdays.weight_today());
            let (calls, goal) = (self.counted(Noun::Call, Case::Nominative, it.calls), self.count(it.goal));
            let (done, left) = (
                self.count(basis.progress.calls_today),
                self.count(it.goal.saturating_sub(basis.progress.calls_today)),
            );
            lines.push(if self.is_ru() {
                format!("План на сегодня — по записям до сегодняшнего дня: {calls} для {level} ÷ {workdays}{part}, вверх = {goal}. Сделано {done}, осталось {left}.")
            } else {
                format!("Today’s goal, from the records before today: {calls} for {level} ÷ {workdays}{part}, rounded up = {goal}. {done} done, {left} to go.")
            });
        }
        if let (Some(needed), Some(after)) = (figures.sure.calls(), figures.days.after) {
            let workdays = self.workdays(basis.workdays.after.millidays);
            let rest = self.count(needed.saturating_sub(figures.days.today.unwrap_or(0)));
            let after = self.count(after);
            lines.push(if self.is_ru() {
                format!("После сегодняшнего дня: {rest} ÷ {workdays}, вверх = {after} в день.")
            } else {
                format!("After today: {rest} ÷ {workdays}, rounded up = {after} a day.")
            });
        }
        lines
    }

    /// What a short day takes of a whole day's calls: ` × 0.5 of a day`.
    fn part_of_a_day(self, weight: u16) -> String {
        if weight == FULL_DAY {
            return String::new();
        }
        let part = (f64::from(weight) / f64::from(FULL_DAY)).to_string();
        if self.is_ru() {
            format!(" × {} дня", part.replace('.', ","))
        } else {
            format!(" × {part} of a day")
        }
    }

    /// The even line, the pace, and the calls it leads to.
    #[must_use]
    pub fn pace_lines(self, basis: &Basis, figures: Option<&Figures>) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some((_, line)) = basis.standing() {
            let (target, line) = (self.count(basis.target()), self.one_decimal(line));
            let days = |it: u64| self.short_tenths(u32::try_from((it + 50) / 100).unwrap_or(u32::MAX));
            let (done, whole) =
                (days(basis.workdays.to_today().millidays), days(basis.workdays.whole().millidays));
            lines.push(if self.is_ru() {
                format!("Ровный график: {target} × {done} ÷ {whole} рабочих дней = {line}. Отставание или опережение — больше половины сделки.")
            } else {
                format!("Even line: {target} × {done} ÷ {whole} workdays = {line}. Behind or ahead is more than half a sale off it.")
            });
        }
        let Some(pace) = basis.progress.pace() else { return lines };
        let calls = self.counted(Noun::Call, Case::Nominative, basis.progress.calls_before);
        let (workdays, pace) = (self.workdays(basis.progress.millidays_before), self.one_decimal(pace));
        lines.push(if self.is_ru() {
            format!("Темп: {calls} ÷ {workdays} до сегодняшнего = {pace} в день.")
        } else {
            format!("Pace: {calls} ÷ {workdays} before today = {pace} a day.")
        });
        if let Some(n) = figures.and_then(|it| it.coming) {
            let n = self.counted(Noun::Call, Case::Nominative, n);
            let until = self.date(basis.period.until);
            lines.push(if self.is_ru() {
                format!("С таким темпом до {until} будет ещё {n}.")
            } else {
                format!("At that pace {n} more by {until}.")
            });
        }
        lines
    }

    /// The switch for open presentations.
    #[must_use]
    pub fn count_open(self, open: u64) -> String {
        let n = self.count(open);
        if self.is_ru() {
            format!("Учитывать открытые презентации: ещё могут закрыться {n}.")
        } else {
            format!("Count open presentations: {n} may still close.")
        }
    }
}
