//! What a part has to show, in Markdown, and where a test leaves it for the command.

use crate::place;
use std::path::PathBuf;
use std::{fs, io};

fn path(part: &str) -> PathBuf {
    place::target().join("soak").join(format!("{part}.md"))
}

/// Keeps the figures of a part for the command that runs it.
///
/// # Errors
///
/// If the file cannot be written.
pub fn keep(part: &str, text: &str) -> io::Result<()> {
    println!("{text}");
    let path = path(part);
    fs::create_dir_all(path.parent().unwrap_or(&path))?;
    fs::write(path, text)
}

/// No figures of an earlier run.
pub(super) fn forget(part: &str) {
    // There may be none.
    drop(fs::remove_file(path(part)));
}

/// The figures that were kept.
pub(super) fn kept(part: &str) -> String {
    fs::read_to_string(path(part)).unwrap_or_default()
}

/// Adds a line.
pub(crate) fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}
