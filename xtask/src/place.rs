//! The folders of the project and of the tools.

use std::env;
use std::path::{Path, PathBuf};

/// The folder of the workspace.
///
/// # Panics
///
/// Never: this file is part of the workspace's `xtask` folder.
#[must_use]
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or_else(|| Path::new("."))
}

/// Where cargo builds.
#[must_use]
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |it| root().join(it))
}

/// What Trunk leaves of a release build.
#[must_use]
pub fn trunk_output() -> PathBuf {
    target().join("site")
}

/// The site as it is hosted: `$CALLPACE_DIST`, else `dist/`.
#[must_use]
pub fn dist() -> PathBuf {
    env::var_os("CALLPACE_DIST").map_or_else(|| root().join("dist"), |it| root().join(it))
}

/// The tools of this user, shared by all checkouts, one folder per tool and version:
/// `$CALLPACE_TOOLS`, else `$XDG_CACHE_HOME/callpace/tools`, else `~/.cache/callpace/tools`.
#[must_use]
pub fn tools() -> PathBuf {
    let cache = || env::var_os("XDG_CACHE_HOME").filter(|it| !it.is_empty()).map(PathBuf::from);
    env::var_os("CALLPACE_TOOLS")
        .map(PathBuf::from)
        .or_else(|| cache().map(|it| it.join("callpace/tools")))
        .or_else(|| env::home_dir().map(|it| it.join(".cache/callpace/tools")))
        .unwrap_or_else(|| target().join("tools"))
}

/// `path` with `folders` searched before everything else.
#[must_use]
pub fn search_path(folders: &[PathBuf]) -> std::ffi::OsString {
    let before = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.iter().cloned().chain(env::split_paths(&before))).unwrap_or(before)
}
