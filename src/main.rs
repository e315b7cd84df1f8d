//! Mounts the app, nothing else.

#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(clippy::missing_const_for_fn, reason = "natively there is nothing to mount")
)]
fn main() {
    #[cfg(target_arch = "wasm32")]
    callpace::ui::start();
}
