//! The three cold rates, the inbound one beside, each with its arithmetic.

use super::target::Target;
use crate::{
    app::view::funnel::rates::{Basis, Rate, RatesView, Value},
    domain::{conversion::Label, open::Decided, step::Step},
    drawing::mark::Series,
    journal::settings::RateKey,
    text::{Words, rates::rate_steps},
    ui::{
        context::use_app,
        parts::{
            figure::{Arithmetic, FigButton},
            mark,
        },
    },
};
use leptos::prelude::*;

/// The name of a rate in the ids of its figure.
const fn figure_name(key: RateKey) -> &'static str {
    match key {
        RateKey::CallPresentation => "call-pres",
        RateKey::PresentationSale => "pres-sale",
        RateKey::CallSale => "overall",
    }
}

/// The overall rate wears the mark of sales.
pub(in crate::ui::screens) const fn series(key: RateKey) -> Series {
    match key {
        RateKey::CallPresentation => Series::Calls,
        RateKey::PresentationSale => Series::Presentations,
        RateKey::CallSale => Series::Sales,
    }
}

/// The section.
#[component]
pub fn Rates(
    /// The rates.
    rates: Memo<RatesView>,
) -> impl IntoView {
    let app = use_app();
    let inbound = Memo::new(move |_| rates.with(|it| it.inbound.is_some()));
    let varied = Memo::new(move |_| rates.with(|it| it.varied));
    view! {
        <section class="card rates" aria-labelledby="funnel-rates">
            <h2 class="visually-hidden" id="funnel-rates">{app.say(Words::rates_heading)}</h2>
            <div class="rates__list">
                <ColdRate rates place=0 />
                <ColdRate rates place=1 />
                <ColdRate rates place=2 />
            </div>
            <Show when=move || inbound.get()><InboundRate rates /></Show>
            <Show when=move || varied.get()><p class="hint" data-testid="varied">{app.say(Words::varied)}</p></Show>
        </section>
    }
}

#[component]
fn ColdRate(rates: Memo<RatesView>, place: usize) -> impl IntoView {
    let app = use_app();
    let key = RateKey::ALL[place];
    let name = figure_name(key);
    let open = RwSignal::new(false);
    let rate = Memo::new(move |_| rates.with(|it| it.rates[place]));
    let lines = Signal::derive(move || {
        let words = app.words.get();
        rates.with(|it| arithmetic(words, it, &it.rates[place], key))
    });
    view! {
        <div class="rate">
            <div data-testid=format!("rate-{}", key.name())>
                <h3 class="rate__name">{mark::inline(series(key))}{move || app.words.get().rate_name(key)}</h3>
                <RateText rate name open steps=rate_steps(key) />
            </div>
            {match key {
                RateKey::CallPresentation => ().into_any(),
                RateKey::PresentationSale => view! { <DecidedLine rates /> }.into_any(),
                RateKey::CallSale => view! { <ValueLine rates /> }.into_any(),
            }}
            <Arithmetic name open lines>
                <SeeDays rates />
                <Target rates place />
            </Arithmetic>
        </div>
    }
}

/// The figure, its fraction and range, and the word beside.
#[component]
pub(super) fn RateText(
    rate: Memo<Rate>,
    name: &'static str,
    open: RwSignal<bool>,
    steps: [Step; 2],
) -> impl IntoView {
    let app = use_app();
    let text = Signal::derive(move || app.words.get().headline(&rate.get()));
    let trust = move || {
        let label = rate.get().label;
        (label != Label::NoData).then(|| {
            let class = match label {
                Label::Steady => "trust trust--steady",
                Label::Rough => "trust trust--rough",
                _ => "trust trust--little",
            };
            view! { " "<span class=class>{app.words.get().trust(label)}</span> }
        })
    };
    view! {
        <p class="rate__figure"><FigButton name open text /></p>
        <p class="rate__line">{move || app.words.get().rate_line(&rate.get(), steps)}{trust}</p>
    }
}

fn arithmetic(words: Words, view: &RatesView, rate: &Rate, key: RateKey) -> Vec<String> {
    let mut lines = vec![words.division(rate, key), words.basis(&view.basis)];
    lines.extend(words.left_out(&view.basis));
    lines.extend(words.likely_explained(rate));
    if let (RateKey::CallSale, Some((quota, calls))) = (key, view.quota) {
        lines.extend(words.whole_quota(quota, calls, rate));
    }
    lines
}

/// Leads to the days that were counted.
#[component]
fn SeeDays(rates: Memo<RatesView>) -> impl IntoView {
    let app = use_app();
    let href = move || days_link(app, &rates.with(|it| it.basis.clone()));
    view! { <a href=href>{app.say(Words::see_these_days)}</a> }
}

/// Days, with the list that is counted.
pub(super) fn days_link(app: crate::ui::context::AppContext, basis: &Basis) -> String {
    use crate::app::route::{Route, Screen};
    app.state.with(|it| {
        let day = basis.last.min(it.now.day);
        Route { screen: Screen::Days(Some(day)), list: it.route.list, ..Route::default() }.to_string()
    })
}

#[component]
fn InboundRate(rates: Memo<RatesView>) -> impl IntoView {
    let app = use_app();
    let open = RwSignal::new(false);
    let rate = Memo::new(move |_| rates.with(|it| it.inbound.unwrap_or_else(|| Rate::of(0, 0))));
    let lines = Signal::derive(move || {
        let words = app.words.get();
        let rate = rate.get();
        let mut lines = vec![words.inbound_division(&rate), rates.with(|it| words.basis(&it.basis))];
        lines.extend(words.likely_explained(&rate));
        lines
    });
    view! {
        <div class="rate rate--inbound">
            <div data-testid="rate-inb-pres-sale">
                <h3 class="rate__name">
                    {mark::inline(Series::Inbound)}
                    <span>
                        {move || app.words.get().inbound_rate_name()}" "
                        <span class="rate__note">{app.say(Words::kept_out)}</span>
                    </span>
                </h3>
                <RateText rate name="inb-pres-sale" open steps=[Step::Presentation, Step::Sale] />
            </div>
            <Arithmetic name="inb-pres-sale" open lines />
        </div>
    }
}

/// Decided only, and what the open ones can make of it.
#[component]
fn DecidedLine(rates: Memo<RatesView>) -> impl IntoView {
    let app = use_app();
    let line = move || {
        let it: Decided = rates.with(|it| it.decided)?;
        let words = app.words.get();
        let only = it.decided_only()?;
        let (low, high) = (it.lower()?, it.upper()?);
        let percent = |it: crate::domain::conversion::Share| words.percent(&words.count(it.whole_percent()));
        let decided = words.decided(only.n(), &percent(only));
        let bounds = words.bounds(it.open, it.total(), &percent(low), &percent(high));
        Some(view! {
            <p class="rate__second">
                <span data-testid="rate-decided">{decided}</span>" "<span data-testid="rate-bounds">{bounds}</span>
            </p>
        })
    };
    view! { {line} }
}

/// What a call and a presentation have brought.
#[component]
fn ValueLine(rates: Memo<RatesView>) -> impl IntoView {
    let app = use_app();
    let value = Memo::new(move |_| rates.with(|it| it.value));
    let open = RwSignal::new(false);
    let text =
        Signal::derive(move || value.get().map(|it| app.words.get().value_call(it.call)).unwrap_or_default());
    let presentation = move || {
        let it = value.get()?.presentation?;
        Some(view! { ", "<span data-testid="value-pres">{app.words.get().value_presentation(it)}</span> })
    };
    let lines = Signal::derive(move || {
        let Some(Value { revenue, call, .. }) = value.get() else { return Vec::new() };
        let big = revenue.is_one_big_deal().then(|| revenue.largest_percent());
        let calls = rates.with(|it| it.cold.calls);
        app.words.get().value_arithmetic(revenue.total, revenue.sales, calls, big, call)
    });
    view! {
        <Show when=move || value.get().is_some()>
            <p class="rate__second">
                <span data-testid="value-call"><FigButton name="value" open text /></span>{presentation}"."
            </p>
            <Arithmetic name="value" open lines />
        </Show>
    }
}
