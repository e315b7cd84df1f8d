//! Something by day, sorted, in blocks of days.
//!
//! What is recorded nearly always is of today, at the end of the last block. A day in the past moves
//! the days of one block only, so a merge or an import in any order stays cheap; and sums over years
//! are made of the sums of blocks.

use crate::domain::date::Date;

/// Civil days in a block: about eight months.
const BLOCK: i32 = 256;

/// What is kept by day.
pub(super) trait OfDay: Default {
    /// How much it is. What is nothing is not kept.
    fn weight(&self) -> u64;
}

impl OfDay for u64 {
    fn weight(&self) -> u64 {
        *self
    }
}

/// The days that have something, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ByDay<T> {
    blocks: Vec<Block<T>>,
}

/// The days of a block that have something; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Block<T> {
    number: i32,
    /// Of all weights.
    sum: u64,
    days: Vec<(Date, T)>,
}

impl<T> Default for ByDay<T> {
    fn default() -> Self {
        Self { blocks: Vec::new() }
    }
}

impl<T: OfDay> ByDay<T> {
    pub(super) const fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// One day.
    pub(super) fn get(&self, day: Date) -> Option<&T> {
        let block = &self.blocks[place(&self.blocks, number(day), |it| it.number).ok()?];
        place(&block.days, day, |it| it.0).ok().map(|at| &block.days[at].1)
    }

    /// Changes what a day has: at first nothing, and it is gone once that is nothing again.
    pub(super) fn change(&mut self, day: Date, change: impl FnOnce(&mut T)) {
        let number = number(day);
        let at = place(&self.blocks, number, |it| it.number).unwrap_or_else(|at| {
            self.blocks.insert(at, Block { number, sum: 0, days: Vec::new() });
            at
        });
        let block = &mut self.blocks[at];
        let of_day = place(&block.days, day, |it| it.0).unwrap_or_else(|of_day| {
            block.days.insert(of_day, (day, T::default()));
            of_day
        });
        let it = &mut block.days[of_day].1;
        let before = it.weight();
        change(it);
        let after = it.weight();
        block.sum = block.sum.saturating_sub(before).saturating_add(after);
        if after == 0 {
            block.days.remove(of_day);
        }
        if block.days.is_empty() {
            self.blocks.remove(at);
        }
    }

    /// The first and the last day.
    pub(super) fn span(&self) -> Option<(Date, Date)> {
        Some((self.blocks.first()?.days.first()?.0, self.blocks.last()?.days.last()?.0))
    }

    /// The days from `first` to `last`, both included, run by run.
    pub(super) fn runs(&self, first: Date, last: Date) -> impl DoubleEndedIterator<Item = &[(Date, T)]> {
        self.between(first, last).iter().map(move |it| it.within(first, last))
    }

    /// The days from `first` to `last`, both included.
    pub(super) fn range(&self, first: Date, last: Date) -> impl DoubleEndedIterator<Item = &(Date, T)> {
        self.runs(first, last).flatten()
    }

    /// The sum of the weights from `first` to `last`, both included.
    pub(super) fn sum(&self, first: Date, last: Date) -> u64 {
        let of_block = |it: &Block<T>| {
            let days = it.within(first, last);
            if days.len() == it.days.len() { it.sum } else { days.iter().map(|it| it.1.weight()).sum() }
        };
        self.between(first, last).iter().map(of_block).sum()
    }

    /// The blocks that hold these days.
    fn between(&self, first: Date, last: Date) -> &[Block<T>] {
        let (first, last) = (number(first), number(last));
        let from = self.blocks.partition_point(|it| it.number < first);
        let rest = self.blocks.get(from..).unwrap_or_default();
        // Most periods last until today.
        match rest.last() {
            Some(it) if it.number > last => &rest[..rest.partition_point(|it| it.number <= last)],
            _ => rest,
        }
    }
}

impl<T> Block<T> {
    fn within(&self, first: Date, last: Date) -> &[(Date, T)] {
        let from = if self.days.first().is_some_and(|it| it.0 < first) {
            self.days.partition_point(|it| it.0 < first)
        } else {
            0
        };
        let until = if self.days.last().is_some_and(|it| it.0 > last) {
            self.days.partition_point(|it| it.0 <= last)
        } else {
            self.days.len()
        };
        self.days.get(from..until).unwrap_or_default()
    }
}

const fn number(day: Date) -> i32 {
    day.number().div_euclid(BLOCK)
}

/// Where it is, or where it belongs. Nearly always it is the last one.
fn place<T, K: Ord + Copy>(all: &[T], key: K, of: impl Fn(&T) -> K) -> Result<usize, usize> {
    match all.last().map(|it| of(it).cmp(&key)) {
        None | Some(core::cmp::Ordering::Less) => Err(all.len()),
        Some(core::cmp::Ordering::Equal) => Ok(all.len() - 1),
        Some(core::cmp::Ordering::Greater) => all.binary_search_by(|it| of(it).cmp(&key)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i32) -> Date {
        Date::from_number(number).unwrap()
    }

    #[test]
    fn what_is_nothing_is_not_kept() {
        let mut it = ByDay::<u64>::default();
        for at in [1000, 3, -700, 255, 256, 3] {
            it.change(day(at), |n| *n += 2);
        }
        assert_eq!(it.span(), Some((day(-700), day(1000))));
        assert_eq!((it.get(day(3)), it.get(day(4))), (Some(&4), None));
        assert_eq!((it.sum(day(3), day(256)), it.sum(day(256), day(3))), (8, 0));
        assert_eq!(it.range(day(4), Date::MAX).map(|it| it.0.number()).collect::<Vec<_>>(), [255, 256, 1000]);
        for at in [1000, -700, 255, 256] {
            it.change(day(at), |n| *n -= 2);
        }
        let mut other = ByDay::default();
        other.change(day(3), |n| *n += 4);
        assert_eq!(it, other);
        it.change(day(3), |n| *n = 0);
        assert!(it.is_empty());
    }
}
