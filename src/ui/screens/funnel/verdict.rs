//! Two sentences: step against step, and now against before.

use crate::{
    app::view::funnel::{verdict::Past, why},
    domain::{conversion::Conversion, loss::Strength},
    text::Words,
    ui::{
        context::use_app,
        kept::{Kept, use_kept},
        parts::figure::{Arithmetic, FigButton},
    },
};
use leptos::prelude::*;

/// What stands out.
#[component]
pub fn Verdict() -> impl IntoView {
    let app = use_app();
    let Kept { slice, steps, past, .. } = use_kept();
    let some = Memo::new(move |_| steps.with(Option::is_some) || past.with(|it| !it.rates.is_empty()));
    let open = RwSignal::new(false);
    let show = Signal::derive(move || app.words.get().show_arithmetic().to_owned());
    let text = move || {
        let it = steps.get()?;
        let words = app.words.get();
        // Too close to call says it already.
        let more = if it.strength == Strength::Likely { words.more_calls(&it) } else { None };
        let text = words.verdict(&it);
        // The finding stands out; how sure it is follows.
        let (finding, rest) = text.split_once(". ").unwrap_or((text.trim_end_matches('.'), ""));
        let rest = [rest.to_owned(), more.unwrap_or_default()].join(" ");
        Some(view! { <strong>{finding.to_owned()}"."</strong>" "{rest.trim().to_owned()} })
    };
    let lines = Signal::derive(move || {
        let Some(it) = steps.get() else { return Vec::new() };
        let words = app.words.get();
        slice.with(|slice| {
            let rate = slice.cold.presentation_to_sale().and_then(Conversion::share);
            let rate = rate.map(|it| words.rate_figure(it)).unwrap_or_default();
            words.verdict_arithmetic(&it, why::lost(slice.cold), &rate)
        })
    });
    view! {
        <Show when=move || some.get()>
            <section class="verdict card" aria-labelledby="funnel-verdict">
                <h2 class="visually-hidden" id="funnel-verdict">{app.say(Words::verdict_heading)}</h2>
                <Show when=move || steps.with(Option::is_some)>
                    <p class="verdict__text" data-testid="verdict">{text}</p>
                    <FigButton name="verdict" open text=show />
                    <Arithmetic name="verdict" open lines />
                </Show>
                <h3 class="verdict__past">{app.say(Words::past_heading)}</h3>
                <ul class="verdict__list" data-testid="verdict-past">
                    {move || {
                        let words = app.words.get();
                        let line = |it: &Past| format!("{} {}", words.past(it), words.recoverable(it).unwrap_or_default());
                        past.with(|it| {
                            let mut lines: Vec<String> = it.rates.iter().map(line).collect();
                            if lines.is_empty() {
                                lines.push(words.past_too_little().to_owned());
                            }
                            lines.into_iter().map(|it| view! { <li>{it.trim().to_owned()}</li> }).collect_view()
                        })
                    }}
                </ul>
            </section>
        </Show>
    }
}
