//! The hour map: days of the week by hours, the shade is the rate.

use super::{
    mark::Series,
    reading::Reading,
    shape::{Anchor, Shape},
};
use crate::{
    app::view::funnel::hours::{Cell, HoursView},
    text::Words,
};

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
pub fn draw(view: &HoursView, words: Words, width: f64) -> Vec<Shape> {
    let Some(grid) = Grid::of(view, width) else { return Vec::new() };
    let all = || view.cells.iter().chain(&view.by_hour).map(|it| it.shrunk);
    let (low, high) = (all().fold(1.0, f64::min), all().fold(0.0, f64::max));
    let shade = |cell: &Cell| {
        let part = if high > low { (cell.shrunk - low) / (high - low) } else { 0.5 };
        // Text stays readable on the darkest one.
        ((0.06 + 0.44 * part) * 100.0).round() / 100.0
    };
    // Every hour where there is room, else every other one.
    let step = if grid.column >= 22.0 { 1 } else { 2 };
    let hours = view.by_hour.iter().filter(|it| (it.hour - grid.first) % step == 0);
    let mut drawn: Vec<Shape> = hours
        .map(|it| {
            let middle = grid.x(it) + grid.column / 2.0;
            Shape::text("tick", (middle, 13.0), Anchor::Middle, it.hour.to_string())
        })
        .collect();
    let line = |row: usize| y(row) + ROW / 2.0 + 4.5;
    drawn.push(Shape::text("label", (0.0, line(0)), Anchor::Start, words.all_days()));
    drawn.extend(view.weekdays.iter().enumerate().map(|(place, it)| {
        Shape::text("tick", (0.0, line(place + 1)), Anchor::Start, words.weekday_short(*it))
    }));
    let by_hour = view.by_hour.iter().map(|it| (0, it));
    for (row, cell) in by_hour.chain(view.cells.iter().map(|it| (it.weekday + 1, it))) {
        let (x, top) = (grid.x(cell), y(row));
        let size = ((grid.column - 2.0).max(1.0), ROW - 2.0);
        let label = cell.share().map_or_else(|| "·".to_owned(), |it| words.count(it.whole_percent()));
        let rect = Shape::rect("heat", (x + 1.0, top + 1.0), size).with("rx", "4");
        drawn.push(rect.with("fill-opacity", shade(cell).to_string()));
        drawn.push(Shape::text("label", (x + grid.column / 2.0, line(row)), Anchor::Middle, label));
    }
    vec![Shape::group(Series::Calls.class(), drawn)]
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
