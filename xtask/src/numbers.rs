//! `cargo xtask numbers < cases.json > results.json`: the arithmetic of the app, from the command line.

use callpace::exchange::cases::evaluate;
use std::io::{Read, Write};
use std::process::ExitCode;

/// Answers the cases of standard input on standard output.
///
/// Nothing else goes to standard output. Input that is no JSON is said on
/// standard error, and the exit code is not zero.
pub(crate) fn run() -> ExitCode {
    let mut bytes = Vec::new();
    if let Err(error) = std::io::stdin().lock().read_to_end(&mut bytes) {
        return refuse(&error.to_string());
    }
    let answers = match String::from_utf8(bytes) {
        Ok(text) => evaluate(&text),
        Err(error) => Err(error.to_string()),
    };
    match answers {
        Ok(answers) => match writeln!(std::io::stdout().lock(), "{answers}") {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => refuse(&error.to_string()),
        },
        Err(message) => refuse(&format!("the input is no JSON: {message}")),
    }
}

#[expect(clippy::print_stderr, reason = "standard error is where a command says why it failed")]
fn refuse(message: &str) -> ExitCode {
    eprintln!("numbers: {message}");
    ExitCode::FAILURE
}
