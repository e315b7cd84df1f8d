//! Own steps: at most three, before or after the presentation.

use super::edit::{SavedField, no_setting, save, setting};
use crate::{
    app::{
        intent::Intent,
        state::State,
        view::settings_own::{self, MAX_STEPS, StepLine, StepSet},
    },
    browser::page,
    domain::step::{Id, Place},
    journal::settings::{MAX_NAME, MAX_STEP_NAME, OwnStep},
    text::Words,
    ui::{
        context::{AppContext, use_app},
        parts::field::good_name,
    },
};
use leptos::prelude::*;

/// The part.
#[component]
pub fn Steps() -> impl IntoView {
    let app = use_app();
    let steps = app.memo(settings_own::steps);
    let chain = app.memo(|it: &State| settings_own::chain(it.book().settings()));
    let full = Memo::new(move |_| steps.with(|it| it.len() >= MAX_STEPS));
    let ids = Memo::new(move |_| steps.with(|it| it.iter().map(|it| it.id).collect::<Vec<_>>()));
    view! {
        <div class="settings__one">
            <section class="card">
                <p class="hint">{app.say(Words::steps_hint)}" "{app.say(Words::steps_hint_rates)}</p>
                <p class="steps__chain">
                    <span class="visually-hidden">{app.say(Words::your_chain)}": "</span>
                    {move || app.words.get().chain(&chain.get())}
                </p>
                <ul class="steps">
                    <For each=move || ids.get() key=|id| *id let:id>
                        <Step id steps />
                    </For>
                </ul>
                <Show when=move || !full.get()
                    fallback=move || view! { <p class="hint">{app.say(Words::steps_full)}</p> }>
                    <button class="button" type="button" data-testid="step-add" on:click=move |_| add(app)>
                        {app.say(Words::add_step)}
                    </button>
                </Show>
                <p class="hint">{app.say(Words::step_removed_hint)}</p>
            </section>
            <Show when=move || !full.get()><Sets steps /></Show>
        </div>
    }
}

/// A step is there at once, and its name is asked for: nothing is lost by leaving.
fn add(app: AppContext) {
    let id = app.state.with_untracked(State::fresh_id);
    let n = app.state.with_untracked(|it| it.book().settings().steps.len()) + 1;
    let name = app.words.get_untracked().step_without_name(n);
    add_step(app, id, name, Place::BeforePresentation, String::new(), Vec::new());
    focus_field(app, id, "name");
}

fn add_step(
    app: AppContext,
    id: Id,
    name: String,
    place: Place,
    counts: String,
    mut more: Vec<crate::journal::record::Setting>,
) {
    let order = app.state.with_untracked(|it| {
        let last = it.book().settings().steps.iter().map(|it| it.1.order).max();
        last.map_or(0, |it| it.saturating_add(1))
    });
    more.push(setting(format!("step/{}", id.0), &OwnStep { name, place, order, counts }));
    app.run(Intent::Settings(more));
}

/// Moves the focus to a field of a step, wherever in the chain it stands now.
fn focus_field(app: AppContext, id: Id, field: &'static str) {
    request_animation_frame(move || {
        let place =
            app.state.with_untracked(|it| it.book().settings().steps.iter().position(|it| it.0 == id));
        if let Some(place) = place {
            page::focus(&format!("[data-testid='step-{field}-{}']", place + 1));
        }
    });
}

fn change(app: AppContext, id: Id, change: impl FnOnce(&mut OwnStep)) {
    let found = app
        .state
        .with_untracked(|it| it.book().settings().steps.iter().find(|it| it.0 == id).map(|it| it.1.clone()));
    if let Some(mut step) = found {
        change(&mut step);
        save(app, format!("step/{}", id.0), &step);
    }
}

/// Changes places with its neighbour, and keeps the focus on a button that can still move it.
fn move_step(app: AppContext, id: Id, later: bool) {
    let all = app.state.with_untracked(|it| settings_own::moved(it.book().settings(), id, later));
    let all = all.iter().map(|(id, it)| setting(format!("step/{}", id.0), it)).collect();
    app.run(Intent::Settings(all));
    let moves = app
        .state
        .with_untracked(|it| settings_own::steps(it).into_iter().find(|it| it.id == id).map(|it| it.moves));
    let further = moves.is_some_and(|it| it[usize::from(later)]);
    focus_field(app, id, if later == further { "down" } else { "up" });
}

#[component]
fn Step(id: Id, steps: Memo<Vec<StepLine>>) -> impl IntoView {
    let app = use_app();
    let number = Memo::new(move |_| steps.with(|it| it.iter().position(|it| it.id == id)).unwrap_or(0) + 1);
    let line = Memo::new(move |_| steps.with(|it| it.iter().find(|it| it.id == id).cloned()));
    let name = Memo::new(move |_| line.with(|it| it.as_ref().map(|it| it.name.clone())).unwrap_or_default());
    let counts =
        Memo::new(move |_| line.with(|it| it.as_ref().map(|it| it.counts.clone())).unwrap_or_default());
    let place =
        Memo::new(move |_| line.with(|it| it.as_ref().map_or(Place::BeforePresentation, |it| it.place)));
    let since = Memo::new(move |_| line.with(|it| it.as_ref().and_then(|it| it.since)));
    let testid = move |field: &'static str| Signal::derive(move || format!("step-{field}-{}", number.get()));
    let save_name = Callback::new(move |text: String| match good_name(&text, MAX_STEP_NAME) {
        Some(name) => {
            change(app, id, |it| it.name = name);
            Ok(())
        }
        None => Err(app.words.get_untracked().name_error(MAX_STEP_NAME)),
    });
    let save_counts = Callback::new(move |text: String| {
        if text.trim().chars().count() > MAX_NAME {
            return Err(app.words.get_untracked().name_error(MAX_NAME));
        }
        change(app, id, |it| text.trim().clone_into(&mut it.counts));
        Ok(())
    });
    let options = move || {
        let (words, now) = (app.words.get(), place.get());
        [(Place::BeforePresentation, "before"), (Place::AfterPresentation, "after")].map(|(it, code)| {
            view! { <option value=code selected=it == now>{words.place(it)}</option> }
        })
    };
    let mover = move |later: bool| {
        let field = if later { "down" } else { "up" };
        let can = move || line.with(|it| it.as_ref().is_some_and(|it| it.moves[usize::from(later)]));
        let label = move || {
            let words = app.words.get();
            if later { words.move_down(&name.get()) } else { words.move_up(&name.get()) }
        };
        view! {
            <button class="button button--quiet button--icon" type="button" data-testid=testid(field)
                disabled=move || !can() aria-label=label on:click=move |_| move_step(app, id, later)>
                {if later { "↓" } else { "↑" }}
            </button>
        }
    };
    view! {
        <li class="step">
            <SavedField label=Signal::derive(move || app.words.get().name_label().to_owned()) testid=testid("name")
                value=name save=save_name />
            <div class="field">
                <label class="field__label" for=testid("place")>{app.say(Words::step_place)}</label>
                <select class="field__input" id=testid("place") data-testid=testid("place")
                    on:change=move |event| {
                        let after = event_target_value(&event) == "after";
                        let place = if after { Place::AfterPresentation } else { Place::BeforePresentation };
                        change(app, id, |it| it.place = place);
                        focus_field(app, id, "place");
                    }>{options}</select>
            </div>
            <SavedField label=Signal::derive(move || app.words.get().step_counts().to_owned()) testid=testid("counts")
                value=counts save=save_counts />
            <div class="step__foot">
                <span class="hint">{move || app.words.get().counted_since(since.get())}</span>
                <Show when=move || line.with(|it| it.as_ref().is_some_and(|it| it.moves != [false; 2]))>
                    <span class="own__move">{[mover(false), mover(true)]}</span>
                </Show>
                <button class="button button--quiet" type="button" data-testid=testid("remove")
                    aria-label=move || app.words.get().remove(&name.get())
                    on:click=move |_| {
                        app.run(Intent::Settings(vec![no_setting(format!("step/{}", id.0))]));
                        request_animation_frame(|| page::focus("[data-testid='step-add']"));
                    }>{app.say(Words::remove_word)}</button>
            </div>
        </li>
    }
}

/// Ready-made sets to start from, those that are there left out.
#[component]
fn Sets(steps: Memo<Vec<StepLine>>) -> impl IntoView {
    let app = use_app();
    let left = Memo::new(move |_| {
        let words = app.words.get();
        let new =
            |it: &StepSet| steps.with(|all| !all.iter().any(|line| line.name == words.step_set_name(*it)));
        StepSet::ALL.into_iter().filter(new).collect::<Vec<_>>()
    });
    let middle = app.memo(|it: &State| it.book().settings().middle);
    let choose = move |it: StepSet| {
        let words = app.words.get_untracked();
        let id = app.state.with_untracked(State::fresh_id);
        let renamed = (it == StepSet::Meetings && middle.get_untracked() != it.middle())
            .then(|| setting("step/presentation", &it.middle()));
        let (name, counts) = (words.step_set_name(it).to_owned(), words.step_set_counts(it).to_owned());
        add_step(app, id, name, it.place(), counts, renamed.into_iter().collect());
        focus_field(app, id, "name");
    };
    let set = move |it: StepSet| {
        view! {
            <li>
                <button class="set" type="button" data-testid=format!("step-set-{}", it.code()) on:click=move |_| choose(it)>
                    <span class="set__name">{move || app.words.get().step_set(it)}</span>
                    <span class="set__chain">{move || app.words.get().step_set_chain(it)}</span>
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || left.with(|it| !it.is_empty())>
            <section class="card" data-testid="step-set">
                <h2>{app.say(Words::step_sets)}</h2>
                <ul class="sets">{move || left.get().into_iter().map(set).collect_view()}</ul>
            </section>
        </Show>
    }
}
