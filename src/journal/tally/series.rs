//! How many of one thing on which day.

use super::by_day::ByDay;
use crate::domain::date::Date;

/// How many of one thing on which day, no day with none. Sums over years take no walk over their days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series(ByDay<u64>);

impl Series {
    /// How many from the first to the last day, both included.
    #[must_use]
    pub fn sum(&self, first: Date, last: Date) -> u64 {
        self.0.sum(first, last)
    }

    /// How many on a day.
    #[must_use]
    pub fn on(&self, day: Date) -> u64 {
        self.0.get(day).copied().unwrap_or(0)
    }

    /// Day by day from `first` to `last`, both included.
    pub fn days(&self, first: Date, last: Date) -> impl DoubleEndedIterator<Item = (Date, u64)> {
        self.0.range(first, last).copied()
    }

    /// Calls `add` with each of the rows, sorted by day, that has some from `first` to `last`, and how many.
    pub fn beside<T>(
        &self,
        (first, last): (Date, Date),
        rows: &mut [T],
        day: impl Fn(&T) -> Date,
        mut add: impl FnMut(&mut T, u64),
    ) {
        // Both are sorted.
        let mut rows = rows.iter_mut();
        for (of, n) in self.0.runs(first, last).flatten() {
            if let Some(it) = rows.find(|it| day(it) == *of) {
                add(it, *n);
            }
        }
    }

    /// The first and the last day from `first` to `last`, both included.
    #[must_use]
    pub fn span(&self, first: Date, last: Date) -> Option<(Date, Date)> {
        let mut days = self.0.range(first, last).map(|it| it.0);
        let first = days.next()?;
        Some((first, days.next_back().unwrap_or(first)))
    }

    /// The first day.
    #[must_use]
    pub fn first(&self) -> Option<Date> {
        self.0.span().map(|it| it.0)
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn add(&mut self, day: Date, n: u64) {
        self.0.change(day, |it| *it = it.saturating_add(n));
    }

    pub(super) fn remove(&mut self, day: Date, n: u64) {
        self.0.change(day, |it| *it = it.saturating_sub(n));
    }
}
