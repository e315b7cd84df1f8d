//! The build tools at the versions that work together, installed where they are missing.
//!
//! They go into a cache of the user ([`place::tools`]), so a second checkout
//! finds them.

use crate::shell::{Failure, Outcome, ask, cargo, has, program, run};
use crate::{npm, place};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The wasm-bindgen of `Cargo.toml`: glue and CLI must be of one version.
const WASM_BINDGEN: CargoTool = CargoTool {
    krate: "wasm-bindgen-cli",
    folder: "wasm-bindgen",
    version: "0.2.129",
    binary: "wasm-bindgen",
    patience: "2 to 4 minutes",
};

/// 0.22 asks for a newer Rust.
const TRUNK: CargoTool = CargoTool {
    krate: "trunk",
    folder: "trunk",
    version: "0.21.14",
    binary: "trunk",
    patience: "5 to 8 minutes",
};

const BINARYEN: &str = "132";

/// A program from crates.io.
#[derive(Debug)]
pub(crate) struct CargoTool {
    pub(crate) krate: &'static str,
    pub(crate) folder: &'static str,
    pub(crate) version: &'static str,
    pub(crate) binary: &'static str,
    /// How long building it may take on two cores.
    pub(crate) patience: &'static str,
}

impl CargoTool {
    fn home(&self) -> PathBuf {
        place::tools().join(format!("{}-{}", self.folder, self.version))
    }

    fn path(&self) -> PathBuf {
        self.home().join("bin").join(format!("{}{}", self.binary, std::env::consts::EXE_SUFFIX))
    }

    /// The program, if it is in the cache.
    pub(crate) fn cached(&self) -> Option<PathBuf> {
        Some(self.path()).filter(|it| it.is_file())
    }

    /// The program at its version: from the cache, else prebuilt, else built.
    ///
    /// # Errors
    ///
    /// If it can neither be found nor installed.
    pub(crate) fn ensure(&self) -> Result<PathBuf, Failure> {
        if let Some(path) = self.cached() {
            return Ok(path);
        }
        let Self { krate, version, patience, .. } = self;
        println!("{krate} {version} is missing; it goes into {}", self.home().display());
        if self.fetch_prebuilt()
            && let Some(path) = self.cached()
        {
            return Ok(path);
        }
        println!("building {krate} {version} (once per user, {patience} on two cores)");
        let mut build = cargo(["install", "--locked", "--root"]);
        // The speed of the tool hardly matters, that of a bare machine does.
        build.arg(self.home()).arg(format!("{krate}@{version}")).envs([
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
        ]);
        run(build.env_remove("CARGO_TARGET_DIR"))?;
        self.cached().ok_or_else(|| Failure::new(format!("{} was not installed", self.path().display())))
    }

    fn fetch_prebuilt(&self) -> bool {
        if ask(&mut cargo(["binstall", "-V"])).is_none() {
            return false;
        }
        println!("fetching it prebuilt through cargo binstall");
        let mut fetch = cargo(["binstall", "--no-confirm", "--disable-strategies", "compile", "--root"]);
        run(fetch.arg(self.home()).arg(format!("{}@{}", self.krate, self.version))).is_ok()
    }
}

/// What a build of the site needs: the programs' folders, to be searched first.
#[derive(Clone, Debug)]
pub struct Toolchain {
    folders: Vec<PathBuf>,
}

impl Toolchain {
    /// Finds or installs all of it.
    ///
    /// # Errors
    ///
    /// If something is missing and cannot be installed.
    pub fn ensure() -> Result<Self, Failure> {
        wasm_target()?;
        let tools = [WASM_BINDGEN.ensure()?, TRUNK.ensure()?];
        let mut folders: Vec<PathBuf> =
            tools.iter().filter_map(|it| it.parent().map(PathBuf::from)).collect();
        folders.extend(wasm_opt());
        Ok(Self { folders })
    }

    /// Trunk with this command.
    #[must_use]
    pub fn trunk(&self, verb: &str) -> Command {
        let mut command = program(TRUNK.path(), ["--skip-version-check", verb]);
        // Trunk reads NO_COLOR=1 as a wrong value of its own option.
        command.env("PATH", place::search_path(&self.folders)).env_remove("NO_COLOR");
        command
    }
}

/// The runner of the wasm tests.
///
/// # Errors
///
/// If it is missing and cannot be installed.
pub(crate) fn wasm_test_runner() -> Result<PathBuf, Failure> {
    Ok(WASM_BINDGEN
        .ensure()?
        .with_file_name(format!("wasm-bindgen-test-runner{}", std::env::consts::EXE_SUFFIX)))
}

/// The compiler's wasm half.
///
/// # Errors
///
/// If it is missing and rustup is, too.
pub(crate) fn wasm_target() -> Outcome {
    let target = "wasm32-unknown-unknown";
    let there = ask(&mut program("rustc", ["--print", "target-libdir", "--target", target]));
    if there.is_some_and(|it| PathBuf::from(it).is_dir()) {
        return Ok(());
    }
    println!("the {target} target of Rust is missing; adding it through rustup (under a minute)");
    run(&mut program("rustup", ["target", "add", target]))
        .map_err(|failure| Failure::new(format!("{}: add the {target} target to your Rust", failure.message)))
}

/// rustfmt or clippy.
///
/// # Errors
///
/// If it is missing and rustup is, too.
pub(crate) fn component(name: &str) -> Outcome {
    let probe = if name == "rustfmt" { "fmt" } else { name };
    if ask(&mut cargo([probe, "--version"])).is_some() {
        return Ok(());
    }
    println!("{name} is missing; adding it through rustup");
    run(&mut program("rustup", ["component", "add", name]))
}

/// The folder of `wasm-opt`: the one on the path, else npm's; else `None`, and Trunk fetches its own.
fn wasm_opt() -> Option<PathBuf> {
    let version = |path: &str| ask(Command::new(path).arg("--version"));
    let fits = |text: String| text.split_whitespace().any(|it| it == BINARYEN);
    if version("wasm-opt").is_some_and(fits) {
        return None;
    }
    let found =
        if has("node") && has("npm") { npm::BINARYEN.fetch() } else { Err(Failure::new("there is no npm")) };
    let folder = found.map(|it| it.parent().map(Path::to_path_buf));
    folder.unwrap_or_else(|failure| {
        println!("{}: Trunk will fetch wasm-opt {BINARYEN} by itself", failure.message);
        None
    })
}
