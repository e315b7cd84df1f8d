//! Which days and which list; kept in the address, so that Back and reload work.

use super::{PARTS, part_name};
use crate::{
    app::{
        route::{Period, Route, Screen},
        view::{funnel::slice::Slice, names},
    },
    browser::page,
    domain::{date::Date, step::Id},
    journal::tally::ListFilter,
    text::{Words, errors::DateError},
    ui::{context::use_app, parts::field::DateField},
};
use leptos::prelude::*;

/// The periods to choose from, by their value in the address.
const PERIODS: [Period; 6] =
    [Period::Today, Period::Last(7), Period::Last(30), Period::Default, Period::Month, Period::All];
/// The value that opens two fields for the days.
const DATES: &str = "dates";

/// Above everything.
#[component]
pub fn Filters(
    /// The counts of the period.
    slice: Memo<Slice>,
) -> impl IntoView {
    let app = use_app();
    let choosing = RwSignal::new(false);
    let span = Memo::new(move |_| slice.with(|it| (it.first, it.end())));
    let go = move |change: &dyn Fn(&mut Route)| {
        let mut route = app.state.with_untracked(|it| it.route.clone());
        change(&mut route);
        page::go(&route.to_string());
    };
    let choose_list = move |event: web_sys::Event| {
        let list = event_target_value(&event).parse().map_or(ListFilter::All, |id| ListFilter::Only(Id(id)));
        go(&|it| it.list = list);
    };
    // Lists that were merged into others are counted there.
    let lists = app.memo(|it| {
        let settings = it.book().settings();
        let own = settings.lists.keys().filter(|id| settings.list_root(**id) == **id);
        own.map(|id| (*id, names::list(settings, *id))).collect::<Vec<_>>()
    });
    let chosen = Memo::new(move |_| slice.with(|it| it.list.as_ref().map(|it| it.0)));
    view! {
        <div class="toolbar funnel__filters">
            <PeriodSelect choosing />
            <Show when=move || lists.with(|it| !it.is_empty())>
                <select class="chip-select" data-testid="list-filter" aria-label=app.say(Words::list_label)
                    on:change=choose_list>
                    {move || {
                        let (words, chosen) = (app.words.get(), chosen.get());
                        view! {
                            <option value="" prop:selected=chosen.is_none()>{words.all_lists()}</option>
                            {lists.get().into_iter().map(|(id, name)| view! {
                                <option value=id.0.to_string() prop:selected=chosen == Some(id)>{words.name(&name)}</option>
                            }).collect_view()}
                        }
                    }}
                </select>
            </Show>
            <p class="hint funnel__span">{move || slice.with(|it| app.words.get().span(it.first, it.end().max(it.first)))}</p>
            <Jump />
        </div>
        <Show when=move || choosing.get()><Dates span choosing /></Show>
    }
}

/// Which days.
#[component]
pub fn PeriodSelect(
    /// Whether the fields for the days are open.
    choosing: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let period = app.memo(|it| it.route.period);
    let choose = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        choosing.set(value == DATES);
        if let Some(period) = Period::parse(&value) {
            let route = app.state.with_untracked(|it| Route { period, ..it.route.clone() });
            page::go(&route.to_string());
        }
    };
    view! {
        <select class="chip-select" data-testid="period" aria-label=app.say(Words::period_label)
            on:change=choose>
            {move || {
                let (words, now, dates) = (app.words.get(), period.get(), choosing.get());
                let now = if now == Period::Last(90) { Period::Default } else { now };
                let own = (!PERIODS.contains(&now)).then_some(now);
                view! {
                    {PERIODS.into_iter().chain(own).map(|it| view! {
                        <option value=it.to_string() prop:selected=it == now && !dates>{words.period(it)}</option>
                    }).collect_view()}
                    <option value=DATES prop:selected=dates>{words.choose_dates()}</option>
                }
            }}
        </select>
    }
}

/// The sections of the screen.
#[component]
fn Jump() -> impl IntoView {
    let app = use_app();
    let route = app.memo(|it| it.route.clone());
    let link = move |part| {
        let href = move || route.with(|it| Route { screen: Screen::Funnel(part), ..it.clone() }.to_string());
        let name = part_name(part);
        // The address may be this one already; then only the click tells.
        let again = move |_| {
            app.settled.set(true);
            request_animation_frame(move || page::focus(&format!("#funnel-{name}")));
        };
        view! {
            <li><a href=href data-testid=format!("jump-{name}") on:click=again>
                {move || app.words.get().funnel_part(part)}
            </a></li>
        }
    };
    view! {
        <nav class="jump" aria-label=app.say(Words::jump_label)><ul>{PARTS.map(link)}</ul></nav>
    }
}

/// Two fields for the days.
#[component]
pub fn Dates(
    /// The days that are shown.
    span: Memo<(Date, Date)>,
    /// Whether the fields are open.
    choosing: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let (first, last) = span.get_untracked();
    let today = app.state.with_untracked(|it| it.now.day);
    let from = RwSignal::new(Some(first.min(last)));
    let until = RwSignal::new(Some(last));
    let (from_error, until_error) = (RwSignal::new(None::<DateError>), RwSignal::new(None::<DateError>));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let missing = |day: Option<Date>, error: RwSignal<Option<DateError>>| {
            if day.is_none() && error.get_untracked().is_none() {
                error.set(Some(DateError::NoSuchDate));
            }
        };
        let (first, last) = (from.get_untracked(), until.get_untracked());
        missing(first, from_error);
        missing(last, until_error);
        let (Some(first), Some(last)) = (first, last) else { return };
        if last < first {
            until_error.set(Some(DateError::EndBeforeStart));
            return;
        }
        let period = Period::Between(first, last);
        let route = app.state.with_untracked(|it| Route { period, ..it.route.clone() });
        choosing.set(false);
        page::go(&route.to_string());
    };
    view! {
        <form class="card dates" on:submit=submit novalidate>
            <DateField label=Signal::derive(move || app.words.get().from_day().to_owned()) testid="period-from"
                value=from error=from_error last=today />
            <DateField label=Signal::derive(move || app.words.get().until_day().to_owned()) testid="period-until"
                value=until error=until_error last=today />
            <button class="button button--main" type="submit" data-testid="period-show">{app.say(Words::show)}</button>
            <button class="button" type="button" on:click=move |_| choosing.set(false)>{app.say(Words::cancel)}</button>
        </form>
    }
}
