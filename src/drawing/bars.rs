//! Chart B: the funnel as bars on one count scale, what is lost under each, inbound beside.

use super::{
    mark::Series,
    reading::Reading,
    scale::Scale,
    shape::{Anchor, Shape},
};

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its label.
    pub label: String,
    /// What it says when it is read.
    pub text: String,
    /// How many.
    pub n: u64,
    /// The series, or `None` for what is lost.
    pub series: Option<Series>,
    /// Where a lost part ends: the length of the bar above it.
    pub within: u64,
    /// Inbound, beside: how many, and its label.
    pub beside: Option<(u64, String)>,
}

const LOST: f64 = 24.0;
const BAR: f64 = 32.0;

const fn tall(bar: &Bar) -> f64 {
    if bar.series.is_some() { BAR } else { LOST }
}

/// The height of these bars.
#[must_use]
pub fn height(bars: &[Bar]) -> f64 {
    bars.iter().map(tall).sum::<f64>() + 4.0
}

/// Left of the bars: room for the longest label, at most about half of the drawing.
fn labels(bars: &[Bar], width: f64) -> f64 {
    let longest = bars.iter().map(|it| it.label.chars().count()).max().unwrap_or(0);
    (7.9 * f64::from(u16::try_from(longest).unwrap_or(0)) + 8.0).clamp(72.0, (width * 0.55).max(72.0))
}

fn scale(bars: &[Bar], width: f64) -> Scale {
    let most = bars.iter().map(|it| it.n + it.beside.as_ref().map_or(0, |it| it.0)).max().unwrap_or(1).max(1);
    Scale { from: 0.0, to: real(most), start: labels(bars, width), end: width - 1.0 }
}

#[expect(clippy::cast_precision_loss, reason = "pixels")]
const fn real(n: u64) -> f64 {
    n as f64
}

/// Draws the bars.
#[must_use]
pub fn draw(bars: &[Bar], width: f64) -> Vec<Shape> {
    let scale = scale(bars, width);
    let mut top = 2.0;
    let mut drawn = Vec::new();
    for bar in bars {
        one(&mut drawn, bar, scale, top, width);
        top += tall(bar);
    }
    drawn
}

fn one(drawn: &mut Vec<Shape>, bar: &Bar, scale: Scale, y: f64, width: f64) {
    let (from, to) = match bar.series {
        Some(_) => (0, bar.n),
        None => (bar.within.saturating_sub(bar.n), bar.within),
    };
    let (x1, x2) = (scale.at(real(from)), scale.at(real(to)));
    // Something counted is always seen.
    let thin = if bar.n > 0 { (x2 - x1).max(2.0) } else { 0.0 };
    let tall = tall(bar) - 6.0;
    let line = y + tall / 2.0 + 4.5;
    let (class, label, indent) = match bar.series {
        Some(it) => (it.class(), "label", 0.0),
        None => ("series series--lost", "label label--sub", 10.0),
    };
    drawn.push(Shape::text(label, (indent, line), Anchor::Start, &bar.label));
    let rect = Shape::rect("bar", (x1, y), (thin, tall)).with("rx", "3");
    drawn.push(Shape::group(class, vec![rect]));
    let Some((n, text)) = &bar.beside else { return };
    let (x1, x2) = (scale.at(real(bar.n)) + 4.0, scale.at(real(bar.n + n)) + 4.0);
    let x2 = x2.max(x1 + 6.0).min(width - 1.0);
    let after = x2 + 6.0;
    let room = 7.0 * real(text.chars().count() as u64);
    let rect =
        Shape::rect("bar bar--dashed", (x1, y + 0.5), ((x2 - x1).max(3.0), tall - 1.0)).with("rx", "3");
    let mut beside = vec![rect];
    if after + room < width {
        beside.push(Shape::text("label label--series", (after, line), Anchor::Start, text));
    }
    drawn.push(Shape::group(Series::Inbound.class(), beside));
}

/// The bars as readings.
#[must_use]
pub fn readings(bars: &[Bar], width: f64) -> Vec<Reading> {
    let scale = scale(bars, width);
    let mut top = 2.0;
    bars.iter()
        .map(|bar| {
            let y = top + (tall(bar) - 6.0) / 2.0;
            top += tall(bar);
            let end = if bar.series.is_some() { bar.n } else { bar.within };
            Reading { x: scale.at(real(end)), y, text: bar.text.clone() }
        })
        .collect()
}
