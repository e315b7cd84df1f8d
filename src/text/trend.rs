//! The trend, and the changes the seller noted.

use super::{
    Words,
    plural::{Case, Noun},
};
use crate::{
    app::view::funnel::trend::{Change, TrendView, Week},
    domain::{compare::Strength, conversion::in_ten, delay::Delay, trend::Point},
    journal::settings::RateKey,
};

impl Words {
    /// Heading of its chart.
    #[must_use]
    pub const fn chart_trend(self) -> &'static str {
        self.pick("Weeks; older ones fade, by half every 4", "Недели: старые слабеют, вдвое за 4 недели")
    }

    /// Which rate is drawn.
    #[must_use]
    pub const fn trend_rate(self) -> &'static str {
        self.pick("Rate", "Конверсия")
    }

    /// `April 22% to June 25%; the ranges overlap: no clear change.`
    #[must_use]
    pub fn trend_sentence(self, it: &TrendView) -> String {
        let Some((first, last, from, to)) =
            it.ends().and_then(|(first, last)| Some((first, last, first.point?, last.point?)))
        else {
            return self
                .pick(
                    "Too little data for a line: it needs two weeks and about 20 tries.",
                    "Для линии мало данных: нужны две недели и около 20 попыток.",
                )
                .to_owned();
        };
        let same_month = first.first.month_start() == last.first.month_start();
        let name = |week: &Week| {
            if same_month { self.date(week.first) } else { self.month(week.first).to_owned() }
        };
        let (left, right) = (self.share_of_one(from.mean), self.share_of_one(to.mean));
        let overlap = from.likely.lo <= to.likely.hi && to.likely.lo <= from.likely.hi;
        let change = if overlap {
            self.pick("the ranges overlap: no clear change", "границы перекрываются: явной перемены нет")
        } else if to.mean > from.mean {
            self.pick("the ranges are apart: it has risen", "границы разошлись: выросло")
        } else {
            self.pick("the ranges are apart: it has fallen", "границы разошлись: снизилось")
        };
        if self.is_ru() {
            format!("{}: {left}, {}: {right}; {change}.", name(first), name(last).to_lowercase())
        } else {
            format!("{} {left} to {} {right}; {change}.", name(first), name(last))
        }
    }

    /// What the bands are.
    #[must_use]
    pub const fn bands(self) -> &'static str {
        self.pick(
            "Darker band: likely. Lighter: 19 times in 20. Wide on purpose, to leave room for drift.",
            "Тёмная полоса — скорее всего, светлая — в 19 случаях из 20. Они нарочно широкие: с запасом на перемены.",
        )
    }

    /// Hollow points.
    #[must_use]
    pub const fn hollow(self) -> &'static str {
        self.pick(
            "Hollow: too fresh, sales may still come.",
            "Пустые точки — рано судить: сделки ещё могут закрыться.",
        )
    }

    /// The days from presentation to sale.
    #[must_use]
    pub fn delay(self, it: Delay) -> String {
        match (it, self.is_ru()) {
            (Delay::Learned { median, low, high, .. }, false) => format!(
                "Sales come about {} after the presentation ({low}–{high}).",
                self.counted(Noun::Day, Case::Nominative, u64::from(median))
            ),
            (Delay::Learned { median, low, high, .. }, true) => format!(
                "От презентации до сделки обычно {} ({low}–{high}).",
                self.counted(Noun::Day, Case::Nominative, u64::from(median))
            ),
            (Delay::Typed(days), false) => format!(
                "From presentation to sale: {}, as you set it.",
                self.counted(Noun::Day, Case::Nominative, u64::from(days))
            ),
            (Delay::Typed(days), true) => format!(
                "От презентации до сделки: {}, как вы указали.",
                self.counted(Noun::Day, Case::Nominative, u64::from(days))
            ),
            (Delay::Assumed, _) => format!(
                "{}: {}.",
                self.pick("Assumed from presentation to sale", "Принято от презентации до сделки"),
                self.counted(Noun::Day, Case::Nominative, u64::from(it.days()))
            ),
        }
    }

    /// A week of the chart as it is read.
    #[must_use]
    pub fn week_text(self, week: &Week, point: &Point) -> String {
        let fraction = self.fraction(week.counts.x, week.counts.n);
        let likely = self.range_of_one(point.mean, point.likely);
        let mut text = format!(
            "{}: {}, {} {likely}; {} {fraction}",
            self.week_from(week),
            self.share_of_one(point.mean),
            self.likely(),
            self.pick("that week", "за неделю"),
        );
        if !week.ripe {
            text.push_str(self.pick("; too fresh", "; рано судить"));
        }
        text
    }

    fn week_from(self, week: &Week) -> String {
        if self.is_ru() {
            format!("неделя с {}", self.date(week.first))
        } else {
            format!("Week of {}", self.date(week.first))
        }
    }

    /// Headings of the table of weeks.
    #[must_use]
    pub fn trend_head(self) -> [String; 6] {
        [
            self.pick("Week of", "Неделя с").to_owned(),
            self.pick("Reached", "Дошли").to_owned(),
            self.pick("Of", "Из").to_owned(),
            self.pick("Line", "Линия").to_owned(),
            super::rates::capital(self.likely()),
            self.percent("95"),
        ]
    }

    /// A row of it.
    #[must_use]
    pub fn trend_row(self, week: &Week) -> [String; 6] {
        let shown =
            |text: &dyn Fn(&Point) -> String| week.point.as_ref().map_or_else(|| "–".to_owned(), text);
        let fresh = if week.ripe { "" } else { " ○" };
        [
            format!("{}{fresh}", self.date(week.first)),
            self.count(week.counts.x),
            self.count(week.counts.n),
            shown(&|it| self.share_of_one(it.mean)),
            shown(&|it| self.range_of_one(it.mean, it.likely)),
            shown(&|it| self.range_of_one(it.mean, it.wide)),
        ]
    }

    /// The changes the seller noted.
    #[must_use]
    pub const fn changes_heading(self) -> &'static str {
        self.pick("What you changed", "Что вы поменяли")
    }

    /// Notes a change.
    #[must_use]
    pub const fn note_change(self) -> &'static str {
        self.pick("Note a change", "Отметить перемену")
    }

    /// What to type there.
    #[must_use]
    pub const fn change_hint(self) -> &'static str {
        self.pick(
            "What changed, from which day? e.g. new opener",
            "Что изменилось и с какого дня? Например: новое начало звонка",
        )
    }

    /// The field of its text.
    #[must_use]
    pub const fn change_text(self) -> &'static str {
        self.pick("What changed", "Что изменилось")
    }

    /// The field of its day.
    #[must_use]
    pub const fn change_day(self) -> &'static str {
        self.pick("From which day", "С какого дня")
    }

    /// A change with what came before and after.
    #[must_use]
    pub fn change_line(self, it: &Change, key: RateKey) -> String {
        let part = |(x, n): (u64, u64)| {
            let rate = crate::app::view::funnel::rates::Rate::of(x, n);
            match rate.shown {
                Some(shown) => format!("{} ({})", self.rate_figure(shown.share), self.fraction(x, n)),
                None => self.fraction(x, n),
            }
        };
        let (before, after) = (part(it.before), part(it.after));
        let verdict = match it.preference {
            None => self.pick("too few to compare", "для сравнения мало").to_owned(),
            Some(it) => {
                let n = in_ten(it.certainty);
                match (it.strength, it.best == 1) {
                    (Strength::NoClearDifference, _) => {
                        self.pick("no clear difference", "явной разницы нет").to_owned()
                    }
                    (Strength::Better, true) => self.pick("better", "лучше").to_owned(),
                    (Strength::Better, false) => self.pick("worse", "хуже").to_owned(),
                    (Strength::LikelyBetter, true) => format!(
                        "{} {n} {}",
                        self.pick("likely better, about", "скорее всего лучше, примерно"),
                        self.pick("in 10", "из 10")
                    ),
                    (Strength::LikelyBetter, false) => format!(
                        "{} {n} {}",
                        self.pick("likely worse, about", "скорее всего хуже, примерно"),
                        self.pick("in 10", "из 10")
                    ),
                }
            }
        };
        format!(
            "{}: {} {before}, {} {after}: {verdict}.",
            self.rate_name(key),
            self.pick("before", "до"),
            self.pick("after", "после"),
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        app::view::funnel::{fixture, slice, trend},
        domain::delay::Delay,
        journal::{record::What, settings::RateKey},
        text::{EN, RU},
    };

    #[test]
    fn a_trend_and_a_change_in_words() {
        let mut all = vec![fixture::setting("change/2025-05-05", serde_json::json!("new opener"))];
        for (week, presentations) in (0..12).zip([8, 8, 8, 8, 8, 8, 16, 16, 16, 16, 16, 16]) {
            let on = fixture::day("2025-03-24").plus_days(7 * week).to_string();
            all.push(fixture::entry(&on, What::CALL, None, None, 60));
            all.push(fixture::entry(&on, What::PRESENTATION, None, None, presentations));
        }
        let it = trend::view(&slice::sum(&fixture::state(all, "#/funnel")), RateKey::CallPresentation);
        assert_eq!(EN.trend_sentence(&it), "March 14% to June 23%; the ranges are apart: it has risen.");
        assert_eq!(RU.trend_sentence(&it), "Март: 14\u{a0}%, июнь: 23\u{a0}%; границы разошлись: выросло.");
        assert_eq!(
            EN.change_line(&it.changes[0], it.key),
            "Call → presentation: before 13% (48 of 360), after 27% (96 of 360): better."
        );
        assert_eq!(
            RU.change_line(&it.changes[0], it.key),
            "Звонок → презентация: до 13\u{a0}% (48 из 360), после 27\u{a0}% (96 из 360): лучше."
        );
    }

    #[test]
    fn delays() {
        let learned = Delay::Learned { median: 14, low: 9, high: 20, answers: 10 };
        assert_eq!(EN.delay(learned), "Sales come about 14 days after the presentation (9–20).");
        assert_eq!(RU.delay(learned), "От презентации до сделки обычно 14 дней (9–20).");
        assert_eq!(EN.delay(Delay::Assumed), "Assumed from presentation to sale: 14 days.");
    }
}
