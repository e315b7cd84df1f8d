//! "8 times in 10" comes true 8 times in 10.
//!
//! On average over the prior, that is, not for every fixed seller; what it is
//! for fixed sellers is the table of `docs/calibration.md`.

use crate::sellers::{Plans, Random, Score, Seller};

const SELLERS: u32 = 4_000;

/// Sellers drawn from the prior, with a history of so many calls, each following the plan for each level.
fn drawn_from_the_prior(calls: u64) {
    let mut random = Random(20_261_124 + calls);
    let mut plans = Plans::default();
    let levels = [50, 80, 90, 95];
    let mut scores = [Score::default(); 4];
    for _ in 0..SELLERS {
        let seller = Seller::drawn(&mut random);
        let history = seller.history(calls, &mut random);
        for (level, score) in levels.into_iter().zip(&mut scores) {
            score.follow(seller, plans.of(history, level), &mut random);
        }
    }
    for (level, score) in levels.iter().zip(scores) {
        // The 99.9 % band of the exact chances at the whole numbers of calls.
        let band = 3.29 * score.variance.sqrt() + 0.5;
        let off = f64::from(score.made) - score.expected;
        assert!(
            off.abs() <= band,
            "{calls} calls, {level} %: {} of {} plans came true, {:.1} expected ({} without a plan)",
            score.made,
            score.plans,
            score.expected,
            score.without
        );
        assert!(score.plans > SELLERS / 2);
    }
}

#[test]
fn with_40_calls_known() {
    drawn_from_the_prior(40);
}

#[test]
fn with_100_calls_known() {
    drawn_from_the_prior(100);
}

#[test]
fn with_400_calls_known() {
    drawn_from_the_prior(400);
}

#[test]
fn with_1000_calls_known() {
    drawn_from_the_prior(1_000);
}

#[test]
fn fixed_sellers_from_400_calls_on() {
    for (first, second) in [(0.25, 0.20), (0.10, 0.15), (0.05, 0.30)] {
        let seller = Seller { first, second };
        for calls in [400, 1_000] {
            let mut random = Random(calls);
            let (mut plans, mut score) = (Plans::default(), Score::default());
            for _ in 0..SELLERS {
                let history = seller.history(calls, &mut random);
                if history.sales > 0 {
                    score.follow(seller, plans.of(history, 80), &mut random);
                }
            }
            let share = score.share();
            assert!((0.76..=0.84).contains(&share), "{first}/{second} after {calls} calls: {share}");
        }
    }
}
