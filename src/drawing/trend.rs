//! Chart D: a rate over weeks. The band says "could be flat"; its dotted edge is no wall.

use super::{
    mark::Series,
    reading::Reading,
    scale::{Scale, fit},
    shape::{Anchor, Shape},
};
use crate::{
    app::view::funnel::trend::{TrendView, Week},
    domain::trend::Point,
    text::Words,
};
use core::fmt::Write;

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
pub fn draw(view: &TrendView, series: Series, words: Words, width: f64) -> Vec<Shape> {
    let axes = Axes::of(view, width);
    let mut drawn = Vec::new();
    for it in axes.y.ticks() {
        let y = axes.y.at(it);
        drawn.push(Shape::line("grid", (LEFT, y), (width - RIGHT, y)));
        drawn.push(Shape::text("tick", (LEFT - 6.0, y + 4.0), Anchor::End, words.tick(it)));
    }
    drawn.extend(months(view, axes, words, width));
    changes(&mut drawn, view, axes, width);
    let many = view.weeks.len() > 40;
    let body = runs(&view.weeks).iter().flat_map(|run| one_run(run, axes, series, many)).collect();
    drawn.push(Shape::group(series.class(), body));
    drawn
}

fn one_run(run: &[(usize, Point, bool)], axes: Axes, series: Series, many: bool) -> Vec<Shape> {
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
    let mut drawn = vec![
        Shape::path("band band--95", band(|it| it.wide.lo, |it| it.wide.hi)),
        Shape::path("band band--80", band(|it| it.likely.lo, |it| it.likely.hi)),
        Shape::path("band-edge", edge(|it| it.likely.lo)),
        Shape::path("band-edge", edge(|it| it.likely.hi)),
        Shape::path("line", line(&run[..ripe])),
        Shape::path("line line--fresh", line(&run[ripe.saturating_sub(1)..])),
    ];
    let r = if many { 2.0 } else { 4.0 };
    drawn.extend(run.iter().map(|(place, point, ripe)| {
        let class = if *ripe { "mark" } else { "mark mark--hollow" };
        Shape::path(class, series.outline(axes.at(*place), y(point.mean), r))
    }));
    drawn
}

/// At most five names of months, at the first week of each.
fn months(view: &TrendView, axes: Axes, words: Words, width: f64) -> Vec<Shape> {
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
    let label = |(place, week): (usize, &Week)| {
        let x = axes.at(place);
        let name = words.month_short(week.first);
        let room = 8.0 * f64::from(u8::try_from(name.chars().count()).unwrap_or(9));
        if x < free || x + room > width {
            return None;
        }
        free = x + room + 8.0;
        Some(Shape::text("tick", (x - 4.0, HEIGHT - 6.0), Anchor::Start, name))
    };
    starts.into_iter().step_by(step).filter_map(label).collect()
}

fn changes(drawn: &mut Vec<Shape>, view: &TrendView, axes: Axes, width: f64) {
    let Some(start) = view.weeks.first().map(|it| it.first) else { return };
    for it in &view.changes {
        let weeks = f64::from(it.day.days_since(start)) / 7.0;
        let x = axes.x.at(weeks.min(axes.x.to));
        let right = x > width * 0.6;
        let room = if right { x - LEFT } else { width - x };
        let (anchor, dx) = if right { (Anchor::End, -4.0) } else { (Anchor::Start, 4.0) };
        drawn.push(Shape::line("change", (x, TOP - 6.0), (x, HEIGHT - BOTTOM)));
        drawn.push(Shape::text("tick tick--halo", (x + dx, 12.0), anchor, fit(&it.text, room - 8.0)));
    }
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
