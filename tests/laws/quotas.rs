//! Simple division: exact, consistent, and without a panic for any u64.

use crate::support::{any_count, up_to};
use callpace::domain::quota::{
    NoAnswer, Stage, calls_for_money, calls_needed, recoverable, sensitivity, stage_needed,
};
use callpace::domain::stats::{MAX_QUOTA, real};
use proptest::prelude::*;

fn stage(most: u64) -> impl Strategy<Value = Stage> {
    (1..=most).prop_flat_map(|entered| (1..=entered).prop_map(move |advanced| Stage { entered, advanced }))
}

fn any_stage() -> impl Strategy<Value = Stage> {
    (any_count(), any_count()).prop_map(|(entered, advanced)| Stage { entered, advanced })
}

proptest! {
    #[test]
    fn the_smallest_number_that_is_enough(q in up_to(MAX_QUOTA), stage in stage(u64::MAX)) {
        let calls = calls_needed(q, stage.entered, stage.advanced).unwrap();
        // calls · closes ≥ q · calls so far, and one call fewer is not enough; both sides below 2¹²⁸.
        let wanted = u128::from(q) * u128::from(stage.entered);
        let closes = u128::from(stage.advanced);
        prop_assert!(calls.checked_mul(closes).is_none_or(|it| it >= wanted));
        prop_assert!(calls == 0 || (calls - 1) * closes < wanted);
    }

    #[test]
    fn an_unbroken_chain_needs_what_the_whole_needs(q in up_to(MAX_QUOTA), sizes in prop::collection::vec(1..1_000_000_u64, 2..=6)) {
        let mut sizes = sizes;
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        let chain: Vec<Stage> = sizes.windows(2).map(|it| Stage { entered: it[0], advanced: it[1] }).collect();
        let needed = stage_needed(q, &chain).unwrap();
        prop_assert_eq!(Ok(needed[0]), calls_needed(q, sizes[0], sizes[sizes.len() - 1]));
        // A later stage needs no more units than an earlier one, and never fewer than the sales.
        prop_assert!(needed.is_sorted_by(|a, b| a >= b));
        prop_assert!(needed.iter().all(|it| *it >= u128::from(q)));
    }

    #[test]
    fn any_u64_gives_a_value_or_a_reason(q in any_count(), chain in prop::collection::vec(any_stage(), 0..7)) {
        if let Some(first) = chain.first() {
            let result = calls_needed(q, first.entered, first.advanced);
            let wanted = if q == 0 { None }
                else if q > MAX_QUOTA { Some(NoAnswer::QuotaOutOfDomain) }
                else if first.entered == 0 { Some(NoAnswer::NoCalls) }
                else if first.advanced == 0 { Some(NoAnswer::NoCloses) }
                else if first.advanced > first.entered { Some(NoAnswer::ClosesExceedCalls) }
                else { None };
            prop_assert_eq!(result.err(), wanted);
            prop_assert_eq!(calls_for_money(q, first.entered, first.advanced).is_ok(), q == 0 || first.entered > 0 && first.advanced > 0);
        }
        let needed = stage_needed(q, &chain);
        if q == 0 && (1..=5).contains(&chain.len()) {
            prop_assert_eq!(needed, Ok(vec![0; chain.len()]));
        }
        if let Ok(result) = sensitivity(q, &chain) {
            prop_assert!(result.calls.is_finite());
            prop_assert!(result.stages.iter().all(|it| it.plus_tenth.is_finite() && it.plus_one_point >= 0.0));
        }
    }

    #[test]
    fn a_large_chain_is_exact_or_too_large(q in 1..=MAX_QUOTA, chain in prop::collection::vec(stage(u64::MAX), 1..=5)) {
        let approximate: Vec<f64> = (0..chain.len())
            .map(|from| chain[from..].iter().fold(real(q), |n, it| n * real(it.entered) / real(it.advanced)))
            .collect();
        match stage_needed(q, &chain) {
            Ok(needed) => for (exact, about) in needed.iter().zip(approximate) {
                prop_assert!((exact.to_string().parse::<f64>().unwrap() - about).abs() <= 1.0 + 1e-9 * about);
            },
            Err(error) => prop_assert_eq!(error, NoAnswer::TooLarge),
        }
    }

    #[test]
    fn a_tenth_more_saves_the_same_at_every_stage(q in 1..=MAX_QUOTA, chain in prop::collection::vec(stage(1000), 1..=5)) {
        let result = sensitivity(q, &chain).unwrap();
        for saving in result.stages.iter().filter(|it| it.rate * 1.1 <= 1.0) {
            prop_assert!((saving.plus_tenth * 11.0 - result.calls).abs() <= 1e-9 * result.calls);
        }
    }

    #[test]
    fn nothing_is_recovered_where_nothing_fell(calls in 0.0..1e9_f64, rate in 0.0..=1.0_f64, before in 0.0..=1.0_f64) {
        let saved = recoverable(calls, rate, before);
        prop_assert!((0.0..=calls).contains(&saved));
        prop_assert!(saved <= 0.0 || before > rate);
    }
}
