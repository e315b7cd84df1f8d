//! Chart E: the chance of making the quota, by calls still made.

use super::frame::{ChartFrame, Table};
use crate::{
    app::view::plan::curve::{Better, Curve},
    drawing::chance::{HEIGHT, LEFT, RIGHT, crosshair, draw},
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

/// The chart.
#[component]
pub fn ChanceChart(
    /// With the sliders as they are.
    curve: Memo<Option<Curve>>,
    /// For five points more on either rate.
    better: Memo<Option<[Better; 2]>>,
) -> impl IntoView {
    let app = use_app();
    let read_at = RwSignal::new(None::<u64>);
    let sentence = Signal::derive(move || {
        curve.with(|it| it.as_ref().map(|it| app.words.get().chance_sentence(it))).unwrap_or_default()
    });
    let table = Signal::derive(move || {
        let better = better.get();
        let told = curve.with(|it| it.as_ref().map(|it| app.words.get().chance_table(it, better.as_ref())));
        told.map(|(caption, head, rows)| Table { caption, head, rows }).unwrap_or_default()
    });
    let curve_at = Callback::new(move |width: f64| {
        let words = app.words.get();
        curve
            .with(|it| it.as_ref().map(|it| better.with(|better| draw(it, better.as_ref(), words, width))))
            .unwrap_or_default()
    });
    let reading_at = Callback::new(move |width: f64| {
        let words = app.words.get();
        let at = read_at.get();
        curve
            .with(|it| it.as_ref().zip(at).map(|(it, at)| crosshair(it, at, words, width)))
            .unwrap_or_default()
    });
    view! {
        <ChartFrame name="chance" title=Signal::derive(move || app.words.get().chance_title().to_owned())
            sentence table height=Signal::derive(|| HEIGHT) draw=curve_at over=reading_at>
            <Reader curve read_at />
        </ChartFrame>
    }
}

/// A slider over the drawing: pointer, touch and arrow keys read the curve.
#[component]
fn Reader(curve: Memo<Option<Curve>>, read_at: RwSignal<Option<u64>>) -> impl IntoView {
    let app = use_app();
    let last = Memo::new(move |_| curve.with(|it| it.as_ref().map_or(1, Curve::last)));
    let start = Memo::new(move |_| {
        curve.with(|it| it.as_ref().and_then(|it| it.division.or(it.sure).map(|it| it.0))).unwrap_or(0)
    });
    let value = move || read_at.get().unwrap_or_else(|| start.get()).min(last.get());
    let text = move || {
        curve.with(|it| it.as_ref().map(|it| app.words.get().calls_and_chance((value(), it.at(value())))))
    };
    let read = move |event: web_sys::Event| read_at.set(event_target_value(&event).parse().ok());
    view! {
        <input class="chart__reader" type="range" min="0" max=move || last.get().to_string() step="1"
            aria-label=app.say(Words::read_chart) aria-valuetext=text
            style:left=format!("{LEFT}px") style:right=format!("{RIGHT}px")
            prop:value=move || value().to_string()
            on:input=read on:blur=move |_| read_at.set(None) />
    }
}
