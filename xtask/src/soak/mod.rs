//! `cargo xtask soak [part…]`: the long runs, which no commit waits for.
//!
//! `PARTS` is the list. Each part runs by itself too, and what came of it
//! replaces its section of `docs/soak.md` at once, whether it passed or not;
//! the other sections stay as they were.

mod browser;
mod bytes;
mod fuzz;
mod paper;
mod readers;
mod seller;

pub mod dice;
pub mod figures;

use crate::shell::{Failure, Outcome, Stages};
use crate::{browsers, dist, lighthouse, place};
use paper::Section;
use std::time::Instant;

/// A long run.
struct Part {
    /// What it is called on the command line.
    name: &'static str,
    /// What it proves, as a heading.
    title: &'static str,
    /// Whether it looks at the release.
    of_release: bool,
    /// Runs it; what it has to show goes into the text, also where it fails.
    run: fn(&mut String) -> Outcome,
}

/// All of them, in the order in which they run.
const PARTS: &[Part] = &[
    Part { name: "tabs", title: "many tabs tap at once", of_release: true, run: browser::tabs },
    Part {
        name: "kills",
        title: "the browser is killed while tapping",
        of_release: true,
        run: browser::kills,
    },
    Part { name: "fuzz", title: "every decoder is fed with anything", of_release: false, run: fuzz::run },
    Part { name: "readers", title: "others read the export", of_release: false, run: readers::run },
    Part {
        name: "lighthouse",
        title: "the release on a phone with a slow network",
        of_release: true,
        run: lighthouse::check,
    },
    Part { name: "bytes", title: "the same bytes from another folder", of_release: true, run: bytes::run },
];

/// Words that begin the section of a part that could not be run.
pub(crate) const NOT_RUN: &str = "Not run";

pub(crate) fn run(words: &[String]) -> Outcome {
    if let Some(word) = words.iter().find(|word| PARTS.iter().all(|it| it.name != word.as_str())) {
        let names: Vec<_> = PARTS.iter().map(|it| it.name).collect();
        return Err(Failure::new(format!("there is no part {word}; the parts are {}", names.join(", "))));
    }
    let chosen = |it: &&Part| words.is_empty() || words.iter().any(|word| word == it.name);
    let parts: Vec<&Part> = PARTS.iter().filter(chosen).collect();
    let of_release = parts.iter().any(|it| it.of_release);
    let mut stages = Stages::new(parts.len() + usize::from(of_release));
    if of_release {
        stages.stage("browsers and the release", release)?;
    }
    let mut failed = Vec::new();
    for part in parts {
        let (began, mut figures) = (Instant::now(), String::new());
        let outcome = stages.stage(part.name, || (part.run)(&mut figures));
        paper::write(&Section { part, figures: &figures, outcome: &outcome, took: began.elapsed() })?;
        if let Err(failure) = outcome {
            println!("{}", failure.message);
            failed.push(part.name);
        }
    }
    println!("\ndocs/soak.md tells what came of it, {} in all", stages.elapsed());
    if failed.is_empty() { Ok(()) } else { Err(Failure::new(format!("failed: {}", failed.join(", ")))) }
}

/// Builds the release, unless `$CALLPACE_DIST` names one.
fn release() -> Outcome {
    browsers::ensure()?;
    if std::env::var_os("CALLPACE_DIST").is_none() {
        return dist::run(&[]);
    }
    let folder = place::dist();
    println!("taking the release in {}", folder.display());
    if folder.join("index.html").is_file() {
        return Ok(());
    }
    Err(Failure::new(format!("$CALLPACE_DIST: no release in {}", folder.display())))
}
