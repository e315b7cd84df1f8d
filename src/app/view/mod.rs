//! What each screen shows: numbers and flags, no words.

pub mod compared;
pub mod days;
pub mod funnel;
pub mod log;
pub mod names;
pub mod plan;
pub mod settings;
pub mod settings_own;
pub mod team;
