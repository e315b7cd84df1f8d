//! Leptos.

use leptos::prelude::*;

/// Mounts the app on the page.
pub fn start() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| view! { <main><h1>"Callpace"</h1></main> });
}
