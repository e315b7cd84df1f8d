//! Every decoder is fed with what a fuzzer makes of real inputs, for ten minutes and a million
//! inputs at least.
//!
//! Too slow or too hungry is a finding as well. What broke a law is left in `fuzz/artifacts`, what
//! reached something new in `fuzz/corpus`, where the next run begins. What is worth keeping goes
//! into `tests/corpus` by hand: the ordinary tests replay it.

use super::figures::line;
use crate::place;
use crate::shell::{Failure, Outcome, ask, program, run as run_program};
use crate::tools::CargoTool;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

const CARGO_FUZZ: CargoTool = CargoTool {
    krate: "cargo-fuzz",
    folder: "cargo-fuzz",
    version: "0.13.1",
    binary: "cargo-fuzz",
    patience: "a minute",
};

/// The shortest time for a target, in seconds.
const SECONDS: u64 = 600;

/// The least inputs for a parser.
const MILLION: u64 = 1_000_000;

/// The longest time for the inputs that are still missing after [`SECONDS`], in seconds.
const OVERTIME: u64 = 7200;

/// The longest time for one input, in seconds: by the clock, so that a busy machine counts.
const TIMEOUT: u32 = 30;

/// The most memory, in megabytes: the fuzzer itself takes most of it.
const MEMORY: u32 = 768;

/// At the same time, so that a machine remains usable.
const AT_ONCE: usize = 2;

/// A fuzz target.
struct Target {
    name: &'static str,
    /// The longest input in bytes.
    longest: u32,
    /// The least inputs.
    least: u64,
    /// Real inputs.
    seeds: Option<&'static str>,
}

/// The slowest first. `start` is no parser, but all of the journal behind one.
const TARGETS: &[Target] = &[
    Target { name: "import", longest: 1024, least: MILLION, seeds: Some("tests/import/files") },
    Target { name: "decode", longest: 4096, least: MILLION, seeds: Some("tests/import/files") },
    Target { name: "link", longest: 400, least: MILLION, seeds: None },
    Target { name: "backup", longest: 8192, least: MILLION, seeds: Some("tests/backup") },
    Target { name: "shard", longest: 4096, least: MILLION, seeds: None },
    Target { name: "cases", longest: 1024, least: MILLION, seeds: None },
    Target { name: "start", longest: 4096, least: 0, seeds: None },
];

/// What came of one target.
#[derive(Debug, Default, PartialEq, Eq)]
struct Fuzzed {
    executions: u64,
    seconds: u64,
    edges: u64,
    slowest: u64,
    peak: u64,
    findings: Vec<String>,
}

pub(super) fn run(text: &mut String) -> Outcome {
    let tool = CARGO_FUZZ.ensure()?;
    nightly()?;
    println!("building the fuzz targets (5 minutes the first time on two cores)");
    run_program(cargo_fuzz(&tool, "build").current_dir(place::root()))?;
    let waiting = Mutex::new(TARGETS.iter().collect::<Vec<_>>());
    let done = Mutex::new(Vec::new());
    let next = || waiting.lock().ok().and_then(|mut it| (!it.is_empty()).then(|| it.remove(0)));
    let work = || {
        while let Some(target) = next() {
            let outcome = fuzz(&tool, target);
            if let Ok(mut done) = done.lock() {
                done.push((target.name, outcome));
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(work);
        }
    });
    let done = done.into_inner().map_err(|_poisoned| Failure::new("a target was not run to its end"))?;
    table(text, done)
}

/// The compiler that can watch a program from within.
fn nightly() -> Outcome {
    let there = ask(program("rustc", ["--version"]).env("RUSTUP_TOOLCHAIN", "nightly"));
    if there.is_some_and(|it| it.contains("nightly")) {
        return Ok(());
    }
    println!("nightly Rust is missing; adding it through rustup (1 to 2 minutes)");
    run_program(&mut program("rustup", ["toolchain", "install", "nightly", "--profile", "minimal"]))
        .map_err(|it| Failure::new(format!("{}: `rustup toolchain install nightly`", it.message)))
}

/// `cargo fuzz` on nightly, whatever cargo runs this.
fn cargo_fuzz(tool: &Path, verb: &str) -> Command {
    // There is no unsafe code for a sanitizer to watch; without one, and without a look at each comparison,
    // four times as many inputs are tried.
    let mut command = program(tool, ["fuzz", verb, "--sanitizer=none", "--no-trace-compares"]);
    command.env("RUSTUP_TOOLCHAIN", "nightly").env_remove("CARGO").env_remove("CARGO_TARGET_DIR");
    command
}

fn corpus(target: &Target) -> PathBuf {
    place::root().join("tests/corpus").join(target.name)
}

/// Runs a target until time and executions are reached or something is found.
fn fuzz(tool: &Path, target: &Target) -> Result<Fuzzed, Failure> {
    let mut sum = Fuzzed::default();
    let enough = |it: &Fuzzed| it.seconds >= SECONDS && it.executions >= target.least;
    while sum.findings.is_empty() && !enough(&sum) && sum.seconds < SECONDS + OVERTIME {
        let found = once(tool, target, &sum)?;
        sum = Fuzzed {
            executions: sum.executions + found.executions,
            seconds: sum.seconds + found.seconds,
            edges: sum.edges.max(found.edges),
            slowest: sum.slowest.max(found.slowest),
            peak: sum.peak.max(found.peak),
            findings: found.findings,
        };
        let Fuzzed { executions, seconds, findings, .. } = &sum;
        println!("{}: {executions} executions in {seconds} s, {} findings", target.name, findings.len());
    }
    Ok(sum)
}

/// One run of libFuzzer: for the time that is left, then for the executions that are missing.
fn once(tool: &Path, target: &Target, before: &Fuzzed) -> Result<Fuzzed, Failure> {
    let folder = place::target().join("soak");
    fs::create_dir_all(&folder)?;
    let log = folder.join(format!("fuzz-{}.log", target.name));
    let output = File::create(&log)?;
    let own = place::root().join("fuzz/corpus").join(target.name);
    fs::create_dir_all(&own)?;
    let mut command = cargo_fuzz(tool, "run");
    command.arg(target.name).arg(own).arg(corpus(target));
    command.args(target.seeds.map(|it| place::root().join(it)));
    command.args(["--", "-print_final_stats=1"]).args(limits(target));
    let left = SECONDS.saturating_sub(before.seconds);
    if left == 0 {
        command.arg(format!("-runs={}", target.least.saturating_sub(before.executions)));
    }
    let most = if left == 0 { (SECONDS + OVERTIME).saturating_sub(before.seconds) } else { left };
    command.arg(format!("-max_total_time={most}"));
    let began = Instant::now();
    let status = command.stdout(output.try_clone()?).stderr(output).status()?;
    let mut found = read(&String::from_utf8_lossy(&fs::read(&log)?));
    found.seconds = began.elapsed().as_secs() + 1;
    if !status.success() && found.findings.is_empty() {
        return Err(Failure::new(format!("{} did not run: see {}", target.name, log.display())));
    }
    // On a busy machine anything may take long for once: what is slow is slow again.
    found.findings.retain(|it| !it.starts_with("timeout-") || is_broken_by(tool, target, it));
    Ok(found)
}

/// What an input may take.
fn limits(target: &Target) -> [String; 3] {
    [format!("-max_len={}", target.longest), format!("-timeout={TIMEOUT}"), format!("-rss_limit_mb={MEMORY}")]
}

/// Whether an input is a finding when it is run alone.
fn is_broken_by(tool: &Path, target: &Target, finding: &str) -> bool {
    let input = place::root().join("fuzz/artifacts").join(target.name).join(finding);
    let mut alone = cargo_fuzz(tool, "run");
    alone.arg(target.name).arg(input).arg("--").args(limits(target));
    alone.stdout(Stdio::null()).stderr(Stdio::null()).status().map_or(true, |it| !it.success())
}

/// What libFuzzer says at its end.
fn read(log: &str) -> Fuzzed {
    let last = |name: &str| {
        let after = log.rsplit_once(name)?.1.trim_start();
        after.split(|it: char| !it.is_ascii_digit()).next()?.parse().ok()
    };
    let statistic = |name: &str| last(&format!("stat::{name}:")).unwrap_or(0);
    // A slow unit is told, and the run goes on.
    let written = log.lines().filter_map(|it| it.split_once("Test unit written to ")?.1.rsplit('/').next());
    let findings = written.map(|it| it.trim().to_owned()).filter(|it| !it.starts_with("slow-unit-"));
    Fuzzed {
        executions: statistic("number_of_executed_units"),
        seconds: 0,
        edges: last(" cov: ").unwrap_or(0),
        slowest: statistic("slowest_unit_time_sec"),
        peak: statistic("peak_rss_mb"),
        findings: findings.collect(),
    }
}

fn table(text: &mut String, mut done: Vec<(&str, Result<Fuzzed, Failure>)>) -> Outcome {
    done.sort_by_key(|it| TARGETS.iter().position(|target| target.name == it.0));
    let least = |name: &str| TARGETS.iter().find(|it| it.name == name).map_or(0, |it| it.least);
    text.push_str(
        "| target | executions | time | edges reached | slowest input | peak memory | findings |\n\
         |---|---|---|---|---|---|---|\n",
    );
    let mut amiss = Vec::new();
    for (name, outcome) in &done {
        let row = match outcome {
            Ok(it) => format!(
                "| {name} | {} | {} s | {} | {} s | {} MB | {} |",
                thousands(it.executions),
                it.seconds,
                it.edges,
                it.slowest,
                it.peak,
                if it.findings.is_empty() { "none".to_owned() } else { it.findings.join(", ") }
            ),
            Err(failure) => format!("| {name} | {} | | | | | |", failure.message),
        };
        line(text, &row);
        match outcome {
            Ok(it) if it.findings.is_empty() && it.executions >= least(name) => {}
            Ok(it) if it.findings.is_empty() => amiss.push(format!("{name}: too few executions")),
            Ok(_) => amiss.push(format!("{name}: see fuzz/artifacts/{name}")),
            Err(failure) => amiss.push(failure.message.clone()),
        }
    }
    line(
        text,
        &format!(
            "\nWith debug assertions and overflow checks; an input that takes over {TIMEOUT} s or {MEMORY} MB is a finding."
        ),
    );
    print!("{text}");
    if amiss.is_empty() { Ok(()) } else { Err(Failure::new(amiss.join("; "))) }
}

/// `1,234,567`.
fn thousands(n: u64) -> String {
    if n < 1000 { n.to_string() } else { format!("{},{:03}", thousands(n / 1000), n % 1000) }
}

#[cfg(test)]
mod tests {
    use super::{Fuzzed, read, thousands};

    #[test]
    fn the_end_of_a_run_is_read() {
        let log = "#8\tpulse  cov: 12 ft: 13 corp: 1/1b\n#1048576\tREDUCE cov: 1204 ft: 4302 corp: 9/1Kb\n\
            Done 1200345 runs in 601 second(s)\nstat::number_of_executed_units: 1200345\n\
            stat::average_exec_per_sec:     1997\nstat::slowest_unit_time_sec:    1\nstat::peak_rss_mb:  120\n";
        let expected = Fuzzed {
            executions: 1_200_345,
            seconds: 0,
            edges: 1204,
            slowest: 1,
            peak: 120,
            findings: vec![],
        };
        assert_eq!(read(log), expected);
        let log = "artifact_prefix='/x/'; Test unit written to /x/slow-unit-0\n\
            artifact_prefix='/x/'; Test unit written to /x/crash-1f\n";
        assert_eq!(read(log).findings, ["crash-1f"]);
        assert_eq!(thousands(1_000_021), "1,000,021");
    }
}
