//! The steps a prospect goes through, and where the prospect came from.

use serde::{Deserialize, Serialize};

/// Names something the seller can rename: an own step, a list, a reason, a counter.
///
/// Ids below [`Id::FIRST_OWN`] are built in; the others are drawn when the
/// thing is made, so that two devices do not make the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(pub u32);

impl Id {
    /// The smallest id that is not built in.
    pub const FIRST_OWN: u32 = 1000;
}

/// One step of the chain.
///
/// Call, presentation and sale are always there; own steps stand between
/// call and presentation or between presentation and sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Any dial to someone who did not ask for it, answered or not.
    Call,
    /// A presentation that was held, not just booked.
    Presentation,
    /// Signed or paid.
    Sale,
    /// A step of the seller's own.
    Own(Id),
}

/// Who made the first move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The seller called.
    Cold,
    /// The prospect came by themselves. Never part of a cold-call rate.
    Inbound,
}

/// Where in the chain an own step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Place {
    /// Between call and presentation.
    #[serde(rename = "before")]
    BeforePresentation,
    /// Between presentation and sale.
    #[serde(rename = "after")]
    AfterPresentation,
}
