//! Civil dates against `jiff`, day by day, and calendar laws.

use crate::support::any_date;
use callpace::domain::date::{Date, Weekday, days_in_month};
use proptest::prelude::*;

#[test]
fn every_day_of_every_year_is_that_of_jiff() {
    let mut other = jiff::civil::date(1, 1, 1);
    for date in Date::MIN.through(Date::MAX) {
        let (year, month, day) = date.ymd();
        assert_eq!(
            (year, month, day),
            (i32::from(other.year()), other.month().cast_unsigned(), other.day().cast_unsigned())
        );
        assert_eq!(Date::new(year, month, day), Some(date));
        let weekday = usize::try_from(other.weekday().to_monday_zero_offset()).unwrap();
        assert_eq!(date.weekday().index(), weekday, "{date}");
        if date < Date::MAX {
            other = other.tomorrow().unwrap();
        }
    }
    assert_eq!(other, jiff::civil::date(9999, 12, 31));
}

proptest! {
    #[test]
    fn writing_and_reading_is_identity(date in any_date()) {
        prop_assert_eq!(Date::parse_iso(&date.to_string()), Some(date));
        let other: jiff::civil::Date = date.to_string().parse().unwrap();
        prop_assert_eq!(other.to_string(), date.to_string());
    }

    #[test]
    fn only_dates_that_exist_are_read(text in "[0-9]{4}-[0-1][0-9]-[0-3][0-9]|[0-9+ -]{8,12}|\\PC{0,12}") {
        let strict = text.len() == 10 && text.is_ascii() && !text.starts_with("0000");
        let wanted = strict.then(|| text.parse::<jiff::civil::Date>().ok()).flatten();
        let well_formed = text.bytes().enumerate().all(|(at, it)| if at == 4 || at == 7 { it == b'-' } else { it.is_ascii_digit() });
        let got = Date::parse_iso(&text).map(|it| it.to_string());
        prop_assert_eq!(got, wanted.filter(|_| well_formed).map(|it| it.to_string()));
    }

    #[test]
    fn months_and_weeks_hold_their_days(date in any_date(), first in prop::sample::select(Weekday::ALL.to_vec())) {
        let (year, month, _) = date.ymd();
        prop_assert_eq!(date.month_end().days_since(date.month_start()) + 1, i32::from(days_in_month(year, month)));
        prop_assert!(date.month_start() <= date && date <= date.month_end());
        let start = date.week_start(first);
        prop_assert!((0..7).contains(&date.days_since(start)));
        prop_assert!(start.weekday() == first || start == Date::MIN);
    }

    #[test]
    fn moving_stays_within_the_calendar(date in any_date(), days in any::<i32>()) {
        let moved = date.plus_days(days);
        prop_assert!((Date::MIN..=Date::MAX).contains(&moved));
        let exact = i64::from(date.number()) + i64::from(days);
        if let Some(there) = i32::try_from(exact).ok().and_then(Date::from_number) {
            prop_assert_eq!(moved, there);
        }
    }
}
