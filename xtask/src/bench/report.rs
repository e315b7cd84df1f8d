//! What was measured, for the terminal, for `docs/bench.md` and for `docs/bench.json`.

use super::sample::{Sample, round};
use serde_json::{Value, json};
use std::fmt::Write;

/// One thing measured: a sample, or figures that have names.
#[derive(Clone, Debug)]
struct Row {
    group: &'static str,
    name: String,
    unit: &'static str,
    cells: Vec<(&'static str, f64)>,
    sample: Sample,
}

/// One bar of the project, and whether it is reached.
#[derive(Clone, Debug)]
struct Bar {
    what: String,
    measured: String,
    most: String,
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
        // A sample of no more than a few thousand.
        let n = u32::try_from(sample.len()).map_or(f64::NAN, f64::from);
        let cells = vec![("p50", sample.median()), ("p95", sample.p95()), ("n", n)];
        self.keep(Row { group, name, unit, cells, sample });
    }

    /// Keeps figures that were not repeated; those of a group have the same names.
    pub(super) fn figures(
        &mut self,
        group: &'static str,
        name: String,
        unit: &'static str,
        cells: &[(&'static str, f64)],
    ) {
        self.keep(Row { group, name, unit, cells: cells.to_vec(), sample: Sample::default() });
    }

    fn keep(&mut self, row: Row) {
        let cells: Vec<_> =
            row.cells.iter().map(|(name, value)| format!("{name} {}", shown(*value))).collect();
        println!("  {}: {}: {} {}", row.group, row.name, cells.join(", "), row.unit);
        self.rows.push(row);
    }

    /// The sample of a row, if it was measured in this run.
    pub(super) fn sample(&self, group: &str, name: &str) -> Option<&Sample> {
        self.rows.iter().find(|it| it.group == group && it.name == name).map(|it| &it.sample)
    }

    /// Compares a figure with the most it may be.
    pub(super) fn at_most(&mut self, what: &str, measured: f64, most: f64, unit: &str) {
        let reached = measured <= most;
        let (measured, most) = (format!("{} {unit}", shown(measured)), format!("≤ {} {unit}", shown(most)));
        println!("  bar: {what}: {measured} ({most}) {}", yes_or_no(reached));
        self.bars.push(Bar { what: what.to_owned(), measured, most, reached });
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
        for Bar { what, measured, most, reached } in &self.bars {
            line(format!("| {what} | {measured} | {most} | {} |\n", yes_or_no(*reached)));
        }
        let mut groups: Vec<&str> = self.rows.iter().map(|it| it.group).collect();
        groups.sort_unstable();
        groups.dedup();
        groups.sort_by_key(|group| self.rows.iter().position(|it| it.group == *group));
        for group in groups {
            let rows: Vec<&Row> = self.rows.iter().filter(|it| it.group == group).collect();
            let names = rows.first().map_or(&[][..], |it| &it.cells[..]).iter().map(|it| it.0);
            let names: Vec<_> = names.collect();
            line(format!("\n## {group}\n\n| what | {} | unit |\n", names.join(" | ")));
            line(format!("|---|{}---|\n", "---|".repeat(names.len())));
            for row in rows {
                let cells: Vec<_> = row.cells.iter().map(|it| shown(it.1)).collect();
                line(format!("| {} | {} | {} |\n", row.name, cells.join(" | "), row.unit));
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
            let mut value = json!({ "group": it.group, "name": it.name, "unit": it.unit });
            for (name, cell) in &it.cells {
                value[name] = json!(round(*cell));
            }
            value
        };
        let bar = |it: &Bar| json!({ "what": it.what, "measured": it.measured, "bar": it.most, "reached": it.reached });
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
        _ if value.fract() == 0.0 => format!("{value}"),
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 1.0 => format!("{value:.2}"),
        _ => round(value).to_string(),
    }
}
