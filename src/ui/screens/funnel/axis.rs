//! How good, and how sure? All rates on one axis (chart A).

use super::rates::series;
use crate::{
    app::view::funnel::{
        rates::{Rate, RatesView},
        steps::{ChainView, Link},
    },
    domain::step::Step,
    drawing::{
        intervals::{self, Row},
        mark::Series,
        reading::Along,
    },
    journal::settings::RateKey,
    text::Words,
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
pub fn RatesChart(
    /// The rates.
    rates: Memo<RatesView>,
    /// The chain, if there are own steps.
    chain: Memo<Option<ChainView>>,
) -> impl IntoView {
    let app = use_app();
    let drawn = Memo::new(move |_| rates.with(|it| it.rates.iter().any(|it| it.shown.is_some())));
    let own = Memo::new(move |_| chain.with(|it| it.as_ref().map(own_links).unwrap_or_default()));
    let rows = Memo::new(move |_| {
        let words = app.words.get();
        let mut rows: Vec<Row> =
            rates.with(|it| RateKey::ALL.iter().zip(&it.rates).map(|it| row(words, *it.0, it.1)).collect());
        own.with(|it| rows.extend(it.iter().map(|it| own_row(words, it))));
        rows
    });
    let sentence = Signal::derive(move || {
        rows.with(|it| it.iter().map(|it| it.text.clone()).collect::<Vec<_>>().join(" "))
    });
    let table = Signal::derive(move || own.with(|own| rates.with(|it| table(app.words.get(), it, own))));
    view! {
        <Show when=move || drawn.get()>
            <section class="card" aria-labelledby="funnel-axis">
                <h2 id="funnel-axis">{app.say(Words::chart_rates)}</h2>
                <ChartFrame name="rates" title=Signal::derive(move || app.words.get().one_axis().to_owned()) sentence
                    table height=Signal::derive(move || intervals::height(rows.with(Vec::len), false))
                    draw=move |width| rows.with(|it| intervals::draw(it, None, app.words.get(), width))
                    read=Reader::new(Along::Down, move |width| rows.with(|it| intervals::readings(it, false, width))) />
            </section>
        </Show>
    }
}

/// Links that touch an own step; the others are among the three.
fn own_links(chain: &ChainView) -> Vec<Link> {
    chain.links.iter().filter(|it| it.is_own()).cloned().collect()
}

fn drawn_of(
    rate: &Rate,
) -> Option<(f64, crate::domain::conversion::Interval, crate::domain::conversion::Interval)> {
    rate.shown.map(|it| (it.share.rate(), it.likely, it.wide))
}

fn row(words: Words, key: RateKey, rate: &Rate) -> Row {
    Row {
        label: words.rate_name(key),
        beside: words.headline(rate),
        series: series(key),
        drawn: drawn_of(rate),
        text: words.rate_sentence(key, rate),
    }
}

fn own_row(words: Words, link: &Link) -> Row {
    Row {
        label: words.link_name(link),
        beside: words.headline(&link.rate),
        series: if matches!(link.from.step, Step::Own(_)) { Series::Own } else { Series::of(link.from.step) },
        drawn: drawn_of(&link.rate),
        text: words.link_sentence(link),
    }
}

fn table(words: Words, view: &RatesView, own: &[Link]) -> Table {
    let cold =
        RateKey::ALL.iter().zip(&view.rates).map(|(key, rate)| words.rate_row(&words.rate_name(*key), rate));
    let links = own.iter().map(|it| words.rate_row(&words.link_name(it), &it.rate));
    let inbound = view.inbound.iter().map(|rate| words.rate_row(&words.inbound_rate_name(), rate));
    Table {
        caption: words.basis(&view.basis),
        head: words.rate_head().to_vec(),
        rows: cold.chain(links).chain(inbound).map(|it| it.to_vec()).collect(),
    }
}
