//! Keys. They go by `event.code`, so that the Russian layout works, and a held key counts once.

use crate::{
    app::{intent::Intent, route::Screen},
    browser::page,
    journal::record::What,
    ui::context::AppContext,
};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Listens as long as the app lives.
pub fn listen(app: AppContext) {
    let chord = StoredValue::new(false);
    let handle = window_event_listener(ev::keydown, move |event| on_key(app, chord, &event));
    on_cleanup(move || handle.remove());
}

fn on_key(app: AppContext, chord: StoredValue<bool>, event: &KeyboardEvent) {
    let in_field = is_field(event) || is_dialog_open();
    let code = event.code();
    if (event.ctrl_key() || event.meta_key()) && !event.alt_key() {
        // Inside a text field Ctrl+Z is the field's own; a list of choices has none.
        if code == "KeyZ" && (!in_field || is_select(event)) && !is_dialog_open() {
            event.prevent_default();
            app.run(if event.shift_key() { Intent::Redo } else { Intent::Undo });
        }
        return;
    }
    let off = app.state.with_untracked(|it| it.prefs.shortcuts_off);
    if in_field || off || event.repeat() || event.alt_key() {
        return;
    }
    let after_g = chord.get_value();
    chord.set_value(code == "KeyG");
    if after_g {
        if let Some(hash) = screen_key(&code) {
            event.prevent_default();
            page::go(hash);
        }
        return;
    }
    let on_log = app.state.with_untracked(|it| it.route.screen == Screen::Log);
    if on_log {
        log_key(app, &code, event);
    }
}

fn screen_key(code: &str) -> Option<&'static str> {
    match code {
        "KeyL" => Some("#/log"),
        "KeyF" => Some("#/funnel"),
        "KeyP" => Some("#/plan"),
        "KeyD" => Some("#/days"),
        "KeyS" => Some("#/settings"),
        _ => None,
    }
}

fn log_key(app: AppContext, code: &str, event: &KeyboardEvent) {
    let what = match (code, event.shift_key()) {
        ("KeyC", false) => Some(What::CALL),
        ("KeyP", false) => Some(What::PRESENTATION),
        ("KeyS", false) => Some(What::SALE),
        ("KeyP", true) => Some(What::INBOUND_PRESENTATION),
        ("KeyS", true) => Some(What::INBOUND_SALE),
        _ => None,
    };
    if let Some(what) = what {
        app.run(Intent::Tap(what));
        return;
    }
    match code {
        "KeyU" => app.run(Intent::Undo),
        "KeyN" => app.several_open.set(true),
        "KeyL" => page::focus("[data-testid='list-chip']"),
        "KeyD" => page::focus("[data-testid='date-chip']"),
        "Slash" if event.shift_key() => page::go("#/settings/keys"),
        _ => {
            let digit = code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad"));
            let Some(place) = digit.and_then(|it| it.parse::<usize>().ok()).and_then(|it| it.checked_sub(1))
            else {
                return;
            };
            let chip = app.state.with_untracked(|it| crate::app::view::log::chip_at(it, place));
            if let Some(id) = chip {
                app.run(Intent::ToggleReason(id));
            }
            return;
        }
    }
    event.prevent_default();
}

fn is_field(event: &KeyboardEvent) -> bool {
    let Some(it) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else { return false };
    match it.tag_name().as_str() {
        "SELECT" | "TEXTAREA" => true,
        "INPUT" => !matches!(it.get_attribute("type").as_deref(), Some("checkbox" | "radio" | "range")),
        _ => false,
    }
}

fn is_select(event: &KeyboardEvent) -> bool {
    event.target().is_some_and(|it| it.is_instance_of::<web_sys::HtmlSelectElement>())
}

fn is_dialog_open() -> bool {
    document().query_selector("dialog[open]").is_ok_and(|it| it.is_some())
}
