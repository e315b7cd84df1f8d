//! The chance of making the quota: the two methods agree, and it moves the way it must.

use crate::support::{any_count, part_of, posterior, up_to};
use callpace::domain::chance::certainty::CAP;
use callpace::domain::chance::{Chain, sum};
use callpace::domain::stats::beta::Beta;
use callpace::domain::stats::beta_binomial::tail;
use proptest::prelude::*;

/// A chain of 1 to `most` stages, with or without open units.
fn chain(most: usize, open: u64) -> impl Strategy<Value = Chain> {
    (1..=most).prop_flat_map(move |k| {
        let open = prop_oneof![Just(vec![0; k - 1]), prop::collection::vec(up_to(open), k - 1)];
        (prop::collection::vec(posterior(6.0), k), open)
            .prop_map(|(stages, open)| Chain::new(&stages, &open).unwrap())
    })
}

/// A chain as sellers have it: some data in every stage.
fn usual_chain() -> impl Strategy<Value = Chain> {
    let stage = (1..200_u32, 1..400_u32)
        .prop_map(|(x, m)| Beta::new(f64::from(x) - 0.5, f64::from(m) - 0.5).unwrap());
    (prop::collection::vec(stage, 1..=3), up_to(30)).prop_map(|(stages, open)| {
        let mut levels = vec![0; stages.len() - 1];
        if let Some(last) = levels.last_mut() {
            *last = open;
        }
        Chain::new(&stages, &levels).unwrap()
    })
}

fn with_stage(chain: &Chain, at: usize, stage: Beta) -> Chain {
    let mut stages = chain.stages().to_vec();
    stages[at] = stage;
    Chain::new(&stages, chain.open()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_contour_is_the_sum(chain in chain(5, 60), n in up_to(300), part in 0.0..1.0_f64) {
        prop_assume!(n + chain.open_total() <= 400);
        let q = part_of(n + chain.open_total(), part * part) + 1;
        let (fast, exact) = (chain.chance(n, q).unwrap(), sum::chance(&chain, n, q));
        prop_assert!((fast - exact).abs() < 1e-9, "{fast} {exact}");
    }

    #[test]
    fn the_contour_is_the_sum_where_it_is_long(first in posterior(7.0), second in posterior(7.0), open in up_to(200), n in 1_000..60_000_u64, part in 0.0..1.0_f64) {
        let chain = Chain::of_two(first, second, open).unwrap();
        let q = part_of(n, part * part * part) + 1;
        let (fast, exact) = (chain.chance(n, q).unwrap(), sum::chance(&chain, n, q));
        prop_assert!((fast - exact).abs() < 1e-9, "{fast} {exact}");
    }

    #[test]
    fn more_calls_never_lower_it(chain in chain(3, 30), n in up_to(3_000), more in 1..2_000_u64, q in 1..60_u64) {
        let p = |n| chain.chance(n, q).unwrap();
        prop_assert!(p(n + more) >= p(n) - 1e-9);
    }

    #[test]
    fn a_higher_quota_never_raises_it(chain in chain(3, 30), n in up_to(3_000), q in 0..60_u64, more in 1..60_u64) {
        prop_assert!(chain.chance(n, q + more).unwrap() <= chain.chance(n, q).unwrap() + 1e-9);
    }

    #[test]
    fn successes_raise_it_and_failures_lower_it(chain in chain(3, 30), n in up_to(2_000), q in 1..60_u64, at in 0..3_usize, more in 0.01..50.0_f64) {
        let at = at % chain.stages().len();
        let stage = chain.stages()[at];
        let p = |chain: &Chain| chain.chance(n, q).unwrap();
        let better = with_stage(&chain, at, Beta::new(stage.a() + more, stage.b()).unwrap());
        let worse = with_stage(&chain, at, Beta::new(stage.a(), stage.b() + more).unwrap());
        prop_assert!(p(&worse) <= p(&chain) + 1e-9 && p(&chain) <= p(&better) + 1e-9);
    }

    #[test]
    fn open_units_never_lower_it(chain in chain(3, 30), n in up_to(2_000), q in 1..60_u64, more in 1..40_u64) {
        prop_assume!(chain.stages().len() > 1);
        let mut open = chain.open().to_vec();
        open[0] += more;
        let richer = Chain::new(chain.stages(), &open).unwrap();
        prop_assert!(richer.chance(n, q).unwrap() >= chain.chance(n, q).unwrap() - 1e-9);
    }

    #[test]
    fn one_stage_is_a_beta_binomial(rate in posterior(6.0), n in up_to(2_000), q in up_to(2_000)) {
        let chain = Chain::new(&[rate], &[]).unwrap();
        prop_assert!((chain.chance(n, q).unwrap() - tail(n, rate, q).unwrap()).abs() < 1e-12);
        prop_assert!((sum::chance(&chain, n, q) - tail(n, rate, q).unwrap()).abs() < 1e-10);
    }

    #[test]
    fn a_stage_that_lets_all_pass_is_no_stage(chain in usual_chain(), n in up_to(2_000), q in 1..40_u64, at in 0..4_usize) {
        let at = at % (chain.stages().len() + 1);
        let mut stages = chain.stages().to_vec();
        stages.insert(at, Beta::new(1e7, 0.05).unwrap());
        let mut open = chain.open().to_vec();
        open.insert(at.min(open.len()), 0);
        let longer = Chain::new(&stages, &open).unwrap();
        let (one, other) = (longer.chance(n, q).unwrap(), chain.chance(n, q).unwrap());
        prop_assert!((one - other).abs() < 1e-5, "{one} {other}");
    }

    #[test]
    fn without_calls_the_open_units_decide(chain in chain(4, 100), q in 1..60_u64) {
        prop_assume!(chain.stages().len() > 1);
        let later = &chain.stages()[1..];
        let rest = Chain::new(later, &chain.open()[1..]).unwrap();
        let (one, other) = (chain.chance(0, q).unwrap(), rest.chance(chain.open()[0], q).unwrap());
        prop_assert!((one - other).abs() < 1e-9);
    }

    #[test]
    fn it_is_exact_at_the_ends(chain in chain(5, 200), n in up_to(10_000_000), beyond in 1..1_000_u64) {
        prop_assert_eq!(chain.chance(n, 0).unwrap().to_bits(), 1.0_f64.to_bits());
        let too_many = n + chain.open_total() + beyond;
        if too_many <= 1_000_000 {
            prop_assert_eq!(chain.chance(n, too_many).unwrap().to_bits(), 0.0_f64.to_bits());
        }
        prop_assert_eq!(chain.calls_for(beyond, 0.0, CAP), Ok(Some(0)));
        prop_assert_eq!(chain.calls_for(beyond, 1.0, CAP), Ok(None));
        prop_assert_eq!(chain.calls_for(0, 1.0, 0), Ok(Some(0)));
    }

    #[test]
    fn the_calls_for_a_certainty_reach_it_and_one_fewer_does_not(chain in usual_chain(), q in 1..60_u64, certainty in prop_oneof![Just(0.5), Just(0.8), Just(0.9), Just(0.95), 0.01..0.99_f64]) {
        match chain.calls_for(q, certainty, CAP).unwrap() {
            Some(0) => prop_assert!(chain.chance(0, q).unwrap() >= certainty),
            Some(n) => {
                prop_assert!(chain.chance(n, q).unwrap() >= certainty);
                prop_assert!(chain.chance(n - 1, q).unwrap() < certainty);
            }
            None => prop_assert!(chain.chance(CAP, q).unwrap() < certainty),
        }
    }

    #[test]
    fn a_cap_is_kept(chain in usual_chain(), q in 1..60_u64, cap in up_to(2_000)) {
        let (free, capped) = (chain.calls_for(q, 0.8, CAP).unwrap(), chain.calls_for(q, 0.8, cap).unwrap());
        prop_assert_eq!(capped, free.filter(|it| *it <= cap));
    }

    #[test]
    fn any_u64_gives_a_chance_or_an_error(rate in posterior(3.0), n in any_count(), q in any_count(), open in any_count(), certainty in any::<f64>()) {
        let built = Chain::of_two(rate, rate, open);
        prop_assert_eq!(built.is_ok(), open <= 1_000);
        let chain = Chain::new(&[rate, rate], &[0]).unwrap();
        if q < 1_000 || n > 10_000_000 {
            let p = chain.chance(n, q);
            prop_assert_eq!(p.is_ok(), n <= 10_000_000 && q <= 1_000_000);
            prop_assert!(p.is_err() || p.is_ok_and(|it| (0.0..=1.0).contains(&it)));
        }
        prop_assert_eq!(chain.calls_for(0, certainty, n).is_ok(), n <= 10_000_000 && (0.0..=1.0).contains(&certainty));
        prop_assert!(Chain::new(&[rate; 6], &[0; 5]).is_err() && Chain::new(&[], &[]).is_err());
        prop_assert!(Chain::new(&[rate; 2], &[open, open]).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_distribution_is_that_of_the_single_chances(chain in usual_chain(), n in up_to(2_000)) {
        let outcomes = chain.outcomes(n).unwrap();
        prop_assert!((0..200).all(|r| outcomes.at_least(r + 1) <= outcomes.at_least(r)));
        for r in [0, 1, 2, 5, 10, 20, 50] {
            let (kept, single) = (outcomes.at_least(r), chain.chance(n, r).unwrap());
            prop_assert!((kept - single).abs() < 1e-9 || (kept <= 0.0 && single < 1e-4), "{r}: {kept} {single}");
        }
        let dots = outcomes.dots();
        prop_assert!(dots.is_sorted());
        for p in [0.025, 0.1, 0.5, 0.9, 0.975] {
            let t = outcomes.quantile(p);
            prop_assert!(1.0 - outcomes.at_least(t + 1) >= p);
            prop_assert!(t == 0 || 1.0 - outcomes.at_least(t) < p);
        }
    }
}
