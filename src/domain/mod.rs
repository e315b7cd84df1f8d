//! The arithmetic of a funnel. It knows no records, words, clock, randomness or browser.
//!
//! Plain counts in, plain values out; what cannot be computed is a value too.
//!
//! - [`count`], [`conversion`], [`step`]: counts by origin, and the rates they make;
//! - [`quota`], [`plan`], [`chance`], [`pace`]: what a quota takes, by division and by chance;
//! - [`calendar`], [`date`]: workdays;
//! - [`loss`], [`reasons`], [`past`], [`compare`], [`trend`]: where sales are lost, and what has changed;
//! - [`open`], [`delay`]: what is not decided yet;
//! - [`value`], [`what_if`], [`dispersion`]: the rest;
//! - [`reason`]: reasons that are there from the start, and what each points to;
//! - [`typed`]: numbers a person typed;
//! - [`stats`]: the special functions under all of it.

pub mod calendar;
pub mod chance;
pub mod compare;
pub mod conversion;
pub mod count;
pub mod date;
pub mod delay;
pub mod dispersion;
pub mod loss;
pub mod open;
pub mod pace;
pub mod past;
pub mod plan;
pub mod quota;
pub mod reason;
pub mod reasons;
mod settle;
pub mod stats;
pub mod step;
pub mod trend;
pub mod typed;
pub mod value;
pub mod what_if;
