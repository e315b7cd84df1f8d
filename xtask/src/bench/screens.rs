//! Another screen, and a step of a slider: work of the main thread, and when it is painted.

use super::Bench;
use super::history::{History, MONTH, TEN};
use super::page::{Page, Visitor};
use super::report::Report;
use super::sample::Sample;
use crate::shell::{Failure, Outcome};

const TURNS: usize = 25;
const WARM_UP: usize = 3;
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
        page.run("probe.changes(() => probe.find('btn-call'))")?;
        for times in [1, 4] {
            page.throttle(times)?;
            let mut all = vec![Vec::new(); SCREENS.len()];
            for turn in 0..bench.times(TURNS) + WARM_UP {
                for ((_, button), answers) in SCREENS.iter().zip(&mut all) {
                    let answer = switch(&page, button)?;
                    if turn >= WARM_UP {
                        answers.push(answer);
                    }
                }
            }
            let mut sliders = Vec::new();
            switch(&page, "nav-plan")?;
            for (_, id) in SLIDERS {
                sliders.push(slide(&page, id, bench.times(TURNS))?);
            }
            switch(&page, "nav-log")?;
            let names = SCREENS.iter().map(|it| it.0).chain(SLIDERS.iter().map(|it| it.0));
            for (what, answers) in names.zip(all.into_iter().chain(sliders)) {
                let name = |part: &str| format!("{what}, {}, {part}, {times}×", span.name);
                let work = Sample::new(answers.iter().map(|it| it.worked));
                if (span, times) == (TEN, 1) && !(work.p95() <= slowest.1) {
                    slowest = (what, work.p95());
                }
                report.row("Screens and sliders", name("main thread"), "ms", work);
                let painted = Sample::new(answers.iter().map(|it| it.painted));
                report.row("Screens and sliders", name("painted"), "ms", painted);
            }
        }
        page.close()?;
    }
    let what = format!("any screen or slider step, ten years, 1×, main thread, p95 (slowest: {})", slowest.0);
    report.at_most(&what, slowest.1, 16.0, "ms");
    Ok(())
}

#[derive(Clone)]
struct Answer {
    painted: f64,
    worked: f64,
}

/// Taps on a link of the navigation.
fn switch(page: &Page<'_>, button: &str) -> Result<Answer, Failure> {
    let place = page.place(button)?;
    // The heading of a screen is its name.
    page.run(
        "{ const name = () => document.querySelector('main h1')?.textContent, before = name(); \
         probe.expect(() => name() && name() !== before) }",
    )?;
    measure(page, || page.tap(place))
}

/// One press of an arrow key on a slider at a time, there and back.
fn slide(page: &Page<'_>, id: &str, times: usize) -> Result<Vec<Answer>, Failure> {
    page.run(&format!("probe.find('{id}').focus()"))?;
    let mut answers = Vec::new();
    for turn in 0..times + WARM_UP {
        page.run(&format!(
            "{{ const it = probe.find('{id}'), before = it.getAttribute('aria-valuetext'); \
             probe.expect(() => it.getAttribute('aria-valuetext') !== before) }}"
        ))?;
        let key = if turn % 2 == 0 { "ArrowRight" } else { "ArrowLeft" };
        let answer = measure(page, || page.key(key))?;
        if turn >= WARM_UP {
            answers.push(answer);
        }
    }
    Ok(answers)
}

fn measure(page: &Page<'_>, act: impl FnOnce() -> Outcome) -> Result<Answer, Failure> {
    let before = page.worked()?;
    act()?;
    let answer = page.run("probe.answer")?;
    page.run("probe.settled()")?;
    let worked = page.worked()? - before;
    Ok(Answer { painted: answer["painted"].as_f64().unwrap_or(f64::NAN), worked })
}
