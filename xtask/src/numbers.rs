//! `cargo xtask numbers < cases.json > results.json`: the arithmetic of the app, from the command line.

use crate::shell::{Failure, Outcome};
use callpace::exchange::cases::evaluate;
use std::io::{Read, Write};

/// Answers the cases of standard input on standard output.
///
/// Nothing else goes to standard output. Input that is no JSON is said on
/// standard error, and the exit code is not zero.
pub(crate) fn run(_: &[String]) -> Outcome {
    let mut text = String::new();
    std::io::stdin().lock().read_to_string(&mut text).map_err(|it| Failure::new(it.to_string()))?;
    let answers = evaluate(&text).map_err(|it| Failure::new(format!("the input is no JSON: {it}")))?;
    writeln!(std::io::stdout().lock(), "{answers}").map_err(|it| Failure::new(it.to_string()))
}
