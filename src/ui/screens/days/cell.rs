//! One number of a day, typed or corrected; saved when it is left.

use crate::{
    app::{
        intent::Intent,
        view::days::{Column, DaysView},
    },
    browser::page,
    domain::{
        date::Date,
        typed::{self, MAX_COUNT},
    },
    ui::{context::use_app, parts::problems::Problems},
};
use leptos::prelude::*;
use web_sys::{HtmlInputElement, KeyboardEvent};

/// A field for the count of `column` on `day`.
#[expect(clippy::needless_pass_by_value, reason = "a prop is passed by value")]
#[component]
pub fn CellField(
    /// What the screen shows.
    view: Memo<DaysView>,
    /// The day.
    day: Date,
    /// The column.
    column: Column,
    /// Which column of the view.
    place: usize,
) -> impl IntoView {
    let app = use_app();
    let problems = expect_context::<Problems>();
    let testid = format!("cell-{day}-{}", column.name);
    let stored = Memo::new(move |_| {
        view.with(|it| {
            it.rows.iter().find(|it| it.day == day).and_then(|it| it.cells.get(place).copied().flatten())
        })
    });
    let shown = move || stored.get().map(|it| it.to_string()).unwrap_or_default();
    let label = {
        let column = column.clone();
        move || {
            let words = app.words.get();
            words.cell_name(day, &words.column(column.what, column.label.as_ref()))
        }
    };
    let save = {
        let (testid, column) = (testid.clone(), column.clone());
        move |input: &HtmlInputElement| {
            let text = input.value();
            let n = if text.trim().is_empty() { Ok(None) } else { typed::parse(&text, MAX_COUNT).map(Some) };
            match n {
                Err(error) => {
                    let words = app.words.get_untracked();
                    let field = words.column(column.what, column.label.as_ref());
                    problems.report(testid.clone(), words.count_error(&field, error, MAX_COUNT));
                }
                Ok(n) => {
                    problems.settle(&testid);
                    let list = view.with_untracked(|it| it.list);
                    app.run(Intent::SetCell { day, what: column.what, list, n });
                    // Shows the number as it is stored: `007` is 7.
                    input.set_value(&stored.get_untracked().map(|it| it.to_string()).unwrap_or_default());
                }
            }
        }
    };
    let on_key = {
        let (testid, name, save) = (testid.clone(), column.name.clone(), save.clone());
        move |event: KeyboardEvent| {
            let input: HtmlInputElement = event_target(&event);
            match event.key().as_str() {
                "Escape" => {
                    input.set_value(&shown_untracked(stored));
                    problems.settle(&testid);
                }
                "Enter" => {
                    event.prevent_default();
                    // Not left to `change`: it would come again when the focus moves on.
                    if input.value() != shown_untracked(stored) {
                        save(&input);
                    }
                    if problems.of(&testid).is_none() {
                        let next = day.plus_days(if event.shift_key() { -1 } else { 1 });
                        page::focus(&format!("[data-testid='cell-{next}-{name}']"));
                    }
                }
                _ => {}
            }
        }
    };
    let error_id = format!("{testid}-error");
    let error = {
        let testid = testid.clone();
        Memo::new(move |_| problems.of(&testid))
    };
    let described = error_id.clone();
    let future = Memo::new(move |_| view.with(|it| day > it.today));
    view! {
        <input class="cell" type="text" inputmode="numeric" autocomplete="off" id=testid.clone() data-testid=testid
            aria-label=label prop:value=shown disabled=move || future.get()
            aria-invalid=move || error.get().is_some().then_some("true")
            aria-describedby=move || error.get().is_some().then(|| described.clone())
            on:keydown=on_key
            on:change=move |event| save(&event_target(&event)) />
        <span class="field__error" id=error_id>{error}</span>
    }
}

fn shown_untracked(stored: Memo<Option<u64>>) -> String {
    stored.get_untracked().map(|it| it.to_string()).unwrap_or_default()
}
