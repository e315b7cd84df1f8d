//! One rate against another.

use crate::sellers::Random;
use crate::support::{any_count, part_of, posterior, x_of_n};
use callpace::domain::compare::{self, Strength, pair, shrink};
use callpace::domain::conversion::{Conversion, Share};
use callpace::domain::count::Cold;
use callpace::domain::loss;
use callpace::domain::past::{Against, Look, State, state};
use callpace::domain::stats::beta::{Beta, logistic};
use callpace::domain::stats::drop::drop_probability;
use callpace::domain::stats::gamma::ln_gamma;
use proptest::prelude::*;

/// The chance that Beta(`successes`, `failures`) is above `a`: the closed sum of Evan Miller,
/// "Formulas for Bayesian A/B testing" (2015), over i < `successes`.
fn closed_sum(a: Beta, successes: u32, failures: f64) -> f64 {
    let ln_beta = |a: f64, b: f64| ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b);
    (0..successes)
        .map(f64::from)
        .map(|i| {
            let ln =
                ln_beta(a.a() + i, a.b() + failures) - ln_beta(1.0 + i, failures) - ln_beta(a.a(), a.b());
            ln.exp() / (failures + i)
        })
        .sum()
}

/// The root mean square errors of raw and of shrunk rates, six lists of 15 to 120 calls each,
/// whose logits differ by this standard deviation.
fn errors(sd: f64, seed: u64) -> (f64, f64) {
    let mut random = Random(seed);
    let (mut raw, mut shrunk) = (0.0, 0.0);
    for _ in 0..150 {
        let truths: Vec<f64> = (0..6)
            .map(|_| {
                let normal =
                    (-2.0 * random.uniform().ln()).sqrt() * (core::f64::consts::TAU * random.uniform()).cos();
                logistic(-1.1 + sd * normal).0
            })
            .collect();
        let shares: Vec<Share> = truths
            .iter()
            .map(|rate| {
                let n = 15 + part_of(105, random.uniform());
                let x = (0..n).filter(|_| random.uniform() < *rate).count();
                Share::new(u64::try_from(x).unwrap(), n).unwrap()
            })
            .collect();
        for ((truth, share), rate) in truths.iter().zip(&shares).zip(shrink::shrink(&shares).unwrap()) {
            raw += (share.rate() - truth).powi(2);
            shrunk += (rate.mean() - truth).powi(2);
        }
    }
    ((raw / 900.0).sqrt(), (shrunk / 900.0).sqrt())
}

/// Measured once over more lists: .059 to .030, .056 to .042 and .057 to .053.
#[test]
fn shrinking_errs_less() {
    for (sd, at_most) in [(0.0, 0.65), (0.35, 0.85), (0.8, 1.0)] {
        let (raw, shrunk) = errors(sd, 9);
        assert!(shrunk <= at_most * raw, "sd {sd}: {raw:.4} to {shrunk:.4}");
    }
}

proptest! {
    #[test]
    fn a_rate_is_lower_than_its_like_in_half_of_all_cases(rate in posterior(7.0)) {
        prop_assert!((drop_probability(rate, rate, 0.0).unwrap() - 0.5).abs() < 1e-9);
    }

    #[test]
    fn one_of_two_is_lower(one in posterior(4.0), other in posterior(4.0)) {
        let sum = drop_probability(one, other, 0.0).unwrap() + drop_probability(other, one, 0.0).unwrap();
        prop_assert!((sum - 1.0).abs() < 1e-9, "{sum}");
    }

    #[test]
    fn a_closed_sum_agrees(old in posterior(3.0), successes in 1..60_u32, failures in 1..200_u32) {
        let new = Beta::new(f64::from(successes), f64::from(failures)).unwrap();
        let higher = closed_sum(old, successes, f64::from(failures));
        let lower = drop_probability(new, old, 0.0).unwrap();
        prop_assert!((lower + higher - 1.0).abs() < 1e-9, "{lower} {higher}");
    }

    #[test]
    fn a_larger_drop_is_less_likely(new in posterior(3.0), old in posterior(3.0), margin in 0.0..0.99_f64, more in 0.0..1.0_f64) {
        let larger = margin + (0.99 - margin) * more;
        let p = |margin| drop_probability(new, old, margin).unwrap();
        prop_assert!((0.0..=1.0).contains(&p(margin)));
        prop_assert!(p(larger) <= p(margin) + 1e-9);
    }

    #[test]
    fn a_margin_has_a_domain(new in posterior(3.0), margin in any::<f64>()) {
        prop_assert_eq!(drop_probability(new, new, margin).is_ok(), (0.0..1.0).contains(&margin));
    }

    #[test]
    fn the_choice_between_two_is_symmetric((a, n) in x_of_n(5_000), (b, m) in x_of_n(5_000), weeks in 0..4_u64) {
        let (a, b) = (Share::new(a, n).unwrap(), Share::new(b, m).unwrap());
        let (one, other) = (pair::compare(a, b, weeks).unwrap(), pair::compare(b, a, weeks).unwrap());
        prop_assert!((one.certainty - other.certainty).abs() < 1e-9 && one.certainty >= 0.5 - 1e-9);
        prop_assert!(one.best != other.best || (one.certainty - 0.5).abs() < 1e-9);
        prop_assert!(one.strength < Strength::Better || (one.certainty >= 0.95 && weeks >= 2));
    }

    #[test]
    fn the_costs_of_two_choices_differ_by_the_rates(a in posterior(3.0), b in posterior(3.0)) {
        prop_assume!(a.a() >= 0.5 && b.a() >= 0.5 && a.b() >= 1.0 && b.b() >= 1.0);
        let (first, second) = (pair::expected_loss(a, b).unwrap(), pair::expected_loss(b, a).unwrap());
        prop_assert!((first - second - (b.mean() - a.mean())).abs() < 1e-9);
    }

    #[test]
    fn shrinking_keeps_the_order_of_lists_of_one_size(n in 1..300_u64, parts in prop::collection::vec(0.0..=1.0_f64, 3..6)) {
        let shares: Vec<Share> = parts.iter().map(|it| Share::new(part_of(n, *it), n).unwrap()).collect();
        let shrunk = shrink::shrink(&shares).unwrap();
        for (one, rate) in shares.iter().zip(&shrunk) {
            for (other, lower) in shares.iter().zip(&shrunk) {
                prop_assert!(one.x() <= other.x() || rate.mean() > lower.mean());
            }
        }
        let best = shrink::chances_of_best(&shrunk);
        prop_assert!((best.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn less_data_is_drawn_further(x in 1..40_u64, rest in 1..40_u64, times in 2..9_u64) {
        // Two lists of the same rate beside two others: the one with less data ends nearer to them.
        let own = [Share::new(x, x + rest).unwrap(), Share::new(x * times, (x + rest) * times).unwrap()];
        let others = Share::new(500, 1_000).unwrap();
        let shrunk = shrink::shrink(&[own[0], own[1], others, others]).unwrap();
        let off = |it: Beta| (it.mean() - 0.5).abs();
        prop_assert!(off(shrunk[0]) <= off(shrunk[1]) + 1e-9);
    }

    #[test]
    fn the_best_of_two_is_the_higher_of_two(a in posterior(3.0), b in posterior(3.0)) {
        let best = shrink::chances_of_best(&[a, b]);
        prop_assert!((best[0] - drop_probability(b, a, 0.0).unwrap()).abs() < 1e-7, "{best:?}");
    }

    #[test]
    fn lists_are_ranked_whatever_their_order(given in prop::collection::vec((0..60_u64, 0..120_u64), 0..7), weeks in 0..4_u64) {
        let lists: Vec<Option<Conversion>> = given.iter().map(|(x, n)| Conversion::of(*x, *n)).collect();
        let result = compare::lists(&lists, weeks).unwrap();
        prop_assert!(result.ranked.iter().all(|it| it.share.n() >= 20));
        prop_assert_eq!(result.preference.is_some(), result.ranked.len() >= 2);
        let mut backwards = lists.clone();
        backwards.reverse();
        let other = compare::lists(&backwards, weeks).unwrap();
        let rates = |it: &compare::Comparison| it.ranked.iter().map(|it| it.rate).collect::<Vec<_>>();
        for (one, other) in rates(&result).iter().zip(rates(&other)) {
            prop_assert!((one - other).abs() < 1e-9);
        }
    }

    #[test]
    fn verdicts_for_any_counts(calls in any_count(), presentations in any_count(), sales in any_count()) {
        let cold = Cold { calls, presentations, sales };
        if let Ok(Some(verdict)) = loss::verdict(cold) {
            prop_assert!((0.0..=1.0).contains(&verdict.certainty));
            prop_assert!(verdict.more_calls.is_none_or(|it| it % 10 == 0 && it <= 5_000));
            prop_assert!(verdict.strength < loss::Strength::Main || verdict.certainty >= 0.95);
        }
    }

    #[test]
    fn a_leak_needs_two_looks((x, n) in x_of_n(2_000), (y, m) in x_of_n(2_000), rates in 1..6_u64) {
        let (now, before) = (Share::new(x, n).unwrap(), Share::new(y, m).unwrap());
        let look = Look { now, against: Against::Past(before) };
        prop_assert!(!matches!(state(look, None, rates).unwrap(), State::Leak { .. }), "one look is not enough");
        let twice = state(look, Some(look), rates).unwrap();
        if n.min(m) < 20 {
            prop_assert_eq!(twice, State::TooLittle);
        } else {
            let fell = matches!(twice, State::Leak { .. } | State::Watch { .. });
            prop_assert_eq!(fell, look.rule_holds(rates).unwrap());
        }
        if let State::NoSign(size) = twice {
            prop_assert!(look.fallen_by(size.margin()).unwrap() <= 0.05);
        }
    }
}
