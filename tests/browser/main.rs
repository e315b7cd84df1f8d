//! The library compiled to wasm, in a real browser.
//!
//! Natively there is nothing here: the same rules are tested by `cargo test`.

#[cfg(target_arch = "wasm32")]
mod dates;
#[cfg(target_arch = "wasm32")]
mod storage;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
