//! Chart D: a rate over weeks. The band says "could be flat"; its dotted edge is no wall.

use super::{
    mark::Series,
    reading::Reading,
    scale::{Scale, fit},
};
use crate::{
    app::view::funnel::trend::{TrendView, Week},
    domain::trend::Point,
    text::Words,
};
use core::fmt::Write;
use leptos::prelude::*;

/// The height of the drawing.
pub const HEIGHT: f64 = 236.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 10.0;
/// Room for the labels of changes.
const TOP: f64 = 22.0;
const BOTTOM: f64 = 24.0;

#[derive(Clone, Copy)]
struct Axes {
    x: Scale,
    y: Scale,
}

impl Axes {
    fn of(view: &TrendView, width: f64) -> Self {
        let points = || view.weeks.iter().filter_map(|it| it.point);
        let top = points().map(|it| it.wide.hi).fold(0.05, f64::max);
        let low = points().map(|it| it.wide.lo).fold(top, f64::min);
        // From zero, unless the line is far above it.
        let from = if low < top / 3.0 { 0.0 } else { low };
        let last = f64::from(u32::try_from(view.weeks.len().saturating_sub(1)).unwrap_or(0)).max(1.0);
        Self {
            x: Scale { from: 0.0, to: last, start: LEFT + 8.0, end: width - RIGHT },
            y: Scale { from, to: top, start: HEIGHT - BOTTOM, end: TOP },
        }
    }

    fn at(self, place: usize) -> f64 {
        self.x.at(f64::from(u32::try_from(place).unwrap_or(0)))
    }
}

/// Weeks with a line, in runs without a gap.
fn runs(weeks: &[Week]) -> Vec<Vec<(usize, Point, bool)>> {
    let mut runs: Vec<Vec<(usize, Point, bool)>> = vec![Vec::new()];
    for (place, week) in weeks.iter().enumerate() {
        match (week.point, runs.last_mut()) {
            (Some(point), Some(run)) => run.push((place, point, week.ripe)),
            (None, Some(run)) if !run.is_empty() => runs.push(Vec::new()),
            _ => {}
        }
    }
    runs.retain(|it| !it.is_empty());
    runs
}

fn polyline(points: impl Iterator<Item = (f64, f64)>) -> String {
    points.enumerate().fold(String::new(), |mut path, (place, (x, y))| {
        // Writing to a string cannot fail.
        write!(path, "{}{x} {y}", if place == 0 { "M" } else { "L" }).unwrap_or_default();
        path
    })
}

/// Draws the weeks.
#[must_use]
pub fn draw(view: &TrendView, series: Series, words: Words, width: f64) -> AnyView {
    let axes = Axes::of(view, width);
    let grid = axes.y.ticks().into_iter().map(|it| {
        let y = axes.y.at(it);
        view! {
            <line class="grid" x1=LEFT x2=width - RIGHT y1=y y2=y />
            <text class="tick" x=LEFT - 6.0 y=y + 4.0 text-anchor="end">{words.tick(it)}</text>
        }
    });
    let grid = grid.collect_view();
    let many = view.weeks.len() > 40;
    let body = runs(&view.weeks).into_iter().map(|run| one_run(&run, axes, series, many)).collect_view();
    view! {
        {grid}
        {months(view, axes, words, width)}
        {changes(view, axes, width)}
        <g class=series.class()>{body}</g>
    }
    .into_any()
}

fn one_run(run: &[(usize, Point, bool)], axes: Axes, series: Series, many: bool) -> AnyView {
    let y = |rate: f64| axes.y.at(rate);
    let edge = |rate: fn(&Point) -> f64| polyline(run.iter().map(|it| (axes.at(it.0), y(rate(&it.1)))));
    let band = |lo: fn(&Point) -> f64, hi: fn(&Point) -> f64| {
        let there = run.iter().map(|it| (axes.at(it.0), y(hi(&it.1))));
        let back = run.iter().rev().map(|it| (axes.at(it.0), y(lo(&it.1))));
        format!("{}Z", polyline(there.chain(back)))
    };
    let ripe = run.iter().filter(|it| it.2).count();
    // The dotted part begins at the last ripe point.
    let line = |part: &[(usize, Point, bool)]| polyline(part.iter().map(|it| (axes.at(it.0), y(it.1.mean))));
    let dots = run.iter().map(|(place, point, ripe)| {
        let class = if *ripe { "mark" } else { "mark mark--hollow" };
        let r = if many { 2.0 } else { 4.0 };
        view! { <path class=class d=series.outline(axes.at(*place), y(point.mean), r) /> }
    });
    view! {
        <path class="band band--95" d=band(|it| it.wide.lo, |it| it.wide.hi) />
        <path class="band band--80" d=band(|it| it.likely.lo, |it| it.likely.hi) />
        <path class="band-edge" d=edge(|it| it.likely.lo) />
        <path class="band-edge" d=edge(|it| it.likely.hi) />
        <path class="line" d=line(&run[..ripe]) />
        <path class="line line--fresh" d=line(&run[ripe.saturating_sub(1)..]) />
        {dots.collect_view()}
    }
    .into_any()
}

/// At most five names of months, at the first week of each.
fn months(view: &TrendView, axes: Axes, words: Words, width: f64) -> AnyView {
    let starts: Vec<(usize, &Week)> = view
        .weeks
        .iter()
        .enumerate()
        .filter(|(place, it)| {
            *place == 0 || view.weeks[place - 1].first.month_start() != it.first.month_start()
        })
        .collect();
    let step = starts.len().div_ceil(5).max(1);
    let mut free = 0.0;
    let labels = starts.into_iter().step_by(step).filter_map(|(place, week)| {
        let x = axes.at(place);
        let name = words.month_short(week.first);
        let room = 8.0 * f64::from(u8::try_from(name.chars().count()).unwrap_or(9));
        if x < free || x + room > width {
            return None;
        }
        free = x + room + 8.0;
        Some(view! { <text class="tick" x=x - 4.0 y=HEIGHT - 6.0>{name}</text> })
    });
    let labels = labels.collect_view();
    view! { {labels} }.into_any()
}

fn changes(view: &TrendView, axes: Axes, width: f64) -> AnyView {
    let Some(start) = view.weeks.first().map(|it| it.first) else { return ().into_any() };
    let marks = view.changes.iter().map(|it| {
        let weeks = f64::from(it.day.days_since(start)) / 7.0;
        let x = axes.x.at(weeks.min(axes.x.to));
        let right = x > width * 0.6;
        let room = if right { x - LEFT } else { width - x };
        view! {
            <line class="change" x1=x x2=x y1=TOP - 6.0 y2=HEIGHT - BOTTOM />
            <text class="tick tick--halo" x=if right { x - 4.0 } else { x + 4.0 } y="12"
                text-anchor=if right { "end" } else { "start" }>{fit(&it.text, room - 8.0)}</text>
        }
    });
    let marks = marks.collect_view();
    view! { {marks} }.into_any()
}

/// The weeks as readings.
#[must_use]
pub fn readings(view: &TrendView, words: Words, width: f64) -> Vec<Reading> {
    let axes = Axes::of(view, width);
    let read = |(place, week): (usize, &Week)| {
        let point = week.point?;
        Some(Reading { x: axes.at(place), y: axes.y.at(point.mean), text: words.week_text(week, &point) })
    };
    view.weeks.iter().enumerate().filter_map(read).collect()
}
