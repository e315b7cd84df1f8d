//! What if: three sliders. The result and both charts follow; nothing is saved.

use crate::{
    app::view::plan::{Basis, Dial, Figures, Outlook, Start, WhatIf, outlook},
    text::{Words, plan::what_if::Slider},
    ui::context::use_app,
};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// A step of an arrow key and of [+], and of Page Up, in tenths.
const STEP: u32 = 10;
const LEAP: u32 = 50;

/// The sliders and what comes of them.
#[component]
pub fn WhatIfSection(
    /// What the seller's own values come from.
    basis: Memo<Option<Basis>>,
    /// The seller's own figures, where there is a plan.
    figures: Memo<Option<Figures>>,
    /// With the sliders as they are.
    outlook: Memo<Option<Outlook>>,
    /// Where the sliders are.
    what_if: RwSignal<WhatIf>,
) -> impl IntoView {
    let app = use_app();
    let dials = Memo::new(move |_| {
        basis.with(|it| it.as_ref().and_then(|it| Some(outlook::dials(it, &Start::of(it)?))))
    });
    let own_pace = Memo::new(move |_| {
        basis.with(|it| it.as_ref().and_then(|it| it.progress.pace()).is_some_and(|it| it > 0.0))
    });
    let tried = Memo::new(move |_| basis.with(|it| it.as_ref().is_some_and(|it| it.example.is_some())));
    let moved = Memo::new(move |_| what_if.get() != WhatIf::default());
    view! {
        <section class="card what-if" aria-labelledby="what-if">
            <div class="card__head">
                <h2 id="what-if">{app.say(Words::what_if)}</h2>
                <button class="button button--quiet" type="button" data-testid="whatif-reset"
                    disabled=move || !moved.get()
                    on:click=move |_| what_if.set(WhatIf::default())>
                    {move || if tried.get() { app.words.get().reset_example() } else { app.words.get().reset() }}
                </button>
            </div>
            <div class="dials">
                {Slider::ALL.into_iter().enumerate().map(|(place, slider)| {
                    let dial = Memo::new(move |_| dials.get().map(|it| it[place]));
                    view! { <DialRow slider dial what_if own_pace /> }
                }).collect_view()}
            </div>
            <Outcome figures outlook moved />
        </section>
    }
}

const fn set_at(what_if: WhatIf, slider: Slider) -> Option<u32> {
    match slider {
        Slider::Presentation => what_if.presentation,
        Slider::Sale => what_if.sale,
        Slider::Pace => what_if.pace,
    }
}

const fn with(what_if: WhatIf, slider: Slider, value: Option<u32>) -> WhatIf {
    match slider {
        Slider::Presentation => WhatIf { presentation: value, ..what_if },
        Slider::Sale => WhatIf { sale: value, ..what_if },
        Slider::Pace => WhatIf { pace: value, ..what_if },
    }
}

/// −, the slider over its likely range, +, and a field for the number.
#[component]
fn DialRow(
    slider: Slider,
    dial: Memo<Option<Dial>>,
    what_if: RwSignal<WhatIf>,
    own_pace: Memo<bool>,
) -> impl IntoView {
    let app = use_app();
    // What was typed and is no number, until it is put right.
    let bad = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if what_if.get() == WhatIf::default() {
            bad.set(None);
        }
    });
    let value = Memo::new(move |_| {
        set_at(what_if.get(), slider).or_else(|| dial.get().map(|it| it.own)).unwrap_or(0)
    });
    let max = Memo::new(move |_| dial.get().map_or(1000, |it| it.max));
    let set = move |tenths: u32| {
        let Some(dial) = dial.get_untracked() else { return };
        let tenths = tenths.min(dial.max);
        // Back at one's own value nothing is changed, the decimals that are not shown included.
        let value = (tenths != dial.own).then_some(tenths);
        bad.set(None);
        what_if.update(|it| *it = with(*it, slider, value));
    };
    let key = move |event: KeyboardEvent| {
        let now = value.get_untracked();
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => now.saturating_add(STEP),
            "ArrowLeft" | "ArrowDown" => now.saturating_sub(STEP),
            "PageUp" => now.saturating_add(LEAP),
            "PageDown" => now.saturating_sub(LEAP),
            _ => return,
        };
        event.prevent_default();
        set(next);
    };
    let dragged = move |event: web_sys::Event| {
        if let Some(tenths) = to_tenths(&event_target_value(&event)) {
            set(tenths);
        }
    };
    let typed = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        match to_tenths(&text) {
            Some(tenths) if tenths <= max.get_untracked() => set(tenths),
            _ => bad.set(Some(text)),
        }
    };
    let shown = move || {
        bad.get().unwrap_or_else(|| app.words.get().short_tenths(value.get()).replace(['\u{a0}', ' '], ""))
    };
    let id = slider.id();
    let is_rate = slider != Slider::Pace;
    let text = move || dial.get().map(|it| app.words.get().slider_value(slider, value.get(), it));
    let note = move || dial.get().and_then(|it| app.words.get().slider_note(slider, it, own_pace.get()));
    let beyond = move || {
        let it = dial.get()?.likely?;
        let moved = set_at(what_if.get(), slider)?;
        (moved < it.0 || moved > it.1).then(|| app.words.get().beyond(it))
    };
    let wrong =
        move || bad.with(Option::is_some).then(|| app.words.get().slider_error(slider, max.get() / 10));
    view! {
        <div class="dial">
            <label class="dial__name" for=id>{app.say(move |it| it.slider(slider))}</label>
            <label class="dial__number">
                <span class="visually-hidden">{app.say(move |it| it.slider(slider))}</span>
                <input class="cell" type="text" inputmode="decimal" autocomplete="off"
                    data-testid=format!("{id}-number")
                    prop:value=shown
                    aria-invalid=move || bad.with(Option::is_some).then_some("true")
                    aria-describedby=format!("{id}-error")
                    on:change=typed />
                <span class="dial__unit" aria-hidden="true">{is_rate.then_some("%")}</span>
            </label>
            <button class="button button--icon" type="button" data-testid=format!("{id}-less")
                aria-label=move || app.words.get().slider_less(slider)
                on:click=move |_| set(value.get_untracked().saturating_sub(STEP))>"−"</button>
            <div class="dial__track">
                <Track dial />
                <input class="dial__range" type="range" id=id data-testid=id min="0" step="0.1"
                    max=move || tenths_plain(max.get())
                    aria-valuetext=text
                    prop:value=move || { max.track(); tenths_plain(value.get()) }
                    on:keydown=key on:input=dragged />
            </div>
            <button class="button button--icon" type="button" data-testid=format!("{id}-more")
                aria-label=move || app.words.get().slider_more(slider)
                on:click=move |_| set(value.get_untracked().saturating_add(STEP))>"+"</button>
            <span class="dial__note hint">{note}</span>
            <p class="dial__beyond hint">{beyond}</p>
            <p class="field__error" id=format!("{id}-error") role="alert">{wrong}</p>
        </div>
    }
}

/// Behind the slider: the likely range, and a tick at one's own value.
#[component]
fn Track(dial: Memo<Option<Dial>>) -> impl IntoView {
    move || {
        dial.get().map(|it| {
            let width = it.max.max(1);
            let shade = it.likely.map(|(lo, hi)| {
                view! { <rect class="dial__likely" x=lo y="4" width=hi.saturating_sub(lo).max(1) height="16" /> }
            });
            let tick = width / 300 + 1;
            view! {
                <svg class="dial__shade" aria-hidden="true" preserveAspectRatio="none" viewBox=format!("0 0 {width} 24")>
                    <rect class="dial__groove" x="0" y="10" width=width height="4" />
                    {shade}
                    <rect class="dial__own" x=it.own.saturating_sub(tick / 2) y="0" width=tick height="24" />
                </svg>
            }
        })
    }
}

/// What comes of it: calls needed and the chance at this pace, before and now.
#[component]
fn Outcome(
    figures: Memo<Option<Figures>>,
    outlook: Memo<Option<Outlook>>,
    moved: Memo<bool>,
) -> impl IntoView {
    let app = use_app();
    let now = Memo::new(move |_| {
        outlook
            .with(|it| it.as_ref().map(|it| (it.certainty, it.calls_for(it.certainty), it.chance_at_pace())))
    });
    let own = Memo::new(move |_| figures.with(|it| it.as_ref().map(|it| (it.sure.calls(), it.pace_chance))));
    let needed = move || {
        let (certainty, calls, _) = now.get()?;
        Some(app.words.get().needed_change(certainty, own.get().map(|it| it.0), calls))
    };
    let chance = move || {
        let own = own.get().and_then(|it| it.1);
        now.get().and_then(|it| it.2).map(|it| app.words.get().chance_change(own, it))
    };
    view! {
        <p class="what-if__result" data-testid="whatif-result" aria-live="off">
            <span>{needed}</span>
            " "
            <span>{chance}</span>
            " "
            <span class="hint">{move || (!moved.get()).then(|| app.words.get().no_change())}</span>
        </p>
    }
}

/// A value in tenths as a range input has it: `25.8`.
fn tenths_plain(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Reads a number of at most one decimal, after a point or a comma, into tenths.
fn to_tenths(text: &str) -> Option<u32> {
    let plain: String = text.chars().filter(|it| !it.is_whitespace() && *it != '%').collect();
    let (whole, tenth) = plain.split_once(['.', ',']).unwrap_or((&plain, "0"));
    let digits =
        |it: &str, most: usize| (1..=most).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    if !digits(whole, 6) || !digits(tenth, 1) {
        return None;
    }
    Some(whole.parse::<u32>().ok()? * 10 + tenth.parse::<u32>().ok()?)
}
