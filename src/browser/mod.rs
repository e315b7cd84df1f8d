//! One door each to what is outside the page. Wasm only.
//!
//! - [`breath`][]: rests within long work.
//! - [`local`][]: localStorage.
//! - [`clipboard`][]: copying.
//! - [`clock`][]: the time.
//! - [`drawing`][]: a drawing in the page, and as a file.
//! - [`mod@file`]: downloads and chosen files.
//! - [`first`][]: the Log before the code was there.
//! - [`page`][]: address, languages, document, media queries.
//! - [`lock`][]: one tab at a time.
//! - [`mirror`][]: the newest records once more, in IndexedDB.
//! - [`persist`][]: asking the browser to keep the storage.
//! - [`text`][]: long texts.
//! - [`worker`][]: a newer version that waits.

pub mod breath;
pub mod clipboard;
pub mod clock;
pub mod drawing;
pub mod file;
pub mod first;
mod idb;
pub mod local;
pub mod lock;
pub mod mirror;
pub mod page;
pub mod persist;
pub mod text;
pub mod worker;
