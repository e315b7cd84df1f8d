//! When a tap is shown: once it is safe in the mirror, a moment later.
//!
//! What a person has seen must not be lost even if the browser is killed, and until the mirror has
//! answered it can be. That takes 1 or 2 ms. A mirror that is late is not waited for any longer
//! than a person would notice, and after that not at all until it answers again. Nor is one that is
//! not open yet: making it takes a new browser longer than that, and the first tap comes first.

use crate::app::state::State;
use leptos::prelude::*;
use std::{cell::Cell, time::Duration};

/// The longest wait: a tap has to be on the screen within 100 ms.
const PATIENCE: Duration = Duration::from_millis(80);

thread_local! {
    /// How many puts the mirror has not answered yet.
    static OPEN: Cell<u32> = const { Cell::new(0) };
    /// Whether there is something that the screens do not know yet.
    static UNTOLD: Cell<bool> = const { Cell::new(false) };
    /// How often the screens were told.
    static TOLD: Cell<u32> = const { Cell::new(0) };
    /// Whether the mirror has not answered yet, or not since it was late.
    static LATE: Cell<bool> = const { Cell::new(true) };
}

/// The mirror is open.
pub(super) fn ready() {
    LATE.set(false);
}

/// Something is put into the mirror; gives what is to be called when it is there or cannot be.
pub(super) fn put(state: RwSignal<State>) -> impl FnOnce() {
    OPEN.set(OPEN.get() + 1);
    move || {
        OPEN.set(OPEN.get().saturating_sub(1));
        LATE.set(false);
        // Within the change itself nothing is untold yet.
        if OPEN.get() == 0 && UNTOLD.get() {
            now(state);
        }
    }
}

/// Tells the screens what has changed.
pub(super) fn now(state: RwSignal<State>) {
    UNTOLD.set(false);
    TOLD.set(TOLD.get().wrapping_add(1));
    state.notify();
}

/// Tells the screens once all that was put into the mirror is there.
pub(super) fn when_safe(state: RwSignal<State>) {
    if OPEN.get() == 0 || LATE.get() {
        now(state);
        return;
    }
    UNTOLD.set(true);
    let told = TOLD.get();
    set_timeout(
        move || {
            if TOLD.get() == told {
                LATE.set(true);
                now(state);
            }
        },
        PATIENCE,
    );
}
