//! The Log before the code was there, as `public/first.js` shows it.

use super::{local, page};
use crate::app::first;

/// What was done on the page before the app was there.
#[derive(Clone, Debug, Default)]
pub struct Before {
    /// Under which key, and what was counted.
    pub taps: Option<(String, String)>,
    /// Test ids of other buttons that were pressed, in order.
    pub pressed: Vec<String>,
    /// Test id of what has the focus.
    pub focused: Option<String>,
}

/// Takes the first Log off the page and tells what was done on it.
#[must_use]
pub fn take_off() -> Before {
    // Written anew when the page is left; after a crash it would be out of date.
    local::remove(first::KEY).unwrap_or_default();
    let Some(element) = page::find("#first") else { return Before::default() };
    let read = |name: &str| element.get_attribute(name);
    let focused = element.query_selector(":focus").ok().flatten();
    let before = Before {
        taps: read("data-key").zip(read("data-taps")),
        pressed: read("data-clicks").iter().flat_map(|it| it.split(' ')).map(str::to_owned).collect(),
        focused: focused.and_then(|it| it.get_attribute("data-testid")),
    };
    element.remove();
    page::clear_root("data-first");
    before
}

/// Presses a button of the app for a person who pressed it before the app was there.
pub fn press(id: &str) {
    if let Some(it) = page::find(&format!("[data-testid='{id}']")) {
        it.click();
    }
}

/// The name of the app's markup, and the page as it is: navigation and screen.
///
/// `None` while something is told or asked that will not be there at the next start.
#[must_use]
pub fn look() -> Option<(String, String)> {
    if page::find("dialog[open], .banner").is_some() {
        return None;
    }
    let markup = page::find("html")?.get_attribute("data-markup").unwrap_or_default();
    let parts = [page::find("body > .nav")?, page::find("body > .page")?];
    Some((markup, parts.iter().map(|it| it.outer_html()).collect()))
}

/// Keeps a text for the next start; `None`: nothing.
pub fn keep(text: Option<&str>) {
    // At worst the next start shows the Log when the code is there.
    match text {
        Some(it) => local::write(first::KEY, it),
        None => local::remove(first::KEY),
    }
    .unwrap_or_default();
}
