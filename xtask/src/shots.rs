//! `cargo xtask shots`: a picture of every screen, in `screenshots/`, which git ignores.

use crate::shell::{Outcome, cargo, run as run_program};
use crate::{browsers, dist};

pub(crate) fn run(_: &[String]) -> Outcome {
    browsers::ensure()?;
    let (folder, _) = dist::build()?;
    let mut tests =
        cargo(["test", "--locked", "--package", "callpace-e2e", "--test", "shots", "--", "--ignored"]);
    run_program(tests.arg("--test-threads=2").env("CALLPACE_DIST", folder))?;
    println!("\nthe pictures are in screenshots/");
    Ok(())
}
