//! What the page may do: nothing but read its own files.

use super::integrity;

/// The Content-Security-Policy of the hosted page.
///
/// `wasm-unsafe-eval` lets WebAssembly compile, and nothing else be evaluated.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// The policy of the single file: the scripts and the style with these very texts, and no request at all.
pub(super) fn of_single(scripts: &[&str], style: &str) -> String {
    let scripts: Vec<String> = scripts.iter().map(|it| format!("'{}'", integrity(it.as_bytes()))).collect();
    let scripts = scripts.join(" ");
    let style = integrity(style.as_bytes());
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' {scripts}; style-src '{style}'; img-src data: blob:; \
         base-uri 'none'; form-action 'none'"
    )
}

/// The policy as an element of the page.
pub(super) fn element(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}
