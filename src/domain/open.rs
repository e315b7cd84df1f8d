//! Presentations that are not decided yet. They are not failures.

use super::conversion::Share;
use super::date::Date;
use super::stats::MAX_OPEN;

/// An undecided presentation older than so many delays counts as lost.
pub const DELAYS_TO_LOST: u32 = 3;

/// Presentations by what became of them: each is sold, lost or open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    /// C: became sales.
    pub sold: u64,
    /// D: were decided against.
    pub lost: u64,
    /// O: may still become sales.
    pub open: u64,
}

impl Decided {
    /// C + D + O.
    pub const fn total(self) -> u64 {
        self.sold.saturating_add(self.lost).saturating_add(self.open)
    }

    /// Whether more than a fifth is open, so that the second line is shown.
    pub fn is_worth_a_line(self) -> bool {
        u128::from(self.open) * 5 > u128::from(self.total())
    }

    /// C / (C + D + O): what it is if all that are open are lost. `None` for none at all.
    pub fn lower(self) -> Option<Share> {
        Share::new(self.sold, self.total()).ok()
    }

    /// (C + O) / (C + D + O): what it is if all that are open are sold (worst-case bounds, Manski 1989).
    pub fn upper(self) -> Option<Share> {
        Share::new(self.sold.saturating_add(self.open), self.total()).ok()
    }

    /// C / (C + D): lies between the bounds. `None` while nothing is decided.
    pub fn decided_only(self) -> Option<Share> {
        Share::new(self.sold, self.sold.saturating_add(self.lost)).ok()
    }
}

/// The presentations of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The day they were held.
    pub day: Date,
    /// How many.
    pub presentations: u64,
    /// Of these, those with a reason for no sale that is not of class *timing*.
    pub lost: u64,
}

/// Sales of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sold {
    /// The day of the sale.
    pub day: Date,
    /// How many.
    pub sales: u64,
    /// The day of the presentation they came from, if it was named.
    pub presented: Option<Date>,
}

/// What the presentations became, and the sales that none of them explains.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accounting {
    /// Every presentation once.
    pub decided: Decided,
    /// Sales for which no undecided presentation was found: from earlier ones.
    pub unmatched: u64,
}

/// Accounts for every presentation as sold, lost or open on `today`, with a typical delay in days.
///
/// A sale closes a presentation of the day it names, otherwise the oldest that
/// is undecided and not later than the sale. What is then undecided is lost
/// when older than three delays, and open otherwise.
pub fn account(held: &[Held], sold: &[Sold], today: Date, delay: u32) -> Accounting {
    let mut undecided: Vec<(Date, u64)> =
        held.iter().map(|it| (it.day, it.presentations.saturating_sub(it.lost))).collect();
    undecided.sort_unstable_by_key(|it| it.0);
    let lost = held.iter().fold(0_u64, |sum, it| sum.saturating_add(it.lost.min(it.presentations)));
    let mut result = Accounting::default();
    let mut rest: Vec<(Date, u64)> = Vec::with_capacity(sold.len());
    for sale in sold {
        let named = sale.presented.map_or(0, |day| {
            let from = undecided.partition_point(|it| it.0 < day);
            let until = undecided.partition_point(|it| it.0 <= day);
            close(&mut undecided[from..until], sale.sales)
        });
        result.decided.sold = result.decided.sold.saturating_add(named);
        rest.push((sale.day, sale.sales - named));
    }
    // Stable, for what comes is in order, or in two such runs: these are merged.
    rest.sort_by_key(|it| it.0);
    // Sales come in order, so what one of them found closed need not be looked at again.
    let mut from = 0;
    for (day, sales) in rest {
        let mut left = sales;
        while left > 0
            && let Some((_, units)) = undecided.get_mut(from).filter(|it| it.0 <= day)
        {
            let taken = left.min(*units);
            *units -= taken;
            left -= taken;
            from += usize::from(*units == 0);
        }
        result.decided.sold = result.decided.sold.saturating_add(sales - left);
        result.unmatched = result.unmatched.saturating_add(left);
    }
    result.decided.lost = lost;
    let oldest = i64::from(DELAYS_TO_LOST) * i64::from(delay);
    for (day, units) in undecided {
        let age = i64::from(today.days_since(day));
        let side = if age > oldest { &mut result.decided.lost } else { &mut result.decided.open };
        *side = side.saturating_add(units);
    }
    result
}

/// Closes up to `sales` of these undecided presentations, oldest first; how many it were.
fn close(undecided: &mut [(Date, u64)], sales: u64) -> u64 {
    let mut left = sales;
    for (_, units) in undecided {
        if left == 0 {
            break;
        }
        let taken = left.min(*units);
        *units -= taken;
        left -= taken;
    }
    sales - left
}

/// Whether counting open presentations is offered: at least half of the unsold presentations older
/// than the typical delay carry a reason, and not more than 1 000 are open.
pub fn is_offered(older_unsold: u64, of_these_with_reason: u64, open: u64) -> bool {
    older_unsold > 0
        && u128::from(of_these_with_reason) * 2 >= u128::from(older_unsold)
        && (1..=MAX_OPEN).contains(&open)
}
