//! `cargo xtask test`: what guards a commit.
//!
//! Every stage can be run by hand with the command it prints; each runner's own
//! lines are passed on as they are.

use crate::browsers::Browser;
use crate::shell::{Failure, Outcome, Stages, cargo, run as run_program};
use crate::{browsers, dist, npm, place, tools};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

const WASM: &str = "wasm32-unknown-unknown";

pub(crate) fn run(words: &[String]) -> Outcome {
    let fast = match words {
        [] => false,
        [word] if word == "--fast" => true,
        _ => return Err(Failure::new("the only option is --fast")),
    };
    tools::component("rustfmt")?;
    tools::component("clippy")?;
    let mut stages = Stages::new(if fast { 4 } else { 10 });
    native(&mut stages)?;
    if fast {
        println!("\nfast tests passed in {}; the browsers were not asked", stages.elapsed());
        return Ok(());
    }
    let not_run = in_browsers(&mut stages)?;
    println!("\nall tests passed in {}", stages.elapsed());
    for stage in not_run {
        println!("NOT RUN, what it needs is missing: {stage}");
    }
    Ok(())
}

/// What needs no browser.
fn native(stages: &mut Stages) -> Outcome {
    stages.stage("format", || run_program(&mut cargo(["fmt", "--all", "--check"])))?;
    stages.stage("clippy, native", || {
        run_program(&mut cargo([
            "clippy",
            "--workspace",
            "--all-targets",
            "--locked",
            "--",
            "-D",
            "warnings",
        ]))
    })?;
    stages.stage("documentation, native", || document(&["--workspace"]))?;
    stages.stage("unit, property and documentation tests", || {
        run_program(&mut cargo(["test", "--workspace", "--exclude", "callpace-e2e", "--locked"]))
    })
}

/// What needs one; gives the stages that could not be run.
fn in_browsers(stages: &mut Stages) -> Result<Vec<&'static str>, Failure> {
    let mut not_run = Vec::new();
    // Without Node the pages are still played, but not judged.
    let mut unjudged: &[&str] = &[];
    stages.stage("browsers and build tools", || {
        browsers::ensure()?;
        if !npm::ensure()? {
            not_run.push("axe and the HTML validator");
            unjudged = &["--skip", "axe_", "--skip", "html_"];
        }
        tools::Toolchain::ensure().map(drop)
    })?;
    stages.stage("clippy and documentation, wasm", || {
        let targets = ["--lib", "--bins", "--test", "browser", "--test", "reference", "--target", WASM];
        run_program(cargo(["clippy", "--locked"]).args(targets).args(["--", "-D", "warnings"]))?;
        document(&["--lib", "--target", WASM])
    })?;
    stages.stage("wasm tests in a browser", || {
        let Some(chromium) = browsers::chromium() else {
            not_run.push("wasm tests in a browser");
            return Ok(());
        };
        let mut tests =
            cargo(["test", "--locked", "--test", "browser", "--test", "reference", "--target", WASM]);
        tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::wasm_test_runner()?);
        tests.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver_settings(&chromium)?);
        run_program(tests.env("CHROMEDRIVER", chromium.driver))
    })?;
    stages.stage("release build and its size", || dist::run(&[]))?;
    stages.stage("end to end, Chromium", || {
        if browsers::chromium().is_none() {
            not_run.push("end to end, Chromium");
            return Ok(());
        }
        end_to_end("chromium", &[], unjudged)
    })?;
    stages.stage("end to end, Firefox", || {
        if browsers::firefox().is_none() {
            not_run.push("end to end, Firefox");
            return Ok(());
        }
        end_to_end("firefox", &["--test", "core"], &[])
    })?;
    Ok(not_run)
}

/// `webdriver.json` with the Chromium of this machine.
fn webdriver_settings(chromium: &Browser) -> Result<PathBuf, Failure> {
    let text = fs::read_to_string(place::root().join("webdriver.json"))?;
    let unreadable = |error: serde_json::Error| Failure::new(format!("webdriver.json: {error}"));
    let mut settings: Value = serde_json::from_str(&text).map_err(unreadable)?;
    if let Some(binary) = settings.pointer_mut("/goog:chromeOptions/binary") {
        *binary = Value::from(chromium.binary.to_string_lossy());
    }
    let path = place::target().join("webdriver.json");
    fs::write(&path, settings.to_string())?;
    Ok(path)
}

fn document(args: &[&str]) -> Outcome {
    run_program(cargo(["doc", "--no-deps", "--locked"]).args(args).env("RUSTDOCFLAGS", "-D warnings"))
}

/// Two at a time: each starts a browser of its own.
fn end_to_end(browser: &str, tests: &[&str], but: &[&str]) -> Outcome {
    let mut command = cargo(["test", "--locked", "--package", "callpace-e2e"]);
    command.args(tests).args(["--", "--test-threads=2"]).args(but);
    run_program(command.env("CALLPACE_BROWSER", browser).env("CALLPACE_DIST", place::dist()))
}
