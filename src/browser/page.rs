//! Address, languages, document and media queries.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Document, HtmlElement, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

fn root() -> Option<web_sys::Element> {
    document()?.document_element()
}

/// The first element that fits.
pub(super) fn find(css: &str) -> Option<HtmlElement> {
    document()?.query_selector(css).ok()??.dyn_into().ok()
}

/// What follows `#` in the address.
#[must_use]
pub fn hash() -> String {
    window().and_then(|it| it.location().hash().ok()).unwrap_or_default()
}

/// The address of the page without what follows `#`.
#[must_use]
pub fn address() -> String {
    let href = window().and_then(|it| it.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Puts a text on the clipboard and tells whether it is there.
pub fn copy(text: &str, told: impl FnOnce(bool) + 'static) {
    // Not there where the page was not loaded safely.
    let clipboard = window().map(|it| it.navigator().clipboard()).filter(|it| !it.is_undefined());
    let Some(promise) = clipboard.map(|it| it.write_text(text)) else {
        told(false);
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        told(wasm_bindgen_futures::JsFuture::from(promise).await.is_ok());
    });
}

/// Goes to an address; the `hashchange` that follows brings the screen.
pub fn go(hash: &str) {
    if let Some(it) = window() {
        it.location().set_hash(hash).unwrap_or_default();
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(it) = window() {
        it.location().reload().unwrap_or_default();
    }
}

/// Whether the page was opened as a file.
#[must_use]
pub fn is_file() -> bool {
    window().and_then(|it| it.location().protocol().ok()).is_some_and(|it| it == "file:")
}

/// Whether the page is the whole app in one file, from a disk or from a host.
#[must_use]
pub fn is_single() -> bool {
    root().is_some_and(|it| it.has_attribute("data-single"))
}

/// `navigator.languages`.
#[must_use]
pub fn languages() -> Vec<String> {
    let all = window().map(|it| it.navigator().languages()).unwrap_or_default();
    all.iter().filter_map(|it| it.as_string()).collect()
}

/// Sets an attribute of `html`.
pub fn set_root(name: &str, value: &str) {
    if let Some(it) = root() {
        it.set_attribute(name, value).unwrap_or_default();
    }
}

/// Takes an attribute of `html` away.
pub fn clear_root(name: &str) {
    if let Some(it) = root() {
        it.remove_attribute(name).unwrap_or_default();
    }
}

/// Names the page.
pub fn set_title(title: &str) {
    if let Some(it) = document() {
        it.set_title(title);
    }
}

/// Moves the focus to the first element that fits.
pub fn focus(css: &str) {
    if let Some(it) = find(css) {
        it.focus().unwrap_or_default();
    }
}

/// Takes the focus from the first element that fits.
pub fn blur(css: &str) {
    if let Some(it) = find(css) {
        it.blur().unwrap_or_default();
    }
}

/// Whether nobody can see the page.
#[must_use]
pub fn is_hidden() -> bool {
    document().is_some_and(|it| it.hidden())
}

/// Calls `told` now and whenever a media query changes.
pub fn on_media(query: &str, told: impl Fn(bool) + 'static) {
    let Some(list) = window().and_then(|it| it.match_media(query).ok().flatten()) else { return };
    told(list.matches());
    let asked = list.clone();
    let listen = Closure::<dyn Fn()>::new(move || told(asked.matches()));
    list.add_event_listener_with_callback("change", listen.as_ref().unchecked_ref()).unwrap_or_default();
    // Lives as long as the page.
    listen.forget();
}

/// A short buzz, where the device can.
pub fn vibrate() {
    let Some(navigator) = window().map(|it| it.navigator()) else { return };
    // Looked up by name: Safari has no such function, and calling it would throw.
    let Ok(function) = js_sys::Reflect::get(&navigator, &JsValue::from_str("vibrate")) else { return };
    if let Ok(function) = function.dyn_into::<js_sys::Function>() {
        function.call1(&navigator, &JsValue::from_f64(10.0)).map(drop).unwrap_or_default();
    }
}

/// Opens the print dialog of the browser.
pub fn print() {
    if let Some(it) = window() {
        it.print().unwrap_or_default();
    }
}

/// Whether this is Safari in a tab, which forgets a site after 7 days without a visit.
///
/// A page on the Home Screen is spared, and there is no other way to tell than by the maker.
#[must_use]
pub fn forgets_after_a_week() -> bool {
    let Some(window) = window() else { return false };
    let maker = js_sys::Reflect::get(&window.navigator(), &"vendor".into()).ok();
    let apple = maker.and_then(|it| it.as_string()).is_some_and(|it| it.starts_with("Apple"));
    let installed = window.match_media("(display-mode: standalone)").ok().flatten();
    apple && !installed.is_some_and(|it| it.matches())
}
