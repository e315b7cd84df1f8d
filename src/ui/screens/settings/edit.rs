//! Saving what was typed or chosen.

use crate::{
    app::intent::Intent,
    journal::{record::Setting, settings::MAX_NAME},
    text::Words,
    ui::{
        context::{AppContext, use_app},
        parts::field::{TextField, good_name},
    },
};
use leptos::prelude::*;
use serde::Serialize;

/// A setting with its value.
#[must_use]
pub fn setting<T: Serialize + ?Sized>(key: impl Into<String>, value: &T) -> Setting {
    Setting { key: key.into(), value: serde_json::to_value(value).unwrap_or_default() }
}

/// A setting taken away.
#[must_use]
pub fn no_setting(key: impl Into<String>) -> Setting {
    Setting { key: key.into(), value: serde_json::Value::Null }
}

/// Saves one setting.
pub fn save<T: Serialize + ?Sized>(app: AppContext, key: impl Into<String>, value: &T) {
    app.run(Intent::Settings(vec![setting(key, value)]));
}

/// A line of text that is saved when it is left; what is wrong with it is said beside it.
#[component]
pub fn SavedField(
    /// Its label.
    #[prop(into)]
    label: Signal<String>,
    /// Its id in tests and in the document.
    #[prop(into)]
    testid: Signal<String>,
    /// What is saved.
    #[prop(into)]
    value: Signal<String>,
    /// Saves it, or says what is wrong.
    save: Callback<String, Result<(), String>>,
    /// `numeric` brings the number keys on a phone.
    #[prop(default = "text")]
    inputmode: &'static str,
    /// More about it, under it.
    #[prop(default = None)]
    hint: Option<Signal<String>>,
) -> impl IntoView {
    let error = RwSignal::new(None::<String>);
    let error_id = move || format!("{}-error", testid.get());
    let hint_id = move || format!("{}-hint", testid.get());
    let with_hint = hint.is_some();
    let described = move || {
        let wrong = error.with(Option::is_some).then(error_id);
        let told = with_hint.then(hint_id);
        (wrong.is_some() || told.is_some())
            .then(|| wrong.into_iter().chain(told).collect::<Vec<_>>().join(" "))
    };
    view! {
        <div class="field">
            <label class="field__label" for=testid>{label}</label>
            <input class="field__input" type="text" inputmode=inputmode autocomplete="off" id=testid data-testid=testid
                prop:value=value
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described
                on:input=move |_| error.set(None)
                on:change=move |event| {
                    let text = event_target_value(&event);
                    if text.trim() == value.get_untracked() {
                        error.set(None);
                    } else {
                        error.set(save.run(text).err());
                    }
                } />
            <p class="field__error" id=error_id role="alert">{error}</p>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
        </div>
    }
}

/// One field and the button that adds something of this name.
#[component]
pub fn AddForm(
    /// Label of the field.
    label: fn(Words) -> &'static str,
    /// The field is `<testid>-new`, the button `<testid>-add`.
    testid: &'static str,
    /// Adds it.
    add: Callback<String>,
) -> impl IntoView {
    let app = use_app();
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match good_name(&name.get_untracked(), MAX_NAME) {
            Some(good) => {
                add.run(good);
                name.set(String::new());
            }
            None => error.set(Some(app.words.get_untracked().name_error(MAX_NAME))),
        }
    };
    view! {
        <form class="add" on:submit=submit novalidate>
            <TextField label=Signal::derive(move || label(app.words.get()).to_owned())
                testid=format!("{testid}-new") value=name error />
            <button class="button" type="submit" data-testid=format!("{testid}-add")>{app.say(Words::add)}</button>
        </form>
    }
}
