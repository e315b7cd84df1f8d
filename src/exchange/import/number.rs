//! Counts and amounts of money as people and programs write them.

use super::preview::Reason;
use super::words::{any, tokens};
use crate::exchange::decode::{is_space, trimmed};

/// The largest count of one cell.
pub const MAX_COUNT: u32 = 100_000;

/// The largest amount, in minor units: ten thousand million of a currency.
pub const MAX_AMOUNT: u64 = 1_000_000_000_000;

/// Reads a count.
///
/// Nothing and a lone dash are `None`. Thousands may be grouped by spaces
/// (U+0020, U+00A0, U+202F and their like) or by dots.
///
/// # Errors
///
/// [`Reason::Negative`], [`Reason::Fraction`] (`1.5`, `5.0`, `1,234`),
/// [`Reason::TooLarge`] over [`MAX_COUNT`], else [`Reason::NotANumber`].
///
/// # Examples
///
/// ```
/// use callpace::exchange::import::number::count;
///
/// assert_eq!(count("1 234"), Ok(Some(1234)));
/// assert_eq!(count("1.234"), Ok(Some(1234)));
/// assert!(count("1.5").is_err());
/// ```
pub fn count(text: &str) -> Result<Option<u32>, Reason> {
    let text = trimmed(text);
    if is_nothing(text) {
        return Ok(None);
    }
    let (negative, body) = signed(text);
    let digits = whole(body)?;
    if negative {
        return Err(Reason::Negative);
    }
    match digits.parse::<u32>() {
        Ok(n) if n <= MAX_COUNT => Ok(Some(n)),
        _ => Err(Reason::TooLarge),
    }
}

/// Reads an amount of money, in minor units (hundredths).
///
/// The decimal sign is a point or a comma; the currency around it is left out.
/// A lone sign before exactly three digits groups thousands: no price has
/// three decimals. More than two decimals are rounded half up.
///
/// # Errors
///
/// [`Reason::Negative`], [`Reason::TooLarge`] over [`MAX_AMOUNT`], else
/// [`Reason::NotANumber`].
///
/// # Examples
///
/// ```
/// use callpace::exchange::import::number::amount;
///
/// assert_eq!(amount("1 234,56 руб."), Ok(Some(123_456)));
/// assert_eq!(amount("$1,234.5"), Ok(Some(123_450)));
/// ```
pub fn amount(text: &str) -> Result<Option<u64>, Reason> {
    let text = trimmed(text);
    if is_nothing(text) {
        return Ok(None);
    }
    let (negative, body) = signed(text);
    let body = body.trim_start_matches(is_currency);
    let (negative, body) = if negative { (true, body) } else { signed(body) };
    let body = body.trim_start_matches(is_currency);
    // "12k" is not 12.
    let unit = body.trim_start_matches(|it: char| !it.is_alphabetic());
    let scaled = any(&tokens(unit), "=k =к =m =м =mln =mio =тыс =т =млн =млрд =thousand =million");
    let body = body.trim_end_matches(|it| is_currency(it) || it == '.');
    if scaled || !body.starts_with(|it: char| it.is_ascii_digit()) {
        return Err(Reason::NotANumber);
    }
    let body: String = body.chars().filter(|it| !is_space(*it) && !matches!(it, '\'' | '’')).collect();
    let (major, minor) = body.split_at(decimal_sign(&body).unwrap_or(body.len()));
    let minor = minor.get(1..).unwrap_or("");
    let major: String = major.chars().filter(|it| !matches!(it, '.' | ',')).collect();
    if !major.bytes().chain(minor.bytes()).all(|it| it.is_ascii_digit()) {
        return Err(Reason::NotANumber);
    }
    if negative {
        return Err(Reason::Negative);
    }
    let digit = |at: usize| minor.as_bytes().get(at).map_or(0, |it| u64::from(it - b'0'));
    let cents = digit(0) * 10 + digit(1) + u64::from(digit(2) >= 5);
    // Digits only, so what does not parse is too long.
    let major = major.parse::<u64>().ok();
    let total = major.and_then(|it| it.checked_mul(100)).and_then(|it| it.checked_add(cents));
    total.filter(|it| *it <= MAX_AMOUNT).map(Some).ok_or(Reason::TooLarge)
}

/// Whether a cell reads as a number of any kind: what tells numbers from words
/// when columns are guessed.
pub(crate) fn looks_numeric(text: &str) -> bool {
    !matches!(count(text), Ok(None) | Err(Reason::NotANumber))
}

/// Empty, or the dash people put where there is nothing.
fn is_nothing(text: &str) -> bool {
    matches!(text, "" | "-" | "–" | "—" | "−")
}

fn is_currency(it: char) -> bool {
    it.is_alphabetic() || is_space(it) || matches!(it, '$' | '€' | '£' | '₽' | '₴' | '₸' | '¥' | '₹')
}

/// The sign, also in the brackets of bookkeepers, and what it stands before.
fn signed(text: &str) -> (bool, &str) {
    if let Some(inner) = text.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
        return (true, inner);
    }
    for minus in ['-', '−', '–'] {
        if let Some(rest) = text.strip_prefix(minus) {
            return (true, rest.trim_start_matches(is_space));
        }
    }
    (false, text.strip_prefix('+').unwrap_or(text))
}

/// The digits of a whole number, groups joined.
fn whole(body: &str) -> Result<String, Reason> {
    let mut signs = 0;
    let mut spaces = 0;
    for it in body.chars() {
        match it {
            '0'..='9' => {}
            '.' | ',' => signs += 1,
            it if is_space(it) => spaces += 1,
            _ => return Err(Reason::NotANumber),
        }
    }
    if signs == 0 && spaces == 0 {
        return if body.is_empty() { Err(Reason::NotANumber) } else { Ok(body.to_owned()) };
    }
    let dots_group = !body.contains(',') && spaces == 0;
    let groups = |text: &str, by: fn(char) -> bool| {
        let mut parts = text.split(by);
        let first = parts.next().unwrap_or("");
        let fits = (1..=3).contains(&first.len()) && !first.starts_with('0') && parts.all(|it| it.len() == 3);
        fits.then(|| text.chars().filter(char::is_ascii_digit).collect::<String>())
    };
    if signs == 0 {
        return groups(body, is_space).ok_or(Reason::NotANumber);
    }
    if dots_group && let Some(digits) = groups(body, |it| it == '.') {
        return Ok(digits);
    }
    // A decimal sign, at most with groups before it.
    let at = body.rfind(['.', ',']).unwrap_or(0);
    let (before, after) = (&body[..at], &body[at + 1..]);
    let decimals = !after.is_empty() && after.bytes().all(|it| it.is_ascii_digit());
    let plain = !before.is_empty() && before.bytes().all(|it| it.is_ascii_digit());
    let grouped = groups(before, |it| is_space(it) || it == '.' || it == ',').is_some();
    let repeated = signs > 1 && before.contains(&body[at..=at]);
    if decimals && (plain || grouped) && !repeated { Err(Reason::Fraction) } else { Err(Reason::NotANumber) }
}

/// Where the decimal sign of an amount stands, if it has one.
fn decimal_sign(body: &str) -> Option<usize> {
    let last = body.rfind(['.', ','])?;
    let sign = &body[last..=last];
    let before = &body[..last];
    if before.contains(sign) {
        return None;
    }
    let other = before.contains(['.', ',']);
    let thousands = body.len() - last - 1 == 3 && (1..=3).contains(&last) && !body.starts_with('0');
    (other || !thousands).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        for (text, n) in
            [("0", 0), ("100", 100), ("1 234", 1234), ("1\u{A0}234", 1234), ("1\u{202F}234", 1234)]
        {
            assert_eq!(count(text), Ok(Some(n)), "{text}");
        }
        for (text, n) in [("1.234", 1234), ("100.000", 100_000), (" 7 ", 7), ("+5", 5), ("007", 7)] {
            assert_eq!(count(text), Ok(Some(n)), "{text}");
        }
        for text in ["", " ", "-", "—", "\u{A0}"] {
            assert_eq!(count(text), Ok(None), "{text}");
        }
        let refused = [
            (Reason::Negative, &["-1", "−1", "(5)", "- 3", "-1 000"][..]),
            (
                Reason::Fraction,
                &["1.5", "5.0", "1,5", "5,0", "1,234", "1 234,5", "1.234,5", "1.2345", "0.500"],
            ),
            (Reason::TooLarge, &["100001", "100 001", "1.234.567", "99999999999999999999999"]),
            (
                Reason::NotANumber,
                &["4x", "1e20", "abc", "10 5", "１２", "1..2", ".", "1,234,567", "#DIV/0!", "25%"],
            ),
        ];
        for (reason, texts) in refused {
            for text in texts {
                assert_eq!(count(text), Err(reason), "{text}");
            }
        }
    }

    #[test]
    fn amounts() {
        let read = [
            ("1234,56", 123_456),
            ("1 234,56", 123_456),
            ("1.234,56", 123_456),
            ("1,234.56", 123_456),
            ("1234.5", 123_450),
            ("1 200", 120_000),
            ("1.200", 120_000),
            ("1,200", 120_000),
            ("1.234.567", 123_456_700),
            ("$5", 500),
            ("5 €", 500),
            ("1 500 р.", 150_000),
            ("USD 12.345,00", 1_234_500),
            ("0.005", 1),
            ("12.0000", 1200),
        ];
        for (text, minor) in read {
            assert_eq!(amount(text), Ok(Some(minor)), "{text}");
        }
        assert_eq!(amount(""), Ok(None));
        for text in ["-5", "(12,50)", "-$5", "$-5"] {
            assert_eq!(amount(text), Err(Reason::Negative), "{text}");
        }
        assert_eq!(amount("99999999999999"), Err(Reason::TooLarge));
        for text in ["abc", "1e5", "5-6", "$", "12k", "12 тыс. руб.", "1,2 млн"] {
            assert_eq!(amount(text), Err(Reason::NotANumber), "{text}");
        }
    }
}
