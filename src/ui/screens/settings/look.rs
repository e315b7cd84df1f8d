//! Language, theme, shortcuts: they stay on this device.

use crate::{
    app::{
        intent::Intent,
        prefs::{Lang, Theme},
        state::State,
    },
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

/// The card.
#[component]
pub fn Look() -> impl IntoView {
    let app = use_app();
    let lang = app.memo(State::lang);
    let theme = app.memo(|it| it.prefs.theme);
    let lang_button = move |(it, id): (Lang, &'static str)| {
        view! {
            <button class="chip" type="button" data-testid=id lang=it.code()
                aria-pressed=move || (lang.get() == it).to_string()
                on:click=move |_| app.run(Intent::SetLang(it))>{Words::language_name(it)}</button>
        }
    };
    let theme_button = move |(it, id): (Theme, &'static str)| {
        view! {
            <button class="chip" type="button" data-testid=id
                aria-pressed=move || (theme.get() == it).to_string()
                on:click=move |_| app.run(Intent::SetTheme(it))>{move || app.words.get().theme(it)}</button>
        }
    };
    view! {
        <section class="card">
            <h2>{app.say(Words::look_and_keys)}</h2>
            <div class="setting" role="group" aria-label=app.say(Words::language)>
                <span class="setting__label">{app.say(Words::language)}</span>
                <div class="setting__choice">
                    {[(Lang::En, "lang-en"), (Lang::Ru, "lang-ru")].map(lang_button)}
                </div>
            </div>
            <div class="setting" role="group" aria-label=app.say(Words::theme_label)>
                <span class="setting__label">{app.say(Words::theme_label)}</span>
                <div class="setting__choice">
                    {[(Theme::Auto, "theme-auto"), (Theme::Light, "theme-light"), (Theme::Dark, "theme-dark")]
                        .map(theme_button)}
                </div>
            </div>
            <Shortcuts />
        </section>
    }
}

/// The switch for single keys.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let app = use_app();
    let off = app.memo(|it| it.prefs.shortcuts_off);
    view! {
        <label class="setting setting--switch">
            <span class="setting__label">{app.say(Words::shortcuts)}</span>
            <input type="checkbox" role="switch" data-testid="shortcuts" prop:checked=move || !off.get()
                on:change=move |event| app.run(Intent::SetShortcuts(event_target_checked(&event))) />
        </label>
    }
}
