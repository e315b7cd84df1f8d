//! What is said aloud: one polite region, filled when taps pause.

use crate::ui::context::use_app;
use leptos::prelude::*;
use std::time::Duration;

/// Taps closer together than this are told once, with the last number.
const PAUSE: Duration = Duration::from_millis(350);

/// The live region.
#[component]
pub fn Live() -> impl IntoView {
    let app = use_app();
    let shown = RwSignal::new(String::new());
    let said = app.memo(|it| (it.said_count, it.said.clone()));
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |first: Option<()>| {
        let (_, said) = said.get();
        if first.is_none() {
            return;
        }
        let Some(said) = said else { return };
        let text = app.words.get_untracked().said(&said);
        if let Some(it) = waiting.get_value() {
            it.clear();
        }
        let told = set_timeout_with_handle(move || shown.set(text), PAUSE);
        waiting.set_value(told.ok());
    });
    view! { <p class="visually-hidden" role="status" data-testid="live">{shown}</p> }
}
