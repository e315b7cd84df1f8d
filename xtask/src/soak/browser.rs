//! The parts that are end-to-end tests marked `#[ignore]`.

use super::{NOT_RUN, figures};
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

fn test(part: &str, text: &mut String) -> Outcome {
    if browsers::chromium().is_none() {
        text.push_str(NOT_RUN);
        text.push_str(": Chromium with chromedriver is missing.");
        return Ok(());
    }
    figures::forget(part);
    let name = format!("soak_{part}");
    let mut test = cargo(["test", "--locked", "--package", "callpace-e2e", "--test", &name]);
    test.args(["--", "--ignored", "--nocapture", "--test-threads=1"]);
    let outcome = run(test.env("CALLPACE_DIST", place::dist()));
    text.push_str(&figures::kept(part));
    outcome
}
