//! Files out and in.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser gets to read a download before its address is taken back.
const REVOKE_AFTER_MS: i32 = 30_000;

/// Gives the person a file. `false` if the browser would not.
pub fn download(name: &str, mime: &str, text: &str) -> bool {
    save(name, mime, text).is_some()
}

fn save(name: &str, mime: &str, text: &str) -> Option<()> {
    let window = web_sys::window()?;
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = window.document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let revoke = Closure::once_into_js(move || Url::revoke_object_url(&url).unwrap_or_default());
    window
        .set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), REVOKE_AFTER_MS)
        .map(drop)
        .ok()
}

/// The bytes of a chosen file.
///
/// # Errors
///
/// What the browser says when the file cannot be read.
pub async fn read(file: &web_sys::File) -> Result<Vec<u8>, JsValue> {
    let buffer = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Where a file was saved, so that it can be read again.
#[derive(Clone, Debug)]
pub struct Saved(JsValue);

/// Why a file was not saved where the person chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The person closed the picker.
    Cancelled,
    /// The browser would not; it can still download.
    Refused,
}

/// Whether the browser lets a page read again what it saved.
#[must_use]
pub fn can_read_again() -> bool {
    web_sys::window().is_some_and(|it| js_sys::Reflect::has(&it, &PICKER.into()).unwrap_or(false))
}

/// Not in web-sys without its unstable flag: looked up by name.
const PICKER: &str = "showSaveFilePicker";

/// Asks where to save a file, and saves it there. To be called from a tap.
///
/// # Errors
///
/// As [`SaveError`] says.
pub async fn save_as(name: &str, mime: &str, ending: &str, text: &str) -> Result<Saved, SaveError> {
    let window = web_sys::window().ok_or(SaveError::Refused)?;
    let options = js_sys::Object::new();
    let accept = js_sys::Object::new();
    let endings = js_sys::Array::of1(&JsValue::from_str(ending));
    let kind = js_sys::Object::new();
    let set = |object: &js_sys::Object, name: &str, value: &JsValue| {
        js_sys::Reflect::set(object, &JsValue::from_str(name), value).map(drop).unwrap_or_default();
    };
    set(&accept, mime, &endings);
    set(&kind, "accept", &accept);
    set(&options, "suggestedName", &JsValue::from_str(name));
    set(&options, "types", &js_sys::Array::of1(&kind));
    let handle = call(&window, PICKER, Some(&options)).await.map_err(|it| match name_of(&it).as_deref() {
        Some("AbortError") => SaveError::Cancelled,
        _ => SaveError::Refused,
    })?;
    let refused = |_: JsValue| SaveError::Refused;
    let writable = call(&handle, "createWritable", None).await.map_err(refused)?;
    call(&writable, "write", Some(&JsValue::from_str(text))).await.map_err(refused)?;
    call(&writable, "close", None).await.map_err(refused)?;
    Ok(Saved(handle))
}

/// The bytes of a file that was saved, as they are on the disk.
///
/// # Errors
///
/// What the browser says when the file cannot be read.
pub async fn read_again(saved: &Saved) -> Result<Vec<u8>, JsValue> {
    let file = call(&saved.0, "getFile", None).await?;
    read(&file.dyn_into::<web_sys::File>()?).await
}

fn name_of(error: &JsValue) -> Option<String> {
    js_sys::Reflect::get(error, &"name".into()).ok()?.as_string()
}

/// Calls a method by name and waits for what it promises.
async fn call(object: &JsValue, name: &str, argument: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let function: js_sys::Function = js_sys::Reflect::get(object, &name.into())?.dyn_into()?;
    let answer = match argument {
        Some(it) => function.call1(object, it)?,
        None => function.call0(object)?,
    };
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&answer)).await
}
