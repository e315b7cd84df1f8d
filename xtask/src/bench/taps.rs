//! One more call: tap → stored, tap → painted, work of the main thread, characters written; and undo.

use super::Bench;
use super::act::{Actor, Answer, tell};
use super::history::{History, MONTH, TEN, THREE, YEAR};
use super::page::Visitor;
use super::report::Report;
use super::sample::Sample;
use crate::shell::{Failure, Outcome};

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
        for times in [1, 4] {
            page.throttle(times)?;
            let actor = Actor::new(&page)?;
            let press = |button: &str, many: usize| -> Result<Vec<Answer>, Failure> {
                let act = || actor.act("probe.watch('count-call')", || page.tap(page.place(button)?));
                (0..many).map(|_| act()).collect()
            };
            press("btn-call", WARM_UP)?;
            press("undo", WARM_UP)?;
            let taps = press("btn-call", bench.times(TAPS))?;
            let undos = press("undo", bench.times(TAPS))?;
            for (what, answers) in [("Tap", taps), ("Undo", undos)] {
                let name = format!("{}, {times}×", span.name);
                tell(report, what, &name, &answers);
                let stored = Sample::new(answers.iter().map(|it| it.stored));
                report.row(what, format!("{name}, stored"), "ms", stored);
                if times == 1 {
                    let written = Sample::new(answers.iter().map(|it| it.characters));
                    report.row(what, format!("{name}, written"), "characters", written);
                }
            }
        }
        page.close()?;
    }
    bars(report);
    Ok(())
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
