//! Numbers only the seller knows: days from presentation to sale, minutes.

use super::edit::{SavedField, no_setting, save};
use crate::{
    app::{intent::Intent, state::State},
    domain::typed,
    journal::settings::Settings,
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

/// A year is the longest delay, a day the longest call.
const MAX_DAYS: u32 = 365;
const MAX_MINUTES: u32 = 1440;

/// A static sentence.
type Said = fn(Words) -> &'static str;

/// The card.
#[component]
pub fn Numbers() -> impl IntoView {
    view! {
        <section class="card">
            <Title />
            <div class="numbers">
                <NumberField label=Words::delay_days testid="delay-days" key="delay" min=0 max=MAX_DAYS
                    read=|it| it.delay hint=Some(Words::delay_hint) />
                <NumberField label=Words::minutes_call testid="minutes-call" key="minutes/call" min=1 max=MAX_MINUTES
                    read=|it| it.minutes_call />
                <NumberField label=Words::minutes_presentation testid="minutes-pres" key="minutes/presentation" min=1
                    max=MAX_MINUTES read=|it| it.minutes_presentation hint=Some(Words::minutes_hint) />
            </div>
        </section>
    }
}

#[component]
fn Title() -> impl IntoView {
    let app = use_app();
    view! { <h2>{app.say(Words::your_numbers)}</h2> }
}

#[component]
fn NumberField(
    label: Said,
    testid: &'static str,
    key: &'static str,
    min: u32,
    max: u32,
    read: fn(&Settings) -> Option<u16>,
    #[prop(default = None)] hint: Option<Said>,
) -> impl IntoView {
    let app = use_app();
    let now = app.memo(move |it: &State| read(it.book().settings()));
    let value = Signal::derive(move || now.get().map(|it| it.to_string()).unwrap_or_default());
    let save_it = Callback::new(move |text: String| {
        let words = app.words.get_untracked();
        match (text.trim(), typed::parse(&text, max)) {
            ("", _) => app.run(Intent::Settings(vec![no_setting(key)])),
            (_, Ok(n)) if n >= min => save(app, key, &n),
            _ => return Err(words.range_error(label(words), min, max)),
        }
        Ok(())
    });
    let hint = hint.map(|it| Signal::derive(move || it(app.words.get()).to_owned()));
    view! {
        <SavedField label=Signal::derive(move || label(app.words.get()).to_owned())
            testid=Signal::stored(testid.to_owned()) value save=save_it inputmode="numeric" hint />
    }
}
