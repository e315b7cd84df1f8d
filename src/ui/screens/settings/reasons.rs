//! Reasons: added, renamed, ordered, put away, and what each points to.

use super::edit::{AddForm, save, setting};
use crate::{
    app::{
        intent::Intent,
        state::State,
        view::settings_own::{self, MAX_REASONS, ReasonLine},
    },
    browser::page,
    domain::{
        reason::{Class, Side},
        step::Id,
    },
    journal::settings::{MAX_NAME, Reason},
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
pub fn Reasons() -> impl IntoView {
    let app = use_app();
    let editing = RwSignal::new(None::<(Id, String)>);
    view! {
        <div class="settings__one">
            <p class="hint settings__lead">{app.say(Words::reasons_hint)}</p>
            <SideCard side=Side::Call code="call" new="reason-call" editing />
            <SideCard side=Side::Presentation code="pres" new="reason-pres" editing />
            <EditSheet editing />
        </div>
    }
}

fn change(app: AppContext, id: Id, change: impl FnOnce(&mut Reason)) {
    let found = app.state.with_untracked(|it| it.book().settings().reasons.get(&id).cloned());
    if let Some(mut reason) = found {
        change(&mut reason);
        save(app, format!("reason/{}", id.0), &reason);
    }
}

/// Numbers the active reasons of a side anew, in this order, as one batch.
fn reorder(app: AppContext, ids: &[Id]) {
    let all = app.state.with_untracked(|it| {
        let settings = it.book().settings();
        (0..)
            .zip(ids)
            .filter_map(|(order, id)| Some((id, Reason { order, ..settings.reasons.get(id)?.clone() })))
            .map(|(id, reason)| setting(format!("reason/{}", id.0), &reason))
            .collect()
    });
    app.run(Intent::Settings(all));
}

#[component]
fn SideCard(
    side: Side,
    code: &'static str,
    new: &'static str,
    editing: RwSignal<Option<(Id, String)>>,
) -> impl IntoView {
    let app = use_app();
    let view = app.memo(move |it: &State| settings_own::reasons(it.book().settings(), side));
    let full = Memo::new(move |_| view.with(|it| it.active.len() >= MAX_REASONS));
    let any_away = Memo::new(move |_| view.with(|it| !it.archived.is_empty()));
    let active = move || {
        let shown = view.with(|it| it.active.clone());
        let ids: Vec<Id> = shown.iter().map(|it| it.id).collect();
        shown
            .into_iter()
            .enumerate()
            .map(|(place, line)| view! { <Line line place ids=ids.clone() code editing /> })
            .collect_view()
    };
    let away = move || {
        let words = app.words.get();
        let line = |it: ReasonLine| {
            let name = words.name(&it.name);
            view! {
                <li class="own">
                    <span class="own__main"><span class="own__name">{name.clone()}</span></span>
                    <button class="button button--quiet" type="button" disabled=full.get()
                        aria-label=words.bring_back_named(&name)
                        on:click=move |_| {
                            change(app, it.id, |it| it.archived = false);
                            request_animation_frame(move || {
                                page::focus(&format!("[data-testid='reason-{code}-class-1']"));
                            });
                        }>{words.bring_back()}</button>
                </li>
            }
        };
        view.with(|it| it.archived.clone()).into_iter().map(line).collect_view()
    };
    view! {
        <section class="card">
            <h2>{move || app.words.get().side(side)}</h2>
            <ol>{active}</ol>
            <Show when=move || full.get() fallback=move || view! {
                <AddForm label=Words::new_reason testid=new add=Callback::new(move |name| add(app, side, name)) />
            }>
                <p class="hint">{app.say(Words::reasons_full)}</p>
            </Show>
            <Show when=move || any_away.get()>
                <details class="more">
                    <summary>{app.say(Words::archived)}</summary>
                    <p class="hint">{app.say(Words::archived_hint)}</p>
                    <ul>{away}</ul>
                </details>
            </Show>
        </section>
    }
}

#[component]
fn Line(
    line: ReasonLine,
    place: usize,
    ids: Vec<Id>,
    code: &'static str,
    editing: RwSignal<Option<(Id, String)>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words.get();
    let name = words.name(&line.name);
    let (id, class, last) = (line.id, line.class, ids.len() - 1);
    let number = place + 1;
    let ids = StoredValue::new(ids);
    let step = move |to: usize| {
        let mut order = ids.get_value();
        order.swap(place, to);
        reorder(app, &order);
        // The reason keeps its button under the focus, where it can still be moved.
        let (near, far) = if to > place { ("down", "up") } else { ("up", "down") };
        let kept = if to == 0 || to == last { far } else { near };
        let css = format!("[data-testid='reason-{code}-{kept}-{}']", to + 1);
        request_animation_frame(move || page::focus(&css));
    };
    let classes = Class::ALL.map(
        |it| view! { <option value=(it as u8).to_string() selected=it == class>{words.class(it)}</option> },
    );
    let edited = name.clone();
    view! {
        <li class="own own--reason" data-testid=format!("reason-{code}-{number}")>
            <span class="own__main"><span class="own__name">{name.clone()}</span></span>
            <span class="own__move">
                <button class="button button--quiet button--icon" type="button" disabled=place == 0
                    data-testid=format!("reason-{code}-up-{number}") aria-label=words.move_up(&name)
                    on:click=move |_| step(place - 1)>"↑"</button>
                <button class="button button--quiet button--icon" type="button" disabled=place == last
                    data-testid=format!("reason-{code}-down-{number}") aria-label=words.move_down(&name)
                    on:click=move |_| step(place + 1)>"↓"</button>
            </span>
            <span class="own__points">
                <span aria-hidden="true">"→"</span>
                <select class="chip-select" data-testid=format!("reason-{code}-class-{number}")
                    aria-label=words.points_to(&name)
                    on:change=move |event| {
                        let chosen = event_target_value(&event).parse().unwrap_or(0_usize);
                        if let Some(class) = Class::ALL.get(chosen) {
                            change(app, id, |it| it.class = *class);
                        }
                    }>{classes}</select>
            </span>
            <span class="own__tools">
                <button class="button button--quiet" type="button" aria-label=words.edit_named(&name)
                    on:click=move |_| editing.set(Some((id, edited.clone())))>{words.edit()}</button>
                <button class="button button--quiet" type="button" data-testid=format!("reason-{code}-archive-{number}")
                    aria-label=words.archive_named(&name)
                    on:click=move |_| {
                        change(app, id, |it| it.archived = true);
                        request_animation_frame(move || page::focus(&format!("[data-testid='reason-{code}-new']")));
                    }>{words.archive()}</button>
            </span>
        </li>
    }
}

fn add(app: AppContext, side: Side, name: String) {
    let (id, order) = app.state.with_untracked(|it| {
        let last = it.book().settings().reasons_of(side).last().map_or(0, |it| it.1.order);
        (it.fresh_id(), last.saturating_add(1))
    });
    let class = match side {
        Side::Call => Class::ListAndTime,
        Side::Presentation => Class::Offer,
    };
    let reason = Reason { name: Some(name), side, class, order, archived: false };
    save(app, format!("reason/{}", id.0), &reason);
}

#[component]
fn EditSheet(editing: RwSignal<Option<(Id, String)>>) -> impl IntoView {
    let app = use_app();
    let open = sheet_of(editing);
    let title = Signal::derive(move || app.words.get().edit_reason().to_owned());
    view! {
        <Sheet open title testid="reason-sheet">
            {move || editing.get_untracked().map(|(id, name)| view! { <Form id name open /> })}
        </Sheet>
    }
}

#[component]
fn Form(id: Id, name: String, open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let words = app.words.get_untracked();
    let before = name.clone();
    let name = RwSignal::new(name);
    let error = RwSignal::new(None::<String>);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(good) = good_name(&name.get_untracked(), MAX_NAME) else {
            error.set(Some(words.name_error(MAX_NAME)));
            return;
        };
        // A built-in name that was left as it is goes on following the language.
        if good != before {
            change(app, id, |it| it.name = Some(good));
        }
        open.set(false);
    };
    view! {
        <form class="form" on:submit=submit novalidate>
            <TextField label=Signal::derive(move || words.name_label().to_owned()) testid="reason-name" value=name error
                autofocus=true />
            <div class="sheet__actions">
                <button class="button button--main" type="submit" data-testid="reason-save">{words.save()}</button>
                <button class="button" type="button" on:click=move |_| open.set(false)>{words.cancel()}</button>
            </div>
        </form>
    }
}
