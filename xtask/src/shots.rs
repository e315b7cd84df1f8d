//! What the release looks like: `cargo xtask shots`, a picture of every screen in `screenshots/`, which
//! git ignores, and `cargo xtask first`, the Log as HTML in `public/first/`.

use crate::shell::{Outcome, cargo, run as run_program};
use crate::{browsers, dist};

pub(crate) fn run(_: &[String]) -> Outcome {
    written_by("shots")?;
    println!("\nthe pictures are in screenshots/");
    Ok(())
}

pub(crate) fn first(_: &[String]) -> Outcome {
    written_by("first")?;
    println!("\nwritten to public/first/; the next build has it");
    Ok(())
}

/// Runs what a file of end-to-end tests ignores.
fn written_by(file: &str) -> Outcome {
    browsers::ensure()?;
    let (folder, _) = dist::build()?;
    let mut tests =
        cargo(["test", "--locked", "--package", "callpace-e2e", "--test", file, "--", "--ignored"]);
    run_program(tests.arg("--test-threads=2").env("CALLPACE_DIST", folder))
}
