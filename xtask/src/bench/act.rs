//! One act of a person in an open page, and what it led to.

use super::page::{Page, Work};
use super::report::Report;
use super::sample::Sample;
use crate::shell::{Failure, Outcome};
use serde_json::Value;

/// Milliseconds after the finger has left or the key went down; work of the main thread; characters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answer {
    pub(super) stored: f64,
    pub(super) painted: f64,
    pub(super) characters: f64,
    work: Work,
}

/// Acts in one page, without what asking itself costs.
#[derive(Debug)]
pub(super) struct Actor<'p, 'c> {
    page: &'p Page<'c>,
    idle: Work,
}

impl<'p, 'c> Actor<'p, 'c> {
    /// In a page as it is throttled now.
    pub(super) fn new(page: &'p Page<'c>) -> Result<Self, Failure> {
        let mut it = Self { page, idle: Work::default() };
        let mut idle = Vec::new();
        for _ in 0..9 {
            idle.push(it.act("probe.expect(() => true)", || Ok(()))?.work);
        }
        idle.sort_by(|a, b| a.all.total_cmp(&b.all));
        it.idle = idle[idle.len() / 2];
        Ok(it)
    }

    /// `expect` tells the probe what to wait for; then the act, then until nothing is left to do.
    pub(super) fn act(&self, expect: &str, act: impl FnOnce() -> Outcome) -> Result<Answer, Failure> {
        self.page.run(expect)?;
        let before = self.page.work()?;
        act()?;
        let answer = self.page.run("probe.answer")?;
        self.page.run("probe.settled()")?;
        let work = self.page.work()?.since(before).since(self.idle);
        let number = |it: &Value| it.as_f64().unwrap_or(f64::NAN);
        Ok(Answer {
            stored: number(&answer["stored"]),
            painted: number(&answer["painted"]),
            characters: number(&answer["characters"]),
            work,
        })
    }
}

/// What follows an act while nobody does anything: milliseconds of the main thread until `probe` has waited.
pub(super) fn aftermath(page: &Page<'_>) -> Result<f64, Failure> {
    let before = page.work()?;
    page.run("probe.stayed()")?;
    Ok(page.work()?.since(before).all)
}

/// What all acts are told by.
pub(super) fn tell(report: &mut Report, group: &'static str, name: &str, answers: &[Answer]) {
    let sample = |of: fn(&Answer) -> f64| Sample::new(answers.iter().map(of));
    report.row(group, format!("{name}, painted"), "ms", sample(|it| it.painted));
    report.row(group, format!("{name}, main thread"), "ms", sample(|it| it.work.all));
    report.row(group, format!("{name}, of it script"), "ms", sample(|it| it.work.script));
    report.row(group, format!("{name}, of it style and layout"), "ms", sample(|it| it.work.style));
}
