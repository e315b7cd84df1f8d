//! Reads `index.html`, the one list of what the site is made of.

use crate::shell::Failure;
use std::fs;
use std::path::Path;

/// The page and the files it names.
#[derive(Debug)]
pub(super) struct Source {
    /// The page, line by line, without what is Trunk's; what `data-from` names is in its element.
    pub(super) lines: Vec<String>,
    /// The style sheets, in the order of the page.
    pub(super) styles: Vec<String>,
    /// The files copied as they are: name and content.
    pub(super) copies: Vec<(String, Vec<u8>)>,
}

impl Source {
    /// Reads the page and all that its `data-trunk` links name.
    pub(super) fn read(root: &Path) -> Result<Self, Failure> {
        let read = |path: &str| {
            fs::read(root.join(path))
                .map_err(|error| Failure::new(format!("index.html names {path}: {error}")))
        };
        let page = text(read("index.html")?)?;
        let mut source = Self { lines: Vec::new(), styles: Vec::new(), copies: Vec::new() };
        for line in page.lines() {
            let comment = line.trim_start().starts_with("<!--");
            if !line.contains("data-trunk") {
                if let Some(from) = attribute(line, "data-from") {
                    let content = text(read(from)?)?;
                    let whole = line.trim_start().replace(&format!(" data-from=\"{from}\""), "");
                    source.lines.push(whole.replace("></", &format!(">{}</", content.trim_end())));
                } else if !comment {
                    source.lines.push(line.trim_start().to_owned());
                }
                continue;
            }
            match (attribute(line, "rel"), attribute(line, "href")) {
                (Some("css"), Some(href)) => source.styles.push(text(read(href)?)?),
                (Some("copy-file"), Some(href)) => {
                    let name = href.rsplit('/').next().unwrap_or(href);
                    source.copies.push((name.to_owned(), read(href)?));
                }
                (Some("rust"), _) => {}
                _ => return Err(Failure::new(format!("index.html: not understood: {}", line.trim()))),
            }
        }
        Ok(source)
    }

    /// A file copied as it is.
    pub(super) fn copy(&self, name: &str) -> Result<&[u8], Failure> {
        let found = self.copies.iter().find(|(it, _)| it == name);
        found
            .map(|(_, bytes)| bytes.as_slice())
            .ok_or_else(|| Failure::new(format!("index.html does not copy {name}")))
    }

    /// The page, with lines replaced: `swap` gives the new text for a line it knows.
    pub(super) fn page(&self, swap: impl Fn(&str) -> Option<String>) -> String {
        self.lines
            .iter()
            .map(|line| swap(line).unwrap_or_else(|| line.clone()))
            .filter(|it| !it.is_empty())
            .fold(String::new(), |mut page, line| {
                page.push_str(&line);
                page.push('\n');
                page
            })
    }
}

/// The value of an attribute in a line of HTML with double quotes.
pub(super) fn attribute<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// Bytes that must be UTF-8.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| Failure::new(error.to_string()))
}
