//! Asking the browser to keep the storage when space gets short.

use wasm_bindgen::{JsCast, JsValue};

/// Asks once; browsers answer by their own rules, and nothing here depends on it.
pub fn ask() {
    let Some(navigator) = web_sys::window().map(|it| it.navigator()) else { return };
    // Absent on plain http and in old browsers, so it is looked up by name.
    let Ok(storage) = js_sys::Reflect::get(&navigator, &JsValue::from_str("storage")) else { return };
    if let Some(storage) = storage.dyn_ref::<web_sys::StorageManager>() {
        storage.persist().map(drop).unwrap_or_default();
    }
}
