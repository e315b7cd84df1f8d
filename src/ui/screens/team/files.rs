//! Which files: the picker, what was refused, and whose each is.

use crate::{
    app::view::{
        settings::made_on,
        team::{self, MAX_PEOPLE, Person, TeamView},
    },
    browser::{breath, file, page},
    exchange::backup::{self, BackupError, MAX_BYTES},
    journal::settings::MAX_NAME,
    text::{Words, team::Refusal},
    ui::context::{AppContext, use_app},
};
use leptos::{prelude::*, task::spawn_local};

/// The picker, and what it refused.
#[component]
pub fn Files() -> impl IntoView {
    let app = use_app();
    let refused = RwSignal::new(Vec::<(String, Refusal)>::new());
    // So many of so many are read.
    let reading = RwSignal::new(None::<(usize, usize)>);
    let choose = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(list) = input.files() else { return };
        let picked: Vec<web_sys::File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
        spawn_local(async move {
            read_all(app, picked, refused, reading).await;
            // So that the same files can be chosen again.
            input.set_value("");
        });
    };
    let label = move || if app.viewed.with(Vec::is_empty) { Words::choose_files } else { Words::add_files };
    view! {
        <section class="card">
            <p class="hint">{app.say(Words::team_hint)}</p>
            <div class="row">
                <label class="button button--main file">
                    {move || label()(app.words.get())}
                    <input type="file" accept=".json,application/json" multiple data-testid="view-file"
                        on:change=choose />
                </label>
                <p class="hint" role="status">
                    {move || reading.get().map(|(done, all)| app.words.get().reading_files(done, all))}
                </p>
            </div>
            <ul class="team__refused" role="alert" data-testid="view-refused">
                {move || {
                    let words = app.words.get();
                    refused.get().into_iter().map(|(name, why)| view! {
                        <li class="data__notice data__notice--bad">{words.refused(&name, why)}</li>
                    }).collect_view()
                }}
            </ul>
        </section>
    }
}

/// Reads one file after the other, the page alive in between; stops where the screen was left.
async fn read_all(
    app: AppContext,
    picked: Vec<web_sys::File>,
    refused: RwSignal<Vec<(String, Refusal)>>,
    reading: RwSignal<Option<(usize, usize)>>,
) {
    let all = picked.len();
    let mut bad = Vec::new();
    for (done, it) in picked.into_iter().enumerate() {
        // Gone with the screen, which has forgotten everything then.
        if reading.try_set(Some((done, all))).is_some() {
            return;
        }
        breath::rest().await;
        let found = if app.viewed.with_untracked(Vec::len) < MAX_PEOPLE {
            read(app, &it).await
        } else {
            Err(Refusal::TooMany)
        };
        if reading.try_get_untracked().is_none() {
            return;
        }
        match found {
            Ok(person) => app.viewed.update(|it| it.push(person)),
            Err(why) => bad.push((it.name(), why)),
        }
    }
    reading.try_set(None);
    refused.try_set(bad);
}

async fn read(app: AppContext, picked: &web_sys::File) -> Result<Person, Refusal> {
    #[expect(clippy::cast_precision_loss, reason = "64 million is exact")]
    if picked.size() > MAX_BYTES as f64 {
        return Err(Refusal::TooLarge);
    }
    let bytes = file::read(picked).await.map_err(|_unread| Refusal::NotRead)?;
    let backup = backup::decode(&bytes).map_err(|it| match it {
        BackupError::NotABackup => Refusal::NotABackup,
        BackupError::Damaged(_) => Refusal::Damaged,
        BackupError::Newer => Refusal::Newer,
    })?;
    let made = app.state.with_untracked(|it| made_on(it, backup.at));
    Ok(Person::of(team::name_of_file(&picked.name()), made, backup.records))
}

/// Whose files are open: each with a name that can be changed, for as long as it is open.
#[component]
pub fn People(
    /// All that is shown.
    view: Memo<TeamView>,
) -> impl IntoView {
    let app = use_app();
    let count = Memo::new(move |_| app.viewed.with(Vec::len));
    let again = move || {
        let words = app.words.get();
        let names = app.viewed.with(|it| it.iter().map(|it| it.name.clone()).collect::<Vec<_>>());
        let line = |it: &team::Again| {
            let name = names.get(it.place).map_or("", String::as_str);
            view! { <li class="hint">{words.again(name, it)}</li> }
        };
        view.with(|it| it.again.iter().map(line).collect_view())
    };
    view! {
        <section class="card">
            <ul class="team__people">
                // Kept, not made anew, when a file is added: a name may be being typed.
                <For each=move || 0..count.get() key=|it| *it let:place><One place /></For>
            </ul>
            <ul class="team__again" data-testid="view-again">{again}</ul>
        </section>
    }
}

#[component]
fn One(place: usize) -> impl IntoView {
    let app = use_app();
    let id = format!("view-name-{}", place + 1);
    let name =
        Memo::new(move |_| app.viewed.with(|it| it.get(place).map(|it| it.name.clone()).unwrap_or_default()));
    let rename = move |event: web_sys::Event| {
        let name: String = event_target_value(&event).chars().take(MAX_NAME).collect();
        app.viewed.update(|it| {
            if let Some(it) = it.get_mut(place) {
                it.name = name;
            }
        });
    };
    let away = move |_| {
        app.viewed.update(|it| {
            if place < it.len() {
                it.remove(place);
            }
        });
        page::focus("main h1");
    };
    let file = Memo::new(move |_| {
        let words = app.words.get();
        app.viewed.with(|it| it.get(place).map(|it| words.person_file(it)))
    });
    view! {
        <li class="team__person">
            <label class="field__label" for=id.clone()>{move || app.words.get().person_label(place + 1)}</label>
            <div class="team__name">
                <input class="field__input" type="text" id=id.clone() data-testid=id autocomplete="off"
                    maxlength=MAX_NAME.to_string() prop:value=name on:input=rename />
                <button class="button" type="button" data-testid=format!("view-remove-{}", place + 1) on:click=away>
                    {app.say(Words::take_away)}<span class="visually-hidden">": "{name}</span>
                </button>
            </div>
            <p class="hint">{file}</p>
        </li>
    }
}
