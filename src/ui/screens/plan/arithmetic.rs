//! How the figures of the plan came about.

use super::say::Say;
use crate::{
    app::{
        intent::Intent,
        view::plan::{Basis, Figures, figures::Division, quota_form},
    },
    journal::settings::Quota,
    text::Words,
    ui::{
        context::use_app,
        parts::figure::{Arithmetic, FigButton},
    },
};
use leptos::prelude::*;

/// The button and the panel of the plan.
#[component]
pub fn PlanArithmetic(
    /// What was counted.
    basis: Memo<Option<Basis>>,
    /// What came of it, where there is a plan.
    figures: Memo<Option<Figures>>,
) -> impl IntoView {
    let app = use_app();
    let open = RwSignal::new(false);
    let lines = Signal::derive(move || {
        let words = app.words.get();
        let told = |it: &Basis| {
            let mut lines = words.plan_rates(it);
            lines.extend(words.plan_division(it, Division::of(it)));
            lines.extend(
                figures.with(|f| f.as_ref().map(|f| words.plan_chances(it, f))).into_iter().flatten(),
            );
            lines
        };
        basis.with(|it| it.as_ref().map(told)).unwrap_or_default()
    });
    let whole = Signal::derive(move || {
        basis.with(|it| it.as_ref().and_then(|it| app.words.get().full_quota(it, Division::of(it).full?)))
    });
    let last = move || basis.with(|it| it.as_ref().map(|it| format!("#/days/{}", it.window.1)));
    view! {
        <FigButton name="plan" open text=Signal::derive(move || app.words.get().show_arithmetic().to_owned()) />
        <Arithmetic name="plan" open lines at_once=true>
            <Say sentence=whole class="" />
            <OpenSwitch basis />
            <a href=last>{app.say(Words::see_these_days)}</a>
        </Arithmetic>
    }
}

/// Whether open presentations count as not yet decided.
#[component]
fn OpenSwitch(basis: Memo<Option<Basis>>) -> impl IntoView {
    let app = use_app();
    let offered = Memo::new(move |_| {
        basis.with(|it| {
            it.as_ref().filter(|it| it.open.offered).map(|it| (it.open.decided.open, it.quota.open))
        })
    });
    let switch = move |on: bool| {
        basis.with_untracked(|it| {
            if let Some(it) = it {
                let quota = Quota { open: on, ..it.quota.clone() };
                app.run(Intent::Settings(vec![quota_form::setting(it.period.from, &quota)]));
            }
        });
    };
    view! {
        <Show when=move || offered.get().is_some()>
            <label class="switch">
                <input type="checkbox" role="switch" data-testid="plan-open"
                    prop:checked=move || offered.get().is_some_and(|it| it.1)
                    on:change=move |event| switch(event_target_checked(&event)) />
                <span>{move || offered.get().map(|it| app.words.get().count_open(it.0))}</span>
            </label>
        </Show>
    }
}

/// The button and the panel of the pace.
#[component]
pub fn PaceArithmetic(
    /// What was counted.
    basis: Memo<Option<Basis>>,
    /// What came of it, where there is a plan.
    figures: Memo<Option<Figures>>,
) -> impl IntoView {
    let app = use_app();
    let open = RwSignal::new(false);
    let lines = Signal::derive(move || {
        let words = app.words.get();
        basis
            .with(|it| figures.with(|f| it.as_ref().map(|it| words.pace_lines(it, f.as_ref()))))
            .unwrap_or_default()
    });
    view! {
        <FigButton name="pace" open text=Signal::derive(move || app.words.get().show_arithmetic().to_owned()) />
        <Arithmetic name="pace" open lines />
    }
}
