//! Dates as people and programs write them.
//!
//! A cell is first read for what it says by itself ([`Written`]); which of its
//! numbers is the day is decided by `order` for the whole column.

use super::preview::Reason;
use crate::domain::date::{Date, Weekday};
use crate::exchange::decode::{is_space, trimmed};
use serde::Serialize;

/// In which order day, month and year stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// `2025-06-03`.
    Ymd,
    /// `03.06.2025`.
    Dmy,
    /// `06/03/2025`.
    Mdy,
    /// Days since 1899-12-30, as a spreadsheet keeps them.
    Serial,
}

/// What a cell says, before the order of the column is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) parts: Parts,
    /// Minute of the day, where the cell has a time without a zone.
    pub(crate) minute: Option<u16>,
    pub(crate) weekday: Option<Weekday>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    /// Nothing there.
    Empty,
    /// No date in any reading.
    Unreadable,
    /// The order shows: a year of four digits in front, or a month by name.
    /// `year` is absent where none is written.
    Told { year: Option<i32>, month: u32, day: u32, order: DateOrder },
    /// Days since 1899-12-30.
    Serial(i32),
    /// Three numbers, the year last or of two digits.
    Loose { a: u32, b: u32, c: u32, short: bool, dotted: bool },
    /// Day and month in either order.
    Yearless { a: u32, b: u32, dotted: bool },
}

/// What the dates are measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Calendar {
    /// The last day that may be imported.
    pub(crate) today: Date,
    /// The year of days without one, where the title of the sheet names it.
    pub(crate) year: Option<i32>,
}

impl Written {
    pub(crate) const EMPTY: Self = Self::only(Parts::Empty);
    const UNREADABLE: Self = Self::only(Parts::Unreadable);

    const fn only(parts: Parts) -> Self {
        Self { parts, minute: None, weekday: None }
    }

    /// Reads a cell.
    pub(crate) fn read(text: &str) -> Self {
        let text = trimmed(text);
        if text.is_empty() || matches!(text, "-" | "–" | "—") {
            return Self::EMPTY;
        }
        if text.len() > 80 {
            return Self::UNREADABLE;
        }
        number(text).map_or_else(|| spelled(text), Self::only)
    }

    /// Whether it is a date with its year: what tells a column of dates.
    pub(crate) const fn is_full(self) -> bool {
        matches!(self.parts, Parts::Told { year: Some(_), .. } | Parts::Loose { .. })
    }

    /// The day, in the order decided for the column.
    pub(crate) fn day(self, order: DateOrder, calendar: Calendar) -> Result<Date, Reason> {
        let date = match self.parts {
            Parts::Empty => return Err(Reason::MissingDate),
            Parts::Unreadable => None,
            Parts::Serial(days) => Date::from_number(days.saturating_sub(SERIAL_OF_1970)),
            Parts::Told { year: Some(year), month, day, .. } => exact(year, month, day),
            Parts::Told { year: None, month, day, .. } => latest(month, day, calendar),
            Parts::Loose { a, b, c, short, .. } => match order {
                DateOrder::Mdy => exact(full_year(c, short), a, b),
                DateOrder::Ymd if short => exact(full_year(a, true), b, c),
                DateOrder::Ymd => None,
                DateOrder::Dmy | DateOrder::Serial => exact(full_year(c, short), b, a),
            },
            Parts::Yearless { a, b, .. } => match order {
                DateOrder::Mdy | DateOrder::Ymd => latest(a, b, calendar),
                DateOrder::Dmy | DateOrder::Serial => latest(b, a, calendar),
            },
        };
        match date {
            None => Err(Reason::NoSuchDate),
            Some(it) if it < FIRST_DAY => Err(Reason::Before2000),
            Some(it) if it > calendar.today => Err(Reason::Future),
            Some(it) => Ok(it),
        }
    }
}

/// The first day that may be recorded: 2000-01-01.
const FIRST_DAY: Date = match Date::from_number(10_957) {
    Some(it) => it,
    None => Date::MIN,
};

/// 1970-01-01 as a spreadsheet counts.
const SERIAL_OF_1970: i32 = 25_569;

/// A date of wide numbers.
pub(crate) fn exact(year: i32, month: u32, day: u32) -> Option<Date> {
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Two digits: 00 to 79 are of this century.
pub(crate) fn full_year(year: u32, short: bool) -> i32 {
    let year = i32::try_from(year).unwrap_or(0);
    match (short, year) {
        (false, _) => year,
        (true, 0..=79) => 2000 + year,
        (true, _) => 1900 + year,
    }
}

/// A day without a year: of the year in the title, else the latest that is
/// not after today. What is imported has happened.
fn latest(month: u32, day: u32, calendar: Calendar) -> Option<Date> {
    if let Some(year) = calendar.year {
        return exact(year, month, day);
    }
    let this_year = calendar.today.ymd().0;
    (0..=8).filter_map(|back| exact(this_year - back, month, day)).find(|it| *it <= calendar.today)
}

/// `20250603`, and the serial number of a spreadsheet, with or without a time.
fn number(text: &str) -> Option<Parts> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    match (digits, rest) {
        (8, "") => {
            let part = |range: std::ops::Range<usize>| text[range].parse::<u32>().ok();
            let year = i32::try_from(part(0..4)?).ok()?;
            Some(Parts::Told {
                year: Some(year),
                month: part(4..6)?,
                day: part(6..8)?,
                order: DateOrder::Ymd,
            })
        }
        (5, _) => {
            let fraction = rest.strip_prefix(['.', ',']).unwrap_or(rest);
            let fits =
                rest.is_empty() || !fraction.is_empty() && fraction.bytes().all(|it| it.is_ascii_digit());
            let fits = fits && (rest.is_empty() || fraction.len() < rest.len());
            // From 1954 on: smaller numbers are counts in the wrong column.
            let days = text[..5].parse().ok().filter(|it| *it >= 20_000)?;
            fits.then_some(Parts::Serial(days))
        }
        _ => None,
    }
}

/// Numbers, words and the signs between them.
#[derive(Default)]
struct Scan {
    /// Value and number of digits.
    numbers: [(u32, u8); 3],
    count: usize,
    /// The month by name, and how many numbers stand before it.
    month: Option<(u32, usize)>,
    weekday: Option<Weekday>,
    dotted: bool,
    /// A month and a number right behind it, "Jun-25": how spreadsheets show
    /// a month of a year.
    tight: bool,
    minute: Option<u16>,
    broken: bool,
}

fn spelled(text: &str) -> Written {
    let (day_part, minute, broken) = split_time(text);
    let scan = scan(day_part, minute, broken);
    Written { parts: parts(&scan), minute: scan.minute, weekday: scan.weekday }
}

fn parts(scan: &Scan) -> Parts {
    if scan.broken {
        return Parts::Unreadable;
    }
    let [a, b, c] = scan.numbers;
    let is_year = |it: (u32, u8)| it.1 == 4;
    let is_part = |it: (u32, u8)| it.1 <= 2;
    let year = |it: (u32, u8)| Some(full_year(it.0, it.1 == 2));
    let told = |year, month, day, order| Parts::Told { year, month, day, order };
    match (scan.count, scan.month) {
        (2, Some((month, 0))) if is_part(a) && b.1 != 1 && b.1 != 3 => {
            told(year(b), month, a.0, DateOrder::Mdy)
        }
        (2, Some((month, 1))) if is_year(a) && is_part(b) => told(year(a), month, b.0, DateOrder::Ymd),
        (2, Some((month, 1))) if is_part(a) && b.1 != 1 && b.1 != 3 => {
            told(year(b), month, a.0, DateOrder::Dmy)
        }
        (1, Some((month, 0))) if is_part(a) && !scan.tight => told(None, month, a.0, DateOrder::Mdy),
        (1, Some((month, 1))) if is_part(a) => told(None, month, a.0, DateOrder::Dmy),
        (3, None) if is_year(a) && is_part(b) && is_part(c) => told(year(a), b.0, c.0, DateOrder::Ymd),
        (3, None) if is_part(a) && is_part(b) && (is_year(c) || c.1 == 2) => {
            Parts::Loose { a: a.0, b: b.0, c: c.0, short: c.1 == 2, dotted: scan.dotted }
        }
        (2, None) if is_part(a) && is_part(b) => Parts::Yearless { a: a.0, b: b.0, dotted: scan.dotted },
        _ => Parts::Unreadable,
    }
}

fn scan(text: &str, minute: Option<u16>, broken: bool) -> Scan {
    let mut scan = Scan { minute, broken, ..Scan::default() };
    let mut chars = text.char_indices().peekable();
    while let Some((start, it)) = chars.next() {
        if it.is_ascii_digit() || it.is_alphabetic() {
            let digits = it.is_ascii_digit();
            let mut end = start + it.len_utf8();
            while let Some((at, next)) =
                chars.next_if(|(_, next)| if digits { next.is_ascii_digit() } else { next.is_alphabetic() })
            {
                end = at + next.len_utf8();
            }
            let token = &text[start..end];
            if digits { scan.number(token) } else { scan.word(token) }
        } else if it == '.' {
            scan.dotted |= scan.count > 0 && scan.month.is_none();
            scan.tight = true;
        } else if matches!(it, '-' | '/') {
            scan.tight = true;
        } else if is_space(it) {
            // "Jun. 3" is a day; a sign behind the number says nothing.
            scan.tight &= scan.count > 0;
        } else if !matches!(it, '–' | ',' | '(' | ')' | '\'' | '’' | '‐' | '‑') {
            scan.broken = true;
        }
    }
    scan
}

impl Scan {
    fn number(&mut self, token: &str) {
        if self.count == 3 || token.len() > 4 {
            self.broken = true;
            return;
        }
        let value = token.bytes().fold(0, |n, it| n * 10 + u32::from(it - b'0'));
        self.numbers[self.count] = (value, u8::try_from(token.len()).unwrap_or(9));
        self.count += 1;
    }

    fn word(&mut self, token: &str) {
        let word = token.to_lowercase();
        if let Some(day) = weekday(&word) {
            self.weekday = Some(day);
        } else if let Some(month) = month(&word) {
            self.broken |= self.month.is_some();
            self.month = Some((month, self.count));
        } else if !matches!(
            word.as_str(),
            "г" | "год"
                | "года"
                | "of"
                | "the"
                | "st"
                | "nd"
                | "rd"
                | "th"
                | "t"
                | "е"
                | "го"
                | "ое"
                | "число"
        ) {
            self.broken = true;
        }
    }
}

/// Cuts the time of day off: the part without it, its minute, and whether it
/// is no time at all. A time with a zone says nothing about the local minute.
fn split_time(text: &str) -> (&str, Option<u16>, bool) {
    let Some(colon) = text.find(':') else { return (text, None, false) };
    let hour_start = text[..colon]
        .rfind(|it: char| !it.is_ascii_digit())
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let hour = text[hour_start..colon].parse::<u16>().ok();
    let tail = &text[colon + 1..];
    let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
    let minute = tail[..digits].parse::<u16>().ok();
    let rest = tail[digits..].to_lowercase();
    let (pm, am) = (rest.contains("pm") || rest.contains("p.m"), rest.contains("am") || rest.contains("a.m"));
    let known = |it: char| it.is_ascii_alphanumeric() || is_space(it) || ":.,+-−()мск".contains(it);
    let before =
        text[..hour_start].trim_end_matches(|it: char| is_space(it) || matches!(it, ',' | 'T' | 't'));
    let before = before.strip_suffix(" в").or_else(|| before.strip_suffix(" at")).unwrap_or(before);
    let hour = match hour {
        Some(12) if am => Some(0),
        Some(it @ 1..=11) if pm => Some(it + 12),
        it => it,
    };
    match (hour, minute) {
        (Some(hour @ 0..=23), Some(minute @ 0..=59)) if rest.chars().all(known) => {
            let zone = |it: char| it.is_alphabetic() && !matches!(it, 'a' | 'p' | 'm');
            let zoned = rest.contains(['+', '-', '−']) || rest.chars().any(zone);
            let midnight = hour == 0 && minute == 0;
            (before, (!zoned && !midnight).then_some(hour * 60 + minute), false)
        }
        // Some programs write the end of a day so.
        (Some(24), Some(0)) => (before, None, false),
        _ => (before, None, true),
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    const NAMES: [&[&str]; 7] = [
        &["mon", "monday", "пн", "пон", "пнд", "понедельник"],
        &["tue", "tues", "tuesday", "вт", "втр", "вторник"],
        &["wed", "weds", "wednesday", "ср", "срд", "среда"],
        &["thu", "thur", "thurs", "thursday", "чт", "чтв", "четверг"],
        &["fri", "friday", "пт", "птн", "пятница"],
        &["sat", "saturday", "сб", "суб", "суббота"],
        &["sun", "sunday", "вс", "вск", "воскресенье", "воскресение"],
    ];
    let index = NAMES.iter().position(|names| names.contains(&word))?;
    Some(Weekday::ALL[index])
}

/// Months by name or its beginning, in the nominative or genitive.
fn month(word: &str) -> Option<u32> {
    const ENGLISH: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    const RUSSIAN: [(&str, &[&str]); 12] = [
        ("янв", &["январь", "января"]),
        ("фев", &["февраль", "февраля"]),
        ("мар", &["март", "марта"]),
        ("апр", &["апрель", "апреля"]),
        ("май", &["май", "мая"]),
        ("июн", &["июнь", "июня"]),
        ("июл", &["июль", "июля"]),
        ("авг", &["август", "августа"]),
        ("сен", &["сентябрь", "сентября"]),
        ("окт", &["октябрь", "октября"]),
        ("ноя", &["ноябрь", "ноября"]),
        ("дек", &["декабрь", "декабря"]),
    ];
    let long_enough = word.chars().count() >= 3;
    let english = || long_enough.then(|| ENGLISH.iter().position(|name| name.starts_with(word)))?;
    let russian = || {
        RUSSIAN.iter().position(|(short, names)| {
            word.starts_with(short) && names.iter().any(|name| name.starts_with(word))
                || names.contains(&word)
        })
    };
    english().or_else(russian).and_then(|index| u32::try_from(index + 1).ok())
}
