//! Chart F: sales so far against the even line, and where the period can end.

use super::{
    scale::Scale,
    shape::{Anchor, Shape},
};
use crate::{
    app::view::plan::{Basis, DayLine, endings::Endings},
    domain::{
        date::Date,
        stats::{real, whole},
    },
    text::Words,
};
use std::collections::BTreeMap;

/// The height of the drawing.
pub const HEIGHT: f64 = 260.0;
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

/// Draws the period.
#[must_use]
pub fn draw(basis: &Basis, endings: Option<&Endings>, words: Words, width: f64) -> Vec<Shape> {
    let dots = if endings.is_some() { if width < 480.0 { 74.0 } else { 112.0 } } else { 14.0 };
    let days = f64::from(basis.period.until.days_since(basis.period.from));
    let target = basis.target();
    let highest = endings.map_or(0, |it| it.wider.1.max(it.dots[19])).max(target).max(basis.closed.counted);
    let plot = Plot {
        x: Scale { from: -1.0, to: days.max(1.0), start: LEFT, end: width - dots },
        y: Scale { from: 0.0, to: (real(highest) * 1.06).max(2.0), start: HEIGHT - BOTTOM, end: TOP },
        width,
    };
    let mut drawn = Vec::new();
    drawn.extend(late(basis, plot));
    for it in plot.y.ticks().into_iter().filter(|it| it.fract() == 0.0) {
        let at = plot.y.at(it);
        drawn.push(Shape::line("rule", (LEFT, at), (plot.x.end, at)));
        drawn.push(Shape::text("", (LEFT - 6.0, at + 4.0), Anchor::End, words.count(whole(it))));
    }
    drawn.extend(endings.into_iter().flat_map(|it| fan(basis, it, plot)));
    drawn.push(Shape::path("pace__even", even_line(basis, plot)));
    let goal = plot.y.at(real(target));
    if plot.y.start - goal > NAMED {
        let at = (LEFT + 4.0, even_label(basis, plot));
        drawn.push(Shape::text("", at, Anchor::Start, words.even_line()));
    }
    drawn.push(Shape::line("pace__quota", (LEFT, goal), (width, goal)));
    let rule = words.quota_rule(target);
    drawn.push(Shape::text("chart__label", (LEFT + 4.0, goal - 6.0), Anchor::Start, rule));
    drawn.push(Shape::path("pace__line", step_line(basis, plot)));
    drawn.extend(today_mark(basis, plot));
    drawn.extend(endings.into_iter().flat_map(|it| dots_of(it, target, plot, words)));
    day_labels(&mut drawn, basis, plot, words);
    drawn
}

/// Days whose calls mostly close too late.
fn late(basis: &Basis, plot: Plot) -> Option<Shape> {
    let day = basis.last_useful.filter(|it| *it < basis.period.until)?;
    let from = plot.day(basis, day);
    let size = ((plot.x.end - from).max(0.0), plot.y.start - plot.y.end);
    Some(Shape::rect("pace__late", (from, plot.y.end), size))
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
fn fan(basis: &Basis, endings: &Endings, plot: Plot) -> [Shape; 2] {
    let (left, start) =
        (plot.day(basis, basis.today.max(basis.period.from)), plot.y.at(real(basis.closed.counted)));
    let band = |(lo, hi): (u64, u64)| {
        format!("M{left} {start}L{0} {1}V{2}Z", plot.x.end, plot.y.at(real(hi)), plot.y.at(real(lo)))
    };
    [
        Shape::path("band pace__wider", band(endings.wider)),
        Shape::path("band pace__likely", band(endings.likely)),
    ]
}

/// ◆ where the sales are today.
fn today_mark(basis: &Basis, plot: Plot) -> Option<Shape> {
    if !basis.period.holds(basis.today) {
        return None;
    }
    let (left, top) = (plot.day(basis, basis.today), plot.y.at(real(basis.closed.counted)));
    let d = format!("M{left} {}l6 6l-6 6l-6 -6z", top - 6.0);
    Some(Shape::path("mark pace__today", d))
}

/// Twenty dots, each 1 in 20: those that reach the quota are filled.
fn dots_of(endings: &Endings, target: u64, plot: Plot, words: Words) -> Vec<Shape> {
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
    let mut drawn = Vec::new();
    for (place, n) in rows {
        #[expect(clippy::cast_precision_loss, reason = "a place among a few dozen rows")]
        let sales = real(target) + place as f64 * real(row) + (real(row) - 1.0) / 2.0;
        let top = plot.y.at(sales);
        let class = if place >= 0 { "mark pace__dot pace__dot--reach" } else { "mark pace__dot" };
        let dot = |it: usize| Shape::circle(class, (left + step * real(it as u64), top), DOT);
        drawn.extend((0..n).map(dot));
    }
    drawn.push(Shape::text("", (plot.width, plot.y.end - 8.0), Anchor::End, words.each_in_twenty()));
    drawn
}

/// The first day, today and the last day.
fn day_labels(drawn: &mut Vec<Shape>, basis: &Basis, plot: Plot, words: Words) {
    let y = HEIGHT - 8.0;
    let today = plot.day(basis, basis.today);
    let (first, name, last) = (words.date(basis.period.from), words.today(), words.date(basis.period.until));
    let length = |it: &str| real(it.chars().count() as u64) * LETTER;
    let inside = basis.period.holds(basis.today)
        && today - length(name) / 2.0 > LEFT + length(&first) + LETTER
        && today + length(name) / 2.0 < plot.x.end - length(&last) - LETTER;
    drawn.push(Shape::text("", (LEFT, y), Anchor::Start, first));
    if inside {
        drawn.push(Shape::text("chart__label", (today, y), Anchor::Middle, name));
    }
    drawn.push(Shape::text("", (plot.x.end, y), Anchor::End, last));
}
