//! What would happen with each row, and which rows a person leaves out.

use super::{
    said,
    work::{LISTED, Ready, Work},
};
use crate::{
    browser::page,
    exchange::import::{Verdict, preview::Row},
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The rows of the file.
#[component]
pub fn Rows(
    /// In the order of the file; those with errors first.
    ready: Arc<Ready>,
    /// Where a row is left out.
    work: Work,
) -> impl IntoView {
    let app = use_app();
    let errors = ready.preview.summary.errors;
    let only_errors = Memo::new(move |_| work.only_errors.get().unwrap_or(errors > 0));
    let all = ready.preview.rows.len();
    let listed = work.listed;
    let chosen = Memo::new(move |_| {
        let only = only_errors.get();
        let wanted = |it: &&Row| !only || matches!(it.verdict, Verdict::Error(_));
        ready.preview.rows.iter().filter(wanted).take(listed.get()).cloned().collect::<Vec<_>>()
    });
    let count = move |only: bool| if only { errors as usize } else { all };
    let of = move || count(only_errors.get());
    let more = move |_| {
        let before = listed.get_untracked();
        listed.set(before + LISTED);
        // With the last rows the button goes, and the focus to the first of them.
        if count(only_errors.get_untracked()) <= before + LISTED {
            request_animation_frame(move || page::focus(&format!(".rows__one:nth-child({})", before + 1)));
        }
    };
    view! {
        <h3>{app.say(Words::rows_title)}</h3>
        {(errors > 0).then(|| view! {
            <label class="switch">
                <input type="checkbox" prop:checked=only_errors data-testid="import-only-errors"
                    on:change=move |event| work.only_errors.set(Some(event_target_checked(&event))) />
                <span>{app.say(Words::only_errors)}</span>
            </label>
        })}
        <ul class="rows">
            {move || {
                // Another tab may change the language.
                app.words.track();
                chosen.get().into_iter().map(|it| view! { <One it work /> }).collect_view()
            }}
        </ul>
        <Show when=move || { of() > listed.get() }>
            <div class="row">
                <p class="hint">{move || app.words.get().rows_shown(listed.get(), of())}</p>
                <button class="button" type="button" data-testid="import-more" on:click=more>
                    {app.say(Words::show_more_rows)}
                </button>
            </div>
        </Show>
    }
}

/// A row: what happens with it, and for one that can be imported, whether it is.
#[component]
fn One(it: Row, work: Work) -> impl IntoView {
    let app = use_app();
    let words = app.words.get_untracked();
    let (text, bad) = match said::row(it.verdict) {
        Ok(fate) => (words.row_fate(fate).to_owned(), false),
        Err(why) => (words.bad_row(why, it.culprit.as_ref().map_or("", |it| it.text.as_str())), true),
    };
    let line = it.line;
    let wanted = match it.verdict {
        Verdict::Ready => Some(true),
        Verdict::LeftOut => Some(false),
        _ => None,
    };
    let switch = wanted.map(|wanted| {
        view! {
            <input type="checkbox" class="rows__use" prop:checked=wanted data-testid=format!("import-use-{line}")
                aria-label=words.use_row(line)
                on:change=move |event| work.use_row(app, line, event_target_checked(&event)) />
        }
    });
    view! {
        <li class="rows__one" tabindex="-1" class:rows__one--bad=bad data-testid=format!("import-row-{line}")>
            <label class="rows__label">
                {switch}
                <span>{format!("{}: {text}", words.row_n(line))}</span>
            </label>
        </li>
    }
}
