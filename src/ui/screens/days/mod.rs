//! Days: are the numbers right? The week as a grid, one day as a sheet.

pub mod cell;
pub mod day_sheet;
pub mod grid;
pub mod spread;
pub mod week_nav;

use crate::{
    app::{
        route::Screen,
        state::State,
        view::days::{self, DaysView},
    },
    browser::page,
    domain::date::Date,
    text::Words,
    ui::{
        context::{Layout, use_app},
        parts::problems::{ProblemList, Problems},
    },
};
use day_sheet::DaySheet;
use grid::{ReadGrid, TypeGrid};
use leptos::prelude::*;
use week_nav::WeekNav;

/// The screen.
#[component]
pub fn Days() -> impl IntoView {
    let app = use_app();
    let view = app.memo(days_view);
    let problems = Problems::provide();
    let phone = Memo::new(move |_| app.layout.get() == Layout::Phone);
    let empty = Memo::new(move |_| view.with(|it| it.empty));
    let open = Memo::new(move |_| view.with(|it| it.open.as_ref().map(|it| it.row.day)));
    let first = Memo::new(move |_| view.with(|it| it.first));
    // Another week starts without the problems of the last one.
    Effect::new(move |_| {
        first.get();
        problems.clear();
    });
    // On a phone the sheet may begin below the screen: a day that is opened is shown, and read, at its heading.
    Effect::new(move |before: Option<Option<Date>>| {
        let day = open.get();
        if phone.get_untracked() && day.is_some() && before.is_some_and(|it| it != day) {
            request_animation_frame(|| page::focus("#day-sheet-title"));
        }
        day
    });
    view! {
        <h1 tabindex="-1">{app.say(|it| it.screen(Screen::Days(None)))}</h1>
        <WeekNav view />
        <ProblemList screen=Screen::Days(None) />
        <Show when=move || empty.get()>
            <p class="hint">{app.say(Words::empty_week)}</p>
        </Show>
        {move || if phone.get() { view! { <ReadGrid view /> }.into_any() } else { view! { <TypeGrid view /> }.into_any() }}
        <Show when=move || !phone.get()>
            <p class="hint hint--keys">{app.say(Words::grid_keys)}</p>
        </Show>
        {move || open.get().map(|day| view! { <DaySheet view day with_cells=phone.get() /> })}
    }
}

fn days_view(state: &State) -> DaysView {
    let chosen = match state.route.screen {
        Screen::Days(day) => day,
        _ => None,
    };
    days::view(state, chosen)
}

/// Opens a day, keeping the list that is shown.
pub(crate) fn open_day(app: crate::ui::context::AppContext, day: Option<Date>) {
    let route = app
        .state
        .with_untracked(|it| crate::app::route::Route { screen: Screen::Days(day), ..it.route.clone() });
    page::go(&route.to_string());
}
