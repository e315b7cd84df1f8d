//! What the recorded reasons advise. They are the seller's reading, not the prospect's.

use super::conversion::{Interval, NotAShare, Share};
use super::stats::OutOfDomain;

/// So many telling reasons are needed, and half of the losses explained.
pub const REASONS_NEEDED: u64 = 8;
/// From this certainty on one side is named.
pub const CERTAIN: f64 = 0.9;
/// So many conversations are needed for advice on the opening.
pub const CONVERSATIONS_NEEDED: u64 = 20;

/// Reasons why presentations became no sale, by what the seller can change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AfterPresentation {
    /// Class *qualifying*: they were no real prospects.
    pub qualifying: u64,
    /// Classes *presentation* and *offer*: real prospects who said no.
    pub presentation: u64,
    /// Class *timing*: neutral.
    pub timing: u64,
    /// All presentations without a sale.
    pub losses: u64,
}

/// The two readings of a weak presentation → sale rate, told apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// So many more reasons are needed to tell.
    LogMore(u64),
    /// Qualify harder before presenting; how certain.
    Qualify(f64),
    /// Improve the presentation; how certain.
    Present(f64),
    /// The reasons point both ways; how probable it is that more than half point to qualifying.
    BothWays(f64),
}

impl AfterPresentation {
    /// θ = Q / (Q + P) ~ Beta(Q + ½, P + ½); P(θ > ½) ≥ 0.9 says qualify, ≤ 0.1 present.
    ///
    /// With Q + P < 8, or reasons for less than half of the losses, as many more
    /// as are lacking: max(8 - (Q + P), ⌈losses / 2⌉ - known).
    ///
    /// # Errors
    ///
    /// [`OutOfDomain::Tries`] for more than 10⁷ reasons.
    pub fn reading(self) -> Result<Reading, OutOfDomain> {
        let telling = self.qualifying.saturating_add(self.presentation);
        let known = telling.saturating_add(self.timing);
        let lacking = REASONS_NEEDED.saturating_sub(telling);
        let unexplained = self.losses.div_ceil(2).saturating_sub(known);
        let more = lacking.max(unexplained);
        if more > 0 {
            return Ok(Reading::LogMore(more));
        }
        // At least 8 telling reasons, so there is a share.
        let Ok(share) = Share::new(self.qualifying, telling) else { return Ok(Reading::LogMore(1)) };
        let certainty = share.posterior()?.tails(0.5).upper;
        Ok(if certainty >= CERTAIN {
            Reading::Qualify(certainty)
        } else if certainty <= 1.0 - CERTAIN {
            Reading::Present(1.0 - certainty)
        } else {
            Reading::BothWays(certainty)
        })
    }
}

/// Calls on which someone was reached who could say yes or no.
///
/// No answer, gatekeeper and call back are no conversation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Conversations {
    /// Calls with the reason *not interested*.
    pub not_interested: u64,
    /// Calls with the reason *not a fit*.
    pub not_a_fit: u64,
    /// Calls with the reason *has a supplier*.
    pub has_supplier: u64,
    /// Calls that became presentations.
    pub presentations: u64,
}

/// Whether too many of those reached are not interested.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Interest {
    /// Under 20 conversations.
    TooFew,
    /// Not surely more than half.
    Fine,
    /// More than half, the lower end of the 80 % interval included.
    Low(Share, Interval),
}

impl Conversations {
    /// All of them.
    pub const fn total(self) -> u64 {
        self.not_interested
            .saturating_add(self.not_a_fit)
            .saturating_add(self.has_supplier)
            .saturating_add(self.presentations)
    }

    /// Low when the lower end of the 80 % Jeffreys interval of not interested / conversations is over ½.
    ///
    /// 30 of 42: the lower end is 62 %.
    ///
    /// # Errors
    ///
    /// [`OutOfDomain::Tries`] for more than 10⁷ conversations.
    pub fn interest(self) -> Result<Interest, OutOfDomain> {
        let share = match Share::new(self.not_interested, self.total()) {
            Ok(share) if share.n() >= CONVERSATIONS_NEEDED => share,
            Ok(_) | Err(NotAShare::NoTrials | NotAShare::SuccessesExceedTrials) => {
                return Ok(Interest::TooFew);
            }
        };
        // The median is then not over ½ either, and the lower end is below it: nothing to search for.
        if share.x() <= share.failures() && share.posterior().is_ok() {
            return Ok(Interest::Fine);
        }
        let interval = share.jeffreys(0.8)?;
        Ok(if interval.lo > 0.5 { Interest::Low(share, interval) } else { Interest::Fine })
    }
}

/// What to work on when too many are not interested.
#[derive(Clone, Debug, PartialEq)]
pub enum Advice {
    /// Too few conversations to say.
    TooFew,
    /// Nothing to advise.
    None,
    /// The opening and who is on the list: fewer than two lists have conversations enough to tell which.
    OpeningAndList(Share),
    /// Low on these lists only (by place): change the list.
    TheseLists(Vec<usize>),
    /// Low on every list: change the opening.
    EveryList,
}

/// The advice before the presentation, from all conversations and from those of each list.
///
/// Only lists of at least 20 conversations take part; with two or more of them
/// the lists decide.
///
/// # Errors
///
/// [`OutOfDomain::Tries`] for more than 10⁷ conversations.
pub fn opening_or_lists(all: Conversations, lists: &[Conversations]) -> Result<Advice, OutOfDomain> {
    let (mut low, mut taking_part) = (Vec::new(), 0);
    for (place, list) in lists.iter().enumerate() {
        match list.interest()? {
            Interest::TooFew => continue,
            Interest::Fine => {}
            Interest::Low(..) => low.push(place),
        }
        taking_part += 1;
    }
    if taking_part >= 2 && !low.is_empty() {
        return Ok(if low.len() == taking_part { Advice::EveryList } else { Advice::TheseLists(low) });
    }
    Ok(match all.interest()? {
        Interest::TooFew => Advice::TooFew,
        Interest::Low(share, _) => Advice::OpeningAndList(share),
        Interest::Fine => Advice::None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_to_half_of_those_reached_the_lower_end_is_never_over_half() {
        for n in (20..200_u64).chain([1000, 99_999, 10_000_000]) {
            for x in [0, n / 4, n / 2 - 1, n / 2] {
                assert!(Share::new(x, n).unwrap().jeffreys(0.8).unwrap().lo < 0.5, "{x} of {n}");
                let it = Conversations { not_interested: x, not_a_fit: n - x, ..Conversations::default() };
                assert_eq!(it.interest(), Ok(Interest::Fine));
            }
        }
        let too_many = Conversations { not_a_fit: 10_000_001, ..Conversations::default() };
        assert_eq!(too_many.interest(), Err(OutOfDomain::Tries));
    }
}
