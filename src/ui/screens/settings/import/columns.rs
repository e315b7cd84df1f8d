//! What each column holds, to be set right by hand.

use super::{said, work::Work};
use crate::{
    exchange::import::{Role, preview::Column},
    text::{Words, settings_import::ColumnRole},
    ui::context::use_app,
};
use leptos::prelude::*;

/// The columns of the file.
#[component]
pub fn Columns(
    /// As they were understood.
    columns: Vec<Column>,
    /// The import.
    work: Work,
) -> impl IntoView {
    let app = use_app();
    let roles: Vec<Role> = columns.iter().map(|it| it.role).collect();
    let field = move |(place, it): (usize, Column)| {
        let words = app.words.get_untracked();
        let name = if it.header.trim().is_empty() { words.column_n(place + 1) } else { it.header };
        let now = said::column(it.role);
        let roles = roles.clone();
        let options = ColumnRole::ALL.iter().enumerate().map(|(at, role)| {
            view! { <option value=at.to_string() selected=*role == now>{words.column_role(*role)}</option> }
        });
        view! {
            <label class="columns__one">
                <span class="columns__name">{name}</span>
                <select class="chip-select" data-testid=format!("import-role-{}", place + 1)
                    on:change=move |event| {
                        let chosen = event_target_value(&event).parse().ok().and_then(|at: usize| ColumnRole::ALL.get(at));
                        let Some(chosen) = chosen else { return };
                        let mut roles = roles.clone();
                        roles[place] = said::role(*chosen);
                        work.with(app, |options| options.roles = Some(roles));
                    }>{options.collect_view()}</select>
            </label>
        }
    };
    view! {
        <h3>{app.say(Words::columns_title)}</h3>
        <div class="columns">{columns.into_iter().enumerate().map(field).collect_view()}</div>
    }
}
