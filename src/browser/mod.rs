//! One door each to what is outside the page. Wasm only.
//!
//! - [`local`] — localStorage.
//! - [`clock`] — the time.
//! - [`file`] — downloads and chosen files.
//! - [`page`] — address, languages, document, media queries.
//! - [`persist`] — asking the browser to keep the storage.

pub mod clock;
pub mod file;
pub mod local;
pub mod page;
pub mod persist;
