//! Parts of the storage that cannot be read: listed, downloadable, never touched.

use crate::{
    app::{
        intent::Intent,
        view::settings::{self, UnreadablePart},
    },
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

/// The card, if there are any.
#[component]
pub fn UnreadableParts() -> impl IntoView {
    let app = use_app();
    let parts = app.memo(settings::unreadable);
    let download = move |key: String| {
        let text = app
            .state
            .with_untracked(|it| it.unreadable.iter().find(|it| it.key == key).map(|it| it.text.clone()));
        if let Some(text) = text {
            let name = format!("{}.txt", key.replace('/', "-"));
            app.run(Intent::Download { name, mime: "text/plain", text });
        }
    };
    let line = move |(place, it): (usize, UnreadablePart)| {
        let words = app.words.get();
        let key = it.key.clone();
        view! {
            <li class="own">
                <span class="own__main">
                    <code class="own__key">{it.key.clone()}</code>
                    <span class="own__side">{words.unreadable_part(it.newer, it.len)}</span>
                </span>
                <button class="button button--quiet" type="button" data-testid=format!("unreadable-{place}")
                    aria-label=format!("{} {}", words.download(), it.key)
                    on:click=move |_| download(key.clone())>{words.download()}</button>
            </li>
        }
    };
    view! {
        <Show when=move || parts.with(|it| !it.is_empty())>
            <section class="card">
                <h2>{app.say(Words::unreadable_title)}</h2>
                <p class="hint">{app.say(Words::unreadable_hint)}</p>
                <ul>{move || (1..).zip(parts.get()).map(line).collect_view()}</ul>
            </section>
        </Show>
    }
}
