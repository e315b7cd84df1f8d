//! What was recorded: the only truth, append-only.
//!
//! A [`record::Record`] is never changed. A correction is a further record
//! that names the one it amends, so that two copies of a journal are merged
//! by taking the union of their records, in any order and any number of times.
//!
//! - [`record`]: entries, amendments, settings and their ids.
//! - [`store`]: the set of records, and what holds after all amendments.
//! - [`tally`]: counts per day, kept up to date with each record.
//! - [`undo`]: which record the next undo or redo goes to.
//! - [`settings`]: quota, lists, reasons and so on, read from setting records.
//! - [`mod@format`]: the text of a shard.

pub mod format;
mod log;
mod mine;
pub mod record;
pub mod settings;
pub mod store;
pub mod tally;
pub mod undo;
mod words;

pub use store::Journal;
