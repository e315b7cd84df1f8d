//! A week's total, spread over its workdays.

use crate::{
    app::{
        intent::Intent,
        view::days::{self, DaysView},
    },
    domain::{
        date::Date,
        typed::{self, MAX_COUNT},
    },
    journal::record::What,
    text::Words,
    ui::{context::use_app, parts::problems::Problems},
};
use leptos::prelude::*;

/// Type what the week had of a step; see how it would be spread; do it.
#[component]
pub fn SpreadRow(
    /// What the screen shows.
    view: Memo<DaysView>,
) -> impl IntoView {
    let app = use_app();
    let problems = expect_context::<Problems>();
    let what = RwSignal::new(0_usize);
    let total = RwSignal::new(String::new());
    let offer = Memo::new(move |_| {
        let n = typed::parse(&total.get(), MAX_COUNT).ok().filter(|it| *it > 0)?;
        let parts = view.with(|it| days::spread(it, n));
        (!parts.is_empty()).then_some((n, parts))
    });
    let typed_total = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        total.set(text.clone());
        if text.trim().is_empty() || typed::parse(&text, MAX_COUNT).is_ok() {
            problems.settle("spread-total");
        }
    };
    let left = move |_| {
        let text = total.get_untracked();
        if let (false, Err(error)) = (text.trim().is_empty(), typed::parse(&text, MAX_COUNT)) {
            let words = app.words.get_untracked();
            problems
                .report("spread-total".to_owned(), words.count_error(words.week_total(), error, MAX_COUNT));
        }
    };
    let spread = move |_| {
        let Some((_, days)) = offer.get_untracked() else { return };
        let (what, list) =
            view.with_untracked(|it| (it.columns.get(what.get_untracked()).map(|it| it.what), it.list));
        app.run(Intent::Spread { what: what.unwrap_or(What::CALL), list, days });
        total.set(String::new());
    };
    let sentence = move || {
        offer.get().map(|(n, parts): (u32, Vec<(Date, u32)>)| {
            let numbers: Vec<u32> = parts.iter().map(|it| it.1).collect();
            app.words.get().spread(u64::from(n), &numbers)
        })
    };
    view! {
        <div class="spread">
            <label class="toolbar__group">
                <span>{app.say(Words::spread_label)}</span>
                <input class="cell" type="text" inputmode="numeric" autocomplete="off" data-testid="spread-total"
                    prop:value=total on:input=typed_total on:change=left />
            </label>
            <select class="chip-select" data-testid="spread-step" aria-label=app.say(Words::which_step)
                on:change=move |event| what.set(event_target_value(&event).parse().unwrap_or(0))>
                {move || {
                    let words = app.words.get();
                    view.with(|it| it.columns.iter().enumerate().map(|(place, it)| view! {
                        <option value=place.to_string()>{words.column(it.what, it.label.as_ref())}</option>
                    }).collect_view())
                }}
            </select>
            <Show when=move || offer.get().is_some()>
                <p class="spread__offer">{sentence}</p>
                <button class="button button--main" type="button" data-testid="spread-save" on:click=spread>
                    {app.say(Words::spread_now)}
                </button>
                <button class="button" type="button" on:click=move |_| total.set(String::new())>
                    {app.say(Words::cancel)}
                </button>
            </Show>
        </div>
    }
}
