//! What the person must know on every screen: trouble with storage, the sample, a newer version.

use crate::{
    app::{intent::Intent, state::State},
    journal::format::Unreadable,
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

/// All banners that apply.
#[component]
pub fn Banners() -> impl IntoView {
    let app = use_app();
    let sample = app.memo(|it| it.sample.is_some());
    let trouble = app.memo(|it| it.trouble.map(|why| (why, it.unsaved_count())));
    let damaged = app.memo(|it| it.unreadable.iter().any(|it| it.why == Unreadable::Damaged));
    let newer = app.memo(State::read_only);
    let update = app.memo(State::newer_offered);
    view! {
        <Show when=move || sample.get()>
            <div class="banner banner--sample" role="note" data-testid="banner-sample">
                <p>{app.say(Words::sample_banner)}</p>
                <button class="button" type="button" data-testid="sample-close"
                    on:click=move |_| app.run(Intent::CloseSample)>{app.say(Words::close_sample)}</button>
            </div>
        </Show>
        <Show when=move || update.get()>
            <div class="banner banner--brief" role="note" data-testid="banner-update">
                <p>{app.say(Words::update_ready)}</p>
                <button class="button" type="button" data-testid="update-reload"
                    on:click=move |_| app.run(Intent::LoadNewer)>{app.say(Words::reload)}</button>
            </div>
        </Show>
        <Show when=move || trouble.get().is_some()>
            <div class="banner banner--bad" role="alert" data-testid="banner">
                <p>{move || trouble.get().map(|(why, n)| app.words.get().storage_trouble(why, n))}</p>
                <a class="button" href="#/settings/backup">{app.say(Words::save_backup)}</a>
                <button class="button" type="button" data-testid="retry"
                    on:click=move |_| app.run(Intent::Retry)>{app.say(Words::try_again)}</button>
            </div>
        </Show>
        <Show when=move || newer.get()>
            <div class="banner banner--warn" role="alert" data-testid="banner-newer">
                <p>{app.say(Words::storage_newer)}</p>
            </div>
        </Show>
        <Show when=move || damaged.get()>
            <div class="banner banner--warn" role="alert" data-testid="banner-damaged">
                <p>{app.say(Words::storage_damaged)}</p>
                <a class="button" href="#/settings/backup">{app.say(Words::download_it)}</a>
            </div>
        </Show>
    }
}
