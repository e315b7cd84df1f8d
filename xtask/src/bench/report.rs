//! What a case measured, as it is told, kept and put into tables.

use super::sample::{Sample, round};
use serde::{Deserialize, Serialize};
use std::fmt::Write;

/// One thing measured: a sample, or figures that have names.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Row {
    group: String,
    name: String,
    unit: String,
    /// Names and values; none where nothing could be measured.
    cells: Vec<(String, Option<f64>)>,
    #[serde(skip)]
    sample: Sample,
}

/// One bar of the project, and whether it is reached.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Bar {
    what: String,
    measured: String,
    most: String,
    reached: bool,
}

/// Everything measured in one run of one case.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Report {
    /// The case.
    case: String,
    /// The day, in UTC.
    date: String,
    /// What was checked out.
    commit: String,
    /// The browser.
    browser: String,
    bars: Vec<Bar>,
    rows: Vec<Row>,
    notes: Vec<String>,
}

impl Report {
    /// Nothing measured yet.
    pub(super) fn new(case: &str, date: &str, commit: &str, browser: &str) -> Self {
        let [case, date, commit, browser] = [case, date, commit, browser].map(str::to_owned);
        Self { case, date, commit, browser, ..Self::default() }
    }

    /// The case it is of.
    pub(super) fn case(&self) -> &str {
        &self.case
    }

    /// Keeps a sample and says it at once.
    pub(super) fn row(&mut self, group: &str, name: String, unit: &str, sample: Sample) {
        // A sample of no more than a few thousand.
        let n = u32::try_from(sample.len()).map_or(f64::NAN, f64::from);
        let cells = [("p50", sample.median()), ("p95", sample.p95()), ("n", n)];
        self.keep(group, name, unit, &cells, sample);
    }

    /// Keeps figures that were not repeated; those of a group have the same names.
    pub(super) fn figures(&mut self, group: &str, name: String, unit: &str, cells: &[(&str, f64)]) {
        self.keep(group, name, unit, cells, Sample::default());
    }

    fn keep(&mut self, group: &str, name: String, unit: &str, cells: &[(&str, f64)], sample: Sample) {
        let said: Vec<_> = cells.iter().map(|(name, value)| format!("{name} {}", shown(*value))).collect();
        println!("  {group}: {name}: {} {unit}", said.join(", "));
        let some = |value: f64| value.is_finite().then(|| round(value));
        let cells = cells.iter().map(|(name, value)| ((*name).to_owned(), some(*value))).collect();
        self.rows.push(Row { group: group.to_owned(), name, unit: unit.to_owned(), cells, sample });
    }

    /// The sample of a row, if it was measured in this run.
    pub(super) fn sample(&self, group: &str, name: &str) -> Option<&Sample> {
        self.rows.iter().find(|it| it.group == group && it.name == name).map(|it| &it.sample)
    }

    /// Compares a figure with the most it may be.
    pub(super) fn at_most(&mut self, what: &str, measured: f64, most: f64, unit: &str) {
        let reached = measured <= most;
        let (measured, limit) = (format!("{} {unit}", shown(measured)), format!("≤ {} {unit}", shown(most)));
        println!("  bar: {what}: {measured} ({limit}) {}", yes_or_no(reached));
        self.bars.push(Bar { what: what.to_owned(), measured, most: limit, reached });
    }

    /// Adds a sentence below the tables.
    pub(super) fn note(&mut self, text: impl Into<String>) {
        self.notes.push(text.into());
    }

    fn groups(&self) -> Vec<(&str, Vec<&Row>)> {
        let mut groups: Vec<(&str, Vec<&Row>)> = Vec::new();
        for row in &self.rows {
            match groups.iter_mut().find(|it| it.0 == row.group) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((&row.group, vec![row])),
            }
        }
        groups
    }
}

/// The bars of all cases in one table, then the tables of each.
pub(super) fn markdown(all: &[Report]) -> String {
    let mut out = String::from("## Bars\n\n| what | measured | bar | reached |\n|---|---|---|---|\n");
    let mut line = |text: String| {
        // Writing to a String cannot fail.
        out.write_str(&text).unwrap_or_default();
    };
    for Bar { what, measured, most, reached } in all.iter().flat_map(|it| &it.bars) {
        line(format!("| {what} | {measured} | {most} | {} |\n", yes_or_no(*reached)));
    }
    for report in all {
        let Report { case, date, commit, browser, .. } = report;
        for (group, rows) in report.groups() {
            let names: Vec<_> =
                rows.first().map_or(&[][..], |it| &it.cells).iter().map(|it| &*it.0).collect();
            line(format!(
                "\n## {group}\n\n{date}, commit {commit}, {browser}: `cargo xtask bench {case}`\n\n"
            ));
            line(format!(
                "| what | {} | unit |\n|---|{}---|\n",
                names.join(" | "),
                "---|".repeat(names.len())
            ));
            for row in rows {
                let cells: Vec<_> = row.cells.iter().map(|it| shown(it.1.unwrap_or(f64::NAN))).collect();
                line(format!("| {} | {} | {} |\n", row.name, cells.join(" | "), row.unit));
            }
        }
        for note in &report.notes {
            line(format!("\n{note}\n"));
        }
    }
    out
}

const fn yes_or_no(reached: bool) -> &'static str {
    if reached { "yes" } else { "**no**" }
}

/// Three figures, which is more than two runs agree on; a dash for none.
fn shown(value: f64) -> String {
    match value.abs() {
        size if size.is_nan() => "–".to_owned(),
        _ if value.fract() == 0.0 => format!("{value}"),
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 1.0 => format!("{value:.2}"),
        _ => round(value).to_string(),
    }
}
