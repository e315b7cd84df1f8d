//! Long work that leaves the page alive.

use super::clock;

/// Milliseconds of work after which a page would begin to feel stuck.
///
/// Source: Chrome's RAIL model asks for pieces below 50 ms, so that a tap is answered within 100.
const AT_A_STRETCH: f64 = 40.0;

/// Long work in small parts: between them the browser draws and listens, once it has waited for a while.
///
/// Not after every part: a browser makes each rest 4 ms long.
#[derive(Clone, Copy, Debug)]
pub struct Breath {
    since: f64,
}

impl Breath {
    /// The work begins.
    #[must_use]
    pub fn begin() -> Self {
        Self { since: clock::milliseconds() }
    }

    /// Rests if it is time to; whether it did.
    pub async fn take(&mut self) -> bool {
        // A clock that was set back is no reason never to rest again.
        if (clock::milliseconds() - self.since).abs() < AT_A_STRETCH {
            return false;
        }
        rest().await;
        self.since = clock::milliseconds();
        true
    }
}

/// Lets the browser draw and listen before the work goes on.
pub async fn rest() {
    let wait = js_sys::Promise::new(&mut |done, _| {
        if let Some(it) = web_sys::window() {
            it.set_timeout_with_callback_and_timeout_and_arguments_0(&done, 0).map(drop).unwrap_or_default();
        }
    });
    wasm_bindgen_futures::JsFuture::from(wait).await.map(drop).unwrap_or_default();
}
