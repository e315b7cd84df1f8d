//! The Log before the code was there, as `public/first.js` shows it.

use crate::{app::first, browser::local};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

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

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Takes the first Log off the page and tells what was done on it.
#[must_use]
pub fn take_off() -> Before {
    // Written anew when the page is left; after a crash it would be out of date.
    local::remove(first::KEY).unwrap_or_default();
    let Some((document, element)) =
        document().and_then(|it| Some((it.clone(), it.get_element_by_id("first")?)))
    else {
        return Before::default();
    };
    let read = |name: &str| element.get_attribute(name);
    let focused = document.active_element().filter(|it| element.contains(Some(it)));
    let before = Before {
        taps: read("data-key").zip(read("data-taps")),
        pressed: read("data-clicks").iter().flat_map(|it| it.split(' ')).map(str::to_owned).collect(),
        focused: focused.and_then(|it| it.get_attribute("data-testid")),
    };
    element.remove();
    if let Some(root) = document.document_element() {
        root.remove_attribute("data-first").unwrap_or_default();
    }
    before
}

/// Presses a button of the app for a person who pressed it before the app was there.
pub fn press(id: &str) {
    let found = document().and_then(|it| it.query_selector(&format!("[data-testid='{id}']")).ok()?);
    if let Some(it) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        it.click();
    }
}

/// The name of the app's markup, and the page as it is: navigation and screen.
///
/// `None` while something is told or asked that will not be there at the next start.
#[must_use]
pub fn look() -> Option<(String, String)> {
    let document = document()?;
    let find = |css: &str| document.query_selector(css).ok().flatten();
    if find("dialog[open], .banner").is_some() {
        return None;
    }
    let markup = document.document_element()?.get_attribute("data-markup").unwrap_or_default();
    let parts = [find("body > .nav")?, find("body > .page")?];
    Some((markup, parts.iter().map(Element::outer_html).collect()))
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
