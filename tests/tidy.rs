//! What the compiler does not check: the shape of the project itself.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a file that cannot be read is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};

/// The longest file of code: one subject fits.
const MAX_LINES: usize = 400;

/// What a module of each folder may name with `crate::`; the compiler cannot keep it within one crate.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &["domain"]),
    ("journal", &["journal", "domain"]),
    ("app", &["app", "journal", "domain"]),
    ("text", &["text", "app", "journal", "domain"]),
    ("drawing", &["drawing", "text", "app", "domain"]),
    ("exchange", &["exchange", "app", "journal", "domain"]),
    ("browser", &["browser", "drawing", "app", "journal", "domain"]),
    ("ui", &["ui", "text", "drawing", "exchange", "browser", "app", "journal", "domain"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file with this ending under a folder, sorted, with its text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path, found) } else { found.push(path) }
        }
    }
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    paths.retain(|it| it.extension().is_some_and(|it| it == ending));
    paths.sort();
    let named = |path: &PathBuf| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
    paths.iter().map(|path| (named(path), fs::read_to_string(path).unwrap())).collect()
}

/// Every Rust file of the project.
fn rust() -> Vec<(String, String)> {
    ["src", "xtask/src", "xtask/bench", "tests", "benches/benches", "fuzz/fuzz_targets"]
        .iter()
        .flat_map(|folder| files(folder, "rs"))
        .collect()
}

/// Fails with every finding at once.
fn assert_none(what: &str, findings: &[String]) {
    assert!(findings.is_empty(), "{what}:\n  {}", findings.join("\n  "));
}

/// The lines with this text, comments left out, as `file:line`.
fn lines_with(sources: &[(String, String)], needle: &str) -> Vec<String> {
    let code = |line: &str| !line.trim_start().starts_with("//") && line.contains(needle);
    let hits = |(name, text): &(String, String)| {
        let lines = text.lines().enumerate().filter(|(_, line)| code(line));
        lines.map(|(at, line)| format!("{name}:{}: {}", at + 1, line.trim())).collect::<Vec<_>>()
    };
    sources.iter().flat_map(hits).collect()
}

#[test]
fn every_module_says_what_it_is() {
    let silent = |(name, text): (String, String)| (!text.starts_with("//!")).then_some(name);
    assert_none(
        "files that do not begin with //!",
        &rust().into_iter().filter_map(silent).collect::<Vec<_>>(),
    );
}

#[test]
fn every_file_has_one_subject() {
    let long = |(name, text): (String, String)| {
        let lines = text.lines().count();
        (lines > MAX_LINES).then(|| format!("{name}: {lines} lines"))
    };
    let code = ["src", "xtask/src"].iter().flat_map(|folder| files(folder, "rs"));
    assert_none("files too long to have one subject", &code.filter_map(long).collect::<Vec<_>>());
}

#[test]
fn imports_go_one_way() {
    let mut wrong = Vec::new();
    for (layer, allowed) in LAYERS {
        for (name, text) in files(&format!("src/{layer}"), "rs") {
            for named in crate_paths(&text).into_iter().filter(|it| !allowed.contains(&it.as_str())) {
                wrong.push(format!("{name}: {layer} names {named}"));
            }
        }
    }
    assert_none("imports against the direction", &wrong);
}

/// The modules that a file reaches through `crate::`, grouped imports (`crate::{a::B, c}`) included.
fn crate_paths(text: &str) -> Vec<String> {
    let code: String =
        text.lines().filter(|it| !it.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let name =
        |it: &str| it.trim().chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect::<String>();
    let after = code.split("crate::").skip(1);
    let names = after.flat_map(|rest| match rest.strip_prefix('{') {
        None => vec![name(rest)],
        Some(group) => top_level(group).into_iter().map(name).collect(),
    });
    names.filter(|it| !it.is_empty()).collect()
}

/// The parts of a group up to its closing brace, inner groups kept whole.
fn top_level(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, it) in group.char_indices() {
        match it {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                parts.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        if it == '}' && start > at {
            break;
        }
    }
    parts
}

#[test]
fn grouped_imports_are_seen_through() {
    let text = "use crate::{a::{B, C}, d};\nuse crate::e::F;\n// use crate::g;\nfn h() -> crate::i::J {}";
    assert_eq!(crate_paths(text), ["a", "d", "e", "i"]);
}

#[test]
fn nothing_that_the_policy_forbids() {
    let ui = files("src/ui", "rs");
    let mut found = lines_with(&ui, "style=");
    // The property `style:width=` is fine: it goes through the object model.
    found.retain(|it| !it.contains(" data-style="));
    found.extend(lines_with(&files("src", "rs"), "inner_html"));
    assert_none("blocked by the policy of the page", &found);
}

#[test]
fn no_unsafe_and_no_debris() {
    let sources: Vec<_> = rust().into_iter().filter(|(name, _)| name != "tests/tidy.rs").collect();
    let words = ["unsafe ", "TODO", "FIXME", "#[allow(", "#![allow("];
    assert_none(
        "not in this project",
        &words.iter().flat_map(|it| lines_with(&sources, it)).collect::<Vec<_>>(),
    );
}

#[test]
fn every_style_sheet_is_linked() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let links: Vec<_> = page.lines().filter(|it| it.contains("rel=\"css\"")).collect();
    let linked = |name: &str| links.iter().any(|it| it.contains(&format!("href=\"{name}\"")));
    let missing: Vec<_> =
        files("style", "css").into_iter().map(|(name, _)| name).filter(|it| !linked(it)).collect();
    assert_none("style sheets that index.html does not link", &missing);
    assert!(
        links.first().is_some_and(|it| it.contains("style/tokens.css")),
        "tokens.css fixes the cascade: link it first"
    );
}

#[test]
fn one_wasm_bindgen_everywhere() {
    let read = |name: &str| fs::read_to_string(root().join(name)).unwrap();
    let (manifest, trunk, tools) = (read("Cargo.toml"), read("Trunk.toml"), read("xtask/src/tools.rs"));
    let version = manifest.split("\nwasm-bindgen = \"=").nth(1).and_then(|it| it.split('"').next()).unwrap();
    assert!(trunk.contains(&format!("wasm_bindgen = \"{version}\"")), "Trunk.toml: not {version}");
    assert!(tools.contains(&format!("version: \"{version}\"")), "xtask/src/tools.rs: not {version}");
}
