//! Which list? Chart G and its verdict.

use crate::{
    app::view::funnel::{
        lists::{self, By, ListsView},
        slice::Slice,
        steps::StepName,
    },
    domain::step::Step,
    drawing::{
        intervals::{self, Row},
        mark::Series,
        reading::Along,
    },
    journal::settings::RateKey,
    text::{Words, rates::capital},
    ui::{
        charts::{
            frame::{ChartFrame, Table},
            reading::Reader,
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
    let chosen = RwSignal::new(By::Rate(RateKey::CallPresentation));
    let choices = Memo::new(move |_| slice.with(lists::choices));
    // What touched an own step is gone with it.
    let by = Memo::new(move |_| {
        let chosen = chosen.get();
        let there = choices.with(|it| it.iter().any(|it| it.0 == chosen));
        if there { chosen } else { By::Rate(RateKey::CallPresentation) }
    });
    let view = Memo::new(move |_| slice.with(|it| lists::view(it, by.get())));
    let some = Memo::new(move |_| view.with(|it| !it.rows.is_empty()));
    view! {
        <section class="card" aria-labelledby="funnel-lists">
            <div class="card__head">
                <h2 id="funnel-lists" tabindex="-1">
                    {app.say(|it| it.funnel_part(crate::app::route::FunnelPart::Lists))}
                </h2>
                <Show when=move || some.get()><Choices choices chosen by /></Show>
            </div>
            <Show when=move || some.get() fallback=move || view! { <p class="hint">{app.say(Words::no_lists_compared)}</p> }>
                <Compared view />
            </Show>
        </section>
    }
}

/// The rates lists can be compared by.
#[component]
fn Choices(choices: Memo<Vec<(By, [StepName; 2])>>, chosen: RwSignal<By>, by: Memo<By>) -> impl IntoView {
    let app = use_app();
    let choose = move |event: web_sys::Event| {
        let code = event_target_value(&event);
        let it = choices.with(|all| all.iter().map(|it| it.0).find(|it| it.code() == code));
        chosen.update(|chosen| *chosen = it.unwrap_or(*chosen));
    };
    let options = move || {
        let words = app.words.get();
        let option = |(it, steps): (By, [StepName; 2])| {
            view! {
                <option value=it.code() prop:selected=move || by.get() == it>
                    {words.steps_name(&steps[0], &steps[1])}
                </option>
            }
        };
        choices.get().into_iter().map(option).collect_view()
    };
    view! {
        <select class="chip-select" data-testid="lists-by" aria-label=app.say(Words::compare_by) on:change=choose>
            {options}
        </select>
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
            let mut notes: Vec<String> = notes.into_iter().map(str::to_owned).collect();
            if it.rows.iter().any(|it| it.drawn.is_none()) {
                notes.push(words.small_lists(&it.steps[0]));
            }
            notes.extend(it.since.map(|day| format!("{}.", capital(&words.since(day)))));
            notes.into_iter().map(|it| view! { <p class="hint">{it}</p> }).collect_view()
        })
    };
    let paid = move || {
        let words = app.words.get();
        view.with(|it| {
            let all = it.rows.iter().filter_map(|it| words.payback(it));
            all.map(|it| view! { <p class="lists__paid" data-testid="list-paid">{it}</p> }).collect_view()
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
        <ChartFrame name="lists" title=Signal::derive(move || view.with(|it| app.words.get().chart_lists(&it.steps))) sentence table
            height=Signal::derive(move || intervals::height(rows.with(Vec::len), ruled.get()))
            draw=move |width| rows.with(|it| intervals::draw(it, rule(), app.words.get(), width))
            read=Reader::new(Along::Down, move |width| rows.with(|it| intervals::readings(it, ruled.get(), width))) />
        {paid}
    }
}

fn rows_of(words: Words, view: &ListsView) -> Vec<Row> {
    let series = match view.steps {
        // A rate wears the mark of the step it starts from, the overall rate that of sales.
        [StepName { step: Step::Call, .. }, StepName { step: Step::Sale, .. }] => Series::Sales,
        [StepName { own: Some(_), .. }, _] => Series::Own,
        [StepName { step, .. }, _] => Series::of(step),
    };
    let row = |it: &lists::Row| Row {
        label: words.name(&it.name),
        beside: words.rate_beside(&it.rate, it.drawn),
        series,
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
            words.count(it.rate.entered),
            words.count(it.rate.advanced),
            it.drawn.map_or_else(dash, |it| words.share_of_one(it.rate)),
            it.drawn.map_or_else(dash, |it| words.range_of_one(it.rate, it.likely)),
        ];
        cells.extend(view.sales_apart().then(|| words.count(it.cold.sales)));
        if money {
            cells.extend(words.money_cells(it));
        }
        cells
    };
    let mut head = words.lists_head(view);
    if money {
        head.extend(words.money_head());
    }
    Table { caption: words.chart_lists(&view.steps), head, rows: view.rows.iter().map(row).collect() }
}
