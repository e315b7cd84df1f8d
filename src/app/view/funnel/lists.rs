//! Lists compared by call → presentation, and before against after a change.

use super::{rates::Rate, slice::Slice};
use crate::{
    app::view::{
        compared::{self, Compared, Drawn},
        names::Name,
    },
    domain::{compare::Preference, conversion::Conversion, count::Cold},
};

/// Lists compared.
#[derive(Clone, Debug, PartialEq)]
pub struct ListsView {
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

/// One list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: Name,
    /// Its counts.
    pub cold: Cold,
    /// Its own rate.
    pub rate: Rate,
    /// What is drawn: the rate with its ranges, shrunk where there are three or more. `None` under 20 calls.
    pub drawn: Option<Drawn>,
    /// What its sales brought, in minor units.
    pub revenue: u64,
    /// What it cost.
    pub price: Option<u64>,
}

/// The lists of a period, whatever the list filter.
#[must_use]
pub fn view(slice: &Slice) -> ListsView {
    let lists: Vec<_> = slice.by_list.values().filter(|it| it.cold.calls > 0).collect();
    let all: Vec<Option<Conversion>> = lists.iter().map(|it| it.cold.call_to_presentation()).collect();
    let called = lists.iter().filter_map(|it| it.called).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let Compared { order, best, many, shrunk } = compared::compare(&all, compared::weeks(called));
    let row = |(place, drawn): (usize, Option<Drawn>)| {
        let it = lists.get(place)?;
        let rate = Rate::of(it.cold.presentations, it.cold.calls);
        Some(Row { name: it.name.clone(), cold: it.cold, rate, drawn, revenue: it.revenue, price: it.price })
    };
    let total = lists.iter().fold(Cold::default(), |sum, it| sum.plus(it.cold).unwrap_or(sum));
    ListsView {
        rows: order.into_iter().filter_map(row).collect(),
        best: best.and_then(|it| Some((lists.get(it.best)?.name.clone(), it))),
        many,
        shrunk,
        overall: Rate::of(total.presentations, total.calls),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::funnel::{fixture, slice},
        domain::{compare::Strength, conversion::in_ten},
        journal::record::What,
    };

    #[test]
    fn dentists_are_likely_better_about_nine_in_ten() {
        let it = view(&slice::sum(&fixture::article()));
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
        all.push(fixture::entry("2025-06-04", What::CALL, Some(crate::domain::step::Id(1002)), None, 12));
        let it = view(&slice::sum(&fixture::state(all, "#/funnel")));
        assert_eq!(it.rows.last().map(|it| (it.cold.calls, it.drawn)), Some((12, None)));
        assert!(!it.many && !it.shrunk);
    }
}
