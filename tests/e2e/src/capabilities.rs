//! How a browser is started: quiet, without a network of its own, in one language.

use crate::Setup;
use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::Capabilities;
use xtask::browsers::{Browser, QUIET};

/// Chromium with a profile in this folder.
pub(crate) fn chromium(setup: &Setup, browser: &Browser, profile: &Path) -> Capabilities {
    let languages = setup.language.list();
    let (width, height) = setup.size;
    let mut flags: Vec<String> = QUIET.iter().map(|&it| it.to_owned()).collect();
    flags.extend([
        "--hide-scrollbars".to_owned(),
        format!("--user-data-dir={}", profile.display()),
        format!("--window-size={width},{height}"),
        format!("--lang={}", setup.language.code()),
        format!("--accept-lang={languages}"),
    ]);
    flags.extend(setup.flags.iter().cloned());
    let options = json!({
        "binary": browser.binary,
        "args": flags,
        "prefs": { "intl.accept_languages": languages, "intl.selected_languages": languages },
    });
    named(&[
        ("browserName", json!("chrome")),
        ("pageLoadStrategy", json!(if setup.eager { "eager" } else { "normal" })),
        ("goog:chromeOptions", options),
        ("goog:loggingPrefs", json!({ "browser": "ALL", "performance": "ALL" })),
    ])
}

/// Firefox with a profile in this folder and downloads in the other.
pub(crate) fn firefox(setup: &Setup, browser: &Browser, profile: &Path, downloads: &Path) -> Capabilities {
    let mut flags = vec!["-headless".to_owned(), "-profile".to_owned(), profile.display().to_string()];
    flags.extend(setup.flags.iter().cloned());
    let options = json!({
        "binary": browser.binary,
        "args": flags,
        "prefs": {
            "intl.accept_languages": setup.language.list(),
            // As in a person's Firefox; the driver would set it to false.
            "security.fileuri.strict_origin_policy": true,
            "browser.download.folderList": 2,
            "browser.download.dir": downloads,
            "browser.download.useDownloadDir": true,
            "browser.download.always_ask_before_handling_new_types": false,
            "browser.helperApps.neverAsk.saveToDisk": "application/json,text/csv,text/html,application/octet-stream",
        },
    });
    named(&[("browserName", json!("firefox")), ("moz:firefoxOptions", options)])
}

fn named(pairs: &[(&str, Value)]) -> Capabilities {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect::<serde_json::Map<_, _>>()
        .into()
}
