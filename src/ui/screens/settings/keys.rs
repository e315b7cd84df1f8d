//! The list of keys.

use super::look::Shortcuts;
use crate::{text::Words, ui::context::use_app};
use leptos::prelude::*;

/// The part.
#[component]
pub fn Keys() -> impl IntoView {
    let app = use_app();
    let table = move |title: &'static str, rows: Vec<(&'static str, &'static str)>| {
        let (key, does) = app.words.get().key_columns();
        let row = |(key, does): (&'static str, &'static str)| {
            let keys = key.split(' ').map(|it| view! { <kbd>{it}</kbd> }).collect_view();
            view! { <tr><th scope="row">{keys}</th><td>{does}</td></tr> }
        };
        view! {
            <table class="keys">
                <caption>{title}</caption>
                <thead><tr><th scope="col">{key}</th><th scope="col">{does}</th></tr></thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        }
    };
    view! {
        <div class="settings__one">
            <section class="card">
                <Shortcuts />
                <p class="hint">{app.say(Words::keys_hint)}</p>
                <div class="keys__tables">
                    {move || {
                        let words = app.words.get();
                        (
                            table(words.keys_on_log(), words.log_keys().to_vec()),
                            table(words.keys_everywhere(), words.other_keys().to_vec()),
                        )
                    }}
                </div>
            </section>
        </div>
    }
}
