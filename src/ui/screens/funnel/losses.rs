//! Where people are lost (chart B) and why (chart C).

use crate::{
    app::view::funnel::why::{AdviceView, Lost, WhyView},
    domain::{
        date::Date,
        loss::Priced,
        reason::Side,
        step::{Place, Step},
    },
    drawing::{
        bars::{self, Bar},
        mark::Series,
        reading::Along,
        reasons::{self, Row},
    },
    text::Words,
    ui::{
        charts::{
            frame::{ChartFrame, Table},
            reading::Reader,
        },
        context::use_app,
        parts::figure::{Arithmetic, FigButton},
    },
};
use leptos::prelude::*;

/// How many reasons are shown at first.
const FIRST: usize = 5;

/// Chart B.
#[component]
pub fn Funnel(
    /// The losses.
    why: Memo<WhyView>,
) -> impl IntoView {
    let app = use_app();
    let rows = Memo::new(move |_| why.with(|it| bars_of(app.words.get(), it)));
    let sentence = Signal::derive(move || why.with(|it| app.words.get().funnel_sentence(it)));
    let table = Signal::derive(move || why.with(|it| funnel_table(app.words.get(), it)));
    view! {
        <section class="card" aria-labelledby="funnel-lost">
            <h2 id="funnel-lost">{app.say(Words::chart_funnel)}</h2>
            <ChartFrame name="funnel" title=Signal::derive(move || app.words.get().funnel_bars().to_owned()) sentence
                table height=Signal::derive(move || rows.with(|it| bars::height(it)))
                draw=move |width| rows.with(|it| bars::draw(it, width))
                read=Reader::new(Along::Down, move |width| rows.with(|it| bars::readings(it, width))) />
        </section>
    }
}

fn bars_of(words: Words, it: &WhyView) -> Vec<Bar> {
    let step = |step: Step, n: u64, series: Series| Bar {
        label: words.bar(step, n),
        text: words.bar(step, n),
        n,
        series: Some(series),
        within: n,
        beside: None,
    };
    let lost = |label: String, n: u64, within: u64| Bar {
        text: label.clone(),
        label,
        n,
        series: None,
        within,
        beside: None,
    };
    let own = |place: Place| {
        it.own.iter().filter(move |it| it.place == place).flat_map(move |it| {
            let name = words.name(&it.name);
            let since =
                |day: Option<Date>| day.map(|it| format!(" · {}", words.since(it))).unwrap_or_default();
            let label = format!("{name} {}", words.count(it.n));
            let bar = Bar {
                text: format!("{label}{}", since(it.since)),
                label,
                n: it.n,
                series: Some(Series::Own),
                within: it.n,
                beside: None,
            };
            let after = it.lost.map(|gone| {
                let bar = lost(words.lost_bar(Side::Call, gone.n), gone.n, it.n);
                Bar { text: format!("{}{}", bar.label, since(gone.since)), ..bar }
            });
            core::iter::once(bar).chain(after)
        })
    };
    let own_before = it.own.iter().any(|it| it.place == Place::BeforePresentation);
    let cold = it.cold;
    let beside = |n: u64| (n > 0).then(|| (n, words.beside(n)));
    // With a step between, it is said which step was not reached.
    let not_presented =
        if own_before { words.no_presentation(it.lost[0]) } else { words.lost_bar(Side::Call, it.lost[0]) };
    let mut bars =
        vec![step(Step::Call, cold.calls, Series::Calls), lost(not_presented, it.lost[0], cold.calls)];
    bars.extend(own(Place::BeforePresentation));
    bars.push(Bar {
        beside: beside(it.inbound.presentations),
        ..step(Step::Presentation, cold.presentations, Series::Presentations)
    });
    let unsold = words.lost_bar(Side::Presentation, it.lost[1]);
    bars.push(lost(unsold, it.lost[1], cold.presentations));
    bars.extend(own(Place::AfterPresentation));
    bars.push(Bar { beside: beside(it.inbound.sales), ..step(Step::Sale, cold.sales, Series::Sales) });
    bars
}

fn funnel_table(words: Words, it: &WhyView) -> Table {
    let since = |day: Option<Date>| day.map(|it| format!(", {}", words.since(it))).unwrap_or_default();
    let row = |name: String, n: u64, lost: Option<Lost>, counted: bool| {
        let lost =
            lost.map_or_else(|| "–".to_owned(), |it| format!("{}{}", words.count(it.n), since(it.since)));
        vec![name, words.count(n), lost, words.counted_in(counted).to_owned()]
    };
    let fixed = |n: u64| Lost { n, since: None };
    let inbound = |step, n| row(words.inbound_step(step), n, None, false);
    let own = |place: Place| {
        it.own
            .iter()
            .filter(move |it| it.place == place)
            .map(move |it| row(format!("{}{}", words.name(&it.name), since(it.since)), it.n, it.lost, true))
    };
    let mut rows = vec![row(words.step_row(Step::Call), it.cold.calls, Some(fixed(it.lost[0])), true)];
    rows.extend(own(Place::BeforePresentation));
    rows.push(row(words.step_row(Step::Presentation), it.cold.presentations, Some(fixed(it.lost[1])), true));
    rows.extend(own(Place::AfterPresentation));
    rows.push(row(words.step_row(Step::Sale), it.cold.sales, None, true));
    rows.push(inbound(Step::Presentation, it.inbound.presentations));
    if it.inbound.sales > 0 {
        rows.push(inbound(Step::Sale, it.inbound.sales));
    }
    Table { caption: words.chart_funnel().to_owned(), head: words.funnel_head().to_vec(), rows }
}

/// Chart C, and what the reasons advise.
#[component]
pub fn Why(
    /// The losses.
    why: Memo<WhyView>,
    /// What the reasons advise.
    advice: Memo<AdviceView>,
) -> impl IntoView {
    let app = use_app();
    let in_sales = RwSignal::new(true);
    let all = RwSignal::new(false);
    let by_sales = Memo::new(move |_| in_sales.get() && why.with(|it| it.priced));
    let rows = Memo::new(move |_| why.with(|it| reasons_of(app.words.get(), it, by_sales.get(), all.get())));
    let hidden = Memo::new(move |_| why.with(|it| it.reasons.len().saturating_sub(FIRST)));
    let sentence = Signal::derive(move || why.with(|it| app.words.get().why_sentence(it, by_sales.get())));
    let table = Signal::derive(move || why.with(|it| why_table(app.words.get(), it)));
    let title = Signal::derive(move || {
        let words = app.words.get();
        if by_sales.get() { words.chart_why() } else { words.chart_why_times() }.to_owned()
    });
    let priced = Memo::new(move |_| why.with(|it| it.priced));
    let measure = move |sales: bool, words: fn(Words) -> &'static str, id: &'static str| {
        view! {
            <button class="chip" type="button" data-testid=id
                aria-pressed=move || (by_sales.get() == sales).to_string() disabled=move || sales && !priced.get()
                on:click=move |_| in_sales.set(sales)>{app.say(words)}</button>
        }
    };
    view! {
        <section class="card" aria-labelledby="funnel-why">
            <div class="card__head">
                <h2 id="funnel-why" tabindex="-1">{app.say(Words::why_heading)}</h2>
                <div class="row" role="group" aria-label=app.say(Words::measure)>
                    {measure(true, Words::by_sales, "why-sales")}
                    {measure(false, Words::by_times, "why-times")}
                </div>
            </div>
            <ChartFrame name="why" title sentence table
                height=Signal::derive(move || reasons::height(rows.with(Vec::len)))
                draw=move |width| rows.with(|it| reasons::draw(it, width))
                read=Reader::new(Along::Down, move |width| rows.with(|it| reasons::readings(it, width))) />
            <Show when=move || { hidden.get() > 0 }>
                <button class="button button--quiet why__more" type="button" data-testid="why-more"
                    aria-expanded=move || all.get().to_string() on:click=move |_| all.update(|it| *it = !*it)>
                    {move || {
                        let words = app.words.get();
                        if all.get() { words.fewer_rows().to_owned() } else { words.more_rows(hidden.get() as u64) }
                    }}
                </button>
            </Show>
            <Advice why advice />
        </section>
    }
}

/// What the reasons advise, and how they are priced.
#[component]
fn Advice(why: Memo<WhyView>, advice: Memo<AdviceView>) -> impl IntoView {
    let app = use_app();
    let open = RwSignal::new(false);
    let advised = move || advice.with(|it| app.words.get().advice(&it.advice));
    let reading = move || advice.with(|it| it.reading.map(|it| app.words.get().reading_of_reasons(&it)));
    let lines = Signal::derive(move || {
        let words = app.words.get();
        why.with(|it| {
            let share = it.cold.presentation_to_sale().and_then(crate::domain::conversion::Conversion::share);
            let rate = share.filter(|_| it.priced).map(|it| words.rate_figure(it));
            let mut lines = vec![words.priced_how(rate.as_deref())];
            lines.extend(advice.with(|it| it.reading).map(|it| words.reading_arithmetic(&it)));
            lines
        })
    });
    let show = Signal::derive(move || app.words.get().show_arithmetic().to_owned());
    view! {
        <div class="advice">
            {move || reading().map(|it| view! { <p data-testid="reading">{it}</p> })}
            {move || advised().map(|it| view! { <p data-testid="advice">{it}</p> })}
            <FigButton name="why" open text=show />
            <Arithmetic name="why" open lines />
        </div>
    }
}

fn reasons_of(words: Words, it: &WhyView, by_sales: bool, all: bool) -> Vec<Row> {
    let mut rows: Vec<Row> = it
        .reasons
        .iter()
        .map(|row| {
            let label = words.reason_row(row, &it.reasons);
            let value = words.times_and_sales(row.priced, by_sales);
            let hint = words.class(row.class).to_owned();
            Row {
                text: format!("{label}: {value} · {hint}"),
                label,
                hint,
                value,
                size: size(row.priced, by_sales),
                series: Some(if row.side == Side::Call { Series::Calls } else { Series::Presentations }),
            }
        })
        .collect();
    rows.sort_by(|a, b| b.size.total_cmp(&a.size));
    if !all {
        rows.truncate(FIRST);
    }
    let [calls, presentations] = it.not_recorded;
    if calls.times + presentations.times > 0 {
        let value = words.unexplained(it.not_recorded, by_sales);
        let label = words.not_recorded().to_owned();
        rows.push(Row {
            text: format!("{label}: {value}"),
            label,
            hint: String::new(),
            value,
            size: size(calls, by_sales) + size(presentations, by_sales),
            series: None,
        });
    }
    rows
}

#[expect(clippy::cast_precision_loss, reason = "the length of a bar")]
const fn size(it: Priced, by_sales: bool) -> f64 {
    if by_sales { it.sales } else { it.times as f64 }
}

fn why_table(words: Words, it: &WhyView) -> Table {
    let sales = |priced: Priced| if it.priced { words.sales_tenths(priced.sales) } else { "–".to_owned() };
    let worth = |priced: Priced| {
        #[expect(clippy::cast_precision_loss, reason = "money to be shown rounded")]
        it.sale_worth
            .map(|worth| words.money(crate::domain::stats::whole(priced.sales * worth as f64 / 100.0) * 100))
    };
    let mut rows: Vec<Vec<String>> = it
        .reasons
        .iter()
        .map(|row| {
            let after = words.step_or_own(row.step, row.own_step.as_ref());
            let fix = words.class(row.class).to_owned();
            let mut cells =
                vec![words.name(&row.name), after, words.count(row.priced.times), sales(row.priced), fix];
            cells.extend(worth(row.priced));
            cells
        })
        .collect();
    for (step, priced) in [Step::Call, Step::Presentation].into_iter().zip(it.not_recorded) {
        if priced.times > 0 {
            let after = words.step(step).to_owned();
            let mut cells = vec![
                words.not_recorded().to_owned(),
                after,
                words.count(priced.times),
                sales(priced),
                "–".to_owned(),
            ];
            cells.extend(worth(priced));
            rows.push(cells);
        }
    }
    let mut head = words.why_head().to_vec();
    head.extend(it.sale_worth.map(|_| words.worth_head().to_owned()));
    Table { caption: words.chart_why().to_owned(), head, rows }
}
