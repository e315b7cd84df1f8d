//! What can be taken from a chart: its drawing as a file, its table as cells.

use super::frame::Table;
use crate::{
    app::intent::Intent,
    browser::{clipboard, drawing},
    exchange::cells,
    text::Words,
    ui::{context::use_app, parts::folded::Folded},
};
use leptos::{prelude::*, task::spawn_local};

/// What became of the last tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    Copied,
    NotCopied,
}

/// Folded away until it is asked for.
#[component]
pub fn Tools(
    /// The name of the chart in test ids.
    name: &'static str,
    /// Its heading.
    title: Signal<String>,
    /// What it says.
    sentence: Signal<String>,
    /// Its data.
    table: Signal<Table>,
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let done = RwSignal::new(None::<Done>);
    let save = move |_| {
        let css = format!("[data-testid='chart-{name}'] .chart__svg");
        let file = drawing::standalone(&css, &title.get_untracked(), &sentence.get_untracked());
        if let Some(text) = file {
            let day = app.state.with_untracked(|it| it.now.day);
            let name = format!("callpace-{name}-{day}.svg");
            app.run(Intent::Download { name, mime: "image/svg+xml", text });
        }
    };
    let copy = move |_| {
        let Table { caption, head, rows } = table.get_untracked();
        let (text, html) = (cells::tsv(&head, &rows), cells::html(&caption, &head, &rows));
        spawn_local(async move {
            let copied = clipboard::copy_table(&text, &html).await;
            // Gone with the chart.
            done.try_set(Some(if copied { Done::Copied } else { Done::NotCopied }));
        });
    };
    let said = move || {
        let words = app.words.get();
        done.get().map(|it| match it {
            Done::Copied => words.table_copied(),
            Done::NotCopied => words.table_not_copied(),
        })
    };
    view! {
        <div class="row chart__tools" id=format!("tools-{name}") hidden=move || !open.get()>
            <Folded open>
                <button class="button" type="button" data-testid=format!("save-{name}") on:click=save>
                    {app.say(Words::save_drawing)}<span class="visually-hidden">": "{title}</span>
                </button>
                <button class="button" type="button" data-testid=format!("copy-{name}") on:click=copy>
                    {app.say(Words::copy_table)}<span class="visually-hidden">": "{title}</span>
                </button>
                <p class="hint" role="status" data-testid=format!("copied-{name}")>{said}</p>
            </Folded>
        </div>
    }
}
