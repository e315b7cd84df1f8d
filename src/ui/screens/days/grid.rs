//! The week: typed in where there is room, read where there is not.

use super::{cell::CellField, open_day, spread::SpreadRow};
use crate::{
    app::view::days::{Column, DaysView},
    domain::date::Date,
    domain::step::Origin,
    journal::record::What,
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

const fn column_class(what: What) -> &'static str {
    if matches!(what, What::Step(_, Origin::Inbound)) { "inb" } else { "" }
}

/// The grid is the form.
#[component]
pub fn TypeGrid(
    /// What the screen shows.
    view: Memo<DaysView>,
) -> impl IntoView {
    let app = use_app();
    // Rows are made anew for another week only, so that a field keeps what is being typed.
    let shape = Memo::new(move |_| view.with(|it| (it.first, it.columns.clone())));
    move || {
        let (first, columns) = shape.get();
        let words = app.words.get();
        let heads = columns
            .iter()
            .map(|it| {
                view! { <th scope="col" class=column_class(it.what)>{words.column(it.what, it.label.as_ref())}</th> }
            })
            .collect_view();
        let rows =
            first.through(first.plus_days(6)).map(|day| type_row(view, day, columns.clone())).collect_view();
        view! {
            <section class="scroll" tabindex="0" aria-label=words.week_of(first, first.plus_days(6))>
                <table class="week">
                    <caption class="visually-hidden">{words.week_of(first, first.plus_days(6))}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.day_label()}</th>
                            {heads}
                            <th scope="col">{words.note()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                    <tfoot><Totals view columns=columns.clone() /></tfoot>
                </table>
            </section>
            <SpreadRow view />
        }
    }
}

fn type_row(view: Memo<DaysView>, day: Date, columns: Vec<Column>) -> impl IntoView {
    let app = use_app();
    let row = Memo::new(move |_| view.with(|it| it.rows.iter().find(|it| it.day == day).cloned()));
    let cells = columns
        .into_iter()
        .enumerate()
        .map(|(place, column)| {
            let class = column_class(column.what);
            view! { <td class=class><CellField view day column place /></td> }
        })
        .collect_view();
    let mark = move || {
        let words = app.words.get();
        row.with(|it| {
            it.as_ref().map(|it| {
                let kind = if it.works {
                    it.mark.weight.map(|it| words.day_weight(it))
                } else {
                    Some(words.day_off())
                };
                let parts: Vec<&str> =
                    kind.into_iter().chain([it.mark.note.as_str()]).filter(|it| !it.is_empty()).collect();
                parts.join(" · ")
            })
        })
    };
    let works = move || row.with(|it| it.as_ref().is_some_and(|it| it.works));
    view! {
        <tr class:week__off=move || !works()>
            <th scope="row">
                <a href=format!("#/days/{day}") on:click=move |event| {
                    event.prevent_default();
                    open_day(app, Some(day));
                }>{move || app.words.get().day_in_week(day)}</a>
            </th>
            {cells}
            <td class="week__note">{mark}</td>
        </tr>
    }
}

#[component]
fn Totals(view: Memo<DaysView>, columns: Vec<Column>) -> impl IntoView {
    let app = use_app();
    let totals = Memo::new(move |_| view.with(|it| it.totals.clone()));
    let cells = columns
        .into_iter()
        .enumerate()
        .map(|(place, it)| {
            let testid = format!("week-{}", it.name);
            view! {
                <td class=column_class(it.what) data-testid=testid>
                    {move || totals.with(|it| it.get(place).map(|it| app.words.get().count(*it)))}
                </td>
            }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row">{app.say(Words::week_total)}</th>
            {cells}
            <td></td>
        </tr>
    }
}

/// On a phone a row opens the day.
#[component]
pub fn ReadGrid(
    /// What the screen shows.
    view: Memo<DaysView>,
) -> impl IntoView {
    let app = use_app();
    let short = move |column: &Column, place: usize| {
        let words = app.words.get();
        match place {
            0..=4 => words.short_column(place).to_owned(),
            _ => words.column(column.what, column.label.as_ref()),
        }
    };
    move || {
        let words = app.words.get();
        let it = view.get();
        let heads = it
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| {
                let full = words.column(column.what, column.label.as_ref());
                view! {
                    <th scope="col" class=column_class(column.what)><abbr title=full>{short(column, place)}</abbr></th>
                }
            })
            .collect_view();
        let rows = it
            .rows
            .iter()
            .map(|row| {
                let day = row.day;
                let cells = it.columns.iter().zip(&row.cells).map(|(column, n)| {
                    view! { <td class=column_class(column.what)>{n.map(|it| words.count(it))}</td> }
                });
                view! {
                    // The link is for keys and readers; a finger may tap anywhere in the row.
                    <tr class="week__row" class:week__off=!row.works on:click=move |event| {
                        event.prevent_default();
                        open_day(app, Some(day));
                    }>
                        <th scope="row"><a href=format!("#/days/{day}")>{words.day_in_week(day)}</a></th>
                        {cells.collect_view()}
                    </tr>
                }
            })
            .collect_view();
        view! {
            <section class="scroll" tabindex="0" aria-label=words.week_of(it.first, it.first.plus_days(6))>
                <table class="week week--read">
                    <caption class="visually-hidden">{words.week_of(it.first, it.first.plus_days(6))}</caption>
                    <thead><tr><th scope="col">{words.day_label()}</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                    <tfoot>
                        <tr>
                            <th scope="row">{words.week_total()}</th>
                            {it.columns.iter().zip(&it.totals).map(|(column, n)| view! {
                                <td class=column_class(column.what)>{words.count(*n)}</td>
                            }).collect_view()}
                        </tr>
                    </tfoot>
                </table>
            </section>
        }
    }
}
