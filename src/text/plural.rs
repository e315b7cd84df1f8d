//! Plural forms: CLDR rules of English and Russian, and the words that need them.

use super::Words;
use crate::{app::prefs::Lang, journal::settings::MiddleName};

/// A noun that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Noun {
    Call,
    /// Presentation or meeting, as the seller calls it.
    Presentation,
    Sale,
    InboundPresentation,
    Workday,
    Day,
    Time,
    Week,
    Loss,
    Entry,
}

/// A Russian case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// After a bare number.
    Nominative,
    /// After «из, около, до».
    Genitive,
    /// After a verb.
    Accusative,
}

/// A CLDR plural category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "names of CLDR")]
pub enum Category {
    One,
    Few,
    Many,
    Other,
}

/// The category of a whole number.
///
/// # Source
///
/// Unicode CLDR, Language Plural Rules, `en` and `ru`, cardinal.
#[must_use]
pub const fn category(lang: Lang, n: u64) -> Category {
    match lang {
        Lang::En if n == 1 => Category::One,
        Lang::En => Category::Other,
        Lang::Ru => match (n % 10, n % 100) {
            (_, 11..=14) => Category::Many,
            (1, _) => Category::One,
            (2..=4, _) => Category::Few,
            _ => Category::Many,
        },
    }
}

impl Words {
    /// The noun alone, in the form a whole number asks for.
    #[must_use]
    pub const fn noun(self, noun: Noun, case: Case, n: u64) -> &'static str {
        self.form(noun, case, category(self.lang, n))
    }

    /// `5 calls`, `5 звонков`.
    #[must_use]
    pub fn counted(self, noun: Noun, case: Case, n: u64) -> String {
        format!("{} {}", self.count(n), self.noun(noun, case, n))
    }

    /// A number with one decimal and its noun: `1.5 calls`, `1,5 звонка`; a whole one without: `12 звонков`.
    #[must_use]
    pub fn counted_tenths(self, noun: Noun, tenths: u64) -> String {
        if tenths.is_multiple_of(10) {
            return self.counted(noun, Case::Nominative, tenths / 10);
        }
        let word = self.form(noun, Case::Nominative, Category::Other);
        format!("{} {word}", self.tenths(tenths))
    }

    const fn form(self, noun: Noun, case: Case, category: Category) -> &'static str {
        match self.lang {
            Lang::En => english(noun, self.middle, category),
            Lang::Ru => russian(noun, self.middle, case, category),
        }
    }
}

const fn english(noun: Noun, middle: MiddleName, category: Category) -> &'static str {
    let one = matches!(category, Category::One);
    match (noun, middle) {
        (Noun::Call, _) => either(one, "call", "calls"),
        (Noun::Presentation, MiddleName::Presentation) => either(one, "presentation", "presentations"),
        (Noun::Presentation, MiddleName::Meeting) => either(one, "meeting", "meetings"),
        (Noun::Sale, _) => either(one, "sale", "sales"),
        (Noun::InboundPresentation, MiddleName::Presentation) => {
            either(one, "inbound presentation", "inbound presentations")
        }
        (Noun::InboundPresentation, MiddleName::Meeting) => {
            either(one, "inbound meeting", "inbound meetings")
        }
        (Noun::Workday, _) => either(one, "workday", "workdays"),
        (Noun::Day, _) => either(one, "day", "days"),
        (Noun::Time, _) => either(one, "time", "times"),
        (Noun::Week, _) => either(one, "week", "weeks"),
        (Noun::Loss, _) => either(one, "loss", "losses"),
        (Noun::Entry, _) => either(one, "entry", "entries"),
    }
}

const fn either(one: bool, singular: &'static str, plural: &'static str) -> &'static str {
    if one { singular } else { plural }
}

/// One, few, many (also genitive plural), fraction (also genitive singular), accusative singular.
const fn russian_forms(noun: Noun, middle: MiddleName) -> [&'static str; 5] {
    match (noun, middle) {
        (Noun::Call, _) => ["звонок", "звонка", "звонков", "звонка", "звонок"],
        (Noun::Presentation, MiddleName::Presentation) => {
            ["презентация", "презентации", "презентаций", "презентации", "презентацию"]
        }
        (Noun::Presentation, MiddleName::Meeting) => ["встреча", "встречи", "встреч", "встречи", "встречу"],
        (Noun::Sale, _) => ["сделка", "сделки", "сделок", "сделки", "сделку"],
        (Noun::InboundPresentation, MiddleName::Presentation) => [
            "входящая презентация",
            "входящие презентации",
            "входящих презентаций",
            "входящей презентации",
            "входящую презентацию",
        ],
        (Noun::InboundPresentation, MiddleName::Meeting) => [
            "входящая встреча",
            "входящие встречи",
            "входящих встреч",
            "входящей встречи",
            "входящую встречу",
        ],
        (Noun::Workday, _) => ["рабочий день", "рабочих дня", "рабочих дней", "рабочего дня", "рабочий день"],
        (Noun::Day, _) => ["день", "дня", "дней", "дня", "день"],
        (Noun::Time, _) => ["раз", "раза", "раз", "раза", "раз"],
        (Noun::Week, _) => ["неделя", "недели", "недель", "недели", "неделю"],
        (Noun::Loss, _) => ["отказ", "отказа", "отказов", "отказа", "отказ"],
        (Noun::Entry, _) => ["запись", "записи", "записей", "записи", "запись"],
    }
}

const fn russian(noun: Noun, middle: MiddleName, case: Case, category: Category) -> &'static str {
    let [one, few, many, fraction, accusative] = russian_forms(noun, middle);
    match (case, category) {
        (_, Category::Other) | (Case::Genitive, Category::One) => fraction,
        (Case::Genitive, _) | (_, Category::Many) => many,
        (_, Category::Few) => few,
        (Case::Nominative, Category::One) => one,
        (Case::Accusative, Category::One) => accusative,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{EN, RU};

    #[test]
    fn russian_counts_as_a_russian_would() {
        let said = |n| RU.counted(Noun::Call, Case::Nominative, n);
        let expected = [
            (0, "0 звонков"),
            (1, "1 звонок"),
            (2, "2 звонка"),
            (5, "5 звонков"),
            (11, "11 звонков"),
            (14, "14 звонков"),
            (21, "21 звонок"),
            (22, "22 звонка"),
            (101, "101 звонок"),
            (111, "111 звонков"),
            (112, "112 звонков"),
        ];
        for (n, text) in expected {
            assert_eq!(said(n), text);
        }
        assert_eq!(RU.noun(Noun::Call, Case::Genitive, 101), "звонка");
        assert_eq!(RU.noun(Noun::Call, Case::Genitive, 102), "звонков");
        assert_eq!(RU.noun(Noun::Sale, Case::Genitive, 20), "сделок");
        assert_eq!(RU.noun(Noun::Presentation, Case::Accusative, 1), "презентацию");
        assert_eq!(RU.counted_tenths(Noun::Call, 15), "1,5 звонка");
        assert_eq!(RU.counted_tenths(Noun::Workday, 20), "2 рабочих дня");
    }

    #[test]
    fn english_has_one_and_the_rest() {
        assert_eq!(EN.counted(Noun::Entry, Case::Nominative, 1), "1 entry");
        assert_eq!(EN.counted(Noun::Entry, Case::Nominative, 1240), "1,240 entries");
        assert_eq!(EN.counted_tenths(Noun::Call, 15), "1.5 calls");
        let meetings = Words { middle: MiddleName::Meeting, ..EN };
        assert_eq!(meetings.noun(Noun::Presentation, Case::Nominative, 2), "meetings");
    }
}
