//! Rates from a link, tried in the plan: clearly not the seller's own, and saved nowhere.

use super::{Chance, Pace, Plans, what_if::WhatIfSection};
use crate::{
    app::view::plan::{Status, example},
    browser::page,
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

/// Whose rates these are, and the way back; or why they are not tried.
#[component]
pub fn ExampleNote(
    /// How things stand.
    status: Memo<Option<Status>>,
) -> impl IntoView {
    let app = use_app();
    let tried = app.memo(|it| example::of_query(&it.route.query));
    let applied = Memo::new(move |_| Status::tries_example(status.get()));
    move || {
        let it = tried.get()?;
        Some(if applied.get() {
            view! {
                <div class="banner banner--warn" role="note" data-testid="plan-example">
                    <p>{move || app.words.get().example_note(&it)}</p>
                    // It goes with the note, and the screen stays: the focus would go with it.
                    <a class="button" href="#/plan" data-testid="plan-example-close"
                        on:click=move |_| page::focus("main h1")>{app.say(Words::to_my_rates)}</a>
                </div>
            }
            .into_any()
        } else {
            view! {
                <p class="banner" role="note" data-testid="plan-example-not">{app.say(Words::example_not_tried)}</p>
            }
            .into_any()
        })
    }
}

/// What it would take at these rates.
#[component]
pub fn Example(
    /// What everything is drawn from.
    plans: Plans,
) -> impl IntoView {
    let app = use_app();
    let Plans { basis, figures, what_if, outlook, .. } = plans;
    let to_go = move || basis.with(|it| it.as_ref().map(|it| app.words.get().to_go(it.to_go())));
    view! {
        <Pace plans />
        <section class="card" data-testid="plan-example-to-go"><p><strong>{to_go}</strong></p></section>
        <WhatIfSection basis figures outlook what_if />
        <Chance plans />
    }
}
