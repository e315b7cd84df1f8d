//! Addresses that lead nowhere.

use crate::{text::Words, ui::context::use_app};
use leptos::prelude::*;

/// No such page, or no such date.
#[component]
pub fn NoSuch() -> impl IntoView {
    let app = use_app();
    let screen = app.memo(|it| it.route.screen);
    view! {
        <h1 tabindex="-1">{move || app.words.get().screen(screen.get())}</h1>
        <p><a class="button" href="#/log">{app.say(Words::to_log)}</a></p>
    }
}
