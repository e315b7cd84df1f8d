//! Several at once: one number, one batch, one undo.

use crate::{
    app::{
        intent::{Intent, Several},
        view::{
            days::columns,
            log::{self, LogView},
            names,
        },
    },
    domain::{
        date::Date,
        step::{Id, Origin},
        typed::{self, MAX_COUNT},
    },
    journal::record::What,
    text::{Words, errors::DateError},
    ui::{
        context::use_app,
        parts::{
            dialog::Sheet,
            field::{DateField, TextField},
        },
    },
};
use leptos::prelude::*;

/// The sheet.
#[component]
pub fn SeveralSheet(
    /// What the screen shows.
    view: Memo<LogView>,
) -> impl IntoView {
    let app = use_app();
    let title = Signal::derive(move || app.words.get().several_title().to_owned());
    view! {
        <Sheet open=app.several_open title testid="several">
            <Form day=view.with_untracked(|it| it.day) list=view.with_untracked(|it| it.list.as_ref().map(|it| it.0)) />
        </Sheet>
    }
}

#[component]
fn Form(day: Date, list: Option<Id>) -> impl IntoView {
    let app = use_app();
    let number = RwSignal::new("10".to_owned());
    let error = RwSignal::new(None::<String>);
    let step = RwSignal::new(0_usize);
    let reason = RwSignal::new(None::<Id>);
    let list = RwSignal::new(list);
    let day = RwSignal::new(Some(day));
    let day_error = RwSignal::new(None::<DateError>);
    let (columns, lists, today) =
        app.state.with_untracked(|it| (columns(it.book().settings()), log::view(it).lists, it.now.day));
    let whats: Vec<What> = columns.iter().map(|it| it.what).collect();
    let chosen = {
        let whats = whats.clone();
        move || whats[step.get()]
    };
    let side_of = move |what: What| app.state.with_untracked(|it| log::side_of(it, what));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let words = app.words.get_untracked();
        let n = match typed::parse(&number.get_untracked(), MAX_COUNT) {
            Ok(n @ 1..) => Ok(n),
            _ => Err(words.range_error(words.how_many(), 1, MAX_COUNT)),
        };
        match (n, day.get_untracked()) {
            (Err(text), _) => error.set(Some(text)),
            (Ok(n), Some(day)) => {
                let what = whats[step.get_untracked()];
                let cold = matches!(what, What::Step(_, Origin::Cold));
                app.run(Intent::Several(Several {
                    what,
                    n,
                    reason: reason.get_untracked().filter(|_| side_of(what).is_some()),
                    list: list.get_untracked().filter(|_| cold),
                    day,
                }));
                app.several_open.set(false);
            }
            (Ok(_), None) => {}
        }
    };
    let add = move |n: u32| {
        let now = typed::parse(&number.get_untracked(), MAX_COUNT).unwrap_or(0);
        number.set((now + n).min(MAX_COUNT).to_string());
        error.set(None);
    };
    let words = app.words.get_untracked();
    let reasons = move || {
        let side = side_of(chosen());
        app.state.with(|it| {
            let settings = it.book().settings();
            side.map(|side| {
                settings
                    .reasons_of(side)
                    .into_iter()
                    .map(|(id, _)| (id, words.name(&names::reason(settings, id))))
                    .collect::<Vec<_>>()
            })
        })
    };
    view! {
        <form class="form" on:submit=submit novalidate>
            <TextField label=Signal::derive(move || words.how_many().to_owned()) testid="several-n" value=number error
                inputmode="numeric" autofocus=true />
            <div class="row">
                {[5, 10, 20].map(|n| view! {
                    <button class="button" type="button" on:click=move |_| add(n)>{format!("+{n}")}</button>
                })}
            </div>
            <div class="field">
                <label class="field__label" for="several-step">{words.which_step()}</label>
                <select class="field__input" id="several-step" data-testid="several-step"
                    on:change=move |event| step.set(event_target_value(&event).parse().unwrap_or(0))>
                    {columns.iter().enumerate().map(|(place, it)| view! {
                        <option value=place.to_string()>{words.column(it.what, it.label.as_ref())}</option>
                    }).collect_view()}
                </select>
            </div>
            {move || reasons().map(|all| view! {
                <div class="field">
                    <label class="field__label" for="several-reason">{words.reason_label()}</label>
                    <select class="field__input" id="several-reason" data-testid="several-reason"
                        on:change=move |event| reason.set(event_target_value(&event).parse().ok().map(Id))>
                        <option value="">{words.not_recorded()}</option>
                        {all.into_iter().map(|(id, name)| view! {
                            <option value=id.0.to_string()>{name}</option>
                        }).collect_view()}
                    </select>
                </div>
            })}
            <Show when={let lists = lists.clone(); move || !lists.is_empty()}>
                <div class="field">
                    <label class="field__label" for="several-list">{words.list_label()}</label>
                    <select class="field__input" id="several-list"
                        on:change=move |event| list.set(event_target_value(&event).parse().ok().map(Id))>
                        <option value="" selected=list.get_untracked().is_none()>{words.no_list()}</option>
                        {lists.iter().map(|(id, name)| view! {
                            <option value=id.0.to_string() selected=list.get_untracked() == Some(*id)>
                                {words.name(name)}
                            </option>
                        }).collect_view()}
                    </select>
                </div>
            </Show>
            <DateField label=Signal::derive(move || words.day_label().to_owned()) testid="several-day" value=day
                error=day_error last=today />
            <div class="sheet__actions">
                <button class="button button--main" type="submit" data-testid="several-save">
                    {app.say(Words::save)}
                </button>
                <button class="button" type="button" on:click=move |_| app.several_open.set(false)>
                    {app.say(Words::cancel)}
                </button>
            </div>
        </form>
    }
}
