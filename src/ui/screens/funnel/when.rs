//! Which hours? Made only when it is opened, as every entry of the period is looked at.

use crate::{
    app::{
        route::{FunnelPart, Screen},
        view::funnel::{
            hours::{self, By, HoursView},
            slice::Slice,
        },
    },
    drawing::{hours as chart, reading::Along},
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

/// The section; opened by its button or its address.
#[component]
pub fn When(
    /// The counts of the period.
    slice: Memo<Slice>,
) -> impl IntoView {
    let app = use_app();
    let opened = RwSignal::new(false);
    let here = app.memo(|it| it.route.screen == Screen::Funnel(FunnelPart::When));
    Effect::new(move |_| {
        if here.get() {
            opened.set(true);
        }
    });
    view! {
        <section class="card" aria-labelledby="funnel-when">
            <h2 id="funnel-when" tabindex="-1">{app.say(|it| it.funnel_part(FunnelPart::When))}</h2>
            <Show when=move || opened.get() fallback=move || view! {
                <button class="button" type="button" data-testid="when-open" on:click=move |_| opened.set(true)>
                    {app.say(Words::show_hours)}
                </button>
            }>
                <Map slice />
            </Show>
        </section>
    }
}

#[component]
fn Map(slice: Memo<Slice>) -> impl IntoView {
    let app = use_app();
    let choices = Memo::new(move |_| slice.with(hours::choices));
    let chosen = RwSignal::new(0_usize);
    let by = Memo::new(move |_| choices.with(|it| it.get(chosen.get()).cloned().unwrap_or_default()));
    let view = Memo::new(move |_| {
        let by = by.get();
        slice.with(|slice| app.state.with_untracked(|state| hours::view(state, slice, by)))
    });
    let drawn = Memo::new(move |_| view.with(|it| it.hours.is_some()));
    let title = Signal::derive(move || by.with(|it| app.words.get().chart_hours(it)));
    let sentence = Signal::derive(move || {
        let words = app.words.get();
        let text = view.with(|it| words.hours_sentence(it));
        if drawn.get() { format!("{text} {}", words.hours_note()) } else { text }
    });
    let table = Signal::derive(move || view.with(|it| table(app.words.get(), it, title.get())));
    let chip = move |(place, it): (usize, By)| {
        let id = match &it {
            By::Presentations => "when-pres".to_owned(),
            By::Reached => "when-reached".to_owned(),
            By::Own(own, _) => format!("when-step-{}", own + 1),
        };
        let name = app.words.get().hours_by(&it);
        let pressed = move || by.with(|by| *by == it).to_string();
        view! {
            <button class="chip" type="button" data-testid=id aria-pressed=pressed
                on:click=move |_| chosen.set(place)>{name}</button>
        }
    };
    view! {
        <div class="row" role="group" aria-label=app.say(Words::measure)>
            {move || choices.get().into_iter().enumerate().map(chip).collect_view()}
        </div>
        <ChartFrame name="when" title sentence table
            height=Signal::derive(move || view.with(chart::height))
            draw=move |width| view.with(|it| chart::draw(it, app.words.get(), width))
            read=Reader::new(Along::Both, move |width| view.with(|it| chart::readings(it, app.words.get(), width))) />
    }
}

fn table(words: Words, view: &HoursView, caption: String) -> Table {
    let mut head = vec![words.hour_head().to_owned(), words.all_days().to_owned()];
    head.extend(view.weekdays.iter().map(|it| words.weekday_short(*it).to_owned()));
    let rows = view.by_hour.iter().map(|hour| {
        let mut cells = vec![words.hour_span(hour.hour), words.fraction(hour.x, hour.n)];
        cells.extend((0..view.weekdays.len()).map(|day| {
            let cell = view.cells.iter().find(|it| it.weekday == day && it.hour == hour.hour);
            cell.map_or_else(|| "–".to_owned(), |it| words.fraction(it.x, it.n))
        }));
        cells
    });
    Table { caption, head, rows: rows.collect() }
}
