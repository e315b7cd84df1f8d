//! What a call, a presentation, a deal and a lead list are worth. Money in integer minor units.

use super::quota::calls_for_money;

/// Revenue of cold sales with an amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Revenue {
    /// The sum.
    pub total: u64,
    /// The largest deal.
    pub largest: u64,
    /// How many sales have an amount.
    pub sales: u64,
}

impl Revenue {
    /// Collects amounts; `None` where the sum does not fit in 64 bits.
    pub fn of(amounts: &[u64]) -> Option<Self> {
        amounts.iter().try_fold(Self::default(), |sum, amount| {
            Some(Self {
                total: sum.total.checked_add(*amount)?,
                largest: sum.largest.max(*amount),
                sales: sum.sales + 1,
            })
        })
    }

    /// What each of `units` (cold calls, or cold presentations) has brought, half-up to the minor unit:
    /// (2 total + units) div 2 units. `None` for none.
    pub fn per(self, units: u64) -> Option<u64> {
        let (total, units) = (u128::from(self.total), u128::from(units));
        let value = (2 * total + units).checked_div(2 * units)?;
        u64::try_from(value).ok()
    }

    /// The break-even price of a list of `size` numbers: what as many of the `units` so far have brought,
    /// total · size / units, rounded down. The seller's own time is left out. `None` for no units, or where
    /// it does not fit in 64 bits.
    pub fn break_even(self, units: u64, size: u64) -> Option<u64> {
        let price = (u128::from(self.total) * u128::from(size)).checked_div(u128::from(units))?;
        u64::try_from(price).ok()
    }

    /// Whether one deal is more than 40 % of the total, so that it decides: better to plan in sales.
    pub fn is_one_big_deal(self) -> bool {
        u128::from(self.largest) * 5 > u128::from(self.total) * 2
    }

    /// The share of the largest deal in whole percent, half-up; 0 for no revenue.
    pub fn largest_percent(self) -> u64 {
        let (largest, total) = (u128::from(self.largest), u128::from(self.total));
        (200 * largest + total).checked_div(2 * total).and_then(|it| u64::try_from(it).ok()).unwrap_or(0)
    }
}

/// Whether a lead list has paid for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Payback {
    /// Its sales have brought its price.
    Paid,
    /// At its own value of a call it will after so many more calls.
    After(u128),
    /// It has brought nothing so far.
    Nothing,
}

/// Whether a list that cost `price` has paid for itself with the `revenue` of its `calls`;
/// otherwise ⌈price · calls / revenue⌉ - calls more calls are needed. `None` where it brought something without
/// a call, so that a call has no value.
pub fn payback(price: u64, revenue: u64, calls: u64) -> Option<Payback> {
    if revenue >= price {
        return Some(Payback::Paid);
    }
    if revenue == 0 {
        return Some(Payback::Nothing);
    }
    let needed = calls_for_money(price, calls, revenue).ok()?;
    Some(Payback::After(needed.saturating_sub(u128::from(calls))))
}
