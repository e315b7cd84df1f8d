//! Which list? Chart G and its verdict.

use crate::{
    app::view::funnel::{
        lists::{self, ListsView},
        slice::Slice,
    },
    domain::value::Revenue,
    text::Words,
    ui::{
        charts::{
            frame::{ChartFrame, Table},
            intervals::{self, Row},
            mark::Series,
            reading::{Along, Reader},
        },
        context::use_app,
    },
};
use leptos::prelude::*;

/// The section.
#[component]
pub fn Lists(
    /// The counts of the period.
    slice: Memo<Slice>,
) -> impl IntoView {
    let app = use_app();
    let view = Memo::new(move |_| slice.with(lists::view));
    let some = Memo::new(move |_| view.with(|it| !it.rows.is_empty()));
    view! {
        <section class="card" aria-labelledby="funnel-lists">
            <h2 id="funnel-lists" tabindex="-1">
                {app.say(|it| it.funnel_part(crate::app::route::FunnelPart::Lists))}
            </h2>
            <Show when=move || some.get() fallback=move || view! { <p class="hint">{app.say(Words::no_lists_compared)}</p> }>
                <Compared view />
            </Show>
        </section>
    }
}

#[component]
fn Compared(view: Memo<ListsView>) -> impl IntoView {
    let app = use_app();
    let rows = Memo::new(move |_| view.with(|it| rows_of(app.words.get(), it)));
    let sentence = Signal::derive(move || view.with(|it| app.words.get().lists_sentence(it)));
    let table = Signal::derive(move || view.with(|it| table(app.words.get(), it)));
    let verdict = move || {
        let words = app.words.get();
        view.with(|it| it.best.as_ref().map(|(name, preference)| words.best_list(name, *preference)))
    };
    let notes = move || {
        let words = app.words.get();
        view.with(|it| {
            let mut notes = Vec::new();
            if it.many {
                notes.push(words.best_of_many());
            }
            if it.shrunk {
                notes.push(words.drawn_together());
            }
            if it.rows.iter().any(|it| it.drawn.is_none()) {
                notes.push(words.small_lists());
            }
            notes.into_iter().map(|it| view! { <p class="hint">{it}</p> }).collect_view()
        })
    };
    let ruled = Memo::new(move |_| view.with(|it| it.overall.shown.is_some()));
    let rule = move || {
        let words = app.words.get();
        view.with(|it| {
            it.overall.shown.map(|shown| (shown.share.rate(), words.overall(&words.rate_figure(shown.share))))
        })
    };
    view! {
        {move || verdict().map(|it| view! { <p class="lists__verdict" data-testid="lists-verdict">{it}</p> })}
        {notes}
        <ChartFrame name="lists" title=Signal::derive(move || app.words.get().chart_lists()) sentence table
            height=Signal::derive(move || intervals::height(rows.with(Vec::len), ruled.get()))
            draw=move |width| rows.with(|it| intervals::draw(it, rule(), app.words.get(), width))
            read=Reader::new(Along::Down, move |width| rows.with(|it| intervals::readings(it, ruled.get(), width))) />
    }
}

fn rows_of(words: Words, view: &ListsView) -> Vec<Row> {
    let row = |it: &lists::Row| Row {
        label: words.name(&it.name),
        beside: words.list_beside(it),
        series: Series::Calls,
        drawn: it.drawn.map(|it| (it.rate, it.likely, it.wide)),
        text: words.list_text(it),
    };
    view.rows.iter().map(row).collect()
}

fn table(words: Words, view: &ListsView) -> Table {
    let money = view.rows.iter().any(|it| it.revenue > 0 || it.price.is_some());
    let dash = || "–".to_owned();
    let row = |it: &lists::Row| {
        let mut cells = vec![
            words.name(&it.name),
            words.count(it.cold.calls),
            words.count(it.cold.presentations),
            it.drawn.map_or_else(dash, |it| words.share_of_one(it.rate)),
            it.drawn.map_or_else(dash, |it| words.range_of_one(it.rate, it.likely)),
            words.count(it.cold.sales),
        ];
        if money {
            let per_call = Revenue { total: it.revenue, ..Revenue::default() }.per(it.cold.calls);
            cells.push(words.money(it.revenue));
            cells.push(per_call.map_or_else(dash, |it| words.money(it)));
            cells.push(it.price.map_or_else(dash, |it| words.money(it)));
        }
        cells
    };
    let mut head = words.lists_head().to_vec();
    if money {
        head.extend(words.money_head());
    }
    Table { caption: words.chart_lists(), head, rows: view.rows.iter().map(row).collect() }
}
