//! Lists compared, hours, and the seller's own chain.

use super::{
    Words,
    plural::{Case, Noun},
};
use crate::{
    app::view::{
        funnel::{
            hours::{By, Cell, HoursView},
            lists::{ListsView, Row},
            rates::Rate,
            steps::{Link, Needed, StepName},
        },
        names::Name,
    },
    domain::{
        compare::{Preference, Strength},
        conversion::in_ten,
        date::{Date, Weekday},
        step::Step,
    },
};

impl Words {
    /// Heading of the lists.
    #[must_use]
    pub fn chart_lists(self) -> String {
        let rate = self.rate_name(crate::journal::settings::RateKey::CallPresentation);
        format!("{}: {}", self.pick("Lists", "Базы"), lower_first(&rate))
    }

    /// No list is used yet.
    #[must_use]
    pub const fn no_lists_compared(self) -> &'static str {
        self.pick(
            "No calls with a list in this period. Choose a list on the Log to compare lists and scripts here.",
            "За этот период звонков с базой нет. Выбирайте базу на экране «Учёт» — и здесь можно будет их сравнить.",
        )
    }

    /// The verdict on lists.
    #[must_use]
    pub fn best_list(self, name: &Name, it: Preference) -> String {
        let name = self.name(name);
        let n = in_ten(it.certainty);
        match (it.strength, self.is_ru()) {
            (Strength::Better, false) => format!("{name}: better."),
            (Strength::Better, true) => format!("{name}: лучше."),
            // From 80 to 95 %: 8 or 9 in 10, never more.
            (Strength::LikelyBetter, false) => format!("{name}: likely better, about {n} in 10."),
            (Strength::LikelyBetter, true) => format!("{name}: скорее всего лучше, примерно {n} из 10."),
            (Strength::NoClearDifference, false) => "No clear difference. Keep splitting calls.".to_owned(),
            (Strength::NoClearDifference, true) => {
                "Явной разницы нет. Продолжайте делить звонки поровну.".to_owned()
            }
        }
    }

    /// With more than three lists.
    #[must_use]
    pub const fn best_of_many(self) -> &'static str {
        self.pick(
            "The best of many often looks better than it is.",
            "Лучшая из многих часто выглядит лучше, чем есть.",
        )
    }

    /// Rates drawn together.
    #[must_use]
    pub const fn drawn_together(self) -> &'static str {
        self.pick(
            "Each rate is drawn towards that of all lists, the more so the fewer its calls.",
            "Каждая конверсия сдвинута к общей — тем сильнее, чем меньше звонков.",
        )
    }

    /// Too few calls for a dot.
    #[must_use]
    pub const fn small_lists(self) -> &'static str {
        self.pick("A list is compared from 20 calls.", "База участвует в сравнении с 20 звонков.")
    }

    /// The rule of all lists.
    #[must_use]
    pub fn overall(self, rate: &str) -> String {
        format!("{} {rate}", self.pick("overall", "в среднем"))
    }

    /// Beside a row: `18 of 60 · 30%`.
    #[must_use]
    pub fn list_beside(self, row: &Row) -> String {
        let fraction = self.fraction(row.cold.presentations, row.cold.calls);
        match row.drawn {
            Some(it) => format!("{fraction} · {}", self.share_of_one(it.rate)),
            None => fraction,
        }
    }

    /// A row as it is read.
    #[must_use]
    pub fn list_text(self, row: &Row) -> String {
        let likely = row
            .drawn
            .map(|it| format!(" · {} {}", self.likely(), self.range_of_one(it.rate, it.likely)))
            .unwrap_or_default();
        format!("{}: {}{likely}", self.name(&row.name), self.list_beside(row))
    }

    /// What the chart of lists says.
    #[must_use]
    pub fn lists_sentence(self, it: &ListsView) -> String {
        let rows: Vec<String> = it
            .rows
            .iter()
            .take(4)
            .map(|row| format!("{} {}", self.name(&row.name), self.list_beside(row).replace(" · ", ", ")))
            .collect();
        format!("{}. {}.", rows.join("; "), super::rates::capital(&self.overall(&self.headline(&it.overall))))
    }

    /// Headings of the table of lists.
    #[must_use]
    pub fn lists_head(self) -> [String; 6] {
        [
            self.list_label().to_owned(),
            super::rates::capital(self.plural(Step::Call)),
            super::rates::capital(self.plural(Step::Presentation)),
            self.pick("Rate", "Конверсия").to_owned(),
            super::rates::capital(self.likely()),
            super::rates::capital(self.plural(Step::Sale)),
        ]
    }

    /// Headings for money, where there is any.
    #[must_use]
    pub fn money_head(self) -> [String; 3] {
        [
            self.pick("Brought", "Принесла").to_owned(),
            self.pick("A call brought", "Звонок принёс").to_owned(),
            self.pick("Price", "Цена").to_owned(),
        ]
    }

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

    /// Heading of the hours when reach is shown.
    #[must_use]
    pub const fn chart_reach(self) -> &'static str {
        self.pick("When people are reached", "Когда удаётся дозвониться")
    }

    /// What the hours show.
    #[must_use]
    pub const fn hours_by(self, by: By) -> &'static str {
        match by {
            By::Presentations => self.plural(Step::Presentation),
            By::Reached => self.pick("reached", "дозвон"),
        }
    }

    /// How many calls have a time.
    #[must_use]
    pub fn timed(self, it: &HoursView) -> String {
        let (timed, calls) = (self.count(it.timed), self.count(it.calls));
        if self.is_ru() {
            format!("Время известно у {timed} из {calls}: у вписанных и загруженных его нет.")
        } else {
            format!("{timed} of {calls} calls have a time; typed and imported ones have none.")
        }
    }

    /// What a cell of the hours shows.
    #[must_use]
    pub const fn hours_note(self) -> &'static str {
        self.pick(
            "A number is a percentage, from 20 calls in a cell. Shade: the rate, drawn towards the average, so that three lucky calls make no golden hour.",
            "Число — процент, начиная с 20 звонков в клетке. Тон — конверсия, сдвинутая к средней: три удачных звонка не делают час золотым.",
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
            format!(
                "{} {} ({})",
                self.hour_span(cell.hour),
                self.share_of_one(cell.shrunk),
                self.fraction(cell.x, cell.n)
            )
        };
        let (best, worst) = (part(best), part(worst));
        let compared = if self.is_ru() {
            format!("Выше всего {best}, ниже всего {worst}.")
        } else {
            format!("Highest {best}, lowest {worst}.")
        };
        format!("{compared} {}", self.timed(it))
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

    /// `Reached → presentation`
    #[must_use]
    pub fn link_name(self, link: &Link) -> String {
        let to = self.step_name(&link.to);
        // The seller's own names are never inflected, nor put in lower case.
        let to = if link.to.own.is_some() { to } else { to.to_lowercase() };
        format!("{} → {to}", self.step_name(&link.from))
    }

    /// A step by its name.
    #[must_use]
    pub fn step_name(self, it: &StepName) -> String {
        self.step_or_own(it.step, it.own.as_ref())
    }

    /// `since 3 March`, `с 3 марта`
    #[must_use]
    pub fn since(self, day: Date) -> String {
        format!("{} {}", self.pick("since", "с"), self.date(day))
    }

    /// `Presentation 10 ÷ Reached 20 = 50%.`
    #[must_use]
    pub fn link_division(self, link: &Link) -> String {
        format!(
            "{} {} ÷ {} {}{}",
            self.step_name(&link.to),
            self.count(link.rate.advanced),
            self.step_name(&link.from),
            self.count(link.rate.entered),
            self.equals(&link.rate)
        )
    }

    /// `Left out, before 3 March: Call 100, Reached 0.`
    #[must_use]
    pub fn link_left_out(self, link: &Link) -> Option<String> {
        let since = link.since?;
        let (from, to) = link.earlier;
        if from + to == 0 {
            return None;
        }
        Some(format!(
            "{} {}: {} {}, {} {}.",
            self.pick("Left out, before", "Вне расчёта, до"),
            self.date(since),
            self.step_name(&link.from),
            self.count(from),
            self.step_name(&link.to),
            self.count(to)
        ))
    }

    /// How many of each step it takes.
    #[must_use]
    pub fn needed(self, it: &Needed) -> String {
        let steps: Vec<String> = it
            .steps
            .iter()
            .map(|(step, n)| match step.own {
                Some(_) => format!("{} {}", self.step_name(step), self.count(*n)),
                None => match u64::try_from(*n) {
                    Ok(n) => self.counted(super::rates::noun(step.step), Case::Nominative, n),
                    Err(_) => self.count(*n),
                },
            })
            .collect();
        let steps = steps.join(" → ");
        let since = self.since(it.since);
        let sales = self.counted(Noun::Sale, Case::Accusative, it.sales);
        match (it.of_quota, self.is_ru()) {
            (true, false) => format!("For the {sales} to go, by division ({since}): {steps}."),
            (true, true) => format!("Чтобы добрать {sales}, делением ({since}): {steps}."),
            (false, false) => format!("For {sales}, by division ({since}): {steps}."),
            (false, true) => format!("На {sales}, делением ({since}): {steps}."),
        }
    }

    /// A rate of a link as a sentence.
    #[must_use]
    pub fn link_sentence(self, link: &Link) -> String {
        let rate: &Rate = &link.rate;
        let fraction = self.fraction(rate.advanced, rate.entered);
        let since = link.since.map(|it| format!(" {}", self.since(it))).unwrap_or_default();
        match rate.shown {
            Some(it) => format!(
                "{} {}, {} {}, {fraction}{since}.",
                self.link_name(link),
                self.rate_figure(it.share),
                self.likely(),
                self.range_figure(it.share, it.likely)
            ),
            None => format!("{} {fraction}{since}.", self.link_name(link)),
        }
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |it| it.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use crate::{
        app::view::funnel::{fixture, lists, slice, steps},
        domain::step::{Id, Origin, Step},
        journal::record::What,
        text::{EN, RU},
    };

    #[test]
    fn lists_in_words() {
        let it = lists::view(&slice::sum(&fixture::article()));
        let (name, preference) = it.best.clone().unwrap();
        assert_eq!(EN.best_list(&name, preference), "Dentists: likely better, about 9 in 10.");
        assert_eq!(RU.best_list(&name, preference), "Dentists: скорее всего лучше, примерно 9 из 10.");
        assert_eq!(EN.list_beside(&it.rows[0]), "18 of 60 · 30%");
        assert_eq!(EN.lists_sentence(&it), "Dentists 18 of 60, 30%; Car repair 7 of 40, 18%. Overall 25%.");
        assert_eq!(EN.chart_lists(), "Lists: call → presentation");
    }

    #[test]
    fn own_steps_in_words() {
        let reached = What::Step(Step::Own(Id(2000)), Origin::Cold);
        let mut all = fixture::bodies();
        all.push(fixture::setting("step/2000", serde_json::json!({ "name": "Reached", "place": "before" })));
        all.push(fixture::entry("2025-06-06", What::CALL, None, None, 50));
        all.push(fixture::entry("2025-06-06", reached, None, None, 20));
        all.push(fixture::entry("2025-06-06", What::PRESENTATION, None, None, 10));
        all.push(fixture::entry("2025-06-06", What::SALE, None, None, 2));
        let it = steps::view(&slice::sum(&fixture::state(all, "#/funnel"))).unwrap();
        assert_eq!(EN.link_name(&it.links[0]), "Call → Reached");
        assert_eq!(EN.link_name(&it.links[1]), "Reached → presentation");
        assert_eq!(it.links[0].since.map(|it| RU.since(it)).unwrap(), "с 6 июня");
        assert_eq!(EN.link_division(&it.links[0]), "Reached 20 ÷ Call 50 = 40%.");
        assert_eq!(EN.link_left_out(&it.links[0]).unwrap(), "Left out, before 6 June: Call 100, Reached 0.");
        assert_eq!(
            EN.needed(it.needed.as_ref().unwrap()),
            "For the 8 sales to go, by division (since 6 June): 200 calls → Reached 80 → 40 presentations."
        );
    }
}
