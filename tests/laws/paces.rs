//! Goals, pace, and what became of presentations.

use crate::support::{any_count, part_of, up_to};
use callpace::domain::chance::Chain;
use callpace::domain::count::Cold;
use callpace::domain::date::Date;
use callpace::domain::delay::Delay;
use callpace::domain::open::{Held, Sold, account};
use callpace::domain::pace::{
    Progress, Standing, even_line, left_today, per_day_after, standing, todays_goal,
};
use callpace::domain::plan::{self, Undecided};
use callpace::domain::stats::real;
use callpace::domain::trend::{Week, one_sided, two_sided};
use callpace::domain::value::Revenue;
use callpace::domain::{dispersion, what_if};
use proptest::prelude::*;

/// The rule taken presentation by presentation: how many stay open, how many are sold.
fn one_by_one(held: &[Held], sold: &[Sold], today: Date, delay: u32) -> (u64, u64) {
    let mut undecided: Vec<Date> = Vec::new();
    for it in held {
        undecided.extend((it.lost..it.presentations).map(|_| it.day));
    }
    undecided.sort();
    let mut closed = 0;
    let mut close = |fits: &dyn Fn(Date) -> bool| {
        let oldest = undecided.iter().position(|it| fits(*it));
        closed += u64::from(oldest.is_some());
        oldest.map(|it| undecided.remove(it)).is_some()
    };
    let mut rest: Vec<Date> = Vec::new();
    for sale in sold {
        for _ in 0..sale.sales {
            if !sale.presented.is_some_and(|day| close(&|it| it == day)) {
                rest.push(sale.day);
            }
        }
    }
    rest.sort();
    for day in rest {
        close(&|it| it <= day);
    }
    let young = |it: &&Date| i64::from(today.days_since(**it)) <= 3 * i64::from(delay);
    (undecided.iter().filter(young).count() as u64, closed)
}

proptest! {
    #[test]
    fn what_the_days_take_is_enough(calls in up_to(1_000_000), weight in 0..=1000_u16, after in 0..400_000_u64, done in 0..500_u64) {
        let goal = todays_goal(calls, weight, u64::from(weight) + after);
        let left = left_today(goal, done);
        if weight > 0 || after > 0 {
            prop_assert!(goal <= calls);
            prop_assert_eq!(goal == 0, calls == 0 || weight == 0);
        }
        match per_day_after(calls, left, after) {
            None => prop_assert_eq!(after, 0),
            Some(a_day) => {
                prop_assert!(u128::from(left) * 1000 + u128::from(a_day) * u128::from(after) >= u128::from(calls) * 1000);
                prop_assert!(a_day == 0 || u128::from(a_day - 1) * u128::from(after) < u128::from(calls.saturating_sub(left)) * 1000);
            }
        }
    }

    #[test]
    fn the_standing_is_that_of_the_even_line(sales in 0..2_000_u64, quota in 0..2_000_u64, total in 1..40_000_u64, part in 0.0..=1.0_f64) {
        let done = part_of(total, part);
        let off = real(sales) - even_line(quota, done, total).unwrap();
        let got = standing(sales, quota, done, total).unwrap();
        if (off.abs() - 0.5).abs() > 1e-9 {
            let wanted = if off > 0.5 { Standing::Ahead } else if off < -0.5 { Standing::Behind } else { Standing::OnPace };
            prop_assert_eq!(got, wanted);
        } else {
            prop_assert_eq!(got, Standing::OnPace);
        }
    }

    #[test]
    fn nothing_of_a_pace_panics(calls in any_count(), before in any_count(), today in any_count(), weight in 0..=1000_u16, after in any_count(), active in any_count()) {
        let progress = Progress { calls_before: calls, millidays_before: before, calls_today: today, weight_today: weight, millidays_after: after };
        let (goal, _) = (todays_goal(calls, weight, before), per_day_after(calls, today, after));
        prop_assert!(goal == 0 || weight > 0);
        let _ = standing(calls, today, before, after);
        prop_assert_eq!(progress.pace().is_none(), before == 0);
        if let Some(pace) = progress.pace() {
            let _ = progress.calls_at(pace);
        }
        if let Some(spread) = progress.spread(active) {
            prop_assert!(spread.is_sorted() && active >= 3);
        }
    }

    #[test]
    fn every_presentation_is_sold_lost_or_open(
        held in prop::collection::vec((0..200_i32, 0..6_u64, 0..6_u64), 0..12),
        sold in prop::collection::vec((0..200_i32, 0..4_u64, prop::option::of(0..200_i32)), 0..12),
        delay in prop_oneof![Just(0), Just(14), Just(u32::MAX), 0..60_u32],
    ) {
        let start = Date::new(2025, 1, 1).unwrap();
        let day = |it: i32| start.plus_days(it);
        let held: Vec<Held> = held.into_iter().map(|(at, presentations, lost)| Held { day: day(at), presentations, lost }).collect();
        let sold: Vec<Sold> = sold.into_iter().map(|(at, sales, from)| Sold { day: day(at), sales, presented: from.map(day) }).collect();
        let result = account(&held, &sold, day(200), delay);
        prop_assert_eq!(result.decided.total(), held.iter().map(|it| it.presentations).sum::<u64>());
        prop_assert_eq!(result.decided.sold + result.unmatched, sold.iter().map(|it| it.sales).sum::<u64>());
        prop_assert_eq!((result.decided.open, result.decided.sold), one_by_one(&held, &sold, day(200), delay));
        if let (Some(low), Some(high)) = (result.decided.lower(), result.decided.upper()) {
            prop_assert!(low.rate() <= high.rate());
            if let Some(decided) = result.decided.decided_only() {
                prop_assert!(low.rate() <= decided.rate() && decided.rate() <= high.rate());
            }
        }
    }

    #[test]
    fn the_delay_lies_within_its_range(answers in prop::collection::vec(prop_oneof![Just(0), Just(u32::MAX), 0..90_u32], 0..40), typed in prop::option::of(any::<u32>())) {
        match Delay::of(&answers, typed) {
            Delay::Learned { median, low, high, answers: count } => {
                prop_assert!(low <= median && median <= high && count == answers.len() && count >= 8);
                let inside = answers.iter().filter(|it| (low..=high).contains(it)).count();
                prop_assert!(inside * 10 >= count * 8);
            }
            Delay::Typed(days) => prop_assert!(answers.len() < 8 && typed == Some(days)),
            Delay::Assumed => prop_assert!(answers.len() < 8 && typed.is_none()),
        }
    }

    #[test]
    fn a_plan_for_any_counts(calls in any_count(), presentations in any_count(), sales in any_count(), open in any_count(), lost in any_count()) {
        let cold = Cold { calls, presentations, sales };
        let plain = plan::chain(cold, None);
        prop_assert_eq!(plain.is_ok(), sales > 0 && (30..=10_000_000).contains(&calls) && presentations <= calls && sales <= presentations);
        let switched = plan::chain(cold, Some(Undecided { lost, open }));
        prop_assert_eq!(switched.is_ok(), plain.is_ok() && open <= 1_000 && lost <= 10_000_000);
        prop_assert!(plan::hours(calls, cold, lost, open).is_none() || calls > 0);
        prop_assert!(plan::presentations_needed(open, cold).is_err() || open == 0 || sales > 0);
    }

    #[test]
    fn the_own_rate_as_a_wish_changes_nothing(n in 1..5_000_u64, part in 0.0..=1.0_f64) {
        let x = part_of(n, part);
        let own = callpace::domain::conversion::Share::new(x, n).unwrap();
        let wish = what_if::posterior(own.rate(), n).unwrap();
        let own = own.posterior().unwrap();
        prop_assert!((wish.a() - own.a()).abs() < 1e-9 && (wish.b() - own.b()).abs() < 1e-9);
        let later = callpace::domain::stats::beta::Beta::new(5.5, 20.5).unwrap();
        let chance = |first| Chain::of_two(first, later, 0).unwrap().chance(200, 5).unwrap();
        prop_assert!((chance(wish) - chance(own)).abs() < 1e-9);
    }

    #[test]
    fn money_for_any_amounts(amounts in prop::collection::vec(any_count(), 0..6), units in any_count()) {
        if let Some(revenue) = Revenue::of(&amounts) {
            prop_assert!(revenue.largest <= revenue.total && revenue.largest_percent() <= 100);
            prop_assert_eq!(revenue.per(units).is_some(), units > 0);
            prop_assert_eq!(revenue.per(1).unwrap_or(0), revenue.total);
        } else {
            prop_assert!(amounts.iter().map(|it| u128::from(*it)).sum::<u128>() > u128::from(u64::MAX));
        }
    }

    #[test]
    fn a_trend_of_any_weeks(weeks in prop::collection::vec((0..40_u64, 0..120_u64).prop_map(|(x, n)| Week { x, n }), 0..40)) {
        let (one, both) = (one_sided(&weeks).unwrap(), two_sided(&weeks).unwrap());
        prop_assert_eq!(one.len(), weeks.len());
        // The last week has no later ones, so both lines end in the same point.
        if let (Some(one), Some(both)) = (one.last(), both.last()) {
            let means = |it: &Option<callpace::domain::trend::Point>| it.map_or(-1.0, |it| it.mean);
            prop_assert!((means(one) - means(both)).abs() < 1e-9);
        }
        for point in one.iter().chain(&both).flatten() {
            prop_assert!(point.wide.lo <= point.likely.lo && point.likely.lo <= point.mean);
            prop_assert!(point.mean <= point.likely.hi && point.likely.hi <= point.wide.hi);
        }
    }

    #[test]
    fn dispersion_is_a_number_or_nothing(days in prop::collection::vec((any_count(), any_count()), 0..30)) {
        prop_assert!(dispersion::factor(&days).is_none_or(|it| it >= 0.0));
    }
}
