//! The page of the hosted site: policy, hashed names, checksums.

use super::source::{Source, text};
use super::{Site, WORKER, integrity, policy, short_hash};
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

/// Names the markup of the Log: one that a page kept is shown as long as the app still makes the same.
pub(super) fn markup(source: &Source) -> String {
    let pages: Vec<&str> =
        source.lines.iter().filter(|it| it.starts_with("<template ")).map(String::as_str).collect();
    short_hash(pages.concat().as_bytes())
}

/// Adds the page and the files with hashed names to the site.
pub(super) fn render(site: &mut Site, source: &Source, style: &str, module: &Module) -> Result<(), Failure> {
    let markup = markup(source);
    let early = source.copy("early.js")?;
    let first = source.copy("first.js")?;
    let boot = source.copy("boot.js")?;
    for name in ["early.js", "first.js", "boot.js"] {
        site.take(name);
    }
    let mut add = |stem: &str, extension: &str, bytes: &[u8]| {
        (site.add_hashed(stem, extension, bytes.to_vec()), integrity(bytes))
    };
    let (early, early_sum) = add("early", "js", early);
    let (first, first_sum) = add("first", "js", first);
    let (boot, boot_sum) = add("boot", "js", boot);
    let (style, style_sum) = add("app", "css", style.as_bytes());
    let (wasm, wasm_sum) = add("app", "wasm", &module.wasm);
    let (glue, glue_sum) = add("app", "js", module.glue.as_bytes());

    let page = source.page(|line| match line {
        "<html lang=\"en\">" => Some(format!("<html lang=\"en\" data-markup=\"{markup}\">")),
        "<script src=\"first.js\"></script>" => {
            Some(format!("<script src=\"{first}\" integrity=\"{first_sum}\"></script>"))
        }
        "<meta charset=\"utf-8\">" => Some(format!("{line}\n{}", policy::element(policy::POLICY))),
        "<script src=\"early.js\"></script>" => {
            // No preload of the wasm: reading and checking it would delay the first Log.
            Some(format!(
                "<script src=\"{early}\" integrity=\"{early_sum}\" data-js=\"{glue}\" data-wasm=\"{wasm}\" \
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
    for part in [&markup, &early, &first, &boot, &style] {
        if !page.contains(part.as_str()) {
            return Err(Failure::new(format!("index.html has no place for {part}")));
        }
    }
    site.set("index.html", page.into_bytes());
    Ok(())
}
