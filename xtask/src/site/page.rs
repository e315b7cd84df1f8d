//! The page of the hosted site: policy, hashed names, checksums.

use super::source::{Source, text};
use super::{Site, WORKER, integrity, policy};
use crate::shell::Failure;

/// The app as Trunk built it.
#[derive(Debug)]
pub(super) struct Module {
    /// The wasm-bindgen glue, an ES module.
    pub(super) glue: String,
    pub(super) wasm: Vec<u8>,
}

impl Module {
    /// Finds the wasm and its glue in Trunk's output.
    pub(super) fn find(built: &Site) -> Result<Self, Failure> {
        let missing = || Failure::new("Trunk left no wasm with its glue");
        let (name, wasm) =
            built.files().iter().find(|(name, _)| name.ends_with("_bg.wasm")).ok_or_else(missing)?;
        let glue = built.files().get(&name.replace("_bg.wasm", ".js")).ok_or_else(missing)?;
        Ok(Self { glue: text(glue.clone())?, wasm: wasm.clone() })
    }
}

/// Adds the page and the files with hashed names to the site.
pub(super) fn render(site: &mut Site, source: &Source, style: &str, module: &Module) -> Result<(), Failure> {
    let early = source.copy("early.js")?;
    let boot = source.copy("boot.js")?;
    for name in ["early.js", "boot.js"] {
        site.take(name);
    }
    let mut add = |stem: &str, extension: &str, bytes: &[u8]| {
        (site.add_hashed(stem, extension, bytes.to_vec()), integrity(bytes))
    };
    let (early, early_sum) = add("early", "js", early);
    let (boot, boot_sum) = add("boot", "js", boot);
    let (style, style_sum) = add("app", "css", style.as_bytes());
    let (wasm, wasm_sum) = add("app", "wasm", &module.wasm);
    let (glue, glue_sum) = add("app", "js", module.glue.as_bytes());

    let page = source.page(|line| match line {
        "<meta charset=\"utf-8\">" => Some(format!("{line}\n{}", policy::element(policy::POLICY))),
        "<script src=\"early.js\"></script>" => {
            // Asked for before the script is there that compiles it.
            Some(format!(
                "<link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
                 <script src=\"{early}\" integrity=\"{early_sum}\" data-js=\"{glue}\" data-wasm=\"{wasm}\" \
                 data-integrity=\"{wasm_sum}\" data-worker=\"{WORKER}\"></script>"
            ))
        }
        "</head>" => Some(format!(
            "<link rel=\"stylesheet\" href=\"{style}\" integrity=\"{style_sum}\">\n\
             <link rel=\"modulepreload\" href=\"{glue}\" integrity=\"{glue_sum}\">\n\
             <script type=\"module\" src=\"{boot}\" integrity=\"{boot_sum}\"></script>\n{line}"
        )),
        _ => None,
    });
    for part in [&early, &boot, &style] {
        if !page.contains(part.as_str()) {
            return Err(Failure::new(format!("index.html has no place for {part}")));
        }
    }
    site.set("index.html", page.into_bytes());
    Ok(())
}
