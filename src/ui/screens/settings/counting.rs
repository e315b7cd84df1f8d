//! How the middle step is called, when a day and a week start.

use super::edit::save;
use crate::{
    app::state::State, domain::date::Weekday, journal::settings::MiddleName, text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

/// The latest hour at which a day may start.
const LATEST: u16 = 6;

/// The card.
#[component]
pub fn Counting() -> impl IntoView {
    let app = use_app();
    let middle = app.memo(|it| it.book().settings().middle);
    let middle_button = move |(it, id): (MiddleName, &'static str)| {
        view! {
            <button class="chip" type="button" data-testid=id
                aria-pressed=move || (middle.get() == it).to_string()
                on:click=move |_| save(app, "step/presentation", &it)>{move || app.words.get().middle_preset(it)}</button>
        }
    };
    let day_start = app.memo(|it: &State| it.book().settings().day_start);
    let week_start = app.memo(|it: &State| it.book().settings().week_start);
    view! {
        <section class="card">
            <h2>{app.say(Words::counting)}</h2>
            <div class="setting" role="group" aria-label=app.say(Words::middle_step)>
                <span class="setting__label">{app.say(Words::middle_step)}</span>
                <div class="setting__choice">
                    {[(MiddleName::Presentation, "middle-presentation"), (MiddleName::Meeting, "middle-meeting")]
                        .map(middle_button)}
                </div>
            </div>
            <label class="setting">
                <span class="setting__label">{app.say(Words::day_starts)}</span>
                <select class="chip-select" data-testid="day-start" aria-describedby="day-start-hint"
                    on:change=move |event| {
                        let minutes: u16 = event_target_value(&event).parse().unwrap_or(0);
                        save(app, "day_start", &minutes);
                    }>
                    {move || {
                        let now = day_start.get();
                        let words = app.words.get();
                        let mut all: Vec<u16> = (0..=LATEST).map(|it| it * 60).collect();
                        if !all.contains(&now) {
                            all.push(now);
                        }
                        all.into_iter()
                            .map(|it| view! { <option value=it.to_string() selected=it == now>{words.hour(it)}</option> })
                            .collect_view()
                    }}
                </select>
            </label>
            <p class="hint" id="day-start-hint">{app.say(Words::day_starts_hint)}</p>
            <label class="setting">
                <span class="setting__label">{app.say(Words::week_starts)}</span>
                <select class="chip-select" data-testid="week-start"
                    on:change=move |event| save(app, "week_start", &event_target_value(&event))>
                    {move || {
                        let now = week_start.get();
                        [(Weekday::Monday, "monday"), (Weekday::Sunday, "sunday")].map(|(it, code)| view! {
                            <option value=code selected=it == now>{app.words.get().week_start_day(it)}</option>
                        })
                    }}
                </select>
            </label>
        </section>
    }
}
