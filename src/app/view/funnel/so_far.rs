//! What lists that cost something have brought so far. A price is paid once, so the period does not matter.

use crate::{
    domain::{
        date::Date,
        step::Id,
        value::{self, Payback},
    },
    journal::{Journal, record::What},
};
use std::collections::BTreeMap;

/// What came of a list in all its time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SoFar {
    /// Cold calls.
    pub calls: u64,
    /// Cold sales.
    pub sales: u64,
    /// What those of them with an amount brought, in minor units.
    pub revenue: u64,
}

impl SoFar {
    /// Whether the list has paid for itself; `None` where that is not known: its sales have no amounts.
    #[must_use]
    pub fn payback(self, price: u64) -> Option<Payback> {
        if self.revenue == 0 && self.sales > 0 {
            return None;
        }
        value::payback(price, self.revenue, self.calls)
    }
}

/// By list that has a price, merges followed.
pub(super) fn all(book: &Journal) -> BTreeMap<Id, (u64, SoFar)> {
    let (settings, tally) = (book.settings(), book.tally());
    let mut all: BTreeMap<Id, (u64, SoFar)> =
        settings.list_prices().into_iter().map(|(id, price)| (id, (price, SoFar::default()))).collect();
    if all.is_empty() {
        return all;
    }
    let mut add = |list: Option<Id>, add: &dyn Fn(&mut SoFar)| {
        if let Some((_, it)) = list.and_then(|id| all.get_mut(&settings.list_root(id))) {
            add(it);
        }
    };
    for (cell, series) in tally.cells().filter(|it| matches!(it.0.what, What::CALL | What::SALE)) {
        let n = series.sum(Date::MIN, Date::MAX);
        if cell.what == What::CALL {
            add(cell.list, &|it| it.calls = it.calls.saturating_add(n));
        } else {
            add(cell.list, &|it| it.sales = it.sales.saturating_add(n));
        }
    }
    for it in tally.detailed(Date::MIN, Date::MAX).filter_map(|id| book.counted(id)) {
        if let (What::SALE, Some(amount)) = (it.cell.what, it.amount) {
            add(it.cell.list, &|it| it.revenue = it.revenue.saturating_add(amount));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::view::funnel::fixture;
    use serde_json::json;

    #[test]
    fn merged_lists_share_their_prices_and_what_they_brought() {
        let mut all = fixture::bodies();
        all.push(fixture::setting("list/1000", json!({ "name": "Dentists", "price": 500_000 })));
        let other = json!({ "name": "Car repair", "price": 400_000, "merged_into": 1000 });
        all.push(fixture::setting("list/1001", other));
        let found = super::all(fixture::state(all, "#/funnel").book());
        let so_far = SoFar { calls: 100, sales: 5, revenue: 0 };
        assert_eq!(found, BTreeMap::from([(fixture::DENTISTS, (900_000, so_far))]));
        assert_eq!(so_far.payback(900_000), None);
    }

    #[test]
    fn revenue_without_a_call_is_neither_nothing_nor_so_many_calls() {
        let brought = |calls, revenue| SoFar { calls, sales: 1, revenue }.payback(900_000);
        assert_eq!(brought(0, 600_000), None);
        assert_eq!(brought(0, 900_000), Some(Payback::Paid));
        assert_eq!(brought(60, 600_000), Some(Payback::After(30)));
        assert_eq!(SoFar { calls: 60, ..SoFar::default() }.payback(900_000), Some(Payback::Nothing));
    }
}
