//! What a chart has drawn, read back from its shapes: the other side of its table.

use crate::{App, Fallible};
use serde::Deserialize;

/// What is drawn in a chart, in CSS pixels.
#[derive(Debug, Deserialize)]
pub struct Drawn {
    /// Labels of the axes: left, top, text.
    pub ticks: Vec<(f64, f64, String)>,
    /// Middles of marks.
    pub marks: Vec<(f64, f64)>,
    /// Both ends of the likely ranges.
    pub likely: Vec<(f64, f64)>,
    /// Both ends of the wide ranges.
    pub wide: Vec<(f64, f64)>,
    /// Widths of bars.
    pub bars: Vec<f64>,
    /// Heights of the steps of sales.
    pub steps: Vec<f64>,
    /// Heights of the even line.
    pub even: Vec<f64>,
    /// How many endings reach the quota.
    pub reach: usize,
    /// Texts in the middle of the cells of the hours.
    pub cells: Vec<String>,
}

const DRAWN: &str = r"
    const it = document.querySelector('[data-testid=CHART] svg[role=img]');
    const all = css => [...it.querySelectorAll(css)];
    const n = (it, name) => Number(it.getAttribute(name));
    const path = (css, pattern) => [...(it.querySelector(css)?.getAttribute('d') ?? '').matchAll(pattern)].map(it => Number(it[1]));
    return {
        ticks: all('text.tick, text:not([class])').map(it => [n(it, 'x'), n(it, 'y'), it.textContent]),
        marks: all('.mark').map(it => it.getBBox()).map(it => [it.x + it.width / 2, it.y + it.height / 2]),
        likely: all('.range--80').map(it => [n(it, 'x1'), n(it, 'x2')]),
        wide: all('.range--95').map(it => [n(it, 'x1'), n(it, 'x2')]),
        bars: all('rect.bar').map(it => n(it, 'width')),
        steps: path('.pace__line', /V([\d.]+)(?=H)/g),
        even: path('.pace__even', /L[\d.]+ ([\d.]+)/g),
        reach: all('.pace__dot--reach').length,
        cells: all('rect.heat + text').map(it => it.textContent.trim()),
    };";

impl App {
    /// What is drawn in a chart: `rates` is `chart-rates`.
    ///
    /// # Errors
    ///
    /// If there is no such chart.
    pub async fn drawn(&self, chart: &str) -> Fallible<Drawn> {
        self.run(&DRAWN.replace("CHART", &format!("\"chart-{chart}\""))).await
    }
}

/// The numbers in a text, in either language: `2.8–8.5%` gives 2.8 and 8.5.
#[must_use]
pub fn numbers(text: &str) -> Vec<f64> {
    text.replace(',', ".")
        .split(|it: char| !it.is_ascii_digit() && it != '.')
        .filter_map(|it| it.trim_end_matches('.').parse().ok())
        .collect()
}

/// An axis through two of its labels.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    at: f64,
    value: f64,
    per_pixel: f64,
}

impl Axis {
    /// From pairs of a place and its value.
    ///
    /// # Errors
    ///
    /// If there are fewer than two.
    pub fn through(labels: &[(f64, f64)]) -> Fallible<Self> {
        let [(at, value), .., (end, last)] = labels else {
            return Err(format!("no axis: {labels:?}").into());
        };
        Ok(Self { at: *at, value: *value, per_pixel: (last - value) / (end - at) })
    }

    /// The value at a place.
    #[must_use]
    pub fn read(self, at: f64) -> f64 {
        self.value + (at - self.at) * self.per_pixel
    }
}

impl Drawn {
    /// Left, top and value of those labels of axes that belong.
    pub fn labels(&self, belongs: impl Fn(&(f64, f64, String)) -> bool) -> Vec<(f64, f64, f64)> {
        let read = |it: &(f64, f64, String)| Some((it.0, it.1, *numbers(&it.2).first()?));
        self.ticks.iter().filter(|it| belongs(it)).filter_map(read).collect()
    }

    /// The axis whose labels are in one line below.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn across(&self, bottom: f64) -> Fallible<Axis> {
        let labels = self.labels(|it| (it.1 - bottom).abs() < 1.0);
        Axis::through(&labels.iter().map(|it| (it.0, it.2)).collect::<Vec<_>>())
    }

    /// The axis whose labels are in one column at the left; a text stands 4 px below its line.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn up(&self, left: f64) -> Fallible<Axis> {
        let labels = self.labels(|it| (it.0 - left).abs() < 1.0);
        Axis::through(&labels.iter().map(|it| (it.1 - 4.0, it.2)).collect::<Vec<_>>())
    }

    /// The top of the lowest label.
    #[must_use]
    pub fn lowest(&self) -> f64 {
        self.ticks.iter().map(|it| it.1).fold(0.0, f64::max)
    }
}
