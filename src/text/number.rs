//! Numbers as a person writes them: `1,240` and `5.0%`, `1 240` and `5,0 %`.

use super::Words;
use crate::domain::stats::whole;

/// Between thousands and before the percent sign in Russian.
pub const NBSP: char = '\u{a0}';

impl Words {
    /// A whole number with its thousands apart.
    #[must_use]
    pub fn count(self, n: impl Into<u128>) -> String {
        let digits = n.into().to_string();
        let separator = if self.is_ru() { NBSP } else { ',' };
        let mut out = String::with_capacity(digits.len() + digits.len() / 3 * 2);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push(separator);
            }
            out.push(digit);
        }
        out
    }

    /// Tenths as a number with one decimal: 57 is `5.7`.
    #[must_use]
    pub fn tenths(self, tenths: u64) -> String {
        let point = if self.is_ru() { ',' } else { '.' };
        format!("{}{point}{}", self.count(tenths / 10), tenths % 10)
    }

    /// A number rounded half-up to one decimal; negative or no number: 0.
    #[must_use]
    pub fn one_decimal(self, n: f64) -> String {
        self.tenths(whole(n * 10.0))
    }

    /// A percentage from its figure: `25%`, `25 %`.
    #[must_use]
    pub fn percent(self, figure: &str) -> String {
        if self.is_ru() { format!("{figure}{NBSP}%") } else { format!("{figure}%") }
    }

    /// Money as it is typed into a field: no group spaces.
    #[must_use]
    pub fn plain_money(self, minor: u64) -> String {
        let point = if self.is_ru() { ',' } else { '.' };
        match minor % 100 {
            0 => (minor / 100).to_string(),
            cents => format!("{}{point}{cents:02}", minor / 100),
        }
    }

    /// Money from minor units, without a currency: `2,000` or `2,000.50`.
    #[must_use]
    pub fn money(self, minor: u64) -> String {
        let point = if self.is_ru() { ',' } else { '.' };
        match minor % 100 {
            0 => self.count(minor / 100),
            cents => format!("{}{point}{cents:02}", self.count(minor / 100)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{EN, RU};

    #[test]
    fn thousands_and_decimals() {
        assert_eq!(EN.count(1_240_u64), "1,240");
        assert_eq!(RU.count(1_240_u64), "1\u{a0}240");
        assert_eq!(EN.count(999_u64), "999");
        assert_eq!(RU.count(333_333_333_334_u64), "333\u{a0}333\u{a0}333\u{a0}334");
        assert_eq!(EN.tenths(57), "5.7");
        assert_eq!(RU.tenths(123), "12,3");
        assert_eq!(EN.one_decimal(12.286), "12.3");
        assert_eq!(RU.percent("25"), "25\u{a0}%");
        assert_eq!(EN.money(200_050), "2,000.50");
        assert_eq!(RU.money(60_000_000), "600\u{a0}000");
    }
}
