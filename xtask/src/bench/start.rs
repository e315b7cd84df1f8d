//! From the address to the first handled tap, and until the app itself is there: cold, against the
//! smallest Leptos page, and warm from the worker.

use super::history::{EMPTY, History, MONTH, Span, TEN, THREE, YEAR};
use super::page::{Page, Visitor};
use super::report::Report;
use super::sample::Sample;
use super::{Bench, build};
use crate::server::Server;
use crate::shell::{Failure, Outcome};
use serde_json::json;

const STARTS: usize = 10;
/// Taps as soon as there is something to tap, and says when the tap was on screen.
const FIRST_TAP: &str = "
    const button = await probe.changes(() => probe.find('btn-call'));
    const before = probe.find('count-call').textContent;
    button.click();
    await probe.changes(() => probe.find('count-call').textContent !== before);
    return probe.painted();
";
/// Until the app has taken over from the Log that was there before it.
const STARTED: &str = "
    await probe.changes(() => document.documentElement?.dataset.ready !== undefined);
    return probe.painted();
";

pub(super) fn run(bench: &Bench, report: &mut Report) -> Outcome {
    let hello = Server::start(&build::page("hello")?, "/", 0)?;
    hello.compress();
    let spans = [EMPTY, MONTH, YEAR, THREE, TEN];
    let histories = spans.map(|span| (span, History::of(span, bench.today).stored()));
    for times in [1, 4] {
        let mut colds = vec![Vec::new(); spans.len()];
        let mut warms = vec![Vec::new(); spans.len()];
        let mut starts = vec![Vec::new(); spans.len()];
        let mut hellos = Vec::new();
        // In turns, so that a busy minute falls on all alike.
        for _ in 0..bench.times(STARTS) {
            let visitor = Visitor::new(&bench.chromium)?;
            visitor.keep(&format!("{}nothing.html", hello.url()), &[])?;
            hellos.push(first_tap(&visitor.page()?, &hello.url(), times)?);
            for (place, (_, stored)) in histories.iter().enumerate() {
                let visitor = Visitor::new(&bench.chromium)?;
                visitor.keep(&bench.quiet(), stored)?;
                if !stored.is_empty() {
                    come_and_go(bench, &visitor)?;
                }
                let page = visitor.page()?;
                colds[place].push(first_tap(&page, &bench.address("#/log"), times)?);
                starts[place].push(page.run("probe.started")?.as_f64().unwrap_or(f64::NAN));
                if matches!(histories[place].0, EMPTY | TEN) {
                    page.run("navigator.serviceWorker.ready.then(() => true)")?;
                    page.close()?;
                    warms[place].push(first_tap(&visitor.page()?, &bench.address("#/log"), times)?);
                }
            }
        }
        report.row("Start", format!("hello, world, cold, {times}×"), "ms", Sample::new(hellos));
        let samples = colds.into_iter().zip(starts).zip(warms);
        for ((span, _), ((cold, start), warm)) in histories.iter().zip(samples) {
            report.row("Start", name(*span, "cold", times), "ms", Sample::new(cold));
            report.row("Start", name(*span, "cold, the app itself", times), "ms", Sample::new(start));
            if !warm.is_empty() {
                report.row("Start", name(*span, "warm", times), "ms", Sample::new(warm));
            }
        }
    }
    bars(report);
    Ok(())
}

fn name(span: Span, how: &str, times: u32) -> String {
    format!("{}, {how}, {times}×", span.name)
}

/// Milliseconds from the request to the first tap on screen; `probe.started` promises the rest.
fn first_tap(page: &Page<'_>, address: &str, times: u32) -> Result<f64, Failure> {
    page.throttle(times)?;
    let asks = [("first", FIRST_TAP), ("started", STARTED)];
    page.at_start(&asks.map(|(name, ask)| format!("probe.{name} = (async () => {{ {ask} }})();")).concat())?;
    page.go(address)?;
    let first = page.run("probe.first")?.as_f64().unwrap_or(f64::NAN);
    page.run("probe.settled()")?;
    page.throttle(1)?;
    Ok(first)
}

/// Visits the app and leaves it; of its files the browser then has none, as when it has been renewed.
fn come_and_go(bench: &Bench, visitor: &Visitor<'_>) -> Outcome {
    let page = visitor.page()?;
    page.go(&bench.address("#/log"))?;
    page.run("probe.changes(() => 'ready' in document.documentElement.dataset).then(() => probe.settled())")?;
    page.run("navigator.serviceWorker.ready.then(() => true)")?;
    page.go(&bench.quiet())?;
    let kinds = json!({ "origin": page.run("origin")?, "storageTypes": "service_workers,cache_storage" });
    page.call("Storage.clearDataForOrigin", kinds)?;
    page.call("Network.clearBrowserCache", json!({}))?;
    page.close()
}

fn bars(report: &mut Report) {
    let find = |name: String| report.sample("Start", &name).map_or(f64::NAN, Sample::median);
    let (hello, empty) = (find("hello, world, cold, 4×".to_owned()), find(name(EMPTY, "cold", 4)));
    let ten = find(name(TEN, "cold", 4));
    report.at_most("first handled tap, cold, empty, 4×, against hello, world", empty / hello, 1.6, "×");
    report.at_most("the same with ten years (1.5 × empty + 250 ms)", ten, 1.5 * empty + 250.0, "ms");
}
