//! What others say about a page: axe about who can use it, html-validate about its HTML.
//!
//! Both come from npm and lie in the cache of the tools (`xtask::npm`).

use crate::host::Folder;
use crate::{App, Fallible};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::npm::{self, Package};

/// What html-validate asks for.
const PRESETS: &[&str] = &["html-validate:recommended", "html-validate:document", "html-validate:a11y"];

/// Rules about how a source is written that a browser, which writes the drawn page, does not know.
const NOT_OF_THE_DRAWN: &[(&str, &str)] = &[
    ("attribute-boolean-style", "a browser writes `disabled` as `disabled=\"\"`"),
    ("attribute-empty-style", "and `crossorigin` as `crossorigin=\"\"`"),
    (
        "no-inline-style",
        "a browser writes as an attribute what the app sets as a property, as the policy asks",
    ),
];

fn tool(package: &Package) -> Fallible<PathBuf> {
    package.cached().ok_or_else(|| "not fetched yet: `cargo xtask test` does that".into())
}

impl App {
    /// What axe, with all its rules, finds on the page as it is now.
    ///
    /// # Errors
    ///
    /// If axe is missing or does not run.
    pub async fn axe(&self) -> Fallible<Vec<String>> {
        // What is made a while later is judged too.
        self.make_folded().await?;
        if !self.run::<bool>("return 'axe' in window").await? {
            // Through the driver, which the page's policy does not bind.
            let script = fs::read_to_string(tool(&npm::AXE)?)?;
            self.run::<()>(&script).await?;
        }
        self.run_async(
            "axe.run(document, { resultTypes: ['violations'] }).then(it => done(it.violations.flatMap(\
                broken => broken.nodes.map(node => `${broken.id} at ${node.target.join(' ')}: \
                ${node.failureSummary.replace(/\\s+/g, ' ')}`))), error => done([String(error)]))",
        )
        .await
    }

    /// The document as it is now, as HTML.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn html(&self) -> Fallible<String> {
        self.make_folded().await?;
        self.run("return '<!DOCTYPE html>\\n' + document.documentElement.outerHTML").await
    }
}

/// What html-validate finds in these pages, each with a name; `drawn` if a browser has written them.
///
/// # Errors
///
/// If it is missing or does not run.
pub fn validate(pages: &[(String, String)], drawn: bool) -> Fallible<Vec<String>> {
    let folder = Folder::new("html")?;
    let off = if drawn { NOT_OF_THE_DRAWN } else { &[] };
    let rules: Map<String, Value> = off.iter().map(|it| (it.0.to_owned(), json!("off"))).collect();
    let config = folder.path().join("config.json");
    let report = folder.path().join("report.json");
    fs::write(&config, json!({ "root": true, "extends": PRESETS, "rules": rules }).to_string())?;
    let mut check = Command::new("node");
    check.arg(tool(&npm::HTML_VALIDATE)?).args(["--config"]).arg(&config);
    // Into a file: a pipe it would leave half written.
    check.arg(format!("--formatter=json={}", report.display()));
    for (number, (_, html)) in pages.iter().enumerate() {
        let page = folder.path().join(format!("{number}.html"));
        fs::write(&page, html)?;
        check.arg(page);
    }
    let output = check.output()?;
    let report =
        fs::read(report).map_err(|error| format!("{error}: {}", String::from_utf8_lossy(&output.stderr)))?;
    let report: Vec<Value> = serde_json::from_slice(&report)?;
    Ok(report.iter().flat_map(|page| findings(page, pages)).collect())
}

/// The findings of one page of the report.
fn findings(report: &Value, pages: &[(String, String)]) -> Vec<String> {
    let number = Path::new(report["filePath"].as_str().unwrap_or_default())
        .file_stem()
        .and_then(|it| it.to_str()?.parse::<usize>().ok());
    let name = number.and_then(|it| pages.get(it)).map_or("?", |it| &it.0);
    let messages = report["messages"].as_array().into_iter().flatten();
    messages.map(|it| format!("{name}: {} at {}: {}", it["ruleId"], it["selector"], it["message"])).collect()
}
