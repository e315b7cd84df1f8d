//! Nothing is ever lost: laws of the journal and of what keeps it.
#![cfg(not(target_arch = "wasm32"))]

mod any;
mod decade;
mod faults;
mod hostile;
mod laws;
mod page;
mod shards;
mod undo;
