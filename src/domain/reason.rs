//! Why a prospect did not go on, and what that points to.

use crate::domain::step::{Id, Place};
use serde::{Deserialize, Serialize};

/// What a reason says should be worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Whom is called and when: the lead list and the hour.
    ListAndTime,
    /// The first sentences of a call.
    CallOpening,
    /// Who is let through to a presentation.
    Qualifying,
    /// The presentation itself.
    Presentation,
    /// Price and terms.
    Offer,
    /// Not lost yet: the prospect asked for time.
    Timing,
}

impl Class {
    /// In the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::ListAndTime,
        Self::CallOpening,
        Self::Qualifying,
        Self::Presentation,
        Self::Offer,
        Self::Timing,
    ];
}

/// The step after which a reason is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// A call that did not become a presentation.
    Call,
    /// A presentation that did not become a sale.
    Presentation,
}

impl Side {
    /// The side of an own step: that of the fixed step before it.
    pub const fn of(place: Place) -> Self {
        match place {
            Place::BeforePresentation => Self::Call,
            Place::AfterPresentation => Self::Presentation,
        }
    }
}

/// A reason that is there from the start. Its words are in `text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum BuiltIn {
    NoAnswer,
    Gatekeeper,
    NotInterested,
    NotAFit,
    HasSupplier,
    CallBack,
    TooExpensive,
    NotAFitAfter,
    NotTheDecider,
    NotConvinced,
    StillThinking,
}

impl BuiltIn {
    /// In the order of the chips: first those of the call, then those of the presentation.
    pub const ALL: [Self; 11] = [
        Self::NoAnswer,
        Self::Gatekeeper,
        Self::NotInterested,
        Self::NotAFit,
        Self::HasSupplier,
        Self::CallBack,
        Self::TooExpensive,
        Self::NotAFitAfter,
        Self::NotTheDecider,
        Self::NotConvinced,
        Self::StillThinking,
    ];

    /// 1 to 11; never given to another reason.
    pub const fn id(self) -> Id {
        Id(self as u32 + 1)
    }

    /// The built-in reason with this id.
    #[must_use]
    pub fn by_id(id: Id) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }

    /// The step after which it is given.
    pub const fn side(self) -> Side {
        match self {
            Self::NoAnswer
            | Self::Gatekeeper
            | Self::NotInterested
            | Self::NotAFit
            | Self::HasSupplier
            | Self::CallBack => Side::Call,
            _ => Side::Presentation,
        }
    }

    /// What it points to until the seller says otherwise.
    pub const fn class(self) -> Class {
        match self {
            Self::NoAnswer | Self::Gatekeeper => Class::ListAndTime,
            Self::NotInterested => Class::CallOpening,
            Self::NotAFit | Self::HasSupplier | Self::NotAFitAfter | Self::NotTheDecider => Class::Qualifying,
            Self::TooExpensive => Class::Offer,
            Self::NotConvinced => Class::Presentation,
            Self::CallBack | Self::StillThinking => Class::Timing,
        }
    }
}
