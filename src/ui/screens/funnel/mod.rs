//! Funnel: where are people lost, why, and how sure is that?

pub mod axis;
pub mod counters;
pub mod filters;
pub mod lists;
pub mod losses;
pub mod rates;
pub mod report;
pub mod share;
pub mod steps;
pub mod target;
pub mod trend;
pub mod verdict;
pub mod when;

use crate::{
    app::{
        route::{FunnelPart, Period, Route, Screen},
        view::funnel::{self, rates::RatesView, slice::Slice, steps::ChainView},
    },
    browser::page,
    text::Words,
    ui::{
        context::use_app,
        kept::{Kept, use_kept},
        parts::{empty::OfferSample, later::Later},
    },
};
use axis::RatesChart;
use counters::Counters;
use filters::Filters;
use leptos::prelude::*;
use lists::Lists;
use losses::{Funnel as FunnelBars, Why};
use rates::Rates;
use report::PlanOnPaper;
use share::Share;
use steps::Steps;
use trend::Trend;
use verdict::Verdict;
use when::When;

/// The sections an address can jump to.
const PARTS: [FunnelPart; 4] = [FunnelPart::Why, FunnelPart::Trend, FunnelPart::Lists, FunnelPart::When];

/// The screen.
#[component]
pub fn Funnel() -> impl IntoView {
    let app = use_app();
    let Kept { slice, rates, .. } = use_kept();
    let chain = Memo::new(move |_| slice.with(funnel::steps::view));
    let empty = Memo::new(move |_| rates.with(RatesView::is_empty));
    follow_part();
    view! {
        <div class="funnel">
            <h1 tabindex="-1">{app.say(|it| it.screen(Screen::Funnel(FunnelPart::Rates)))}</h1>
            <Filters slice />
            <p class="print-only">
                {move || slice.with(|it| {
                    app.words.get().report_basis(&funnel::rates::Basis::of(it), it.today, it.entries as u64)
                })}
            </p>
            <Show when=move || empty.get()><Empty rates /></Show>
            <PlanOnPaper />
            <Verdict />
            <Rates rates />
            <Steps chain />
            <Show when=move || !empty.get()><Sections rates chain slice /></Show>
            <Counters slice />
            <Show when=move || !empty.get()><Share slice /></Show>
        </div>
    }
}

#[component]
fn Sections(rates: Memo<RatesView>, chain: Memo<Option<ChainView>>, slice: Memo<Slice>) -> impl IntoView {
    let why = Memo::new(move |_| slice.with(funnel::why::view));
    let advice = Memo::new(move |_| slice.with(|slice| why.with(|it| funnel::why::advice(slice, it))));
    view! {
        <div class="funnel__grid">
            <div class="funnel__column">
                <Later><RatesChart rates chain /></Later>
                <Later><FunnelBars why /></Later>
            </div>
            <div class="funnel__column"><Later><Why why advice /></Later></div>
            <Later second=true>
                <div class="funnel__column"><Trend slice /></div>
                <div class="funnel__column"><Lists slice /></div>
                <div class="funnel__column funnel__column--wide"><When slice /></div>
            </Later>
        </div>
    }
}

/// No cold call in the period.
#[component]
fn Empty(rates: Memo<RatesView>) -> impl IntoView {
    let app = use_app();
    let nothing = Memo::new(move |_| rates.with(|it| it.nothing_ever));
    let all_time = move || app.state.with(|it| Route { period: Period::All, ..it.route.clone() }).to_string();
    view! {
        <div class="card empty">
            <p>{app.say(Words::no_calls)}</p>
            <div class="row">
                <Show when=move || !nothing.get()>
                    <a class="button" href=all_time>{app.say(Words::show_all_time)}</a>
                </Show>
                <a class="button button--main" href="#/log">{app.say(Words::log_a_call)}</a>
                <OfferSample />
            </div>
        </div>
    }
}

/// The name of a section in ids.
const fn part_name(part: FunnelPart) -> &'static str {
    match part {
        FunnelPart::Rates => "rates",
        FunnelPart::Why => "why",
        FunnelPart::Trend => "trend",
        FunnelPart::Lists => "lists",
        FunnelPart::When => "when",
    }
}

/// An address that names a section leads to its heading.
fn follow_part() {
    let app = use_app();
    let part = app.memo(|it| match it.route.screen {
        Screen::Funnel(part) => part,
        _ => FunnelPart::Rates,
    });
    Effect::new(move |_| {
        let part = part.get();
        if part != FunnelPart::Rates {
            app.settled.set(true);
            // After the section is there, and after the focus has gone to the heading of the screen.
            request_animation_frame(move || page::focus(&format!("#funnel-{}", part_name(part))));
        }
    });
}
