//! Everything a person or CI does with Callpace from the command line.

mod calibration;
mod numbers;

use std::process::ExitCode;

#[expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "standard error is where a command says why it failed"
)]
fn main() -> ExitCode {
    let done = match std::env::args().nth(1).as_deref() {
        Some("numbers") => numbers::run(),
        Some("calibration") => {
            println!("{}", calibration::tables());
            Ok(())
        }
        _ => Err("cargo xtask numbers < cases.json".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
