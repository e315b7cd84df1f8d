//! How it counts: what is what, the methods, privacy, version, licence.

use super::numbers::Numbers;
use crate::{app::view::settings_own, browser::page, text::Words, ui::context::use_app};
use leptos::prelude::*;

/// The part.
#[component]
pub fn About() -> impl IntoView {
    let app = use_app();
    let definitions = move || {
        app.words.get().definitions().map(|(term, meaning)| view! { <dt>{term}</dt><dd>{meaning}</dd> })
    };
    // What counts as an own step, in the seller's words.
    let own = app.memo(|it| {
        let all = settings_own::steps(it).into_iter().filter(|it| !it.counts.is_empty());
        all.map(|it| (it.name, it.counts)).collect::<Vec<_>>()
    });
    let own_steps =
        move || own.get().into_iter().map(|it| view! { <dt>{it.0}</dt><dd>{it.1}</dd> }).collect_view();
    let sections = move || {
        let section = |(title, paragraphs): &crate::text::help::Section| {
            let paragraphs = paragraphs.iter().map(|it| view! { <p>{*it}</p> }).collect_view();
            view! { <section class="card help"><h2>{*title}</h2>{paragraphs}</section> }
        };
        app.words.get().help().iter().map(section).collect_view()
    };
    let single = page::is_single();
    view! {
        <div class="settings__one">
            <section class="card help">
                <h2>{app.say(Words::what_counts)}</h2>
                <dl class="terms">{definitions}{own_steps}</dl>
            </section>
            <Numbers />
            {sections}
            <section class="card help">
                <h2>{app.say(Words::this_app)}</h2>
                <p data-testid="version">{move || app.words.get().version()}</p>
                <p>{app.say(Words::licence)}</p>
                <Show when=move || !single
                    fallback=move || view! { <p data-testid="is-one-file">{app.say(Words::is_one_file)}</p> }>
                    <p><a class="button" href="callpace.html" download="callpace.html" data-testid="one-file">
                        {app.say(Words::one_file)}
                    </a></p>
                    <p class="hint">{app.say(Words::one_file_hint)}</p>
                </Show>
            </section>
        </div>
    }
}
