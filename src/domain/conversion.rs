//! A conversion: how many of how many, as shown, and how sure.

use super::stats::beta::{Beta, Tail};
use super::stats::normal::upper_deviate;
use super::stats::{MAX_TRIES, OutOfDomain, real};
use libm::sqrt;

/// From so many in the denominator on a percentage is shown; below, the fraction alone.
pub const PERCENT_FROM: u64 = 20;

/// x of n, with n > 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// x ≤ n: a share, with a percentage and a range.
    Within(Share),
    /// x > n: some of the x came from units entered before the period. Legal, but
    /// no percentage, range or chance follows from it.
    Late {
        /// How many advanced in the period.
        advanced: u64,
        /// How many entered in the period.
        entered: u64,
    },
}

impl Conversion {
    /// `advanced` of `entered`; `None` for nothing entered.
    pub const fn of(advanced: u64, entered: u64) -> Option<Self> {
        match Share::new(advanced, entered) {
            Ok(share) => Some(Self::Within(share)),
            Err(NotAShare::NoTrials) => None,
            Err(NotAShare::SuccessesExceedTrials) => Some(Self::Late { advanced, entered }),
        }
    }

    /// The share, where there is one.
    pub const fn share(self) -> Option<Share> {
        match self {
            Self::Within(share) => Some(share),
            Self::Late { .. } => None,
        }
    }
}

/// x of n with x ≤ n and n > 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    x: u64,
    n: u64,
}

/// Why two counts make no share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotAShare {
    /// n = 0.
    NoTrials,
    /// x > n.
    SuccessesExceedTrials,
}

/// A range of rates; 0 ≤ lo ≤ hi ≤ 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub lo: f64,
    /// The upper end.
    pub hi: f64,
}

/// How far a rate can be trusted: a word beside the figure, never instead of it.
///
/// By the ratio hi / lo of the 95 % interval, for a factor in the rate is the
/// same factor in the calls needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// Nothing entered yet.
    NoData,
    /// lo = 0 or hi / lo > 3: too little to plan on, and verdicts stay "not yet certain".
    TooLittle,
    /// 1.5 < hi / lo ≤ 3.
    Rough,
    /// hi / lo ≤ 1.5.
    Steady,
}

/// A percentage in the form it is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Percent {
    /// Under 10 %: tenths of a percent, 0 to 99.
    Tenths(u64),
    /// From 10 % on: whole percent, 10 to 100.
    Whole(u64),
}

impl Share {
    /// x of n.
    ///
    /// # Errors
    ///
    /// [`NotAShare::NoTrials`] for n = 0, then [`NotAShare::SuccessesExceedTrials`] for x > n.
    pub const fn new(x: u64, n: u64) -> Result<Self, NotAShare> {
        if n == 0 {
            Err(NotAShare::NoTrials)
        } else if x > n {
            Err(NotAShare::SuccessesExceedTrials)
        } else {
            Ok(Self { x, n })
        }
    }

    /// The successes.
    pub const fn x(self) -> u64 {
        self.x
    }

    /// The tries.
    pub const fn n(self) -> u64 {
        self.n
    }

    /// n - x.
    pub const fn failures(self) -> u64 {
        self.n - self.x
    }

    /// x / n, from 0 to 1.
    pub const fn rate(self) -> f64 {
        real(self.x) / real(self.n)
    }

    /// Whether there are enough tries for a percentage.
    pub const fn shows_percent(self) -> bool {
        self.n >= PERCENT_FROM
    }

    /// Tenths of a percent, half-up: (2000 x + n) div 2n.
    pub fn tenths(self) -> u64 {
        self.parts(1000)
    }

    /// Whole percent, half-up: (200 x + n) div 2n.
    pub fn whole_percent(self) -> u64 {
        self.parts(100)
    }

    fn parts(self, of: u128) -> u64 {
        let (x, n) = (u128::from(self.x), u128::from(self.n));
        // At most `of`, so the conversion cannot fail.
        u64::try_from((2 * of * x + n) / (2 * n)).unwrap_or(u64::MAX)
    }

    /// One decimal for a rate under 10 %, whole from 10 % on.
    pub fn percent(self) -> Percent {
        if u128::from(self.x) * 10 < u128::from(self.n) {
            Percent::Tenths(self.tenths())
        } else {
            Percent::Whole(self.whole_percent())
        }
    }

    /// The Jeffreys posterior Beta(x + ½, n - x + ½) of the rate.
    ///
    /// # Errors
    ///
    /// [`OutOfDomain::Tries`] for n > 10⁷.
    pub fn posterior(self) -> Result<Beta, OutOfDomain> {
        if self.n > MAX_TRIES {
            return Err(OutOfDomain::Tries);
        }
        Beta::jeffreys(real(self.x), real(self.failures()))
    }

    /// The equal-tailed Jeffreys interval: quantiles of the posterior at α/2 and
    /// 1 - α/2, α = 1 - `confidence`; 0 for x = 0 and 1 for x = n.
    ///
    /// Brown, Cai & `DasGupta` 2001, Stat. Sci. 16:101. If ever a quantile is not
    /// to be had, [`Share::wilson`] stands in.
    ///
    /// # Errors
    ///
    /// [`OutOfDomain::Confidence`] unless 0 < `confidence` < 1, [`OutOfDomain::Tries`] for n > 10⁷.
    pub fn jeffreys(self, confidence: f64) -> Result<Interval, OutOfDomain> {
        let half = half_alpha(confidence)?;
        let posterior = self.posterior()?;
        let lo = if self.x == 0 { 0.0 } else { posterior.quantile(Tail::Lower(half)) };
        let hi = if self.x == self.n { 1.0 } else { posterior.quantile(Tail::Upper(half)) };
        if lo <= hi { Ok(Interval { lo, hi }) } else { self.wilson(confidence) }
    }

    /// Wilson's interval (1927), the oracle and the fallback:
    /// c ± h with c = (x + z²/2) / (n + z²), h = z / (n + z²) √(x (n - x) / n + z²/4);
    /// exactly 0 for x = 0 and 1 for x = n.
    ///
    /// # Errors
    ///
    /// As [`Share::jeffreys`].
    pub fn wilson(self, confidence: f64) -> Result<Interval, OutOfDomain> {
        let z = upper_deviate(half_alpha(confidence)?);
        if self.n > MAX_TRIES {
            return Err(OutOfDomain::Tries);
        }
        let (x, n) = (real(self.x), real(self.n));
        let square = z * z;
        let centre = (x + 0.5 * square) / (n + square);
        let half = z / (n + square) * sqrt(x * (n - x) / n + 0.25 * square);
        Ok(Interval {
            lo: if self.x == 0 { 0.0 } else { (centre - half).max(0.0) },
            hi: if self.x == self.n { 1.0 } else { (centre + half).min(1.0) },
        })
    }

    /// The word beside the figure, from the 95 % Jeffreys interval.
    ///
    /// # Errors
    ///
    /// [`OutOfDomain::Tries`] for n > 10⁷.
    pub fn label(self) -> Result<Label, OutOfDomain> {
        let Interval { lo, hi } = self.jeffreys(0.95)?;
        Ok(if lo <= 0.0 || hi > 3.0 * lo {
            Label::TooLittle
        } else if hi > 1.5 * lo {
            Label::Rough
        } else {
            Label::Steady
        })
    }
}

/// The label of a rate that may not exist: no data, or its share's; a rate that is no share is too little to trust.
///
/// # Errors
///
/// [`OutOfDomain::Tries`] for n > 10⁷.
pub fn label(conversion: Option<Conversion>) -> Result<Label, OutOfDomain> {
    match conversion {
        None => Ok(Label::NoData),
        Some(Conversion::Late { .. }) => Ok(Label::TooLittle),
        Some(Conversion::Within(share)) => share.label(),
    }
}

fn half_alpha(confidence: f64) -> Result<f64, OutOfDomain> {
    if confidence > 0.0 && confidence < 1.0 {
        Ok(0.5 * (1.0 - confidence))
    } else {
        Err(OutOfDomain::Confidence)
    }
}

/// A probability in the form it is shown in: 0 % and 100 % only where they are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chance {
    /// Exactly 0.
    Never,
    /// More than 0, shown as "<1 %".
    UnderOne,
    /// Whole percent, 1 to 99.
    Percent(u8),
    /// Less than 1, shown as ">99 %".
    OverNinetyNine,
    /// Exactly 1.
    Certain,
}

impl Chance {
    /// The form of `p`; p outside 0 to 1 is held there.
    pub fn of(p: f64) -> Self {
        if p <= 0.0 {
            return Self::Never;
        }
        if p >= 1.0 {
            return Self::Certain;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
        match libm::floor(p * 100.0 + 0.5) as u8 {
            0 => Self::UnderOne,
            percent @ 1..=99 => Self::Percent(percent),
            _ => Self::OverNinetyNine,
        }
    }
}

/// "About N in 10": tenths, half-up, held within 1 to 9.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 9")]
pub fn in_ten(p: f64) -> u8 {
    libm::floor(p * 10.0 + 0.5).clamp(1.0, 9.0) as u8
}
