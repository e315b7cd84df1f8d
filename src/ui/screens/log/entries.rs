//! The last entry with Undo, and the list of the day's entries.

use super::entry_sheet::EntrySheet;
use crate::{
    app::{
        intent::Intent,
        view::log::{Elsewhere, EntryLine, LogView},
    },
    browser::page,
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

/// What was last recorded, and Undo, always there.
#[component]
pub fn LastEntry(
    /// What the screen shows.
    view: Memo<LogView>,
) -> impl IntoView {
    let app = use_app();
    let last = Memo::new(move |_| view.with(|it| it.last.clone()));
    let elsewhere = Memo::new(move |_| view.with(|it| it.elsewhere.clone()));
    let can_redo = Memo::new(move |_| view.with(|it| it.can_redo));
    let first_run = Memo::new(move |_| view.with(|it| it.first_run));
    let text = move || {
        let words = app.words.get();
        if first_run.get() {
            let (bold, rest) = words.first_run();
            return view! { <strong>{bold}</strong>" "{rest} }.into_any();
        }
        let elsewhere = elsewhere.with(|it| {
            it.as_ref().map(|it| match it {
                Elsewhere::Changed(said) => words.moved_elsewhere(said),
                Elsewhere::Next(line) => words.undo_next(line),
            })
        });
        elsewhere.or_else(|| last.with(|it| it.as_ref().map(|it| words.entry_line(it)))).into_any()
    };
    let small = move || first_run.get() || elsewhere.with(Option::is_some);
    let redo = move |_| {
        app.run(Intent::Redo);
        // The button goes with the last that can be done again, and must not take the focus along.
        if !can_redo.get_untracked() {
            page::focus("[data-testid='undo']");
        }
    };
    view! {
        <div class="log__last">
            <p class="log__entry" class:log__entry--small=small data-testid="last-entry" data-day="">{text}</p>
            <Show when=move || can_redo.get()>
                <button class="button" type="button" data-testid="redo" on:click=redo>{app.say(Words::redo)}</button>
            </Show>
            <button class="button" type="button" data-testid="undo"
                on:click=move |_| app.run(Intent::Undo)>{app.say(Words::undo)}</button>
        </div>
    }
}

/// The day's newest entries, each to be changed or taken away.
#[component]
pub fn Entries(
    /// What the screen shows.
    view: Memo<LogView>,
) -> impl IntoView {
    let app = use_app();
    let entries = Memo::new(move |_| view.with(|it| it.entries.clone()));
    let day = Memo::new(move |_| view.with(|it| it.day));
    let editing = RwSignal::new(None::<EntryLine>);
    view! {
        <Show when=move || entries.with(|it| !it.is_empty())>
            <section class="log__entries card" data-day="">
                <div class="card__head">
                    <h2>{app.say(Words::last_entries)}</h2>
                    <a href=move || format!("#/days/{}", day.get())>{app.say(Words::all_entries)}</a>
                </div>
                <EntryRows entries editing />
            </section>
        </Show>
        <EntrySheet editing />
    }
}

/// Entries as rows, each to be changed or taken away.
#[component]
pub fn EntryRows(
    /// In the order they are listed.
    entries: Memo<Vec<EntryLine>>,
    /// The entry being changed, if any.
    editing: RwSignal<Option<EntryLine>>,
) -> impl IntoView {
    let app = use_app();
    let row = move |(place, line): (usize, EntryLine)| {
        let words = app.words.get();
        let text = words.entry_line(&line);
        let list = line.list.as_ref().map(|it| words.name(it));
        let id = line.id;
        let edit_name = format!("{} {text}", words.edit());
        let delete_name = format!("{} {text}", words.delete());
        view! {
            <li class="entry" data-testid=format!("entry-{place}")>
                <span class="entry__text">{text}<span class="entry__list">{list}</span></span>
                <button class="button button--quiet" type="button" data-testid=format!("entry-edit-{place}")
                    aria-label=edit_name on:click=move |_| editing.set(Some(line.clone()))>{words.edit()}</button>
                <button class="button button--quiet button--icon" type="button"
                    data-testid=format!("entry-delete-{place}") aria-label=delete_name
                    on:click=move |_| app.run(Intent::Delete(id))>"✕"</button>
            </li>
        }
    };
    view! { <ul>{move || (1..).zip(entries.get()).map(row).collect_view()}</ul> }
}
