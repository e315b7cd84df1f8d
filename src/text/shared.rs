//! Numbers that came by a link.

use super::Words;
use crate::domain::date::Date;

impl Words {
    /// Whose numbers these are.
    #[must_use]
    pub fn shared_note(self, from: Date, to: Date) -> String {
        let days = self.span(from, to);
        if self.is_ru() {
            format!("Присланные цифры, {days}. Ваш журнал не тронут.")
        } else {
            format!("Shared numbers, {days}. Your log is untouched.")
        }
    }

    /// Leads back to the person's own log.
    #[must_use]
    pub const fn to_my_log(self) -> &'static str {
        self.pick("To my log", "К моему журналу")
    }

    /// The link says nothing that can be shown.
    #[must_use]
    pub const fn link_damaged(self) -> &'static str {
        self.pick("This link is damaged or incomplete.", "Ссылка повреждена или неполная.")
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        domain::date::Date,
        text::{EN, RU},
    };

    #[test]
    fn whose_numbers_in_both_languages() {
        let (from, to) = (Date::new(2025, 6, 2).unwrap(), Date::new(2025, 6, 11).unwrap());
        assert_eq!(EN.shared_note(from, to), "Shared numbers, 2–11 June. Your log is untouched.");
        assert_eq!(RU.shared_note(from, to), "Присланные цифры, 2–11 июня. Ваш журнал не тронут.");
    }
}
