//! What a column holds.

use serde::Serialize;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The day the row counts for; of a deal, the day it was created.
    Date,
    /// The day a deal was closed: the day of its sale.
    #[serde(rename = "date")]
    Closed,
    /// Cold calls of the day.
    Calls,
    /// Presentations of the day that came from cold calls.
    Presentations,
    /// Sales of the day that came from cold calls.
    Sales,
    /// Presentations to prospects who came by themselves.
    InboundPresentations,
    /// Sales to prospects who came by themselves.
    InboundSales,
    /// The name of a step, or the stage or status of a deal.
    Step,
    /// Cold or inbound, or a source from which one of them follows.
    Origin,
    /// The name of a lead list.
    List,
    /// Why the step did not lead to the next one.
    Reason,
    /// How many.
    Count,
    /// Money, for sales.
    Amount,
    /// Nothing that is imported.
    Ignore,
}
