//! The app without its screens, for a script to time.
//!
//! `globalThis.core` gets one function for each thing that is timed: see [`door`].
//! The figures are those of the app's own views.

#[cfg(target_arch = "wasm32")]
mod chances;
#[cfg(target_arch = "wasm32")]
mod door;
#[cfg(target_arch = "wasm32")]
mod figures;

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    door::open();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    // Natively there is no page: `cargo xtask bench` builds it for the browser.
    std::process::exit(2);
}
