//! Joins the style sheets: one request instead of one per part, comments left out.

/// The sheets in their order as one.
pub(super) fn join(sheets: &[String]) -> String {
    let mut joined = String::new();
    for sheet in sheets {
        let bare = without_comments(sheet);
        for line in bare.lines().map(str::trim).filter(|it| !it.is_empty()) {
            joined.push_str(line);
            joined.push('\n');
        }
    }
    joined
}

/// Drops `/* … */`, except within quotes.
fn without_comments(sheet: &str) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut quote = None;
    let mut rest = sheet.chars();
    while let Some(it) = rest.next() {
        match quote {
            Some('*') => {
                if it == '*' && rest.as_str().starts_with('/') {
                    rest.next();
                    quote = None;
                }
                continue;
            }
            Some(open) if it == open => quote = None,
            Some(_) if it == '\\' => {
                kept.push(it);
                kept.extend(rest.next());
                continue;
            }
            None if it == '/' && rest.as_str().starts_with('*') => {
                rest.next();
                quote = Some('*');
                continue;
            }
            None if it == '"' || it == '\'' => quote = Some(it),
            Some(_) | None => {}
        }
        kept.push(it);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn comments_go_and_quotes_stay() {
        let sheet = "/* a */\n.a { content: \"/* \\\" */\"; } /* b\n c */ .b { color: red } /**/\n";
        assert_eq!(join(&[sheet.to_owned()]), ".a { content: \"/* \\\" */\"; }  .b { color: red }\n");
    }
}
