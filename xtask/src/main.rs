//! Everything a person or CI does with Callpace from the command line.

mod import;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((command, rest)) if command == "import" => import::run(rest),
        _ => ExitCode::from(2),
    }
}
