//! The arithmetic and the journal on this machine itself, by criterion: `benches/`.

use super::Bench;
use super::report::Report;
use crate::place;
use crate::shell::{Failure, Outcome, cargo, run as run_program};
use serde_json::Value;
use std::fs;
use std::path::Path;

pub(super) fn run(bench: &Bench, report: &mut Report) -> Outcome {
    let target = place::target().join("benches");
    let kept = target.join("criterion");
    if kept.exists() {
        // What an earlier version measured is not to be told again.
        fs::remove_dir_all(&kept)?;
    }
    let mut command = cargo(["bench", "--locked", "--manifest-path", "benches/Cargo.toml", "--target-dir"]);
    // It knows nothing of `--target-dir`.
    command.arg(&target).args(["--", "--noplot"]).env("CRITERION_HOME", &kept);
    if bench.quick {
        command.arg("--quick");
    }
    run_program(&mut command)?;
    let mut found = Vec::new();
    collect(&kept, &mut found)?;
    found.sort_by(|a, b| a.0.cmp(&b.0));
    for (name, nanoseconds) in found {
        report.figures("Native, by criterion", name, "µs", &[("mean", nanoseconds / 1000.0)]);
    }
    Ok(())
}

/// Criterion keeps `<group>/<name>/new/estimates.json` with the name beside it.
fn collect(folder: &Path, found: &mut Vec<(String, f64)>) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if !path.is_dir() {
            continue;
        }
        if path.ends_with("new") {
            let read = |name: &str| -> Result<Value, Failure> {
                let text = fs::read_to_string(path.join(name))?;
                serde_json::from_str(&text).map_err(|error| Failure::new(error.to_string()))
            };
            let name = read("benchmark.json")?["full_id"].as_str().unwrap_or_default().to_owned();
            let mean = read("estimates.json")?["mean"]["point_estimate"].as_f64();
            found.extend(mean.map(|it| (name, it)));
        } else {
            collect(&path, found)?;
        }
    }
    Ok(())
}
