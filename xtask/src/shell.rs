//! Runs programs, and says what is done and how long it took.

use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a command comes to.
pub type Outcome = Result<(), Failure>;

/// Why a command ended early.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// For a person; empty where the output already says it.
    pub message: String,
    /// The exit code, 1 unless a contract asks for another.
    pub code: u8,
}

impl Failure {
    /// Exit code 1 with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), code: 1 }
    }
}

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self::new(message)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::new(error.to_string())
    }
}

/// A program with its arguments, in the folder of the project.
pub fn program<S: AsRef<OsStr>>(name: impl AsRef<OsStr>, args: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(name);
    command.args(args).current_dir(super::place::root());
    command
}

/// Cargo with these arguments.
pub fn cargo<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
    program("cargo", args)
}

/// Runs a program to its end, its output passed on unfiltered.
///
/// # Errors
///
/// If it cannot be started or does not succeed.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| Failure::new(format!("{}: {error}", describe(command))))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("`{}` failed: {status}", describe(command))))
    }
}

/// What a program printed, or `None` if it is not there or did not succeed.
#[must_use]
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program is there and answers to `--version`.
#[must_use]
pub fn has(name: &str) -> bool {
    ask(Command::new(name).arg("--version")).is_some()
}

fn describe(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether this is a run of a CI, where anything missing is a failure.
#[must_use]
pub fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|it| it == "true" || it == "1")
}

/// The stages of a long command: each is named before and timed after.
#[derive(Debug)]
pub struct Stages {
    began: Instant,
    number: usize,
    of: usize,
}

impl Stages {
    /// So many stages, starting now.
    #[must_use]
    pub fn new(of: usize) -> Self {
        Self { began: Instant::now(), number: 0, of }
    }

    /// Runs one stage.
    ///
    /// # Errors
    ///
    /// Those of the stage, with its name before them.
    pub fn stage(&mut self, name: &str, work: impl FnOnce() -> Outcome) -> Outcome {
        self.number += 1;
        println!("\n==> [{}/{}] {name}", self.number, self.of);
        let began = Instant::now();
        let outcome = work();
        let ending = if outcome.is_ok() { "done" } else { "FAILED" };
        println!(
            "==> [{}/{}] {name}: {ending} in {}, {} in all",
            self.number,
            self.of,
            spell(began.elapsed()),
            spell(self.began.elapsed())
        );
        outcome.map_err(|failure| Failure { message: format!("{name}: {}", failure.message), ..failure })
    }

    /// How long all of it has taken so far.
    #[must_use]
    pub fn elapsed(&self) -> String {
        spell(self.began.elapsed())
    }
}

/// `12.3 s` or `2 min 05 s`.
#[must_use]
pub fn spell(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}
