//! Rates that touch the seller's own steps: each over the days since that step was first recorded.

use super::{
    known::{LinkSteps, OwnStep},
    rates::{Basis, Rate},
    slice::{Day, Slice},
};
use crate::{
    app::view::names::Name,
    domain::{
        conversion::{Conversion, Share},
        date::Date,
        loss,
        quota::{Stage, stage_needed},
        step::Step,
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
    /// Who did not go on; `None` where more went on than entered.
    pub lost: Option<u64>,
    /// The same in sales, at most: times × the rates of the later links. `None` where one of them has no rate.
    pub worth: Option<f64>,
    /// Reasons given at the step it starts from, if that is the seller's own, the most frequent first.
    pub reasons: Vec<(Name, u64)>,
}

impl Link {
    /// Whether one of its steps is the seller's own.
    #[must_use]
    pub const fn is_own(&self) -> bool {
        self.from.own.is_some() || self.to.own.is_some()
    }
}

/// A step by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepName {
    /// The step.
    pub step: Step,
    /// The name of an own step.
    pub own: Option<Name>,
    /// What counts as this own step, if the seller said so.
    pub counts: String,
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
    let mut links: Vec<Link> = slice.known.links.iter().map(|it| link(slice, it)).collect();
    price(&mut links);
    Some(ChainView { links, needed: needed(slice), basis: Basis::of(slice) })
}

fn own(slice: &Slice, step: Step) -> Option<(usize, &OwnStep)> {
    let Step::Own(id) = step else { return None };
    slice.known.steps.iter().enumerate().find(|(_, it)| it.id == id)
}

/// The name of a step.
#[must_use]
pub fn name(slice: &Slice, step: Step) -> StepName {
    let own = own(slice, step).map(|it| it.1);
    StepName {
        step,
        own: own.map(|it| it.name.clone()),
        counts: own.map(|it| it.counts.clone()).unwrap_or_default(),
    }
}

fn count(slice: &Slice, step: Step, day: &Day) -> u64 {
    match step {
        Step::Call => day.cold.calls,
        Step::Presentation => day.cold.presentations,
        Step::Sale => day.cold.sales,
        Step::Own(_) => own(slice, step).and_then(|it| day.own.get(it.0)).copied().unwrap_or(0),
    }
}

fn sum(slice: &Slice, step: Step, first: Date, last: Date) -> u64 {
    slice.between(first, last).fold(0, |sum: u64, it| sum.saturating_add(count(slice, step, it)))
}

fn link(slice: &Slice, it: &LinkSteps) -> Link {
    let (from, to) = (it.from, it.to);
    let first = slice.first.max(it.since);
    let earlier = |step| sum(slice, step, slice.first, first.plus_days(-1).min(slice.last));
    let [entered, advanced] = counts(slice, it);
    let rate = Rate::of(advanced, entered);
    Link {
        since: since(slice, it),
        earlier: if it.since > slice.first { (earlier(from), earlier(to)) } else { (0, 0) },
        days: (first.min(slice.last), slice.last),
        from: name(slice, from),
        to: name(slice, to),
        lost: lost(rate.conversion),
        worth: None,
        reasons: if matches!(from, Step::Own(_)) { reasons(slice, from) } else { Vec::new() },
        rate,
    }
}

/// How many did not go on from a step to the next one, and the first day counted, if it is later than that of the
/// period.
pub(super) fn lost_after(slice: &Slice, step: Step) -> Option<(u64, Option<Date>)> {
    let it = slice.known.links.iter().find(|it| it.from == step)?;
    let [entered, advanced] = counts(slice, it);
    Some((lost(Conversion::of(advanced, entered))?, since(slice, it)))
}

/// How many took the two steps of a link, over the days that count for it.
fn counts(slice: &Slice, it: &LinkSteps) -> [u64; 2] {
    [it.from, it.to].map(|step| sum(slice, step, slice.first.max(it.since), slice.last))
}

/// The first day counted, if it is later than that of the period.
fn since(slice: &Slice, it: &LinkSteps) -> Option<Date> {
    (it.since > slice.first && it.since < Date::MAX).then_some(it.since)
}

fn lost(it: Option<Conversion>) -> Option<u64> {
    it.and_then(Conversion::share).map(Share::failures)
}

fn reasons(slice: &Slice, step: Step) -> Vec<(Name, u64)> {
    let given = slice.recorded.iter().filter(|((at, _), _)| *at == step);
    let mut all: Vec<(Name, u64)> =
        given.filter_map(|((_, id), n)| Some((slice.known.reasons.get(id)?.2.clone(), *n))).collect();
    all.sort_by_key(|it| core::cmp::Reverse(it.1));
    all
}

/// Prices what each link loses by the rates of those after it.
fn price(links: &mut [Link]) {
    let mut later = Some(Vec::<Share>::new());
    for link in links.iter_mut().rev() {
        link.worth = link.lost.zip(later.as_ref()).map(|(lost, later)| loss::price(lost, later));
        let share = link.rate.conversion.and_then(Conversion::share);
        later = later.zip(share).map(|(mut later, share)| {
            later.push(share);
            later
        });
    }
}

fn needed(slice: &Slice) -> Option<Needed> {
    let links = &slice.known.links;
    let since = links.iter().map(|it| it.since).fold(slice.first, Date::max);
    let sums = |step| sum(slice, step, since, slice.last);
    let stages: Vec<Stage> =
        links.iter().map(|it| Stage { entered: sums(it.from), advanced: sums(it.to) }).collect();
    let of_quota = slice.known.quota.is_some_and(|it| it.1 > 0);
    let sales = slice.known.quota.map_or(1, |it| it.1).max(1);
    let needed = stage_needed(sales, &stages).ok()?;
    let steps = links.iter().map(|it| name(slice, it.from)).zip(needed).collect();
    Some(Needed { sales, of_quota, steps, since })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::funnel::{fixture, rates, slice},
        domain::{reason::BuiltIn, step::Id},
        journal::record::What,
    };

    fn with_reached() -> Vec<crate::journal::record::Body> {
        let reached = What::own(Id(2000));
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
        // 30 calls not reached × 50 % × 20 %, 10 reached × 20 %, 28 presentations.
        assert_eq!(it.links.iter().map(|it| it.lost).collect::<Vec<_>>(), [Some(30), Some(10), Some(28)]);
        let worth: Vec<f64> = it.links.iter().map(|it| it.worth.unwrap()).collect();
        assert!([3.0, 2.0, 28.0].iter().zip(worth).all(|(a, b)| (a - b).abs() < 1e-12));
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

    #[test]
    fn an_own_step_has_reasons_of_its_own_and_they_are_conversations() {
        let mut all = with_reached();
        let reached = What::own(Id(2000));
        all.push(fixture::entry("2025-06-06", reached, None, Some(BuiltIn::NotInterested), 5));
        let slice = slice::sum(&fixture::state(all, "#/funnel"));
        let it = view(&slice).unwrap();
        assert_eq!(it.links[0].reasons, []);
        assert_eq!(it.links[1].reasons, [(Name::Reason(BuiltIn::NotInterested), 5)]);
        // 14 calls of the fixture besides.
        assert_eq!(slice.conversations.not_interested, 19);
    }
}
