//! The app without its screens, in wasm, against plain JavaScript doing the same from the same data; and chances.

use super::history::{History, TEN};
use super::page::{Page, Visitor};
use super::report::Report;
use super::sample::Sample;
use super::{Bench, build};
use crate::place;
use crate::server::Server;
use crate::shell::{Failure, Outcome};
use callpace::{
    domain::{
        date::Date,
        step::{Origin, Step},
    },
    journal::{record::What, tally::Counted},
};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

const YARDSTICK: &str = include_str!("yardstick.js");
const GROUP: &str = "Figures in wasm and in JavaScript";
const SAMPLES: usize = 30;
/// Untimed samples before that: the browser goes on compiling what runs often, wasm and JavaScript alike.
const WARM: usize = 100;
const QUOTA: u64 = 70;

pub(super) fn run(bench: &Bench, report: &mut Report) -> Outcome {
    let site = build::page("core")?;
    write_data(bench, &site)?;
    let server = Server::start(&site, "/", 0)?;
    let visitor = Visitor::new(&bench.chromium)?;
    let page = visitor.page()?;
    page.go(&format!("{}index.html", server.url()))?;
    page.run(YARDSTICK)?;
    page.run(
        "(async () => { const read = async (name) => (await fetch(name)).text(); \
         globalThis.entries = await read('entries.json'); globalThis.stored = await (await fetch('stored.json')).json(); \
         globalThis.cases = await read('cases.json'); while (!globalThis.core) await probe.painted(); })()",
    )?;
    let now = noon(bench.today);
    for (name, hash, first) in periods(bench.today) {
        same_figures(bench, &page, hash, first, now)?;
        after_a_tap(bench, report, &page, name, now)?;
    }
    cold(bench, report, &page, now)?;
    chances(bench, report, &page)?;
    page.close()?;
    bars(report);
    Ok(())
}

/// As the Funnel opens, and all there is.
const fn periods(today: Date) -> [(&'static str, &'static str, Date); 2] {
    [("90 days", "#/funnel", today.plus_days(-89)), ("all time", "#/funnel?p=all", Date::MIN)]
}

/// What the yardsticks are told; days as texts, or as numbers for the columns.
fn setup(bench: &Bench, first: Date, as_number: bool) -> Value {
    let today = bench.today;
    let day = |it: Date| if as_number { json!(it.number()) } else { json!(it.to_string()) };
    json!({
        "first": day(first), "last": day(today), "today": day(today),
        "from": day(today.month_start()), "until": day(today.month_end()), "quota": QUOTA,
    })
}

/// Starts the app on the history, and sees that all three come to the same figures.
fn same_figures(bench: &Bench, page: &Page<'_>, hash: &str, first: Date, now: u64) -> Outcome {
    let (texts, numbers) = (setup(bench, first, false), setup(bench, first, true));
    let answer = page.run(&format!(
        "globalThis.typedSetup = {numbers}; globalThis.table = columns(entries, 100000); \
         [JSON.parse(core.cold(stored, '{hash}', {now})), idiomatic(entries, {texts}), typedFigures(table, typedSetup)]"
    ))?;
    for (who, at) in [("the objects", 1), ("the columns", 2)] {
        if answer[0] != answer[at] {
            return Err(Failure::new(format!("{who} differ:\n{}\n{}", answer[0], answer[at])));
        }
    }
    Ok(())
}

fn after_a_tap(bench: &Bench, report: &mut Report, page: &Page<'_>, name: &str, now: u64) -> Outcome {
    let mut time = |what: &str, script: &str, times: usize| -> Outcome {
        let script =
            format!("timed({script}, {WARM}, {times}); timed({script}, {}, {times})", bench.times(SAMPLES));
        let sample = sample(&page.run(&script)?, 1000.0);
        report.row(GROUP, format!("{what}, {name}"), "µs", sample);
        Ok(())
    };
    time("after a tap, app", &format!("() => core.tap({now})"), 20)?;
    time("after a tap, columns rescanned", "() => typedTap(table, typedSetup)", 20)?;
    time("after a tap, app, record and text to be stored", &format!("() => core.record({now})"), 20)
}

fn cold(bench: &Bench, report: &mut Report, page: &Page<'_>, now: u64) -> Outcome {
    let texts = setup(bench, bench.today.plus_days(-89), false);
    for (what, script) in [
        ("cold from stored text, app", format!("() => core.cold(stored, '#/funnel', {now})")),
        ("cold from stored text, objects", format!("() => idiomatic(entries, {texts})")),
    ] {
        let answer = page.run(&format!("timed({script}, 2, 1); timed({script}, {}, 1)", bench.times(15)))?;
        report.row(GROUP, what.to_owned(), "ms", sample(&answer, 1.0));
    }
    Ok(())
}

/// The cases of `tests/reference`: each many times, and then over all of them.
fn chances(bench: &Bench, report: &mut Report, page: &Page<'_>) -> Outcome {
    let count = page.run("core.chances(cases)")?;
    for (at, function, name, times) in
        [(0, "chance", "one chance", 200), (1, "certainties", "the calls for four certainties together", 20)]
    {
        let cases = count[at].as_f64().unwrap_or(0.0);
        let samples = bench.times(10);
        let answer = page.run(&format!(
            "Array.from({{ length: {cases} }}, (_, at) => {{ \
               timed(() => core.{function}(at, {times}), 2, 1); \
               return timed(() => core.{function}(at, {times}), {samples}, 1).sort((a, b) => a - b)[{samples} >> 1] / {times}; }})"
        ))?;
        report.row(
            "Chances in wasm, over the cases of tests/reference",
            name.to_owned(),
            "µs",
            sample(&answer, 1000.0),
        );
    }
    Ok(())
}

fn bars(report: &mut Report) {
    let middle = |name: &str| report.sample(GROUP, name).map_or(f64::NAN, Sample::median);
    let ratio = |name: &str| {
        middle(&format!("after a tap, app, {name}"))
            / middle(&format!("after a tap, columns rescanned, {name}"))
    };
    let ratios = [ratio("90 days"), ratio("all time")];
    let cold = middle("cold from stored text, app") / middle("cold from stored text, objects");
    let chances = |name: &str, percent: usize| {
        let group = "Chances in wasm, over the cases of tests/reference";
        report.sample(group, name).map_or(f64::NAN, |it| it.percentile(percent))
    };
    let one = chances("one chance", 50);
    let four = chances("the calls for four certainties together", 100) / 1000.0;
    let what = "all counts, rates, losses and simple division after a tap, against typed arrays rescanned";
    report.at_most(&format!("{what} (90 days, as it opens)"), ratios[0], 0.1, "×");
    report.at_most(&format!("{what} (all time)"), ratios[1], 0.1, "×");
    report.at_most(
        "cold, from stored text to all figures, against objects, filter and reduce",
        cold,
        0.3,
        "×",
    );
    report.at_most("one chance in wasm, median", one, 12.0, "µs");
    report.at_most("the calls for four certainties together in wasm, slowest case", four, 1.8, "ms");
}

fn sample(answer: &Value, factor: f64) -> Sample {
    Sample::new(answer.as_array().into_iter().flatten().filter_map(Value::as_f64).map(|it| it * factor))
}

/// Noon of a day, in UTC milliseconds.
fn noon(day: Date) -> u64 {
    u64::from(day.number().unsigned_abs()) * 86_400_000 + 43_200_000
}

/// The same ten years twice: as the app stores them, and as a script would.
fn write_data(bench: &Bench, site: &Path) -> Outcome {
    let history = History::of(TEN, bench.today);
    let entries: Vec<Value> = history.counted().iter().filter_map(entry).collect();
    fs::write(site.join("entries.json"), Value::Array(entries).to_string())?;
    fs::write(site.join("stored.json"), json!(history.stored()).to_string())?;
    fs::copy(place::root().join("tests/reference/ref_public.json"), site.join("cases.json"))?;
    Ok(())
}

fn entry(it: &Counted) -> Option<Value> {
    let What::Step(step, origin) = it.cell.what else { return None };
    let mut entry = Map::new();
    entry.insert("day".to_owned(), json!(it.day.to_string()));
    entry.insert("minute".to_owned(), json!(it.minute));
    let step = match step {
        Step::Call => "call",
        Step::Presentation => "presentation",
        Step::Sale => "sale",
        Step::Own(_) => return None,
    };
    entry.insert("step".to_owned(), json!(step));
    entry.insert("origin".to_owned(), json!(if origin == Origin::Cold { "cold" } else { "inbound" }));
    if let Some(list) = it.cell.list {
        entry.insert("list".to_owned(), json!(list.0));
    }
    if let Some(reason) = it.cell.reason {
        entry.insert("reason".to_owned(), json!(reason.0));
    }
    Some(Value::Object(entry))
}
