//! Another screen, and a step of a slider: work of the main thread, and when it is painted.

use super::Bench;
use super::act::{Actor, Answer, aftermath, tell};
use super::history::{History, MONTH, TEN};
use super::page::{Page, Visitor};
use super::report::Report;
use super::sample::Sample;
use crate::shell::{Failure, Outcome};

const GROUP: &str = "Screens and sliders";
const TURNS: usize = 25;
const WARM_UP: usize = 3;
const STAYS: usize = 10;
/// Where to tap.
const SCREENS: [(&str, &str); 5] = [
    ("Funnel", "nav-funnel"),
    ("Plan", "nav-plan"),
    ("Days", "nav-days"),
    ("Settings", "nav-settings"),
    ("Log", "nav-log"),
];
const SLIDERS: [(&str, &str); 3] = [
    ("slider of presentations", "whatif-pres"),
    ("slider of sales", "whatif-sale"),
    ("slider of calls", "whatif-calls"),
];

pub(super) fn run(bench: &Bench, report: &mut Report) -> Outcome {
    let mut slowest = ("", f64::NAN);
    for span in [MONTH, TEN] {
        let visitor = Visitor::new(&bench.chromium)?;
        visitor.keep(&bench.quiet(), &History::of(span, bench.today).stored())?;
        let page = visitor.page()?;
        page.go(&bench.address("#/log"))?;
        page.run("probe.started()")?;
        for times in [1, 4] {
            page.throttle(times)?;
            let actor = Actor::new(&page)?;
            let mut all = vec![Vec::new(); SCREENS.len()];
            for turn in 0..bench.times(TURNS) + WARM_UP {
                for ((_, button), answers) in SCREENS.iter().zip(&mut all) {
                    let answer = switch(&page, &actor, button)?;
                    if turn >= WARM_UP {
                        answers.push(answer);
                    }
                }
            }
            let mut sliders = Vec::new();
            switch(&page, &actor, "nav-plan")?;
            for (_, id) in SLIDERS {
                sliders.push(slide(&page, &actor, id, bench.times(TURNS))?);
            }
            switch(&page, &actor, "nav-log")?;
            if span == TEN {
                stay(&page, &actor, bench, report, &format!("{}, {times}×", span.name))?;
            }
            let names = SCREENS.iter().map(|it| it.0).chain(SLIDERS.iter().map(|it| it.0));
            for (what, answers) in names.zip(all.into_iter().chain(sliders)) {
                let name = format!("{what}, {}, {times}×", span.name);
                tell(report, GROUP, &name, &answers);
                let work =
                    report.sample(GROUP, &format!("{name}, main thread")).map_or(f64::NAN, Sample::p95);
                if (span, times) == (TEN, 1) && (slowest.1.is_nan() || work > slowest.1) {
                    slowest = (what, work);
                }
            }
        }
        page.close()?;
    }
    let what = format!("any screen or slider step, ten years, 1×, main thread, p95 (slowest: {})", slowest.0);
    report.at_most(&what, slowest.1, 16.0, "ms");
    Ok(())
}

/// One who stays on each screen until it is there to its end: what follows there, and the next screen then.
fn stay(page: &Page<'_>, actor: &Actor<'_, '_>, bench: &Bench, report: &mut Report, name: &str) -> Outcome {
    let mut all = vec![(Vec::new(), Vec::new()); SCREENS.len()];
    for _ in 0..bench.times(STAYS) {
        for ((_, button), (answers, after)) in SCREENS.iter().zip(&mut all) {
            answers.push(switch(page, actor, button)?);
            after.push(aftermath(page)?);
        }
    }
    for ((what, _), (answers, after)) in SCREENS.iter().zip(all) {
        tell(report, GROUP, &format!("{what} after a stay elsewhere, {name}"), &answers);
        report.row(
            GROUP,
            format!("{what}, the rest a while later, {name}, main thread"),
            "ms",
            Sample::new(after),
        );
    }
    Ok(())
}

/// Taps on a link of the navigation.
fn switch(page: &Page<'_>, actor: &Actor<'_, '_>, button: &str) -> Result<Answer, Failure> {
    let place = page.place(button)?;
    // The heading of a screen is its name.
    let expect = "{ const name = () => document.querySelector('main h1')?.textContent, before = name(); \
                  probe.expect(() => name() && name() !== before) }";
    actor.act(expect, || page.tap(place))
}

/// One press of an arrow key on a slider at a time, there and back.
fn slide(page: &Page<'_>, actor: &Actor<'_, '_>, id: &str, times: usize) -> Result<Vec<Answer>, Failure> {
    page.run(&format!("probe.changes(() => probe.find('{id}')).then((it) => it.focus())"))?;
    let expect = format!(
        "{{ const it = probe.find('{id}'), before = it.getAttribute('aria-valuetext'); \
         probe.expect(() => it.getAttribute('aria-valuetext') !== before) }}"
    );
    let mut answers = Vec::new();
    for turn in 0..times + WARM_UP {
        let key = if turn % 2 == 0 { "ArrowRight" } else { "ArrowLeft" };
        answers.push(actor.act(&expect, || page.key(key))?);
    }
    Ok(answers.split_off(WARM_UP))
}
