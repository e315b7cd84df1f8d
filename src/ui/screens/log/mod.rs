//! The Log: what just happened, and what is left today?
//!
//! What is seen from top to bottom is also the order of the document, at each
//! width: one of two orders is rendered, never CSS `order`.

pub mod chips;
pub mod entries;
pub mod entry_sheet;
pub mod several;
pub mod tiles;
pub mod where_to;

use crate::{
    app::{
        intent::Intent,
        route::Screen,
        view::log::{self, LogView},
    },
    text::Words,
    ui::context::{Layout, use_app},
};
use chips::{Chips, SeveralButton};
pub use entries::EntryRows;
use entries::{Entries, LastEntry};
pub use entry_sheet::EntrySheet;
use leptos::prelude::*;
use several::SeveralSheet;
use tiles::{CallTile, Counters, Inbound, OwnSteps, StepTile};
use where_to::{DateChip, ListChip, OtherDay};

/// The screen.
#[component]
pub fn Log() -> impl IntoView {
    let app = use_app();
    let view = app.memo(log::view);
    let phone = Memo::new(move |_| app.layout.get() == Layout::Phone);
    view! {
        <div class="log">
            <h1 class="visually-hidden" tabindex="-1">{app.say(|it| it.screen(Screen::Log))}</h1>
            <OtherDay view />
            <div class="log__where"><DateChip view /><ListChip view /></div>
            {move || if phone.get() { phone_order(view).into_any() } else { wide_order(view).into_any() }}
            <SeveralSheet view />
        </div>
    }
}

fn phone_order(view: Memo<LogView>) -> impl IntoView {
    view! {
        <LastEntry view />
        <Inbound view />
        <OwnSteps view />
        <div class="log__pair">
            <StepTile view place=1 />
            <StepTile view place=2 />
        </div>
        <div class="log__ask"><Ask view /><SeveralButton /></div>
        <ChipsOrFirst view />
        <CallTile view />
        <Counters view />
        <Entries view />
    }
}

fn wide_order(view: Memo<LogView>) -> impl IntoView {
    view! {
        <div class="log__columns">
            <div class="log__main">
                <LastEntry view />
                <div class="log__trio">
                    <CallTile view />
                    <StepTile view place=1 />
                    <StepTile view place=2 />
                </div>
                <OwnSteps view />
                <div class="log__ask"><Ask view /><SeveralButton /></div>
                <ChipsOrFirst view />
                <Inbound view />
                <Counters view />
                <KeysHint />
            </div>
            <Entries view />
        </div>
    }
}

/// Where the list of keys is, where there is room for a keyboard and its keys are on.
#[component]
fn KeysHint() -> impl IntoView {
    let app = use_app();
    let off = app.memo(|it| it.prefs.shortcuts_off);
    view! {
        <Show when=move || app.layout.get() == Layout::Desktop && !off.get()>
            <p class="hint">{app.say(Words::press_for_keys)}</p>
        </Show>
    }
}

/// The question about the last entry.
#[component]
fn Ask(view: Memo<LogView>) -> impl IntoView {
    let app = use_app();
    let text = move || {
        let words = app.words.get();
        view.with(|it| match &it.question {
            log::Question::Why(side, _) => words.why(*side),
            log::Question::WhichDay { .. } => words.which_day(),
            log::Question::Waiting(_) => words.why_later(),
            log::Question::None => "",
        })
    };
    view! { <p class="log__question" id="why" data-day="">{text}</p> }
}

/// The reasons; on the first run, in the same room, the sample and what counts as what.
///
/// Nothing moves when the first call is tapped.
#[component]
fn ChipsOrFirst(view: Memo<LogView>) -> impl IntoView {
    let app = use_app();
    let first = Memo::new(move |_| view.with(|it| it.first_run));
    let in_sample = app.memo(|it| it.sample.is_some());
    view! {
        <Show when=move || first.get() && !in_sample.get() fallback=move || view! { <Chips view /> }>
            <div class="log__first">
                <button class="button" type="button" data-testid="sample-open"
                    on:click=move |_| app.run(Intent::OpenSample)>{app.say(Words::open_sample)}</button>
                <a class="button" href="#/settings/about">{app.say(Words::what_counts_link)}</a>
            </div>
        </Show>
    }
}
