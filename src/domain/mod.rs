//! The arithmetic of a funnel. It knows no records, words, clock, randomness or browser.

pub mod date;
pub mod step;
