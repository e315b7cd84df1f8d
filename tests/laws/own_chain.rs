//! Every chain of 3 to 6 steps keeps the laws of the arithmetic, and own steps move neither the three
//! rates nor the plan.
//!
//! The chains are played through the journal and the views, as a seller would record them.

use callpace::app::{
    moment::Moment,
    route::Route,
    start::{Found, start},
    state::State,
    view::{
        funnel::{
            lists::{self, By},
            rates, slice,
            steps::{self, ChainView},
            why,
        },
        plan,
    },
};
use callpace::domain::{
    date::Date,
    quota::{Stage, calls_needed, stage_needed},
    stats::real,
    step::Id,
};
use callpace::journal::record::{Body, Entry, Record, RecordId, Setting, What};
use proptest::prelude::*;
use serde_json::json;

/// Today; the period of the Funnel is the 90 days up to it.
const TODAY: i32 = 20_250;
const LIST: Id = Id(5000);

/// A chain as it was recorded: own steps before and after the presentation, and rows of counts by step.
#[derive(Clone, Debug)]
struct Recorded {
    before: usize,
    after: usize,
    /// Days before today, and the counts of call, own steps before, presentation, own steps after, sale.
    days: Vec<(i32, Vec<u32>)>,
    quota: u32,
}

impl Recorded {
    const fn steps(&self) -> usize {
        3 + self.before + self.after
    }

    fn whats(&self) -> Vec<What> {
        let own = |from: usize, n: usize| (from..from + n).map(own_step);
        [What::CALL]
            .into_iter()
            .chain(own(0, self.before))
            .chain([What::PRESENTATION])
            .chain(own(self.before, self.after))
            .chain([What::SALE])
            .collect()
    }

    fn totals(&self) -> Vec<u64> {
        let sum = |step: usize| self.days.iter().map(|it| u64::from(it.1[step])).sum();
        (0..self.steps()).map(sum).collect()
    }

    /// The state of a seller with these records; own steps and what they count only where `with_own`.
    fn state(&self, with_own: bool, hash: &str) -> State {
        let mut bodies = vec![
            setting("quota/2025-06-01", json!({ "sales": self.quota, "until": 20_270 })),
            setting(&format!("list/{}", LIST.0), json!({ "name": "List" })),
        ];
        for own in 0..if with_own { self.before + self.after } else { 0 } {
            let place = if own < self.before { "before" } else { "after" };
            let step = json!({ "name": format!("Step {own}"), "place": place, "order": own });
            bodies.push(setting(&format!("step/{}", 2000 + own), step));
        }
        for (ago, counts) in &self.days {
            for (what, n) in self.whats().into_iter().zip(counts) {
                let fixed = What::FIXED.contains(&what);
                bodies.extend((*n > 0 && (fixed || with_own)).then(|| entry(TODAY - ago, what, *n)));
            }
        }
        state(bodies, hash)
    }

    fn chain(&self) -> Option<ChainView> {
        steps::view(&slice::sum(&self.state(true, "#/funnel")))
    }
}

fn own_step(place: usize) -> What {
    What::own(Id(2000 + u32::try_from(place).unwrap()))
}

fn setting(key: &str, value: serde_json::Value) -> Body {
    Body::Setting(Setting { key: key.to_owned(), value })
}

const fn entry(day: i32, what: What, n: u32) -> Body {
    let day = Date::from_number(day).unwrap();
    Body::Entry(Entry { day, minute: None, what, list: Some(LIST), reason: None, n, extra: None })
}

fn state(bodies: Vec<Body>, hash: &str) -> State {
    let day = Date::from_number(TODAY).unwrap();
    let mut state = start(Found::default(), |_| Moment { at: 1_750_000_000_000, day, minute: 600 });
    let writer = state.me;
    state.journal.add_all((0..).zip(bodies).map(|(seq, body)| Record {
        id: RecordId { writer, seq },
        at: u64::from(seq) + 1,
        batch: None,
        body,
    }));
    state.route = Route::parse(hash);
    state
}

/// Own steps before and after, at most three.
fn shape() -> impl Strategy<Value = (usize, usize)> {
    (0..=3_usize).prop_flat_map(|before| (Just(before), 0..=3 - before))
}

/// Days whose counts may be anything: what is recorded need not be nested.
fn any_chain() -> impl Strategy<Value = Recorded> {
    shape().prop_flat_map(|(before, after)| {
        let n = prop_oneof![Just(0_u32), 1..4_u32, 0..200_u32];
        let day = (0..120_i32, prop::collection::vec(n, 3 + before + after));
        (prop::collection::vec(day, 0..6), 1..40_u32).prop_map(move |(days, quota)| Recorded {
            before,
            after,
            days,
            quota,
        })
    })
}

/// Days on which nobody skips a step, all steps in use from the first day on.
fn nested_chain() -> impl Strategy<Value = Recorded> {
    shape().prop_flat_map(|(before, after)| {
        let day = (0..90_i32, prop::collection::vec(1..300_u32, 3 + before + after));
        (prop::collection::vec(day, 1..6), 1..40_u32).prop_map(move |(mut days, quota)| {
            for (_, counts) in &mut days {
                counts.sort_unstable_by(|a, b| b.cmp(a));
            }
            Recorded { before, after, days, quota }
        })
    })
}

/// Everything the Plan is made from, the calls needed, the chances and today's goal.
///
/// Only the first day it names is left out: an own step may be the first thing ever recorded.
fn shown(state: &State) -> String {
    let goal = plan::goal_basis(state);
    let basis = plan::basis(state).map(|it| plan::Basis { window: (it.today, it.today), ..it });
    let figures = basis.as_ref().and_then(|it| plan::Figures::of(it, goal.as_ref()));
    let goal = goal.and_then(|it| it.goal());
    format!("{basis:?} {figures:?} {goal:?}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn own_steps_move_neither_the_three_rates_nor_the_plan(it in any_chain()) {
        let (with, without) = (it.state(true, "#/funnel"), it.state(false, "#/funnel"));
        let (a, b) = (slice::sum(&with), slice::sum(&without));
        prop_assert_eq!(a.cold, b.cold);
        let (a, b) = (rates::view(&a), rates::view(&b));
        prop_assert_eq!(a.rates, b.rates);
        prop_assert_eq!((a.inbound, a.decided, a.value, a.quota), (b.inbound, b.decided, b.value, b.quota));
        prop_assert_eq!(shown(&with), shown(&without));
    }

    #[test]
    fn taking_a_step_away_and_undoing_that_brings_everything_back(it in any_chain()) {
        prop_assume!(it.before + it.after > 0);
        let mut state = it.state(true, "#/funnel");
        let before = steps::view(&slice::sum(&state));
        let now = state.now;
        let removed = Setting { key: "step/2000".to_owned(), value: serde_json::Value::Null };
        let run = callpace::app::update::update;
        run(&mut state, callpace::app::intent::Intent::Settings(vec![removed]), now);
        let shorter = steps::view(&slice::sum(&state));
        prop_assert_eq!(shorter.map_or(2, |it| it.links.len()), it.steps() - 2);
        run(&mut state, callpace::app::intent::Intent::Undo, now);
        prop_assert_eq!(steps::view(&slice::sum(&state)), before);
    }

    #[test]
    fn rates_multiply_to_the_whole_and_losses_add_up_to_it(it in nested_chain()) {
        let totals = it.totals();
        let Some(chain) = it.chain() else { return Ok(()) };
        prop_assert_eq!(chain.links.len(), it.steps() - 1);
        let counts: Vec<_> = chain.links.iter().map(|it| (it.rate.entered, it.rate.advanced)).collect();
        let wanted: Vec<_> = totals.windows(2).map(|it| (it[0], it[1])).collect();
        prop_assert_eq!(&counts, &wanted);
        prop_assert!(chain.links.iter().all(|it| it.earlier == (0, 0)));

        let product = counts.iter().fold(1.0, |all, it| all * real(it.1) / real(it.0));
        let whole = real(totals[it.steps() - 1]) / real(totals[0]);
        prop_assert!((product - whole).abs() <= 1e-12);

        let lost: u64 = chain.links.iter().map(|it| it.lost.unwrap()).sum();
        prop_assert_eq!(lost, totals[0] - totals[it.steps() - 1]);
        // A loss is never worth more than itself, and the last link is priced at one sale each.
        let worth = |link: &steps::Link| link.worth.unwrap();
        prop_assert!(chain.links.iter().all(|it| worth(it) <= real(it.lost.unwrap()) + 1e-9));
        let last = chain.links.last().unwrap();
        prop_assert!((worth(last) - real(last.lost.unwrap())).abs() <= 1e-9);
    }

    #[test]
    fn what_is_needed_falls_from_step_to_step_and_never_below_the_sales(it in nested_chain()) {
        let totals = it.totals();
        let Some(chain) = it.chain() else { return Ok(()) };
        let needed = chain.needed.unwrap();
        let counts: Vec<u128> = needed.steps.iter().map(|it| it.1).collect();
        prop_assert_eq!(counts.len(), it.steps() - 1);
        prop_assert!(counts.is_sorted_by(|a, b| a >= b));
        prop_assert!(counts.iter().all(|n| *n >= u128::from(needed.sales)));
        // An unbroken chain asks for what the whole asks for.
        prop_assert_eq!(Ok(counts[0]), calls_needed(needed.sales, totals[0], totals[it.steps() - 1]));
        // One more sale never takes fewer units of any step.
        let stages: Vec<Stage> = totals.windows(2).map(|it| Stage { entered: it[0], advanced: it[1] }).collect();
        let more = stage_needed(needed.sales + 1, &stages).unwrap();
        prop_assert!(counts.iter().zip(more).all(|(now, more)| *now <= more));
    }

    #[test]
    fn splitting_counts_over_entries_and_any_order_changes_nothing(it in any_chain(), turn in any::<prop::sample::Index>()) {
        let mut split = it.clone();
        split.days = it
            .days
            .iter()
            .flat_map(|(ago, counts)| {
                let half: Vec<u32> = counts.iter().map(|n| n / 2).collect();
                let rest = counts.iter().zip(&half).map(|(n, half)| n - half).collect();
                [(*ago, half), (*ago, rest)]
            })
            .collect();
        if !split.days.is_empty() {
            let at = turn.index(split.days.len());
            split.days.rotate_left(at);
        }
        prop_assert_eq!(it.chain(), split.chain());
    }

    #[test]
    fn a_rate_counts_from_the_first_day_of_its_steps_and_names_the_rest(it in any_chain()) {
        let Some(chain) = it.chain() else { return Ok(()) };
        let period = |ago: &i32| (0..90).contains(ago);
        for (place, link) in chain.links.iter().enumerate() {
            let sums = |keep: &dyn Fn(i32) -> bool| {
                let days = it.days.iter().filter(|it| period(&it.0) && keep(it.0));
                days.fold((0, 0), |sum: (u64, u64), day| {
                    (sum.0 + u64::from(day.1[place]), sum.1 + u64::from(day.1[place + 1]))
                })
            };
            // How many days ago a step was first recorded; the article's three were always there.
            let whats = it.whats();
            let first = |step: usize| {
                if What::FIXED.contains(&whats[step]) {
                    return Some(i32::MAX);
                }
                it.days.iter().filter(|day| day.1[step] > 0).map(|day| day.0).max()
            };
            let since = first(place).zip(first(place + 1)).map(|(a, b)| a.min(b));
            let counted = |ago: i32| since.is_some_and(|since| ago <= since);
            prop_assert_eq!((link.rate.entered, link.rate.advanced), sums(&counted));
            prop_assert_eq!(link.earlier, sums(&|ago| !counted(ago)));
        }
    }

    #[test]
    fn lists_and_losses_see_the_same_chain(it in any_chain()) {
        let slice = slice::sum(&it.state(true, "#/funnel"));
        let Some(chain) = steps::view(&slice) else { return Ok(()) };
        for (place, link) in chain.links.iter().enumerate().filter(|it| it.1.is_own()) {
            // All is recorded under one list, so that the list is the whole.
            let view = lists::view(&slice, By::Link(place));
            prop_assert_eq!((view.overall.entered, view.overall.advanced), (link.rate.entered, link.rate.advanced));
            prop_assert_eq!(view.since, link.since);
        }
        let losses = why::view(&slice);
        let links: Vec<_> = chain.links.iter().filter(|it| it.from.own.is_some()).collect();
        prop_assert_eq!(losses.own.len(), links.len());
        for (own, link) in losses.own.iter().zip(links) {
            prop_assert_eq!(own.lost.map(|it| it.n), link.lost);
            prop_assert!(own.lost.is_none_or(|it| it.since.or(own.since) == link.since));
        }
    }
}
