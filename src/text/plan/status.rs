//! What is said first: how things stand.

use super::sentence::Sentence;
use crate::{
    app::view::plan::{Basis, Figures, Period, figures::Hours, money::Money},
    domain::{conversion::in_ten, date::Date, delay::Delay, pace::Standing},
    journal::settings::Goal,
    text::{
        Words,
        plural::{Case, Noun},
    },
};

impl Words {
    /// The quota in two parts of a line: `15 sales,` and `1–30 June`.
    #[must_use]
    pub fn quota_line(self, basis: &Basis) -> [String; 2] {
        let what = match basis.quota.goal {
            Goal::Sales(n) => self.counted(Noun::Sale, Case::Nominative, u64::from(n)),
            Goal::Money(n) => self.money(n),
        };
        [format!("{what},"), self.span(basis.period.from, basis.quota.until)]
    }

    /// Beside it: which workday it is, whether inbound sales count.
    #[must_use]
    pub fn quota_details(self, basis: &Basis) -> Vec<String> {
        let (now, all) = (basis.workdays.to_today().days, basis.workdays.whole().days);
        let day = if basis.is_ahead() {
            self.counted(Noun::Workday, Case::Nominative, all)
        } else if self.is_ru() {
            format!("рабочий день {now} из {all}")
        } else {
            format!("workday {now} of {all}")
        };
        let inbound = match (basis.quota.inbound, self.is_ru()) {
            (true, false) => "inbound sales count: yes",
            (false, false) => "inbound sales count: no",
            (true, true) => "входящие сделки: считаются",
            (false, true) => "входящие сделки: не считаются",
        };
        vec![day, inbound.to_owned()]
    }

    /// Ahead, on pace or behind; the even line; where this pace leads.
    #[must_use]
    pub fn pace_sentence(self, basis: &Basis, figures: Option<&Figures>) -> Option<Sentence> {
        let (standing, line) = basis.standing()?;
        let sales = self.counted(Noun::Sale, Case::Nominative, basis.closed.counted);
        let line = self.one_decimal(line);
        let word = match standing {
            Standing::Ahead => self.pick("▲ Ahead", "▲ Опережаете"),
            Standing::OnPace => self.pick("● On pace", "● По графику"),
            Standing::Behind => self.pick("▼ Behind pace", "▼ Отстаёте"),
        };
        let start = Sentence::new(if self.is_ru() {
            format!("{word}: у вас {sales}, по ровному графику к вечеру {line}.")
        } else {
            format!("{word}: you have {sales}, the even line by tonight is {line}.")
        });
        let Some(pace) = basis.progress.pace() else {
            return Some(start.words(self.pick(
                " Too early for a pace: it is read off workdays that are over.",
                " О темпе судить рано: он считается по прошедшим рабочим дням.",
            )));
        };
        let tenths = crate::domain::stats::whole(pace * 10.0);
        let calls = self.counted_tenths(Noun::Call, tenths);
        if pace <= 0.0 {
            return Some(start);
        }
        let Some(p) = figures.and_then(|it| it.pace_chance) else {
            return Some(start.words(if self.is_ru() {
                format!(" Темп: {calls} в день.")
            } else {
                format!(" So far {calls} a day.")
            }));
        };
        let often = self.about_often(p);
        Some(
            start
                .words(if self.is_ru() {
                    format!(" Темп: {calls} в день. Так план выполнится {often} (")
                } else {
                    format!(" At {calls} a day you make it {often} (")
                })
                .figure("plan-chance", self.chance(p))
                .words(")."),
        )
    }

    /// `about 4 times in 10`; a chance that no tenth is near to is told as less or more than one in twenty.
    pub(super) fn about_often(self, p: f64) -> String {
        if p < 0.05 {
            return self.pick("less than 1 time in 20", "реже чем в 1 случае из 20").to_owned();
        }
        if p > 0.95 {
            return self.pick("more than 19 times in 20", "чаще чем в 19 случаях из 20").to_owned();
        }
        format!("{} {}", self.pick("about", "примерно"), self.times_in(in_ten(p) * 10))
    }

    /// The quota is met.
    #[must_use]
    pub fn quota_met(self, basis: &Basis, early: u64) -> String {
        let (done, of) = match basis.money {
            Some(it) => (self.money(it.closed), self.money(it.target)),
            None => (self.count(basis.closed.counted), self.count(basis.target())),
        };
        let days = self.counted(Noun::Workday, Case::Accusative, early);
        match (early, self.is_ru()) {
            (0, false) => format!("Quota met: {done} of {of}."),
            (0, true) => format!("План выполнен: {done} из {of}."),
            (_, false) => format!("Quota met: {done} of {of}, {days} early."),
            (_, true) => format!("План выполнен: {done} из {of}, раньше срока на {days}."),
        }
    }

    /// Raises a quota that is met.
    #[must_use]
    pub const fn raise_it(self) -> &'static str {
        self.pick("Raise it", "Поднять план")
    }

    /// The period is over.
    #[must_use]
    pub fn period_over(self, basis: &Basis) -> String {
        let (done, of) = match basis.money {
            Some(it) => (self.money(it.closed), self.money(it.target)),
            None => (self.count(basis.closed.counted), self.count(basis.target())),
        };
        let name = self.period_name(basis.period, false);
        if self.is_ru() {
            format!("{name} закончился: {done} из {of}.")
        } else {
            format!("{name} is over: {done} of {of}.")
        }
    }

    /// Starts the next period.
    #[must_use]
    pub fn start_next(self, next: Period) -> String {
        let name = self.period_name(next, true);
        if self.is_ru() {
            format!("Начать {name} с тем же планом")
        } else {
            format!("Start {name} with the same quota")
        }
    }

    /// `June`, or the days where it is no whole month.
    fn period_name(self, period: Period, inside: bool) -> String {
        let Period { from, until } = period;
        if from == from.month_start() && until == from.month_end() {
            let year = from.ymd().0;
            let year = if year == self.year { String::new() } else { format!(" {year}") };
            let month = format!("{}{year}", self.month(from));
            return if self.is_ru() && inside { month.to_lowercase() } else { month };
        }
        let span = self.span(from, until);
        match (self.is_ru(), inside) {
            (false, _) => span,
            (true, false) => format!("Период {span}"),
            (true, true) => format!("период {span}"),
        }
    }

    /// Too little data: what a projection needs.
    #[must_use]
    pub const fn too_early(self) -> &'static str {
        self.pick(
            "A projection needs 30 calls and 1 sale. Until then these are example rates, not yours.",
            "Для прогноза нужны 30 звонков и 1 сделка. Пока это примерные проценты, не ваши.",
        )
    }

    /// The upper limit, which is all one can say: `0 of 100: at most 2.5% so far.`
    #[must_use]
    pub fn at_most(self, sales: u64, calls: u64, most: f64) -> String {
        let (x, n) = (self.count(sales), self.count(calls));
        let tenths = crate::domain::stats::whole(most * 1000.0);
        let most = if tenths < 100 { self.tenths(tenths) } else { ((tenths + 5) / 10).to_string() };
        let most = self.percent(&most);
        if self.is_ru() {
            format!("{x} из {n}: пока не больше {most}.")
        } else {
            format!("{x} of {n}: at most {most} so far.")
        }
    }

    /// Some presentations or sales came from before the period.
    #[must_use]
    pub fn plan_late(self, basis: &Basis) -> String {
        let cold = basis.cold;
        let (calls, presentations, sales) =
            (self.count(cold.calls), self.count(cold.presentations), self.count(cold.sales));
        match (cold.presentations > cold.calls, self.is_ru()) {
            (true, false) => format!(
                "More presentations ({presentations}) than calls ({calls}): some came from earlier calls. Choose a longer period."
            ),
            (true, true) => format!(
                "Презентаций ({presentations}) больше, чем звонков ({calls}): часть — от прежних звонков. Выберите период длиннее."
            ),
            (false, false) => format!(
                "More sales ({sales}) than presentations ({presentations}): some came from earlier presentations. Choose a longer period."
            ),
            (false, true) => format!(
                "Сделок ({sales}) больше, чем презентаций ({presentations}): часть — от прежних презентаций. Выберите период длиннее."
            ),
        }
    }

    /// Which days the rates come from, where it is not the usual ones.
    #[must_use]
    pub fn rates_from(self, first: Date, last: Date) -> String {
        let days = self.span(first, last);
        if self.is_ru() { format!("Проценты за {days}.") } else { format!("Rates from {days}.") }
    }

    /// Leads back to the usual days.
    #[must_use]
    pub const fn last_ninety_days(self) -> &'static str {
        self.pick("Count the last 90 days", "Считать за последние 90 дней")
    }

    /// Leads to the plan from all records.
    #[must_use]
    pub const fn all_time(self) -> &'static str {
        self.pick("Count all time", "Считать за всё время")
    }

    /// Where only division is possible.
    #[must_use]
    pub fn division_only(self, to_go: u64, calls: u128) -> Sentence {
        let noun = self.noun(Noun::Call, Case::Nominative, u64::try_from(calls).unwrap_or(u64::MAX));
        let (to_go, n) = (self.count(to_go), self.count(calls));
        if self.is_ru() {
            Sentence::new(format!("Осталось: {to_go}. Простое деление: ещё "))
                .figure("plan-calls-simple", n)
                .words(format!(" {noun}."))
        } else {
            Sentence::new(format!("{to_go} to go. Simple division says "))
                .figure("plan-calls-simple", n)
                .words(format!(" more {noun}."))
        }
    }

    /// What is left, and no more.
    #[must_use]
    pub fn to_go(self, to_go: u64) -> String {
        let n = self.count(to_go);
        if self.is_ru() { format!("Осталось: {n}.") } else { format!("{n} to go.") }
    }

    /// Nothing left to work on.
    #[must_use]
    pub fn no_workdays(self, basis: &Basis) -> String {
        let n = match basis.money {
            Some(it) => self.money(it.to_go),
            None => self.count(basis.to_go()),
        };
        if self.is_ru() {
            format!("Рабочих дней не осталось, не хватает: {n}.")
        } else {
            format!("No workdays left; {n} to go.")
        }
    }

    /// Counts beyond the arithmetic of chances.
    #[must_use]
    pub const fn too_large(self) -> &'static str {
        self.pick(
            "These counts are too large for a chance; simple division still holds.",
            "Для расчёта шансов числа слишком велики; простое деление работает.",
        )
    }

    /// A quota in money.
    #[must_use]
    pub fn money_sentence(self, money: &Money) -> Sentence {
        let to_go = self.money(money.to_go);
        let Ok(calls) = money.calls else {
            return Sentence::new(if self.is_ru() {
                format!("Осталось {to_go}. Для деления нужны звонки и хотя бы одна сделка с суммой.")
            } else {
                format!("{to_go} to go. Division needs calls and at least one sale with an amount.")
            });
        };
        let noun = self.noun(Noun::Call, Case::Nominative, u64::try_from(calls).unwrap_or(u64::MAX));
        if self.is_ru() {
            Sentence::new(format!("Осталось {to_go}: простое деление — "))
                .figure("plan-calls-money", self.count(calls))
                .words(format!(" {noun}."))
        } else {
            Sentence::new(format!("{to_go} to go: simple division says "))
                .figure("plan-calls-money", self.count(calls))
                .words(format!(" {noun}."))
        }
    }

    /// How the calls of a quota in money fall on the days.
    #[must_use]
    pub fn money_days(self, basis: &Basis, today: Option<u64>, after: Option<u64>) -> Option<Sentence> {
        let workdays = self.workdays(basis.workdays.after.millidays);
        let figure = |it: Sentence, id, n: u64| it.figure(id, self.count(n));
        Some(match (today, after, self.is_ru()) {
            (Some(today), Some(after), false) => {
                let it = figure(Sentence::default(), "plan-today", today).words(" today, then ");
                figure(it, "plan-per-day", after).words(format!(" a day for {workdays}."))
            }
            (Some(today), Some(after), true) => {
                let it = figure(Sentence::new("Сегодня "), "plan-today", today).words(", потом по ");
                figure(it, "plan-per-day", after).words(format!(" в день, {workdays}."))
            }
            (None, Some(after), false) => {
                figure(Sentence::default(), "plan-per-day", after).words(format!(" a day for {workdays}."))
            }
            (None, Some(after), true) => {
                figure(Sentence::new("По "), "plan-per-day", after).words(format!(" в день, {workdays}."))
            }
            (Some(today), None, false) => figure(Sentence::default(), "plan-today", today).words(" today."),
            (Some(today), None, true) => figure(Sentence::new("Сегодня "), "plan-today", today).words("."),
            (None, None, _) => return None,
        })
    }

    /// One big deal decides: better plan in sales.
    #[must_use]
    pub fn one_big_deal(self, percent: u64) -> String {
        let share = self.percent(&percent.to_string());
        if self.is_ru() {
            format!("Одна сделка — {share} выручки: лучше планировать в сделках.")
        } else {
            format!("One deal is {share} of the revenue: plan in sales instead.")
        }
    }

    /// Calls after this day mostly close too late.
    #[must_use]
    pub fn last_useful(self, basis: &Basis) -> Option<String> {
        let day = self.date(basis.last_useful?);
        let days = self.counted(Noun::Day, Case::Nominative, u64::from(basis.delay.days()));
        let from = match (basis.delay, self.is_ru()) {
            (Delay::Learned { low, high, .. }, false) => {
                format!("{days} from presentation to sale, {low}–{high}")
            }
            (Delay::Learned { low, high, .. }, true) => {
                format!("от презентации до сделки — {days}, {low}–{high}")
            }
            (Delay::Typed(_), false) => format!("{days} from presentation to sale"),
            (Delay::Typed(_), true) => format!("от презентации до сделки — {days}"),
            (Delay::Assumed, false) => format!("assumed: {days} from presentation to sale"),
            (Delay::Assumed, true) => format!("принято: от презентации до сделки — {days}"),
        };
        Some(if self.is_ru() {
            format!("Звонки после {day} дадут сделки в основном уже после срока ({from}).")
        } else {
            format!("Calls after {day} mostly close after the deadline ({from}).")
        })
    }

    /// About how many hours it takes.
    #[must_use]
    pub fn hours(self, it: Hours, calls: u64) -> String {
        let hours = self.count(it.hours);
        let calls = self.counted(Noun::Call, Case::Nominative, calls);
        let presentations = self.counted(Noun::Presentation, Case::Nominative, it.presentations);
        let (per_call, per_presentation) = (self.count(it.per_call), self.count(it.per_presentation));
        if self.is_ru() {
            format!("Около {hours} ч: {calls} по {per_call} мин, {presentations} по {per_presentation} мин.")
        } else {
            let noun = if it.hours == 1 { "hour" } else { "hours" };
            format!(
                "About {hours} {noun}: {calls} of {per_call} min, {presentations} of {per_presentation} min."
            )
        }
    }
}
