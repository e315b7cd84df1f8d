//! Nothing is ever lost: laws of the journal and of what keeps it.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "how much was tried and used is part of the proof")]

mod any;
mod clock;
mod decade;
mod faults;
mod gathering;
mod hostile;
mod laws;
mod mirror;
mod page;
mod shards;
mod sums;
mod undo;
