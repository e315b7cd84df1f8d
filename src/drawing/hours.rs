//! The hour map: days of the week by hours, the shade is the rate.

use super::reading::Reading;
use crate::{
    app::view::funnel::hours::{Cell, HoursView},
    text::Words,
};
use leptos::prelude::*;

const LEFT: f64 = 40.0;
const TOP: f64 = 20.0;
const ROW: f64 = 30.0;
/// The row of all days stands apart.
const APART: f64 = 8.0;

/// The height: all days, then each day with calls.
#[must_use]
pub fn height(view: &HoursView) -> f64 {
    if view.hours.is_some() { y(view.weekdays.len() + 1) } else { 1.0 }
}

struct Grid {
    first: u8,
    column: f64,
}

impl Grid {
    fn of(view: &HoursView, width: f64) -> Option<Self> {
        let (first, last) = view.hours?;
        Some(Self { first, column: (width - LEFT) / f64::from(last - first + 1) })
    }

    fn x(&self, cell: &Cell) -> f64 {
        LEFT + self.column * f64::from(cell.hour - self.first)
    }
}

/// The row of a day; all days are row 0.
fn y(row: usize) -> f64 {
    let row = f64::from(u8::try_from(row).unwrap_or(0));
    TOP + ROW * row + if row > 0.0 { APART } else { 0.0 }
}

/// Draws the map.
#[must_use]
pub fn draw(view: &HoursView, words: Words, width: f64) -> AnyView {
    let Some(grid) = Grid::of(view, width) else { return ().into_any() };
    let all = || view.cells.iter().chain(&view.by_hour).map(|it| it.shrunk);
    let (low, high) = (all().fold(1.0, f64::min), all().fold(0.0, f64::max));
    let shade = |cell: &Cell| {
        let part = if high > low { (cell.shrunk - low) / (high - low) } else { 0.5 };
        // Text stays readable on the darkest one.
        ((0.06 + 0.44 * part) * 100.0).round() / 100.0
    };
    let draw_cell = |row: usize, cell: &Cell| {
        let (x, top) = (grid.x(cell), y(row));
        let label = cell.share().map(|it| words.count(it.whole_percent()));
        view! {
            <rect class="heat" x=x + 1.0 y=top + 1.0 width=(grid.column - 2.0).max(1.0) height=ROW - 2.0 rx="4"
                fill-opacity=shade(cell) />
            <text class="label" x=x + grid.column / 2.0 y=top + ROW / 2.0 + 4.5 text-anchor="middle">
                {label.unwrap_or_else(|| "·".to_owned())}
            </text>
        }
    };
    let by_hour = view.by_hour.iter().map(|it| draw_cell(0, it)).collect_view();
    let cells = view.cells.iter().map(|it| draw_cell(it.weekday + 1, it)).collect_view();
    let names = view.weekdays.iter().enumerate().map(|(place, it)| {
        view! { <text class="tick" x="0" y=y(place + 1) + ROW / 2.0 + 4.5>{words.weekday_short(*it)}</text> }
    });
    let names = names.collect_view();
    // Every hour where there is room, else every other one.
    let step = if grid.column >= 22.0 { 1 } else { 2 };
    let hours = view.by_hour.iter().filter(|it| (it.hour - grid.first) % step == 0).map(|it| {
        let x = grid.x(it) + grid.column / 2.0;
        view! { <text class="tick" x=x y="13" text-anchor="middle">{it.hour}</text> }
    });
    let hours = hours.collect_view();
    view! {
        <g class="series series--calls">
            {hours}
            <text class="label" x="0" y=y(0) + ROW / 2.0 + 4.5>{words.all_days()}</text>
            {names}
            {by_hour}
            {cells}
        </g>
    }
    .into_any()
}

/// The cells as readings: all days first, then day by day.
#[must_use]
pub fn readings(view: &HoursView, words: Words, width: f64) -> Vec<Reading> {
    let Some(grid) = Grid::of(view, width) else { return Vec::new() };
    let read = |row: usize, day, cell: &Cell| Reading {
        x: grid.x(cell) + grid.column / 2.0,
        y: y(row) + ROW / 2.0,
        text: words.hour_text(day, cell),
    };
    let all = view.by_hour.iter().map(|it| read(0, None, it));
    let days = view.cells.iter().map(|it| read(it.weekday + 1, view.weekdays.get(it.weekday).copied(), it));
    all.chain(days).collect()
}
