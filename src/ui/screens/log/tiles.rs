//! The buttons that count: one tap, one more.
//!
//! `data-tap`, `data-count`, `data-hold` and `data-day` are for `public/first.js`.

use crate::{
    app::{
        first,
        intent::Intent,
        view::{log::LogView, names::Name},
    },
    domain::step::Step,
    journal::record::What,
    text::Words,
    ui::{
        context::use_app,
        kept::use_kept,
        parts::hold::{HOLD, Hold},
    },
};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// A held key counts once: its repeats are dropped before they click.
fn drop_repeats(event: &KeyboardEvent) {
    if event.repeat() && matches!(event.code().as_str(), "Enter" | "NumpadEnter" | "Space") {
        event.prevent_default();
    }
}

/// The biggest target: a call, with today's goal inside.
#[component]
pub fn CallTile(
    /// What the screen shows.
    view: Memo<LogView>,
) -> impl IntoView {
    let app = use_app();
    let count = Memo::new(move |_| view.with(|it| it.counts[0]));
    let is_today = Memo::new(move |_| view.with(|it| it.is_today));
    let list = Memo::new(move |_| view.with(|it| it.list.clone()));
    // A tap changes nothing the goal is made from, so nothing is searched again.
    let basis = use_kept().goal;
    let goal = Memo::new(move |_| basis.with(|it| it.as_ref()?.goal()).map(|it| it.goal));
    let hold = Hold::new(move || app.several_open.set(true));
    let part = move || match goal.get() {
        Some(goal) if goal > 0 => (count.get() * 100 / goal).min(100),
        _ => 0,
    };
    view! {
        <button class="call" type="button" data-testid="btn-call" data-tap=first::code(What::CALL)
            data-hold=HOLD.as_millis().to_string()
            on:keydown=move |event| drop_repeats(&event)
            on:pointerdown=move |event| hold.down(&event)
            on:pointermove=move |event| hold.moved(&event)
            on:pointerup=move |_| hold.up()
            on:pointercancel=move |_| hold.up()
            on:pointerleave=move |_| hold.up()
            on:contextmenu=move |event| hold.menu(&event)
            on:click=move |_| if hold.click_counts() { app.run(Intent::Tap(What::CALL)) }>
            <span class="call__name">{app.say(|it| it.step(Step::Call))}</span>
            <span class="call__count" data-testid="count-call" data-count="">{move || app.words.get().count(count.get())}</span>
            <span class="visually-hidden">{move || list.get().map(|it| app.words.get().name(&it.1))}</span>
            <span class="call__goal" data-day="">{move || {
                app.words.get().goal(count.get(), goal.get(), is_today.get())
            }}</span>
            <Show when=move || goal.get().is_some_and(|it| it > 0) && is_today.get()>
                <svg class="call__bar" data-day="" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 8">
                    <rect class="call__track" width="100" height="8" />
                    <rect class="call__done" width=move || part().to_string() height="8" />
                </svg>
            </Show>
        </button>
    }
}

/// Presentation or sale that came of a call.
#[component]
pub fn StepTile(
    /// What the screen shows.
    view: Memo<LogView>,
    /// 1: presentation, 2: sale.
    place: usize,
) -> impl IntoView {
    let app = use_app();
    let (what, step, class, button, shown) = if place == 1 {
        (What::PRESENTATION, Step::Presentation, "tile tile--pres", "btn-pres", "count-pres")
    } else {
        (What::SALE, Step::Sale, "tile tile--sale", "btn-sale", "count-sale")
    };
    let count = Memo::new(move |_| view.with(|it| it.counts[place]));
    view! {
        <button class=class type="button" data-testid=button data-tap=first::code(what)
            on:keydown=move |event| drop_repeats(&event) on:click=move |_| app.run(Intent::Tap(what))>
            <span class="tile__name">{app.say(move |it| it.step(step))}</span>
            <span class="tile__count" data-testid=shown data-count="">{move || app.words.get().count(count.get())}</span>
        </button>
    }
}

/// The two dashed buttons: who came by themselves.
#[component]
pub fn Inbound(
    /// What the screen shows.
    view: Memo<LogView>,
) -> impl IntoView {
    let app = use_app();
    let button = move |(what, step, place, id, shown): (What, Step, usize, &'static str, &'static str)| {
        let count = Memo::new(move |_| view.with(|it| it.counts[place]));
        view! {
            <button class="tile tile--inb" type="button" data-testid=id data-tap=first::code(what)
                on:keydown=move |event| drop_repeats(&event) on:click=move |_| app.run(Intent::Tap(what))>
                <span class="visually-hidden">{move || {
                    app.words.get().what(what, &Name::Step(step, app.words.get().middle))
                }}": "</span>
                <span class="tile__name">{app.say(move |it| it.step(step))}</span>
                <span class="tile__count" data-testid=shown data-count="">{move || app.words.get().count(count.get())}</span>
            </button>
        }
    };
    view! {
        <div class="log__inbound" role="group" aria-labelledby="inbound-note">
            <p class="log__note" id="inbound-note">{app.say(Words::inbound_note)}</p>
            <div class="log__pair">
                {[
                    (What::INBOUND_PRESENTATION, Step::Presentation, 3, "btn-inb-pres", "count-inb-pres"),
                    (What::INBOUND_SALE, Step::Sale, 4, "btn-inb-sale", "count-inb-sale"),
                ].map(button)}
            </div>
        </div>
    }
}

/// Steps of the seller's own, where there are any.
#[component]
pub fn OwnSteps(
    /// What the screen shows.
    view: Memo<LogView>,
) -> impl IntoView {
    let app = use_app();
    let steps = Memo::new(move |_| view.with(|it| it.steps.clone()));
    let tile = move |(place, (id, name, n)): (usize, (crate::domain::step::Id, Name, u64))| {
        let what = What::own(id);
        view! {
            <button class="tile tile--own" type="button" data-testid=format!("btn-step-{place}") data-tap=first::code(what)
                on:keydown=move |event| drop_repeats(&event) on:click=move |_| app.run(Intent::Tap(what))>
                <span class="tile__name">{app.words.get().name(&name)}</span>
                <span class="tile__count" data-testid=format!("count-step-{place}") data-count="">
                    {app.words.get().count(n)}
                </span>
            </button>
        }
    };
    view! {
        <Show when=move || steps.with(|it| !it.is_empty())>
            <div class="log__own">{move || (1..).zip(steps.get()).map(tile).collect_view()}</div>
        </Show>
    }
}

/// Counters of the seller's own, where there are any.
#[component]
pub fn Counters(
    /// What the screen shows.
    view: Memo<LogView>,
) -> impl IntoView {
    let app = use_app();
    let counters = Memo::new(move |_| view.with(|it| it.counters.clone()));
    let tile = move |(place, (id, name, n, goal)): (
        usize,
        (crate::domain::step::Id, Name, u64, Option<u32>),
    )| {
        let words = app.words.get();
        view! {
            <button class="tile tile--counter" type="button" data-testid=format!("btn-counter-{place}")
                data-tap=first::code(What::Counter(id))
                on:keydown=move |event| drop_repeats(&event)
                on:click=move |_| app.run(Intent::Tap(What::Counter(id)))>
                <span class="tile__name">{words.name(&name)}</span>
                <span class="tile__count" data-testid=format!("count-counter-{place}") data-count="">{words.count(n)}</span>
                <span class="tile__goal" data-day="">{goal.map(|it| words.of_goal(n, u64::from(it)))}</span>
            </button>
        }
    };
    view! {
        <Show when=move || counters.with(|it| !it.is_empty())>
            <div class="log__own">{move || (1..).zip(counters.get()).map(tile).collect_view()}</div>
        </Show>
    }
}
