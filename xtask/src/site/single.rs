//! The whole app in one file that opens from a disk: `callpace.html`.

use super::page::{Module, markup};
use super::policy;
use super::source::{Source, text};
use crate::shell::Failure;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

const SCRIPT: &str = include_str!("single.js");

/// The page with everything in it.
pub(super) fn render(source: &Source, style: &str, module: &Module) -> Result<String, Failure> {
    let (glue, init) = classic(&module.glue)?;
    let script = unbreakable(&SCRIPT.replace("{{glue}}", &glue).replace("{{init}}", &init));
    let early = unbreakable(&text(source.copy("early.js")?.to_vec())?);
    let first = unbreakable(&text(source.copy("first.js")?.to_vec())?);
    let policy = policy::element(&policy::of_single(&[&early, &first, &script], style));
    let markup = markup(source);
    let wasm = STANDARD.encode(miniz_oxide::deflate::compress_to_vec(&module.wasm, 10));
    Ok(source.page(|line| {
        let named = |start: &str| line.starts_with(start).then(String::new);
        match line {
            "<html lang=\"en\">" => Some(format!("<html lang=\"en\" data-markup=\"{markup}\" data-single>")),
            "<meta charset=\"utf-8\">" => Some(format!("{line}\n{policy}")),
            "<script src=\"early.js\"></script>" => Some(format!("<script>{early}</script>")),
            "<script src=\"first.js\"></script>" => Some(format!("<script>{first}</script>")),
            "</head>" => Some(format!("<style>{style}</style>\n{line}")),
            "</body>" => Some(format!(
                "<script type=\"text/plain\" id=\"wasm\">{wasm}</script>\n<script>{script}</script>\n{line}"
            )),
            // Files beside the page, which has none.
            _ => named("<link rel=\"manifest\"").or_else(|| named("<link rel=\"apple-touch-icon\"")),
        }
    }))
}

/// The glue as the body of a function, and the name of the function that starts the app.
fn classic(glue: &str) -> Result<(String, String), Failure> {
    let unexpected =
        |line: &str| Failure::new(format!("the glue has a line that the single file cannot hold: {line}"));
    let mut init = None;
    let mut body = String::with_capacity(glue.len());
    for line in glue.lines() {
        let line = line.replace("import.meta.url", "document.baseURI");
        let declared = line.strip_prefix("export ");
        match declared {
            Some(rest)
                if ["function ", "class ", "async ", "const "].iter().any(|it| rest.starts_with(it)) =>
            {
                body.push_str(rest);
            }
            Some(rest) => {
                let names = rest.trim_matches(|it: char| "{}; ".contains(it)).split(',');
                init = init.or_else(|| {
                    names.clone().find_map(|it| it.trim().strip_suffix(" as default")).map(str::to_owned)
                });
                if !rest.starts_with('{') {
                    return Err(unexpected(&line));
                }
            }
            None if line.starts_with("import ") => return Err(unexpected(&line)),
            None => body.push_str(&line),
        }
        body.push('\n');
    }
    init.map(|init| (body, init)).ok_or_else(|| Failure::new("the glue exports no default"))
}

/// The script without anything that would end its element.
fn unbreakable(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

#[cfg(test)]
mod tests {
    use super::classic;

    #[test]
    fn exports_go_and_the_default_is_found() {
        let glue = "let wasm;\nexport class A {}\nconst u = import.meta.url;\nexport { initSync, __wbg_init as default };\n";
        let (body, init) = classic(glue).expect("a glue of the usual form");
        assert_eq!(init, "__wbg_init");
        assert_eq!(body, "let wasm;\nclass A {}\nconst u = document.baseURI;\n\n");
    }

    #[test]
    fn a_glue_that_imports_is_refused() {
        assert!(classic("import { a } from './snippets/a.js';\nexport default init;\n").is_err());
    }
}
