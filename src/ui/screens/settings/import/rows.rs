//! What would happen with each row.

use super::said;
use crate::{
    exchange::import::{Verdict, preview::Row},
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

/// More rows than this nobody reads; those with errors come first.
const SHOWN: usize = 100;

/// The rows of the file.
#[component]
pub fn Rows(
    /// In the order of the file.
    rows: Vec<Row>,
    /// How many cannot be imported.
    errors: u32,
) -> impl IntoView {
    let app = use_app();
    let only_errors = RwSignal::new(errors > 0);
    let all = rows.len();
    let rows = StoredValue::new(rows);
    let chosen = Memo::new(move |_| {
        let only = only_errors.get();
        rows.with_value(|it| {
            let wanted = |it: &&Row| !only || matches!(it.verdict, Verdict::Error(_));
            it.iter().filter(wanted).take(SHOWN).cloned().collect::<Vec<_>>()
        })
    });
    let row = move |it: Row| {
        let words = app.words.get();
        let (text, bad) = match said::row(it.verdict) {
            Ok(fate) => (words.row_fate(fate).to_owned(), false),
            Err(why) => (words.bad_row(why, it.culprit.as_ref().map_or("", |it| it.text.as_str())), true),
        };
        view! {
            <li class="rows__one" class:rows__one--bad=bad data-testid=format!("import-row-{}", it.line)>
                {format!("{}: {text}", words.row_n(it.line))}
            </li>
        }
    };
    let of = move || if only_errors.get() { errors as usize } else { all };
    view! {
        <h3>{app.say(Words::rows_title)}</h3>
        {(errors > 0).then(|| view! {
            <label class="switch">
                <input type="checkbox" prop:checked=only_errors
                    on:change=move |event| only_errors.set(event_target_checked(&event)) />
                <span>{app.say(Words::only_errors)}</span>
            </label>
        })}
        <ul class="rows">{move || chosen.get().into_iter().map(row).collect_view()}</ul>
        <Show when=move || { of() > SHOWN }>
            <p class="hint">{move || app.words.get().rows_shown(SHOWN, of())}</p>
        </Show>
    }
}
