//! `docs/soak.md`: what came of the last run of each part.

use super::{NOT_RUN, PARTS, Part};
use crate::day::today;
use crate::place;
use crate::shell::{Outcome, ask, program, spell};
use std::time::Duration;
use std::{fs, io};

const HEAD: &str = "# The long runs\n\n\
    Written by `cargo xtask soak`; `cargo xtask soak tabs kills` runs these parts alone and replaces their \
    sections alone. What each part does is said in `xtask/src/soak` and `tests/e2e/tests/soak_*.rs`.\n";

/// What came of a part.
pub(super) struct Section<'a> {
    pub(super) part: &'a Part,
    pub(super) figures: &'a str,
    pub(super) outcome: &'a Outcome,
    pub(super) took: Duration,
}

impl Section<'_> {
    fn text(&self) -> String {
        // Folders of this machine tell others nothing.
        let here = format!("{}/", place::root().display());
        let verdict = match self.outcome {
            Err(failure) => format!("**FAILED: {}**", failure.message.replace(&here, "")),
            Ok(()) if self.figures.starts_with(NOT_RUN) => "not run".to_owned(),
            Ok(()) => "passed".to_owned(),
        };
        format!(
            "{}\n{}, {}, {}: {verdict}.\n\n{}\n",
            heading(self.part),
            today().map_or_else(|it| it.message, |it| it.to_string()),
            commit(),
            spell(self.took),
            self.figures.replace(&here, "").trim()
        )
    }
}

fn heading(part: &Part) -> String {
    format!("## {}: {}\n", part.name, part.title)
}

/// The commit, and whether anything but the paper itself differs from it.
fn commit() -> String {
    let name = ask(&mut program("git", ["rev-parse", "--short", "HEAD"]));
    let changes = ask(&mut program("git", ["status", "--porcelain", "--", ".", ":!docs/soak.md"]));
    let name = name.map_or_else(|| "no commit".to_owned(), |it| format!("commit {it}"));
    if changes.is_none_or(|it| it.is_empty()) { name } else { format!("{name} with changes") }
}

/// Puts the section into the paper, in place of the last one of that part.
pub(super) fn write(section: &Section<'_>) -> io::Result<()> {
    let path = place::root().join("docs/soak.md");
    // Of the first run there is none.
    let old = fs::read_to_string(&path).unwrap_or_default();
    fs::write(path, replaced(&old, section.part.name, &section.text()))
}

/// The paper with all parts in their order, one of them with another text.
fn replaced(old: &str, name: &str, text: &str) -> String {
    let kept = |part: &Part| {
        let from = old.find(&heading(part))?;
        let rest = &old[from..];
        let to = rest[3..].find("\n## ").map_or(rest.len(), |it| it + 4);
        Some(format!("{}\n", rest[..to].trim_end()))
    };
    let sections = PARTS.iter().map(|part| {
        if part.name == name {
            return text.to_owned();
        }
        kept(part).unwrap_or_else(|| format!("{}\n{NOT_RUN} yet.\n", heading(part)))
    });
    let all: Vec<String> = std::iter::once(HEAD.to_owned()).chain(sections).collect();
    format!("{}\n", all.join("\n").trim_end())
}

#[cfg(test)]
mod tests {
    use super::{NOT_RUN, PARTS, heading, replaced};

    #[test]
    fn a_part_replaces_its_own_section_only() {
        let new = |at: usize, text: &str| format!("{}\n{text}\n", heading(&PARTS[at]));
        let first = replaced("", PARTS[2].name, &new(2, "two"));
        assert_eq!(first.matches(NOT_RUN).count(), PARTS.len() - 1);
        let second = replaced(&first, PARTS[0].name, &new(0, "zero\n\n| a |\n|---|"));
        let third = replaced(&second, PARTS[2].name, &new(2, "two again"));
        assert!(third.contains("zero\n\n| a |\n|---|\n\n## ") && third.contains("\ntwo again\n"));
        assert!(!third.contains("\ntwo\n"));
        assert_eq!(third.matches("\n## ").count(), PARTS.len());
        // The same again changes nothing.
        assert_eq!(replaced(&third, PARTS[2].name, &new(2, "two again")), third);
    }
}
