//! Long texts of the browser as Rust strings.
//!
//! Own code: the glue copies a text letter by letter in JavaScript, which at a start is not even
//! compiled. Ten years of shards took 13 ms so; the browser's own encoder takes half of one.

use js_sys::{Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// Encodes texts.
#[derive(Clone, Debug)]
pub struct Encoder(Option<(JsValue, Function)>);

impl Encoder {
    /// That of the browser.
    #[must_use]
    pub fn new() -> Self {
        let made = || {
            let class: Function =
                Reflect::get(&js_sys::global(), &"TextEncoder".into()).ok()?.dyn_into().ok()?;
            let encoder = Reflect::construct(&class, &js_sys::Array::new()).ok()?;
            let encode = Reflect::get(&encoder, &"encode".into()).ok()?.dyn_into().ok()?;
            Some((encoder, encode))
        };
        Self(made())
    }

    /// The text of a value; `None` if it is no text.
    #[must_use]
    pub fn text(&self, value: &JsValue) -> Option<String> {
        if !value.is_string() {
            return None;
        }
        let quickly = || {
            let (encoder, encode) = self.0.as_ref()?;
            let bytes: Uint8Array = encode.call1(encoder, value).ok()?.dyn_into().ok()?;
            String::from_utf8(bytes.to_vec()).ok()
        };
        quickly().or_else(|| value.as_string())
    }
}

impl Default for Encoder {
    fn default() -> Self {
        Self::new()
    }
}
