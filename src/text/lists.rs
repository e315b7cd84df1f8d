//! Lists compared, and whether they have paid for themselves.

use super::{
    Words,
    plural::{Case, Noun},
    rates::capital,
};
use crate::{
    app::view::{
        funnel::{
            lists::{ListsView, Row},
            steps::StepName,
        },
        names::Name,
    },
    domain::{
        compare::{Preference, Strength},
        conversion::in_ten,
        step::Step,
        value::{Payback, Revenue},
    },
};

/// So many numbers the break-even price of a lead list is told for.
const NUMBERS: u64 = 100;

impl Words {
    /// Heading of the lists.
    #[must_use]
    pub fn chart_lists(self, steps: &[StepName; 2]) -> String {
        let name = self.steps_name(&steps[0], &steps[1]);
        let name = if steps[0].own.is_some() { name } else { lower_first(&name) };
        format!("{}: {name}", self.pick("Lists", "Базы"))
    }

    /// Between the rates lists are compared by.
    #[must_use]
    pub const fn compare_by(self) -> &'static str {
        self.pick("Compare by", "Сравнить по")
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

    /// Too few for a dot.
    #[must_use]
    pub fn small_lists(self, from: &StepName) -> String {
        match (&from.own, self.is_ru()) {
            (Some(own), false) => {
                format!("A list is compared from a count of 20 at {}.", self.in_quotes(&self.name(own)))
            }
            (Some(own), true) => {
                format!("База участвует в сравнении, когда в шаге {} их 20.", self.in_quotes(&self.name(own)))
            }
            (None, false) => format!("A list is compared from 20 {}.", self.plural(from.step)),
            (None, true) => format!(
                "База участвует в сравнении с {}.",
                self.counted(super::rates::noun(from.step), Case::Genitive, 20)
            ),
        }
    }

    /// The rule of all lists.
    #[must_use]
    pub fn overall(self, rate: &str) -> String {
        format!("{} {rate}", self.pick("overall", "в среднем"))
    }

    /// A row as it is read.
    #[must_use]
    pub fn list_text(self, row: &Row) -> String {
        let (rate, likely) = (self.rate_beside(&row.rate, row.drawn), self.likely_of(row.drawn));
        format!("{}: {rate}{likely}", self.name(&row.name))
    }

    /// What the chart of lists says.
    #[must_use]
    pub fn lists_sentence(self, it: &ListsView) -> String {
        let rows: Vec<String> = it
            .rows
            .iter()
            .take(4)
            .map(|row| {
                format!(
                    "{} {}",
                    self.name(&row.name),
                    self.rate_beside(&row.rate, row.drawn).replace(" · ", ", ")
                )
            })
            .collect();
        format!("{}. {}.", rows.join("; "), capital(&self.overall(&self.headline(&it.overall))))
    }

    /// Headings of the table of lists.
    #[must_use]
    pub fn lists_head(self, it: &ListsView) -> Vec<String> {
        let step = |it: &StepName| match it.own {
            Some(_) => self.step_name(it),
            None => capital(self.plural(it.step)),
        };
        let mut head = vec![
            self.list_label().to_owned(),
            step(&it.steps[0]),
            step(&it.steps[1]),
            self.pick("Rate", "Конверсия").to_owned(),
            capital(self.likely()),
        ];
        head.extend(it.sales_apart().then(|| capital(self.plural(Step::Sale))));
        head
    }

    /// Headings for money, where there is any.
    #[must_use]
    pub fn money_head(self) -> [String; 4] {
        [
            self.pick("Brought", "Принесла").to_owned(),
            self.pick("A call brought", "Звонок принёс").to_owned(),
            self.pick("100 numbers break even at", "100 номеров окупаются при цене до").to_owned(),
            self.pick("Price", "Цена").to_owned(),
        ]
    }

    /// Those cells of a list.
    #[must_use]
    pub fn money_cells(self, it: &Row) -> [String; 4] {
        let revenue = Revenue { total: it.revenue, ..Revenue::default() };
        let money = |it: Option<u64>| it.map_or_else(|| "–".to_owned(), |it| self.money(it));
        [
            self.money(it.revenue),
            money(revenue.per(it.cold.calls)),
            money(revenue.break_even(it.cold.calls, NUMBERS)),
            money(it.price),
        ]
    }

    /// Whether a list has paid for itself; nothing where that is not known.
    #[must_use]
    pub fn payback(self, it: &Row) -> Option<String> {
        let name = self.name(&it.name);
        let (price, brought) = (self.money(it.price?), self.money(it.brought));
        let more = |n: u128| match u64::try_from(n) {
            Ok(n) => self.counted(Noun::Call, Case::Accusative, n),
            Err(_) => self.count(n),
        };
        Some(match (it.payback?, self.is_ru()) {
            (Payback::Paid, false) => {
                format!("{name}: cost {price}, has brought {brought} so far. It has paid for itself.")
            }
            (Payback::Paid, true) => {
                format!("{name}: цена {price}, за всё время принесла {brought}. Окупилась.")
            }
            (Payback::After(n), false) => format!(
                "{name}: cost {price}, has brought {brought} so far. At this rate it takes another {} to pay for itself.",
                more(n)
            ),
            (Payback::After(n), true) => format!(
                "{name}: цена {price}, за всё время принесла {brought}. При таком темпе окупится ещё через {}.",
                more(n)
            ),
            (Payback::Nothing, false) => {
                format!("{name}: cost {price}, has brought nothing so far.")
            }
            (Payback::Nothing, true) => format!("{name}: цена {price}, пока ничего не принесла."),
        })
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |it| it.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::funnel::{
            fixture,
            lists::{self, By},
            slice,
        },
        journal::settings::RateKey,
        text::{EN, RU},
    };

    const APPROACH: By = By::Rate(RateKey::CallPresentation);

    #[test]
    fn lists_in_words() {
        let it = lists::view(&slice::sum(&fixture::article()), APPROACH);
        let (name, preference) = it.best.clone().unwrap();
        assert_eq!(EN.best_list(&name, preference), "Dentists: likely better, about 9 in 10.");
        assert_eq!(RU.best_list(&name, preference), "Dentists: скорее всего лучше, примерно 9 из 10.");
        assert_eq!(EN.rate_beside(&it.rows[0].rate, it.rows[0].drawn), "18 of 60 · 30%");
        assert_eq!(EN.lists_sentence(&it), "Dentists 18 of 60, 30%; Car repair 7 of 40, 18%. Overall 25%.");
        assert_eq!(EN.chart_lists(&it.steps), "Lists: call → presentation");
        assert_eq!(RU.chart_lists(&it.steps), "Базы: звонок → презентация");
        assert_eq!(EN.small_lists(&it.steps[0]), "A list is compared from 20 calls.");
        assert_eq!(RU.small_lists(&it.steps[0]), "База участвует в сравнении с 20 звонков.");
        assert_eq!(
            EN.lists_head(&it),
            ["List", "Calls", "Presentations", "Rate", "Likely", "Sales"].map(str::to_owned)
        );
        let closing = lists::view(&slice::sum(&fixture::article()), By::Rate(RateKey::PresentationSale));
        assert_eq!(
            EN.lists_head(&closing),
            ["List", "Presentations", "Sales", "Rate", "Likely"].map(str::to_owned)
        );
    }

    #[test]
    fn a_list_that_cost_something() {
        let mut row = lists::view(&slice::sum(&fixture::article()), APPROACH).rows.swap_remove(0);
        row.price = Some(900_000);
        row.revenue = 600_000;
        row.brought = 600_000;
        assert_eq!(EN.money_cells(&row), ["6,000", "100", "10,000", "9,000"].map(str::to_owned));
        assert_eq!(EN.payback(&row), None);
        row.payback = Some(Payback::After(30));
        assert_eq!(
            EN.payback(&row).unwrap(),
            "Dentists: cost 9,000, has brought 6,000 so far. At this rate it takes another 30 calls to pay for itself."
        );
        row.payback = Some(Payback::After(1));
        assert_eq!(
            RU.payback(&row).unwrap(),
            "Dentists: цена 9\u{a0}000, за всё время принесла 6\u{a0}000. При таком темпе окупится ещё через 1 звонок."
        );
        row.payback = Some(Payback::Paid);
        assert!(RU.payback(&row).unwrap().ends_with("Окупилась."));
    }
}
