//! A button that counts: the least a Leptos page can do, built as the app is.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;

    console_error_panic_hook::set_once();
    mount_to_body(|| {
        let count = RwSignal::new(0_u32);
        view! {
            <button type="button" data-testid="btn-call" on:click=move |_| *count.write() += 1>
                "Hello, world: " <span data-testid="count-call">{count}</span>
            </button>
        }
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    // Natively there is no page: `cargo xtask bench` builds it for the browser.
    std::process::exit(2);
}
