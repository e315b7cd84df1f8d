//! A rate over weeks, and what it did before and after a change the seller noted.

use super::slice::Slice;
use crate::{
    domain::{
        compare::{Preference, pair},
        conversion::{Conversion, Share},
        count::Cold,
        date::Date,
        trend::{self, Point},
    },
    journal::settings::RateKey,
};

/// The fewest weeks that are drawn, however short the period.
const FEWEST: i32 = 12;
/// The most weeks that are drawn.
const MOST: i32 = 104;
/// Days compared before and after a change, at most.
const AROUND: i32 = 84;

/// A rate over weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendView {
    /// Which.
    pub key: RateKey,
    /// Its weeks, oldest first.
    pub weeks: Vec<Week>,
    /// What the seller changed within these weeks.
    pub changes: Vec<Change>,
    /// The days from presentation to sale.
    pub delay: crate::domain::delay::Delay,
}

/// One week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    /// Its first day.
    pub first: Date,
    /// Its counts.
    pub counts: trend::Week,
    /// The line there; none while there are fewer than 20 effective tries.
    pub point: Option<Point>,
    /// Whether sales of this week's presentations had the time to come.
    pub ripe: bool,
}

/// What the seller changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// From this day on.
    pub day: Date,
    /// In the seller's words.
    pub text: String,
    /// Before and after, up to twelve weeks each and up to the next change.
    pub before: (u64, u64),
    /// After.
    pub after: (u64, u64),
    /// Which is better; `None` while one of them has fewer than 20 in the denominator.
    pub preference: Option<Preference>,
}

impl TrendView {
    /// The first and the last week with a line: what the sentence compares.
    #[must_use]
    pub fn ends(&self) -> Option<(&Week, &Week)> {
        let first = self.weeks.iter().find(|it| it.point.is_some())?;
        // Weeks that are not ripe say nothing yet.
        let last = self.weeks.iter().rev().find(|it| it.point.is_some() && it.ripe)?;
        (first.first < last.first).then_some((first, last))
    }
}

const fn counts(cold: Cold, key: RateKey) -> (u64, u64) {
    match key {
        RateKey::CallPresentation => (cold.presentations, cold.calls),
        RateKey::PresentationSale => (cold.sales, cold.presentations),
        RateKey::CallSale => (cold.sales, cold.calls),
    }
}

/// The weeks of the period, at least twelve.
#[must_use]
pub fn view(slice: &Slice, key: RateKey) -> TrendView {
    let last = slice.end().week_start(slice.known.week_start);
    // Nothing is drawn before the first day with counts, nor more than two years.
    let start =
        slice.days.first().map_or(last, |it| it.day).max(slice.first.min(last.plus_days(-7 * (FEWEST - 1))));
    let first = start.max(last.plus_days(-7 * (MOST - 1))).week_start(slice.known.week_start);
    let mut weeks: Vec<Week> = Vec::new();
    let mut week = first;
    while week <= last {
        let cold = slice.cold_between(week, week.plus_days(6).min(slice.end()));
        let (x, n) = counts(cold, key);
        weeks.push(Week {
            first: week,
            counts: trend::Week { x, n },
            point: None,
            ripe: key == RateKey::CallPresentation || slice.delay.is_ripe(week.plus_days(6), slice.today),
        });
        week = week.plus_days(7);
    }
    let line: Vec<trend::Week> = weeks.iter().map(|it| it.counts).collect();
    for (week, point) in weeks.iter_mut().zip(trend::one_sided(&line).unwrap_or_default()) {
        // A gap where nothing was recorded.
        week.point = point.filter(|_| week.counts.n > 0);
    }
    TrendView { key, weeks, changes: changes(slice, key, first), delay: slice.delay }
}

fn changes(slice: &Slice, key: RateKey, first: Date) -> Vec<Change> {
    let all = || slice.known.changes.range(first..).filter(|(day, _)| **day <= slice.today);
    all()
        .map(|(day, text)| {
            let earlier = slice.known.changes.range(..*day).next_back().map_or(Date::MIN, |it| *it.0);
            let next = slice.known.changes.range(day.plus_days(1)..).next().map_or(Date::MAX, |it| *it.0);
            let from = earlier.max(day.plus_days(-AROUND));
            let until = next.plus_days(-1).min(day.plus_days(AROUND - 1)).min(slice.end());
            let before = counts(slice.cold_between(from, day.plus_days(-1)), key);
            let after = counts(slice.cold_between(*day, until), key);
            let weeks = u64::try_from((until.days_since(*day) + 1) / 7).unwrap_or(0);
            Change { day: *day, text: text.clone(), before, after, preference: prefer(before, after, weeks) }
        })
        .collect()
}

fn prefer(before: (u64, u64), after: (u64, u64), weeks: u64) -> Option<Preference> {
    let share = |(x, n): (u64, u64)| -> Option<Share> { Conversion::of(x, n)?.share() };
    pair::before_after(share(before)?, share(after)?, weeks).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::funnel::{fixture, slice},
        journal::record::{Body, What},
    };

    fn weekly() -> Vec<Body> {
        let mut all = vec![fixture::setting("change/2025-05-05", serde_json::json!("new opener"))];
        for (week, presentations) in (0..12).zip([8, 8, 8, 8, 8, 8, 16, 16, 16, 16, 16, 16]) {
            let on = fixture::day("2025-03-24").plus_days(7 * week).to_string();
            all.push(fixture::entry(&on, What::CALL, None, None, 60));
            all.push(fixture::entry(&on, What::PRESENTATION, None, None, presentations));
        }
        all
    }

    #[test]
    fn the_line_follows_a_change_and_the_change_is_compared() {
        let slice = slice::sum(&fixture::state(weekly(), "#/funnel"));
        let it = view(&slice, RateKey::CallPresentation);
        assert_eq!(it.weeks.len(), 12);
        let (first, last) = it.ends().unwrap();
        assert!(first.point.unwrap().mean < 0.2 && last.point.unwrap().mean > 0.2);
        assert_eq!((it.changes[0].before, it.changes[0].after), ((48, 360), (96, 360)));
        let preference = it.changes[0].preference.unwrap();
        assert!(preference.best == 1 && preference.certainty > 0.99);
    }

    #[test]
    fn young_weeks_are_not_ripe_for_sales_but_are_for_presentations() {
        let slice = slice::sum(&fixture::state(weekly(), "#/funnel"));
        let ripe = |key| view(&slice, key).weeks.iter().filter(|it| it.ripe).count();
        assert_eq!(ripe(RateKey::CallPresentation), 12);
        assert_eq!(ripe(RateKey::PresentationSale), 9);
    }

    #[test]
    fn a_single_week_has_no_line_to_compare() {
        let slice = slice::sum(&fixture::article());
        assert_eq!(view(&slice, RateKey::CallSale).ends(), None);
    }
}
