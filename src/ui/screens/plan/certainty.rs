//! How sure to be: each certainty with the calls it takes.

use crate::{
    app::{
        intent::Intent,
        view::plan::{Basis, Figures, figures::LEVELS, quota_form},
    },
    journal::settings::Quota,
    text::{
        Words,
        plural::{Case, Noun},
    },
    ui::context::use_app,
};
use leptos::prelude::*;

/// Four buttons, part of the quota.
#[component]
pub fn Certainty(
    /// The quota.
    basis: Memo<Option<Basis>>,
    /// The calls.
    figures: Memo<Option<Figures>>,
) -> impl IntoView {
    let app = use_app();
    let chosen = Memo::new(move |_| basis.with(|it| it.as_ref().map(|it| it.quota.certainty)));
    let choose = move |level: u8| {
        basis.with_untracked(|it| {
            if let Some(it) = it {
                let quota = Quota { certainty: level, ..it.quota.clone() };
                app.run(Intent::Settings(vec![quota_form::setting(it.period.from, &quota)]));
            }
        });
    };
    let button = move |(place, level): (usize, u8)| {
        let needed =
            Memo::new(move |_| figures.with(|it| it.as_ref().and_then(|it| it.levels[place].calls())));
        view! {
            <button class="chip sure" type="button" data-testid=format!("sure-{level}")
                aria-pressed=move || (chosen.get() == Some(level)).to_string() on:click=move |_| choose(level)>
                <span class="sure__level">{move || app.words.get().percent(&level.to_string())}</span>
                <span class="sure__calls">
                    <span data-testid=format!("plan-{level}")>
                        {move || needed.get().map_or_else(|| "–".to_owned(), |it| app.words.get().count(it))}
                    </span>
                    " "
                    {move || app.words.get().noun(Noun::Call, Case::Nominative, needed.get().unwrap_or(0))}
                </span>
            </button>
        }
    };
    view! {
        <div class="plan__sure" role="group" aria-labelledby="how-sure">
            <h2 class="plan__label" id="how-sure">{app.say(Words::how_sure)}</h2>
            <div class="sures">{LEVELS.into_iter().enumerate().map(button).collect_view()}</div>
        </div>
    }
}
