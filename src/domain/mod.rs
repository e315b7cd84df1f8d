//! The arithmetic of a funnel. It knows no records, words, clock, randomness or browser.

pub mod date;
pub mod reason;
pub mod step;
pub mod typed;
