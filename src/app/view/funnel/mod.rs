//! Funnel: where are people lost, why, and how sure is that?
//!
//! [`mod@slice`] goes over the days once; everything else is made from what it
//! found, and no screen asks the tally a second time.
//!
//! - [`known`]: steps, reasons, targets, delay and quota.
//! - [`rates`]: the three cold rates, the inbound one beside, second lines.
//! - [`verdict`]: step against step, now against before or a target.
//! - [`steps`]: rates that touch the seller's own steps.
//! - [`why`]: reasons priced in sales, and what they advise.
//! - [`trend`]: rates over weeks, and changes the seller noted.
//! - [`lists`]: lists compared.
//! - [`hours`]: which hours bring presentations.
//! - [`counters`]: what is counted beside the chain.

pub mod counters;
mod day;
pub mod hours;
pub mod known;
pub mod lists;
pub mod rates;
pub mod slice;
pub mod so_far;
pub mod steps;
pub mod trend;
pub mod verdict;
pub mod why;

#[cfg(test)]
pub(crate) mod fixture;
