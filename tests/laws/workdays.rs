//! Working days: additive, and as counted by hand.

use crate::support::any_date;
use callpace::domain::calendar::{Calendar, FULL_DAY};
use callpace::domain::date::Date;
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct Given {
    weekdays: [bool; 7],
    holidays: Vec<Date>,
    extra: Vec<Date>,
    partial: Vec<(Date, u16)>,
}

impl Given {
    fn calendar(&self) -> Calendar {
        let mut calendar = Calendar::new(self.weekdays);
        self.holidays.iter().for_each(|it| calendar.add_holiday(*it));
        self.extra.iter().for_each(|it| calendar.add_workday(*it));
        assert!(self.partial.iter().all(|it| calendar.add_partial(it.0, it.1)));
        calendar
    }

    /// The definition, word by word.
    fn weight(&self, day: Date) -> u64 {
        let by_weekday = self.weekdays[day.weekday().index()] && !self.holidays.contains(&day);
        let part = self.partial.iter().find(|it| it.0 == day).map_or(FULL_DAY, |it| it.1);
        if self.extra.contains(&day) || by_weekday { u64::from(part) } else { 0 }
    }
}

fn near(start: Date) -> impl Strategy<Value = Date> {
    (-5..60_i32).prop_map(move |it| start.plus_days(it))
}

fn given() -> impl Strategy<Value = (Given, Date)> {
    any_date().prop_flat_map(|start| {
        let days = || prop::collection::vec(near(start), 0..8);
        let part = prop_oneof![Just(0), Just(500), Just(875), Just(FULL_DAY), 0..=FULL_DAY];
        let given = (any::<[bool; 7]>(), days(), days(), prop::collection::vec((near(start), part), 0..8))
            .prop_map(|(weekdays, holidays, extra, partial)| Given { weekdays, holidays, extra, partial });
        (given, Just(start))
    })
}

proptest! {
    #[test]
    fn counted_by_hand((given, start) in given(), length in 0..60_i32) {
        let end = start.plus_days(length);
        let weights: Vec<u64> = start.through(end).map(|it| given.weight(it)).collect();
        let got = given.calendar().between(start, end);
        prop_assert_eq!(got.millidays, weights.iter().sum::<u64>());
        prop_assert_eq!(got.days, weights.iter().filter(|it| **it > 0).count() as u64);
        let last = start.through(end).rfind(|it| given.weight(*it) > 0);
        prop_assert_eq!(given.calendar().last_workday(start, end), last);
    }

    #[test]
    fn adjoining_ranges_add_up((given, start) in given(), first in 0..40_i32, second in 1..40_i32) {
        let calendar = given.calendar();
        let (middle, end) = (start.plus_days(first), start.plus_days(first + second));
        let parts = calendar.between(start, middle).plus(calendar.between(middle.plus_days(1), end));
        prop_assert_eq!(parts, if middle == end { parts } else { calendar.between(start, end) });
    }

    #[test]
    fn a_range_that_ends_before_it_starts_is_empty((given, start) in given(), back in 1..1000_i32) {
        prop_assume!(start.plus_days(-back) < start);
        prop_assert_eq!(given.calendar().between(start, start.plus_days(-back)).millidays, 0);
    }

    #[test]
    fn what_is_marked_twice_is_marked_once((given, start) in given(), length in 0..60_i32) {
        let twice = Given {
            holidays: given.holidays.repeat(2),
            extra: given.extra.repeat(2),
            partial: given.partial.repeat(2),
            ..given.clone()
        };
        let end = start.plus_days(length);
        prop_assert_eq!(given.calendar().between(start, end), twice.calendar().between(start, end));
    }
}
