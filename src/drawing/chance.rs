//! Chart E: the chance of making the quota, by calls still made.

use super::{
    scale::Scale,
    shape::{Anchor, Shape},
};
use crate::{
    app::view::plan::curve::{Better, Curve},
    domain::stats::{real, whole},
    text::Words,
};

/// The height of the drawing.
pub const HEIGHT: f64 = 260.0;
/// Left of the curve: room for the labels of the axis.
pub const LEFT: f64 = 44.0;
/// Right of the curve.
pub const RIGHT: f64 = 14.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 42.0;
/// Labels of marks are not closer than a line of text.
const LINE: f64 = 16.0;
/// A letter is seldom wider.
const LETTER: f64 = 7.0;

const fn height() -> Scale {
    Scale { from: 0.0, to: 1.0, start: HEIGHT - BOTTOM, end: TOP }
}

fn across(curve: &Curve, width: f64) -> Scale {
    Scale { from: 0.0, to: real(curve.last()), start: LEFT, end: width - RIGHT }
}

/// Draws the curve, and those for five points more on either rate.
#[must_use]
pub fn draw(curve: &Curve, better: Option<&[Better; 2]>, words: Words, width: f64) -> Vec<Shape> {
    let (x, y) = (across(curve, width), height());
    let mut drawn = Vec::new();
    for it in [0_u8, 25, 50, 75, 100] {
        let at = y.at(f64::from(it) / 100.0);
        drawn.push(Shape::line("rule", (LEFT, at), (width - RIGHT, at)));
        let percent = words.percent(&it.to_string());
        drawn.push(Shape::text("", (LEFT - 6.0, at + 4.0), Anchor::End, percent));
    }
    for it in x.ticks() {
        let anchor = if it == 0.0 { Anchor::Start } else { Anchor::Middle };
        let at = (x.at(it), HEIGHT - BOTTOM + 18.0);
        drawn.push(Shape::text("", at, anchor, words.count(whole(it))));
    }
    drawn.push(Shape::text("", (width - RIGHT, HEIGHT - 8.0), Anchor::End, words.calls_axis()));
    let dashed = better.into_iter().flatten();
    drawn.extend(dashed.map(|it| Shape::path("chance__better", path(&it.points, x, y))));
    drawn.push(Shape::path("chance__line", path(&curve.points, x, y)));
    let level = f64::from(curve.certainty) / 100.0;
    drawn.extend(curve.sure.map(|it| {
        let (right, top) = (x.at(real(it.0)), y.at(level));
        Shape::path("chance__guide", format!("M{LEFT} {top}H{right}V{}", y.start))
    }));
    marks(&mut drawn, curve, x, y, words);
    drawn
}

/// Marks so many calls on the curve, and says their chance.
#[must_use]
pub fn crosshair(curve: &Curve, calls: u64, words: Words, width: f64) -> Vec<Shape> {
    let (x, y) = (across(curve, width), height());
    let calls = calls.min(curve.last());
    let p = curve.at(calls);
    let (left, top) = (x.at(real(calls)), y.at(p));
    let said = words.calls_and_chance((calls, p));
    vec![
        Shape::line("chart__cross", (left, y.end), (left, y.start)),
        Shape::circle("chart__spot", (left, top), 4.0),
        Shape::text("chart__read", (LEFT + 6.0, TOP + 12.0), Anchor::Start, said),
    ]
}

fn path(points: &[(u64, f64)], x: Scale, y: Scale) -> String {
    let at = |(calls, p): &(u64, f64)| format!("{} {}", x.at(real(*calls)), y.at(*p));
    let all: Vec<String> = points.iter().map(at).collect();
    if all.is_empty() { String::new() } else { format!("M{}", all.join("L")) }
}

/// This pace, simple division, the chosen certainty: each named beside its mark.
fn marks(drawn: &mut Vec<Shape>, curve: &Curve, x: Scale, y: Scale, words: Words) {
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
    for (left, top, class, text) in all {
        let length = real(text.chars().count() as u64) * LETTER;
        // There is room right of and under the curve; at the edge, left of and above it.
        let turned = left + 9.0 + length > x.end && left - 9.0 - length > LEFT;
        let (at, anchor, label) = if turned {
            let label = (top - 8.0).max(free_left);
            free_left = label + LINE;
            (left - 9.0, Anchor::End, label)
        } else {
            // With room on neither side, under the mark.
            let at = (left + 9.0).min(x.end - length);
            let below = if at < left + 9.0 { 20.0 } else { 12.0 };
            let label = (top + below).max(free_right).min(y.start - 4.0);
            free_right = label + LINE;
            (at, Anchor::Start, label)
        };
        drawn.push(Shape::circle(class, (left, top), 5.0));
        drawn.push(Shape::text("chart__label", (at, label), anchor, text));
    }
}
