//! Callpace turns a seller's counts of cold calls, presentations and sales into decisions.
//!
//! # Where to start
//!
//! Imports go one way only, and the compiler keeps it: what knows the browser
//! is compiled for `wasm32` alone, so the native tests prove that the rest is pure.
//!
//! ```text
//! main → ui → browser → drawing → text → app → journal → domain
//!         └──────▶ exchange ───────────▶ app
//! ```
//!
//! - [`domain`]: the arithmetic of a funnel. No records, words, clock or browser.
//! - [`journal`]: what was recorded, merged and counted.
//! - [`app`]: the application without a browser: state, intents, effects, views.
//! - [`text`]: English and Russian wording.
//! - [`drawing`]: what the charts show, as shapes.
//! - [`exchange`]: bytes in and out.
//! - `browser`: one door each to storage, clock, files. Wasm only.
//! - `ui`: Leptos. Wasm only.

pub mod app;
pub mod domain;
pub mod drawing;
pub mod exchange;
pub mod journal;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
