//! What was measured, for the terminal, for `docs/bench.md` and for `docs/bench.json`.

use super::sample::{Sample, round};
use serde_json::{Value, json};
use std::fmt::Write;

/// One thing measured.
#[derive(Clone, Debug)]
pub(super) struct Row {
    group: &'static str,
    name: String,
    unit: &'static str,
    sample: Sample,
}

/// One bar of the project, and whether it is reached.
#[derive(Clone, Debug)]
pub(super) struct Bar {
    what: String,
    measured: String,
    bar: String,
    reached: bool,
}

/// Everything measured in one run.
#[derive(Clone, Debug, Default)]
pub(super) struct Report {
    rows: Vec<Row>,
    bars: Vec<Bar>,
    notes: Vec<String>,
}

impl Report {
    /// Keeps a sample and says it at once.
    pub(super) fn row(&mut self, group: &'static str, name: String, unit: &'static str, sample: Sample) {
        println!(
            "  {group}: {name}: {} {unit} (p95 {}, n {})",
            shown(sample.median()),
            shown(sample.p95()),
            sample.len()
        );
        self.rows.push(Row { group, name, unit, sample });
    }

    /// The sample of a row, if it was measured in this run.
    pub(super) fn sample(&self, group: &str, name: &str) -> Option<&Sample> {
        self.rows.iter().find(|it| it.group == group && it.name == name).map(|it| &it.sample)
    }

    /// Compares a figure with the most it may be.
    pub(super) fn at_most(&mut self, what: &str, measured: f64, most: f64, unit: &str) {
        let reached = measured <= most;
        let (measured, bar) = (format!("{} {unit}", shown(measured)), format!("≤ {} {unit}", shown(most)));
        println!("  bar: {what}: {measured} ({bar}) {}", yes_or_no(reached));
        self.bars.push(Bar { what: what.to_owned(), measured, bar, reached });
    }

    /// Adds a sentence below the tables.
    pub(super) fn note(&mut self, text: impl Into<String>) {
        self.notes.push(text.into());
    }

    /// The tables.
    pub(super) fn markdown(&self) -> String {
        let mut out = String::from("## Bars\n\n| what | measured | bar | reached |\n|---|---|---|---|\n");
        let mut line = |text: String| {
            // Writing to a String cannot fail.
            out.write_str(&text).unwrap_or_default();
        };
        for Bar { what, measured, bar, reached } in &self.bars {
            line(format!("| {what} | {measured} | {bar} | {} |\n", yes_or_no(*reached)));
        }
        let mut groups: Vec<&str> = self.rows.iter().map(|it| it.group).collect();
        groups.sort_unstable();
        groups.dedup();
        groups.sort_by_key(|group| self.rows.iter().position(|it| it.group == *group));
        for group in groups {
            line(format!("\n## {group}\n\n| what | p50 | p95 | unit | n |\n|---|---|---|---|---|\n"));
            for row in self.rows.iter().filter(|it| it.group == group) {
                let (p50, p95) = (shown(row.sample.median()), shown(row.sample.p95()));
                line(format!("| {} | {p50} | {p95} | {} | {} |\n", row.name, row.unit, row.sample.len()));
            }
        }
        if !self.notes.is_empty() {
            line("\n## Notes\n\n".to_owned());
        }
        for note in &self.notes {
            line(format!("- {note}\n"));
        }
        out
    }

    /// The same for programs.
    pub(super) fn to_json(&self) -> Value {
        let row = |it: &Row| {
            let mut value = it.sample.to_json();
            value["group"] = json!(it.group);
            value["name"] = json!(it.name);
            value["unit"] = json!(it.unit);
            value
        };
        let bar = |it: &Bar| json!({ "what": it.what, "measured": it.measured, "bar": it.bar, "reached": it.reached });
        json!({
            "bars": self.bars.iter().map(bar).collect::<Vec<_>>(),
            "rows": self.rows.iter().map(row).collect::<Vec<_>>(),
            "notes": self.notes,
        })
    }
}

const fn yes_or_no(reached: bool) -> &'static str {
    if reached { "yes" } else { "**no**" }
}

/// Three figures, which is more than two runs agree on.
fn shown(value: f64) -> String {
    match value.abs() {
        size if size >= 1000.0 => format!("{value:.0}"),
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 1.0 => format!("{value:.2}"),
        _ => round(value).to_string(),
    }
}
