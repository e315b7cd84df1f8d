//! Counts by origin. Which type a figure is computed from decides what can be in it.

use super::conversion::Conversion;

/// Cold counts of a period.
///
/// The only type that cold conversions are built from, and there is no room in
/// it for what came by itself: only cold presentations and sales are divided by
/// cold calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cold {
    /// Dials to people who did not ask for it.
    pub calls: u64,
    /// Presentations that came of calls.
    pub presentations: u64,
    /// Sales that came of these presentations.
    pub sales: u64,
}

/// Counts of those who came by themselves; they have no call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inbound {
    /// Presentations to people who asked.
    pub presentations: u64,
    /// Sales to them.
    pub sales: u64,
}

impl Cold {
    /// Presentations / calls; `None` without calls.
    pub const fn call_to_presentation(self) -> Option<Conversion> {
        Conversion::of(self.presentations, self.calls)
    }

    /// Sales / presentations; `None` without presentations.
    pub const fn presentation_to_sale(self) -> Option<Conversion> {
        Conversion::of(self.sales, self.presentations)
    }

    /// Sales / calls; `None` without calls.
    pub const fn call_to_sale(self) -> Option<Conversion> {
        Conversion::of(self.sales, self.calls)
    }

    /// The counts of two together. A sum that does not fit in 64 bits stays at the top, where every
    /// rate says that it is out of its domain.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            calls: self.calls.saturating_add(other.calls),
            presentations: self.presentations.saturating_add(other.presentations),
            sales: self.sales.saturating_add(other.sales),
        }
    }
}

impl Inbound {
    /// Inbound sales / inbound presentations; `None` without presentations.
    pub const fn presentation_to_sale(self) -> Option<Conversion> {
        Conversion::of(self.sales, self.presentations)
    }

    /// The counts of two together; a sum that does not fit in 64 bits stays at the top.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            presentations: self.presentations.saturating_add(other.presentations),
            sales: self.sales.saturating_add(other.sales),
        }
    }
}
