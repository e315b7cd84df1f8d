//! Working days: weekday mask, holidays, moved days and part days. Civil dates only.

use super::date::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A full working day in permille.
pub const FULL_DAY: u16 = 1000;

/// Which days are worked, and how much of them.
///
/// A day is worked if it is an extra workday, or if its weekday is worked and it
/// is no holiday. So moved days off (in Russia Labour Code art. 112) are an
/// extra workday, and the shorter eve of a holiday (art. 95) a part of a day: 7/8 = 875.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    weekdays: [bool; 7],
    holidays: BTreeSet<Date>,
    extra: BTreeSet<Date>,
    partial: BTreeMap<Date, u16>,
}

/// Working days of a range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Workdays {
    /// Days that count for more than nothing.
    pub days: u64,
    /// The sum of their weights: 1 000 for each full day.
    pub millidays: u64,
}

impl Workdays {
    /// Both together; ranges that adjoin add up.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            days: self.days.saturating_add(other.days),
            millidays: self.millidays.saturating_add(other.millidays),
        }
    }
}

impl Calendar {
    /// The days of the week that are worked, Monday first.
    pub fn new(weekdays: [bool; 7]) -> Self {
        Self { weekdays, ..Self::default() }
    }

    /// Monday to Friday.
    pub fn five_days() -> Self {
        Self::new([true, true, true, true, true, false, false])
    }

    /// Reads seven characters `0` or `1`, Monday first; `None` for anything else.
    pub fn from_mask(mask: &str) -> Option<Self> {
        let bits: Option<Vec<bool>> = mask
            .chars()
            .map(|it| match it {
                '0' => Some(false),
                '1' => Some(true),
                _ => None,
            })
            .collect();
        Some(Self::new(bits?.try_into().ok()?))
    }

    /// Marks a day as a holiday; twice is once.
    pub fn add_holiday(&mut self, day: Date) {
        self.holidays.insert(day);
    }

    /// Marks a day as worked, whatever its weekday, even if it is a holiday; twice is once.
    pub fn add_workday(&mut self, day: Date) {
        self.extra.insert(day);
    }

    /// Lets a day count for so many thousandths, if it is worked. The first weight of a day
    /// stays; `false`, and nothing happens, for more than 1 000.
    pub fn add_partial(&mut self, day: Date, permille: u16) -> bool {
        if permille > FULL_DAY {
            return false;
        }
        self.partial.entry(day).or_insert(permille);
        true
    }

    /// Whether the day is worked, if only for a part of it, or for none (permille 0).
    pub fn is_worked(&self, day: Date) -> bool {
        self.extra.contains(&day) || (self.weekdays[day.weekday().index()] && !self.holidays.contains(&day))
    }

    /// The weight of a day in thousandths: 0 for a day off.
    pub fn weight(&self, day: Date) -> u16 {
        if self.is_worked(day) { self.partial.get(&day).copied().unwrap_or(FULL_DAY) } else { 0 }
    }

    /// The working days from `start` to `end`, both included; none if `end` is earlier.
    pub fn between(&self, start: Date, end: Date) -> Workdays {
        start.through(end).fold(Workdays::default(), |sum, day| {
            let weight = u64::from(self.weight(day));
            sum.plus(Workdays { days: u64::from(weight > 0), millidays: weight })
        })
    }

    /// The last day of weight from `start` to `end`, or `None`.
    pub fn last_workday(&self, start: Date, end: Date) -> Option<Date> {
        start.through(end).rev().find(|day| self.weight(*day) > 0)
    }
}
