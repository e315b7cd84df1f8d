//! One file a screen.

pub mod days;
pub mod funnel;
pub mod log;
pub mod other;
pub mod plan;
pub mod settings;
pub mod shared;
pub mod team;

use crate::{app::route::Screen, ui::context::use_app};
use leptos::prelude::*;
use std::time::Duration;

/// After this long what is folded away is made too: after what is below (`parts::later`).
const A_WHILE: Duration = Duration::from_millis(1200);

/// The screen of the address.
#[component]
pub fn Screens() -> impl IntoView {
    let app = use_app();
    // A part of a screen is shown within it: only another screen is made anew.
    let kind = app.memo(|it| core::mem::discriminant(&it.route.screen));
    move || {
        // Read, not only tracked: a memo that nobody reads never looks at its sources.
        kind.get();
        app.settled.set(false);
        let timer = set_timeout_with_handle(move || app.settled.set(true), A_WHILE);
        on_cleanup(move || {
            if let Ok(it) = timer {
                it.clear();
            }
        });
        match app.state.with_untracked(|it| it.route.screen) {
            Screen::Log => log::Log().into_any(),
            Screen::Funnel(_) => funnel::Funnel().into_any(),
            Screen::Plan => plan::Plan().into_any(),
            Screen::Days(_) => days::Days().into_any(),
            Screen::Settings(_) => settings::Settings().into_any(),
            Screen::Shared => shared::Shared().into_any(),
            Screen::View => team::Team().into_any(),
            _ => other::NoSuch().into_any(),
        }
    }
}
