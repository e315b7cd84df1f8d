//! What a first visit fetches: bytes raw, gzip, brotli.

use super::Bench;
use super::report::Report;
use crate::place;
use crate::shell::Outcome;
use crate::site::{Site, brotli};
use std::path::Path;

/// Head and checksum that gzip puts around deflate.
const GZIP_FRAME: usize = 18;

pub(super) fn run(_: &Bench, report: &mut Report) -> Outcome {
    let site = Site::read(&place::dist())?;
    let (mut all, mut wasm) = ([0; 3], 0);
    for (name, bytes) in site.first_visit() {
        let gzip = miniz_oxide::deflate::compress_to_vec(bytes, 9).len() + GZIP_FRAME;
        let sizes = [bytes.len(), gzip.min(bytes.len()), brotli(bytes)];
        for (sum, size) in all.iter_mut().zip(sizes) {
            *sum += size;
        }
        if Path::new(name).extension().is_some_and(|it| it == "wasm") {
            wasm += sizes[2];
        }
        tell(report, name, sizes);
    }
    tell(report, "all", all);
    report.at_most("all assets of a first visit, brotli", kilobytes(all[2]), 200.0, "KB");
    report.at_most("the wasm of it", kilobytes(wasm), 170.0, "KB");
    Ok(())
}

fn tell(report: &mut Report, name: &str, sizes: [usize; 3]) {
    let [raw, gzip, brotli] = sizes.map(kilobytes);
    report.figures("Assets", plain(name), "KB", &[("raw", raw), ("gzip", gzip), ("brotli", brotli)]);
}

/// The name without its hash, which is another one with every build.
fn plain(name: &str) -> String {
    let parts = name.rsplit_once('.').and_then(|(stem, ending)| Some((stem.rsplit_once('-')?, ending)));
    match parts {
        Some(((stem, hash), ending)) if hash.len() == 12 => format!("{stem}.{ending}"),
        _ => name.to_owned(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "no site has 2^52 bytes")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}
