//! The arithmetic of a funnel. It knows no records, words, clock, randomness or browser.

pub mod calendar;
pub mod chance;
pub mod conversion;
pub mod count;
pub mod date;
pub mod quota;
pub mod reason;
pub mod stats;
pub mod step;
pub mod typed;
