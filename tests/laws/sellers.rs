//! Simulated sellers with a fixed seed, for the calibration test and its table.

use callpace::domain::chance::Chain;
use callpace::domain::chance::certainty::CAP;
use callpace::domain::count::Cold;
use callpace::domain::stats::beta::Beta;
use callpace::domain::stats::real;
use std::collections::HashMap;

/// The quota of every simulated seller.
pub(crate) const QUOTA: u64 = 15;

/// Splitmix64 (Steele, Lea & Flood 2014): small, and the same everywhere.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform, strictly between 0 and 1.
    pub(crate) fn uniform(&mut self) -> f64 {
        let bits = real(self.next() >> 12);
        (bits + 0.5) / 4_503_599_627_370_496.0
    }
}

/// A seller's true rates, which no seller knows.
#[derive(Clone, Copy)]
pub(crate) struct Seller {
    /// Call → presentation.
    pub(crate) first: f64,
    /// Presentation → sale.
    pub(crate) second: f64,
}

impl Seller {
    /// Both rates from the prior Beta(½, ½), which is that of sin²(π u / 2).
    pub(crate) fn drawn(random: &mut Random) -> Self {
        let mut rate = || (core::f64::consts::FRAC_PI_2 * random.uniform()).sin().powi(2);
        Self { first: rate(), second: rate() }
    }

    /// What becomes of so many calls.
    pub(crate) fn history(self, calls: u64, random: &mut Random) -> Cold {
        let mut some = |of: u64, rate: f64| {
            let mut hits = 0;
            for _ in 0..of {
                hits += u64::from(random.uniform() < rate);
            }
            hits
        };
        let presentations = some(calls, self.first);
        Cold { calls, presentations, sales: some(presentations, self.second) }
    }

    /// Whether [`QUOTA`] sales come of so many calls: the calls up to each sale are geometric.
    pub(crate) fn makes_it(self, calls: u64, random: &mut Random) -> bool {
        let miss = (-self.first * self.second).ln_1p();
        let calls = real(calls);
        let mut used = 0.0;
        for _ in 0..QUOTA {
            used += (random.uniform().ln() / miss).floor() + 1.0;
        }
        used <= calls
    }
}

/// The calls of a plan and the chance at them; `None` where 10⁷ calls are too few.
type Plan = Option<(u64, f64)>;

/// The plans made from histories, each computed once.
#[derive(Default)]
pub(crate) struct Plans {
    known: HashMap<[u64; 4], Plan>,
}

impl Plans {
    /// The plan for a level in percent.
    pub(crate) fn of(&mut self, cold: Cold, level: u64) -> Plan {
        let key = [cold.calls, cold.presentations, cold.sales, level];
        *self.known.entry(key).or_insert_with(|| {
            let posterior = |x: u64, n: u64| Beta::jeffreys(real(x), real(n - x)).ok();
            let first = posterior(cold.presentations, cold.calls)?;
            let chain = Chain::of_two(first, posterior(cold.sales, cold.presentations)?, 0).ok()?;
            let calls = chain.calls_for(QUOTA, real(level) / 100.0, CAP).ok()??;
            Some((calls, chain.chance(calls, QUOTA).ok()?))
        })
    }
}

/// How often plans came true.
#[derive(Clone, Copy, Default)]
pub(crate) struct Score {
    /// Plans that were made.
    pub(crate) plans: u32,
    /// Those that came true.
    pub(crate) made: u32,
    /// The sum of their chances.
    pub(crate) expected: f64,
    /// The variance of `made`.
    pub(crate) variance: f64,
    /// Histories without a plan.
    pub(crate) without: u32,
}

impl Score {
    /// Follows a plan, if there is one.
    pub(crate) fn follow(&mut self, seller: Seller, plan: Plan, random: &mut Random) {
        let Some((calls, chance)) = plan else {
            self.without += 1;
            return;
        };
        self.plans += 1;
        self.made += u32::from(seller.makes_it(calls, random));
        self.expected += chance;
        self.variance += chance * (1.0 - chance);
    }

    /// The share that came true.
    pub(crate) fn share(&self) -> f64 {
        f64::from(self.made) / f64::from(self.plans.max(1))
    }
}
