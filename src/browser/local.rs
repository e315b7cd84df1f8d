//! The one door to localStorage. What a shard means is for `journal::format` to say.
#![expect(clippy::disallowed_types, reason = "the one door to localStorage")]

use crate::app::effect::StoreError;
use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::JsValue;

/// Every key of the app begins so: all pages of a `file://` origin share one storage.
pub const OURS: &str = "callpace/";

/// Browsers name this failure differently; there is nothing to learn from the name.
fn blocked(_error: JsValue) -> StoreError {
    StoreError::Unavailable
}

fn refused(_error: JsValue) -> StoreError {
    StoreError::Refused
}

/// gloo-storage 0.4 panics in `raw()` when storage is blocked, so it is asked here first.
fn storage() -> Result<web_sys::Storage, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Unavailable)?;
    window.local_storage().map_err(blocked)?.ok_or(StoreError::Unavailable)?;
    Ok(LocalStorage::raw())
}

/// Reads one value.
///
/// # Errors
///
/// [`StoreError::Unavailable`] if storage is blocked.
pub fn read(key: &str) -> Result<Option<String>, StoreError> {
    storage()?.get_item(key).map_err(blocked)
}

/// Every key of the app and its text.
///
/// # Errors
///
/// [`StoreError::Unavailable`] if storage is blocked.
pub fn read_all() -> Result<Vec<(String, String)>, StoreError> {
    let storage = storage()?;
    let len = storage.length().map_err(blocked)?;
    let mut all = Vec::new();
    for place in 0..len {
        let Some(key) = storage.key(place).map_err(blocked)? else { continue };
        if key.starts_with(OURS)
            && let Some(text) = storage.get_item(&key).map_err(blocked)?
        {
            all.push((key, text));
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
    storage.set_item(key, text).map_err(refused)?;
    match storage.get_item(key) {
        Ok(Some(found)) if found == text => Ok(()),
        _ => Err(StoreError::Altered),
    }
}

/// Takes one key away.
///
/// # Errors
///
/// [`StoreError::Unavailable`] if storage is blocked.
pub fn remove(key: &str) -> Result<(), StoreError> {
    storage()?.remove_item(key).map_err(blocked)
}

/// Characters used by everything in this origin's storage, keys included.
#[must_use]
pub fn used() -> usize {
    let Ok(storage) = storage() else { return 0 };
    let len = storage.length().unwrap_or(0);
    (0..len)
        .filter_map(|place| storage.key(place).ok().flatten())
        .map(|key| {
            let value = storage.get_item(&key).ok().flatten().map_or(0, |it| it.encode_utf16().count());
            key.encode_utf16().count() + value
        })
        .sum()
}
