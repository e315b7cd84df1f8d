//! Plan: how many calls do I still need, and will I make it?

pub mod arithmetic;
pub mod certainty;
pub mod quota_form;
pub mod say;
pub mod what_if;

use crate::{
    app::{
        intent::Intent,
        route::Screen,
        view::plan::{
            self, Basis, Figures, Outlook, Status, WhatIf, curve, endings,
            figures::{Days, Division},
            quota_form::again,
        },
    },
    browser::page,
    text::Words,
    ui::{
        charts::{chance::ChanceChart, pace::PaceChart},
        context::use_app,
        parts::problems::{ProblemList, Problems},
    },
};
use arithmetic::{PaceArithmetic, PlanArithmetic};
use certainty::Certainty;
use leptos::prelude::*;
use quota_form::QuotaForm;
use say::Say;
use what_if::WhatIfSection;

/// What the parts of the screen are drawn from. Each is computed only when what it is made from
/// has changed.
#[derive(Clone, Copy)]
struct Plans {
    basis: Memo<Option<Basis>>,
    status: Memo<Option<Status>>,
    figures: Memo<Option<Figures>>,
    what_if: RwSignal<WhatIf>,
    outlook: Memo<Option<Outlook>>,
    editing: RwSignal<bool>,
}

/// The screen.
#[component]
pub fn Plan() -> impl IntoView {
    let app = use_app();
    Problems::provide();
    let basis = app.memo(plan::basis);
    let goal = app.memo(plan::goal_basis);
    let figures = Memo::new(move |_| {
        basis.with(|it| it.as_ref().and_then(|it| goal.with(|goal| Figures::of(it, goal.as_ref()))))
    });
    let what_if = RwSignal::new(WhatIf::default());
    let plans = Plans {
        basis,
        status: Memo::new(move |_| basis.with(|it| it.as_ref().map(Basis::status))),
        figures,
        what_if,
        outlook: Memo::new(move |_| basis.with(|it| Outlook::of(it.as_ref()?, what_if.get()))),
        editing: RwSignal::new(false),
    };
    let kind = Memo::new(move |_| plans.status.get().map(|it| core::mem::discriminant(&it)));
    let editing = plans.editing;
    view! {
        <div class="plan">
            <h1 tabindex="-1">{app.say(|it| it.screen(Screen::Plan))}</h1>
            <ProblemList screen=Screen::Plan />
            {move || match kind.get() {
                None => view! { <FirstQuota plans /> }.into_any(),
                Some(_) => view! {
                    <Head plans />
                    <Show when=move || editing.get()><QuotaForm basis editing /></Show>
                    {state_of(plans)}
                }.into_any(),
            }}
        </div>
    }
}

/// No quota yet: the question, and the sample.
#[component]
fn FirstQuota(plans: Plans) -> impl IntoView {
    let app = use_app();
    let empty = app.memo(|it| it.book().is_empty() && it.sample.is_none());
    view! {
        <QuotaForm basis=plans.basis editing=plans.editing />
        <Show when=move || empty.get()>
            <button class="button" type="button" data-testid="sample-open"
                on:click=move |_| app.run(Intent::OpenSample)>{app.say(Words::open_sample)}</button>
        </Show>
    }
}

/// The quota in a line, and the way to change it.
#[component]
fn Head(plans: Plans) -> impl IntoView {
    let app = use_app();
    let line = move || plans.basis.with(|it| it.as_ref().map(|it| app.words.get().quota_line(it)));
    let details =
        move || plans.basis.with(|it| it.as_ref().map(|it| app.words.get().quota_details(it).join(" · ")));
    view! {
        <div class="plan__head">
            <p class="plan__quota">{line}</p>
            <p class="plan__details hint">{details}</p>
            <button class="button" type="button" data-testid="quota-edit"
                aria-expanded=move || plans.editing.get().to_string()
                on:click=move |_| plans.editing.update(|it| *it = !*it)>{app.say(Words::edit_quota)}</button>
        </div>
    }
}

/// What is shown depends on how things stand.
fn state_of(plans: Plans) -> AnyView {
    match plans.status.get_untracked() {
        None => ().into_any(),
        Some(Status::Over { next }) => {
            view! { <Over plans next /><PlanArithmetic basis=plans.basis figures=plans.figures /> }.into_any()
        }
        Some(Status::Met { .. }) => view! { <Met plans /><PaceOnly plans /> }.into_any(),
        Some(Status::NoDaysLeft) => {
            view! { <NoDays plans /><PlanArithmetic basis=plans.basis figures=plans.figures /> }.into_any()
        }
        Some(Status::Money) => view! { <MoneyPlan plans /> }.into_any(),
        Some(Status::TooEarly { .. }) => view! { <TooEarly plans /> }.into_any(),
        Some(Status::Late | Status::TooLarge) => view! { <DivisionOnly plans /> }.into_any(),
        Some(Status::Planned) => view! { <Planned plans /> }.into_any(),
    }
}

/// The whole plan.
#[component]
fn Planned(plans: Plans) -> impl IntoView {
    let Plans { basis, figures, what_if, outlook, .. } = plans;
    view! {
        <Pace plans />
        <section class="card plan__say">
            <PlanWords plans />
            <Certainty basis figures />
            <PlanArithmetic basis figures />
        </section>
        <div class="plan__charts">
            <Chance plans />
            <Endings plans />
        </div>
        <WhatIfSection basis figures outlook what_if />
    }
}

/// The sentence, and what belongs under it.
#[component]
fn PlanWords(plans: Plans) -> impl IntoView {
    let app = use_app();
    let both = move |told: &dyn Fn(Words, &Basis, &Figures) -> Option<String>| {
        let words = app.words.get();
        plans.basis.with(|it| plans.figures.with(|f| told(words, it.as_ref()?, f.as_ref()?)))
    };
    let sentence = Signal::derive(move || {
        let words = app.words.get();
        plans.basis.with(|it| plans.figures.with(|f| Some(words.plan_sentence(it.as_ref()?, f.as_ref()?))))
    });
    let presentations = Signal::derive(move || {
        let n = plans.figures.with(|it| it.as_ref().and_then(|it| it.division.presentations))?;
        Some(app.words.get().presentations_simple(n))
    });
    let hours = move || both(&|words, _, it| Some(words.hours(it.hours?, it.sure.calls()?)));
    let last = move || both(&|words, it, _| words.last_useful(it));
    view! {
        <Say sentence class="plan__sentence" />
        <Say sentence=presentations class="hint" />
        {move || hours().map(|it| view! { <p class="hint" data-testid="plan-hours">{it}</p> })}
        {move || last().map(|it| view! { <p class="hint" data-testid="plan-last-day">{it}</p> })}
    }
}

/// Ahead, on pace or behind.
#[component]
fn Pace(plans: Plans) -> impl IntoView {
    let app = use_app();
    let sentence = Signal::derive(move || {
        let words = app.words.get();
        plans.basis.with(|it| plans.figures.with(|f| words.pace_sentence(it.as_ref()?, f.as_ref())))
    });
    let class = move || match plans.basis.with(|it| it.as_ref().and_then(|it| it.standing().map(|it| it.0))) {
        Some(crate::domain::pace::Standing::Behind) => "plan__pace plan__pace--behind",
        Some(crate::domain::pace::Standing::Ahead) => "plan__pace plan__pace--ahead",
        _ => "plan__pace",
    };
    view! {
        <Show when=move || sentence.get().is_some()>
            <div class=class data-testid="plan-pace">
                <Say sentence class="" />
                <PaceArithmetic basis=plans.basis figures=plans.figures />
            </div>
        </Show>
    }
}

/// Pace and chart where the calls that are needed are no question any more.
#[component]
fn PaceOnly(plans: Plans) -> impl IntoView {
    view! {
        <PlanArithmetic basis=plans.basis figures=plans.figures />
        <Endings plans />
    }
}

#[component]
fn Chance(plans: Plans) -> impl IntoView {
    let division = Memo::new(move |_| {
        plans.basis.with(|it| it.as_ref().and_then(|it| u64::try_from(Division::of(it).calls?).ok()))
    });
    let curve =
        Memo::new(move |_| plans.outlook.with(|it| it.as_ref().map(|it| curve::curve(it, division.get()))));
    let last = Memo::new(move |_| curve.with(|it| it.as_ref().map(curve::Curve::last)));
    let better = Memo::new(move |_| {
        plans.basis.with(|it| it.as_ref().zip(last.get()).map(|(it, last)| curve::better(it, last)))
    });
    view! { <ChanceChart curve better /> }
}

#[component]
fn Endings(plans: Plans) -> impl IntoView {
    let endings = Memo::new(move |_| plans.outlook.with(|it| it.as_ref().and_then(endings::endings)));
    view! { <PaceChart basis=plans.basis endings /> }
}

/// The quota is met.
#[component]
fn Met(plans: Plans) -> impl IntoView {
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
fn Over(plans: Plans, next: plan::Period) -> impl IntoView {
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
fn NoDays(plans: Plans) -> impl IntoView {
    let app = use_app();
    let text = move || plans.basis.with(|it| it.as_ref().map(|it| app.words.get().no_workdays(it)));
    view! { <p class="plan__sentence" data-testid="plan-no-days">{text}</p> }
}

/// Too little data: no plan figure; the sliders work on a guess.
#[component]
fn TooEarly(plans: Plans) -> impl IntoView {
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
fn DivisionOnly(plans: Plans) -> impl IntoView {
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
            <Show when=is_late><a class="button" href="#/plan?p=all">{app.say(Words::all_time)}</a></Show>
            <PlanArithmetic basis figures />
        </section>
    }
}

/// A quota in money: simple division only.
#[component]
fn MoneyPlan(plans: Plans) -> impl IntoView {
    let app = use_app();
    let basis = plans.basis;
    let goal = app.memo(plan::goal_basis);
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
