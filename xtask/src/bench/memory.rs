//! What an open page holds: the heap of JavaScript and the memory of the wasm, after a walk through the screens.

use super::Bench;
use super::history::{EMPTY, History, MONTH, TEN, THREE, YEAR};
use super::page::Visitor;
use super::report::Report;
use crate::shell::Outcome;
use serde_json::json;

const WALK: [&str; 5] = ["funnel?p=all", "plan?p=all", "days", "settings", "log"];

pub(super) fn run(bench: &Bench, report: &mut Report) -> Outcome {
    let mut all = f64::NAN;
    for span in [EMPTY, MONTH, YEAR, THREE, TEN] {
        let visitor = Visitor::new(&bench.chromium)?;
        visitor.keep(&bench.quiet(), &History::of(span, bench.today).stored())?;
        let page = visitor.page()?;
        page.go(&bench.address("#/log"))?;
        page.run("probe.started()")?;
        for route in WALK {
            page.run(&format!("location.hash = '#/{route}'; probe.settled()"))?;
        }
        page.call("HeapProfiler.collectGarbage", json!({}))?;
        let heap = page.call("Runtime.getHeapUsage", json!({}))?["usedSize"].as_f64().unwrap_or(f64::NAN);
        let wasm = page.run("probe.memory.buffer.byteLength")?.as_f64().unwrap_or(f64::NAN);
        all = (heap + wasm) / 1e6;
        let cells = [("JavaScript", heap / 1e6), ("wasm", wasm / 1e6), ("both", all)];
        report.figures("Memory", span.name.to_owned(), "MB", &cells);
        page.close()?;
    }
    report.at_most("memory, ten years, heap and wasm", all, 60.0, "MB");
    Ok(())
}
