//! `cargo xtask bench`: how fast the release is, in a real Chromium, from the outside.
//!
//! Every [`CASES`] entry is a file of its own and can be run alone. A case opens
//! pages ([`page`]) in a browser ([`chromium`]) with a made-up [`history`], lets
//! `probe.js` say when something was tapped, stored and painted, and puts
//! samples and bars into the [`report`]. Nothing here is asserted: figures of a
//! busy machine are no test.

mod act;
mod assets;
mod build;
mod chromium;
mod figures;
mod history;
mod import;
mod memory;
mod native;
mod page;
mod profile;
mod report;
mod sample;
mod screens;
mod socket;
mod start;
mod taps;

use crate::day::today;
use crate::place;
use crate::server::Server;
use crate::shell::{Failure, Outcome, ask, program};
use callpace::domain::date::Date;
use chromium::Chromium;
use report::Report;
use std::fs;
use std::path::{Path, PathBuf};

/// One thing to be measured: its name, and the function that measures it.
struct Case {
    name: &'static str,
    run: fn(&Bench, &mut Report) -> Outcome,
}

/// In the order of the report.
const CASES: &[Case] = &[
    Case { name: "assets", run: assets::run },
    Case { name: "start", run: start::run },
    Case { name: "taps", run: taps::run },
    Case { name: "screens", run: screens::run },
    Case { name: "figures", run: figures::run },
    Case { name: "import", run: import::run },
    Case { name: "memory", run: memory::run },
    Case { name: "native", run: native::run },
];

/// Run only if named.
const ASIDE: Case = Case { name: "profile", run: profile::run };

/// What the cases share.
struct Bench {
    /// The site under test, as it is hosted.
    site: Server,
    /// One browser for the whole run: ratios within a run are what counts.
    chromium: Chromium,
    /// Fewer repetitions.
    quick: bool,
    /// The day on which the histories end.
    today: Date,
}

impl Bench {
    /// So many repetitions, fewer if it has to be quick.
    const fn times(&self, many: usize) -> usize {
        if self.quick { many.div_ceil(5) } else { many }
    }

    /// The address of a route of the app.
    fn address(&self, route: &str) -> String {
        format!("{}{route}", self.site.url())
    }

    /// A file of the same origin that starts nothing.
    fn quiet(&self) -> String {
        self.address("icon.svg")
    }
}

/// What a reader of `docs/bench.md` has to know.
const ABOUT: &str = include_str!("about.md");

/// Runs the named cases, else all, and writes down what came of each: into `docs/`, or, if it had
/// to be quick, into the target folder.
pub(crate) fn run(words: &[String]) -> Outcome {
    let (options, names): (Vec<&String>, Vec<&String>) = words.iter().partition(|it| it.starts_with("--"));
    if let Some(unknown) = options.iter().find(|it| **it != "--quick") {
        return Err(Failure::new(format!("{unknown} is not an option; there is --quick")));
    }
    let all = || CASES.iter().chain([&ASIDE]);
    if let Some(unknown) = names.iter().find(|name| !all().any(|it| it.name == name.as_str())) {
        let known: Vec<_> = all().map(|it| it.name).collect();
        return Err(Failure::new(format!("{unknown} is not a case; there are {}", known.join(", "))));
    }
    let dist = place::dist();
    if !dist.join("index.html").is_file() {
        return Err(Failure::new(format!("no site in {}: run `cargo xtask dist`", dist.display())));
    }
    let folder = folder();
    fs::create_dir_all(&folder)?;
    let site = Server::start(&dist, "/", 0)?;
    site.compress();
    let bench =
        Bench { site, chromium: Chromium::start(&folder)?, quick: !options.is_empty(), today: today()? };
    println!("{} on {}", dist.display(), bench.chromium.version);
    let wanted = |it: &&Case| names.iter().any(|name| *name == it.name);
    let chosen: Vec<&Case> =
        if names.is_empty() { CASES.iter().collect() } else { all().filter(wanted).collect() };
    let commit = ask(&mut program("git", ["describe", "--always", "--dirty"])).unwrap_or_default();
    let docs = if bench.quick { folder } else { place::root().join("docs") };
    for case in chosen {
        println!("\n==> {}", case.name);
        let mut report = Report::new(case.name, &bench.today.to_string(), &commit, &bench.chromium.version);
        (case.run)(&bench, &mut report)?;
        if case.name != ASIDE.name {
            keep(&docs, report)?;
        }
    }
    Ok(())
}

/// Puts a report in the place of the last one of its case.
fn keep(docs: &Path, report: Report) -> Outcome {
    let unreadable = |error: serde_json::Error| Failure::new(format!("bench.json: {error}"));
    let path = docs.join("bench.json");
    let mut all: Vec<Report> = match fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(&text).map_err(unreadable)?,
        Err(_) => Vec::new(),
    };
    all.retain(|it| it.case() != report.case());
    all.push(report);
    all.sort_by_key(|it| CASES.iter().position(|case| case.name == it.case()));
    // A line a case.
    let lines = all.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    fs::write(&path, format!("[\n{}\n]\n", lines.join(",\n")))?;
    fs::write(docs.join("bench.md"), format!("# Bench\n\n{ABOUT}\n{}", report::markdown(&all)))?;
    println!("  written to {}", path.display());
    Ok(())
}

fn folder() -> PathBuf {
    place::target().join("bench")
}
