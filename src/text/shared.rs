//! Numbers that came by a link.

use super::Words;
use crate::{
    app::view::plan::Start,
    domain::{conversion::Share, date::Date},
};

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

    /// Tries the rates of the link in a plan.
    #[must_use]
    pub const fn use_as_example(self) -> &'static str {
        self.pick("Use these rates as an example in my plan", "Примерить эти проценты в моём плане")
    }

    /// Whose rates the plan shows.
    #[must_use]
    pub fn example_note(self, it: &Start) -> String {
        let one = |it: Share| format!("{} ({})", self.rate_figure(it), self.fraction(it.x(), it.n()));
        let (p, s) = (one(it.presentation), one(it.sale));
        if self.is_ru() {
            format!("Примерные проценты из ссылки, не ваши: {p} и {s}. Ничего не сохраняется.")
        } else {
            format!("Example rates from a link, not yours: {p} and {s}. Nothing of them is saved.")
        }
    }

    /// Said instead where the plan has nothing to try them on.
    #[must_use]
    pub const fn example_not_tried(self) -> &'static str {
        self.pick(
            "The rates of the link can be tried only while a quota in sales is not met and workdays are left. This is your own plan.",
            "Проценты из ссылки можно примерить, только пока план в сделках не выполнен и есть рабочие дни. Здесь ваш собственный план.",
        )
    }

    /// Leads back from the example.
    #[must_use]
    pub const fn to_my_rates(self) -> &'static str {
        self.pick("Back to my rates", "К моим процентам")
    }

    /// What the QR code is.
    #[must_use]
    pub fn qr_label(self, from: Date, to: Date) -> String {
        let days = self.span(from, to);
        if self.is_ru() {
            format!("QR-код этой ссылки: цифры за {days}")
        } else {
            format!("QR code of this link: the numbers of {days}")
        }
    }

    /// What the QR code is for.
    #[must_use]
    pub const fn qr_hint(self) -> &'static str {
        self.pick("Point a phone's camera at it.", "Наведите камеру телефона.")
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
        app::view::plan::Start,
        domain::date::Date,
        text::{EN, RU},
    };

    #[test]
    fn whose_numbers_in_both_languages() {
        let (from, to) = (Date::new(2025, 6, 2).unwrap(), Date::new(2025, 6, 11).unwrap());
        assert_eq!(EN.shared_note(from, to), "Shared numbers, 2–11 June. Your log is untouched.");
        assert_eq!(RU.shared_note(from, to), "Присланные цифры, 2–11 июня. Ваш журнал не тронут.");
        assert_eq!(RU.qr_label(from, to), "QR-код этой ссылки: цифры за 2–11 июня");
    }

    #[test]
    fn example_rates_are_said_not_to_be_the_sellers_own() {
        let it = Start::example().unwrap();
        assert_eq!(
            EN.example_note(&it),
            "Example rates from a link, not yours: 25% (25 of 100) and 20% (5 of 25). Nothing of them is saved."
        );
        assert_eq!(
            RU.example_note(&it),
            "Примерные проценты из ссылки, не ваши: 25\u{a0}% (25 из 100) и 20\u{a0}% (5 из 25). Ничего не сохраняется."
        );
    }
}
