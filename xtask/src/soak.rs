//! `cargo xtask soak`: the long runs, which no commit waits for.
//!
//! In the end-to-end suite these are the tests marked `#[ignore]`.

use crate::shell::{Failure, Outcome, Stages, ask, cargo, program, run as run_program};
use crate::site::{Site, integrity};
use crate::{browsers, dist, lighthouse, place, tools};
use std::fs;
use std::path::Path;

pub(crate) fn run(_: &[String]) -> Outcome {
    let mut stages = Stages::new(5);
    stages.stage("browsers and build tools", || {
        browsers::ensure()?;
        tools::Toolchain::ensure().map(drop)
    })?;
    stages.stage("release build and its size", || dist::run(&[]))?;
    stages.stage("the same bytes from another folder", same_bytes)?;
    stages.stage("long end-to-end runs", || {
        let mut tests = cargo(["test", "--locked", "--package", "callpace-e2e", "--", "--ignored", "soak"]);
        run_program(tests.args(["--nocapture", "--test-threads=1"]).env("CALLPACE_DIST", place::dist()))
    })?;
    stages.stage("Lighthouse", lighthouse::check)?;
    println!("\nall long runs passed in {}", stages.elapsed());
    Ok(())
}

/// Builds the committed state in a clone elsewhere and compares every file with `dist/`.
fn same_bytes() -> Outcome {
    if ask(&mut program("git", ["status", "--porcelain"])).is_none_or(|it| !it.is_empty()) {
        return Err(Failure::new("what is not committed would not be in the clone: commit or stash first"));
    }
    let clone = std::env::temp_dir().join(format!("callpace clone {}", std::process::id()));
    let outcome = build_in(&clone).and_then(|()| compare(&clone.join("dist")));
    // A failed build may be looked at; a good one is in the way.
    if outcome.is_ok() {
        fs::remove_dir_all(&clone)?;
    }
    outcome
}

/// A clone with a target folder of its own, in a folder whose name has spaces.
fn build_in(clone: &Path) -> Outcome {
    run_program(program("git", ["clone", "--quiet", "."]).arg(clone))?;
    let mut build = cargo(["xtask", "dist"]);
    run_program(build.current_dir(clone).env_remove("CARGO_TARGET_DIR").env_remove("CALLPACE_DIST"))
}

fn compare(other: &Path) -> Outcome {
    let (here, there) = (Site::read(&place::dist())?, Site::read(other)?);
    let differs = |name: &&String| here.files().get(*name) != there.files().get(*name);
    let names: Vec<_> = here.files().keys().chain(there.files().keys()).filter(differs).cloned().collect();
    if !names.is_empty() {
        return Err(Failure::new(format!("not the same in {}: {}", other.display(), names.join(", "))));
    }
    for (name, bytes) in here.files() {
        println!("{}  {name}", integrity(bytes));
    }
    Ok(())
}
