//! The service worker, with the list of the site's files and their checksums.

use super::{Site, integrity, short_hash};

const SCRIPT: &str = include_str!("worker.js");

/// The worker for the site as it now is.
pub(super) fn render(site: &Site) -> String {
    let list: Vec<String> = site
        .kept()
        .map(|(name, bytes)| {
            // Hosts redirect from index.html to its folder, and a page may not come from a redirect.
            let path = if name == "index.html" { "./" } else { name };
            format!("  ['{path}', '{}'],\n", integrity(bytes))
        })
        .collect();
    let list = list.concat();
    SCRIPT.replace("{{version}}", &short_hash(list.as_bytes())).replace("{{files}}", &format!("[\n{list}]"))
}
