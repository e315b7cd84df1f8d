//! One more call: tap → stored, tap → painted, work of the main thread, characters written; and undo.

use super::Bench;
use super::act::{Actor, Answer, tell};
use super::history::{History, MONTH, TEN, THREE, YEAR};
use super::page::{Page, Visitor};
use super::report::Report;
use super::sample::Sample;
use crate::shell::{Failure, Outcome};

/// In turns, so that a busy minute falls on all histories alike.
const ROUNDS: usize = 10;
const TAPS: usize = 6;
/// The first taps run in the baseline compiler.
const WARM_UP: usize = 8;

pub(super) fn run(bench: &Bench, report: &mut Report) -> Outcome {
    let spans = [MONTH, YEAR, THREE, TEN];
    let visitors = spans.iter().map(|_| Visitor::new(&bench.chromium)).collect::<Result<Vec<_>, _>>()?;
    let mut pages = Vec::new();
    for (span, visitor) in spans.iter().zip(&visitors) {
        visitor.keep(&bench.quiet(), &History::of(*span, bench.today).stored())?;
        let page = visitor.page()?;
        page.go(&bench.address("#/log"))?;
        page.run("probe.started()")?;
        pages.push(page);
    }
    for times in [1, 4] {
        let mut all = spans.map(|_| [Vec::new(), Vec::new()]);
        let mut actors = Vec::new();
        for page in &pages {
            page.throttle(times)?;
            let actor = Actor::new(page)?;
            press(page, &actor, "btn-call", WARM_UP)?;
            press(page, &actor, "undo", WARM_UP)?;
            page.throttle(1)?;
            actors.push(actor);
        }
        for _ in 0..bench.times(ROUNDS) {
            for ((page, actor), [taps, undos]) in pages.iter().zip(&actors).zip(&mut all) {
                page.throttle(times)?;
                taps.extend(press(page, actor, "btn-call", TAPS)?);
                undos.extend(press(page, actor, "undo", TAPS)?);
                page.throttle(1)?;
            }
        }
        for (span, answers) in spans.iter().zip(&all) {
            for (what, answers) in ["Tap", "Undo"].into_iter().zip(answers) {
                let name = format!("{}, {times}×", span.name);
                tell(report, what, &name, answers);
                let stored = Sample::new(answers.iter().map(|it| it.stored));
                report.row(what, format!("{name}, stored"), "ms", stored);
                if times == 1 {
                    let written = Sample::new(answers.iter().map(|it| it.characters));
                    report.row(what, format!("{name}, written"), "characters", written);
                }
            }
        }
    }
    bars(report);
    Ok(())
}

fn press(page: &Page<'_>, actor: &Actor<'_, '_>, button: &str, many: usize) -> Result<Vec<Answer>, Failure> {
    let act = || actor.act("probe.watch('count-call')", || page.tap(page.place(button)?));
    (0..many).map(|_| act()).collect()
}

fn bars(report: &mut Report) {
    let find = |name: &str| report.sample("Tap", name).cloned().unwrap_or_default();
    let (ten, month) = (find("ten years, 4×, painted"), find("one month, 4×, painted"));
    let stored = find("ten years, 1×, stored");
    let written = [find("ten years, 1×, written"), find("one month, 1×, written")].map(|it| it.median());
    report.at_most("tap → painted, ten years, 4×, p95", ten.p95(), 50.0, "ms");
    report.at_most("the same against one month, p50", ten.median() / month.median(), 1.2, "×");
    report.at_most("tap → stored, ten years, p95", stored.p95(), 5.0, "ms");
    report.at_most(
        "characters written by a tap, ten years against one month",
        written[0] / written[1],
        1.05,
        "×",
    );
}
