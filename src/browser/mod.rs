//! One door each to what is outside the page. Wasm only.
//!
//! - [`local`][]: localStorage.
//! - [`clock`][]: the time.
//! - [`mod@file`]: downloads and chosen files.
//! - [`page`][]: address, languages, document, media queries.
//! - [`lock`][]: one tab at a time.
//! - [`mirror`][]: the newest records once more, in IndexedDB.
//! - [`persist`][]: asking the browser to keep the storage.
//! - [`worker`][]: a newer version that waits.

pub mod clock;
pub mod file;
mod idb;
pub mod local;
pub mod lock;
pub mod mirror;
pub mod page;
pub mod persist;
pub mod worker;
