//! One day in full: numbers (on a phone), reasons, day off, weight, note, entries.

use super::{cell::CellField, open_day};
use crate::{
    app::{
        intent::Intent,
        view::{
            days::{Column, DaysView, OpenDay},
            log::EntryLine,
        },
    },
    domain::{
        date::Date,
        reason::Side,
        typed::{self, MAX_COUNT},
    },
    journal::{
        record::{Setting, What},
        settings::{DayMark, FULL_DAY, MAX_NAME},
    },
    text::Words,
    ui::{
        context::{AppContext, use_app},
        parts::problems::Problems,
        screens::log::{EntryRows, EntrySheet},
    },
};
use leptos::prelude::*;

/// The sheet under the week.
#[component]
pub fn DaySheet(
    /// What the screen shows.
    view: Memo<DaysView>,
    /// The day.
    day: Date,
    /// Whether the numbers are typed here: the week's own fields are not there then.
    with_cells: bool,
) -> impl IntoView {
    let app = use_app();
    let open = Memo::new(move |_| view.with(|it| it.open.clone()));
    let columns = Memo::new(move |_| view.with(|it| it.columns.clone()));
    let future = view.with_untracked(|it| day > it.today);
    let more_sales = Memo::new(move |_| open.with(|it| it.as_ref().is_some_and(|it| it.more_sales)));
    let cells = move || {
        columns
            .get()
            .into_iter()
            .enumerate()
            .map(|(place, column)| view! { <CellRow view day column place future /> })
            .collect_view()
    };
    view! {
        <section class="card day-sheet" data-testid="day-sheet" aria-labelledby="day-sheet-title">
            <div class="card__head">
                <h2 id="day-sheet-title" tabindex="-1">{move || app.words.get().weekday_date(day)}</h2>
                <button class="button" type="button" on:click=move |_| open_day(app, None)>{app.say(Words::done)}</button>
            </div>
            <Show when=move || future>
                <p class="hint">{app.say(|it| it.date_error(crate::text::errors::DateError::Future))}</p>
            </Show>
            <Show when=move || with_cells><div class="day-sheet__cells">{cells}</div></Show>
            <Show when=move || more_sales.get()><p class="hint">{app.say(Words::more_sales)}</p></Show>
            <Mark day open />
            <Show when=move || !future><Reasons day open /></Show>
            <DayEntries open />
        </section>
    }
}

/// A count with − and +.
#[component]
fn CellRow(view: Memo<DaysView>, day: Date, column: Column, place: usize, future: bool) -> impl IntoView {
    let app = use_app();
    let what = column.what;
    let name = {
        let column = column.clone();
        Memo::new(move |_| app.words.get().column(column.what, column.label.as_ref()))
    };
    let change = move |up: bool| {
        let (list, now) = view.with_untracked(|it| {
            let row = it.rows.iter().find(|it| it.day == day);
            (it.list, row.and_then(|it| it.cells.get(place).copied().flatten()).unwrap_or(0))
        });
        let n = if up { now + 1 } else { now.saturating_sub(1) };
        if let Ok(n) = u32::try_from(n)
            && n <= MAX_COUNT
        {
            app.run(Intent::SetCell { day, what, list, n: Some(n) });
        }
    };
    view! {
        <div class="day-sheet__row">
            <span>{name}</span>
            <button class="button button--icon" type="button" disabled=future
                aria-label=move || app.words.get().one_less(&name.get())
                on:click=move |_| change(false)>"−"</button>
            <CellField view day column place />
            <button class="button button--icon" type="button" disabled=future
                aria-label=move || app.words.get().one_more(&name.get())
                on:click=move |_| change(true)>"+"</button>
        </div>
    }
}

fn save_mark(app: AppContext, day: Date, change: impl FnOnce(&mut DayMark)) {
    let mut mark =
        app.state.with_untracked(|it| it.book().settings().days.get(&day).cloned()).unwrap_or_default();
    change(&mut mark);
    let value = if mark == DayMark::default() {
        serde_json::Value::Null
    } else {
        serde_json::to_value(&mark).unwrap_or_default()
    };
    app.run(Intent::Settings(vec![Setting { key: format!("day/{day}"), value }]));
}

/// Day off, weight, note.
#[component]
fn Mark(day: Date, open: Memo<Option<OpenDay>>) -> impl IntoView {
    let app = use_app();
    let problems = expect_context::<Problems>();
    let row = Memo::new(move |_| open.with(|it| it.as_ref().map(|it| it.row.clone())));
    let works = move || row.with(|it| it.as_ref().is_some_and(|it| it.works));
    let weight = move || row.with(|it| it.as_ref().and_then(|it| it.mark.weight)).unwrap_or(FULL_DAY);
    let note = move || row.with(|it| it.as_ref().map(|it| it.mark.note.clone())).unwrap_or_default();
    let save_note = move |event: web_sys::Event| {
        let text = event_target_value(&event).trim().to_owned();
        if text.chars().count() > MAX_NAME {
            problems.report("day-note".to_owned(), app.words.get_untracked().name_error(MAX_NAME));
            return;
        }
        problems.settle("day-note");
        if text != note() {
            save_mark(app, day, |it| it.note = text);
        }
    };
    view! {
        <div class="day-sheet__mark">
            <label class="switch">
                <input type="checkbox" data-testid="day-off" prop:checked=move || !works()
                    on:change=move |event| {
                        let off = event_target_checked(&event);
                        save_mark(app, day, |it| it.worked = Some(!off));
                    } />
                <span>{app.say(Words::day_off)}</span>
            </label>
            <select class="chip-select" data-testid="day-weight" aria-label=app.say(Words::day_weight_label)
                disabled=move || !works()
                on:change=move |event| {
                    let weight = event_target_value(&event).parse().ok().filter(|it| *it != FULL_DAY);
                    save_mark(app, day, |it| it.weight = weight);
                }>
                {move || [FULL_DAY, 875, 500].map(|it| view! {
                    <option value=it.to_string() selected=weight() == it>{app.words.get().day_weight(it)}</option>
                })}
            </select>
            <label class="field field--inline">
                <span class="field__label">{app.say(Words::note)}</span>
                <input class="field__input" type="text" autocomplete="off" data-testid="day-note"
                    prop:value=note on:change=save_note />
            </label>
        </div>
    }
}

/// How many of the day's calls and presentations have which reason.
#[component]
fn Reasons(day: Date, open: Memo<Option<OpenDay>>) -> impl IntoView {
    let app = use_app();
    let reasons = Memo::new(move |_| open.with(|it| it.as_ref().map(|it| (it.reasons.clone(), it.without))));
    let any = Memo::new(move |_| {
        reasons.with(|it| {
            it.as_ref().is_some_and(|(all, without)| {
                without.iter().any(|it| *it > 0) || all.iter().any(|it| it.3 > 0)
            })
        })
    });
    let list = move || {
        let words = app.words.get();
        let (all, without) = reasons.get().unwrap_or_default();
        [Side::Call, Side::Presentation].map(|side| {
            let free = without[usize::from(side == Side::Presentation)];
            let rows = all.iter().filter(|it| it.0 == side).map(|(_, id, name, n)| {
                view! { <ReasonField day side id=*id n=*n free label=words.name(name) /> }
            });
            let rows = rows.collect_view();
            view! {
                <fieldset class="day-sheet__reasons">
                    <legend>{words.side(side)}</legend>
                    {rows}
                    <p class="hint">{words.without_reason(free)}</p>
                </fieldset>
            }
        })
    };
    view! {
        <Show when=move || any.get()>
            <details class="more">
                <summary>{app.say(Words::reasons_of_day)}</summary>
                {list}
            </details>
        </Show>
    }
}

#[component]
fn ReasonField(
    day: Date,
    side: Side,
    id: crate::domain::step::Id,
    n: u64,
    free: u64,
    label: String,
) -> impl IntoView {
    let app = use_app();
    let problems = expect_context::<Problems>();
    let testid = format!("reason-{}-{day}", id.0);
    let what = if side == Side::Call { What::CALL } else { What::PRESENTATION };
    let field = label.clone();
    let key = testid.clone();
    let save = move |event: web_sys::Event| {
        let words = app.words.get_untracked();
        match typed::parse(&event_target_value(&event), MAX_COUNT) {
            Err(error) => problems.report(key.clone(), words.count_error(&field, error, MAX_COUNT)),
            Ok(wanted) if u64::from(wanted) > n + free => {
                problems.report(key.clone(), words.reasons_error(n + free));
            }
            Ok(n) => {
                problems.settle(&key);
                app.run(Intent::SetReasonCount { day, what, reason: id, n });
            }
        }
    };
    view! {
        <label class="day-sheet__row">
            <span>{label}</span>
            <input class="cell" type="text" inputmode="numeric" autocomplete="off" data-testid=testid
                prop:value=n.to_string() on:change=save />
        </label>
    }
}

/// The day's entries, each to be changed or taken away.
#[component]
fn DayEntries(open: Memo<Option<OpenDay>>) -> impl IntoView {
    let app = use_app();
    let entries =
        Memo::new(move |_| open.with(|it| it.as_ref().map(|it| it.entries.clone())).unwrap_or_default());
    let editing = RwSignal::new(None::<EntryLine>);
    view! {
        <Show when=move || entries.with(|it| !it.is_empty())>
            <h3>{move || app.words.get().entries_of_day(entries.with(Vec::len) as u64)}</h3>
            <EntryRows entries editing />
        </Show>
        <EntrySheet editing />
    }
}
