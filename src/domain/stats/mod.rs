//! The special functions and distributions that everything probabilistic rests on.
//!
//! All of it is pure Rust over `libm`, so every browser and the native tests
//! compute the same bits. One file a subject:
//!
//! - [`gamma`]: log-gamma, digamma, trigamma, the gamma distribution;
//! - [`complex`]: ratios of gamma functions off the real line;
//! - [`beta`]: the Beta distribution, which is every posterior of this app;
//! - [`beta_binomial`]: what a Beta rate makes of a number of tries;
//! - [`normal`]: the normal deviate of Wilson's interval;
//! - [`mod@drop`]: the chance that one rate is lower than another.

pub mod beta;
pub mod beta_binomial;
pub mod complex;
pub mod drop;
pub mod gamma;
pub mod normal;

/// What is outside of the domain in which the arithmetic is exact enough to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutOfDomain {
    /// A Beta parameter is not within 0.05 to 10⁷.
    Posterior,
    /// A number of tries (calls) is over 10⁷.
    Tries,
    /// A quota is over 10⁶.
    Quota,
    /// A chain has not 1 to 5 stages.
    Stages,
    /// A chain of k stages has not k - 1 open levels.
    OpenLevels,
    /// More than 1 000 units are open.
    Open,
    /// A certainty is not within 0 to 1.
    Certainty,
    /// The confidence of an interval is not between 0 and 1, both excluded.
    Confidence,
    /// A rate or probability is not within 0 to 1.
    Probability,
    /// A relative margin is not at least 0 and less than 1.
    Margin,
}

/// The largest number of tries.
pub const MAX_TRIES: u64 = 10_000_000;
/// The largest quota in sales.
pub const MAX_QUOTA: u64 = 1_000_000;
/// The largest number of open units over all levels of a chain.
pub const MAX_OPEN: u64 = 1_000;

/// A count as a real number; exact up to 2⁵³, and every count that reaches
/// probabilities is at most [`MAX_TRIES`].
#[expect(clippy::cast_precision_loss, reason = "exact for every count within the domain")]
pub const fn real(count: u64) -> f64 {
    count as f64
}

/// A real number as a count: rounded half-up, negative and NaN are 0, and what is too large is [`u64::MAX`].
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates, as documented")]
pub fn whole(value: f64) -> u64 {
    libm::floor(value + 0.5) as u64
}
