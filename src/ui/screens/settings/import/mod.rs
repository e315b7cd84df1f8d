//! Import: a file or pasted cells, what would happen, then one button.

pub mod columns;
pub mod rows;
pub mod said;
pub mod work;

use crate::{
    app::{route::SettingsPart, view::settings::ABOUT_ALL_SPACE},
    browser::{file, local},
    exchange::import::{DateOrder, OtherNumbers, preview::Question},
    text::{Words, settings_rows::BadFile},
    ui::context::use_app,
};
use columns::Columns;
use leptos::{prelude::*, task::spawn_local};
use rows::Rows;
use std::sync::Arc;
use work::{Ready, Stage, Work};

/// The part.
#[component]
pub fn Import() -> impl IntoView {
    let app = use_app();
    let work = Work::new(app);
    on_cleanup(move || work.stop());
    let saving = Memo::new(move |_| matches!(work.stage.get(), Stage::Saving(_)));
    let stage = move || {
        match work.stage.get() {
        Stage::Empty => ().into_any(),
        Stage::Reading(percent) => view! { <Reading percent work /> }.into_any(),
        Stage::Saving(percent) => view! { <Saving percent /> }.into_any(),
        Stage::Bad(why) => view! {
            <p class="data__notice data__notice--bad" role="alert" tabindex="-1" data-testid="import-preview">
                {move || app.words.get().bad_file(why)}
            </p>
        }
        .into_any(),
        Stage::Backup => view! {
            <div class="inset" tabindex="-1" data-testid="import-preview">
                <p>{app.say(Words::this_is_a_backup)}</p>
                <a class="button" href=super::address(SettingsPart::Backup)>{app.say(Words::restore_backup)}</a>
            </div>
        }
        .into_any(),
        Stage::Ready(it) => view! { <Shown ready=it work /> }.into_any(),
        Stage::Stopped => view! {
            <p class="data__notice data__notice--bad" role="status" tabindex="-1" data-testid="import-preview">
                {app.say(Words::import_stopped)}
            </p>
        }
        .into_any(),
        Stage::Done(n) => view! {
            <p class="data__notice data__notice--good" role="status" tabindex="-1" data-testid="import-preview">
                {move || app.words.get().import_done(n)}
            </p>
        }
        .into_any(),
    }
    };
    view! {
        <div class="settings__wide">
            <Show when=move || !saving.get()>
                <section class="card">
                    <p class="hint">{app.say(Words::import_hint)}</p>
                    <Source work />
                </section>
            </Show>
            {stage}
        </div>
    }
}

/// A file or pasted cells.
#[component]
fn Source(work: Work) -> impl IntoView {
    let app = use_app();
    let pasted = RwSignal::new(String::new());
    let choose = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(picked) = input.files().and_then(|it| it.get(0)) else { return };
        // A file that is far too large is not even read.
        if picked.size() > 4.0 * 20.0 * 1024.0 * 1024.0 {
            work.stage.set(Stage::Bad(BadFile::TooLarge));
            return;
        }
        spawn_local(async move {
            let read = file::read(&picked).await;
            // What was shown before may have been confirmed meanwhile.
            if matches!(work.stage.try_get_untracked(), None | Some(Stage::Saving(_))) {
                return;
            }
            match read {
                Ok(bytes) => work.begin(app, bytes),
                Err(_) => work.stage.set(Stage::Bad(BadFile::NotRead)),
            }
            input.set_value("");
        });
    };
    view! {
        <div class="row">
            <label class="button button--main file">
                {app.say(Words::choose_a_file)}
                <input type="file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
                    data-testid="import-file" on:change=choose />
            </label>
        </div>
        <div class="field">
            <label class="field__label" for="import-text">{app.say(Words::paste_here)}</label>
            <textarea class="field__input import__text" id="import-text" data-testid="import-text" rows="4"
                autocomplete="off" spellcheck="false" prop:value=pasted
                on:input=move |event| pasted.set(event_target_value(&event))></textarea>
        </div>
        <button class="button" type="button" data-testid="import-show"
            disabled=move || pasted.with(|it| it.trim().is_empty())
            on:click=move |_| work.begin(app, pasted.get_untracked().into_bytes())>
            {app.say(Words::show_preview)}
        </button>
    }
}

#[component]
fn Reading(percent: usize, work: Work) -> impl IntoView {
    let app = use_app();
    view! {
        <section class="card">
            <p>{move || app.words.get().reading(percent)}</p>
            <progress class="space__bar" max="100" value=percent.to_string()
                aria-label=move || app.words.get().reading(percent)></progress>
            <button class="button" type="button" data-testid="import-cancel" on:click=move |_| work.cancel()>
                {app.say(Words::cancel)}
            </button>
        </section>
    }
}

/// Nothing to press in between: Undo takes back what was recorded, and the rest is let be.
#[component]
fn Saving(percent: usize) -> impl IntoView {
    let app = use_app();
    view! {
        <section class="card">
            <p>{move || app.words.get().importing(percent)}</p>
            <progress class="space__bar" max="100" value=percent.to_string()
                aria-label=move || app.words.get().importing(percent)></progress>
        </section>
    }
}

/// What would happen.
#[component]
fn Shown(ready: Arc<Ready>, work: Work) -> impl IntoView {
    let app = use_app();
    let Ready { preview, new_names, size } = &*ready;
    let [new_lists, new_reasons] = new_names.clone();
    let summary = preview.summary;
    let totals = preview.totals;
    let nothing = summary.ready == 0;
    let asked = preview.questions.contains(&Question::DateOrder)
        || work.options.with_untracked(|it| it.date_order.is_some());
    let order = preview.date_order;
    let unanswered = !preview.questions.is_empty();
    let over = (local::used() + *size).saturating_sub(ABOUT_ALL_SPACE);
    let conflicts = preview.conflict_days;
    let written = (said::encoding(preview.encoding), preview.separator.byte());
    let columns = preview.columns.clone();
    let rows = ready.clone();
    let confirm = move |_| spawn_local(work.save(app, summary.ready));
    view! {
        <section class="card" tabindex="-1" data-testid="import-preview">
            <h2>{move || app.words.get().import_summary(summary.read, summary.ready, summary.errors)}</h2>
            {move || app.words.get().import_totals(
                [totals.calls, totals.presentations, totals.sales],
                [totals.inbound_presentations, totals.inbound_sales],
                totals.own,
            ).map(|it| view! { <p>{it}</p> })}
            {(summary.already_here > 0).then(|| view! {
                <p>{move || app.words.get().already_here(summary.already_here)}</p>
            })}
            {(summary.errors > 0).then(|| view! { <p class="hint">{app.say(Words::errors_left_out)}</p> })}
            {(summary.left_out > 0).then(|| view! {
                <p>{move || app.words.get().rows_left_out(summary.left_out)}</p>
            })}
            {move || app.words.get().new_names(&new_lists, &new_reasons).map(|it| view! { <p>{it}</p> })}
            {asked.then(|| view! { <DateQuestion order work /> })}
            <Conflicts conflicts work />
            <p class:data__notice--bad=over.gt(&0)>{move || {
                let words = app.words.get();
                if over > 0 { words.does_not_fit(over) } else { words.it_fits().to_owned() }
            }}</p>
            <p class="hint">{move || {
                let words = app.words.get();
                words.written_as(written.0, words.separator(written.1))
            }}</p>
            <div class="row">
                <button class="button button--main" type="button" data-testid="import-confirm"
                    disabled=nothing || unanswered || over.gt(&0) on:click=confirm>
                    {move || app.words.get().import_rows(summary.ready)}
                </button>
                <button class="button" type="button" data-testid="import-cancel" on:click=move |_| work.cancel()>
                    {app.say(Words::cancel)}
                </button>
            </div>
            <Columns columns work />
            <Rows ready=rows work />
        </section>
    }
}

/// Is 03/04 3 April or March 4?
#[component]
fn DateQuestion(order: Option<DateOrder>, work: Work) -> impl IntoView {
    let app = use_app();
    let said = work.options.with_untracked(|it| it.date_order);
    let button = move |(it, id, words): (DateOrder, &'static str, fn(Words) -> &'static str)| {
        view! {
            <button class="chip" type="button" data-testid=id aria-pressed=(said.and(order) == Some(it)).to_string()
                on:click=move |_| work.with(app, |options| options.date_order = Some(it))>{app.say(words)}</button>
        }
    };
    view! {
        <div class="inset" role="group" aria-labelledby="import-order">
            <p id="import-order">{app.say(Words::which_order)}</p>
            <div class="row">
                {[
                    (DateOrder::Dmy, "import-dmy", Words::day_first as fn(Words) -> &'static str),
                    (DateOrder::Mdy, "import-mdy", Words::month_first),
                ]
                .map(button)}
            </div>
        </div>
    }
}

/// Days that hold other numbers: leave them alone, or add.
#[component]
fn Conflicts(conflicts: u32, work: Work) -> impl IntoView {
    let app = use_app();
    let now = work.options.with_untracked(|it| it.other_numbers);
    let button = move |(it, id, words): (OtherNumbers, &'static str, fn(Words) -> &'static str)| {
        view! {
            <button class="chip" type="button" data-testid=id aria-pressed=(now == it).to_string()
                on:click=move |_| work.with(app, |options| options.other_numbers = it)>{app.say(words)}</button>
        }
    };
    view! {
        <Show when=move || { conflicts > 0 }>
            <div class="inset" role="group" aria-labelledby="import-days-title" data-testid="import-days">
                <p id="import-days-title">{move || app.words.get().conflict_days(conflicts)}</p>
                <div class="row">
                    {[
                        (OtherNumbers::LeaveAlone, "import-days-leave", Words::leave_days as fn(Words) -> &'static str),
                        (OtherNumbers::Add, "import-days-add", Words::add_to_days),
                    ]
                    .map(button)}
                </div>
            </div>
        </Show>
    }
}
