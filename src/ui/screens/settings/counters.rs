//! Counters beside the chain.

use super::edit::{SavedField, save};
use crate::{
    app::{
        state::State,
        view::settings_own::{self, CounterLine, CounterSet},
    },
    browser::page,
    domain::{
        step::Id,
        typed::{self, MAX_COUNT},
    },
    journal::settings::{Counter, MAX_NAME},
    text::Words,
    ui::{
        context::{AppContext, use_app},
        parts::field::good_name,
    },
};
use leptos::prelude::*;

/// The part.
#[component]
pub fn Counters() -> impl IntoView {
    let app = use_app();
    let all = app.memo(settings_own::counters);
    let ids = Memo::new(move |_| {
        all.with(|it| it.iter().filter(|it| !it.archived).map(|it| it.id).collect::<Vec<_>>())
    });
    let away = Memo::new(move |_| {
        all.with(|it| it.iter().filter(|it| it.archived).cloned().collect::<Vec<CounterLine>>())
    });
    let line = move |it: CounterLine| {
        let words = app.words.get();
        view! {
            <li class="own">
                <span class="own__main">
                    <span class="own__name">{it.name.clone()}</span>
                    <span class="own__side">{words.counted_so_far(it.total)}</span>
                </span>
                <button class="button button--quiet" type="button" aria-label=words.bring_back_named(&it.name)
                    on:click=move |_| {
                        change(app, it.id, |it| it.archived = false);
                        request_animation_frame(|| page::focus("[data-testid='counter-add']"));
                    }>{words.bring_back()}</button>
            </li>
        }
    };
    view! {
        <div class="settings__one">
            <section class="card">
                <p class="hint">{app.say(Words::counters_hint)}</p>
                <Show when=move || ids.with(Vec::is_empty)><p>{app.say(Words::no_counters)}</p></Show>
                <ul class="steps">
                    <For each=move || ids.get() key=|id| *id let:id><One id all ids /></For>
                </ul>
                <button class="button" type="button" data-testid="counter-add" on:click=move |_| add(app, None)>
                    {app.say(Words::add_counter)}
                </button>
            </section>
            <Sets all />
            <Show when=move || away.with(|it| !it.is_empty())>
                <section class="card">
                    <h2>{app.say(Words::archived)}</h2>
                    <p class="hint">{app.say(Words::archived_hint)}</p>
                    <ul>{move || away.get().into_iter().map(line).collect_view()}</ul>
                </section>
            </Show>
        </div>
    }
}

/// Counters to start from, those that are there left out.
#[component]
fn Sets(all: Memo<Vec<CounterLine>>) -> impl IntoView {
    let app = use_app();
    let left = Memo::new(move |_| {
        let words = app.words.get();
        all.with(|all| {
            let new = |it: &CounterSet| !all.iter().any(|line| line.name == words.counter_set(*it));
            CounterSet::ALL.into_iter().filter(new).collect::<Vec<_>>()
        })
    });
    let set = move |it: CounterSet| {
        view! {
            <button class="chip" type="button" data-testid=format!("counter-set-{}", it.code())
                on:click=move |_| add(app, Some(it))>{app.words.get().counter_set(it)}</button>
        }
    };
    view! {
        <Show when=move || left.with(|it| !it.is_empty())>
            <section class="card">
                <h2>{app.say(Words::counter_sets)}</h2>
                <div class="row">{move || left.get().into_iter().map(set).collect_view()}</div>
            </section>
        </Show>
    }
}

fn add(app: AppContext, set: Option<CounterSet>) {
    let (id, n, order) = app.state.with_untracked(|it: &State| {
        let settings = it.book().settings();
        let last = settings.counters.values().map(|it| it.order).max();
        let order = last.map_or(0, |it| it.saturating_add(1));
        (it.fresh_id(), settings.counters_in_use().len() + 1, order)
    });
    let words = app.words.get_untracked();
    let name = set.map_or_else(|| words.counter_without_name(n), |it| words.counter_set(it).to_owned());
    let hours = set.is_some_and(CounterSet::hours);
    save(app, format!("counter/{}", id.0), &Counter { name, goal: None, order, hours, archived: false });
    request_animation_frame(move || {
        let place = app.state.with_untracked(|it| {
            settings_own::counters(it).iter().filter(|it| !it.archived).position(|it| it.id == id)
        });
        if let Some(place) = place {
            page::focus(&format!("[data-testid='counter-name-{}']", place + 1));
        }
    });
}

fn change(app: AppContext, id: Id, change: impl FnOnce(&mut Counter)) {
    let found = app.state.with_untracked(|it| it.book().settings().counters.get(&id).cloned());
    if let Some(mut counter) = found {
        change(&mut counter);
        save(app, format!("counter/{}", id.0), &counter);
    }
}

#[component]
fn One(id: Id, all: Memo<Vec<CounterLine>>, ids: Memo<Vec<Id>>) -> impl IntoView {
    let app = use_app();
    let number = Memo::new(move |_| ids.with(|it| it.iter().position(|it| *it == id)).unwrap_or(0) + 1);
    let line = Memo::new(move |_| all.with(|it| it.iter().find(|it| it.id == id).cloned()));
    let name = Memo::new(move |_| line.with(|it| it.as_ref().map(|it| it.name.clone())).unwrap_or_default());
    let goal = Memo::new(move |_| {
        line.with(|it| it.as_ref().and_then(|it| it.goal)).map(|it| it.to_string()).unwrap_or_default()
    });
    let hours = Memo::new(move |_| line.with(|it| it.as_ref().is_some_and(|it| it.hours)));
    let total = Memo::new(move |_| line.with(|it| it.as_ref().map_or(0, |it| it.total)));
    let testid =
        move |field: &'static str| Signal::derive(move || format!("counter-{field}-{}", number.get()));
    let save_name = Callback::new(move |text: String| match good_name(&text, MAX_NAME) {
        Some(name) => {
            change(app, id, |it| it.name = name);
            Ok(())
        }
        None => Err(app.words.get_untracked().name_error(MAX_NAME)),
    });
    let save_goal = Callback::new(move |text: String| {
        let words = app.words.get_untracked();
        let goal = match (text.trim(), typed::parse(&text, MAX_COUNT)) {
            ("", _) => None,
            (_, Ok(n @ 1..)) => Some(n),
            _ => return Err(words.range_error(words.counter_goal(), 1, MAX_COUNT)),
        };
        change(app, id, |it| it.goal = goal);
        Ok(())
    });
    view! {
        <li class="step step--counter">
            <SavedField label=Signal::derive(move || app.words.get().name_label().to_owned()) testid=testid("name")
                value=name save=save_name />
            <SavedField label=Signal::derive(move || app.words.get().counter_goal().to_owned()) testid=testid("goal")
                value=goal save=save_goal inputmode="numeric" />
            <label class="switch">
                <input type="checkbox" data-testid=testid("hours") prop:checked=hours
                    on:change=move |event| change(app, id, |it| it.hours = event_target_checked(&event)) />
                <span>{app.say(Words::counter_hours)}</span>
            </label>
            <div class="step__foot">
                <span class="hint">{move || app.words.get().counted_so_far(total.get())}</span>
                <button class="button button--quiet" type="button" data-testid=testid("remove")
                    aria-label=move || app.words.get().archive_named(&name.get())
                    on:click=move |_| {
                        change(app, id, |it| it.archived = true);
                        request_animation_frame(|| page::focus("[data-testid='counter-add']"));
                    }>{app.say(Words::archive)}</button>
            </div>
        </li>
    }
}
