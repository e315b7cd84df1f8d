//! The parts that are end-to-end tests marked `#[ignore]`.

use super::NOT_RUN;
use super::figures::{forget, kept, line};
use crate::shell::{Outcome, cargo, run};
use crate::{browsers, place};

/// `tests/e2e/tests/soak_tabs.rs`.
pub(super) fn tabs(text: &mut String) -> Outcome {
    test("tabs", text)
}

/// `tests/e2e/tests/soak_kills.rs`.
pub(super) fn kills(text: &mut String) -> Outcome {
    test("kills", text)
}

fn test(part: &str, figures: &mut String) -> Outcome {
    if browsers::chromium().is_none() {
        line(figures, &format!("{NOT_RUN}: Chromium with chromedriver is missing."));
        return Ok(());
    }
    forget(part);
    let name = format!("soak_{part}");
    let mut test = cargo(["test", "--locked", "--package", "callpace-e2e", "--test", &name]);
    test.args(["--", "--ignored", "--nocapture", "--test-threads=1"]);
    let outcome = run(test.env("CALLPACE_DIST", place::dist()));
    figures.push_str(&kept(part));
    outcome
}
