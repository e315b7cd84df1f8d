//! Erasing everything: a word has to be typed, a backup is offered, and there is a way back.

use super::data::download_backup;
use crate::{
    app::intent::Intent,
    browser::{clock, page},
    text::Words,
    ui::{
        context::use_app,
        parts::{dialog::Sheet, field::TextField},
    },
};
use leptos::prelude::*;

/// The button and its sheet.
#[component]
pub fn Erase() -> impl IntoView {
    let app = use_app();
    let open = RwSignal::new(false);
    let title = Signal::derive(move || app.words.get().erase_title().to_owned());
    view! {
        <section class="erase">
            <button class="button button--danger" type="button" data-testid="erase" on:click=move |_| open.set(true)>
                {app.say(Words::erase_everything)}
            </button>
            <Sheet open title testid="erase-sheet"><Form open /></Sheet>
        </section>
    }
}

#[component]
fn Form(open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let typed = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let words = app.words.get_untracked();
        if typed.get_untracked().trim().to_uppercase() != words.erase_word() {
            error.set(Some(words.erase_error().to_owned()));
            return;
        }
        open.set(false);
        app.run(Intent::Erase { random: clock::random() });
        request_animation_frame(|| page::focus("[data-testid='restore-undo']"));
    };
    view! {
        <form class="form" on:submit=submit novalidate>
            <p>{app.say(Words::erase_hint)}</p>
            <button class="button" type="button" on:click=move |_| download_backup(app)>
                {app.say(Words::backup_first)}
            </button>
            <TextField label=Signal::derive(move || app.words.get().erase_label().to_owned()) testid="erase-word"
                value=typed error autofocus=true />
            <div class="sheet__actions">
                <button class="button button--danger" type="submit" data-testid="erase-confirm">
                    {app.say(Words::erase)}
                </button>
                <button class="button" type="button" on:click=move |_| open.set(false)>{app.say(Words::cancel)}</button>
            </div>
        </form>
    }
}
