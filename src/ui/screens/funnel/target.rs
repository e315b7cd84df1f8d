//! A target for a rate, set by the seller; none is built in.

use crate::{
    app::{
        intent::Intent,
        view::funnel::rates::{RatesView, parse_target},
    },
    journal::{record::Setting, settings::RateKey},
    text::Words,
    ui::{context::use_app, parts::field::TextField},
};
use leptos::prelude::*;

/// In the arithmetic of a rate.
#[component]
pub fn Target(
    /// The rates.
    rates: Memo<RatesView>,
    /// Which of the three.
    place: usize,
) -> impl IntoView {
    let app = use_app();
    let key = RateKey::ALL[place];
    let target = Memo::new(move |_| rates.with(|it| it.targets[place]));
    let value = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let save = move |permille: Option<u16>| {
        let setting = Setting {
            key: format!("target/{}", key.name()),
            value: permille.map_or(serde_json::Value::Null, |it| serde_json::json!(it)),
        };
        app.run(Intent::Settings(vec![setting]));
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(permille) = parse_target(&value.get_untracked()) else {
            error.set(Some(app.words.get_untracked().target_error().to_owned()));
            return;
        };
        save(Some(permille));
        value.set(String::new());
    };
    view! {
        <form class="target" on:submit=submit novalidate>
            {move || target.get().map(|it| view! {
                <p class="target__now">{app.words.get().target_is(it)}
                    <button class="button button--quiet" type="button" on:click=move |_| save(None)>
                        {app.say(Words::take_away)}
                    </button>
                </p>
            })}
            <TextField label=Signal::derive(move || app.words.get().target_label().to_owned())
                testid=format!("target-{}", key.name()) value error inputmode="decimal" />
            <button class="button" type="submit" data-testid=format!("target-save-{}", key.name())>
                {app.say(Words::set_target)}
            </button>
        </form>
    }
}
