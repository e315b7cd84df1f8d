//! Charts E and F in words and as tables.

use super::what_if::Slider;
use crate::{
    app::view::plan::{
        Basis,
        curve::{Better, Curve},
        endings::Endings,
    },
    text::{
        Words,
        plural::{Case, Noun},
    },
};

/// A table: caption, heads, rows.
pub type Told = (String, Vec<String>, Vec<Vec<String>>);

impl Words {
    /// Heading of chart E.
    #[must_use]
    pub const fn chance_title(self) -> &'static str {
        self.pick("Chance of making it, by calls still made", "Шанс выполнить план — по числу новых звонков")
    }

    /// The axis of chart E.
    #[must_use]
    pub const fn calls_axis(self) -> &'static str {
        self.pick("more calls", "ещё звонков")
    }

    /// `160 calls 37%`.
    #[must_use]
    pub fn calls_and_chance(self, (calls, p): (u64, f64)) -> String {
        format!("{} {}", self.counted(Noun::Call, Case::Nominative, calls), self.chance(p))
    }

    /// `160 calls 37%, 200 calls 53%, 303 calls 80%, 390 calls 90%.`
    #[must_use]
    pub fn chance_sentence(self, curve: &Curve) -> String {
        let mut marks: Vec<(u64, f64)> = curve.pace.into_iter().chain(curve.division).collect();
        for (level, needed) in &curve.levels {
            if *level >= 80 && *level <= 90 || *level == curve.certainty {
                marks.extend(needed.calls().map(|it| (it, f64::from(*level) / 100.0)));
            }
        }
        marks.sort_by_key(|it| it.0);
        let all: Vec<String> = marks.into_iter().map(|it| self.calls_and_chance(it)).collect();
        let dotted = self.pick(
            "Dotted: five points more on either rate.",
            "Пунктир: один из процентов выше на пять пунктов.",
        );
        format!("{}. {dotted}", all.join(", "))
    }

    /// Beside a mark of chart E.
    #[must_use]
    pub const fn mark_pace(self) -> &'static str {
        self.pick("this pace", "этот темп")
    }

    /// Beside a mark of chart E.
    #[must_use]
    pub const fn mark_division(self) -> &'static str {
        self.pick("division", "деление")
    }

    /// The table of chart E.
    #[must_use]
    pub fn chance_table(self, curve: &Curve, better: Option<&[Better; 2]>) -> Told {
        let many = self.pick("over 10 million", "больше 10 млн");
        let level = |(level, needed): &(u8, crate::app::view::plan::Needed)| {
            let calls = needed.calls().map_or_else(|| many.to_owned(), |it| self.count(it));
            vec![self.percent(&level.to_string()), calls]
        };
        let mark = |name: &str, it: Option<(u64, f64)>| {
            it.map(|(n, p)| vec![format!("{}: {}", name, self.chance(p)), self.count(n)])
        };
        let rows = curve
            .levels
            .iter()
            .map(level)
            .chain(mark(self.pick("At this pace", "При этом темпе"), curve.pace))
            .chain(mark(self.pick("Simple division", "Простое деление"), curve.division))
            .chain(
                [Slider::Presentation, Slider::Sale]
                    .into_iter()
                    .zip(better.into_iter().flatten())
                    .filter_map(|(slider, it)| {
                        let level = self.percent(&curve.certainty.to_string());
                        let points = self.pick("+5 points", "+5 пунктов");
                        Some(vec![format!("{level}, {} {points}", self.slider(slider)), self.count(it.sure?)])
                    }),
            );
        (
            self.chance_title().to_owned(),
            vec![self.pick("Chance", "Шанс").to_owned(), self.pick("More calls", "Ещё звонков").to_owned()],
            rows.collect(),
        )
    }

    /// Reads chart E aloud at one place.
    #[must_use]
    pub const fn read_chart(self) -> &'static str {
        self.pick("Read the chart: more calls", "Читать график: ещё звонков")
    }

    /// Heading of chart F.
    #[must_use]
    pub const fn pace_title(self) -> &'static str {
        self.pick("Sales so far and where the period can end", "Сделки и возможный итог периода")
    }

    /// `5 of 15; 7 of 20 possible endings reach 15.`
    #[must_use]
    pub fn endings_sentence(self, basis: &Basis, endings: Option<&Endings>) -> String {
        let (done, of) = (self.count(basis.closed.counted), self.count(basis.target()));
        let text = match (endings.map(|it| it.reach), self.is_ru()) {
            (Some(1), false) => format!("{done} of {of}; 1 of 20 possible endings reaches {of}."),
            (Some(n), false) => format!("{done} of {of}; {n} of 20 possible endings reach {of}."),
            (Some(n), true) => format!("{done} из {of}; до {of} доходит {n} из 20 возможных исходов."),
            (None, false) => {
                format!("{done} of {of}. Where it can end is drawn after 3 workdays with calls.")
            }
            (None, true) => {
                format!("{done} из {of}. Возможный итог видно после 3 рабочих дней со звонками.")
            }
        };
        let Some(day) = basis.last_useful.filter(|it| *it < basis.period.until) else { return text };
        let day = self.date(day);
        if self.is_ru() {
            format!("{text} Затенено: звонки после {day} в основном не успеют.")
        } else {
            format!("{text} Shaded: calls after {day} mostly close too late.")
        }
    }

    /// The table of chart F: days up to today, the end of the even line, and the endings.
    #[must_use]
    pub fn endings_table(self, basis: &Basis, endings: Option<&Endings>) -> Told {
        let whole = basis.workdays.whole().millidays.max(1);
        let target = u128::from(basis.target());
        let line = |millidays: u64| {
            let tenths = (target * u128::from(millidays) * 20 + u128::from(whole)) / (2 * u128::from(whole));
            self.tenths(u64::try_from(tenths).unwrap_or(u64::MAX))
        };
        let last = basis.days.last().filter(|it| it.sales.is_none());
        let day = |it: &crate::app::view::plan::DayLine| {
            let sales = it.sales.map_or_else(|| "–".to_owned(), |n| self.count(n));
            vec![self.weekday_date(it.day), sales, line(it.millidays)]
        };
        let mut rows: Vec<Vec<String>> =
            basis.days.iter().filter(|it| it.sales.is_some()).chain(last).map(day).collect();
        if let Some(it) = endings {
            let range = |(lo, hi): (u64, u64)| format!("{}–{}", self.count(lo), self.count(hi));
            let name = |percent: &str| {
                format!("{} {}", self.pick("Ends within,", "Закончится в пределах,"), self.percent(percent))
            };
            let none = String::new;
            rows.push(vec![name("80"), range(it.likely), none()]);
            rows.push(vec![name("95"), range(it.wider), none()]);
            let dots: Vec<String> = it.dots.iter().map(|it| self.count(*it)).collect();
            rows.push(vec![
                self.pick("20 endings", "20 исходов").to_owned(),
                dots.join(self.pick(", ", "; ")),
                none(),
            ]);
        }
        let head =
            [self.pick("Day", "День"), self.pick("Sales", "Сделки"), self.pick("Even line", "Ровный график")];
        (self.pace_title().to_owned(), head.map(str::to_owned).to_vec(), rows)
    }

    /// Beside the rule of the quota on chart F.
    #[must_use]
    pub fn quota_rule(self, target: u64) -> String {
        let n = self.count(target);
        if self.is_ru() { format!("план {n}") } else { format!("quota {n}") }
    }

    /// Beside the even line of chart F.
    #[must_use]
    pub const fn even_line(self) -> &'static str {
        self.pick("even line", "ровно")
    }

    /// Above the dots of chart F.
    #[must_use]
    pub const fn each_in_twenty(self) -> &'static str {
        self.pick("each 1 in 20", "каждая — 1 из 20")
    }
}
