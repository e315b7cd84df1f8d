//! A clock that the test sets, so that what depends on the day can be told in literal figures.

use crate::{App, Fallible, Setup};
use serde_json::json;

/// Moves `Date` by a constant; it goes on running. Timers are the browser's own.
const CLOCK: &str = "\
    const Real = Date; const shift = new Real(NOW).getTime() - Real.now(); \
    globalThis.Date = class Date extends Real { \
        constructor(...parts) { if (parts.length === 0) super(Real.now() + shift); else super(...parts); } \
        static now() { return Real.now() + shift; } \
    };";

impl App {
    /// Opens a route in a browser whose clock starts at a local time such as `2025-06-11T15:00`;
    /// Chromium only.
    ///
    /// # Errors
    ///
    /// As [`App::open`].
    pub async fn open_at(setup: Setup, now: &str, route: &str) -> Fallible<Self> {
        let app = Self::start(setup).await?;
        let source = CLOCK.replace("NOW", &json!(now).to_string());
        app.before_each_page(&source).await?;
        app.goto(route).await?;
        Ok(app)
    }
}
