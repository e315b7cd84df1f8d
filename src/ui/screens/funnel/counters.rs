//! Counters beside the chain: a day, a week, a call, an hour.

use crate::{
    app::view::funnel::{counters, slice::Slice},
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

/// The section; nothing without counters.
#[component]
pub fn Counters(
    /// The counts of the period.
    slice: Memo<Slice>,
) -> impl IntoView {
    let app = use_app();
    let view = Memo::new(move |_| slice.with(counters::view));
    let any = Memo::new(move |_| view.with(|it| !it.rows.is_empty()));
    let rows = move || {
        let words = app.words.get();
        view.with(|view| {
            let row = |(place, it): (usize, &counters::Row)| {
                let goal = words.counter_reached(it, view.days);
                view! {
                    <li class="own" data-testid=format!("counter-{place}")>
                        <span class="own__main">
                            <span class="own__name">{words.name(&it.name)}</span>
                            <span class="own__side">{words.counter_line(it)}</span>
                            {goal.map(|it| view! { <span class="own__side own__side--line">{it}</span> })}
                        </span>
                        <span class="own__total">{words.count(it.total)}</span>
                    </li>
                }
            };
            (1..).zip(&view.rows).map(row).collect_view()
        })
    };
    view! {
        <Show when=move || any.get()>
            <section class="card" aria-labelledby="funnel-counters">
                <h2 id="funnel-counters">{app.say(Words::counters_heading)}</h2>
                <ul>{rows}</ul>
                <p class="hint">{move || view.with(|it| app.words.get().counters_basis(it))}</p>
            </section>
        </Show>
    }
}
