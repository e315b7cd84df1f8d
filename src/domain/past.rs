//! A rate against the seller's own past, or against a target the seller set.
//!
//! Posteriors are not immune to being looked at again and again (measured:
//! "more than 95 % sure" alone fires at least once in 53 % of 12 weeks in which
//! nothing changed), hence the strict rule, twice running.

use super::conversion::{Label, PERCENT_FROM, Share};
use super::settle::smallest_more;
use super::stats::beta::Beta;
use super::stats::drop::drop_unchecked;
use super::stats::{OutOfDomain, real};

/// What a rate is held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Against {
    /// An earlier window that does not overlap: the 12 weeks before the recent 4.
    Past(Share),
    /// A target, within 0 to 1.
    Target(f64),
}

/// One weekly look: the recent window, and what it is held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// The recent window.
    pub now: Share,
    /// The earlier window or the target.
    pub against: Against,
}

/// The drops that can be excluded, smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// A tenth.
    Tenth,
    /// A fifth.
    Fifth,
    /// A third.
    Third,
    /// A half.
    Half,
}

impl Size {
    /// All of them, smallest first.
    pub const ALL: [Self; 4] = [Self::Tenth, Self::Fifth, Self::Third, Self::Half];

    /// The drop as a share of the earlier rate.
    pub const fn margin(self) -> f64 {
        match self {
            Self::Tenth => 0.1,
            Self::Fifth => 0.2,
            Self::Third => 1.0 / 3.0,
            Self::Half => 0.5,
        }
    }
}

/// What can be said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum State {
    /// It has fallen (is below the target): the rule holds on two weekly looks running.
    Leak {
        /// `P(p_now < p_before)`.
        certainty: f64,
    },
    /// May be falling; next week will tell.
    Watch {
        /// `P(p_now < p_before)`.
        certainty: f64,
    },
    /// No sign of a drop larger than this.
    NoSign(Size),
    /// Too little data to compare.
    TooLittle,
}

impl Look {
    /// `P(p_now < (1 - d) p_before)`.
    ///
    /// # Errors
    ///
    /// [`OutOfDomain::Tries`] for n > 10⁷, [`OutOfDomain::Probability`] for a target outside 0 to 1.
    pub fn fallen_by(self, margin: f64) -> Result<f64, OutOfDomain> {
        self.fallen(self.now.posterior()?, margin)
    }

    fn fallen(self, now: Beta, margin: f64) -> Result<f64, OutOfDomain> {
        match self.against {
            Against::Past(before) => Ok(drop_unchecked(now, before.posterior()?, margin)),
            Against::Target(rate) if (0.0..=1.0).contains(&rate) => {
                Ok(now.tails(rate * (1.0 - margin)).lower)
            }
            Against::Target(_) => Err(OutOfDomain::Probability),
        }
    }

    /// The rule: `P(p_now < p_before) > 1 - 0.05 / k` and `P(p_now < 0.9 p_before) > 0.8`,
    /// with k the number of rates that are looked at.
    ///
    /// # Errors
    ///
    /// As [`Look::fallen_by`].
    pub fn rule_holds(self, rates: u64) -> Result<bool, OutOfDomain> {
        self.rule(self.now.posterior()?, rates)
    }

    fn rule(self, now: Beta, rates: u64) -> Result<bool, OutOfDomain> {
        let enough = 1.0 - 0.05 / real(rates.max(1));
        Ok(self.fallen(now, 0.0)? > enough && self.fallen(now, 0.1)? > 0.8)
    }

    fn has_enough(self) -> bool {
        let before = match self.against {
            Against::Past(before) => before.n(),
            Against::Target(_) => PERCENT_FROM,
        };
        self.now.n().min(before) >= PERCENT_FROM
    }

    fn has_little(self) -> Result<bool, OutOfDomain> {
        let before = match self.against {
            Against::Past(before) => before.label()?,
            Against::Target(_) => Label::Steady,
        };
        Ok(self.now.label()?.min(before) <= Label::TooLittle)
    }

    /// How many more tries (entries of the recent window), in tens, at its present rate would make the
    /// rule hold; `None` above 5 000, or where the rate is not lower at all.
    ///
    /// # Errors
    ///
    /// As [`Look::fallen_by`].
    pub fn more_to_tell(self, rates: u64) -> Result<Option<u64>, OutOfDomain> {
        let n = real(self.now.n());
        smallest_more(|more| {
            let scale = (n + real(more)) / n;
            let now = Beta::jeffreys(real(self.now.x()) * scale, real(self.now.failures()) * scale)?;
            self.rule(now, rates)
        })
    }
}

/// The state of a rate, from this week's look and that of the week before, which
/// is recomputed from the records.
///
/// `rates` is the number k of rates that are looked at. A window with fewer
/// than 20 in the denominator is too little, today as a week ago.
///
/// # Errors
///
/// As [`Look::fallen_by`].
pub fn state(this_week: Look, week_before: Option<Look>, rates: u64) -> Result<State, OutOfDomain> {
    if !this_week.has_enough() {
        return Ok(State::TooLittle);
    }
    if this_week.rule_holds(rates)? {
        let twice = match week_before {
            Some(look) if look.has_enough() => look.rule_holds(rates)?,
            _ => false,
        };
        let certainty = this_week.fallen_by(0.0)?;
        return Ok(if twice && !this_week.has_little()? {
            State::Leak { certainty }
        } else {
            State::Watch { certainty }
        });
    }
    for size in Size::ALL {
        if this_week.fallen_by(size.margin())? <= 0.05 {
            return Ok(State::NoSign(size));
        }
    }
    Ok(State::TooLittle)
}
