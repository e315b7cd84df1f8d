//! The chance of making the quota: a chain of beta-binomial stages.
//!
//! X₁ ~ BetaBin(n; stage 1), Zⱼ = Xⱼ + openⱼ, Xⱼ₊₁ ~ BetaBin(Zⱼ; stage j + 1);
//! the sales are T = Xₖ. What is not known about the rates is thus part of the
//! chance, which a plain binomial would leave out: it says 434 calls for 95 %
//! on the article's data where 707 are right.
//!
//! The model has constant rates, independent prospects and no deadline.

pub mod certainty;
mod contour;
pub mod outcomes;
pub mod sum;

use super::quota::MAX_STAGES;
use super::stats::beta::Beta;
use super::stats::{MAX_OPEN, MAX_QUOTA, MAX_TRIES, OutOfDomain, beta_binomial};

/// A chain of 1 to 5 stages, with the units that are on their way.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    stages: Vec<Beta>,
    open: Vec<u64>,
}

impl Chain {
    /// The rates of the stages, calls first; `open[j]` units have passed stage j
    /// (0-based) and wait for stage j + 1.
    ///
    /// # Errors
    ///
    /// [`OutOfDomain::Stages`] unless there are 1 to 5, [`OutOfDomain::OpenLevels`]
    /// unless there is one level less, [`OutOfDomain::Open`] for more than 1 000 open units.
    pub fn new(stages: &[Beta], open: &[u64]) -> Result<Self, OutOfDomain> {
        if !(1..=MAX_STAGES).contains(&stages.len()) {
            return Err(OutOfDomain::Stages);
        }
        if open.len() + 1 != stages.len() {
            return Err(OutOfDomain::OpenLevels);
        }
        let total = open.iter().try_fold(0_u64, |sum, it| sum.checked_add(*it));
        if total.is_none_or(|it| it > MAX_OPEN) {
            return Err(OutOfDomain::Open);
        }
        Ok(Self { stages: stages.to_vec(), open: open.to_vec() })
    }

    /// Call → presentation → sale with so many presentations open: the chain of the screens.
    ///
    /// # Errors
    ///
    /// [`OutOfDomain::Open`] for more than 1 000 open presentations.
    pub fn of_two(
        call_to_presentation: Beta,
        presentation_to_sale: Beta,
        open: u64,
    ) -> Result<Self, OutOfDomain> {
        Self::new(&[call_to_presentation, presentation_to_sale], &[open])
    }

    /// The rates of the stages.
    pub fn stages(&self) -> &[Beta] {
        &self.stages
    }

    /// The open units of each level.
    pub fn open(&self) -> &[u64] {
        &self.open
    }

    /// All open units.
    pub fn open_total(&self) -> u64 {
        self.open.iter().sum()
    }

    /// P(T ≥ q) after `calls` further calls: exactly 1 for q = 0 and 0 where even
    /// all of them would not be enough.
    ///
    /// Absolute error about 1e-10. The article's data, 15 to go, 300 calls: 0.527.
    ///
    /// # Errors
    ///
    /// [`OutOfDomain::Tries`] for more than 10⁷ calls, [`OutOfDomain::Quota`] for q > 10⁶.
    pub fn chance(&self, calls: u64, q: u64) -> Result<f64, OutOfDomain> {
        check(calls, q)?;
        Ok(self.chance_unchecked(calls, q))
    }

    /// [`Chain::chance`] for arguments whose domain is known.
    fn chance_unchecked(&self, calls: u64, q: u64) -> f64 {
        let most = calls + self.open_total();
        if q == 0 {
            return 1.0;
        }
        if most < q {
            return 0.0;
        }
        if let [stage] = self.stages[..] {
            return beta_binomial::tail_unchecked(calls, stage, q);
        }
        // Few can fail: the integrand decays too slowly there, and the sum is short.
        if most - q <= 96 || calls < q + 64 {
            return sum::chance(self, calls, q);
        }
        // With two stages the sum is one pass, which is quicker than a very long contour.
        let patience = if self.stages.len() == 2 { 100_000 } else { 20_000_000 };
        contour::chance(self, calls, q, patience).unwrap_or_else(|| sum::chance(self, calls, q))
    }
}

const fn check(calls: u64, q: u64) -> Result<(), OutOfDomain> {
    if calls > MAX_TRIES {
        Err(OutOfDomain::Tries)
    } else if q > MAX_QUOTA {
        Err(OutOfDomain::Quota)
    } else {
        Ok(())
    }
}
