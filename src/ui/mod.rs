//! Leptos: draws views, sends intents, performs effects. Wasm only.
//!
//! - [`app`]: owns the state, listens to the outside, shows the screen.
//! - [`context`]: how a component reads the state and sends an intent.
//! - [`dispatch`]: carries out an intent and performs its effects.
//! - `first`: takes over from the Log that was there before the code.
//! - [`kept`]: what screens are drawn from, kept while another one is shown.
//! - [`keys`]: single keys and Ctrl+Z.
//! - `parts`: what several screens use. `screens`: one file a screen. `charts`: the drawings of
//!   `drawing` in the page.

pub mod app;
pub mod charts;
pub mod context;
pub mod dispatch;
pub mod kept;
pub mod keys;
pub mod parts;
pub mod screens;

mod first;

use crate::{
    app::start::{self, Found},
    browser,
};
use leptos::mount::mount_to_body;

/// Reads what the browser holds and mounts the app.
pub fn start() {
    console_error_panic_hook::set_once();
    let (found, left) = find();
    let state = start::start(found, browser::clock::now);
    if browser::local::read(start::DEVICE_KEY).is_ok_and(|it| it.is_none()) {
        // If this fails, the next load draws another id; nothing is lost by that.
        browser::local::write(start::DEVICE_KEY, &state.journal.device().to_string()).unwrap_or_default();
    }
    let before = browser::first::take_off();
    let left = left.into_iter().filter(|it| before.taps.as_ref().is_none_or(|own| own.0 != *it)).collect();
    mount_to_body(move || app::App(app::AppProps { start: state, before, left }));
    browser::page::set_root("data-ready", "");
}

/// What the storage holds, and the keys of taps that no app has taken in.
fn find() -> (Found, Vec<String>) {
    let mut left = Vec::new();
    let mut found = Found {
        languages: browser::page::languages(),
        hash: browser::page::hash(),
        random: browser::clock::random(),
        ..Found::default()
    };
    for (key, text) in browser::local::read_all().unwrap_or_default() {
        if key == start::DEVICE_KEY {
            found.device = Some(text);
        } else if key == crate::app::prefs::KEY {
            found.prefs = Some(text);
        } else if key.starts_with(crate::journal::format::PREFIX) {
            found.shards.push((key, text));
        } else if key.starts_with(crate::app::first::TAPS) {
            left.push(key);
        }
    }
    (found, left)
}
