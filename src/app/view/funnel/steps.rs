//! Rates that touch the seller's own steps: each over the days since that step was first recorded.

use super::{
    rates::{Basis, Rate},
    slice::{Day, Slice},
};
use crate::{
    app::view::names::Name,
    domain::{
        date::Date,
        quota::{Stage, stage_needed},
        step::{Place, Step},
    },
};

/// A link of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The step it starts from.
    pub from: StepName,
    /// The step it leads to.
    pub to: StepName,
    /// The rate.
    pub rate: Rate,
    /// The first day counted, if it is later than that of the period.
    pub since: Option<Date>,
    /// What was recorded of the two steps before that day.
    pub earlier: (u64, u64),
    /// Days that count.
    pub days: (Date, Date),
}

/// A step by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepName {
    /// The step.
    pub step: Step,
    /// The name of an own step.
    pub own: Option<Name>,
}

/// The chain with own steps.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainView {
    /// Every two neighbouring steps.
    pub links: Vec<Link>,
    /// How many of each step but the last are needed.
    pub needed: Option<Needed>,
    /// Where the numbers come from.
    pub basis: Basis,
}

/// How many of each step it takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Needed {
    /// For so many sales: what is left of the quota, or one where there is no quota.
    pub sales: u64,
    /// Whether that is what is left of the quota.
    pub of_quota: bool,
    /// Step by step, the sale left out.
    pub steps: Vec<(StepName, u128)>,
    /// Counted from this day on.
    pub since: Date,
}

/// The chain; `None` without own steps.
#[must_use]
pub fn view(slice: &Slice) -> Option<ChainView> {
    if slice.known.steps.is_empty() {
        return None;
    }
    let chain = chain(slice);
    let links = chain.windows(2).map(|pair| link(slice, &pair[0], &pair[1])).collect();
    Some(ChainView { links, needed: needed(slice, &chain), basis: Basis::of(slice) })
}

/// A step of the chain with the first day it was recorded, if it is an own one.
struct Node {
    name: StepName,
    own: Option<(usize, Option<Date>)>,
}

fn chain(slice: &Slice) -> Vec<Node> {
    let fixed = |step| Node { name: StepName { step, own: None }, own: None };
    let own = |place: Place| {
        slice.known.steps.iter().enumerate().filter(move |(_, it)| it.place == place).map(|(at, it)| Node {
            name: StepName { step: Step::Own(it.id), own: Some(it.name.clone()) },
            own: Some((at, it.since)),
        })
    };
    core::iter::once(fixed(Step::Call))
        .chain(own(Place::BeforePresentation))
        .chain([fixed(Step::Presentation)])
        .chain(own(Place::AfterPresentation))
        .chain([fixed(Step::Sale)])
        .collect()
}

impl Node {
    fn count(&self, day: &Day) -> u64 {
        match (self.name.step, self.own) {
            (_, Some((at, _))) => day.own.get(at).copied().unwrap_or(0),
            (Step::Call, _) => day.cold.calls,
            (Step::Presentation, _) => day.cold.presentations,
            _ => day.cold.sales,
        }
    }

    /// The first day that may be counted; after everything for a step never recorded.
    fn since(&self) -> Date {
        self.own.map_or(Date::MIN, |(_, since)| since.unwrap_or(Date::MAX))
    }

    fn sum(&self, slice: &Slice, first: Date, last: Date) -> u64 {
        slice.between(first, last).fold(0, |sum: u64, it| sum.saturating_add(self.count(it)))
    }
}

fn link(slice: &Slice, from: &Node, to: &Node) -> Link {
    let since = from.since().max(to.since());
    let first = slice.first.max(since);
    let sums = |it: &Node| it.sum(slice, first, slice.last);
    let earlier = |it: &Node| it.sum(slice, slice.first, first.plus_days(-1).min(slice.last));
    Link {
        rate: Rate::of(sums(to), sums(from)),
        since: (since > slice.first && since < Date::MAX).then_some(since),
        earlier: if since > slice.first { (earlier(from), earlier(to)) } else { (0, 0) },
        days: (first.min(slice.last), slice.last),
        from: from.name.clone(),
        to: to.name.clone(),
    }
}

fn needed(slice: &Slice, chain: &[Node]) -> Option<Needed> {
    let since = chain.iter().map(Node::since).fold(slice.first, Date::max);
    let counts: Vec<u64> = chain.iter().map(|it| it.sum(slice, since, slice.last)).collect();
    let stages: Vec<Stage> =
        counts.windows(2).map(|pair| Stage { entered: pair[0], advanced: pair[1] }).collect();
    let of_quota = slice.known.quota.is_some_and(|it| it.1 > 0);
    let sales = slice.known.quota.map_or(1, |it| it.1).max(1);
    let needed = stage_needed(sales, &stages).ok()?;
    let steps = chain.iter().map(|it| it.name.clone()).zip(needed).collect();
    Some(Needed { sales, of_quota, steps, since })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::funnel::{fixture, rates, slice},
        domain::step::{Id, Origin},
        journal::record::What,
    };

    fn with_reached() -> Vec<crate::journal::record::Body> {
        let reached = What::Step(Step::Own(Id(2000)), Origin::Cold);
        let mut all = fixture::bodies();
        all.push(fixture::setting("step/2000", serde_json::json!({ "name": "Reached", "place": "before" })));
        all.push(fixture::entry("2025-06-06", What::CALL, None, None, 50));
        all.push(fixture::entry("2025-06-06", reached, None, None, 20));
        all.push(fixture::entry("2025-06-06", What::PRESENTATION, None, None, 10));
        all.push(fixture::entry("2025-06-06", What::SALE, None, None, 2));
        all
    }

    #[test]
    fn a_rate_of_an_own_step_counts_from_its_first_day_and_names_what_it_leaves_out() {
        let slice = slice::sum(&fixture::state(with_reached(), "#/funnel"));
        let it = view(&slice).unwrap();
        let counts: Vec<_> = it.links.iter().map(|it| (it.rate.advanced, it.rate.entered)).collect();
        assert_eq!(counts, [(20, 50), (10, 20), (7, 35)]);
        assert_eq!(it.links[0].since, Some(fixture::day("2025-06-06")));
        assert_eq!(it.links[0].earlier, (100, 0));
        assert_eq!(it.links[1].earlier, (0, 25));
        assert_eq!(it.links[2].since, None);
        let needed = it.needed.unwrap();
        assert_eq!((needed.sales, needed.of_quota), (8, true));
        assert_eq!(needed.steps.iter().map(|it| it.1).collect::<Vec<_>>(), [200, 80, 40]);
    }

    #[test]
    fn adding_a_step_moves_none_of_the_three_rates() {
        let mut without = with_reached();
        without
            .retain(|it| !matches!(it, crate::journal::record::Body::Setting(it) if it.key == "step/2000"));
        let rates = |all| rates::view(&slice::sum(&fixture::state(all, "#/funnel"))).rates;
        assert_eq!(rates(without), rates(with_reached()));
    }

    #[test]
    fn a_step_never_recorded_has_no_data() {
        let mut all = fixture::bodies();
        all.push(fixture::setting("step/2000", serde_json::json!({ "name": "Reached", "place": "before" })));
        let it = view(&slice::sum(&fixture::state(all, "#/funnel"))).unwrap();
        assert_eq!((it.links[0].rate.entered, it.links[0].rate.advanced), (0, 0));
        assert_eq!(it.needed, None);
    }
}
