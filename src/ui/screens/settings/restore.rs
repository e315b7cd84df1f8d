//! Restoring a backup: first what would happen, then one button, and a way back.

use crate::{
    app::{
        intent::Intent,
        view::{
            settings::{self, CanPutBack},
            team::{self, Person},
        },
    },
    browser::{file, page},
    exchange::backup::{self, Backup, BackupError, Compared},
    text::Words,
    ui::context::{AppContext, use_app},
};
use leptos::{prelude::*, task::spawn_local};

/// What a chosen file is.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// A backup, or what is whole of it.
    Readable(Box<Found>),
    /// A backup in which nothing can be read.
    Hopeless,
    /// Something else.
    NotABackup,
    /// Made by a later version.
    Newer,
    /// The browser could not read it.
    NotRead,
}

/// A backup and what it would bring.
#[derive(Clone, Debug)]
pub struct Found {
    name: String,
    backup: Backup,
    compared: Compared,
    totals: [u64; 3],
    damaged: bool,
}

/// Opens the picker for a backup.
#[component]
pub fn RestoreButton(
    /// What was chosen.
    chosen: RwSignal<Option<Chosen>>,
) -> impl IntoView {
    let app = use_app();
    let choose = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(picked) = input.files().and_then(|it| it.get(0)) else { return };
        spawn_local(async move {
            let found = file::read(&picked).await;
            let name = team::name_of_file(&picked.name());
            chosen.set(Some(found.map_or(Chosen::NotRead, |bytes| look(app, name, &bytes))));
            // So that the same file can be chosen again.
            input.set_value("");
            request_animation_frame(|| page::focus("[data-testid='restore-preview']"));
        });
    };
    view! {
        <label class="button file">
            {app.say(Words::restore_backup)}
            <input type="file" accept=".json,application/json" data-testid="backup-restore" on:change=choose />
        </label>
    }
}

/// What the chosen file would bring.
#[component]
pub fn RestorePreview(
    /// What was chosen.
    chosen: RwSignal<Option<Chosen>>,
) -> impl IntoView {
    move || chosen.get().map(|it| view! { <Preview it chosen /> })
}

fn look(app: AppContext, name: String, bytes: &[u8]) -> Chosen {
    let (backup, damaged) = match backup::decode(bytes) {
        Ok(it) => (it, false),
        Err(BackupError::Damaged(it)) if it.records.is_empty() => return Chosen::Hopeless,
        Err(BackupError::Damaged(it)) => (*it, true),
        Err(BackupError::NotABackup) => return Chosen::NotABackup,
        Err(BackupError::Newer) => return Chosen::Newer,
    };
    let compared = app.state.with_untracked(|it| backup::compare(&it.journal, &backup.records));
    let totals = settings::totals(&backup.records);
    Chosen::Readable(Box::new(Found { name, backup, compared, totals, damaged }))
}

#[component]
fn Preview(it: Chosen, chosen: RwSignal<Option<Chosen>>) -> impl IntoView {
    let app = use_app();
    let body = match it {
        Chosen::Hopeless => (refusal(app, |it| it.restore_damaged(0)), cancel(app, chosen)).into_any(),
        Chosen::NotABackup => {
            (refusal(app, |it| it.restore_not_a_backup().to_owned()), cancel(app, chosen)).into_any()
        }
        Chosen::Newer => (refusal(app, |it| it.restore_newer().to_owned()), cancel(app, chosen)).into_any(),
        Chosen::NotRead => (refusal(app, |it| it.not_read().to_owned()), cancel(app, chosen)).into_any(),
        Chosen::Readable(found) => view! { <Readable found=*found chosen /> }.into_any(),
    };
    view! {
        <div class="inset" tabindex="-1" data-testid="restore-preview">
            {body}
        </div>
    }
}

fn refusal(app: AppContext, words: impl Fn(Words) -> String + Send + Sync + 'static) -> impl IntoView {
    view! { <p class="data__notice data__notice--bad" role="alert">{move || words(app.words.get())}</p> }
}

/// Closes the preview without doing anything.
fn cancel(app: AppContext, chosen: RwSignal<Option<Chosen>>) -> impl IntoView {
    let close = move |_| {
        chosen.set(None);
        request_animation_frame(|| page::focus("[data-testid='backup-restore']"));
    };
    view! { <button class="button button--quiet" type="button" on:click=close>{app.say(Words::cancel)}</button> }
}

#[component]
fn Readable(found: Found, chosen: RwSignal<Option<Chosen>>) -> impl IntoView {
    let app = use_app();
    let Found { name, backup, compared, totals, damaged } = found;
    let name = StoredValue::new(name);
    let whole = backup.records.len();
    let made = app.state.with_untracked(|it| settings::made_on(it, backup.at));
    let records = StoredValue::new(backup.records);
    let just_view = move |_| {
        if let Some(records) = records.try_update_value(core::mem::take) {
            let name = name.get_value();
            app.viewed.set(vec![Person::of(name, made, records)]);
            page::go("#/view");
        }
    };
    let confirm = move |_| {
        if let Some(records) = records.try_update_value(core::mem::take) {
            app.run(Intent::Merge(records));
        }
        chosen.set(None);
        request_animation_frame(|| page::focus("[data-testid='restore-undo']"));
    };
    view! {
        {made.map(|day| view! { <p class="inset__title">{move || app.words.get().made_on(day)}</p> })}
        <p>{move || app.words.get().file_totals(totals)}</p>
        {damaged.then(|| refusal(app, move |it| it.restore_damaged(whole)))}
        {(compared.conflicting > 0).then(|| view! {
            <p>{move || app.words.get().restore_conflicts(compared.conflicting)}</p>
        })}
        <p>{move || {
            let words = app.words.get();
            match compared.fresh {
                0 => words.restore_nothing().to_owned(),
                _ => words.restore_preview(compared.fresh, compared.same),
            }
        }}</p>
        <div class="row">
            {(compared.fresh > 0).then(|| view! {
                <button class="button button--main" type="button" data-testid="restore-confirm" on:click=confirm>
                    {app.say(Words::restore)}
                </button>
                <button class="button" type="button" on:click=move |_| super::data::download_backup(app)>
                    {app.say(Words::backup_first)}
                </button>
            })}
            {(!damaged).then(|| view! {
                <button class="button" type="button" data-testid="restore-view" on:click=just_view>
                    {app.say(Words::just_view)}
                </button>
            })}
            {cancel(app, chosen)}
        </div>
    }
}

/// The way back after a restore or an erase.
#[component]
pub fn PutBack() -> impl IntoView {
    let app = use_app();
    let can = app.memo(settings::can_put_back);
    let done = move || {
        let words = app.words.get();
        match can.get() {
            Some(CanPutBack::Restore) => words.restored(),
            Some(CanPutBack::Erase) => words.erased(),
            None => "",
        }
    };
    view! {
        <Show when=move || can.get().is_some()>
            <div class="inset">
                <p><strong>{done}</strong>" "<span class="hint">{app.say(Words::until_closed)}</span></p>
                <button class="button" type="button" data-testid="restore-undo"
                    on:click=move |_| app.run(Intent::PutBack)>{app.say(Words::put_back)}</button>
            </div>
        </Show>
    }
}
