//! Dots with two soft ranges on one shared axis: charts A and G.
//!
//! No caps and no hard edge: inside and outside are not two kinds of places.

use super::{
    mark::Series,
    reading::Reading,
    scale::{Scale, fit},
};
use crate::{domain::conversion::Interval, text::Words};
use leptos::prelude::*;

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
pub fn draw(rows: &[Row], rule: Option<(f64, String)>, words: Words, width: f64) -> AnyView {
    let scale = scale(rows, width);
    let ruled = rule.is_some();
    let (start, bottom) = (head(ruled), head(ruled) + top(rows.len()));
    let ticks = scale.ticks().into_iter().map(|it| {
        let x = scale.at(it);
        view! {
            <line class="grid" x1=x x2=x y1=start y2=bottom />
            <text class="tick" x=x y=bottom + 16.0 text-anchor="middle">{words.tick(it)}</text>
        }
    });
    let ticks = ticks.collect_view();
    let rule = rule.map(|(rate, label)| {
        let x = scale.at(rate);
        let anchor = if x > width / 2.0 { "end" } else { "start" };
        let dx = if x > width / 2.0 { -4.0 } else { 4.0 };
        view! {
            <line class="rule" x1=x x2=x y1="4" y2=bottom />
            <text class="tick" x=x + dx y="13" text-anchor=anchor>{label}</text>
        }
    });
    let body = rows.iter().enumerate().map(|(place, row)| {
        let y = line(place, ruled);
        let top = y - 19.0;
        let room = width - 8.0 * f64::from(u16::try_from(row.beside.chars().count()).unwrap_or(0)) - 16.0;
        view! {
            <text class="label label--halo" x="0" y=top>{fit(&row.label, room)}</text>
            <text class="label label--end label--halo" x=width y=top text-anchor="end">{row.beside.clone()}</text>
            {row.drawn.map(|(rate, likely, wide)| range(row.series, scale, y, rate, likely, wide))}
        }
    });
    let body = body.collect_view();
    view! { {ticks}{rule}{body} }.into_any()
}

fn range(series: Series, scale: Scale, y: f64, rate: f64, likely: Interval, wide: Interval) -> impl IntoView {
    view! {
        <g class=series.class()>
            <line class="range range--95" x1=scale.at(wide.lo) x2=scale.at(wide.hi) y1=y y2=y />
            <line class="range range--80" x1=scale.at(likely.lo) x2=scale.at(likely.hi) y1=y y2=y />
            <path class="mark" d=series.outline(scale.at(rate), y, 6.5) />
        </g>
    }
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
