//! `cargo xtask numbers < cases.json > results.json`: the arithmetic of the app, from the command line.

use callpace::exchange::cases::evaluate;
use std::io::{Read, Write};

/// Answers the cases of standard input on standard output; nothing else goes there.
///
/// # Errors
///
/// What to say on standard error, before an exit code that is not 0: the input
/// cannot be read or is no JSON, or the output cannot be written.
pub(crate) fn run() -> Result<(), String> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|it| it.to_string())?;
    let text = String::from_utf8(bytes).map_err(|it| format!("the input is no JSON: {it}"))?;
    let answers = evaluate(&text).map_err(|it| format!("the input is no JSON: {it}"))?;
    writeln!(std::io::stdout().lock(), "{answers}").map_err(|it| it.to_string())
}
