//! The clipboard.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Clipboard};

/// Not there where the page was not loaded safely.
fn clipboard() -> Option<Clipboard> {
    web_sys::window().map(|it| it.navigator().clipboard()).filter(|it| !it.is_undefined())
}

/// Puts a table on the clipboard, as text and where the browser can as HTML; tells whether it is there.
///
/// To be called from a tap.
pub async fn copy_table(text: &str, html: &str) -> bool {
    let Some(clipboard) = clipboard() else { return false };
    if let Some(written) = write_both(&clipboard, text, html)
        && JsFuture::from(written).await.is_ok()
    {
        return true;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// `ClipboardItem` is not in web-sys without its unstable flag: looked up by name.
fn write_both(clipboard: &Clipboard, text: &str, html: &str) -> Option<js_sys::Promise> {
    let window = web_sys::window()?;
    let class: js_sys::Function =
        js_sys::Reflect::get(&window, &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
    let parts = js_sys::Object::new();
    for (mime, content) in [("text/plain", text), ("text/html", html)] {
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        let content = js_sys::Array::of1(&JsValue::from_str(content));
        let blob = Blob::new_with_str_sequence_and_options(&content, &options).ok()?;
        js_sys::Reflect::set(&parts, &mime.into(), &blob).ok()?;
    }
    let item = js_sys::Reflect::construct(&class, &js_sys::Array::of1(&parts)).ok()?;
    let write: js_sys::Function = js_sys::Reflect::get(clipboard, &"write".into()).ok()?.dyn_into().ok()?;
    write.call1(clipboard, &js_sys::Array::of1(&item)).ok()?.dyn_into().ok()
}
