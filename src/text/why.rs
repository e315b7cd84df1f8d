//! Losses and their reasons.

use super::{
    Words,
    number::to_whole,
    plural::{Case, Noun},
    rates::capital,
};
use crate::{
    app::view::funnel::why::{Advised, Row, Told, WhyView},
    domain::{loss::Priced, reason::Side, reasons::Reading, step::Step},
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
        self.pick("sales lost", "потеряно сделок")
    }

    /// Bars in times.
    #[must_use]
    pub const fn by_times(self) -> &'static str {
        self.pick("times", "сколько раз")
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
        if self.is_ru() {
            format!("{calls}, потеряно {lost}; {presentations}, без сделки {unsold}; {sales}.")
        } else {
            format!("{calls}, {lost} lost; {presentations}, {unsold} without a sale; {sales}.")
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
        self.tenths(to_whole(sales * 10.0))
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
            text.push_str(&match self.is_ru() {
                false => format!(" Not recorded: {}.", self.count(unknown)),
                true => format!(" Не указано: {}.", self.count(unknown)),
            });
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

    /// Qualify harder, or present better.
    #[must_use]
    pub fn reading(self, told: &Told) -> String {
        let counts = told.counts;
        let telling = counts.qualifying + counts.presentation;
        match (told.reading, self.is_ru()) {
            (Reading::LogMore(1), false) => "Log 1 more reason to tell.".to_owned(),
            (Reading::LogMore(n), false) => format!("Log {} more reasons to tell.", self.count(n)),
            (Reading::LogMore(n), true) => format!("Чтобы понять, запишите ещё причин: {}.", self.count(n)),
            (Reading::Qualify(_), false) => format!(
                "You recorded {} as not real prospects: qualify harder before you present.",
                self.fraction(counts.qualifying, telling)
            ),
            (Reading::Qualify(_), true) => format!(
                "Не те клиенты — {}: строже отбирайте до {}.",
                self.fraction(counts.qualifying, telling),
                self.noun(Noun::Presentation, Case::Genitive, 1)
            ),
            (Reading::Present(_), false) => {
                "Most losses were real prospects who said no: improve the presentation, or make a new one."
                    .to_owned()
            }
            (Reading::Present(_), true) => {
                "Отказывают настоящие клиенты: улучшите презентацию или сделайте новую.".to_owned()
            }
            (Reading::BothWays(_), _) => {
                self.pick("The reasons point both ways.", "Причины говорят и о том, и о другом.").to_owned()
            }
        }
    }

    /// What the reading is made of.
    #[must_use]
    pub fn reading_arithmetic(self, told: &Told) -> String {
        let counts = told.counts;
        let [q, p, t] = [counts.qualifying, counts.presentation, counts.timing].map(|it| self.count(it));
        if self.is_ru() {
            format!(
                "Причины после {}: отбор — {q}, презентация и предложение — {p}, срок — {t} (не в счёт).",
                self.noun(Noun::Presentation, Case::Genitive, 2)
            )
        } else {
            format!(
                "Reasons after {}: qualifying {q}, presentation and offer {p}, timing {t} (left out).",
                self.plural(Step::Presentation)
            )
        }
    }

    /// Another opening, or another list; a sentence or two.
    #[must_use]
    pub fn advice(self, it: &Advised) -> Option<String> {
        let reached = |x: u64, n: u64| {
            let fraction = self.fraction(x, n);
            if self.is_ru() {
                format!("Без интереса — {fraction} собеседников.")
            } else {
                format!("{fraction} people you reached were not interested.")
            }
        };
        Some(match it {
            Advised::Nothing => return None,
            Advised::OpeningAndList(share) => format!(
                "{} {}",
                reached(share.x(), share.n()),
                self.pick(
                    "Work on your opening and on who is on the list.",
                    "Поработайте над началом звонка и качеством базы."
                )
            ),
            Advised::Lists(names, share) => {
                let names: Vec<String> = names.iter().map(|it| self.quoted(&self.name(it))).collect();
                let names = names.join(", ");
                let advice = if self.is_ru() {
                    format!("Мало только в базе {names}: меняйте базу.")
                } else {
                    format!("Low only on {names}: change the list.")
                };
                format!("{} {advice}", reached(share.x(), share.n()))
            }
            Advised::EveryList(share) => format!(
                "{} {}",
                reached(share.x(), share.n()),
                self.pick(
                    "Low on every list: change the opening.",
                    "Мало во всех базах: меняйте начало звонка."
                )
            ),
        })
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
        domain::{conversion::Share, reasons::AfterPresentation},
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

    #[test]
    fn readings_and_advice() {
        let told = |qualifying, presentation, reading| Told {
            counts: AfterPresentation { qualifying, presentation, timing: 0, losses: 20 },
            reading,
        };
        let qualify = told(11, 3, Reading::Qualify(0.99));
        assert_eq!(
            EN.reading(&qualify),
            "You recorded 11 of 14 as not real prospects: qualify harder before you present."
        );
        assert_eq!(RU.reading(&qualify), "Не те клиенты — 11 из 14: строже отбирайте до презентации.");
        assert_eq!(EN.reading(&told(1, 1, Reading::LogMore(6))), "Log 6 more reasons to tell.");
        assert_eq!(RU.reading(&told(8, 8, Reading::BothWays(0.5))), "Причины говорят и о том, и о другом.");
        let share = Share::new(30, 42).unwrap();
        assert_eq!(
            EN.advice(&Advised::OpeningAndList(share)).unwrap(),
            "30 of 42 people you reached were not interested. Work on your opening and on who is on the list."
        );
        assert_eq!(
            RU.advice(&Advised::OpeningAndList(share)).unwrap(),
            "Без интереса — 30 из 42 собеседников. Поработайте над началом звонка и качеством базы."
        );
    }
}
