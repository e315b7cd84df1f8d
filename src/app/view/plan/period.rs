//! The period of a quota: its workdays, and what was done in it.

use crate::{
    domain::{
        calendar::{Calendar, Workdays},
        date::Date,
        pace::Progress,
    },
    journal::{record::What, settings::Settings, tally::Tally},
};

/// A period is not looked at beyond so many days, ten years.
pub const LONGEST: i32 = 3653;

/// The first and the last day of a quota, as far as it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
}

impl Period {
    /// From the first to the last day.
    #[must_use]
    pub fn new(from: Date, until: Date) -> Self {
        Self { from, until: until.min(from.plus_days(LONGEST)) }
    }

    /// Whether a day belongs to it.
    #[must_use]
    pub fn holds(self, day: Date) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// The period that follows: the month of `today` after a month, else as many days.
    #[must_use]
    pub fn next(self, today: Date) -> Self {
        if self.from == self.from.month_start() && self.until == self.until.month_end() {
            return Self::new(today.month_start(), today.month_end());
        }
        let days = self.until.days_since(self.from);
        let after = self.until.plus_days(1);
        let from = if after.plus_days(days) < today { today } else { after };
        Self::new(from, from.plus_days(days))
    }
}

/// The workdays of a period as the seller has them: weekdays, holidays, days marked otherwise.
#[must_use]
pub fn calendar(settings: &Settings, period: Period) -> Calendar {
    let mut calendar = Calendar::new(settings.workdays);
    for day in settings.holidays.range(period.from..=period.until) {
        calendar.add_holiday(*day);
    }
    for (day, mark) in settings.days.range(period.from..=period.until) {
        match mark.worked {
            Some(true) => calendar.add_workday(*day),
            Some(false) => calendar.add_holiday(*day),
            None => {}
        }
        if let Some(weight) = mark.weight {
            calendar.add_partial(*day, weight);
        }
    }
    calendar
}

/// The workdays of a period, parted at today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Workdayed {
    /// Before today.
    pub before: Workdays,
    /// Today, if it belongs to the period.
    pub today: Workdays,
    /// After today.
    pub after: Workdays,
}

impl Workdayed {
    /// Counts them.
    #[must_use]
    pub fn of(calendar: &Calendar, period: Period, today: Date) -> Self {
        let Period { from, until } = period;
        let day = if period.holds(today) { calendar.between(today, today) } else { Workdays::default() };
        Self {
            before: calendar.between(from, until.min(today.plus_days(-1))),
            today: day,
            after: calendar.between(from.max(today.plus_days(1)), until),
        }
    }

    /// Up to and including today.
    #[must_use]
    pub const fn to_today(self) -> Workdays {
        self.before.plus(self.today)
    }

    /// From today on.
    #[must_use]
    pub const fn from_today(self) -> Workdays {
        self.today.plus(self.after)
    }

    /// All of them.
    #[must_use]
    pub const fn whole(self) -> Workdays {
        self.before.plus(self.today).plus(self.after)
    }

    /// The weight of today in thousandths.
    #[must_use]
    pub fn weight_today(self) -> u16 {
        u16::try_from(self.today.millidays).unwrap_or(0)
    }
}

/// How the period has gone, and on how many of its workdays before today calls were made.
#[must_use]
pub fn progress(
    tally: &Tally,
    calendar: &Calendar,
    period: Period,
    today: Date,
    workdays: Workdayed,
) -> (Progress, u64) {
    let calls = tally.of(What::CALL).into_iter();
    let worked = calls
        .flat_map(|it| it.days(period.from, period.until.min(today.plus_days(-1))))
        .filter(|(day, _)| calendar.weight(*day) > 0);
    let (calls_before, active_days) = worked.fold((0, 0), |(calls, days), it| (calls + it.1, days + 1));
    let progress = Progress {
        calls_before,
        millidays_before: workdays.before.millidays,
        calls_today: tally.count(today, What::CALL),
        weight_today: workdays.weight_today(),
        millidays_after: workdays.after.millidays,
    };
    (progress, active_days)
}
