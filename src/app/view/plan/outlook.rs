//! What the model is asked with: the seller's own numbers, or those of the sliders.

use super::Basis;
use crate::domain::{
    chance::{Chain, certainty::CAP},
    conversion::Share,
    count::Cold,
    pace::Progress,
    plan,
    stats::{OutOfDomain, real, whole},
    what_if,
};

/// As long as there is too little data, the sliders start at the rates of these counts: the
/// article's 100 calls, 25 presentations, 5 sales. It is said that they are not the seller's own.
pub const EXAMPLE: [(u64, u64); 2] = [(25, 100), (5, 25)];
/// Calls a day the slider starts at while there is no pace, in tenths.
const EXAMPLE_PACE: u32 = 200;

/// What the sliders say; `None`: the seller's own value, exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    /// Call to presentation, in tenths of a percent.
    pub presentation: Option<u32>,
    /// Presentation to sale, in tenths of a percent.
    pub sale: Option<u32>,
    /// Calls a day, in tenths.
    pub pace: Option<u32>,
}

/// A slider: where it starts, how far it goes, and which part of it is likely. All in tenths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dial {
    /// The seller's own value, rounded to what the slider can show.
    pub own: u32,
    /// The likely range of a rate.
    pub likely: Option<(u32, u32)>,
    /// The upper end; the lower end is 0.
    pub max: u32,
}

/// Rates, what is left to sell, and how many calls are to come.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The rates.
    pub chain: Chain,
    /// Sales still to be made.
    pub to_go: u64,
    /// Sales made.
    pub closed: u64,
    /// The certainty of the plan, in percent.
    pub certainty: u8,
    /// Calls a workday.
    pub pace: f64,
    /// Whether that is only where the slider starts, nobody's pace.
    pub guessed: bool,
    /// Calls until the end at this pace.
    pub coming: u64,
    /// How the period has gone: where it can end follows from it.
    pub progress: Progress,
    /// Workdays before today on which calls were made.
    pub active_days: u64,
}

/// Whose rates the sliders start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// Call to presentation.
    pub presentation: Share,
    /// Presentation to sale.
    pub sale: Share,
    /// Whether these are the example's, not the seller's own.
    pub example: bool,
}

impl Start {
    /// Those of a link that are tried, else the seller's own, or the example's where there is no plan yet. `None` where there are counts
    /// that no rate follows from.
    #[must_use]
    pub fn of(basis: &Basis) -> Option<Self> {
        basis.example.or_else(|| Self::from_counts(basis.cold, basis.undecided()))
    }

    /// From cold counts, with open presentations where they are counted.
    #[must_use]
    pub fn from_counts(cold: Cold, undecided: Option<plan::Undecided>) -> Option<Self> {
        match plan::chain(cold, undecided) {
            Ok(_) => {
                let decided = undecided.map_or(cold.presentations, |it| cold.sales + it.lost);
                Some(Self {
                    presentation: Share::new(cold.presentations, cold.calls).ok()?,
                    sale: Share::new(cold.sales, decided).ok()?,
                    example: false,
                })
            }
            Err(plan::NoPlan::NoCalls | plan::NoPlan::TooEarly { .. }) => Self::example(),
            Err(_) => None,
        }
    }

    /// The example's.
    #[must_use]
    pub fn example() -> Option<Self> {
        let [presentation, sale] = EXAMPLE.map(|(x, n)| Share::new(x, n).ok());
        Some(Self { presentation: presentation?, sale: sale?, example: true })
    }
}

impl Outlook {
    /// With the sliders as they are; `None` where there is nothing to ask the model with.
    #[must_use]
    pub fn of(basis: &Basis, what_if: WhatIf) -> Option<Self> {
        let start = Start::of(basis)?;
        let rate = |share: Share, set: Option<u32>| -> Result<_, OutOfDomain> {
            set.map_or_else(
                || share.posterior(),
                |tenths| what_if::posterior(f64::from(tenths) / 1000.0, share.n()),
            )
        };
        let open = basis.undecided().map_or(0, |it| it.open);
        let chain = Chain::of_two(
            rate(start.presentation, what_if.presentation).ok()?,
            rate(start.sale, what_if.sale).ok()?,
            open,
        )
        .ok()?;
        let own_pace = basis.progress.pace();
        let pace = what_if.pace.map(|it| f64::from(it) / 10.0).or(own_pace);
        // Nobody called yet, or no workday is over: the slider has to start somewhere.
        let guessed = what_if.pace.is_none() && pace.is_none_or(|it| start.example && it <= 0.0);
        let pace = pace.filter(|_| !guessed).unwrap_or(f64::from(EXAMPLE_PACE) / 10.0);
        let progress = match what_if.pace {
            None => basis.progress,
            Some(tenths) => Progress {
                calls_before: whole(
                    f64::from(tenths) / 10.0 * real(basis.progress.millidays_before) / 1000.0,
                ),
                ..basis.progress
            },
        };
        Some(Self {
            chain,
            to_go: basis.to_go(),
            closed: basis.closed.counted,
            certainty: basis.quota.certainty,
            pace,
            guessed,
            coming: basis.progress.calls_at(pace),
            progress,
            active_days: basis.active_days,
        })
    }

    /// Calls for a certainty in percent; `None` if more than ten million would be needed.
    #[must_use]
    pub fn calls_for(&self, percent: u8) -> Option<u64> {
        self.chain.calls_for(self.to_go, f64::from(percent) / 100.0, CAP).ok().flatten()
    }

    /// The chance after so many more calls.
    #[must_use]
    pub fn chance(&self, calls: u64) -> Option<f64> {
        self.chain.chance(calls, self.to_go).ok()
    }

    /// The chance at this pace.
    #[must_use]
    pub fn chance_at_pace(&self) -> Option<f64> {
        self.chance(self.coming)
    }
}

/// The three sliders: presentations, sales, calls a day.
#[must_use]
pub fn dials(basis: &Basis, start: &Start) -> [Dial; 3] {
    let rate = |share: Share| {
        let tenths = |it: f64| u32::try_from(whole(it * 1000.0)).unwrap_or(1000);
        let likely = share.jeffreys(0.8).ok().filter(|_| !start.example);
        Dial {
            own: u32::try_from(share.tenths()).unwrap_or(1000),
            likely: likely.map(|it| (tenths(it.lo), tenths(it.hi))),
            max: 1000,
        }
    };
    let pace = basis.progress.pace().filter(|it| *it > 0.0 || !start.example);
    let own = pace.map_or(EXAMPLE_PACE, |it| u32::try_from(whole(it * 10.0)).unwrap_or(u32::MAX));
    // Room for three times as much, in round tens.
    let max = own.saturating_mul(3).clamp(600, 99_900).div_ceil(100) * 100;
    [rate(start.presentation), rate(start.sale), Dial { own: own.min(max), likely: None, max }]
}
