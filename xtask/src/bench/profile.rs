//! Where the time of an act goes: what the browser did, and which functions ran. For a person who
//! makes the app faster; no part of a whole run.
//!
//! Functions have names if the build under test kept them.

use super::Bench;
use super::act::Actor;
use super::history::{History, TEN};
use super::page::{Page, Visitor};
use super::report::Report;
use crate::shell::Outcome;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const TURNS: usize = 10;
const SHOWN: usize = 14;
/// Name, what to press there, and what to press to come back.
const ACTS: [(&str, &str, &str); 5] = [
    ("Funnel", "nav-funnel", "nav-log"),
    ("Plan", "nav-plan", "nav-log"),
    ("Days", "nav-days", "nav-log"),
    ("Settings", "nav-settings", "nav-log"),
    ("Tap and undo", "btn-call", "undo"),
];

pub(super) fn run(bench: &Bench, _: &mut Report) -> Outcome {
    let visitor = Visitor::new(&bench.chromium)?;
    visitor.keep(&bench.quiet(), &History::of(TEN, bench.today).stored())?;
    let page = visitor.page()?;
    page.call("Profiler.enable", json!({}))?;
    page.call("Profiler.setSamplingInterval", json!({ "interval": 200 }))?;

    page.call("Profiler.start", json!({}))?;
    let traced = bench.chromium.traced(|| {
        page.go(&bench.address("#/log"))?;
        page.run("probe.started()").map(drop)
    })?;
    tell("Start", 1, &traced, &page.call("Profiler.stop", json!({}))?["profile"]);

    let actor = Actor::new(&page)?;
    for (name, there, back) in ACTS {
        turn(&page, &actor, there, back)?;
        page.call("Profiler.start", json!({}))?;
        let traced =
            bench.chromium.traced(|| (0..TURNS).try_for_each(|_| turn(&page, &actor, there, back)))?;
        tell(name, TURNS, &traced, &page.call("Profiler.stop", json!({}))?["profile"]);
    }
    Ok(())
}

/// There and back again.
fn turn(page: &Page<'_>, actor: &Actor<'_, '_>, there: &str, back: &str) -> Outcome {
    for button in [there, back] {
        let expect = "{ const seen = () => document.querySelector('main').textContent, before = seen(); \
                      probe.expect(() => seen() !== before) }";
        actor.act(expect, || page.tap(page.place(button)?))?;
    }
    Ok(())
}

fn tell(name: &str, turns: usize, traced: &[Value], profile: &Value) {
    println!("\n{name}, milliseconds a turn (there and back)");
    print("by what the browser did", turns, of_browser(traced));
    print("by function, itself", turns, of_functions(profile));
}

fn print(what: &str, turns: usize, times: BTreeMap<String, f64>) {
    println!("  {what}:");
    let mut times: Vec<_> = times.into_iter().collect();
    times.sort_by(|a, b| b.1.total_cmp(&a.1));
    let turns = u32::try_from(turns).map_or(1.0, f64::from);
    for (name, microseconds) in times.into_iter().take(SHOWN) {
        println!("  {:>9.3}  {name}", microseconds / 1000.0 / turns);
    }
}

/// Microseconds of each kind of event on the main thread, without the events within.
fn of_browser(events: &[Value]) -> BTreeMap<String, f64> {
    let mains: Vec<_> = events
        .iter()
        .filter(|it| it["name"] == "thread_name" && it["args"]["name"] == "CrRendererMain")
        .map(|it| (it["pid"].clone(), it["tid"].clone()))
        .collect();
    let mut spans: Vec<(&Value, f64, f64)> = events
        .iter()
        .filter(|it| it["ph"] == "X" && mains.contains(&(it["pid"].clone(), it["tid"].clone())))
        .filter_map(|it| Some((it, it["ts"].as_f64()?, it["dur"].as_f64()?)))
        .collect();
    spans.sort_by(|a, b| a.1.total_cmp(&b.1).then(b.2.total_cmp(&a.2)));
    let mut sums = BTreeMap::new();
    let mut open: Vec<(String, f64)> = Vec::new();
    for (event, from, length) in spans {
        while open.last().is_some_and(|it| it.1 <= from) {
            open.pop();
        }
        let name = event["name"].as_str().unwrap_or_default().to_owned();
        if let Some((outer, _)) = open.last() {
            *sums.entry(outer.clone()).or_insert(0.0) -= length;
        }
        *sums.entry(name.clone()).or_insert(0.0) += length;
        open.push((name, from + length));
    }
    sums
}

/// Microseconds that each function itself was seen on top.
fn of_functions(profile: &Value) -> BTreeMap<String, f64> {
    let names: BTreeMap<u64, &str> = (profile["nodes"].as_array().into_iter().flatten())
        .filter_map(|it| Some((it["id"].as_u64()?, it["callFrame"]["functionName"].as_str()?)))
        .collect();
    let samples = profile["samples"].as_array().into_iter().flatten();
    let lengths = profile["timeDeltas"].as_array().into_iter().flatten();
    let mut sums = BTreeMap::new();
    for (sample, length) in samples.zip(lengths) {
        let name = sample.as_u64().and_then(|it| names.get(&it)).copied().unwrap_or_default();
        if !matches!(name, "(idle)" | "(root)") {
            *sums.entry(name.to_owned()).or_insert(0.0) += length.as_f64().unwrap_or(0.0);
        }
    }
    sums
}
