//! Funnel: headings, filters, second lines, targets.

use super::{
    Words,
    plural::{Case, Category, Noun},
};
use crate::{
    app::{
        prefs::Lang,
        route::{FunnelPart, Period},
    },
    domain::step::Step,
};

impl Words {
    /// Label of the period.
    #[must_use]
    pub const fn period_label(self) -> &'static str {
        self.pick("Period", "Период")
    }

    /// A period, as in its list.
    #[must_use]
    pub fn period(self, period: Period) -> String {
        match period {
            Period::Today => self.today().to_owned(),
            Period::Last(n) if self.is_ru() => {
                format!("Последние {}", self.counted(Noun::Day, Case::Nominative, u64::from(n)))
            }
            Period::Last(n) => format!("Last {n} days"),
            Period::Default => self.period(Period::Last(90)),
            Period::Month => self.pick("This month", "Этот месяц").to_owned(),
            Period::All => self.pick("All time", "Всё время").to_owned(),
            Period::Between(first, last) => self.span(first, last),
        }
    }

    /// Opens two fields for the days.
    #[must_use]
    pub const fn choose_dates(self) -> &'static str {
        self.pick("Choose dates…", "Выбрать даты…")
    }

    /// The first day of a period.
    #[must_use]
    pub const fn from_day(self) -> &'static str {
        self.pick("From", "С")
    }

    /// The last day of a period.
    #[must_use]
    pub const fn until_day(self) -> &'static str {
        self.pick("Until", "По")
    }

    /// Applies the days.
    #[must_use]
    pub const fn show(self) -> &'static str {
        self.pick("Show", "Показать")
    }

    /// Heading of the rates; read, not seen.
    #[must_use]
    pub const fn rates_heading(self) -> &'static str {
        self.pick("Rates", "Конверсии")
    }

    /// C7: no cold calls.
    #[must_use]
    pub const fn no_calls(self) -> &'static str {
        self.pick("No cold calls in this period.", "За этот период холодных звонков нет.")
    }

    /// Widens the period.
    #[must_use]
    pub const fn show_all_time(self) -> &'static str {
        self.pick("Show all time", "Показать всё время")
    }

    /// To the Log.
    #[must_use]
    pub const fn log_a_call(self) -> &'static str {
        self.pick("Log a call", "Записать звонок")
    }

    /// Heading of the verdicts; read, not seen.
    #[must_use]
    pub const fn verdict_heading(self) -> &'static str {
        self.pick("What stands out", "Главное")
    }

    /// A section of the screen.
    #[must_use]
    pub const fn funnel_part(self, part: FunnelPart) -> &'static str {
        match part {
            FunnelPart::Rates => self.rates_heading(),
            FunnelPart::Why => self.why_heading(),
            FunnelPart::Trend => self.pick("Trend", "Динамика"),
            FunnelPart::Lists => self.pick("Lists", "Базы"),
            FunnelPart::When => self.pick("Hours", "Часы"),
        }
    }

    /// Under the heading of the rates on one axis.
    #[must_use]
    pub const fn one_axis(self) -> &'static str {
        self.pick(
            "Every rate on one axis; thick: likely, thin: 19 times in 20",
            "Все конверсии на одной шкале; толсто — скорее всего, тонко — в 19 случаях из 20",
        )
    }

    /// The bars of the funnel.
    #[must_use]
    pub const fn funnel_bars(self) -> &'static str {
        self.pick("From call to sale", "От звонка до сделки")
    }

    /// Before the links to the sections.
    #[must_use]
    pub const fn jump_label(self) -> &'static str {
        self.pick("Sections", "Разделы воронки")
    }

    /// The rates on one axis.
    #[must_use]
    pub const fn chart_rates(self) -> &'static str {
        self.pick("How good, and how sure", "Насколько хорошо и насколько точно")
    }

    /// The funnel as bars.
    #[must_use]
    pub const fn chart_funnel(self) -> &'static str {
        self.pick("Where people are lost", "Где теряются люди")
    }

    /// Inbound is beside.
    #[must_use]
    pub const fn kept_out(self) -> &'static str {
        self.pick("kept out of cold-call rates", "не входит в конверсию звонков")
    }

    /// The seller's own chain.
    #[must_use]
    pub const fn all_steps(self) -> &'static str {
        self.pick("Every step", "Все шаги")
    }

    /// Days vary more than chance.
    #[must_use]
    pub const fn varied(self) -> &'static str {
        self.pick(
            "Your days vary more than chance; the ranges may be too narrow.",
            "Дни различаются сильнее, чем бывает случайно: границы могут быть узковаты.",
        )
    }

    /// The value of a call.
    #[must_use]
    pub fn value_call(self, minor: u64) -> String {
        let money = self.money(minor);
        if self.is_ru() {
            format!("Звонок приносил в среднем {money}")
        } else {
            format!("A call has brought {money} on average")
        }
    }

    /// The value of a presentation.
    #[must_use]
    pub fn value_presentation(self, minor: u64) -> String {
        let money = self.money(minor);
        let name = self.step(Step::Presentation);
        if self.is_ru() {
            format!("{} — {money}", name.to_lowercase())
        } else {
            format!("a {} {money}", name.to_lowercase())
        }
    }

    /// `From 5 sales with an amount: 200,000 ÷ 100 calls.`
    #[must_use]
    pub fn value_arithmetic(
        self,
        total: u64,
        sales: u64,
        calls: u64,
        big_percent: Option<u64>,
        call: u64,
    ) -> Vec<String> {
        let money = self.money(total);
        let mut lines = vec![match self.lang {
            Lang::En => format!(
                "{} with an amount: {money} ÷ {}.",
                self.counted(Noun::Sale, Case::Nominative, sales),
                self.counted(Noun::Call, Case::Nominative, calls)
            ),
            Lang::Ru => format!(
                "Сделок с суммой: {}. {money} ÷ {}.",
                self.count(sales),
                self.counted(Noun::Call, Case::Nominative, calls)
            ),
        }];
        let hundred = self.money(call.saturating_mul(100));
        lines.push(match self.lang {
            Lang::En => {
                format!("So a lead list of 100 numbers breaks even at {hundred}, your own time left out.")
            }
            Lang::Ru => format!(
                "Значит, база из 100 номеров окупается при цене до {hundred}, не считая вашего времени."
            ),
        });
        lines.extend(big_percent.map(|it| match self.lang {
            Lang::En => format!(
                "One deal is {} of the revenue: it decides the average.",
                self.percent(&self.count(it))
            ),
            Lang::Ru => {
                format!("Одна сделка — {} выручки: она и решает среднее.", self.percent(&self.count(it)))
            }
        }));
        lines
    }

    /// Of so many decided presentations.
    #[must_use]
    pub fn decided(self, decided: u64, won: &str) -> String {
        if self.is_ru() {
            let verb = if super::plural::category(self.lang, decided) == Category::One {
                "Решился"
            } else {
                "Решились"
            };
            let of_them = if decided == 1 { "из него" } else { "из них" };
            format!("{verb} {}, {of_them} купили {won}.", self.count(decided))
        } else {
            format!("Of {} decided you won {won}.", self.count(decided))
        }
    }

    /// The bounds of what the open ones can make of it.
    #[must_use]
    pub fn bounds(self, open: u64, total: u64, low: &str, high: &str) -> String {
        let fraction = self.fraction(open, total);
        match (self.is_ru(), open) {
            (true, _) => {
                let low = low.trim_end_matches(['%', super::number::NBSP]);
                format!("Ещё думают {fraction}, поэтому итог — от {low} до {high}.")
            }
            (false, 1) => format!("{fraction} is still open: between {low} and {high}."),
            (false, _) => format!("{fraction} are still open: between {low} and {high}."),
        }
    }

    /// Opens the link to the numbers of this period.
    #[must_use]
    pub const fn share_numbers(self) -> &'static str {
        self.pick("Share these numbers", "Поделиться цифрами")
    }

    /// What is in the link, and what is not.
    #[must_use]
    pub const fn share_note(self) -> &'static str {
        self.pick(
            "The link itself holds the counts of this period, nothing else; no server sees them.",
            "В самой ссылке — только числа за этот период, больше ничего; ни один сервер их не видит.",
        )
    }

    /// Label of the link.
    #[must_use]
    pub const fn share_label(self) -> &'static str {
        self.pick("Link", "Ссылка")
    }

    /// Puts the link on the clipboard.
    #[must_use]
    pub const fn copy_link(self) -> &'static str {
        self.pick("Copy", "Скопировать")
    }

    /// It is there.
    #[must_use]
    pub const fn link_copied(self) -> &'static str {
        self.pick("Copied.", "Скопировано.")
    }

    /// Opens the field for a target.
    #[must_use]
    pub const fn set_target(self) -> &'static str {
        self.pick("Set a target", "Задать цель")
    }

    /// Label of the field.
    #[must_use]
    pub const fn target_label(self) -> &'static str {
        self.pick(
            "Your target, in percent. None is built in.",
            "Ваша цель в процентах. Готовых норм здесь нет.",
        )
    }

    /// A target that is set.
    #[must_use]
    pub fn target_is(self, permille: u16) -> String {
        format!("{}: {}", self.pick("Your target", "Ваша цель"), self.permille(permille))
    }

    /// A target was refused.
    #[must_use]
    pub const fn target_error(self) -> &'static str {
        self.pick(
            "A target is a percentage from 0.1 to 100, like 25 or 2.5",
            "Цель — процент от 0,1 до 100, например 25 или 2,5",
        )
    }

    /// Takes a target away.
    #[must_use]
    pub const fn take_away(self) -> &'static str {
        self.pick("Remove", "Убрать")
    }
}
#[cfg(test)]
mod tests {
    use crate::text::{EN, RU};

    #[test]
    fn second_lines() {
        assert_eq!(EN.decided(19, "26%"), "Of 19 decided you won 26%.");
        assert_eq!(EN.bounds(6, 25, "20%", "44%"), "6 of 25 are still open: between 20% and 44%.");
        assert_eq!(RU.decided(19, "26\u{a0}%"), "Решились 19, из них купили 26\u{a0}%.");
        assert_eq!(
            RU.bounds(6, 25, "20\u{a0}%", "44\u{a0}%"),
            "Ещё думают 6 из 25, поэтому итог — от 20 до 44\u{a0}%."
        );
        assert_eq!(EN.value_call(200_000), "A call has brought 2,000 on average");
        assert_eq!(RU.value_presentation(800_000), "презентация — 8\u{a0}000");
    }
}
