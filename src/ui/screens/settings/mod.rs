//! Settings: is my data safe, and counted my way?

pub mod about;
pub mod counters;
pub mod counting;
pub mod data;
pub mod edit;
pub mod erase;
pub mod import;
pub mod keys;
pub mod lists;
pub mod look;
pub mod numbers;
pub mod reasons;
pub mod reminder;
pub mod restore;
pub mod steps;
pub mod unreadable;
pub mod workdays;

use crate::{
    app::route::{Route, Screen, SettingsPart},
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

/// The parts that have a page of their own, in the order of the links.
const PARTS: [SettingsPart; 9] = [
    SettingsPart::Backup,
    SettingsPart::Import,
    SettingsPart::Lists,
    SettingsPart::Reasons,
    SettingsPart::Steps,
    SettingsPart::Counters,
    SettingsPart::Workdays,
    SettingsPart::Keys,
    SettingsPart::About,
];

/// The screen.
#[component]
pub fn Settings() -> impl IntoView {
    let app = use_app();
    let part = app.memo(|it| match it.route.screen {
        Screen::Settings(part) => part,
        _ => SettingsPart::Main,
    });
    let page = move || match part.get() {
        SettingsPart::Main => view! { <Main /> }.into_any(),
        SettingsPart::Backup => view! { <Backup /> }.into_any(),
        SettingsPart::Import => view! { <import::Import /> }.into_any(),
        SettingsPart::Lists => view! { <lists::Lists /> }.into_any(),
        SettingsPart::Reasons => view! { <reasons::Reasons /> }.into_any(),
        SettingsPart::Steps => view! { <steps::Steps /> }.into_any(),
        SettingsPart::Counters => view! { <counters::Counters /> }.into_any(),
        SettingsPart::Workdays => view! { <workdays::Workdays /> }.into_any(),
        SettingsPart::Keys => view! { <keys::Keys /> }.into_any(),
        SettingsPart::About => view! { <about::About /> }.into_any(),
    };
    view! {
        <div class="settings">
            <div class="settings__head">
                <h1 tabindex="-1">{move || app.words.get().settings_part(part.get())}</h1>
                <Show when=move || part.get() != SettingsPart::Main>
                    <a class="settings__back" href=address(SettingsPart::Main)>
                        {move || format!("‹ {}", app.words.get().settings_part(SettingsPart::Main))}
                    </a>
                </Show>
            </div>
            {page}
        </div>
    }
}

fn address(part: SettingsPart) -> String {
    Route::to(Screen::Settings(part)).to_string()
}

/// The hub: the data, the parts, how it counts, the look.
#[component]
fn Main() -> impl IntoView {
    let app = use_app();
    let link = move |part: SettingsPart| {
        view! {
            <li>
                <a class="parts__link" href=address(part)>
                    <span class="parts__name">{move || app.words.get().settings_part(part)}</span>
                    <span class="parts__hint">{move || app.words.get().settings_part_hint(part)}</span>
                    <span class="parts__arrow" aria-hidden="true">"›"</span>
                </a>
            </li>
        }
    };
    view! {
        <div class="settings__columns">
            <data::Data />
            <nav class="card parts" aria-label=app.say(Words::settings_nav)>
                <ul>{PARTS.map(link)}</ul>
            </nav>
            <counting::Counting />
            <look::Look />
            <erase::Erase />
        </div>
    }
}

/// The data alone, with all that can be done to it.
#[component]
fn Backup() -> impl IntoView {
    view! {
        <div class="settings__one">
            <data::Data titled=false />
            <unreadable::UnreadableParts />
            <erase::Erase />
        </div>
    }
}
