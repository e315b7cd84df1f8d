//! The Plan when there is no whole plan: met, over, too early, division only, in money.

use super::{Chance, Pace, Plans, arithmetic::PlanArithmetic, say::Say, what_if::WhatIfSection};
use crate::{
    app::{
        intent::Intent,
        view::plan::{
            self, Status,
            figures::{Days, Division},
            quota_form::again,
        },
    },
    browser::page,
    text::Words,
    ui::{context::use_app, kept::use_kept},
};
use leptos::prelude::*;

/// The quota is met.
#[component]
pub fn Met(
    /// What everything is drawn from.
    plans: Plans,
) -> impl IntoView {
    let app = use_app();
    let text = move || match plans.status.get() {
        Some(Status::Met { early }) => {
            plans.basis.with(|it| it.as_ref().map(|it| app.words.get().quota_met(it, early)))
        }
        _ => None,
    };
    let raise = move |_| {
        plans.editing.set(true);
        request_animation_frame(|| page::focus(".quota .field__input"));
    };
    view! {
        <div class="banner banner--ok" data-testid="plan-met">
            <p>{text}</p>
            <button class="button" type="button" data-testid="quota-raise" on:click=raise>
                {app.say(Words::raise_it)}
            </button>
        </div>
    }
}

/// The period is over.
#[component]
pub fn Over(
    /// What everything is drawn from.
    plans: Plans,
    /// The period that is offered.
    next: plan::Period,
) -> impl IntoView {
    let app = use_app();
    let text = move || plans.basis.with(|it| it.as_ref().map(|it| app.words.get().period_over(it)));
    let start = move |_| {
        plans.basis.with_untracked(|it| {
            if let Some(it) = it {
                app.run(Intent::Settings(vec![again(&it.quota, next)]));
            }
        });
    };
    view! {
        <div class="banner" data-testid="plan-over">
            <p>{text}</p>
            <button class="button button--main" type="button" data-testid="quota-again" on:click=start>
                {move || app.words.get().start_next(next)}
            </button>
        </div>
    }
}

/// No workday is left.
#[component]
pub fn NoDays(
    /// What everything is drawn from.
    plans: Plans,
) -> impl IntoView {
    let app = use_app();
    let text = move || plans.basis.with(|it| it.as_ref().map(|it| app.words.get().no_workdays(it)));
    view! { <p class="plan__sentence" data-testid="plan-no-days">{text}</p> }
}

/// Too little data: no plan figure; the sliders work on a guess.
#[component]
pub fn TooEarly(
    /// What everything is drawn from.
    plans: Plans,
) -> impl IntoView {
    let app = use_app();
    let Plans { basis, figures, what_if, outlook, .. } = plans;
    let at_most = move || match plans.status.get() {
        Some(Status::TooEarly { at_most: Some((x, n, most)) }) => Some(app.words.get().at_most(x, n, most)),
        _ => None,
    };
    let to_go = move || basis.with(|it| it.as_ref().map(|it| app.words.get().to_go(it.to_go())));
    view! {
        <Pace plans />
        <section class="card" data-testid="plan-too-early">
            <p><strong>{to_go}</strong>" "{app.say(Words::too_early)}" "{at_most}</p>
            <PlanArithmetic basis figures />
        </section>
        <WhatIfSection basis figures outlook what_if />
        <Chance plans />
    }
}

/// Chances cannot be told; division can.
#[component]
pub fn DivisionOnly(
    /// What everything is drawn from.
    plans: Plans,
) -> impl IntoView {
    let app = use_app();
    let Plans { basis, figures, .. } = plans;
    let is_late = move || plans.status.get() == Some(Status::Late);
    let why = move || {
        let words = app.words.get();
        basis.with(|it| {
            it.as_ref().map(|it| if is_late() { words.plan_late(it) } else { words.too_large().to_owned() })
        })
    };
    let sentence = Signal::derive(move || {
        let words = app.words.get();
        basis.with(|it| {
            it.as_ref().and_then(|it| Some(words.division_only(it.to_go(), Division::of(it).calls?)))
        })
    });
    view! {
        <Pace plans />
        <section class="card" data-testid="plan-division-only">
            <Say sentence class="plan__sentence" />
            <p class="hint">{why}</p>
            <Show when=is_late>
                <a class="button" href="#/plan?p=all" on:click=move |_| page::focus("main h1")>
                    {app.say(Words::all_time)}
                </a>
            </Show>
            <PlanArithmetic basis figures />
        </section>
    }
}

/// A quota in money: simple division only.
#[component]
pub fn MoneyPlan(
    /// What everything is drawn from.
    plans: Plans,
) -> impl IntoView {
    let app = use_app();
    let basis = plans.basis;
    let goal = use_kept().goal;
    let goal = Memo::new(move |_| goal.with(|it| it.as_ref().and_then(plan::GoalBasis::goal)));
    let sentence = Signal::derive(move || {
        let words = app.words.get();
        basis.with(|it| it.as_ref().and_then(|it| it.money.as_ref().map(|it| words.money_sentence(it))))
    });
    let days = Signal::derive(move || {
        let words = app.words.get();
        basis.with(|it| {
            let it = it.as_ref()?;
            let calls = u64::try_from(it.money?.calls.ok()?).ok()?;
            let days = Days::of(it, goal.get(), calls);
            words.money_days(it, days.today, days.after)
        })
    });
    let warning = move || {
        let revenue = basis.with(|it| it.as_ref().and_then(|it| it.money).map(|it| it.revenue))?;
        revenue.is_one_big_deal().then(|| app.words.get().one_big_deal(revenue.largest_percent()))
    };
    let last = move || basis.with(|it| it.as_ref().and_then(|it| app.words.get().last_useful(it)));
    view! {
        <section class="card plan__say">
            <Say sentence class="plan__sentence" />
            <Say sentence=days class="" />
            {move || warning().map(|it| view! { <p class="banner banner--warn" data-testid="plan-big-deal">{it}</p> })}
            {move || last().map(|it| view! { <p class="hint" data-testid="plan-last-day">{it}</p> })}
        </section>
    }
}
