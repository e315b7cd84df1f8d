//! A number that opens its own arithmetic, in place.

use super::folded::Folded;
use crate::{domain::date::Date, text::Words, ui::context::use_app};
use leptos::prelude::*;

/// The number: a button with a dotted underline.
#[component]
pub fn FigButton(
    /// `overall` makes the test id `fig-overall`, and opens `arith-overall`.
    name: &'static str,
    /// Whether its arithmetic is open.
    open: RwSignal<bool>,
    /// The number as a person reads it.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let app = use_app();
    view! {
        <button class="fig" type="button" data-testid=format!("fig-{name}") title=app.say(Words::show_arithmetic)
            aria-expanded=move || open.get().to_string() aria-controls=format!("arith-{name}")
            on:click=move |_| open.update(|it| *it = !*it)>{text}</button>
    }
}

/// Its arithmetic: numerator, denominator, dates, what was left out and why.
#[component]
pub fn Arithmetic(
    /// As for [`FigButton`].
    name: &'static str,
    /// Whether it is open; print shows it always.
    open: RwSignal<bool>,
    /// A sentence a line.
    #[prop(into)]
    lines: Signal<Vec<String>>,
    /// As for [`Folded`].
    #[prop(optional)]
    at_once: bool,
    /// The days it was counted from; leads there.
    #[prop(optional, into)]
    days: Option<Signal<(Date, Date)>>,
    /// What else belongs here: a target, a switch.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let app = use_app();
    view! {
        <div class="arith" id=format!("arith-{name}") data-testid=format!("arith-{name}") hidden=move || !open.get()>
            <Folded open at_once>
                {move || lines.get().into_iter().map(|it| view! { <p>{it}</p> }).collect_view()}
                {days.map(|days| view! {
                    <a href=move || format!("#/days/{}", days.get().1)>{app.say(Words::see_these_days)}</a>
                })}
                {children.map(|it| it())}
            </Folded>
        </div>
    }
}
