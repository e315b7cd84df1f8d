//! The application without a browser.
//!
//! [`update::update`] takes an [`intent::Intent`] and gives [`effect::Effect`]s:
//! plain values that say what shall happen outside. [`view`] turns the state
//! into plain structs of numbers and flags, which `text` turns into words.

pub mod effect;
pub mod first;
pub mod intent;
pub mod moment;
pub mod prefs;
pub mod route;
pub mod sample;
pub mod start;
pub mod state;
pub mod update;
pub mod view;
