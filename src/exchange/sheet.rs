//! Text to records of cells, each with the line it begins on.
//!
//! The csv crate finds the cells; lines are counted here, because a record may
//! hold line breaks in quotes, and because a person who is told "row 14" opens
//! the file and looks at line 14, blank lines counted.

use super::import::Unreadable;
use csv::{ReaderBuilder, StringRecord};
use serde::Serialize;

/// The most records that are read, header and titles not counted.
pub const MAX_ROWS: usize = 200_000;

/// The most cells in a record: as many as a spreadsheet has columns.
const MAX_CELLS: usize = 16_384;

/// Quotes that never close are forgiven this often in one file; then quotes
/// are read as plain characters. Keeps a hostile file from costing more than
/// a few passes.
const MAX_RECOVERIES: u8 = 3;

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Separator {
    /// Usual where the decimal sign is a point.
    #[serde(rename = ",")]
    Comma,
    /// Usual where the decimal sign is a comma.
    #[serde(rename = ";")]
    Semicolon,
    /// Cells copied from a spreadsheet.
    #[serde(rename = "tab")]
    Tab,
}

impl Separator {
    /// In the order in which an even guess is decided.
    pub const ALL: [Self; 3] = [Self::Tab, Self::Semicolon, Self::Comma];

    /// The character itself.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// Refuses what is too long before any of it is parsed, in one pass.
///
/// # Errors
///
/// [`Unreadable::TooManyRows`] and [`Unreadable::TooManyColumns`].
pub fn check_size(text: &str) -> Result<(), Unreadable> {
    let (mut rows, mut cells, mut quoted) = (0_usize, 0_usize, false);
    let mut bytes = text.as_bytes().iter().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => quoted = !quoted,
            b'\r' if bytes.peek() == Some(&&b'\n') => {}
            b'\n' | b'\r' => {
                rows += usize::from(!quoted);
                cells = 0;
            }
            b',' | b';' | b'\t' => cells += 1,
            _ => {}
        }
        if cells > 3 * MAX_CELLS {
            return Err(Unreadable::TooManyColumns);
        }
    }
    // Rough: titles and blank lines are in it, what an odd quote hides is not.
    // The exact count is made while reading.
    if rows > 2 * MAX_ROWS { Err(Unreadable::TooManyRows) } else { Ok(()) }
}

/// `sep=;` on the first line, as Excel writes and obeys it: the separator (if
/// it is one of ours), and where the next line begins.
#[must_use]
pub fn directive(text: &str) -> Option<(Option<Separator>, Place)> {
    let line = text.split(['\n', '\r']).next()?;
    let bare = line.trim_matches('"');
    let rest = bare.get(..4).filter(|it| it.eq_ignore_ascii_case("sep=")).map(|_| &bare[4..])?;
    let separator = match rest.trim_end_matches(' ') {
        "," | ",," => Some(Separator::Comma),
        ";" | ";;" => Some(Separator::Semicolon),
        "\t" | "\\t" => Some(Separator::Tab),
        other if other.chars().count() <= 1 => None,
        _ => return None,
    };
    let ending = &text[line.len()..];
    let skipped = if ending.starts_with("\r\n") { 2 } else { usize::from(!ending.is_empty()) };
    Some((separator, Place { byte: line.len() + skipped, line: 2 }))
}

/// A place in the text from which reading can go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Offset of the next record.
    pub byte: usize,
    /// Its line, from 1.
    pub line: u32,
}

impl Place {
    /// The beginning.
    pub const START: Self = Self { byte: 0, line: 1 };
}

/// What stands on a line.
#[derive(Debug)]
pub enum Found<'r> {
    /// An empty line, with its number.
    Blank(u32),
    /// The cells of a record that begins on this line.
    Record(u32, &'r StringRecord),
}

/// Reads records one after another.
#[derive(Debug)]
pub struct Records<'t> {
    text: &'t str,
    separator: Separator,
    place: Place,
    reader: csv::Reader<&'t [u8]>,
    /// Where `reader` began.
    base: usize,
    record: StringRecord,
    recoveries: u8,
}

impl<'t> Records<'t> {
    /// Begins at `place`, which must come from [`Self::place`] of the same text.
    #[must_use]
    pub fn from(text: &'t str, separator: Separator, place: Place, recoveries: u8) -> Self {
        let place = Place { byte: place.byte.min(text.len()), ..place };
        // From the line break before: at its very start the reader would drop a byte order mark, which
        // stands there where files were joined, and read other cells than one that began earlier.
        let base = place.byte.saturating_sub(1);
        Self {
            text,
            separator,
            place,
            reader: reader(&text.as_bytes()[base..], separator, recoveries < MAX_RECOVERIES),
            base,
            record: StringRecord::new(),
            recoveries,
        }
    }

    /// Where the next record begins.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
    }

    /// How many quotes never closed so far.
    #[must_use]
    pub const fn recoveries(&self) -> u8 {
        self.recoveries
    }

    /// The next line or record, or `None` at the end.
    #[expect(clippy::should_implement_trait, reason = "it lends the record, which an iterator cannot")]
    pub fn next(&mut self) -> Option<Found<'_>> {
        let rest = &self.text.as_bytes()[self.place.byte..];
        let blank = match rest {
            [] => return None,
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
        let line = self.place.line;
        if blank > 0 {
            self.place = Place { byte: self.place.byte + blank, line: line + 1 };
            return Some(Found::Blank(line));
        }
        // The reader skips the blank lines just passed by itself. Text is valid
        // UTF-8 and cut at ASCII only, so this cannot fail.
        if !self.reader.read_record(&mut self.record).unwrap_or(false) {
            return None;
        }
        let start = self.place.byte;
        let end = self.base + usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        self.place = after(self.text, start, end.clamp(start, self.text.len()), line);
        if self.place.byte == self.text.len() && self.unclosed(start) {
            self.read_as_plain_line(start, line);
        }
        Some(Found::Record(line, &self.record))
    }

    /// Whether the last record ran into the end of the file inside quotes.
    fn unclosed(&self, start: usize) -> bool {
        if self.recoveries >= MAX_RECOVERIES {
            return false;
        }
        let (mut at_start, mut quoted) = (true, false);
        let mut bytes = self.text.as_bytes()[start..].iter().peekable();
        while let Some(&byte) = bytes.next() {
            if quoted {
                if byte == b'"' && bytes.next_if(|it| **it == b'"').is_none() {
                    quoted = false;
                }
            } else if byte == b'"' && at_start {
                quoted = true;
            }
            at_start = byte == self.separator.byte() && !quoted;
        }
        quoted
    }

    /// A quote that never closes would swallow the rest of the file: takes it
    /// for a character of its line, and goes on with the next one.
    fn read_as_plain_line(&mut self, start: usize, line: u32) {
        let rest = &self.text[start..];
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let mut plain = reader(&rest.as_bytes()[..length], self.separator, false);
        if !plain.read_record(&mut self.record).unwrap_or(false) {
            self.record.clear();
        }
        let place = after(self.text, start, start + length, line);
        let next = after(self.text, place.byte, place.byte + 1, place.line);
        let resumed = Self::from(self.text, self.separator, next, self.recoveries + 1);
        let record = std::mem::take(&mut self.record);
        *self = Self { record, ..resumed };
    }
}

/// The place after `end`, which stands behind a record, taking a line break
/// `\r\n` whole and counting the breaks passed.
fn after(text: &str, start: usize, end: usize, line: u32) -> Place {
    let bytes = text.as_bytes();
    let mut byte = end.min(bytes.len());
    if byte > start && bytes[byte - 1] == b'\r' && bytes.get(byte) == Some(&b'\n') {
        byte += 1;
    }
    let passed = &bytes[start.min(byte)..byte];
    let mut breaks = 0;
    for (i, it) in passed.iter().enumerate() {
        breaks += u32::from(*it == b'\n' || (*it == b'\r' && passed.get(i + 1) != Some(&b'\n')));
    }
    Place { byte, line: line.saturating_add(breaks) }
}

fn reader(bytes: &[u8], separator: Separator, quoting: bool) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.byte())
        .quoting(quoting)
        .from_reader(bytes)
}
