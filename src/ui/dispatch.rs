//! Carries out an intent and performs its effects through `browser`.

use crate::{
    app::{effect::Effect, intent::Intent, prefs, state::State, update::update},
    browser::{clock, file, local, lock, mirror, page, persist, worker},
};
use leptos::prelude::*;

/// Carries out an intent, performs what it asks for, and carries out what comes of that.
///
/// All in the task of the tap, and the screens are told once, at the end: what is painted is
/// already stored or known to be unsaved.
pub fn dispatch(state: RwSignal<State>, intent: Intent) {
    state.update_untracked(|it| {
        let mut waiting = vec![intent];
        while let Some(intent) = waiting.pop() {
            let now = clock::now(it.journal.settings().day_start);
            for effect in update(it, intent, now) {
                waiting.extend(perform(state, effect));
            }
        }
    });
    state.notify();
}

/// Takes in what the mirror held and localStorage may have lost, once the first screen is there.
pub fn load_mirror(state: RwSignal<State>) {
    mirror::load(move |found| {
        // After an erasure that localStorage may have been killed before it forgot, nothing comes back.
        if let (Some(before), Ok(found)) = (found.erased_before, local::read_all()) {
            dispatch(state, Intent::Forget { before, found });
        }
        let erased = found.erased_before.unwrap_or(0);
        let records = found.records.into_iter().filter(|it| it.at > erased).collect();
        dispatch(state, Intent::Mirrored(records));
    });
}

fn perform(state: RwSignal<State>, effect: Effect) -> Option<Intent> {
    match effect {
        Effect::Write { key, text, through } => {
            let result = local::write(&key.to_string(), &text);
            return Some(Intent::Stored { key, through, result });
        }
        // What cannot be put or removed now is tried again by whoever asked for it.
        Effect::Put { key, text } => local::write(&key, &text).unwrap_or_default(),
        Effect::Remove(keys) => {
            for key in keys {
                local::remove(&key).unwrap_or_default();
            }
        }
        Effect::Mirror(records) => mirror::put(&records),
        Effect::TrimMirror { held, before } => mirror::trim(held, before),
        Effect::Check(keys) => {
            if local::any_gone(&keys) {
                lock::alone(move |_| {
                    if let Ok(found) = local::read_all() {
                        dispatch(state, Intent::StorageCleared(found));
                    }
                });
            }
        }
        Effect::Gather => lock::alone(move |alone| {
            if let (true, Ok(found)) = (alone, local::read_all()) {
                dispatch(state, Intent::Gather(found));
            }
        }),
        // Preferences that cannot be stored hold until the page is closed.
        Effect::SavePrefs(text) => local::write(prefs::KEY, &text).unwrap_or_default(),
        Effect::EraseAll { before, keep } => mirror::erase(before, move || local::erase_all(keep)),
        Effect::Unerase => mirror::unerase(),
        Effect::AskToPersist => persist::ask(),
        Effect::Download { name, mime, text } => {
            file::download(&name, mime, &text);
        }
        Effect::LookForNewer => worker::look(),
        Effect::LoadNewer => worker::load_newer(),
        Effect::Vibrate => page::vibrate(),
    }
    None
}
