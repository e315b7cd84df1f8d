//! Bytes of a file to text: UTF-8, UTF-16 and Windows-1251.
//!
//! A byte order mark decides. Without one, UTF-16 shows itself by its zero
//! bytes, then UTF-8 is tried, and what is left is Windows-1251, since that
//! accepts every byte. Own table, because `encoding_rs` costs 97 KB of wasm.

use super::import::Unreadable;
use serde::Serialize;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// How the characters of a file are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Encoding {
    /// One to four bytes a character.
    #[serde(rename = "utf-8")]
    Utf8,
    /// Two or four bytes, the lower first ("Unicode text" of Excel).
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// Two or four bytes, the higher first.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// One byte, Cyrillic: what Excel writes in a Russian Windows.
    #[serde(rename = "windows-1251")]
    Windows1251,
}

/// A file as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Without the byte order mark.
    pub text: String,
    /// As told by the mark, or guessed.
    pub encoding: Encoding,
    /// Whether the file began with a byte order mark.
    pub bom: bool,
}

/// Reads the bytes as text.
///
/// Bytes that no character has become U+FFFD, so that one broken letter in a
/// comment does not cost the file.
///
/// # Errors
///
/// [`Unreadable::TooLarge`] over [`MAX_BYTES`], [`Unreadable::Empty`] when only
/// white space is there, [`Unreadable::Workbook`] for the files of Excel and
/// `LibreOffice` themselves, [`Unreadable::NotText`] for pictures and the like.
///
/// # Examples
///
/// ```
/// use callpace::exchange::decode::{Encoding, decode};
///
/// let found = decode(&[0xC4, 0xE0, 0xF2, 0xE0]).unwrap();
/// assert_eq!((found.text.as_str(), found.encoding), ("Дата", Encoding::Windows1251));
/// ```
pub fn decode(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    decode_as(bytes, None)
}

/// Reads the bytes in the encoding a person has `told`, else as [`decode`] does.
///
/// # Errors
///
/// As [`decode`].
pub fn decode_as(bytes: &[u8], told: Option<Encoding>) -> Result<Decoded, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Unreadable::Workbook);
    }
    let (guessed, bom, rest) = recognise(bytes);
    let encoding = told.unwrap_or(guessed);
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(rest).into_owned(),
        Encoding::Utf16Le => utf16(rest, u16::from_le_bytes),
        Encoding::Utf16Be => utf16(rest, u16::from_be_bytes),
        Encoding::Windows1251 => rest.iter().map(|&byte| windows_1251(byte)).collect(),
    };
    if text.chars().all(is_space) {
        return Err(Unreadable::Empty);
    }
    if looks_binary(&text) {
        return Err(Unreadable::NotText);
    }
    Ok(Decoded { text, encoding, bom })
}

/// White space, and the marks without width that exports leave in cells.
pub(crate) const fn is_space(it: char) -> bool {
    it.is_whitespace() || matches!(it, '\u{FEFF}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}')
}

/// A text without white space at its ends.
pub(crate) fn trimmed(text: &str) -> &str {
    // Nearly every cell: its first and its last byte say so.
    let graphic = |it: Option<&u8>| it.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if graphic(bytes.first()) && graphic(bytes.last()) { text } else { text.trim_matches(is_space) }
}

fn recognise(bytes: &[u8]) -> (Encoding, bool, &[u8]) {
    if let Some(rest) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        return (Encoding::Utf8, true, rest);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFF, 0xFE]) {
        return (Encoding::Utf16Le, true, rest);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        return (Encoding::Utf16Be, true, rest);
    }
    (unmarked_utf16(bytes).unwrap_or_else(|| one_byte_or_utf8(bytes)), false, bytes)
}

/// UTF-16 without a mark: in one of the two bytes of a unit nearly all values
/// are those of Latin, Cyrillic or typographic characters, zeros among them.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let units = sample.len() / 2;
    let share = |offset: usize| {
        let high = sample.chunks_exact(2).map(|unit| unit[offset]);
        let (mut usual, mut zero) = (0, 0);
        for byte in high {
            usual += usize::from(matches!(byte, 0x00 | 0x04 | 0x20));
            zero += usize::from(byte == 0);
        }
        (zero > 0).then_some(usual)
    };
    let (be, le) = (share(0).unwrap_or(0), share(1).unwrap_or(0));
    let enough = |usual: usize| usual > 1 && usual * 10 >= units * 9;
    match (enough(le), enough(be)) {
        (true, false) => Some(Encoding::Utf16Le),
        (false, true) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// UTF-8 if it is valid, or nearly: a cut file or one pasted byte is no
/// reason to turn every other Cyrillic letter into two wrong ones.
fn one_byte_or_utf8(bytes: &[u8]) -> Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return Encoding::Utf8;
    }
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if good > bad * 4 { Encoding::Utf8 } else { Encoding::Windows1251 }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Text has no zeros and hardly any control characters.
fn looks_binary(text: &str) -> bool {
    let mut control = 0_usize;
    for it in text.chars() {
        if it == '\0' {
            return true;
        }
        control += usize::from(it.is_control() && !it.is_whitespace());
    }
    control * 50 > text.len()
}

/// Source: the index of windows-1251 in the Encoding Standard,
/// `encoding.spec.whatwg.org/index-windows-1251.txt`.
fn windows_1251(byte: u8) -> char {
    const HIGH: [char; 64] = [
        'Ђ', 'Ѓ', '‚', 'ѓ', '„', '…', '†', '‡', '€', '‰', 'Љ', '‹', 'Њ', 'Ќ', 'Ћ', 'Џ', 'ђ', '‘', '’', '“',
        '”', '•', '–', '—', '\u{98}', '™', 'љ', '›', 'њ', 'ќ', 'ћ', 'џ', '\u{A0}', 'Ў', 'ў', 'Ј', '¤', 'Ґ',
        '¦', '§', 'Ё', '©', 'Є', '«', '¬', '\u{AD}', '®', 'Ї', '°', '±', 'І', 'і', 'ґ', 'µ', '¶', '·', 'ё',
        '№', 'є', '»', 'ј', 'Ѕ', 'ѕ', 'ї',
    ];
    match byte {
        0..=0x7F => char::from(byte),
        0x80..=0xBF => HIGH[usize::from(byte - 0x80)],
        // А to я stand in the order of Unicode.
        0xC0..=0xFF => char::from_u32(0x0410 + u32::from(byte - 0xC0)).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}
