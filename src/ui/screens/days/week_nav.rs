//! Which week, which list, and the ways in and out of the numbers.

use super::open_day;
use crate::{
    app::intent::Intent,
    app::view::days::DaysView,
    domain::{date::Date, step::Id},
    journal::tally::ListFilter,
    text::{Words, errors::DateError},
    ui::{context::use_app, parts::field::EARLIEST},
};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// Above the week.
#[component]
pub fn WeekNav(
    /// What the screen shows.
    view: Memo<DaysView>,
) -> impl IntoView {
    let app = use_app();
    let first = Memo::new(move |_| view.with(|it| it.first));
    let lists = Memo::new(move |_| view.with(|it| (it.list, it.lists.clone())));
    let error = RwSignal::new(None::<DateError>);
    let go = move |event: web_sys::Event| {
        let input: HtmlInputElement = event_target(&event);
        let today = app.state.with_untracked(|it| it.now.day);
        match Date::parse_iso(&input.value()) {
            Some(day) if day > today => error.set(Some(DateError::Future)),
            Some(day) if day < EARLIEST => error.set(Some(DateError::TooEarly)),
            Some(day) => {
                error.set(None);
                open_day(app, Some(day));
            }
            None => error.set(Some(DateError::NoSuchDate)),
        }
    };
    let choose_list = move |event: web_sys::Event| {
        let list = event_target_value(&event).parse().map_or(ListFilter::All, |id| ListFilter::Only(Id(id)));
        let route = app.state.with_untracked(|it| crate::app::route::Route { list, ..it.route.clone() });
        crate::browser::page::go(&route.to_string());
    };
    view! {
        <div class="toolbar">
            <div class="toolbar__group">
                <button class="button button--icon" type="button" data-testid="week-before"
                    aria-label=app.say(Words::week_before)
                    on:click=move |_| open_day(app, Some(first.get_untracked().plus_days(-7)))>"‹"</button>
                <p class="toolbar__title" data-testid="week">
                    {move || app.words.get().week_of(first.get(), first.get().plus_days(6))}
                </p>
                <button class="button button--icon" type="button" data-testid="week-after"
                    aria-label=app.say(Words::week_after)
                    disabled=move || view.with(|it| it.first.plus_days(7) > it.today)
                    on:click=move |_| open_day(app, Some(first.get_untracked().plus_days(7)))>"›"</button>
            </div>
            <button class="button" type="button" on:click=move |_| open_day(app, None)>
                {app.say(Words::this_week)}
            </button>
            <label class="toolbar__group">
                <span class="toolbar__label">{app.say(Words::go_to_date)}</span>
                <input class="field__input" type="date" data-testid="go-to-date" on:change=go
                    aria-invalid=move || error.get().is_some().then_some("true")
                    aria-describedby="go-to-date-error" />
            </label>
            <Show when=move || lists.with(|it| !it.1.is_empty())>
                <label class="toolbar__group">
                    <span class="toolbar__label">{app.say(Words::list_label)}</span>
                    <select class="chip-select" data-testid="list-filter" on:change=choose_list>
                        {move || {
                            let (chosen, all) = lists.get();
                            let words = app.words.get();
                            view! {
                                <option value="" selected=chosen == ListFilter::All>{words.all_lists()}</option>
                                {all.into_iter().map(|(id, name)| view! {
                                    <option value=id.0.to_string() selected=chosen == ListFilter::Only(id)>
                                        {words.name(&name)}
                                    </option>
                                }).collect_view()}
                            }
                        }}
                    </select>
                </label>
            </Show>
            <div class="toolbar__group">
                <a class="button" href="#/settings/import">{app.say(Words::paste)}</a>
                <button class="button" type="button" data-testid="undo"
                    on:click=move |_| app.run(Intent::Undo)>{app.say(Words::undo)}</button>
            </div>
        </div>
        <p class="field__error" id="go-to-date-error" role="alert">
            {move || error.get().map(|it| app.words.get().date_error(it))}
        </p>
    }
}
