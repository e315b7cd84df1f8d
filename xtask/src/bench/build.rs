//! The small pages that stand beside the app, built with its very flags and tools.

use crate::shell::{Failure, run};
use crate::{dist, place, tools};
use std::path::PathBuf;

/// Builds the page in `xtask/bench/<name>`; gives the folder it is in.
///
/// What has not changed is not built again.
pub(super) fn page(name: &str) -> Result<PathBuf, Failure> {
    let output = place::target().join("bench").join(name);
    println!("building xtask/bench/{name} (2 to 4 minutes the first time on two cores)");
    let mut trunk = tools::Toolchain::ensure()?.trunk("build");
    trunk.args(["--release", "--dist"]).arg(&output);
    trunk.current_dir(place::root().join("xtask/bench").join(name));
    run(trunk.env("CARGO_ENCODED_RUSTFLAGS", dist::compiler_flags()?))?;
    Ok(output)
}
