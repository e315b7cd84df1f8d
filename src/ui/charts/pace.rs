//! Chart F: sales so far against the even line, and where the period can end.

use super::{
    frame::{ChartFrame, Table},
    scale::Scale,
};
use crate::{
    app::view::plan::{Basis, DayLine, endings::Endings},
    domain::{
        date::Date,
        stats::{real, whole},
    },
    text::Words,
    ui::context::use_app,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

const HEIGHT: f64 = 260.0;
const LEFT: f64 = 34.0;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 30.0;
/// A dot and the room it takes.
const DOT: f64 = 4.0;
const ROOM: f64 = 10.0;
/// An even line that rises less has no room for its name.
const NAMED: f64 = 60.0;
/// A letter is not wider.
const LETTER: f64 = 7.4;

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
    let draw = move |width: f64| {
        let words = app.words.get();
        let endings = endings.get();
        basis.with(|it| it.as_ref().map(|it| drawing(it, endings, width, words))).into_any()
    };
    view! {
        <ChartFrame name="pace" title=Signal::derive(move || app.words.get().pace_title().to_owned())
            sentence table height=Signal::derive(|| HEIGHT) draw />
    }
}

/// Where everything goes.
#[derive(Clone, Copy)]
struct Plot {
    x: Scale,
    y: Scale,
    /// The right edge of the drawing.
    width: f64,
}

impl Plot {
    fn day(&self, basis: &Basis, day: Date) -> f64 {
        self.x.at(f64::from(day.days_since(basis.period.from)))
    }
}

fn drawing(basis: &Basis, endings: Option<Endings>, width: f64, words: Words) -> AnyView {
    let dots = if endings.is_some() { if width < 480.0 { 74.0 } else { 112.0 } } else { 14.0 };
    let days = f64::from(basis.period.until.days_since(basis.period.from));
    let target = basis.target();
    let highest = endings.map_or(0, |it| it.wider.1.max(it.dots[19])).max(target).max(basis.closed.counted);
    let plot = Plot {
        x: Scale { from: -1.0, to: days.max(1.0), start: LEFT, end: width - dots },
        y: Scale { from: 0.0, to: (real(highest) * 1.06).max(2.0), start: HEIGHT - BOTTOM, end: TOP },
        width,
    };
    let rows = plot.y.ticks().into_iter().filter(|it| it.fract() == 0.0).map(|it| {
        let at = plot.y.at(it);
        view! {
            <line class="rule" x1=LEFT x2=plot.x.end y1=at y2=at />
            <text x=LEFT - 6.0 y=at + 4.0 text-anchor="end">{words.count(whole(it))}</text>
        }
    });
    let rows = rows.collect_view();
    let goal = plot.y.at(real(target));
    view! {
        {late(basis, plot)}
        {rows}
        {fan(basis, endings, plot)}
        <path class="pace__even" d=even_line(basis, plot) />
        {(plot.y.start - goal > NAMED).then(|| view! {
            <text x=LEFT + 4.0 y=even_label(basis, plot)>{words.even_line()}</text>
        })}
        <line class="pace__quota" x1=LEFT x2=width y1=goal y2=goal />
        <text class="chart__label" x=LEFT + 4.0 y=goal - 6.0>{words.quota_rule(target)}</text>
        <path class="pace__line" d=step_line(basis, plot) />
        {today_mark(basis, plot)}
        {endings.map(|it| dots_of(&it, target, plot, words))}
        {day_labels(basis, plot, words)}
    }
    .into_any()
}

/// Days whose calls mostly close too late.
fn late(basis: &Basis, plot: Plot) -> Option<AnyView> {
    let day = basis.last_useful.filter(|it| *it < basis.period.until)?;
    let from = plot.day(basis, day);
    Some(
        view! { <rect class="pace__late" x=from y=plot.y.end width=(plot.x.end - from).max(0.0) height=plot.y.start - plot.y.end /> }
            .into_any(),
    )
}

fn even_line(basis: &Basis, plot: Plot) -> String {
    let whole = real(basis.workdays.whole().millidays.max(1));
    let at = |it: &DayLine| {
        let sales = real(basis.target()) * real(it.millidays) / whole;
        format!("L{} {}", plot.day(basis, it.day), plot.y.at(sales))
    };
    let all: Vec<String> = basis.days.iter().map(at).collect();
    format!("M{} {}{}", plot.x.start, plot.y.at(0.0), all.concat())
}

/// Above the even line where the label ends.
fn even_label(basis: &Basis, plot: Plot) -> f64 {
    let part = 70.0 / (plot.x.end - plot.x.start);
    plot.y.at(real(basis.target()) * part) - 8.0
}

fn step_line(basis: &Basis, plot: Plot) -> String {
    let at = |it: &DayLine| Some(format!("V{}H{}", plot.y.at(real(it.sales?)), plot.day(basis, it.day)));
    let all: Vec<String> = basis.days.iter().map_while(at).collect();
    format!("M{} {}{}", plot.x.start, plot.y.at(0.0), all.concat())
}

/// 80 % and 95 % in two soft steps, without a line in the middle.
fn fan(basis: &Basis, endings: Option<Endings>, plot: Plot) -> Option<AnyView> {
    let it = endings?;
    let (left, start) =
        (plot.day(basis, basis.today.max(basis.period.from)), plot.y.at(real(basis.closed.counted)));
    let band = |(lo, hi): (u64, u64)| {
        format!("M{left} {start}L{0} {1}V{2}Z", plot.x.end, plot.y.at(real(hi)), plot.y.at(real(lo)))
    };
    Some(
        view! {
            <path class="band pace__wider" d=band(it.wider) />
            <path class="band pace__likely" d=band(it.likely) />
        }
        .into_any(),
    )
}

/// ◆ where the sales are today.
fn today_mark(basis: &Basis, plot: Plot) -> Option<AnyView> {
    if !basis.period.holds(basis.today) {
        return None;
    }
    let (left, top) = (plot.day(basis, basis.today), plot.y.at(real(basis.closed.counted)));
    let d = format!("M{left} {}l6 6l-6 6l-6 -6z", top - 6.0);
    Some(view! { <path class="mark pace__today" d=d /> }.into_any())
}

/// Twenty dots, each 1 in 20: those that reach the quota are filled.
fn dots_of(endings: &Endings, target: u64, plot: Plot, words: Words) -> AnyView {
    // As many sales to a row as a dot is high; a row never lies on both sides of the quota.
    let unit = (plot.y.start - plot.y.end) / plot.y.to;
    let row = whole((ROOM / unit).ceil()).max(1);
    let mut rows: BTreeMap<i64, usize> = BTreeMap::new();
    for it in endings.dots {
        let above = i64::try_from(it).unwrap_or(0) - i64::try_from(target).unwrap_or(0);
        *rows.entry(above.div_euclid(i64::try_from(row).unwrap_or(1))).or_default() += 1;
    }
    let longest = rows.values().copied().max().unwrap_or(1);
    let left = plot.x.end + ROOM;
    let step = ((plot.width - left) / real(longest as u64)).min(ROOM);
    let dots = rows.into_iter().flat_map(|(place, n)| {
        #[expect(clippy::cast_precision_loss, reason = "a place among a few dozen rows")]
        let sales = real(target) + place as f64 * real(row) + (real(row) - 1.0) / 2.0;
        let top = plot.y.at(sales);
        let class = if place >= 0 { "mark pace__dot pace__dot--reach" } else { "mark pace__dot" };
        (0..n).map(move |it| {
            view! { <circle class=class cx=left + step * real(it as u64) cy=top r=DOT /> }
        })
    });
    let dots = dots.collect_view();
    view! {
        {dots}
        <text x=plot.width y=plot.y.end - 8.0 text-anchor="end">{words.each_in_twenty()}</text>
    }
    .into_any()
}

/// The first day, today and the last day.
fn day_labels(basis: &Basis, plot: Plot, words: Words) -> AnyView {
    let y = HEIGHT - 8.0;
    let today = plot.day(basis, basis.today);
    let (first, name, last) = (words.date(basis.period.from), words.today(), words.date(basis.period.until));
    let length = |it: &str| real(it.chars().count() as u64) * LETTER;
    let inside = basis.period.holds(basis.today)
        && today - length(name) / 2.0 > LEFT + length(&first) + LETTER
        && today + length(name) / 2.0 < plot.x.end - length(&last) - LETTER;
    view! {
        <text x=LEFT y=y>{first}</text>
        {inside.then(|| view! { <text class="chart__label" x=today y=y text-anchor="middle">{name}</text> })}
        <text x=plot.x.end y=y text-anchor="end">{last}</text>
    }
    .into_any()
}
