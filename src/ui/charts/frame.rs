//! What every chart has: a heading, a drawing, a sentence, and the same data as a table.

use super::{
    reading::{Cursor, Reader},
    tools::Tools,
};
use crate::{
    browser::drawing,
    drawing::shape::Shape,
    text::Words,
    ui::{context::use_app, parts::folded::Folded},
};
use leptos::{html::Div, prelude::*, svg::G};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{ResizeObserver, ResizeObserverEntry};

/// The data of a chart as it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it holds.
    pub caption: String,
    /// Headings of the columns; the first column names the row.
    pub head: Vec<String>,
    /// Rows as long as the head.
    pub rows: Vec<Vec<String>>,
}

/// A figure around a drawing.
#[component]
pub fn ChartFrame(
    /// `rates` makes the test ids `chart-rates` and `table-rates`.
    name: &'static str,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// What the drawing says, with its numbers.
    #[prop(into)]
    sentence: Signal<String>,
    /// The drawn data.
    #[prop(into)]
    table: Signal<Table>,
    /// The height of the drawing in CSS pixels.
    #[prop(into)]
    height: Signal<f64>,
    /// The shapes for a width.
    #[prop(into)]
    draw: Callback<f64, Vec<Shape>>,
    /// What lies over them where no `read` is given: the shapes that mark a reading.
    #[prop(optional, into)]
    over: Option<Callback<f64, Vec<Shape>>>,
    /// How single values are read.
    #[prop(optional)]
    read: Option<Reader>,
    /// What lies over the drawing: a reader that pointer, touch and arrow keys move.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let app = use_app();
    let node = NodeRef::<Div>::new();
    // As it was when the screen was left: nearly always it is drawn at once, and laid out once.
    let width = RwSignal::new(app.widths.with_value(|it| it.get(name).copied()).unwrap_or(0.0));
    let open = RwSignal::new(false);
    let taking = RwSignal::new(false);
    follow_width(node, width, move |room| {
        app.widths.update_value(|it| {
            it.insert(name, room);
        });
    });
    let cursor = Cursor::new(read, width);
    let readable = cursor.is_there();
    let (below, above) = (NodeRef::<G>::new(), NodeRef::<G>::new());
    put(below, width, draw);
    put(above, width, over.unwrap_or_else(|| Callback::new(move |_| cursor.mark(height.get()))));
    view! {
        <figure class="chart" data-testid=format!("chart-{name}")>
            <h3 class="chart__title">{title}</h3>
            {cursor.words()}
            <div class="chart__room" node_ref=node role=readable.then_some("group")
                tabindex=readable.then_some("0") aria-label=move || readable.then(|| format!("{}. {}", title.get(), app.words.get().reading_hint()))
                on:pointermove=move |event| cursor.point(&event) on:pointerdown=move |event| cursor.point(&event)
                on:pointerleave=move |_| cursor.leave() on:blur=move |_| cursor.leave()
                on:keydown=move |event| cursor.key(&event)>
                <svg role="img" class="chart__svg" aria-label=title aria-describedby=format!("caption-{name}")
                    width=width height=height viewBox=move || format!("0 0 {} {}", width.get(), height.get())>
                    <g node_ref=below></g>
                    <g node_ref=above class=readable.then_some("chart__cursor")></g>
                </svg>
                {children.map(|it| it())}
            </div>
            <div class="chart__actions">
                <button class="button button--quiet" type="button" aria-expanded=move || open.get().to_string()
                    aria-controls=format!("table-{name}") on:click=move |_| open.update(|it| *it = !*it)>
                    {app.say(Words::table)}<span class="visually-hidden">": "{title}</span>
                </button>
                <button class="button button--quiet" type="button" aria-expanded=move || taking.get().to_string()
                    aria-controls=format!("tools-{name}") data-testid=format!("take-{name}")
                    on:click=move |_| taking.update(|it| *it = !*it)>
                    {app.say(Words::take_chart)}<span class="visually-hidden">": "{title}</span>
                </button>
            </div>
            <Tools name title sentence table open=taking />
            <section class="table scroll" id=format!("table-{name}") hidden=move || !open.get() tabindex="0"
                aria-label=title>
                <Folded open>
                    <table data-testid=format!("table-{name}")>{move || rows(table.get())}</table>
                </Folded>
            </section>
            // HTML wants it last; it is seen under the drawing.
            <figcaption class="chart__caption" id=format!("caption-{name}")>{sentence}</figcaption>
        </figure>
    }
}

fn rows(table: Table) -> impl IntoView {
    let head = table.head.into_iter().map(|it| view! { <th scope="col">{it}</th> }).collect_view();
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let name = cells.next();
        view! { <tr><th scope="row">{name}</th>{cells.map(|it| view! { <td>{it}</td> }).collect_view()}</tr> }
    };
    view! {
        <caption>{table.caption}</caption>
        <thead><tr>{head}</tr></thead>
        <tbody>{table.rows.into_iter().map(row).collect_view()}</tbody>
    }
}

/// Keeps these shapes in the drawing.
///
/// Leptos would keep a closure and a mark for each of a hundred attributes that change together.
fn put(node: NodeRef<G>, width: RwSignal<f64>, draw: Callback<f64, Vec<Shape>>) {
    Effect::new(move |before: Option<Vec<Shape>>| {
        let width = width.get();
        let Some(node) = node.get() else { return Vec::new() };
        let shapes = if width > 0.0 { draw.run(width) } else { Vec::new() };
        if before.unwrap_or_default() != shapes {
            drawing::put(&node, &shapes);
        }
        shapes
    });
}

/// Charts are drawn for the width they have: scaled text would become too small.
fn follow_width(node: NodeRef<Div>, width: RwSignal<f64>, keep: impl Fn(f64) + Copy + 'static) {
    Effect::new(move |_| {
        // Told for the first time in the frame that the chart comes with, after its layout: asking
        // here would cost a layout a chart.
        let Some(element) = node.get() else { return };
        let told = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let entry = entries.get(0).dyn_into::<ResizeObserverEntry>();
            if let Ok(room) = entry.map(|it| it.content_rect().width().floor())
                && width.try_get_untracked().is_some_and(|it| (it - room).abs() >= 1.0)
            {
                width.set(room);
                keep(room);
            }
        });
        if let Ok(observer) = ResizeObserver::new(told.as_ref().unchecked_ref()) {
            observer.observe(&element);
            // Lives as long as the element; the callback does nothing once the signal is gone.
            told.forget();
        }
    });
}
