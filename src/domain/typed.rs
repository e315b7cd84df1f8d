//! Reading a count that a person typed.

/// The largest count of a day that is taken.
pub const MAX_COUNT: u32 = 100_000;

/// Why a text is not a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountError {
    /// Signs, fractions, letters, or nothing at all.
    NotWhole,
    /// More than [`MAX_COUNT`] (or the limit asked for).
    TooLarge,
}

/// Reads an amount of money, with at most two decimals after a point or a comma, into minor units.
///
/// # Errors
///
/// [`CountError::NotWhole`] for anything else, [`CountError::TooLarge`] from 10^13 on.
///
/// # Examples
///
/// ```
/// use callpace::domain::typed::{CountError, parse_money};
///
/// assert_eq!(parse_money("40 000"), Ok(4_000_000));
/// assert_eq!(parse_money("12,5"), Ok(1_250));
/// assert_eq!(parse_money("-1"), Err(CountError::NotWhole));
/// ```
pub fn parse_money(text: &str) -> Result<u64, CountError> {
    let plain: String = text.trim().chars().filter(|it| !matches!(it, ' ' | '\u{a0}' | '\u{202f}')).collect();
    let (whole, cents) = plain.split_once(['.', ',']).unwrap_or((&plain, "0"));
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    if !digits(whole) || !digits(cents) || cents.len() > 2 {
        return Err(CountError::NotWhole);
    }
    let whole: u64 = whole.parse().ok().filter(|it| *it < 10_000_000_000_000).ok_or(CountError::TooLarge)?;
    let tens = if cents.len() == 1 { 10 } else { 1 };
    Ok(whole * 100 + cents.parse::<u64>().unwrap_or(0) * tens)
}

/// Reads a whole number of 0 to `max`; spaces that group digits are accepted,
/// `.` and `,` are not.
///
/// # Errors
///
/// [`CountError::NotWhole`] for anything but digits, [`CountError::TooLarge`] above `max`.
///
/// # Examples
///
/// ```
/// use callpace::domain::typed::{CountError, MAX_COUNT, parse};
///
/// assert_eq!(parse(" 1 240 ", MAX_COUNT), Ok(1240));
/// assert_eq!(parse("1.5", MAX_COUNT), Err(CountError::NotWhole));
/// assert_eq!(parse("1e20", MAX_COUNT), Err(CountError::NotWhole));
/// assert_eq!(parse("100001", MAX_COUNT), Err(CountError::TooLarge));
/// ```
pub fn parse(text: &str, max: u32) -> Result<u32, CountError> {
    let digits: String =
        text.trim().chars().filter(|it| !matches!(it, ' ' | '\u{a0}' | '\u{202f}')).collect();
    if digits.is_empty() || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return Err(CountError::NotWhole);
    }
    digits.parse().ok().filter(|it| *it <= max).ok_or(CountError::TooLarge)
}
