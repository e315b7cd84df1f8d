//! Response headers in the form that Netlify and Cloudflare Pages read.
//!
//! The page carries its policy itself; the headers add what only a header can
//! say, and let hashed files be kept for ever.

use super::{Site, policy};

pub(super) const FILE: &str = "_headers";

/// The headers of the site as it now is.
pub(super) fn render(site: &Site) -> String {
    let mut rules =
        vec!["/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n".to_owned()];
    // Not for every path: the single file has a policy of its own.
    rules.extend(["/", "/index.html"].map(|page| {
        format!("{page}\n  Content-Security-Policy: {}; frame-ancestors 'none'\n", policy::POLICY)
    }));
    let hashed = site.files().keys().filter(|it| is_hashed(it));
    rules.extend(
        hashed.map(|name| format!("/{name}\n  Cache-Control: public, max-age=31536000, immutable\n")),
    );
    rules.join("\n")
}

/// Whether the name ends in a hash: `app-0123456789ab.js`.
fn is_hashed(name: &str) -> bool {
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, it)| it.len() == 12 && it.bytes().all(|it| it.is_ascii_hexdigit()))
}
