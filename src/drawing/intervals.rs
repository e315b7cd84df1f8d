//! Dots with two soft ranges on one shared axis: charts A and G.
//!
//! No caps and no hard edge: inside and outside are not two kinds of places.

use super::{
    mark::Series,
    reading::Reading,
    scale::{Scale, fit},
    shape::{Anchor, Shape},
};
use crate::{domain::conversion::Interval, text::Words};

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is.
    pub label: String,
    /// Beside it, at the right.
    pub beside: String,
    /// Its series.
    pub series: Series,
    /// Rate, 80 % and 95 % range; `None`: too few.
    pub drawn: Option<(f64, Interval, Interval)>,
    /// What it says when it is read.
    pub text: String,
}

const ROW: f64 = 48.0;
const AXIS: f64 = 24.0;
/// Above the rows, where a rule has its label.
const HEAD: f64 = 20.0;
/// So that the first and last labels of the axis are not cut.
const SIDE: f64 = 10.0;

/// The top of a row.
#[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
const fn top(place: usize) -> f64 {
    place as f64 * ROW
}

/// The height for so many rows, with or without the label of a rule above them.
#[must_use]
pub const fn height(rows: usize, ruled: bool) -> f64 {
    head(ruled) + top(rows) + AXIS
}

const fn head(ruled: bool) -> f64 {
    if ruled { HEAD } else { 0.0 }
}

fn scale(rows: &[Row], width: f64) -> Scale {
    let top = rows.iter().filter_map(|it| it.drawn).map(|it| it.2.hi).fold(0.05, f64::max);
    Scale { from: 0.0, to: top.min(1.0), start: SIDE, end: width - SIDE }
}

/// Where the dots of a row are.
const fn line(place: usize, ruled: bool) -> f64 {
    head(ruled) + top(place) + 34.0
}

/// Draws the rows, and a rule where all together are.
#[must_use]
pub fn draw(rows: &[Row], rule: Option<(f64, String)>, words: Words, width: f64) -> Vec<Shape> {
    let scale = scale(rows, width);
    let ruled = rule.is_some();
    let (start, bottom) = (head(ruled), head(ruled) + top(rows.len()));
    let mut drawn = Vec::new();
    for it in scale.ticks() {
        let x = scale.at(it);
        drawn.push(Shape::line("grid", (x, start), (x, bottom)));
        drawn.push(Shape::text("tick", (x, bottom + 16.0), Anchor::Middle, words.tick(it)));
    }
    if let Some((rate, label)) = rule {
        let x = scale.at(rate);
        let (anchor, dx) = if x > width / 2.0 { (Anchor::End, -4.0) } else { (Anchor::Start, 4.0) };
        drawn.push(Shape::line("rule", (x, 4.0), (x, bottom)));
        drawn.push(Shape::text("tick", (x + dx, 13.0), anchor, label));
    }
    for (place, row) in rows.iter().enumerate() {
        let y = line(place, ruled);
        let top = y - 19.0;
        let room = width - 8.0 * f64::from(u16::try_from(row.beside.chars().count()).unwrap_or(0)) - 16.0;
        drawn.push(Shape::text("label label--halo", (0.0, top), Anchor::Start, fit(&row.label, room)));
        drawn.push(Shape::text("label label--end label--halo", (width, top), Anchor::End, &row.beside));
        drawn.extend(row.drawn.map(|(rate, likely, wide)| range(row.series, scale, y, rate, likely, wide)));
    }
    drawn
}

fn range(series: Series, scale: Scale, y: f64, rate: f64, likely: Interval, wide: Interval) -> Shape {
    let across = |class, it: Interval| Shape::line(class, (scale.at(it.lo), y), (scale.at(it.hi), y));
    Shape::group(
        series.class(),
        vec![
            across("range range--95", wide),
            across("range range--80", likely),
            Shape::path("mark", series.outline(scale.at(rate), y, 6.5)),
        ],
    )
}

/// The rows as readings.
#[must_use]
pub fn readings(rows: &[Row], ruled: bool, width: f64) -> Vec<Reading> {
    let scale = scale(rows, width);
    let read = |(place, row): (usize, &Row)| Reading {
        x: scale.at(row.drawn.map_or(0.0, |it| it.0)),
        y: line(place, ruled),
        text: row.text.clone(),
    };
    rows.iter().enumerate().map(read).collect()
}
