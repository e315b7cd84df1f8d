//! Chart C: reasons as sorted bars; what has no reason is hatched, never dropped.

use super::{
    mark::Series,
    reading::Reading,
    scale::{Scale, fit},
    shape::{Anchor, Shape},
};

/// A reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// What to fix.
    pub hint: String,
    /// `31 times · 6.2`
    pub value: String,
    /// What it says when it is read.
    pub text: String,
    /// The length of its bar.
    pub size: f64,
    /// The series of the step it was lost after; `None` for what has no reason.
    pub series: Option<Series>,
}

const ROW: f64 = 40.0;

/// The top of a row.
#[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
const fn top(place: usize) -> f64 {
    place as f64 * ROW
}

/// The height for so many rows.
#[must_use]
pub const fn height(rows: usize) -> f64 {
    top(rows).max(1.0)
}

fn scale(rows: &[Row], width: f64) -> Scale {
    let most = rows.iter().map(|it| it.size).fold(0.0, f64::max);
    Scale { from: 0.0, to: if most > 0.0 { most } else { 1.0 }, start: 0.0, end: width - 1.0 }
}

/// Draws the rows.
#[must_use]
pub fn draw(rows: &[Row], width: f64) -> Vec<Shape> {
    let scale = scale(rows, width);
    let letters = |text: &str| f64::from(u16::try_from(text.chars().count()).unwrap_or(0));
    let mut drawn = vec![hatch()];
    for (place, row) in rows.iter().enumerate() {
        let y = top(place);
        let room = width - 7.6 * letters(&row.value) - 12.0;
        let label = fit(&row.label, room);
        let with_hint = 7.6 * (letters(&label) + letters(&row.hint) + 3.0) < room && !row.hint.is_empty();
        let length = scale.at(row.size).max(if row.size > 0.0 { 2.0 } else { 0.0 });
        let bar = if row.series.is_some() { "bar" } else { "bar bar--hatched" };
        let mut named = Shape::text("label", (0.0, y + 15.0), Anchor::Start, label);
        if with_hint {
            let hint = Shape::element("tspan", "label--sub").with("dx", "8");
            named.inner.push(Shape { text: row.hint.clone(), ..hint });
        }
        drawn.push(named);
        drawn.push(Shape::text("label label--end", (width, y + 15.0), Anchor::End, &row.value));
        let rect = Shape::rect(bar, (0.5, y + 21.0), (length, 10.0)).with("rx", "3");
        drawn.push(Shape::group(row.series.map_or("series series--lost", Series::class), vec![rect]));
    }
    drawn
}

/// The pattern of what has no reason.
fn hatch() -> Shape {
    let pattern = Shape::element("pattern", "")
        .with("id", "hatch")
        .with("width", "6")
        .with("height", "6")
        .with("patternUnits", "userSpaceOnUse")
        .with("patternTransform", "rotate(45)")
        .within(vec![Shape::rect("hatch", (0.0, 0.0), (2.5, 6.0))]);
    Shape::element("defs", "").within(vec![pattern])
}

/// The rows as readings.
#[must_use]
pub fn readings(rows: &[Row], width: f64) -> Vec<Reading> {
    let scale = scale(rows, width);
    rows.iter()
        .enumerate()
        .map(|(place, row)| Reading { x: scale.at(row.size), y: top(place) + 26.0, text: row.text.clone() })
        .collect()
}
