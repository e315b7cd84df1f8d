//! Mounts the app, nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    callpace::ui::start();
    // Natively there is no page to mount on: the commands are in xtask.
    #[cfg(not(target_arch = "wasm32"))]
    std::process::exit(2);
}
