//! Fields with their label and what is wrong with them.

use crate::{domain::date::Date, text::errors::DateError, ui::context::use_app};
use leptos::prelude::*;

/// A name without space around it, if it has 1 to `max` characters.
#[must_use]
pub fn good_name(text: &str, max: usize) -> Option<String> {
    let name = text.trim();
    (1..=max).contains(&name.chars().count()).then(|| name.to_owned())
}

/// A line of text.
#[component]
pub fn TextField(
    /// Its label.
    #[prop(into)]
    label: Signal<String>,
    /// Its id in tests and in the document.
    #[prop(into)]
    testid: String,
    /// What is typed.
    value: RwSignal<String>,
    /// What is wrong with it.
    error: RwSignal<Option<String>>,
    /// `numeric` brings the number keys on a phone.
    #[prop(default = "text")]
    inputmode: &'static str,
    /// Focused when it appears.
    #[prop(default = false)]
    autofocus: bool,
) -> impl IntoView {
    let error_id = format!("{testid}-error");
    let described = error_id.clone();
    view! {
        <div class="field">
            <label class="field__label" for=testid.clone()>{label}</label>
            <input class="field__input" type="text" inputmode=inputmode autocomplete="off" autofocus=autofocus
                id=testid.clone() data-testid=testid
                prop:value=value
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=move || error.with(Option::is_some).then(|| described.clone())
                on:input=move |event| {
                    value.set(event_target_value(&event));
                    error.set(None);
                } />
            <p class="field__error" id=error_id role="alert">{error}</p>
        </div>
    }
}

/// A day of the past or today (or, with `last` far ahead, any day).
#[component]
pub fn DateField(
    /// Its label.
    #[prop(into)]
    label: Signal<String>,
    /// Its id in tests and in the document.
    #[prop(into)]
    testid: String,
    /// The day; `None` while there is none that exists.
    value: RwSignal<Option<Date>>,
    /// What is wrong with it.
    error: RwSignal<Option<DateError>>,
    /// The last day that is taken.
    #[prop(default = Date::MAX)]
    last: Date,
    /// Whether it may stay empty.
    #[prop(default = false)]
    optional: bool,
) -> impl IntoView {
    let app = use_app();
    let error_id = format!("{testid}-error");
    let described = error_id.clone();
    let read = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let text = input.value();
        // A half-typed or impossible date reads as empty text with bad input.
        let bad = text.is_empty() && (!optional || input.validity().bad_input());
        let day = Date::parse_iso(&text);
        let wrong = match day {
            Some(day) if day > last => Some(DateError::Future),
            Some(day) if day < EARLIEST => Some(DateError::TooEarly),
            None if bad || !text.is_empty() => Some(DateError::NoSuchDate),
            _ => None,
        };
        error.set(wrong);
        value.set(day.filter(|_| wrong.is_none()));
    };
    let start = value.get_untracked().map(|it| it.to_string()).unwrap_or_default();
    view! {
        <div class="field">
            <label class="field__label" for=testid.clone()>{label}</label>
            <input class="field__input" type="date" id=testid.clone() data-testid=testid value=start
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=move || error.get().is_some().then(|| described.clone())
                on:input=read on:change=read />
            <p class="field__error" id=error_id role="alert">
                {move || error.get().map(|it| app.words.get().date_error(it))}
            </p>
        </div>
    }
}

/// 2000-01-01: nothing is recorded before.
pub const EARLIEST: Date = match Date::new(2000, 1, 1) {
    Some(it) => it,
    None => Date::MIN,
};
