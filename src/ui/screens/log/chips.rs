//! One tap says why; the grid always belongs to the last entry.

use crate::{
    app::{
        intent::Intent,
        view::log::{Chip, LogView, Question},
    },
    domain::date::Date,
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

/// The reasons, or the days after a sale.
#[component]
pub fn Chips(
    /// What the screen shows.
    view: Memo<LogView>,
) -> impl IntoView {
    let app = use_app();
    let question = Memo::new(move |_| view.with(|it| it.question.clone()));
    let grid = move || match question.get() {
        Question::Why(_, chips) => (1..).zip(chips).map(|it| reason(app, it)).collect_view().into_any(),
        Question::WhichDay { offered, answer } => days(app, offered, answer).into_any(),
        Question::Waiting(chips) => chips.into_iter().map(|it| waiting(app, &it)).collect_view().into_any(),
        Question::None => ().into_any(),
    };
    view! { <div class="chips" data-day="" role="group" aria-labelledby="why">{grid}</div> }
}

/// What will be there: so that the first tap moves nothing.
fn waiting(app: crate::ui::context::AppContext, chip: &Chip) -> impl IntoView + use<> {
    view! { <button class="chip" type="button" disabled=true>{app.words.get().name(&chip.name)}</button> }
}

fn reason(app: crate::ui::context::AppContext, (place, chip): (usize, Chip)) -> impl IntoView {
    let Chip { id, name, pressed } = chip;
    view! {
        <button class="chip" type="button" data-testid=format!("reason-{place}") aria-pressed=pressed.to_string()
            on:click=move |_| app.run(Intent::ToggleReason(id))>{app.words.get().name(&name)}</button>
    }
}

fn days(app: crate::ui::context::AppContext, offered: [Date; 2], answer: Option<Date>) -> impl IntoView {
    let words = app.words.get();
    let day_button = move |(place, day): (usize, Date)| {
        let pressed = answer == Some(day);
        let today = app.state.with_untracked(|it| it.now.day);
        view! {
            <button class="chip" type="button" data-testid=format!("earlier-{place}")
                aria-pressed=pressed.to_string()
                on:click=move |_| app.run(Intent::Earlier((!pressed).then_some(day)))>
                {words.day_chip(day, today)}
            </button>
        }
    };
    let other = answer.filter(|it| !offered.contains(it));
    view! {
        {(1..).zip(offered).map(day_button).collect_view()}
        <label class="chip chip--date" class:chip--pressed=other.is_some()>
            <span>{words.pick_answer()}</span>
            <input type="date" data-testid="earlier-pick" max=offered[0].to_string()
                prop:value=other.map(|it| it.to_string()).unwrap_or_default()
                on:change=move |event| {
                    let day = Date::parse_iso(&event_target_value(&event)).filter(|it| *it <= offered[0]);
                    app.run(Intent::Earlier(day));
                } />
        </label>
    }
}

/// Opens the sheet for several.
#[component]
pub fn SeveralButton() -> impl IntoView {
    let app = use_app();
    view! {
        <button class="button button--quiet" type="button" data-testid="btn-several"
            on:click=move |_| app.several_open.set(true)>{app.say(Words::several)}</button>
    }
}
