//! Chart E: the chance of making the quota, by calls still made.

use super::{
    frame::{ChartFrame, Table},
    scale::Scale,
};
use crate::{
    app::view::plan::curve::{Better, Curve},
    domain::stats::{real, whole},
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;

const HEIGHT: f64 = 260.0;
/// Room for the labels of the axes.
const LEFT: f64 = 44.0;
const RIGHT: f64 = 14.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 42.0;
/// Labels of marks are not closer than a line of text.
const LINE: f64 = 16.0;
/// A letter is seldom wider.
const LETTER: f64 = 7.0;

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
    let draw = move |width: f64| {
        let words = app.words.get();
        let better = better.get();
        curve.get().map(|it| drawing(&it, better, width, words, read_at)).into_any()
    };
    view! {
        <ChartFrame name="chance" title=Signal::derive(move || app.words.get().chance_title().to_owned())
            sentence table height=Signal::derive(|| HEIGHT) draw>
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

fn drawing(
    curve: &Curve,
    better: Option<[Better; 2]>,
    width: f64,
    words: Words,
    read_at: RwSignal<Option<u64>>,
) -> AnyView {
    let x = Scale { from: 0.0, to: real(curve.last()), start: LEFT, end: width - RIGHT };
    let y = Scale { from: 0.0, to: 1.0, start: HEIGHT - BOTTOM, end: TOP };
    let rows = [0_u8, 25, 50, 75, 100].map(|it| {
        let at = y.at(f64::from(it) / 100.0);
        view! {
            <line class="rule" x1=LEFT x2=width - RIGHT y1=at y2=at />
            <text x=LEFT - 6.0 y=at + 4.0 text-anchor="end">{words.percent(&it.to_string())}</text>
        }
    });
    let columns = x.ticks().into_iter().map(|it| {
        let anchor = if it == 0.0 { "start" } else { "middle" };
        view! { <text x=x.at(it) y=HEIGHT - BOTTOM + 18.0 text-anchor=anchor>{words.count(whole(it))}</text> }
    });
    let columns = columns.collect_view();
    let dashed = better.map(|it| {
        it.map(|it| view! { <path class="chance__better" d=path(&it.points, x, y) /> }).collect_view()
    });
    let level = f64::from(curve.certainty) / 100.0;
    let guide = curve.sure.map(|it| {
        let (right, top) = (x.at(real(it.0)), y.at(level));
        view! { <path class="chance__guide" d=format!("M{LEFT} {top}H{right}V{}", y.start) /> }
    });
    view! {
        {rows}{columns}
        <text x=width - RIGHT y=HEIGHT - 8.0 text-anchor="end">{words.calls_axis()}</text>
        {dashed}
        <path class="chance__line" d=path(&curve.points, x, y) />
        {guide}
        {marks(curve, x, y, words)}
        {crosshair(curve.clone(), x, y, words, read_at)}
    }
    .into_any()
}

fn path(points: &[(u64, f64)], x: Scale, y: Scale) -> String {
    let at = |(calls, p): &(u64, f64)| format!("{} {}", x.at(real(*calls)), y.at(*p));
    let all: Vec<String> = points.iter().map(at).collect();
    if all.is_empty() { String::new() } else { format!("M{}", all.join("L")) }
}

/// This pace, simple division, the chosen certainty: each named beside its mark.
fn marks(curve: &Curve, x: Scale, y: Scale, words: Words) -> AnyView {
    let named = |it: Option<(u64, f64)>, class: &'static str, name: &str| {
        it.map(|(n, p)| {
            let text = if name.is_empty() {
                format!("{} · {}", words.count(n), words.chance(p))
            } else {
                format!("{} {name} · {}", words.count(n), words.chance(p))
            };
            (x.at(real(n)), y.at(p), class, text)
        })
    };
    let sure = curve.sure.map(|it| (it.0, f64::from(curve.certainty) / 100.0));
    let mut all: Vec<_> = [
        named(sure, "mark chance__sure", ""),
        named(curve.division, "mark chance__division", words.mark_division()),
        named(curve.pace, "mark chance__pace", words.mark_pace()),
    ]
    .into_iter()
    .flatten()
    .collect();
    // From the top down, so that no label covers another of its side.
    all.sort_by(|left, right| left.1.total_cmp(&right.1));
    let (mut free_right, mut free_left) = (TOP, 0.0_f64);
    let drawn = all.into_iter().map(|(left, top, class, text)| {
        let length = real(text.chars().count() as u64) * LETTER;
        // There is room right of and under the curve; at the edge, left of and above it.
        let turned = left + 9.0 + length > x.end && left - 9.0 - length > LEFT;
        let (at, anchor, label) = if turned {
            let label = (top - 8.0).max(free_left);
            free_left = label + LINE;
            (left - 9.0, "end", label)
        } else {
            // With room on neither side, under the mark.
            let at = (left + 9.0).min(x.end - length);
            let below = if at < left + 9.0 { 20.0 } else { 12.0 };
            let label = (top + below).max(free_right).min(y.start - 4.0);
            free_right = label + LINE;
            (at, "start", label)
        };
        view! {
            <circle class=class cx=left cy=top r="5" />
            <text class="chart__label" x=at y=label text-anchor=anchor>{text}</text>
        }
    });
    drawn.collect_view().into_any()
}

fn crosshair(curve: Curve, x: Scale, y: Scale, words: Words, read_at: RwSignal<Option<u64>>) -> AnyView {
    (move || {
        read_at.get().map(|calls| {
            let calls = calls.min(curve.last());
            let p = curve.at(calls);
            let (left, top) = (x.at(real(calls)), y.at(p));
            view! {
                <line class="chart__cross" x1=left x2=left y1=y.end y2=y.start />
                <circle class="chart__spot" cx=left cy=top r="4" />
                <text class="chart__read" x=LEFT + 6.0 y=TOP + 12.0>{words.calls_and_chance((calls, p))}</text>
            }
        })
    })
    .into_any()
}
