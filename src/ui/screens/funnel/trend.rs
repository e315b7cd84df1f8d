//! Getting better? A rate over weeks (chart D), and the changes the seller noted.

use super::rates::series;
use crate::{
    app::{
        intent::Intent,
        view::funnel::{
            slice::Slice,
            trend::{self, Change, TrendView},
        },
    },
    domain::date::Date,
    drawing::{reading::Along, trend as chart},
    journal::{
        record::Setting,
        settings::{MAX_NAME, RateKey},
    },
    text::{Words, errors::DateError},
    ui::{
        charts::{
            frame::{ChartFrame, Table},
            reading::Reader,
        },
        context::use_app,
        parts::field::{DateField, TextField, good_name},
    },
};
use leptos::prelude::*;

/// The section.
#[component]
pub fn Trend(
    /// The counts of the period.
    slice: Memo<Slice>,
) -> impl IntoView {
    let app = use_app();
    let key = RwSignal::new(RateKey::CallPresentation);
    let view = Memo::new(move |_| slice.with(|it| trend::view(it, key.get())));
    let drawn =
        Memo::new(move |_| view.with(|it| it.weeks.iter().filter(|it| it.point.is_some()).count() > 1));
    let fresh = Memo::new(move |_| view.with(|it| it.weeks.iter().any(|it| !it.ripe && it.point.is_some())));
    let sentence = Signal::derive(move || {
        let words = app.words.get();
        view.with(|it| {
            let mut text = words.trend_sentence(it);
            if drawn.get() {
                text = format!("{text} {}", words.bands());
            }
            if drawn.get() && fresh.get() {
                text = format!("{text} {} {}", words.hollow(), words.delay(it.delay));
            }
            text
        })
    });
    let table = Signal::derive(move || view.with(|it| table(app.words.get(), it)));
    let choose = move |event: web_sys::Event| {
        let name = event_target_value(&event);
        if let Some(it) = RateKey::ALL.into_iter().find(|it| it.name() == name) {
            key.set(it);
        }
    };
    view! {
        <section class="card" aria-labelledby="funnel-trend">
            <div class="card__head">
                <h2 id="funnel-trend" tabindex="-1">
                    {app.say(|it| it.funnel_part(crate::app::route::FunnelPart::Trend))}
                </h2>
                <select class="chip-select" data-testid="trend-rate" aria-label=app.say(Words::trend_rate)
                    on:change=choose>
                    {move || {
                        let words = app.words.get();
                        RateKey::ALL.map(|it| view! {
                            <option value=it.name() prop:selected=it == key.get_untracked()>{words.rate_name(it)}</option>
                        })
                    }}
                </select>
            </div>
            <ChartFrame name="trend" title=Signal::derive(move || app.words.get().chart_trend().to_owned()) sentence
                table height=Signal::derive(move || if drawn.get() { chart::HEIGHT } else { 1.0 })
                draw=move |width| if drawn.get() {
                    view.with(|it| chart::draw(it, series(it.key), app.words.get(), width))
                } else {
                    Vec::new()
                }
                read=Reader::new(Along::Across, move |width| {
                    view.with(|it| chart::readings(it, app.words.get(), width))
                }) />
            <Changes view />
        </section>
    }
}

fn table(words: Words, it: &TrendView) -> Table {
    Table {
        caption: words.rate_name(it.key),
        head: words.trend_head().to_vec(),
        rows: it.weeks.iter().map(|it| words.trend_row(it).to_vec()).collect(),
    }
}

/// What the seller changed, with before and after.
#[component]
fn Changes(view: Memo<TrendView>) -> impl IntoView {
    let app = use_app();
    let adding = RwSignal::new(false);
    let changes = Memo::new(move |_| view.with(|it| (it.key, it.changes.clone())));
    let line = move |key: RateKey, it: Change| {
        let words = app.words.get();
        let day = it.day;
        let name = format!("{} {}", words.take_away(), it.text);
        view! {
            <li class="change-row">
                <p><strong>{words.date(day)}" · "{it.text.clone()}</strong><br />{words.change_line(&it, key)}</p>
                <button class="button button--quiet" type="button" aria-label=name
                    on:click=move |_| app.run(Intent::Settings(vec![setting(day, serde_json::Value::Null)]))>
                    {words.take_away()}
                </button>
            </li>
        }
    };
    view! {
        <div class="changes">
            <Show when=move || changes.with(|it| !it.1.is_empty())>
                <h3>{app.say(Words::changes_heading)}</h3>
                <ul data-testid="changes">
                    {move || {
                        let (key, all) = changes.get();
                        all.into_iter().map(|it| line(key, it)).collect_view()
                    }}
                </ul>
            </Show>
            <Show when=move || !adding.get() fallback=move || view! { <AddChange adding /> }>
                <button class="button" type="button" data-testid="change-add" on:click=move |_| adding.set(true)>
                    {app.say(Words::note_change)}
                </button>
            </Show>
        </div>
    }
}

fn setting(day: Date, value: serde_json::Value) -> Setting {
    Setting { key: format!("change/{day}"), value }
}

#[component]
fn AddChange(adding: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let today = app.state.with_untracked(|it| it.now.day);
    let day = RwSignal::new(Some(today));
    let text = RwSignal::new(String::new());
    let (day_error, text_error) = (RwSignal::new(None::<DateError>), RwSignal::new(None::<String>));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(said) = good_name(&text.get_untracked(), MAX_NAME) else {
            text_error.set(Some(app.words.get_untracked().name_error(MAX_NAME)));
            return;
        };
        let Some(day) = day.get_untracked() else {
            day_error.update(|it| *it = it.or(Some(DateError::NoSuchDate)));
            return;
        };
        app.run(Intent::Settings(vec![setting(day, serde_json::json!(said))]));
        adding.set(false);
        request_animation_frame(|| crate::browser::page::focus("[data-testid='change-add']"));
    };
    view! {
        <form class="form" on:submit=submit novalidate>
            <p class="hint">{app.say(Words::change_hint)}</p>
            <TextField label=Signal::derive(move || app.words.get().change_text().to_owned()) testid="change-text"
                value=text error=text_error />
            <DateField label=Signal::derive(move || app.words.get().change_day().to_owned()) testid="change-date"
                value=day error=day_error last=today />
            <div class="row">
                <button class="button button--main" type="submit" data-testid="change-save">{app.say(Words::save)}</button>
                <button class="button" type="button" on:click=move |_| adding.set(false)>{app.say(Words::cancel)}</button>
            </div>
        </form>
    }
}
