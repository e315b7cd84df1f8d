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
        compare::Preference,
        conversion::Conversion,
        count::Cold,
        date::Date,
        step::Step,
        value::{self, Payback},
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
    /// What its sales brought, in minor units.
    pub revenue: u64,
    /// What it cost.
    pub price: Option<u64>,
    /// Whether it has paid for itself, if it cost something and amounts are known.
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

    fn since(self, slice: &Slice) -> Option<Date> {
        let Self::Link(place) = self else { return None };
        let since = slice.known.links.get(place)?.since;
        (since > slice.first && since < Date::MAX).then_some(since)
    }
}

/// The lists of a period, whatever the list filter.
#[must_use]
pub fn view(slice: &Slice, by: By) -> ListsView {
    let lists: Vec<_> = slice.by_list.values().filter(|it| it.cold.calls > 0).collect();
    let counts: Vec<(u64, u64)> = lists.iter().map(|it| by.counts(it)).collect();
    let all: Vec<Option<Conversion>> = counts.iter().map(|it| Conversion::of(it.1, it.0)).collect();
    let called = lists.iter().filter_map(|it| it.called).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let Compared { order, best, many, shrunk } = compared::compare(&all, compared::weeks(called));
    let row = |(place, drawn): (usize, Option<Drawn>)| {
        let (it, (entered, advanced)) = (lists.get(place)?, counts.get(place)?);
        let payback = it.price.filter(|price| *price > 0 && !slice.amounts.is_empty());
        Some(Row {
            name: it.name.clone(),
            cold: it.cold,
            rate: Rate::of(*advanced, *entered),
            drawn,
            revenue: it.revenue,
            price: it.price,
            payback: payback.map(|price| value::payback(price, it.revenue, it.cold.calls)),
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

    #[test]
    fn a_list_pays_for_itself_once_its_sales_have_brought_its_price() {
        let priced = |price: u64, amount: Option<u64>| {
            let mut all = fixture::bodies();
            let list = serde_json::json!({ "name": "Dentists", "price": price });
            all.push(fixture::setting("list/1000", list));
            let extra = amount.map(|it| Box::new(Extra { amount: Some(it), ..Extra::default() }));
            let (day, list) = (fixture::day("2025-06-05"), Some(fixture::DENTISTS));
            all.push(Body::Entry(Entry {
                day,
                minute: None,
                what: What::SALE,
                list,
                reason: None,
                n: 1,
                extra,
            }));
            let it = view(&slice::sum(&fixture::state(all, "#/funnel")), APPROACH);
            it.rows.iter().find(|it| it.price.is_some()).unwrap().payback
        };
        // 6 000 of 60 calls: 5 000 are paid back, 9 000 take 90 calls.
        assert_eq!(priced(500_000, Some(600_000)), Some(Payback::Paid));
        assert_eq!(priced(900_000, Some(600_000)), Some(Payback::After(30)));
        assert_eq!(priced(900_000, None), None);
    }
}
