//! The five screens: a bar at the bottom, a rail or a sidebar.

use crate::{
    app::route::{FunnelPart, Route, Screen, SettingsPart},
    text::Words,
    ui::{context::use_app, screens::settings::reminder::BackupReminder},
};
use leptos::prelude::*;

/// Screen, test id, drawing (24 × 24, strokes).
const ITEMS: [(Screen, &str, &str); 5] = [
    (Screen::Log, "nav-log", "M12 5v14M5 12h14"),
    (Screen::Funnel(FunnelPart::Rates), "nav-funnel", "M4 6h16M7 12h10M10 18h4"),
    (Screen::Plan, "nav-plan", "M4 19l5-6 4 3 7-9M15 7h5v5"),
    (Screen::Days(None), "nav-days", "M5 6h14v14H5zM5 10h14M9 3v4M15 3v4"),
    (Screen::Settings(SettingsPart::Main), "nav-settings", "M4 8h9M17 8h3M4 16h3M11 16h9M15 6v4M9 14v4"),
];

const fn same(left: Screen, right: Screen) -> bool {
    matches!(
        (left, right),
        (Screen::Log, Screen::Log)
            | (Screen::Funnel(_), Screen::Funnel(_))
            | (Screen::Plan, Screen::Plan)
            | (Screen::Days(_), Screen::Days(_))
            | (Screen::Settings(_), Screen::Settings(_))
    )
}

/// The navigation.
#[component]
pub fn Nav() -> impl IntoView {
    let app = use_app();
    let here = app.memo(|it| it.route.screen);
    let item = move |(screen, id, drawing): (Screen, &'static str, &'static str)| {
        view! {
            <li>
                <a class="nav__link" href=Route::to(screen).to_string() data-testid=id
                    aria-current=move || same(here.get(), screen).then_some("page")>
                    <svg class="nav__icon" viewBox="0 0 24 24" aria-hidden="true"><path d=drawing /></svg>
                    <span>{move || app.words.get().screen(screen)}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="nav" aria-label=app.say(Words::navigation)>
            <p class="nav__brand" aria-hidden="true">"Callpace"</p>
            <ul class="nav__list">{ITEMS.map(item)}</ul>
            <BackupReminder />
        </nav>
    }
}
