//! Takes over from the Log that was shown before the code was there, and leaves one behind.

use super::{
    context::{AppContext, Layout},
    dispatch::dispatch,
};
use crate::{
    app::{first, intent::Intent, state::State},
    browser::{
        clock,
        first::{self as door, Before},
        local, lock, page,
    },
};
use leptos::prelude::*;
use std::time::Duration;

/// Where there are no locks: how long after its last tap a page will not start any more.
const GIVEN_UP: u64 = 10 * 60 * 1000;

/// Counts what was tapped before the app was there, before it is shown for the first time.
pub(super) fn take_in(state: RwSignal<State>, before: &Before) {
    if let Some((key, taps)) = &before.taps {
        count(state, key, taps);
    }
}

/// Once the app is shown: the other buttons that were pressed, and the focus.
pub(super) fn go_on(before: Before) {
    if before.pressed.is_empty() && before.focused.is_none() {
        return;
    }
    // What was counted has yet to be drawn: a reason, say, belongs to it.
    set_timeout(
        move || {
            before.pressed.iter().for_each(|it| door::press(it));
            if let Some(it) = before.focused {
                page::focus(&format!("[data-testid='{it}']"));
            }
        },
        Duration::ZERO,
    );
}

/// Counts what was tapped on pages that were closed before they had started.
pub(super) fn take_in_left(state: RwSignal<State>, keys: Vec<String>) {
    for key in keys {
        // Its page holds the lock for as long as it lives.
        lock::alone_with(&key.clone(), move |closed| {
            // Another page may have been first.
            let Ok(Some(text)) = local::read(&key) else { return };
            let last = first::taps(&text).last().map_or(0, |it| it.at);
            if closed || clock::now(0).at.saturating_sub(last) > GIVEN_UP {
                count(state, &key, &text);
            }
        });
    }
}

/// Records each tap at its own time, then forgets the text they stood in.
fn count(state: RwSignal<State>, key: &str, text: &str) {
    // Nothing can be recorded now: a later version may.
    if state.with_untracked(State::read_only) {
        return;
    }
    let (device, day_start) =
        state.with_untracked(|it| (it.journal.device(), it.journal.settings().day_start));
    let records = first::records(device, key, text, |at| clock::at(at, day_start));
    dispatch(state, Intent::TappedBefore(records));
    local::remove(key).unwrap_or_default();
}

/// When nobody sees the page any more, keeps what it looks like for the next start.
pub(super) fn leave(app: AppContext) {
    if page::is_hidden() {
        let wide = app.layout.get_untracked() != Layout::Phone;
        let look = door::look();
        let text = look
            .and_then(|(markup, html)| app.state.with_untracked(|it| first::left(it, &markup, wide, &html)));
        door::keep(text.as_deref());
    }
}
