//! Carries out an intent and performs its effects through `browser`.

use crate::{
    app::{effect::Effect, intent::Intent, prefs, state::State, update::update},
    browser::{clock, file, local, page, persist},
};
use leptos::prelude::*;

/// Carries out an intent, performs what it asks for, and carries out what comes of that.
///
/// All in the task of the tap, and the screens are told once, at the end: what
/// is painted is already stored or known to be unsaved.
pub fn dispatch(state: RwSignal<State>, intent: Intent) {
    state.update(|state| {
        let mut waiting = vec![intent];
        while let Some(intent) = waiting.pop() {
            let now = clock::now(state.journal.settings().day_start);
            for effect in update(state, intent, now) {
                waiting.extend(perform(effect));
            }
        }
    });
}

fn perform(effect: Effect) -> Option<Intent> {
    match effect {
        Effect::Write { key, text, through } => {
            let result = local::write(&key.to_string(), &text);
            return Some(Intent::Stored { key, through, result });
        }
        // Preferences that cannot be stored hold until the page is closed.
        Effect::SavePrefs(text) => local::write(prefs::KEY, &text).unwrap_or_default(),
        Effect::Mirror(_) | Effect::TrimMirror { .. } | Effect::Gather => {}
        Effect::Put { key, text } => local::write(&key, &text).unwrap_or_default(),
        Effect::Remove(keys) => {
            for key in keys {
                local::remove(&key).unwrap_or_default();
            }
        }
        Effect::Check(keys) => {
            let gone = keys.iter().any(|key| matches!(local::read(key), Ok(None)));
            if gone {
                return local::read_all().ok().map(Intent::StorageCleared);
            }
        }
        Effect::AskToPersist => persist::ask(),
        Effect::Download { name, mime, text } => {
            file::download(&name, mime, &text);
        }
        Effect::Vibrate => page::vibrate(),
    }
    None
}
