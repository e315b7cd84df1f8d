//! Who is strong at which step, and how sure that is.

use crate::{
    app::view::team::{Standing, TeamView},
    drawing::{
        intervals::{self, Row},
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
        screens::funnel::rates::series,
    },
};
use leptos::prelude::*;

/// The section.
#[component]
pub fn Strong(
    /// All that is shown.
    view: Memo<TeamView>,
) -> impl IntoView {
    let app = use_app();
    view! {
        <section class="card" aria-labelledby="team-strong">
            <h2 id="team-strong">{app.say(Words::who_is_strong)}</h2>
            <p class="hint">{app.say(Words::same_meaning)}</p>
            <div class="team__steps">
                <Step view place=0 name="team-call-pres" />
                <Step view place=1 name="team-pres-sale" />
                <Step view place=2 name="team-call-sale" />
            </div>
        </section>
    }
}

#[component]
fn Step(view: Memo<TeamView>, place: usize, name: &'static str) -> impl IntoView {
    let app = use_app();
    let key = RateKey::ALL[place];
    let it = Memo::new(move |_| view.with(|it| it.standings[place].clone()));
    let title = Signal::derive(move || app.words.get().rate_name(key));
    let rows = Memo::new(move |_| it.with(|it| rows_of(app.words.get(), it)));
    let sentence = Signal::derive(move || it.with(|it| app.words.get().standing_sentence(it)));
    let table = Signal::derive(move || it.with(|it| table(app.words.get(), it)));
    let ruled = Memo::new(move |_| it.with(|it| it.overall.shown.is_some()));
    let rule = move || {
        let words = app.words.get();
        it.with(|it| {
            let shown = it.overall.shown?;
            Some((shown.share.rate(), words.overall(&words.rate_figure(shown.share))))
        })
    };
    let notes = move || {
        let words = app.words.get();
        it.with(|it| {
            let many = it.many.then(|| words.best_person_of_many());
            let shrunk = it.shrunk.then(|| words.drawn_to_the_team());
            many.into_iter().chain(shrunk).map(|it| view! { <p class="hint">{it}</p> }).collect_view()
        })
    };
    view! {
        <div class="team__step">
            <ChartFrame name title sentence table
                height=Signal::derive(move || intervals::height(rows.with(Vec::len), ruled.get()))
                draw=move |width| rows.with(|it| intervals::draw(it, rule(), app.words.get(), width))
                read=Reader::new(Along::Down, move |width| rows.with(|it| intervals::readings(it, ruled.get(), width))) />
            <p class="lists__verdict" data-testid=format!("view-strong-{}", key.name())>
                {move || it.with(|it| app.words.get().strong(it))}
            </p>
            {notes}
        </div>
    }
}

fn rows_of(words: Words, it: &Standing) -> Vec<Row> {
    let row = |row: &crate::app::view::team::Row| Row {
        label: words.who(&row.who),
        beside: words.rate_beside(&row.rate, row.drawn),
        series: series(it.key),
        drawn: row.drawn.map(|it| (it.rate, it.likely, it.wide)),
        text: words.person_text(row),
    };
    it.rows.iter().map(row).collect()
}

fn table(words: Words, it: &Standing) -> Table {
    let dash = || "–".to_owned();
    let row = |row: &crate::app::view::team::Row| {
        vec![
            words.who(&row.who),
            words.count(row.rate.entered),
            words.count(row.rate.advanced),
            row.drawn.map_or_else(dash, |it| words.share_of_one(it.rate)),
            row.drawn.map_or_else(dash, |it| words.range_of_one(it.rate, it.likely)),
        ]
    };
    Table {
        caption: words.rate_name(it.key),
        head: words.standing_head(it.key).to_vec(),
        rows: it.rows.iter().map(row).collect(),
    }
}
