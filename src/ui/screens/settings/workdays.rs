//! Which days are worked: the week, and holidays.

use super::edit::{no_setting, save, setting};
use crate::{
    app::{intent::Intent, state::State},
    domain::date::{Date, Weekday},
    journal::record::Setting,
    text::{Words, errors::DateError},
    ui::{
        context::{AppContext, use_app},
        parts::field::DateField,
    },
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Month and day of the holidays of article 112 of the Labour Code of Russia.
const RUSSIAN: [(u8, u8); 14] = [
    (1, 1),
    (1, 2),
    (1, 3),
    (1, 4),
    (1, 5),
    (1, 6),
    (1, 7),
    (1, 8),
    (2, 23),
    (3, 8),
    (5, 1),
    (5, 9),
    (6, 12),
    (11, 4),
];

/// The part.
#[component]
pub fn Workdays() -> impl IntoView {
    let app = use_app();
    let mask = app.memo(|it: &State| it.book().settings().workdays);
    let sunday_first = app.memo(|it: &State| it.book().settings().week_start == Weekday::Sunday);
    let toggle = move |place: usize| {
        let mut days = mask.get_untracked();
        days[place] = !days[place];
        let text: String = days.map(|it| if it { '1' } else { '0' }).iter().collect();
        save(app, "workdays", &text);
    };
    let day = move |it: Weekday| {
        let place = it.index();
        view! {
            <button class="chip" type="button" data-testid=format!("workday-{}", place + 1)
                title=move || app.words.get().weekday(it)
                aria-pressed=move || mask.get()[place].to_string()
                on:click=move |_| toggle(place)>{move || app.words.get().weekday_short(it)}</button>
        }
    };
    let days = move || {
        let mut all = Weekday::ALL;
        all.rotate_right(usize::from(sunday_first.get()));
        all.map(day)
    };
    view! {
        <div class="settings__one">
            <section class="card">
                <h2 id="workdays-title">{app.say(Words::workdays_title)}</h2>
                <div class="weekdays" role="group" aria-labelledby="workdays-title">{days}</div>
                <p class="hint">{app.say(Words::workdays_hint)}</p>
            </section>
            <Holidays />
        </div>
    }
}

fn holiday(day: Date) -> Setting {
    setting(format!("holiday/{day}"), &true)
}

#[component]
fn Holidays() -> impl IntoView {
    let app = use_app();
    let all = app.memo(|it: &State| it.book().settings().holidays.clone());
    let typed = RwSignal::new(None::<Date>);
    let error = RwSignal::new(None::<DateError>);
    // Made anew once a day was added, so that the field is empty again.
    let round = RwSignal::new(0_u32);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match typed.get_untracked() {
            None => error.set(Some(DateError::NoSuchDate)),
            Some(day) => {
                if !all.with_untracked(|it| it.contains(&day)) {
                    app.run(Intent::Settings(vec![holiday(day)]));
                }
                typed.set(None);
                round.update(|it| *it += 1);
            }
        }
    };
    let field = move || {
        round.track();
        view! {
            <DateField label=Signal::derive(move || app.words.get().holiday().to_owned()) testid="holiday-day"
                value=typed error />
        }
    };
    let runs = Memo::new(move |_| all.with(runs));
    let run = move |(first, last): (Date, Date)| {
        let words = app.words.get();
        let name = words.holiday_span(first, last);
        let label = words.remove(&name);
        view! {
            <li class="own">
                <span class="own__main"><span class="own__name">{name}</span></span>
                <button class="button button--quiet button--icon" type="button" aria-label=label
                    on:click=move |_| remove(app, first, last)>"✕"</button>
            </li>
        }
    };
    view! {
        <section class="card">
            <h2>{app.say(Words::holidays)}</h2>
            <form class="add" on:submit=submit novalidate>
                {field}
                <button class="button" type="submit" data-testid="holiday-add">{app.say(Words::add)}</button>
            </form>
            <Show when=move || runs.with(Vec::is_empty)><p class="hint">{app.say(Words::no_holidays)}</p></Show>
            <ul>{move || runs.get().into_iter().map(run).collect_view()}</ul>
            <RussianHolidays all />
        </section>
    }
}

/// Days that follow each other are one line: a fortnight off is not fourteen.
fn runs(all: &BTreeSet<Date>) -> Vec<(Date, Date)> {
    let mut runs: Vec<(Date, Date)> = Vec::new();
    for day in all {
        match runs.last_mut() {
            Some(it) if day.days_since(it.1) == 1 => it.1 = *day,
            _ => runs.push((*day, *day)),
        }
    }
    runs
}

fn remove(app: AppContext, first: Date, last: Date) {
    let days = app
        .state
        .with_untracked(|it| it.book().settings().holidays.range(first..=last).copied().collect::<Vec<_>>());
    app.run(Intent::Settings(days.into_iter().map(|day| no_setting(format!("holiday/{day}"))).collect()));
}

/// Offered in Russian, for this year and the next.
#[component]
fn RussianHolidays(all: Memo<BTreeSet<Date>>) -> impl IntoView {
    let app = use_app();
    let year = app.memo(|it: &State| it.now.day.ymd().0);
    let missing = move |year: i32| {
        all.with(|known| {
            RUSSIAN
                .iter()
                .filter_map(|(month, day)| Date::new(year, *month, *day))
                .filter(|it| !known.contains(it))
                .collect::<Vec<_>>()
        })
    };
    let button = move |year: i32| {
        let days = missing(year);
        (!days.is_empty()).then(|| {
            view! {
                <button class="button" type="button" data-testid=format!("holidays-ru-{year}")
                    on:click=move |_| app.run(Intent::Settings(days.iter().copied().map(holiday).collect()))>
                    {app.words.get().russian_holidays(year)}
                </button>
            }
        })
    };
    view! {
        <Show when=move || app.words.get().lang == crate::app::prefs::Lang::Ru>
            <div class="row">{move || [year.get(), year.get() + 1].map(button)}</div>
            <p class="hint">{app.say(Words::russian_holidays_hint)}</p>
        </Show>
    }
}
