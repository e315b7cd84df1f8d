//! What a call, a presentation and a deal are worth. Money in integer minor units.

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
