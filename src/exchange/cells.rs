//! A table of the screen as cells for a spreadsheet or a document: tab-separated, and HTML.

use super::export::neutralised;
use std::borrow::Cow;

/// Rows as tab-separated text, as spreadsheets paste it.
///
/// # Examples
///
/// ```
/// use callpace::exchange::cells::tsv;
///
/// let cells = |all: [&str; 2]| all.map(str::to_owned).to_vec();
/// let text = tsv(&cells(["List", "Rate"]), &[cells(["=Dentists", "30%"])]);
/// assert_eq!(text, "List\tRate\n'=Dentists\t30%\n");
/// ```
#[must_use]
pub fn tsv(head: &[String], rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in core::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        let cells: Vec<_> = row.iter().map(|it| in_one_line(it)).collect();
        text.push_str(&cells.iter().map(|it| neutralised(it)).collect::<Vec<_>>().join("\t"));
        text.push('\n');
    }
    text
}

/// The same as an HTML table, as documents and mail paste it.
#[must_use]
pub fn html(caption: &str, head: &[String], rows: &[Vec<String>]) -> String {
    let cell = |tag: &str, it: &String| format!("<{tag}>{}</{tag}>", escaped(&neutralised(&in_one_line(it))));
    let row = |tag: &str, row: &[String]| row.iter().map(|it| cell(tag, it)).collect::<String>();
    let body: Vec<_> = rows.iter().map(|it| row("td", it)).collect();
    format!(
        "<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody><tr>{}</tr></tbody></table>",
        escaped(caption),
        row("th", head),
        body.join("</tr><tr>")
    )
}

/// What separates cells or rows is a space within a cell.
fn in_one_line(cell: &str) -> Cow<'_, str> {
    let parts = |it: char| matches!(it, '\t' | '\n' | '\r');
    if cell.contains(parts) { Cow::Owned(cell.replace(parts, " ")) } else { Cow::Borrowed(cell) }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(all: &[&str]) -> Vec<String> {
        all.iter().map(|it| (*it).to_owned()).collect()
    }

    #[test]
    fn a_cell_stays_one_cell_and_no_formula() {
        let rows = [cells(&["a\tb\nc", "=1+1"]), cells(&["<b>&\"", "25%"])];
        assert_eq!(tsv(&cells(&["x", "y"]), &rows), "x\ty\na b c\t'=1+1\n<b>&\"\t25%\n");
        let html = html("1 < 2", &cells(&["x", "y"]), &rows);
        assert!(html.starts_with("<table><caption>1 &lt; 2</caption><thead><tr><th>x</th><th>y</th></tr>"));
        assert!(html.contains("<td>&lt;b&gt;&amp;&quot;</td>"), "{html}");
        assert!(html.contains("<td>'=1+1</td>"), "{html}");
    }
}
