//! Chart F: sales so far against the even line, and where the period can end.

use super::frame::{ChartFrame, Table};
use crate::{
    app::view::plan::{Basis, endings::Endings},
    drawing::pace::{HEIGHT, draw},
    ui::context::use_app,
};
use leptos::prelude::*;

/// The chart.
#[component]
pub fn PaceChart(
    /// Sales day by day.
    basis: Memo<Option<Basis>>,
    /// Where the period can end.
    endings: Memo<Option<Endings>>,
) -> impl IntoView {
    let app = use_app();
    let sentence = Signal::derive(move || {
        let words = app.words.get();
        basis
            .with(|it| it.as_ref().map(|it| words.endings_sentence(it, endings.get().as_ref())))
            .unwrap_or_default()
    });
    let table = Signal::derive(move || {
        let words = app.words.get();
        let told = basis.with(|it| it.as_ref().map(|it| words.endings_table(it, endings.get().as_ref())));
        told.map(|(caption, head, rows)| Table { caption, head, rows }).unwrap_or_default()
    });
    let period_at = Callback::new(move |width: f64| {
        let words = app.words.get();
        let drawn = |it: &Basis| endings.with(|endings| draw(it, endings.as_ref(), words, width));
        basis.with(|it| it.as_ref().map(drawn)).unwrap_or_default()
    });
    view! {
        <ChartFrame name="pace" title=Signal::derive(move || app.words.get().pace_title().to_owned())
            sentence table height=Signal::derive(|| HEIGHT) draw=period_at />
    }
}
