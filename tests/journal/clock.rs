//! Days that shift: zones, summer time, leap days, year ends, a late start of the day, a clock that is wrong.

use crate::page::{Browser, Page, today};
use callpace::{
    app::{intent::Intent, moment::Moment, update::update},
    domain::date::{Date, Weekday},
    journal::record::What,
};
use proptest::prelude::*;

const MINUTE: i64 = 60_000;

/// What a clock set so many minutes ahead of UTC says.
fn local(at: i64, offset: i64, day_start: u16) -> Moment {
    Moment::new(at.unsigned_abs(), at + offset * MINUTE, day_start)
}

/// UTC milliseconds of a civil time in UTC.
fn utc(text: &str) -> i64 {
    text.parse::<jiff::Timestamp>().unwrap().as_millisecond()
}

fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_instant_in_any_zone_is_the_day_that_jiff_says(
        at in prop_oneof![Just(0_i64), 0_i64..4_102_444_800_000, 946_684_800_000_i64..946_771_200_000],
        quarters in -48_i64..=56,
        day_start in prop_oneof![Just(0_u16), Just(180), Just(719), 0_u16..720],
    ) {
        let it = local(at, quarters * 15, day_start);
        let offset = jiff::tz::Offset::from_seconds(i32::try_from(quarters * 900).unwrap()).unwrap();
        let clock = offset.to_datetime(jiff::Timestamp::from_millisecond(at).unwrap());
        prop_assert_eq!(i64::from(it.minute), i64::from(clock.hour()) * 60 + i64::from(clock.minute()));
        let span = jiff::Span::new().minutes(i64::from(day_start));
        prop_assert_eq!(it.day.to_string(), clock.checked_sub(span).unwrap().date().to_string());
    }

    #[test]
    fn every_day_is_in_the_week_that_begins_as_chosen(number in -719_000..2_932_000, sunday in any::<bool>()) {
        let (day, first) = (Date::from_number(number).unwrap(), if sunday { Weekday::Sunday } else { Weekday::Monday });
        let start = day.week_start(first);
        prop_assert_eq!(start.weekday(), first);
        prop_assert!((0..7).contains(&day.days_since(start)));
    }

    #[test]
    fn no_clock_panics(at in any::<u64>(), local in any::<i64>(), day_start in any::<u16>()) {
        prop_assert!(Moment::new(at, local, day_start).minute < 1440);
    }
}

#[test]
fn leap_days_and_year_ends_are_days_like_others() {
    for (at, offset, day) in [
        ("2024-02-28T23:59:59Z", 0, "2024-02-28"),
        ("2024-02-29T00:00:00Z", 0, "2024-02-29"),
        ("2024-02-29T23:59:59Z", 60, "2024-03-01"),
        ("2023-02-28T23:30:00Z", 60, "2023-03-01"),
        ("2024-12-31T23:30:00Z", 60, "2025-01-01"),
        ("2025-01-01T00:30:00Z", -60, "2024-12-31"),
        // The same instant is three dates on Earth.
        ("2024-06-15T11:30:00Z", -12 * 60, "2024-06-14"),
        ("2024-06-15T11:30:00Z", 0, "2024-06-15"),
        ("2024-06-15T11:30:00Z", 14 * 60, "2024-06-16"),
    ] {
        assert_eq!(local(utc(at), offset, 0).day, date(day), "{at} {offset}");
    }
    // Weeks across a year's end.
    assert_eq!(date("2025-01-01").week_start(Weekday::Monday), date("2024-12-30"));
    assert_eq!(date("2025-01-01").week_start(Weekday::Sunday), date("2024-12-29"));
}

#[test]
fn summer_time_neither_skips_nor_doubles_a_day() {
    // Berlin, 2024-03-31: at 01:00 UTC the clock goes from 02:00 to 03:00.
    let spring = utc("2024-03-31T01:00:00Z");
    let (before, after) = (local(spring - 1, 60, 180), local(spring, 120, 180));
    assert_eq!((before.day, before.minute), (date("2024-03-30"), 119));
    // 03:00 has come: the day begins, though 02:30 never was.
    assert_eq!((after.day, after.minute), (date("2024-03-31"), 180));
    // Berlin, 2024-10-27: at 01:00 UTC the clock goes from 03:00 back to 02:00.
    let autumn = utc("2024-10-27T01:00:00Z");
    for (at, offset, day) in [
        (autumn - 1, 120, "2024-10-26"),
        (autumn, 60, "2024-10-26"),
        (autumn + 60 * MINUTE - 1, 60, "2024-10-26"),
        (autumn + 60 * MINUTE, 60, "2024-10-27"),
    ] {
        assert_eq!(local(at, offset, 180).day, date(day));
    }
    // Havana, 2024-11-03: at 05:00 UTC the clock goes from 01:00 back to midnight, no further.
    let havana = utc("2024-11-03T05:00:00Z");
    assert_eq!(local(havana - 1, -240, 0).day, date("2024-11-03"));
    assert_eq!(local(havana, -300, 0).day, date("2024-11-03"));
}

fn tap(page: &mut Page, now: Moment) {
    update(&mut page.state, Intent::Tap(What::CALL), now);
}

fn calls(page: &Page, day: &str) -> u64 {
    page.state.journal.tally().count(date(day), What::CALL)
}

#[test]
fn an_open_page_goes_on_to_the_next_day_by_itself() {
    let mut page = Page::open(&mut Browser::default(), 1, 0);
    let evening = utc("2024-10-04T21:59:00Z");
    tap(&mut page, local(evening, 120, 0));
    assert_eq!(page.state.log_day(), date("2024-10-04"));
    // Midnight passes with nobody touching anything.
    update(&mut page.state, Intent::Tick, local(evening + MINUTE, 120, 0));
    assert_eq!(page.state.log_day(), date("2024-10-05"));
    tap(&mut page, local(evening + 2 * MINUTE, 120, 0));
    // Asleep for three days.
    update(&mut page.state, Intent::Tick, local(evening + 3 * 1440 * MINUTE, 120, 0));
    assert_eq!(page.state.log_day(), date("2024-10-07"));
    assert_eq!((calls(&page, "2024-10-04"), calls(&page, "2024-10-05")), (1, 1));
}

#[test]
fn another_zone_moves_nothing_that_was_recorded() {
    let mut page = Page::open(&mut Browser::default(), 1, 0);
    let at = utc("2024-10-04T20:30:00Z");
    tap(&mut page, local(at, 180, 0));
    assert_eq!(calls(&page, "2024-10-04"), 1);
    // Flown east over midnight, then west.
    for (offset, day) in [(600, "2024-10-05"), (-600, "2024-10-04")] {
        update(&mut page.state, Intent::Tick, local(at + MINUTE, offset, 0));
        assert_eq!(page.state.log_day(), date(day));
        tap(&mut page, local(at + MINUTE, offset, 0));
    }
    assert_eq!((calls(&page, "2024-10-04"), calls(&page, "2024-10-05")), (2, 1));
    let minutes: Vec<_> =
        page.state.journal.entries_on(date("2024-10-04")).into_iter().map(|it| it.1.minute).collect();
    assert_eq!(minutes, [Some(23 * 60 + 30), Some(10 * 60 + 31)]);
}

#[test]
fn another_day_is_left_at_midnight_and_after_ten_idle_minutes() {
    let mut page = Page::open(&mut Browser::default(), 1, 0);
    let noon = utc("2024-10-04T12:00:00Z");
    let other = Some(today().plus_days(-3));
    for (later, day) in [(9, "2024-10-01"), (11, "2024-10-04"), (12 * 60, "2024-10-05")] {
        update(&mut page.state, Intent::LogDay(other), local(noon, 0, 0));
        update(&mut page.state, Intent::Tick, local(noon + later * MINUTE, 0, 0));
        assert_eq!(page.state.log_day(), date(day));
    }
}

#[test]
fn a_clock_that_goes_back_does_not_change_the_order_of_acts() {
    let mut page = Page::open(&mut Browser::default(), 1, 0);
    let noon = utc("2024-10-04T12:00:00Z");
    tap(&mut page, local(noon, 0, 0));
    // The clock was a year ahead and is put right.
    let year = 365 * 1440 * MINUTE;
    update(&mut page.state, Intent::Tap(What::SALE), local(noon - year, 0, 0));
    update(&mut page.state, Intent::Undo, local(noon - year + 1, 0, 0));
    let tally = page.state.journal.tally();
    assert_eq!(tally.span(), Some((date("2024-10-04"), date("2024-10-04"))));
    let ats: Vec<u64> = page.state.journal.records().map(|it| it.at).collect();
    assert!(ats.is_sorted_by(|a, b| a < b));
}
