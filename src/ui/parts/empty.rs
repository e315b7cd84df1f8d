//! What an empty screen offers.

use crate::{
    app::{intent::Intent, state::State},
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

/// Opens the sample, as long as the log is empty and the sample is not open.
#[component]
pub fn OfferSample() -> impl IntoView {
    let app = use_app();
    let offered = app.memo(|it: &State| it.sample.is_none() && it.journal.is_empty());
    view! {
        <Show when=move || offered.get()>
            <button class="button" type="button" data-testid="sample-open" on:click=move |_| app.run(Intent::OpenSample)>
                {app.say(Words::open_sample)}
            </button>
        </Show>
    }
}
