//! Where the properties draw from: edges as likely as the middle.

use callpace::domain::date::Date;
use callpace::domain::stats::beta::Beta;
use callpace::domain::stats::{real, whole};
use proptest::prelude::*;

/// Any count, the ends and the limits of the domain included.
pub(crate) fn any_count() -> impl Strategy<Value = u64> {
    prop_oneof![
        prop::sample::select(vec![0, 1, 2, 9_999_999, 10_000_000, 10_000_001, u64::MAX - 1, u64::MAX]),
        0..100_u64,
        0..1_000_000_u64,
        any::<u64>(),
    ]
}

/// A count from 0 to `most`, both ends likely.
pub(crate) fn up_to(most: u64) -> impl Strategy<Value = u64> {
    prop_oneof![Just(0), Just(most.min(1)), Just(most), 0..=most, 0..=most]
}

/// x of n with 0 ≤ x ≤ n, 1 ≤ n ≤ `most`.
pub(crate) fn x_of_n(most: u64) -> impl Strategy<Value = (u64, u64)> {
    prop_oneof![Just(1), Just(most), 1..=most.min(60), 1..=most].prop_flat_map(|n| (up_to(n), Just(n)))
}

/// A parameter of a posterior within the domain, up to 10^`digits`.
pub(crate) fn parameter(digits: f64) -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.05),
        Just(0.5),
        Just(1.0),
        Just(10_f64.powf(digits)),
        (-1.3..digits).prop_map(|it| 10_f64.powf(it).clamp(0.05, 1e7)),
        (1..200_u32).prop_map(|it| f64::from(it) - 0.5),
    ]
}

/// A posterior within the domain.
pub(crate) fn posterior(digits: f64) -> impl Strategy<Value = Beta> {
    (parameter(digits), parameter(digits)).prop_map(|(a, b)| Beta::new(a, b).unwrap())
}

/// A part of a count, between 0 and the whole of it.
pub(crate) fn part_of(count: u64, part: f64) -> u64 {
    whole(real(count) * part).min(count)
}

/// Any date, the ends and leap days included.
pub(crate) fn any_date() -> impl Strategy<Value = Date> {
    prop_oneof![
        Just(Date::MIN),
        Just(Date::MAX),
        (1..=9999_i32, 1..=12_u8, 1..=31_u8).prop_filter_map("no such date", |(y, m, d)| Date::new(y, m, d)),
        (1970..=2100_i32, 2..=3_u8, 1..=31_u8)
            .prop_filter_map("no such date", |(y, m, d)| Date::new(y, m, d)),
    ]
}
