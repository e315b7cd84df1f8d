//! Which hours bring presentations.

use super::{Words, rates::capital};
use crate::{
    app::view::funnel::hours::{By, Cell, HoursView},
    domain::{date::Weekday, step::Step},
};

impl Words {
    /// Heading of the hours.
    #[must_use]
    pub const fn chart_when(self) -> &'static str {
        match self.middle {
            crate::journal::settings::MiddleName::Presentation => {
                self.pick("When calls turn into presentations", "Когда звонки дают презентации")
            }
            crate::journal::settings::MiddleName::Meeting => {
                self.pick("When calls turn into meetings", "Когда звонки дают встречи")
            }
        }
    }

    /// Heading of the hours, by what is shown.
    #[must_use]
    pub fn chart_hours(self, by: &By) -> String {
        match by {
            By::Presentations => self.chart_when().to_owned(),
            By::Reached => self.pick("When people are reached", "Когда удаётся дозвониться").to_owned(),
            By::Own(_, name) => {
                let name = self.in_quotes(&self.name(name));
                if self.is_ru() {
                    format!("Когда звонки дают шаг {name}")
                } else {
                    format!("When calls turn into {name}")
                }
            }
        }
    }

    /// What the hours show.
    #[must_use]
    pub fn hours_by(self, by: &By) -> String {
        match by {
            By::Presentations => self.plural(Step::Presentation).to_owned(),
            By::Reached => self.pick("someone answered", "ответили").to_owned(),
            By::Own(_, name) => self.name(name),
        }
    }

    /// What is counted, where that is not plain.
    #[must_use]
    pub fn hours_counted(self, it: &HoursView) -> Option<String> {
        match &it.by {
            By::Presentations => None,
            By::Reached => {
                let presentations = self.plural(Step::Presentation);
                Some(if self.is_ru() {
                    format!("Здесь звонки с причиной и {presentations}: чем кончились остальные, неизвестно.")
                } else {
                    format!(
                        "Counted here: calls with a reason, and {presentations}; how the others ended is not known."
                    )
                })
            }
            By::Own(..) => it.since.map(|day| format!("{}.", capital(&self.since(day)))),
        }
    }

    /// How many calls have a time.
    #[must_use]
    pub fn timed(self, it: &HoursView) -> String {
        let (timed, calls) = (self.count(it.timed), self.count(it.calls));
        if self.is_ru() {
            format!("Время известно у {timed} из {calls}: у вписанных и у загруженных без времени его нет.")
        } else {
            format!("{timed} of {calls} calls have a time; those typed, or imported without one, have none.")
        }
    }

    /// What a cell of the hours shows.
    #[must_use]
    pub const fn hours_note(self) -> &'static str {
        self.pick(
            "A number is a percentage, from 20 calls in a cell. Shade: the rate, drawn towards the average, so that three lucky calls make no golden hour. Everything counts in the hour it was tapped, an imported row in the hour it names.",
            "Число — процент, начиная с 20 звонков в клетке. Тон — конверсия, сдвинутая к средней: три удачных звонка не делают час золотым. Всё считается в тот час, когда нажата кнопка, а загруженная строка — в час, который в ней указан.",
        )
    }

    /// The best hour, in a sentence.
    #[must_use]
    pub fn hours_sentence(self, it: &HoursView) -> String {
        let best = it.by_hour.iter().max_by(|a, b| a.shrunk.total_cmp(&b.shrunk));
        let worst = it.by_hour.iter().min_by(|a, b| a.shrunk.total_cmp(&b.shrunk));
        let Some((best, worst)) = best.zip(worst).filter(|(a, b)| a.hour != b.hour) else {
            return self.timed(it);
        };
        let part = |cell: &Cell| {
            // What stands beside a fraction is that fraction; drawn towards the average it only orders them.
            let percent = cell.share().map(|it| format!(" {}", self.rate_figure(it))).unwrap_or_default();
            format!("{}{percent} ({})", self.hour_span(cell.hour), self.fraction(cell.x, cell.n))
        };
        let (best, worst) = (part(best), part(worst));
        let compared = if self.is_ru() {
            format!("Выше всего {best}, ниже всего {worst}.")
        } else {
            format!("Highest {best}, lowest {worst}.")
        };
        let counted = self.hours_counted(it).map(|it| format!(" {it}")).unwrap_or_default();
        format!("{compared} {}{counted}", self.timed(it))
    }

    /// `10–11`
    #[must_use]
    pub fn hour_span(self, hour: u8) -> String {
        format!("{hour}–{}", u16::from(hour) + 1)
    }

    /// A cell as it is read.
    #[must_use]
    pub fn hour_text(self, day: Option<Weekday>, cell: &Cell) -> String {
        let day = day.map_or(self.pick("All days", "Все дни"), |it| self.weekday_short(it));
        let percent = cell.share().map(|it| format!(" · {}", self.rate_figure(it))).unwrap_or_default();
        format!("{day}, {}: {}{percent}", self.hour_span(cell.hour), self.fraction(cell.x, cell.n))
    }

    /// Every day of the week.
    #[must_use]
    pub const fn all_days(self) -> &'static str {
        self.pick("All", "Все")
    }

    /// The column of the hours.
    #[must_use]
    pub const fn hour_head(self) -> &'static str {
        self.pick("Hour", "Час")
    }

    /// Opens the map.
    #[must_use]
    pub const fn show_hours(self) -> &'static str {
        self.pick("Show the hours", "Показать часы")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::{
            funnel::{fixture, hours, slice},
            names::Name,
        },
        domain::date::Date,
        text::{EN, RU},
    };

    #[test]
    fn hours_in_words() {
        let state = fixture::article();
        let mut it = hours::view(&state, &slice::sum(&state), By::Reached);
        assert_eq!(
            EN.timed(&it),
            "0 of 100 calls have a time; those typed, or imported without one, have none."
        );
        assert_eq!(EN.chart_hours(&it.by), "When people are reached");
        assert_eq!(
            RU.hours_counted(&it).unwrap(),
            "Здесь звонки с причиной и презентации: чем кончились остальные, неизвестно."
        );
        let cell = |hour, x, n, shrunk| Cell { weekday: 0, hour, n, x, shrunk };
        it.by_hour = vec![cell(10, 29, 88, 0.29), cell(9, 12, 100, 0.16), cell(14, 3, 9, 0.2)];
        let said = EN.hours_sentence(&it);
        assert!(said.starts_with("Highest 10–11 33% (29 of 88), lowest 9–10 12% (12 of 100). "), "{said}");
        it.by = By::Own(0, Name::Own("Дозвон".to_owned()));
        it.since = Date::new(2025, 6, 6);
        assert_eq!(RU.chart_hours(&it.by), "Когда звонки дают шаг «Дозвон»");
        assert_eq!(RU.hours_counted(&it).unwrap(), "С 6 июня.");
        assert_eq!(EN.hours_by(&By::Presentations), "presentations");
    }
}
