//! One more call: tap → stored, tap → painted, work of the main thread, characters written; and undo.

use super::Bench;
use super::history::{History, MONTH, Span, TEN, THREE, YEAR};
use super::page::{Page, Visitor};
use super::report::Report;
use super::sample::Sample;
use crate::shell::{Failure, Outcome};
use serde_json::Value;

const TAPS: usize = 60;
/// The first taps run in the baseline compiler.
const WARM_UP: usize = 8;

pub(super) fn run(bench: &Bench, report: &mut Report) -> Outcome {
    for span in [MONTH, YEAR, THREE, TEN] {
        let visitor = Visitor::new(&bench.chromium)?;
        visitor.keep(&bench.quiet(), &History::of(span, bench.today).stored())?;
        let page = visitor.page()?;
        page.go(&bench.address("#/log"))?;
        page.run("probe.changes(() => probe.find('count-call'))")?;
        for _ in 0..WARM_UP {
            act(&page, "btn-call", "count-call")?;
            act(&page, "undo", "count-call")?;
        }
        for times in [1, 4] {
            page.throttle(times)?;
            let (mut taps, mut undos) = (Vec::new(), Vec::new());
            for _ in 0..bench.times(TAPS) {
                taps.push(act(&page, "btn-call", "count-call")?);
            }
            for _ in 0..bench.times(TAPS) {
                undos.push(act(&page, "undo", "count-call")?);
            }
            tell(report, "Tap", span, times, &taps);
            tell(report, "Undo", span, times, &undos);
        }
        page.close()?;
    }
    bars(report);
    Ok(())
}

/// What came of one tap: times in milliseconds after the finger has left.
struct Answer {
    stored: f64,
    painted: f64,
    worked: f64,
    characters: f64,
}

fn act(page: &Page<'_>, button: &str, count: &str) -> Result<Answer, Failure> {
    let place = page.place(button)?;
    page.run(&format!("probe.watch('{count}')"))?;
    let before = page.worked()?;
    page.tap(place)?;
    let answer = page.run("probe.answer")?;
    let worked = page.worked()? - before;
    page.run("probe.settled()")?;
    let number = |it: &Value| it.as_f64().unwrap_or(f64::NAN);
    Ok(Answer {
        stored: number(&answer["stored"]),
        painted: number(&answer["painted"]),
        worked,
        characters: number(&answer["characters"]),
    })
}

fn tell(report: &mut Report, what: &'static str, span: Span, times: u32, answers: &[Answer]) {
    let name = |part: &str| format!("{part}, {}, {times}×", span.name);
    let sample = |of: fn(&Answer) -> f64| Sample::new(answers.iter().map(of));
    report.row(what, name("painted"), "ms", sample(|it| it.painted));
    report.row(what, name("stored"), "ms", sample(|it| it.stored));
    report.row(what, name("main thread"), "ms", sample(|it| it.worked));
    if times == 1 {
        report.row(what, name("written"), "characters", sample(|it| it.characters));
    }
}

fn bars(report: &mut Report) {
    let find = |name: &str| report.sample("Tap", name).cloned().unwrap_or_default();
    let (ten, month) = (find("painted, ten years, 4×"), find("painted, one month, 4×"));
    let stored = find("stored, ten years, 1×");
    let written = [find("written, ten years, 1×"), find("written, one month, 1×")].map(|it| it.p95());
    report.at_most("tap → painted, ten years, 4×, p95", ten.p95(), 50.0, "ms");
    report.at_most("the same against one month (p50)", ten.median() / month.median(), 1.2, "×");
    report.at_most("tap → stored, ten years, p95", stored.p95(), 5.0, "ms");
    report.at_most(
        "characters written by a tap, ten years against one month",
        written[0] / written[1],
        1.05,
        "×",
    );
}
