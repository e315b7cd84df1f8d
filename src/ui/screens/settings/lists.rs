//! Lists: added, renamed, priced, merged, put away.

use super::edit::{AddForm, save, setting};
use crate::{
    app::{
        intent::Intent,
        view::settings_own::{self, ListLine},
    },
    browser::page,
    domain::{step::Id, typed},
    journal::settings::{List, MAX_NAME},
    text::Words,
    ui::{
        context::{AppContext, use_app},
        parts::{
            dialog::{Sheet, sheet_of},
            field::{TextField, good_name},
        },
    },
};
use leptos::prelude::*;

/// The part.
#[component]
pub fn Lists() -> impl IntoView {
    let app = use_app();
    let all = app.memo(settings_own::lists);
    let editing = RwSignal::new(None::<ListLine>);
    let some = move |archived: bool| move || all.with(|it| it.iter().any(|it| it.archived == archived));
    let lines = move |archived: bool| {
        move || {
            let shown = all.get().into_iter().enumerate().filter(|(_, it)| it.archived == archived);
            shown.map(|(place, line)| view! { <Line place=place + 1 line editing /> }).collect_view()
        }
    };
    view! {
        <div class="settings__one">
            <section class="card">
                <p class="hint">{app.say(Words::lists_hint)}</p>
                <Show when=move || !some(false)()><p>{app.say(Words::no_lists)}</p></Show>
                <ul>{lines(false)}</ul>
                <AddForm label=Words::new_list testid="list" add=Callback::new(move |name| add(app, name)) />
            </section>
            <Show when=some(true)>
                <section class="card">
                    <h2>{app.say(Words::archived)}</h2>
                    <p class="hint">{app.say(Words::archived_hint)}</p>
                    <ul>{lines(true)}</ul>
                </section>
            </Show>
            <EditSheet editing />
        </div>
    }
}

fn list_of(app: AppContext, id: Id) -> Option<List> {
    app.state.with_untracked(|it| it.book().settings().lists.get(&id).cloned())
}

fn change(app: AppContext, id: Id, change: impl FnOnce(&mut List)) {
    if let Some(mut list) = list_of(app, id) {
        change(&mut list);
        save(app, format!("list/{}", id.0), &list);
    }
}

#[component]
fn Line(place: usize, line: ListLine, editing: RwSignal<Option<ListLine>>) -> impl IntoView {
    let app = use_app();
    let words = app.words.get();
    let ListLine { id, archived, .. } = line;
    let name = line.name.clone();
    let cost = line.price.map(|it| format!(" · {}", words.list_cost(it)));
    let (label, named) = if archived {
        (words.bring_back(), words.bring_back_named(&name))
    } else {
        (words.archive(), words.archive_named(&name))
    };
    view! {
        <li class="own" data-testid=format!("list-{place}")>
            <span class="own__main">
                <span class="own__name">{name.clone()}</span>
                <span class="own__side">{words.calls_of_list(line.calls)}{cost}</span>
            </span>
            <button class="button button--quiet" type="button" data-testid=format!("list-edit-{place}")
                aria-label=words.edit_named(&name) on:click=move |_| editing.set(Some(line.clone()))>
                {words.edit()}
            </button>
            <button class="button button--quiet" type="button" data-testid=format!("list-archive-{place}")
                aria-label=named on:click=move |_| {
                    change(app, id, |it| it.archived = !archived);
                    request_animation_frame(|| page::focus("[data-testid='list-new']"));
                }>{label}</button>
        </li>
    }
}

fn add(app: AppContext, name: String) {
    let id = app.state.with_untracked(crate::app::state::State::fresh_id);
    save(app, format!("list/{}", id.0), &List { name, archived: false, merged_into: None, price: None });
}

#[component]
fn EditSheet(editing: RwSignal<Option<ListLine>>) -> impl IntoView {
    let app = use_app();
    let open = sheet_of(editing);
    let title = Signal::derive(move || app.words.get().edit_list().to_owned());
    view! {
        <Sheet open title testid="list-sheet">
            {move || editing.get_untracked().map(|line| view! { <Form line open /> })}
        </Sheet>
    }
}

#[component]
fn Form(line: ListLine, open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let words = app.words.get_untracked();
    let id = line.id;
    let name = RwSignal::new(line.name);
    let error = RwSignal::new(None::<String>);
    let price = RwSignal::new(line.price.map(|it| words.plain_money(it)).unwrap_or_default());
    let price_error = RwSignal::new(None::<String>);
    let into = RwSignal::new(None::<Id>);
    let apart = move |(other, name): (Id, String)| {
        let label = format!("{}: {name}", words.set_apart());
        view! {
            <li class="own">
                <span class="own__main">{name}</span>
                <button class="button button--quiet" type="button" data-testid=format!("list-apart-{}", other.0)
                    aria-label=label on:click=move |_| {
                        change(app, other, |it| it.merged_into = None);
                        open.set(false);
                    }>{words.set_apart()}</button>
            </li>
        }
    };
    let merged = (!line.merged.is_empty()).then(|| {
        view! {
            <div>
                <p class="field__label">{words.counted_together()}</p>
                <ul>{line.merged.into_iter().map(apart).collect_view()}</ul>
            </div>
        }
    });
    let others: Vec<ListLine> =
        app.state.with_untracked(settings_own::lists).into_iter().filter(|it| it.id != id).collect();
    let some = !others.is_empty();
    let options = others
        .into_iter()
        .map(|it| view! { <option value=it.id.0.to_string()>{it.name}</option> })
        .collect_view();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let good = good_name(&name.get_untracked(), MAX_NAME);
        let text = price.get_untracked();
        let money = if text.trim().is_empty() { Ok(None) } else { typed::parse_money(&text).map(Some) };
        if good.is_none() {
            error.set(Some(words.name_error(MAX_NAME)));
        }
        if money.is_err() {
            price_error.set(Some(words.amount_error().to_owned()));
        }
        let (Some(good), Ok(money), Some(mut list)) = (good, money, list_of(app, id)) else { return };
        let before = list.clone();
        list.name = good;
        list.price = money;
        list.merged_into = into.get_untracked().or(list.merged_into);
        if list != before {
            app.run(Intent::Settings(vec![setting(format!("list/{}", id.0), &list)]));
        }
        open.set(false);
    };
    view! {
        <form class="form" on:submit=submit novalidate>
            <TextField label=Signal::derive(move || words.name_label().to_owned()) testid="list-name" value=name error
                autofocus=true />
            <TextField label=Signal::derive(move || words.list_price().to_owned()) testid="list-price" value=price
                error=price_error inputmode="decimal" />
            {some.then(|| view! {
                <div class="field">
                    <label class="field__label" for="list-merge">{words.merge_into()}</label>
                    <select class="field__input" id="list-merge" data-testid="list-merge" aria-describedby="list-merge-hint"
                        on:change=move |event| into.set(event_target_value(&event).parse().ok().map(Id))>
                        <option value="">{words.merge_none()}</option>
                        {options}
                    </select>
                    <p class="hint" id="list-merge-hint">{words.merge_hint()}</p>
                </div>
            })}
            {merged}
            <div class="sheet__actions">
                <button class="button button--main" type="submit" data-testid="list-save">{words.save()}</button>
                <button class="button" type="button" on:click=move |_| open.set(false)>{words.cancel()}</button>
            </div>
        </form>
    }
}
