//! Everything a person or CI does with Callpace from the command line.
//!
//! # Where to start
//!
//! [`COMMANDS`] is the list; each command is a file of its own. What they
//! share: [`shell`] runs programs, [`place`] knows the folders, [`tools`] and
//! [`browsers`] bring what a fresh machine lacks, [`site`] turns what Trunk
//! built into what is hosted, and [`server`] hosts it, faults included, for a
//! person and for the end-to-end tests.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line has to print")]
#![expect(clippy::disallowed_methods, reason = "it tells how long a stage took; no clock reaches the app")]

mod apt;
mod bench;
mod calibration;
mod day;
mod dev;
mod dist;
mod import;
mod lighthouse;
mod numbers;
mod serve;
mod shots;
mod test;

pub mod browsers;
pub mod npm;
pub mod place;
pub mod server;
pub mod shell;
pub mod site;
pub mod soak;
pub mod tools;

use shell::Outcome;
use std::process::ExitCode;

/// One command: its name and arguments, what it does, and the function that does it.
#[derive(Debug)]
pub struct Command {
    name: &'static str,
    usage: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Outcome,
}

/// Every command, in the order in which a newcomer meets them.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        usage: "",
        about: "build the release and serve it on this machine",
        run: serve::run,
    },
    Command { name: "dev", usage: "", about: "the same with live reload, unoptimised", run: dev::run },
    Command { name: "dist", usage: "", about: "build the release into dist/", run: dist::run },
    Command {
        name: "test",
        usage: "[--fast]",
        about: "what guards a commit; --fast: native only",
        run: test::run,
    },
    Command {
        name: "soak",
        usage: "[PART…]",
        about: "the long runs, which no commit waits for; writes docs/soak.md",
        run: soak::run,
    },
    Command {
        name: "bench",
        usage: "[--quick] [CASE…]",
        about: "how fast the release in dist/ is; all cases into docs/bench.md",
        run: bench::run,
    },
    Command {
        name: "first",
        usage: "",
        about: "write public/first: the Log as it is shown before the code is there",
        run: shots::first,
    },
    Command {
        name: "shots",
        usage: "",
        about: "a picture of every screen into screenshots/",
        run: shots::run,
    },
    Command {
        name: "calibration",
        usage: "",
        about: "tables of how often the figures come true, for docs/calibration.md",
        run: |_| {
            println!("{}", calibration::tables());
            Ok(())
        },
    },
    Command {
        name: "import",
        usage: "FILE [--date-order dmy|mdy|ymd] [--today YYYY-MM-DD]",
        about: "print what the importer would do with a file",
        run: import::run,
    },
    Command {
        name: "numbers",
        usage: "< cases.json",
        about: "answer cases of the arithmetic in JSON",
        run: numbers::run,
    },
];

/// Runs the command that `words` name, and says how it ended.
#[must_use]
pub fn run(words: &[String]) -> ExitCode {
    let named = words.first().and_then(|name| COMMANDS.iter().find(|it| it.name == name));
    let (Some(command), Some((_, rest))) = (named, words.split_first()) else {
        eprintln!("{}", usage());
        return ExitCode::from(2);
    };
    match (command.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.message.is_empty() {
                eprintln!("\nxtask {}: {}", command.name, failure.message);
            }
            ExitCode::from(failure.code)
        }
    }
}

fn usage() -> String {
    let lines = COMMANDS
        .iter()
        .map(|it| format!("\n  cargo xtask {:<22} {}", format!("{} {}", it.name, it.usage), it.about));
    format!("Callpace, from the command line:{}", lines.collect::<String>())
}
