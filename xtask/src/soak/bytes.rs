//! The same commit, built in another folder, gives the same bytes.

use super::figures::line;
use crate::place;
use crate::shell::{Failure, Outcome, ask, cargo, program, run as run_program};
use crate::site::{Site, integrity};
use std::fs;
use std::path::Path;

/// Builds the committed state in a clone elsewhere and compares every file with the release.
pub(super) fn run(text: &mut String) -> Outcome {
    if ask(&mut program("git", ["status", "--porcelain", "--", ".", ":!docs/soak.md"]))
        .is_none_or(|it| !it.is_empty())
    {
        return Err(Failure::new("what is not committed would not be in the clone: commit or stash first"));
    }
    let clone = std::env::temp_dir().join(format!("callpace clone {}", std::process::id()));
    let outcome = build_in(&clone).and_then(|()| compare(&clone.join("dist"), text));
    // A failed build may be looked at; a good one is in the way.
    if outcome.is_ok() {
        fs::remove_dir_all(&clone)?;
    }
    outcome
}

/// A clone with a target folder of its own, in a folder whose name has spaces.
fn build_in(clone: &Path) -> Outcome {
    run_program(program("git", ["clone", "--quiet", "."]).arg(clone))?;
    let mut build = cargo(["xtask", "dist"]);
    run_program(build.current_dir(clone).env_remove("CARGO_TARGET_DIR").env_remove("CALLPACE_DIST"))
}

fn compare(other: &Path, text: &mut String) -> Outcome {
    let (here, there) = (Site::read(&place::dist())?, Site::read(other)?);
    let differs = |name: &&String| here.files().get(*name) != there.files().get(*name);
    let names: Vec<_> = here.files().keys().chain(there.files().keys()).filter(differs).cloned().collect();
    if !names.is_empty() {
        return Err(Failure::new(format!("not the same in {}: {}", other.display(), names.join(", "))));
    }
    text.push_str("| file | bytes | the same in both builds |\n|---|---|---|\n");
    for (name, bytes) in here.files() {
        line(text, &format!("| {name} | {} | `{}` |", bytes.len(), integrity(bytes)));
    }
    print!("{text}");
    Ok(())
}
