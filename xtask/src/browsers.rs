//! The browsers that the tests drive, found or installed.

use crate::apt;
use crate::shell::{Outcome, is_ci};
use crate::tools::CargoTool;
use std::env;
use std::path::{Path, PathBuf};

const GECKODRIVER: CargoTool = CargoTool {
    krate: "geckodriver",
    folder: "geckodriver",
    version: "0.37.1",
    binary: "geckodriver",
    patience: "3 to 5 minutes",
};

/// A browser and the program that drives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    /// The browser itself.
    pub binary: PathBuf,
    /// Its `WebDriver` server.
    pub driver: PathBuf,
}

/// What keeps Chromium quiet: no window, and nothing that it does for itself.
pub const QUIET: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-sync",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--force-device-scale-factor=1",
];

/// Chromium and `chromedriver`, if both are there.
///
/// `$CHROMIUM` and `$CHROMEDRIVER` name others than the ones on the path.
#[must_use]
pub fn chromium() -> Option<Browser> {
    let binary = find("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "chrome"])?;
    let driver =
        find("CHROMEDRIVER", &["chromedriver"]).or_else(|| in_folder("CHROMEWEBDRIVER", "chromedriver"))?;
    Some(Browser { binary, driver })
}

/// Firefox and `geckodriver`, if both are there.
///
/// `$FIREFOX` and `$GECKODRIVER` name others than the ones on the path and in the cache.
#[must_use]
pub fn firefox() -> Option<Browser> {
    let binary = firefox_binary()?;
    let driver = find("GECKODRIVER", &["geckodriver"])
        .or_else(|| in_folder("GECKOWEBDRIVER", "geckodriver"))
        .or_else(|| GECKODRIVER.cached())?;
    Some(Browser { binary, driver })
}

fn firefox_binary() -> Option<PathBuf> {
    find("FIREFOX", &["firefox-esr", "firefox"])
}

/// Installs what is missing where it may.
///
/// # Errors
///
/// Under a CI, if anything is still missing; elsewhere a line says what to install.
pub(crate) fn ensure() -> Outcome {
    if chromium().is_none() || firefox_binary().is_none() {
        install();
    }
    if firefox().is_none() && firefox_binary().is_some() {
        GECKODRIVER.ensure()?;
    }
    let missing = [
        chromium().is_none().then_some("Chromium with chromedriver"),
        firefox().is_none().then_some("Firefox (ESR will do) with geckodriver"),
    ];
    for name in missing.into_iter().flatten() {
        let line = format!(
            "{name} is missing: install it, or name it (CHROMIUM, CHROMEDRIVER, FIREFOX, GECKODRIVER)"
        );
        if is_ci() {
            return Err(line.into());
        }
        println!("{line}");
    }
    Ok(())
}

/// Through apt, where there is one.
fn install() {
    let (chrome, fox): (&[_], &[_]) = if apt::is_ubuntu() {
        (&["chromium-browser", "chromium-chromedriver"], &["firefox"])
    } else {
        (&["chromium", "chromium-driver"], &["firefox-esr"])
    };
    let chrome = if chromium().is_none() { chrome } else { &[] };
    let fox = if firefox_binary().is_none() { fox } else { &[] };
    apt::install(&[chrome, fox].concat());
}

/// What the variable names, else the first of the names on the path.
fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(named) = env::var_os(variable) {
        return Some(PathBuf::from(named)).filter(|it| it.is_file());
    }
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().find_map(|name| folders.iter().map(|it| it.join(name)).find(|it| it.is_file()))
}

/// The folder that the variable names holds drivers: so do the machines of GitHub.
fn in_folder(variable: &str, name: &str) -> Option<PathBuf> {
    env::var_os(variable).map(|it| Path::new(&it).join(name)).filter(|it| it.is_file())
}
