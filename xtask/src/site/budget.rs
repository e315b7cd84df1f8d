//! What a first visit may weigh: `size-budget.json`.

use super::Site;
use crate::shell::{Failure, Outcome};
use serde::Deserialize;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The most bytes that may travel, compressed with brotli at its best.
///
/// Raised only on purpose, in a commit that says why.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// The wasm alone.
    wasm_brotli_bytes: usize,
    /// Every file of a first visit, each compressed for itself.
    first_visit_brotli_bytes: usize,
}

impl Budget {
    /// Reads the budget of the project.
    ///
    /// # Errors
    ///
    /// If it is missing or not of this form.
    pub fn read(root: &Path) -> Result<Self, Failure> {
        let text = fs::read_to_string(root.join("size-budget.json"))?;
        serde_json::from_str(&text).map_err(|error| Failure::new(format!("size-budget.json: {error}")))
    }

    /// Weighs the site: a table, and whether the budget holds.
    pub fn weigh(&self, site: &Site) -> (String, Outcome) {
        let mut table = format!("{:<28}{:>10}{:>10}", "file of a first visit", "bytes", "brotli");
        let (mut wasm, mut all, mut raw) = (0, 0, 0);
        for (name, bytes) in site.first_visit() {
            let small = brotli(bytes);
            (all, raw) = (all + small, raw + bytes.len());
            wasm += if has_extension(name, "wasm") { small } else { 0 };
            // Writing into a String cannot fail.
            let _written = write!(table, "\n{name:<28}{:>10}{small:>10}", bytes.len());
        }
        let _written = write!(table, "\n{:<28}{raw:>10}{all:>10}", "all");
        let over = |what: &str, is: usize, may: usize| {
            (is > may).then(|| Failure::new(format!("{what}: {is} bytes of brotli, the budget is {may}")))
        };
        let broken = over("the wasm", wasm, self.wasm_brotli_bytes)
            .or_else(|| over("a first visit", all, self.first_visit_brotli_bytes));
        (table, broken.map_or(Ok(()), Err))
    }
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it == extension)
}

/// The size after brotli 11; images are compressed already, and travel as they are.
pub(crate) fn brotli(bytes: &[u8]) -> usize {
    let best = ::brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    match ::brotli::BrotliCompress(&mut &*bytes, &mut out, &best) {
        Ok(_) => out.len().min(bytes.len()),
        Err(_) => bytes.len(),
    }
}
