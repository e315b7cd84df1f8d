//! The small pages that stand beside the app, built with its very flags and tools.

use crate::shell::{Failure, cargo, run};
use crate::{dist, place, tools};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

const WASM: &str = "wasm32-unknown-unknown";

/// Builds the page in `xtask/bench/<name>`; gives the folder it is in.
///
/// What has not changed since is not optimised again: that is what takes long.
pub(super) fn page(name: &str) -> Result<PathBuf, Failure> {
    let output = place::target().join("bench").join(name);
    let (package, flags) = (format!("bench-{name}"), dist::compiler_flags()?);
    println!("building xtask/bench/{name} (2 to 4 minutes the first time on two cores)");
    let toolchain = tools::Toolchain::ensure()?;
    let mut compile = cargo(["build", "--locked", "--release", "--target", WASM, "--package", &package]);
    run(compile.env("CARGO_ENCODED_RUSTFLAGS", &flags))?;
    let compiled = place::target().join(WASM).join("release").join(format!("{package}.wasm"));
    let folder = place::root().join("xtask/bench").join(name);
    let newest = [compiled, folder.join("index.html"), folder.join("Trunk.toml")].map(|it| changed(&it));
    let made = changed(&output.join("index.html"));
    if made.is_none() || newest.into_iter().any(|it| it > made) {
        let mut trunk = toolchain.trunk("build");
        trunk.args(["--release", "--dist"]).arg(&output).current_dir(folder);
        run(trunk.env("CARGO_ENCODED_RUSTFLAGS", flags))?;
    }
    Ok(output)
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|it| it.modified()).ok()
}
