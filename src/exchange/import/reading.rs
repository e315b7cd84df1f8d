//! A column of dates, read cell after cell.

use super::date::Written;

/// Reads one cell after another: most tables are in order of days, and say each many times over.
#[derive(Debug)]
pub(crate) struct Reading {
    text: String,
    written: Written,
}

impl Default for Reading {
    fn default() -> Self {
        Self { text: String::new(), written: Written::EMPTY }
    }
}

impl Reading {
    /// What a cell says.
    pub(crate) fn of(&mut self, text: &str) -> Written {
        if self.text != text {
            self.text.clear();
            self.text.push_str(text);
            self.written = Written::read(text);
        }
        self.written
    }
}
