//! How long a sale takes after the presentation.

use super::calendar::Calendar;
use super::date::Date;

/// So many answers are needed to learn the delay.
pub const ANSWERS_NEEDED: usize = 8;
/// The delay that is assumed as long as nothing is known, in days.
pub const ASSUMED: u32 = 14;

/// Days from presentation to sale, and where the figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delay {
    /// From at least 8 answers.
    Learned {
        /// Their median.
        median: u32,
        /// The lower end of the range that covers 80 % of them.
        low: u32,
        /// Its upper end.
        high: u32,
        /// How many.
        answers: usize,
    },
    /// Typed by the seller.
    Typed(u32),
    /// [`ASSUMED`], and it is said that it is an assumption.
    Assumed,
}

impl Delay {
    /// The delay from the answers, or else the typed value, or else the assumption.
    ///
    /// Of m sorted answers: the median (of an even m the mean of the middle two,
    /// half-up) and, as the likely range, the ⌊0.1 (m + 1)⌋-th, at least the first,
    /// to the ⌈0.9 (m + 1)⌉-th, at most the last.
    pub fn of(answers: &[u32], typed: Option<u32>) -> Self {
        let mut sorted = answers.to_vec();
        sorted.sort_unstable();
        let m = sorted.len();
        // The i-th answer, counted from 1.
        let at = |i: usize| sorted.get(i.clamp(1, m.max(1)) - 1).copied();
        match (at(m.div_ceil(2)), at(m / 2 + 1), at((m + 1) / 10), at((9 * (m + 1)).div_ceil(10))) {
            (Some(left), Some(right), Some(low), Some(high)) if m >= ANSWERS_NEEDED => {
                let median = left + (right - left).div_ceil(2);
                Self::Learned { median, low, high, answers: m }
            }
            _ => typed.map_or(Self::Assumed, Self::Typed),
        }
    }

    /// In days.
    pub const fn days(self) -> u32 {
        match self {
            Self::Learned { median, .. } => median,
            Self::Typed(days) => days,
            Self::Assumed => ASSUMED,
        }
    }

    /// The last workday of the period that is at least the delay before its end: calls after it
    /// mostly close too late. `None` if the period has none.
    pub fn last_useful_day(self, calendar: &Calendar, from: Date, until: Date) -> Option<Date> {
        calendar.last_workday(from, self.before(until))
    }

    /// Whether what began on `day` had the time to become a sale by `today`.
    pub fn is_ripe(self, day: Date, today: Date) -> bool {
        day <= self.before(today)
    }

    /// The day that is the delay earlier.
    fn before(self, day: Date) -> Date {
        day.plus_days(i32::try_from(self.days()).map_or(i32::MIN, core::ops::Neg::neg))
    }
}
