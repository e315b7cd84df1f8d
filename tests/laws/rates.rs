//! Rates, their intervals and labels.

use crate::support::{any_count, x_of_n};
use callpace::domain::conversion::{Conversion, Interval, Label, NotAShare, Percent, Share, label};
use callpace::domain::count::Cold;
use callpace::domain::stats::{MAX_TRIES, OutOfDomain};
use proptest::prelude::*;

fn confidence() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.8), Just(0.95), Just(1e-6), Just(1.0 - 1e-9), 0.001..0.999_f64]
}

proptest! {
    #[test]
    fn an_interval_holds_its_rate((x, n) in x_of_n(MAX_TRIES), confidence in 0.5..0.9999_f64) {
        let share = Share::new(x, n).unwrap();
        for interval in [share.jeffreys(confidence).unwrap(), share.wilson(confidence).unwrap()] {
            let Interval { lo, hi } = interval;
            prop_assert!(0.0 <= lo && lo <= share.rate() + 1e-12 && share.rate() <= hi + 1e-12 && hi <= 1.0);
            prop_assert_eq!(lo <= 0.0, x == 0);
            prop_assert_eq!(hi >= 1.0, x == n);
        }
    }

    #[test]
    fn failures_mirror_successes((x, n) in x_of_n(MAX_TRIES), confidence in confidence()) {
        let (share, mirror) = (Share::new(x, n).unwrap(), Share::new(n - x, n).unwrap());
        for method in [Share::jeffreys, Share::wilson] {
            let (one, other) = (method(share, confidence).unwrap(), method(mirror, confidence).unwrap());
            prop_assert!((one.lo + other.hi - 1.0).abs() < 1e-12 && (one.hi + other.lo - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn more_confidence_is_wider((x, n) in x_of_n(MAX_TRIES), low in 0.01..0.99_f64, more in 0.0..0.99_f64) {
        let share = Share::new(x, n).unwrap();
        let high = low + (0.999 - low) * more;
        for method in [Share::jeffreys, Share::wilson] {
            let (inner, outer) = (method(share, low).unwrap(), method(share, high).unwrap());
            prop_assert!(outer.lo <= inner.lo + 1e-12 && inner.hi <= outer.hi + 1e-12);
        }
    }

    #[test]
    fn more_data_at_the_same_rate_never_widens((x, n) in x_of_n(5_000), times in 2..1_000_u64, confidence in confidence()) {
        let width = |it: Interval| it.hi - it.lo;
        let (less, more) = (Share::new(x, n).unwrap(), Share::new(x * times, n * times).unwrap());
        prop_assert!(width(more.jeffreys(confidence).unwrap()) <= width(less.jeffreys(confidence).unwrap()) + 1e-12);
        prop_assert!(more.label().unwrap() >= less.label().unwrap());
    }

    #[test]
    fn jeffreys_is_near_wilson_with_ample_data((x, n) in (1_000..100_000_u64).prop_flat_map(|n| (n / 5..=n - n / 5, Just(n)))) {
        let share = Share::new(x, n).unwrap();
        let (one, other) = (share.jeffreys(0.95).unwrap(), share.wilson(0.95).unwrap());
        prop_assert!((one.lo - other.lo).abs() < 2e-3 && (one.hi - other.hi).abs() < 2e-3);
    }

    #[test]
    fn percentages_are_those_of_exact_fractions(x in any_count(), n in any_count()) {
        match Share::new(x, n) {
            Err(NotAShare::NoTrials) => prop_assert_eq!(n, 0),
            Err(NotAShare::SuccessesExceedTrials) => prop_assert!(x > n),
            Ok(share) => {
                // |tenths / 1000 - x / n| ≤ 1 / 2000, ties upwards.
                let (x, n, tenths) = (i128::from(x), i128::from(n), i128::from(share.tenths()));
                let off = 2 * (tenths * n - 1000 * x);
                prop_assert!(-n < off && off <= n);
                prop_assert!(share.whole_percent() <= 100);
                match share.percent() {
                    Percent::Tenths(it) => prop_assert!(10 * x < n && it == share.tenths()),
                    Percent::Whole(it) => prop_assert!(10 * x >= n && it == share.whole_percent()),
                }
            }
        }
    }

    #[test]
    fn splitting_counts_over_days_changes_nothing(days in prop::collection::vec((0..200_u64, 0..50_u64, 0..20_u64), 1..30)) {
        let day = |it: &(u64, u64, u64)| Cold { calls: it.0, presentations: it.1, sales: it.2 };
        let sum = days.iter().map(day).fold(Cold::default(), Cold::plus);
        let at_once = Cold {
            calls: days.iter().map(|it| it.0).sum(),
            presentations: days.iter().map(|it| it.1).sum(),
            sales: days.iter().map(|it| it.2).sum(),
        };
        prop_assert_eq!(sum, at_once);
        prop_assert_eq!(sum.call_to_sale(), at_once.call_to_sale());
    }

    #[test]
    fn any_u64_has_a_rate_a_reason_or_an_error(x in any_count(), n in any_count(), confidence in any::<f64>()) {
        let conversion = Conversion::of(x, n);
        let labelled = label(conversion);
        match conversion {
            None => prop_assert_eq!(labelled, Ok(Label::NoData)),
            Some(Conversion::Late { .. }) => prop_assert!(x > n && labelled == Ok(Label::TooLittle)),
            Some(Conversion::Within(share)) => {
                prop_assert!(share.x() <= share.n());
                prop_assert_eq!(labelled.is_ok(), n <= MAX_TRIES);
                let bad = !(confidence > 0.0 && confidence < 1.0);
                prop_assert_eq!(share.jeffreys(confidence).is_err(), bad || n > MAX_TRIES);
                if bad {
                    prop_assert_eq!(share.wilson(confidence), Err(OutOfDomain::Confidence));
                }
            }
        }
        let whole = Cold { calls: x, presentations: n, sales: x };
        let twice = |it: u64| it.saturating_mul(2);
        prop_assert_eq!(whole.plus(whole), Cold { calls: twice(x), presentations: twice(n), sales: twice(x) });
    }
}
