//! Everything a person or CI does with Callpace from the command line.

mod numbers;

use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("numbers") => numbers::run(),
        _ => ExitCode::FAILURE,
    }
}
