//! `cargo xtask dist`: the release, ready to be hosted, in `dist/`.

use crate::shell::{Failure, Outcome, ask, program, run as run_program};
use crate::site::{Budget, Site};
use crate::{place, tools};
use std::env;
use std::path::{Path, PathBuf};

pub(crate) fn run(_: &[String]) -> Outcome {
    let (folder, within_budget) = build()?;
    println!("\nthe site is in {}", folder.display());
    within_budget
}

/// Builds the release; gives the folder it is in, and whether it keeps to `size-budget.json`.
pub(crate) fn build() -> Result<(PathBuf, Outcome), Failure> {
    let toolchain = tools::Toolchain::ensure()?;
    let output = place::trunk_output();
    println!("building the release (3 to 6 minutes the first time on two cores)");
    let mut trunk = toolchain.trunk("build");
    trunk.arg("--release").arg("--dist").arg(&output);
    run_program(trunk.env("CARGO_ENCODED_RUSTFLAGS", compiler_flags()?))?;

    let site = Site::assemble(place::root(), &output)?;
    let dist = place::dist();
    site.write(&dist)?;
    let (table, within) = Budget::read(place::root())?.weigh(&site);
    println!("\n{table}");
    Ok((dist, within))
}

/// Compiler flags of the release.
///
/// They keep the paths of this machine out of the wasm, so that the same commit
/// gives the same bytes in any folder.
pub(crate) fn compiler_flags() -> Result<String, Failure> {
    let unknown = |what: &str| Failure::new(format!("rustc does not tell its {what}"));
    let sysroot = ask(&mut program("rustc", ["--print", "sysroot"])).ok_or_else(|| unknown("sysroot"))?;
    let version = ask(&mut program("rustc", ["-vV"])).ok_or_else(|| unknown("version"))?;
    let commit =
        version.lines().find_map(|it| it.strip_prefix("commit-hash: ")).ok_or_else(|| unknown("commit"))?;
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|it| it.join(".cargo")))
        .ok_or_else(|| Failure::new("no CARGO_HOME and no home folder"))?;
    let library = Path::new(&sysroot).join("lib/rustlib/src/rust");
    // Where several fit, the last one counts.
    let renamed = [
        (library.as_path(), format!("/rustc/{commit}")),
        (&cargo_home, "/cargo".to_owned()),
        (place::root(), "/callpace".to_owned()),
        (&place::target(), "/callpace/target".to_owned()),
    ];
    let flags = renamed.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    // One type for all views, in Leptos: with screens to show it saves 12 % of
    // the wasm (345 to 304 KB of brotli when it was measured).
    let erased = ["--cfg".to_owned(), "erase_components".to_owned()];
    // The separator lets a folder's name have spaces.
    Ok([&flags[..], &erased].concat().join("\u{1f}"))
}
