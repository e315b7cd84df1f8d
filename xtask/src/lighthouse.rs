//! Lighthouse on the release, as a phone on a slow network meets it.
//!
//! Node is only its carrier; it goes into the cache of the tools.

use crate::npm::LIGHTHOUSE;
use crate::server::Server;
use crate::shell::{Failure, Outcome, has, program, run};
use crate::soak::NOT_RUN;
use crate::soak::figures::line;
use crate::{browsers, place};
use serde_json::Value;
use std::fs;

const CATEGORIES: &[&str] = &["performance", "accessibility", "best-practices", "seo"];

/// Writes down the four scores and every audit that falls short.
///
/// # Errors
///
/// If it cannot be run, or anything but the performance, which a busy machine
/// lowers, is below 100.
pub(crate) fn check(text: &mut String) -> Outcome {
    let (true, Some(chromium)) = (has("npm"), browsers::chromium()) else {
        text.push_str(NOT_RUN);
        text.push_str(": Lighthouse needs Node and Chromium.");
        return Ok(());
    };
    let script = LIGHTHOUSE.fetch()?;
    let server = Server::start(&place::dist(), "/", 0)?;
    server.compress();
    let report = place::target().join("lighthouse.json");
    let mut measure = program("node", [script]);
    measure.arg(server.url()).args([
        "--quiet",
        "--output=json",
        "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage",
    ]);
    measure.arg(format!("--only-categories={}", CATEGORIES.join(","))).arg("--output-path").arg(&report);
    run(measure.env("CHROME_PATH", chromium.binary))?;
    let result = fs::read_to_string(&report)?;
    let result: Value = serde_json::from_str(&result).map_err(|error| Failure::new(error.to_string()))?;
    let outcome = tell(&result, text);
    print!("{text}");
    outcome
}

fn tell(result: &Value, text: &mut String) -> Outcome {
    let mut short = Vec::new();
    text.push_str("| category | score |\n|---|---|\n");
    for category in CATEGORIES {
        let score = result["categories"][category]["score"].as_f64().unwrap_or(0.0) * 100.0;
        line(text, &format!("| {category} | {score:.0} |"));
        if score < 100.0 && *category != "performance" {
            short.push(*category);
        }
    }
    line(text, &format!("\nLighthouse {}. Audits below 1:\n", LIGHTHOUSE.version));
    for (name, audit) in result["audits"].as_object().into_iter().flatten() {
        if audit["score"].as_f64().is_some_and(|it| it < 1.0) {
            let said = |key: &str| audit[key].as_str().unwrap_or_default().to_owned();
            line(text, &format!("- {name}: {} {}", said("title"), said("displayValue")));
        }
    }
    if short.is_empty() { Ok(()) } else { Err(Failure::new(format!("below 100: {}", short.join(", ")))) }
}
