//! The day and the list that taps go to.

use crate::{
    app::{intent::Intent, view::log::LogView},
    domain::{date::Date, step::Id},
    journal::{record::Setting, settings::MAX_NAME},
    text::{Words, errors::DateError},
    ui::{
        context::use_app,
        parts::{
            dialog::Sheet,
            field::{DateField, TextField, good_name},
        },
    },
};
use leptos::prelude::*;

const OTHER: &str = "other";

/// Today, yesterday, or another day.
#[component]
pub fn DateChip(
    /// What the screen shows.
    view: Memo<LogView>,
) -> impl IntoView {
    let app = use_app();
    let today = app.memo(|it| it.now.day);
    let day = Memo::new(move |_| view.with(|it| it.day));
    let picking = RwSignal::new(false);
    let choose = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        if value == OTHER {
            picking.set(true);
        } else {
            app.run(Intent::LogDay(Date::parse_iso(&value)));
        }
    };
    let options = move || {
        let words = app.words.get();
        let (today, day) = (today.get(), day.get());
        let mut days = vec![today, today.plus_days(-1)];
        if !days.contains(&day) {
            days.push(day);
        }
        // `picking` is read so that a cancelled choice shows the day again.
        picking.track();
        let option = move |it: Date| {
            view! { <option value=it.to_string() selected=it == day>{words.day_chip(it, today)}</option> }
        };
        view! {
            {days.into_iter().map(option).collect_view()}
            <option value=OTHER>{format!("{}…", words.pick_a_day())}</option>
        }
    };
    view! {
        <select class="chip-select" data-testid="date-chip" aria-label=app.say(Words::day_label) on:change=choose>
            {options}
        </select>
        <PickDay open=picking />
    }
}

#[component]
fn PickDay(open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let title = Signal::derive(move || app.words.get().pick_a_day().to_owned());
    view! {
        <Sheet open title testid="pick-day">
            {move || {
                let today = app.state.with_untracked(|it| it.now.day);
                let day = RwSignal::new(Some(today));
                let error = RwSignal::new(None::<DateError>);
                let submit = move |event: web_sys::SubmitEvent| {
                    event.prevent_default();
                    if let (Some(day), None) = (day.get_untracked(), error.get_untracked()) {
                        app.run(Intent::LogDay(Some(day)));
                        open.set(false);
                    }
                };
                view! {
                    <form on:submit=submit novalidate>
                        <DateField label=Signal::derive(move || app.words.get().day_label().to_owned())
                            testid="pick-day-date" value=day error last=today />
                        <div class="sheet__actions">
                            <button class="button button--main" type="submit">{app.say(Words::done)}</button>
                            <button class="button" type="button" on:click=move |_| open.set(false)>
                                {app.say(Words::cancel)}
                            </button>
                        </div>
                    </form>
                }
            }}
        </Sheet>
    }
}

/// The lead list that cold taps go to.
#[component]
pub fn ListChip(
    /// What the screen shows.
    view: Memo<LogView>,
) -> impl IntoView {
    let app = use_app();
    let lists = Memo::new(move |_| view.with(|it| it.lists.clone()));
    let chosen = Memo::new(move |_| view.with(|it| it.list.as_ref().map(|it| it.0)));
    let adding = RwSignal::new(false);
    let choose = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        if value == OTHER {
            adding.set(true);
        } else {
            app.run(Intent::LogList(value.parse().ok().map(Id)));
        }
    };
    let options = move || {
        let words = app.words.get();
        let chosen = chosen.get();
        adding.track();
        let option = move |(id, name): (Id, crate::app::view::names::Name)| {
            view! { <option value=id.0.to_string() selected=chosen == Some(id)>{words.name(&name)}</option> }
        };
        view! {
            <option value="" selected=chosen.is_none()>{words.no_list()}</option>
            {lists.get().into_iter().map(option).collect_view()}
            <option value=OTHER>{words.add_list()}</option>
        }
    };
    view! {
        <select class="chip-select" data-testid="list-chip" aria-label=app.say(Words::list_label) on:change=choose>
            {options}
        </select>
        <AddList open=adding />
    }
}

#[component]
fn AddList(open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let title = Signal::derive(move || app.words.get().add_list_title().to_owned());
    view! {
        <Sheet open title testid="add-list">
            {move || {
                let name = RwSignal::new(String::new());
                let error = RwSignal::new(None::<String>);
                let submit = move |event: web_sys::SubmitEvent| {
                    event.prevent_default();
                    let Some(good) = good_name(&name.get_untracked(), MAX_NAME) else {
                        error.set(Some(app.words.get_untracked().name_error(MAX_NAME)));
                        return;
                    };
                    let id = app.state.with_untracked(crate::app::state::State::fresh_id);
                    let value = serde_json::json!({ "name": good });
                    app.run(Intent::Settings(vec![Setting { key: format!("list/{}", id.0), value }]));
                    app.run(Intent::LogList(Some(id)));
                    open.set(false);
                };
                view! {
                    <form on:submit=submit novalidate>
                        <TextField label=Signal::derive(move || app.words.get().name_label().to_owned())
                            testid="list-name" value=name error />
                        <div class="sheet__actions">
                            <button class="button button--main" type="submit" data-testid="list-save">
                                {app.say(Words::save)}
                            </button>
                            <button class="button" type="button" on:click=move |_| open.set(false)>
                                {app.say(Words::cancel)}
                            </button>
                        </div>
                    </form>
                }
            }}
        </Sheet>
    }
}

/// Says that another day is logged for, and leads back.
#[component]
pub fn OtherDay(
    /// What the screen shows.
    view: Memo<LogView>,
) -> impl IntoView {
    let app = use_app();
    let other = Memo::new(move |_| view.with(|it| (!it.is_today).then_some(it.day)));
    view! {
        <Show when=move || other.get().is_some()>
            <div class="banner banner--warn" role="status" data-testid="other-day">
                <p>{move || other.get().map(|day| app.words.get().other_day(day))}</p>
                <button class="button" type="button" data-testid="back-to-today"
                    on:click=move |_| app.run(Intent::LogDay(None))>{app.say(Words::back_to_today)}</button>
            </div>
        </Show>
    }
}
