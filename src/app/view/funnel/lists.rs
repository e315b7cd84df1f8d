//! Lists compared on any rate, and whether a list has paid for itself.

use super::{
    rates::Rate,
    slice::{ListCounts, Slice},
    steps::{self, StepName},
};
use crate::{
    app::view::{
        compared::{self, Compared, Drawn},
        names::Name,
    },
    domain::{
        compare::Preference, conversion::Conversion, count::Cold, date::Date, step::Step, value::Payback,
    },
    journal::settings::RateKey,
};

/// What lists are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// One of the three rates.
    Rate(RateKey),
    /// A link of the chain that touches an own step, by its place in the chain.
    Link(usize),
}

/// Lists compared.
#[derive(Clone, Debug, PartialEq)]
pub struct ListsView {
    /// What they are compared by.
    pub by: By,
    /// The step it starts from and the one it leads to.
    pub steps: [StepName; 2],
    /// The first day counted, if an own step was first recorded within the period.
    pub since: Option<Date>,
    /// The lists, best first; those that take no part at the end.
    pub rows: Vec<Row>,
    /// Which is best.
    pub best: Option<(Name, Preference)>,
    /// Add that the best of many often looks better than it is.
    pub many: bool,
    /// Rates are drawn towards that of all lists: there are three or more.
    pub shrunk: bool,
    /// The rate of all lists together.
    pub overall: Rate,
}

impl ListsView {
    /// Whether sales have a column of their own: the rate does not lead to them.
    #[must_use]
    pub const fn sales_apart(&self) -> bool {
        !matches!(self.steps[1].step, Step::Sale)
    }
}

/// One list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: Name,
    /// Its counts.
    pub cold: Cold,
    /// Its own rate.
    pub rate: Rate,
    /// What is drawn: the rate with its ranges, shrunk where there are three or more. `None` under 20.
    pub drawn: Option<Drawn>,
    /// What its sales brought in the period, in minor units.
    pub revenue: u64,
    /// What it cost.
    pub price: Option<u64>,
    /// What its sales have brought so far, whatever the period, if it cost something.
    pub brought: u64,
    /// Whether it has paid for itself with that, if it cost something and amounts are known.
    pub payback: Option<Payback>,
}

/// What lists can be compared by: the three rates, and what touches an own step.
#[must_use]
pub fn choices(slice: &Slice) -> Vec<(By, [StepName; 2])> {
    let own = slice.known.links.iter().enumerate().filter(|it| it.1.is_own()).map(|it| By::Link(it.0));
    let all = RateKey::ALL.into_iter().map(By::Rate).chain(own);
    all.map(|by| (by, by.steps(slice))).collect()
}

impl By {
    /// As in test ids.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Rate(key) => key.name().to_owned(),
            Self::Link(place) => (place + 1).to_string(),
        }
    }

    fn steps(self, slice: &Slice) -> [StepName; 2] {
        use Step::{Call, Presentation, Sale};
        let steps = match self {
            Self::Rate(RateKey::CallPresentation) => [Call, Presentation],
            Self::Rate(RateKey::PresentationSale) => [Presentation, Sale],
            Self::Rate(RateKey::CallSale) => [Call, Sale],
            Self::Link(place) => slice.known.links.get(place).map_or([Call, Sale], |it| [it.from, it.to]),
        };
        steps.map(|it| steps::name(slice, it))
    }

    /// How many entered, and how many went on.
    fn counts(self, it: &ListCounts) -> (u64, u64) {
        match self {
            Self::Rate(RateKey::CallPresentation) => (it.cold.calls, it.cold.presentations),
            Self::Rate(RateKey::PresentationSale) => (it.cold.presentations, it.cold.sales),
            Self::Rate(RateKey::CallSale) => (it.cold.calls, it.cold.sales),
            Self::Link(place) => it.links.get(place).copied().unwrap_or_default(),
        }
    }

    /// The first and the last day with a call that is counted here.
    fn called(self, slice: &Slice, it: &ListCounts) -> Option<(Date, Date)> {
        let (first, last) = it.called?;
        Some((self.since(slice).map_or(first, |since| since.max(first)), last))
    }

    fn since(self, slice: &Slice) -> Option<Date> {
        let Self::Link(place) = self else { return None };
        let since = slice.known.links.get(place)?.since;
        (since > slice.first && since < Date::MAX).then_some(since)
    }
}

/// The lists of a period, whatever the list filter.
#[must_use]
pub fn view(slice: &Slice, by: By) -> ListsView {
    // What came of earlier calls counts where the rate does not start from the call.
    let used = |it: &&ListCounts| it.cold.calls > 0 || by.counts(it) != (0, 0);
    let lists: Vec<_> = slice.by_list.values().filter(used).collect();
    let counts: Vec<(u64, u64)> = lists.iter().map(|it| by.counts(it)).collect();
    let all: Vec<Option<Conversion>> = counts.iter().map(|it| Conversion::of(it.1, it.0)).collect();
    let called =
        lists.iter().filter_map(|it| by.called(slice, it)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let Compared { order, best, many, shrunk } = compared::compare(&all, compared::weeks(called));
    let row = |(place, drawn): (usize, Option<Drawn>)| {
        let (it, (entered, advanced)) = (lists.get(place)?, counts.get(place)?);
        Some(Row {
            name: it.name.clone(),
            cold: it.cold,
            rate: Rate::of(*advanced, *entered),
            drawn,
            revenue: it.revenue,
            price: it.price,
            brought: it.so_far.revenue,
            payback: it.price.filter(|price| *price > 0).and_then(|price| it.so_far.payback(price)),
        })
    };
    let total = counts
        .iter()
        .fold((0_u64, 0_u64), |sum, it| (sum.0.saturating_add(it.0), sum.1.saturating_add(it.1)));
    ListsView {
        by,
        steps: by.steps(slice),
        since: by.since(slice),
        rows: order.into_iter().filter_map(row).collect(),
        best: best.and_then(|it| Some((lists.get(it.best)?.name.clone(), it))),
        many,
        shrunk,
        overall: Rate::of(total.1, total.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::funnel::{fixture, slice},
        domain::{compare::Strength, conversion::in_ten, step::Id},
        journal::record::{Body, Entry, Extra, What},
    };

    const APPROACH: By = By::Rate(RateKey::CallPresentation);

    #[test]
    fn dentists_are_likely_better_about_nine_in_ten() {
        let it = view(&slice::sum(&fixture::article()), APPROACH);
        let (name, preference) = it.best.unwrap();
        assert_eq!(name, Name::Own("Dentists".to_owned()));
        assert_eq!((preference.strength, in_ten(preference.certainty)), (Strength::LikelyBetter, 9));
        let counts: Vec<_> = it.rows.iter().map(|it| (it.cold.presentations, it.cold.calls)).collect();
        assert_eq!(counts, [(18, 60), (7, 40)]);
        let lows: Vec<u64> = it
            .rows
            .iter()
            .map(|it| crate::domain::stats::whole(it.drawn.unwrap().likely.lo * 100.0))
            .collect();
        assert_eq!(lows, [23, 11]);
    }

    #[test]
    fn a_small_list_has_its_fraction_alone() {
        let mut all = fixture::bodies();
        all.push(fixture::setting("list/1002", serde_json::json!({ "name": "Bakers" })));
        all.push(fixture::entry("2025-06-04", What::CALL, Some(Id(1002)), None, 12));
        let it = view(&slice::sum(&fixture::state(all, "#/funnel")), APPROACH);
        assert_eq!(it.rows.last().map(|it| (it.cold.calls, it.drawn)), Some((12, None)));
        assert!(!it.many && !it.shrunk);
    }

    #[test]
    fn every_rate_can_be_compared_those_of_own_steps_over_their_days() {
        let slice = slice::sum(&fixture::article());
        let counts = |it: ListsView| -> Vec<_> {
            let mut all: Vec<_> = it.rows.iter().map(|it| (it.rate.advanced, it.rate.entered)).collect();
            all.sort_unstable();
            all
        };
        assert_eq!(counts(view(&slice, By::Rate(RateKey::PresentationSale))), [(0, 7), (5, 18)]);
        assert_eq!(counts(view(&slice, By::Rate(RateKey::CallSale))), [(0, 40), (5, 60)]);
        assert_eq!(choices(&slice).len(), 3);

        let mut all = fixture::bodies();
        let reached = What::own(Id(2000));
        let list = Some(fixture::DENTISTS);
        all.push(fixture::setting("step/2000", serde_json::json!({ "name": "Reached", "place": "before" })));
        all.push(fixture::entry("2025-06-06", What::CALL, list, None, 30));
        all.push(fixture::entry("2025-06-06", reached, list, None, 12));
        all.push(fixture::entry("2025-06-06", What::PRESENTATION, list, None, 6));
        let slice = slice::sum(&fixture::state(all, "#/funnel"));
        let by: Vec<By> = choices(&slice).into_iter().map(|it| it.0).collect();
        assert_eq!(by[3..], [By::Link(0), By::Link(1)]);
        // The 60 calls before its first day are left out.
        assert_eq!(counts(view(&slice, By::Link(0))), [(0, 0), (12, 30)]);
        assert_eq!(counts(view(&slice, By::Link(1))), [(0, 0), (6, 12)]);
        assert_eq!(view(&slice, By::Link(0)).since, Some(fixture::day("2025-06-06")));
    }

    fn sale(on: &str, list: Id, amount: Option<u64>) -> Body {
        let extra = amount.map(|it| Box::new(Extra { amount: Some(it), ..Extra::default() }));
        let (day, list) = (fixture::day(on), Some(list));
        Body::Entry(Entry { day, minute: None, what: What::SALE, list, reason: None, n: 1, extra })
    }

    /// Whether the dentists, at this price, have paid for themselves.
    fn payback(price: u64, more: Vec<Body>, hash: &str) -> Option<Payback> {
        let mut all = fixture::bodies();
        let list = serde_json::json!({ "name": "Dentists", "price": price });
        all.push(fixture::setting("list/1000", list));
        all.extend(more);
        let it = view(&slice::sum(&fixture::state(all, hash)), APPROACH);
        it.rows.iter().find(|it| it.price.is_some()).unwrap().payback
    }

    #[test]
    fn a_list_pays_for_itself_once_its_sales_have_brought_its_price() {
        let priced = |price: u64, amount: Option<u64>| {
            payback(price, vec![sale("2025-06-05", fixture::DENTISTS, amount)], "#/funnel")
        };
        // 6 000 of 60 calls: 5 000 are paid back, 9 000 take 90 calls.
        assert_eq!(priced(500_000, Some(600_000)), Some(Payback::Paid));
        assert_eq!(priced(900_000, Some(600_000)), Some(Payback::After(30)));
        assert_eq!(priced(900_000, None), None);
    }

    #[test]
    fn amounts_of_one_list_say_nothing_of_another_and_the_filter_changes_nothing() {
        let of_the_other = || vec![sale("2025-06-05", fixture::CAR_REPAIR, Some(600_000))];
        assert_eq!(payback(900_000, of_the_other(), "#/funnel"), None);
        let of_both = || {
            let own = sale("2025-06-05", fixture::DENTISTS, Some(600_000));
            of_the_other().into_iter().chain([own]).collect::<Vec<_>>()
        };
        for hash in ["#/funnel", "#/funnel?list=1001"] {
            assert_eq!(payback(900_000, of_both(), hash), Some(Payback::After(30)), "{hash}");
        }
    }

    #[test]
    fn a_list_pays_for_itself_in_all_its_time_not_in_a_period() {
        let earlier = || {
            let calls = fixture::entry("2024-06-05", What::CALL, Some(fixture::DENTISTS), None, 120);
            vec![calls, sale("2024-06-05", fixture::DENTISTS, Some(600_000))]
        };
        assert_eq!(payback(500_000, earlier(), "#/funnel?p=30d"), Some(Payback::Paid));
        // 6 000 of 180 calls.
        assert_eq!(payback(900_000, earlier(), "#/funnel?p=30d"), Some(Payback::After(90)));
    }

    #[test]
    fn a_list_called_before_the_period_is_compared_by_what_came_of_it() {
        let mut all = fixture::bodies();
        all.push(fixture::setting("list/1002", serde_json::json!({ "name": "Bakers" })));
        all.push(fixture::entry("2024-06-05", What::CALL, Some(Id(1002)), None, 50));
        all.push(fixture::entry("2025-06-05", What::PRESENTATION, Some(Id(1002)), None, 30));
        all.push(fixture::entry("2025-06-05", What::SALE, Some(Id(1002)), None, 20));
        let slice = slice::sum(&fixture::state(all, "#/funnel"));
        let closing = view(&slice, By::Rate(RateKey::PresentationSale));
        assert_eq!(closing.rows[0].name, Name::Own("Bakers".to_owned()));
        assert_eq!((closing.overall.advanced, closing.overall.entered), (25, 55));
    }

    #[test]
    fn weeks_of_a_step_of_ones_own_count_from_its_first_day() {
        let mut all = vec![
            fixture::setting("list/1000", serde_json::json!({ "name": "Dentists" })),
            fixture::setting("list/1001", serde_json::json!({ "name": "Car repair" })),
            fixture::setting("step/2000", serde_json::json!({ "name": "Reached", "place": "before" })),
        ];
        let reached = What::own(Id(2000));
        for (list, n) in [(fixture::DENTISTS, 150), (fixture::CAR_REPAIR, 60)] {
            let list = Some(list);
            all.push(fixture::entry("2025-05-01", What::CALL, list, None, 10));
            all.push(fixture::entry("2025-06-06", What::CALL, list, None, 300));
            all.push(fixture::entry("2025-06-06", reached, list, None, n));
        }
        let strength = |all: Vec<Body>| {
            let slice = slice::sum(&fixture::state(all, "#/funnel"));
            view(&slice, By::Link(0)).best.unwrap().1.strength
        };
        // One day of it says less than two weeks of it, however many calls there were before.
        assert_eq!(strength(all.clone()), Strength::LikelyBetter);
        all.push(fixture::entry("2025-05-20", reached, Some(fixture::DENTISTS), None, 1));
        assert_eq!(strength(all), Strength::Better);
    }
}
