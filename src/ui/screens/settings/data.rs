//! Your data: backup and its check, restore, import, export, space.

use super::{
    address,
    restore::{Chosen, PutBack, RestoreButton, RestorePreview},
};
use crate::{
    app::{
        intent::Intent,
        prefs,
        route::SettingsPart,
        view::settings::{self, ABOUT_ALL_SPACE},
    },
    browser::{file, local, page},
    exchange::{
        backup::{self, Check},
        export::{self, Dialect},
        log,
    },
    text::Words,
    ui::context::{AppContext, use_app},
};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// From here on, of ten parts, space is nearly used up.
const NEARLY: usize = 9;

/// What became of the backup just saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Notice {
    ChooseIt,
    Checked(usize),
    NotIt,
    NotSaved,
    NotRead,
}

/// The card.
#[component]
pub fn Data(
    /// Whether it names itself: not where the page has that name already.
    #[prop(default = true)]
    titled: bool,
) -> impl IntoView {
    let app = use_app();
    let age = app.memo(settings::backup_age);
    let forgets = page::forgets_after_a_week();
    let is_file = page::is_file();
    let chosen = RwSignal::new(None::<Chosen>);
    view! {
        <section class="card data">
            {titled.then(|| view! { <h2>{app.say(Words::your_data)}</h2> })}
            <p class="data__age" data-testid="backup-age" class:data__age--due=move || age.get().due>
                {move || app.words.get().backup_age(age.get())}
            </p>
            <Saving chosen />
            <RestorePreview chosen />
            <PutBack />
            <div class="row data__more">
                <a class="button" href=address(SettingsPart::Import)>{app.say(Words::import_link)}</a>
                <button class="button" type="button" data-testid="export-csv" on:click=move |_| export_csv(app)>
                    {app.say(Words::export_csv)}
                </button>
                <a class="button" href="#/view" data-testid="view-open">{app.say(Words::view_link)}</a>
                <button class="button" type="button" on:click=move |_| print_report()>{app.say(Words::print_report)}</button>
            </div>
            <Space />
            <Show when=move || is_file><p class="hint" data-testid="one-file-log">{app.say(Words::one_file_log)}</p></Show>
            <Show when=move || forgets><p class="hint">{app.say(Words::safari_forgets)}</p></Show>
        </section>
    }
}

/// The report is the Funnel on paper: every table and arithmetic open.
fn print_report() {
    page::go("#/funnel");
    // After the screen is drawn.
    set_timeout(page::print, Duration::from_millis(300));
}

/// A backup of all that is on screen, stored or not.
fn make_backup(app: AppContext) -> (String, backup::File, prefs::Backup) {
    app.state.with_untracked(|it| {
        let unreadable: Vec<_> = it.unreadable.iter().map(|it| (it.key.clone(), it.text.clone())).collect();
        let file = backup::encode(&it.journal, &unreadable, it.now.at);
        let saved = prefs::Backup { at: it.now.at, sum: file.sum, records: file.records, checked: false };
        (format!("callpace-{}.json", it.now.day), file, saved)
    })
}

/// Saves a backup as a download.
pub(super) fn download_backup(app: AppContext) {
    let (name, file, saved) = make_backup(app);
    app.run(Intent::Download { name, mime: "application/json", text: file.text });
    app.run(Intent::BackedUp(saved));
}

/// Saves a backup where the person says and reads it again; else downloads it.
async fn save_and_check(app: AppContext, notice: RwSignal<Option<Notice>>) {
    let (name, file, saved) = make_backup(app);
    match file::save_as(&name, "application/json", ".json", &file.text).await {
        Err(file::SaveError::Cancelled) => {}
        Err(file::SaveError::Refused) => {
            download_backup(app);
            notice.set(Some(Notice::ChooseIt));
        }
        Ok(handle) => {
            app.run(Intent::BackedUp(saved));
            match file::read_again(&handle).await {
                Ok(bytes) => notice.set(Some(judge(app, &bytes))),
                Err(_) => notice.set(Some(Notice::NotSaved)),
            }
        }
    }
}

/// Compares a file with the backup saved last.
fn judge(app: AppContext, bytes: &[u8]) -> Notice {
    let saved = app.state.with_untracked(|it| it.prefs.saved);
    let Some(saved) = saved else { return Notice::NotIt };
    match backup::check(bytes, saved.sum, saved.records) {
        Check::Whole(n) => {
            app.run(Intent::BackedUp(prefs::Backup { checked: true, ..saved }));
            Notice::Checked(n)
        }
        Check::Another => Notice::NotIt,
    }
}

/// Save, then check; and the other way round.
#[component]
fn Saving(chosen: RwSignal<Option<Chosen>>) -> impl IntoView {
    let app = use_app();
    let notice = RwSignal::new(None::<Notice>);
    let unchecked = app.memo(|it| it.prefs.saved.is_some_and(|it| !it.checked));
    let save = move |_| {
        if file::can_read_again() {
            spawn_local(save_and_check(app, notice));
        } else {
            download_backup(app);
            notice.set(Some(Notice::ChooseIt));
        }
    };
    let check = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(chosen) = input.files().and_then(|it| it.get(0)) else { return };
        spawn_local(async move {
            let found = file::read(&chosen).await;
            notice.set(Some(found.map_or(Notice::NotRead, |bytes| judge(app, &bytes))));
            // So that the same file can be chosen again.
            input.set_value("");
        });
    };
    let text = move || {
        let words = app.words.get();
        match notice.get() {
            None if unchecked.get() => words.saved_not_checked().to_owned(),
            None => String::new(),
            Some(Notice::ChooseIt) => words.saved_choose_it().to_owned(),
            Some(Notice::Checked(n)) => words.checked(n),
            Some(Notice::NotIt) => words.not_the_file().to_owned(),
            Some(Notice::NotSaved) => words.not_saved().to_owned(),
            Some(Notice::NotRead) => words.not_read().to_owned(),
        }
    };
    view! {
        <p class="hint">{app.say(Words::backup_hint)}</p>
        <div class="row">
            <button class="button button--main" type="button" data-testid="backup-save" on:click=save>
                {app.say(Words::save_backup)}
            </button>
            <Show when=move || unchecked.get()>
                <label class="button file">
                    {app.say(Words::check_the_file)}
                    <input type="file" accept=".json,application/json" data-testid="backup-check" on:change=check />
                </label>
            </Show>
            <RestoreButton chosen />
        </div>
        <p class="data__notice" role="status" data-testid="backup-notice"
            class:data__notice--good=move || matches!(notice.get(), Some(Notice::Checked(_)))
            class:data__notice--bad=move || matches!(notice.get(), Some(Notice::NotIt | Notice::NotSaved | Notice::NotRead))>
            {text}
        </p>
    }
}

/// How much of the storage is used.
#[component]
fn Space() -> impl IntoView {
    let app = use_app();
    // Counted anew after each act: reading all of it is only worth while here.
    let acts = app.memo(|it| (it.said_count, it.journal.len()));
    let used = Memo::new(move |_| {
        acts.track();
        local::used()
    });
    let short = move || used.get() * 10 >= ABOUT_ALL_SPACE * NEARLY;
    view! {
        <div class="space">
            <p id="space-used">{move || app.words.get().space_used(used.get())}</p>
            <meter class="space__bar" min="0" max=ABOUT_ALL_SPACE.to_string() aria-labelledby="space-used"
                prop:value=move || f64::from(u32::try_from(used.get()).unwrap_or(u32::MAX))></meter>
            <Show when=short><p class="data__notice data__notice--bad">{app.say(Words::space_short)}</p></Show>
        </div>
    }
}

fn export_csv(app: AppContext) {
    let words = app.words.get_untracked();
    let dialect = match words.lang {
        prefs::Lang::En => Dialect::Comma,
        prefs::Lang::Ru => Dialect::Semicolon,
    };
    let (name, text) = app.state.with_untracked(|it| {
        let book = it.book();
        let names = super::import::work::names(book.settings(), words);
        let own = |id| book.settings().steps.iter().find(|it| it.0 == id).map(|it| it.1.name.as_str());
        let text = export::tidy(&log::rows(book, &names), &log::worked(book), own, dialect);
        (format!("callpace-{}.csv", it.now.day), text)
    });
    app.run(Intent::Download { name, mime: "text/csv", text });
}
