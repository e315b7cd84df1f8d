//! Packages of npm that building and testing use, each in the cache of the tools at one version.
//!
//! Node is only their carrier: no script of the project is written for it.

use crate::shell::{Failure, has, is_ci, program, run};
use crate::{apt, place};
use std::fs;
use std::path::PathBuf;

/// Finds what a screen reader, a keyboard or a weak eye would stumble over.
pub const AXE: Package = Package { name: "axe-core", version: "4.14.1", file: "axe.min.js" };

/// Finds what is not HTML. Its next major version asks for a newer Node than Debian 12 has.
pub const HTML_VALIDATE: Package =
    Package { name: "html-validate", version: "9.7.1", file: "bin/html-validate.mjs" };

/// Makes the module of the release smaller. Trunk asks for this version too: `Trunk.toml`.
pub(crate) const BINARYEN: Package = Package { name: "binaryen", version: "132.0.0", file: "bin/wasm-opt" };

/// Judges the release as a phone on a slow network meets it.
pub(crate) const LIGHTHOUSE: Package =
    Package { name: "lighthouse", version: "13.5.0", file: "cli/index.js" };

/// The parser that the import is measured against.
pub(crate) const PAPA_PARSE: Package =
    Package { name: "papaparse", version: "5.7.1", file: "papaparse.min.js" };

/// A package, and the file of it that is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Package {
    name: &'static str,
    /// Its exact version.
    pub version: &'static str,
    file: &'static str,
}

impl Package {
    /// The file, if it is in the cache.
    #[must_use]
    pub fn cached(&self) -> Option<PathBuf> {
        Some(self.home().join("node_modules").join(self.name).join(self.file)).filter(|it| it.is_file())
    }

    fn home(&self) -> PathBuf {
        place::tools().join(format!("{}-{}", self.name, self.version))
    }

    /// The file, fetched with its package unless it is in the cache.
    pub(crate) fn fetch(&self) -> Result<PathBuf, Failure> {
        if let Some(file) = self.cached() {
            return Ok(file);
        }
        let (home, Self { name, version, .. }) = (self.home(), self);
        println!("fetching {name} {version} from npm (under a minute)");
        // Without a folder of its own npm would write into the nearest package above.
        fs::create_dir_all(&home)?;
        let mut fetch = program("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]);
        run(fetch.arg(&home).arg(format!("{name}@{version}")))?;
        self.cached().ok_or_else(|| Failure::new(format!("{name} {version} has no {}", self.file)))
    }
}

/// Fetches what judges the pages, and says whether it could.
///
/// # Errors
///
/// Under a CI, if it could not; elsewhere a line says why.
pub(crate) fn ensure() -> Result<bool, Failure> {
    if !(has("node") && has("npm")) {
        apt::install(&["nodejs", "npm"]);
    }
    let fetched = if has("node") && has("npm") {
        [AXE, HTML_VALIDATE].iter().try_for_each(|it| it.fetch().map(drop))
    } else {
        Err(Failure::new("Node with npm is missing: axe and the HTML validator come from there"))
    };
    match fetched {
        Ok(()) => Ok(true),
        Err(failure) if is_ci() => Err(failure),
        Err(failure) => {
            println!("{}", failure.message);
            Ok(false)
        }
    }
}
