//! Colleagues' files beside one's own numbers: looked at, never stored, forgotten on leaving.

pub mod columns;
pub mod files;
pub mod strong;

use crate::{
    app::{
        route::Screen,
        view::team::{self, Person},
    },
    browser::page,
    text::Words,
    ui::{
        context::use_app,
        screens::funnel::filters::{Dates, PeriodSelect},
    },
};
use columns::Columns;
use files::{Files, People};
use leptos::prelude::*;
use strong::Strong;

/// The screen.
#[component]
pub fn Team() -> impl IntoView {
    let app = use_app();
    let viewed = app.viewed;
    on_cleanup(move || viewed.set(Vec::new()));
    let own = Memo::new(move |_| viewed.with(|people| app.state.with(|it| team::own(it, people))));
    let view = Memo::new(move |_| viewed.with(|people| own.with(|it| team::view(it, people))));
    let some = Memo::new(move |_| viewed.with(|it| !it.is_empty()));
    let span = Memo::new(move |_| view.with(|it| (it.first, it.last)));
    let choosing = RwSignal::new(false);
    let names = Memo::new(move |_| viewed.with(|it| it.iter().map(name).collect::<Vec<_>>()));
    let close = move |_| {
        viewed.set(Vec::new());
        page::go("#/settings/backup");
    };
    view! {
        <div class="team">
            <h1 tabindex="-1">{app.say(|it| it.screen(Screen::View))}</h1>
            <Show when=move || some.get()>
                <div class="banner banner--sample" role="note" data-testid="view-note">
                    <p>{move || app.words.get().looking_at(&names.get())}</p>
                    <button class="button" type="button" data-testid="view-close" on:click=close>
                        {app.say(Words::close)}
                    </button>
                </div>
            </Show>
            <Files />
            <Show when=move || some.get()>
                <People view />
                <div class="toolbar">
                    <PeriodSelect choosing />
                </div>
                <Show when=move || choosing.get()><Dates span choosing /></Show>
                <Columns view />
                <Strong view />
            </Show>
        </div>
    }
}

fn name(it: &Person) -> String {
    it.name.clone()
}
