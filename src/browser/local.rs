//! The one door to localStorage. What a shard means is for `journal::format` to say.
#![expect(clippy::disallowed_types, reason = "the one door to localStorage")]

use crate::{
    app::{effect::StoreError, first, start::is_shard},
    browser::text::Encoder,
    journal::{format::ShardKey, record::Writer},
};
use gloo_storage::{LocalStorage, Storage};
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};

/// Every key of the app begins so: all pages of a `file://` origin share one storage.
pub const OURS: &str = "callpace/";

/// Whatever the browser throws, the person is told the same.
fn unavailable(_thrown: JsValue) -> StoreError {
    StoreError::Unavailable
}

/// gloo-storage 0.4 panics in `raw()` when storage is blocked, so it is asked here first.
fn storage() -> Result<web_sys::Storage, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Unavailable)?;
    window.local_storage().map_err(unavailable)?.ok_or(StoreError::Unavailable)?;
    Ok(LocalStorage::raw())
}

/// Reads one value.
///
/// # Errors
///
/// [`StoreError::Unavailable`] if storage is blocked.
pub fn read(key: &str) -> Result<Option<String>, StoreError> {
    storage()?.get_item(key).map_err(unavailable)
}

/// Every key of the app and its text.
///
/// # Errors
///
/// [`StoreError::Unavailable`] if storage is blocked.
pub fn read_all() -> Result<Vec<(String, String)>, StoreError> {
    let storage = storage()?;
    let len = storage.length().map_err(unavailable)?;
    let encoder = Encoder::new();
    let mut all = Vec::new();
    for place in 0..len {
        let Some(key) = storage.key(place).map_err(unavailable)? else { continue };
        if key.starts_with(OURS) {
            let value = js_sys::Reflect::get(&storage, &JsValue::from_str(&key)).map_err(unavailable)?;
            // Nothing comes back for a key that is no text any more: it is listed all the same.
            all.push((key, encoder.text(&value).unwrap_or_default()));
        }
    }
    Ok(all)
}

/// Writes a value and reads it back: what is reported as saved is saved.
///
/// # Errors
///
/// [`StoreError::Unavailable`] if storage is blocked, [`StoreError::Refused`] if there is no
/// space, [`StoreError::Altered`] if something else came back.
pub fn write(key: &str, text: &str) -> Result<(), StoreError> {
    let storage = storage()?;
    storage.set_item(key, text).or(Err(StoreError::Refused))?;
    match storage.get_item(key) {
        Ok(Some(found)) if found == text => Ok(()),
        _ => Err(StoreError::Altered),
    }
}

/// Whether one of these keys is not there, though storage can be read.
#[must_use]
pub fn any_gone(keys: &[String]) -> bool {
    keys.iter().any(|it| read(it) == Ok(None))
}

/// Takes one key away.
///
/// # Errors
///
/// [`StoreError::Unavailable`] if storage is blocked.
pub fn remove(key: &str) -> Result<(), StoreError> {
    storage()?.remove_item(key).map_err(unavailable)
}

/// Changed before everything is taken away, so that other tabs hear of it.
pub const ERASED: &str = "callpace/erased";

/// Tells the other tabs, then takes every shard away but those of one writer.
pub fn erase_all(keep: Writer) {
    // A value that was never there: the same one again tells nobody.
    let told = super::clock::random().to_string();
    write(ERASED, &told).unwrap_or_default();
    for (key, _) in read_all().unwrap_or_default() {
        let other = is_shard(&key) && ShardKey::parse(&key).is_none_or(|it| it.writer != keep);
        if other || key == first::KEY || key.starts_with(first::TAPS) {
            remove(&key).unwrap_or_default();
        }
    }
}

/// Characters used by everything in this origin's storage, keys included.
#[must_use]
pub fn used() -> usize {
    let Ok(storage) = storage() else { return 0 };
    let len = storage.length().unwrap_or(0);
    (0..len)
        .filter_map(|place| storage.key(place).ok().flatten())
        .map(|key| {
            // As a property, so that years of text are not copied to be measured.
            let value = js_sys::Reflect::get(&storage, &JsValue::from_str(&key)).unwrap_or_default();
            key.encode_utf16().count() + value.dyn_ref::<JsString>().map_or(0, |it| it.length() as usize)
        })
        .sum()
}
