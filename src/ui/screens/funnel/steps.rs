//! The seller's own chain: every two neighbouring steps, and what it takes.

use super::rates::{RateText, days_link};
use crate::{
    app::view::funnel::steps::{ChainView, Link},
    drawing::mark::Series,
    text::Words,
    ui::{
        context::use_app,
        parts::{figure::Arithmetic, mark},
    },
};
use leptos::prelude::*;

/// Names of the figures; a chain has at most six steps.
const NAMES: [&str; 5] = ["step-1", "step-2", "step-3", "step-4", "step-5"];

/// The section; nothing without own steps.
#[component]
pub fn Steps(
    /// The chain, if there are own steps.
    chain: Memo<Option<ChainView>>,
) -> impl IntoView {
    let app = use_app();
    let places =
        Memo::new(move |_| chain.with(|it| it.as_ref().map_or(0, |it| it.links.len()).min(NAMES.len())));
    let needed = move || {
        let words = app.words.get();
        chain.with(|it| it.as_ref()?.needed.as_ref().map(|it| words.needed(it)))
    };
    view! {
        <Show when=move || { places.get() > 0 }>
            <section class="card rates" aria-labelledby="funnel-steps">
                <h2 id="funnel-steps">{app.say(Words::all_steps)}</h2>
                <div class="rates__list">
                    {move || (0..places.get()).map(|place| view! { <OneLink chain place /> }).collect_view()}
                </div>
                {move || needed().map(|it| view! { <p data-testid="steps-needed">{it}</p> })}
            </section>
        </Show>
    }
}

#[component]
fn OneLink(chain: Memo<Option<ChainView>>, place: usize) -> impl IntoView {
    let app = use_app();
    let name = NAMES[place];
    let open = RwSignal::new(false);
    let link = Memo::new(move |_| chain.with(|it| it.as_ref().and_then(|it| it.links.get(place).cloned())));
    let rate = Memo::new(move |_| {
        link.with(|it| it.as_ref().map(|it| it.rate))
            .unwrap_or_else(|| crate::app::view::funnel::rates::Rate::of(0, 0))
    });
    let Some(Link { from, to, .. }) = link.get_untracked() else { return ().into_any() };
    let series = if from.own.is_some() { Series::Own } else { Series::of(from.step) };
    let title = move || link.with(|it| it.as_ref().map(|it| app.words.get().link_name(it)));
    let since = move || {
        let day = link.with(|it| it.as_ref().and_then(|it| it.since))?;
        Some(view! { <p class="rate__since">{app.words.get().since(day)}</p> })
    };
    let lost = move || {
        link.with(|it| {
            let (it, words) = (it.as_ref()?, app.words.get());
            let lines = words.link_lost(it).into_iter().chain(words.link_reasons(it));
            let text = lines.collect::<Vec<_>>().join(" ");
            (!text.is_empty()).then(
                || view! { <p class="rate__second" data-testid=format!("lost-{}", place + 1)>{text}</p> },
            )
        })
    };
    let lines = Signal::derive(move || {
        let words = app.words.get();
        let Some(link) = link.get() else { return Vec::new() };
        let mut lines =
            vec![words.link_division(&link), format!("{}.", words.span(link.days.0, link.days.1))];
        lines.extend([&link.from, &link.to].into_iter().filter_map(|it| words.step_means(it)));
        lines.extend(words.link_left_out(&link));
        chain.with(|it| lines.extend(it.as_ref().and_then(|it| words.left_out(&it.basis))));
        lines.extend(words.likely_explained(&link.rate));
        lines
    });
    let href = move || chain.with(|it| it.as_ref().map(|it| days_link(app, &it.basis))).unwrap_or_default();
    view! {
        <div class="rate">
            <div data-testid=format!("rate-{}", place + 1)>
                <h3 class="rate__name">{mark::inline(series)}{title}</h3>
                <RateText rate name open steps=[from.step, to.step] />
                {since}
            </div>
            {lost}
            <Arithmetic name open lines><a href=href>{app.say(Words::see_these_days)}</a></Arithmetic>
        </div>
    }
    .into_any()
}
