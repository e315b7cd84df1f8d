//! The quiet reminder in the sidebar: how old the last checked backup is.

use crate::{
    app::{route::SettingsPart, view::settings},
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

/// Shown once there is something to lose.
#[component]
pub fn BackupReminder() -> impl IntoView {
    let app = use_app();
    let age = app.memo(settings::backup_age);
    view! {
        <Show when=move || age.get().needed>
            <a class="nav__backup" href=super::address(SettingsPart::Backup) data-testid="nav-backup">
                <span>{app.say(Words::backup_word)}</span>
                <span class:nav__backup-due=move || age.get().due>
                    {move || app.words.get().backup_age_short(age.get())}
                </span>
            </a>
        </Show>
    }
}
