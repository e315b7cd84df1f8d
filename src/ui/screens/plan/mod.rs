//! Plan: how many calls do I still need, and will I make it?

pub mod arithmetic;
pub mod certainty;
pub mod example;
pub mod quota_form;
pub mod say;
pub mod states;
pub mod what_if;

use crate::{
    app::{
        intent::Intent,
        route::{Period, Screen},
        view::plan::{Basis, Figures, Outlook, Status, WhatIf, curve, endings, figures::Division},
    },
    browser::page,
    text::Words,
    ui::{
        charts::{chance::ChanceChart, pace::PaceChart},
        context::use_app,
        kept::{Kept, use_kept},
        parts::{
            later::Later,
            problems::{ProblemList, Problems},
        },
    },
};
use arithmetic::{PaceArithmetic, PlanArithmetic};
use certainty::Certainty;
use example::{Example, ExampleNote};
use leptos::prelude::*;
use quota_form::QuotaForm;
use say::Say;
use states::{DivisionOnly, Met, MoneyPlan, NoDays, Over, TooEarly};
use what_if::WhatIfSection;

/// What the parts of the screen are drawn from. Each is computed only when what it is made from
/// has changed.
#[derive(Clone, Copy, Debug)]
pub struct Plans {
    /// What was counted.
    pub basis: Memo<Option<Basis>>,
    /// How things stand.
    pub status: Memo<Option<Status>>,
    /// The seller's own figures, where there is a plan.
    pub figures: Memo<Option<Figures>>,
    /// Where the sliders are.
    pub what_if: RwSignal<WhatIf>,
    /// What the model is asked with, sliders included.
    pub outlook: Memo<Option<Outlook>>,
    /// Whether the form is open.
    pub editing: RwSignal<bool>,
}

/// The screen.
#[component]
pub fn Plan() -> impl IntoView {
    let app = use_app();
    Problems::provide();
    let Kept { basis, figures, .. } = use_kept();
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
            <ExampleNote status=plans.status />
            <OtherPeriod plans />
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
    // A line is broken between the two parts only.
    let line = move || {
        let parts = plans.basis.with(|it| it.as_ref().map(|it| app.words.get().quota_line(it)));
        parts.map(|[what, when]| view! { <span>{what}</span>" "<span>{when}</span> })
    };
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

/// The rates come from another period than usual: which, and the way back.
#[component]
fn OtherPeriod(plans: Plans) -> impl IntoView {
    let app = use_app();
    let other = app.memo(|it| it.route.period != Period::Default);
    let days = move || {
        plans.basis.with(|it| it.as_ref().map(|it| app.words.get().rates_from(it.window.0, it.window.1)))
    };
    view! {
        <Show when=move || other.get()>
            <p class="hint">{days}" "
                // It goes, and the screen stays: the focus would go with it.
                <a href="#/plan" on:click=move |_| page::focus("main h1")>{app.say(Words::last_ninety_days)}</a>
            </p>
        </Show>
    }
}

/// What is shown depends on how things stand.
fn state_of(plans: Plans) -> AnyView {
    match plans.status.get_untracked() {
        None => ().into_any(),
        Some(Status::Over { next }) => {
            view! { <Over plans next /><PlanArithmetic basis=plans.basis figures=plans.figures /> }.into_any()
        }
        Some(Status::Met { .. }) => {
            view! { <Met plans /><Endings plans /><PlanArithmetic basis=plans.basis figures=plans.figures /> }
                .into_any()
        }
        Some(Status::NoDaysLeft) => {
            view! { <NoDays plans /><PlanArithmetic basis=plans.basis figures=plans.figures /> }.into_any()
        }
        Some(Status::Money) => view! { <MoneyPlan plans /> }.into_any(),
        Some(Status::Example) => view! { <Example plans /> }.into_any(),
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
            <Later><Chance plans /></Later>
            <Later><Endings plans /></Later>
        </div>
        <Later><WhatIfSection basis figures outlook what_if /></Later>
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

#[component]
fn Chance(plans: Plans) -> impl IntoView {
    let division = Memo::new(move |_| {
        // The seller's own division says nothing beside an example's rates.
        let own = |it: &&Basis| it.example.is_none();
        plans
            .basis
            .with(|it| it.as_ref().filter(own).and_then(|it| u64::try_from(Division::of(it).calls?).ok()))
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
