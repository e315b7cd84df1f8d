//! Callpace in a real browser, as a person meets it.
//!
//! # Where to start
//!
//! A test opens an [`App`], the page object, with a [`Setup`] that says which
//! browser, language and window, and speaks to it by `data-testid`:
//!
//! ```ignore
//! #[tokio::test]
//! async fn a_call_is_counted() -> Fallible {
//!     let app = App::open(Setup::default(), "#/log").await?;
//!     app.click("btn-call").await?;
//!     app.wait_text("count-call", "1").await?;
//!     app.quit().await
//! }
//! ```
//!
//! Every app has a driver, a browser profile, a download folder and a
//! [`Host`](host::Host) of its own. Nothing sleeps: what takes time is asked for until it is
//! there, with a limit; a hold or a slide is itself a time. A test that fails leaves a picture in `target/e2e`.
//!
//! The release build in `dist/` is what is tested (`$CALLPACE_DIST` names
//! another), in Chromium, or with `CALLPACE_BROWSER=firefox` in Firefox.

pub mod app;
pub mod article;
pub mod audit;
mod capabilities;
pub mod clock;
pub mod drawn;
mod driver;
mod failure;
pub mod gestures;
pub mod host;
pub mod keys;
pub mod look;
pub mod page;
pub mod session;
pub mod setup;
pub mod tour;
pub mod trouble;
mod wait;

pub use app::App;
pub use keys::Key;
pub use setup::{Engine, Language, Setup};

/// What a test comes to.
pub type Fallible<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
