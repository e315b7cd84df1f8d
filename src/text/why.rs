//! Losses and their reasons.

use super::{
    Words,
    plural::{Case, Noun},
    rates::capital,
};
use crate::{
    app::view::funnel::why::{Row, WhyView},
    domain::{date::Date, loss::Priced, reason::Side, stats::whole, step::Step},
    journal::settings::MiddleName,
};

impl Words {
    /// Heading of the reasons.
    #[must_use]
    pub const fn why_heading(self) -> &'static str {
        self.pick("Why", "Почему")
    }

    /// Heading of their chart.
    #[must_use]
    pub const fn chart_why(self) -> &'static str {
        self.pick("Why, priced in sales", "Почему — в сделках")
    }

    /// Heading of their chart when it counts.
    #[must_use]
    pub const fn chart_why_times(self) -> &'static str {
        self.pick("Why, how often", "Почему — сколько раз")
    }

    /// Bars in sales.
    #[must_use]
    pub const fn by_sales(self) -> &'static str {
        self.pick("sales lost", "в сделках")
    }

    /// Bars in times.
    #[must_use]
    pub const fn by_times(self) -> &'static str {
        self.pick("times", "число раз")
    }

    /// Between bars in sales and bars in times.
    #[must_use]
    pub const fn measure(self) -> &'static str {
        self.pick("Bars show", "Показать")
    }

    /// `100 calls, 75 lost; 25 presentations, 20 without a sale; 5 sales.`
    #[must_use]
    pub fn funnel_sentence(self, it: &WhyView) -> String {
        let calls = self.counted(Noun::Call, Case::Nominative, it.cold.calls);
        let presentations = self.counted(Noun::Presentation, Case::Nominative, it.cold.presentations);
        let sales = self.counted(Noun::Sale, Case::Nominative, it.cold.sales);
        let [lost, unsold] = it.lost.map(|it| self.count(it));
        let text = if self.is_ru() {
            format!("{calls}, потеряно {lost}; {presentations}, без сделки {unsold}; {sales}.")
        } else {
            format!("{calls}, {lost} lost; {presentations}, {unsold} without a sale; {sales}.")
        };
        let own = it.own.iter().map(|own| {
            let since = |day: Option<Date>| day.map(|it| format!(" {}", self.since(it))).unwrap_or_default();
            let lost = own
                .lost
                .map(|it| format!(", {}{}", self.lost_bar(Side::Call, it.n), since(it.since)))
                .unwrap_or_default();
            format!("{} {}{}{lost}.", self.name(&own.name), self.count(own.n), since(own.since))
        });
        core::iter::once(text).chain(own).collect::<Vec<_>>().join(" ")
    }

    /// The label of calls without a presentation, where an own step stands between.
    #[must_use]
    pub fn no_presentation(self, n: u64) -> String {
        let (n, it) = (self.count(n), self.noun(Noun::Presentation, Case::Genitive, 1));
        if self.is_ru() {
            format!("без {it} {n}")
        } else {
            format!("{n} no {}", self.plain_step(Step::Presentation))
        }
    }

    /// The label of a bar: `100 calls`.
    #[must_use]
    pub fn bar(self, step: Step, n: u64) -> String {
        self.counted(super::rates::noun(step), Case::Nominative, n)
    }

    /// The label of the lost part of a bar.
    #[must_use]
    pub fn lost_bar(self, side: Side, n: u64) -> String {
        let n = self.count(n);
        match (side, self.is_ru()) {
            (Side::Call, false) => format!("{n} lost"),
            (Side::Call, true) => format!("потеряно {n}"),
            (Side::Presentation, false) => format!("{n} no sale"),
            (Side::Presentation, true) => format!("без сделки {n}"),
        }
    }

    /// `+ 3 inbound`
    #[must_use]
    pub fn beside(self, n: u64) -> String {
        let n = self.count(n);
        if self.is_ru() { format!("+ {n} вх.") } else { format!("+ {n} inbound") }
    }

    /// A reason, with its step where the same name is on both sides.
    #[must_use]
    pub fn reason_row(self, row: &Row, all: &[Row]) -> String {
        let name = self.name(&row.name);
        let twice = all.iter().any(|it| it.step != row.step && self.name(&it.name) == name);
        match &row.own_step {
            Some(own) => format!("{name} ({})", self.name(own)),
            None if twice && row.side == Side::Presentation => format!("{name} ({})", self.middle_short()),
            None => name,
        }
    }

    const fn middle_short(self) -> &'static str {
        match self.middle {
            MiddleName::Presentation => self.pick("pres.", "през."),
            MiddleName::Meeting => self.pick("meeting", "встреча"),
        }
    }

    /// `31 times · 6.2`
    #[must_use]
    pub fn times_and_sales(self, priced: Priced, with_sales: bool) -> String {
        let times = self.counted(Noun::Time, Case::Nominative, priced.times);
        if with_sales { format!("{times} · {}", self.sales_tenths(priced.sales)) } else { times }
    }

    /// The two parts of what has no reason: `4 + 2 times · 2.8`.
    #[must_use]
    pub fn unexplained(self, parts: [Priced; 2], with_sales: bool) -> String {
        let [calls, presentations] = parts;
        let times = match (calls.times, presentations.times) {
            (a, 0) => self.counted(Noun::Time, Case::Nominative, a),
            (0, b) => self.counted(Noun::Time, Case::Nominative, b),
            (a, b) => format!("{} + {}", self.count(a), self.counted(Noun::Time, Case::Nominative, b)),
        };
        if with_sales {
            format!("{times} · {}", self.sales_tenths(calls.sales + presentations.sales))
        } else {
            times
        }
    }

    /// Sales with one decimal.
    #[must_use]
    pub fn sales_tenths(self, sales: f64) -> String {
        self.tenths(whole(sales * 10.0))
    }

    /// What the chart of reasons says.
    #[must_use]
    pub fn why_sentence(self, it: &WhyView, by_sales: bool) -> String {
        let top = it.reasons.iter().take(3);
        let parts: Vec<String> = top
            .map(|row| {
                let name = self.reason_row(row, &it.reasons);
                let times = self.counted(Noun::Time, Case::Nominative, row.priced.times);
                match (it.priced && by_sales, self.is_ru()) {
                    (true, false) => {
                        format!("{name} {times}, up to {} sales", self.sales_tenths(row.priced.sales))
                    }
                    (true, true) => {
                        format!("{name} — {times}, до {} сделки", self.sales_tenths(row.priced.sales))
                    }
                    (false, false) => format!("{name} {times}"),
                    (false, true) => format!("{name} — {times}"),
                }
            })
            .collect();
        let unknown: u64 = it.not_recorded.iter().map(|it| it.times).sum();
        let mut text = if parts.is_empty() {
            self.pick("No reasons recorded yet.", "Причин пока не записано.").to_owned()
        } else {
            format!("{}.", parts.join("; "))
        };
        if unknown > 0 {
            text = format!("{text} {}: {}.", self.not_recorded(), self.count(unknown));
        }
        if it.priced && by_sales {
            text.push_str(self.pick(
                " Sales are an upper bound: times × the later rates.",
                " Сделки — верхняя граница: число раз × дальнейшие проценты.",
            ));
        }
        text
    }

    /// How losses are priced.
    #[must_use]
    pub fn priced_how(self, rate: Option<&str>) -> String {
        match (rate, self.is_ru()) {
            (Some(rate), false) => format!(
                "A lost call × {rate} {} → sale; a lost {} counts as one sale. An upper bound: nobody wins them all.",
                self.plain_step(Step::Presentation),
                self.plain_step(Step::Presentation)
            ),
            (Some(rate), true) => format!(
                "Потерянный звонок × {rate}; потерянная {} — одна сделка. Это верхняя граница: всех не выиграть.",
                self.plain_step(Step::Presentation)
            ),
            (None, _) => self
                .pick(
                    "Losses can be priced in sales after the first sale; until then they are counted.",
                    "В сделках потери можно оценить после первой сделки, а пока это просто число раз.",
                )
                .to_owned(),
        }
    }

    /// A fixed step in lower case.
    #[must_use]
    pub fn plain_step(self, step: Step) -> String {
        self.step(step).to_lowercase()
    }

    /// More reasons than are shown.
    #[must_use]
    pub fn more_rows(self, n: u64) -> String {
        let n = self.count(n);
        if self.is_ru() { format!("Ещё {n}") } else { format!("{n} more") }
    }

    /// Fewer rows again.
    #[must_use]
    pub const fn fewer_rows(self) -> &'static str {
        self.pick("Fewer", "Свернуть")
    }

    /// Headings of the table of the funnel.
    #[must_use]
    pub fn funnel_head(self) -> [String; 4] {
        [
            self.pick("Step", "Шаг").to_owned(),
            self.pick("Reached it", "Дошли").to_owned(),
            self.pick("Lost after it", "Потеряно").to_owned(),
            self.pick("Counted in rates", "В конверсии").to_owned(),
        ]
    }

    /// Yes, or left out.
    #[must_use]
    pub const fn counted_in(self, yes: bool) -> &'static str {
        if yes { self.pick("yes", "да") } else { self.pick("left out", "вне расчёта") }
    }

    /// Headings of the table of reasons.
    #[must_use]
    pub fn why_head(self) -> [String; 5] {
        [
            self.pick("Reason", "Причина").to_owned(),
            self.pick("After", "После шага").to_owned(),
            self.pick("Times", "Раз").to_owned(),
            self.pick("Sales, at most", "Сделок, не больше").to_owned(),
            self.pick("What to fix", "Что чинить").to_owned(),
        ]
    }

    /// Heading of the column with money.
    #[must_use]
    pub const fn worth_head(self) -> &'static str {
        self.pick("Worth, at most", "В деньгах, не больше")
    }

    /// A fixed step as a row of a table.
    #[must_use]
    pub fn step_row(self, step: Step) -> String {
        capital(self.plural(step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::funnel::{fixture, slice, why},
        text::{EN, RU},
    };

    fn article() -> WhyView {
        why::view(&slice::sum(&fixture::article()))
    }

    #[test]
    fn the_funnel_of_the_article() {
        let it = article();
        assert_eq!(
            EN.funnel_sentence(&it),
            "100 calls, 75 lost; 25 presentations, 20 without a sale; 5 sales."
        );
        assert_eq!(
            RU.funnel_sentence(&it),
            "100 звонков, потеряно 75; 25 презентаций, без сделки 20; 5 сделок."
        );
    }

    #[test]
    fn own_steps_and_their_losses_say_from_when_they_are_counted() {
        let it = why::view(&slice::sum(&fixture::two_own_steps()));
        let own = |text: &str| text.split_once(". ").unwrap().1.to_owned();
        assert_eq!(
            own(&EN.funnel_sentence(&it)),
            "Reached 100 since 3 May, 10 lost since 5 June. Booked 10 since 5 June, 4 lost."
        );
        assert_eq!(
            own(&RU.funnel_sentence(&it)),
            "Reached 100 с 3 мая, потеряно 10 с 5 июня. Booked 10 с 5 июня, потеряно 4."
        );
    }

    #[test]
    fn reasons_in_sales() {
        let it = article();
        let rows: Vec<String> = it
            .reasons
            .iter()
            .take(3)
            .map(|row| {
                format!("{} {}", EN.reason_row(row, &it.reasons), EN.times_and_sales(row.priced, true))
            })
            .collect();
        assert_eq!(
            rows,
            ["No answer 31 times · 6.2", "Too expensive 6 times · 6.0", "Not a fit (pres.) 5 times · 5.0"]
        );
        assert_eq!(EN.unexplained(it.not_recorded, true), "4 + 2 times · 2.8");
        assert_eq!(RU.unexplained(it.not_recorded, true), "4 + 2 раза · 2,8");
        assert!(
            EN.why_sentence(&it, true)
                .starts_with("No answer 31 times, up to 6.2 sales; Too expensive 6 times")
        );
    }
}
