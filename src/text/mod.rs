//! English and Russian wording of everything a person reads.
//!
//! [`Words`] turns the plain values of `app::view` into sentences. Numbers and
//! dates are written by own formatters, so that a native test sees the very
//! sentence the browser shows; a missing translation does not compile.
//!
//! One file a subject: [`plural`], [`number`], [`date`], and one a screen.

pub mod advice;
pub mod arithmetic;
pub mod backup;
pub mod backup_restore;
pub mod chain;
pub mod chrome;
pub mod counters;
pub mod date;
pub mod days;
pub mod errors;
pub mod funnel;
pub mod help;
pub mod hours;
pub mod lists;
pub mod log;
pub mod names;
pub mod number;
pub mod plan;
pub mod plural;
pub mod rates;
pub mod said;
pub mod settings;
pub mod settings_import;
pub mod settings_own;
pub mod settings_rows;
pub mod shared;
pub mod team;
pub mod trend;
pub mod verdict;
pub mod why;

use crate::{
    app::{prefs::Lang, state::State},
    journal::settings::MiddleName,
};

/// Every language that is spoken here.
pub const EN_AND_RU: [Lang; 2] = [Lang::En, Lang::Ru];

/// The wording for one language and one seller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// How the middle step is called.
    pub middle: MiddleName,
    /// The current year: dates of other years name theirs.
    pub year: i32,
}

impl Words {
    /// The wording for this state.
    #[must_use]
    pub fn of(state: &State) -> Self {
        Self { lang: state.lang(), middle: state.book().settings().middle, year: state.now.day.ymd().0 }
    }

    /// One of two.
    pub(crate) const fn pick(self, en: &'static str, ru: &'static str) -> &'static str {
        match self.lang {
            Lang::En => en,
            Lang::Ru => ru,
        }
    }

    pub(crate) const fn is_ru(self) -> bool {
        matches!(self.lang, Lang::Ru)
    }
}

#[cfg(test)]
pub(crate) const EN: Words = Words { lang: Lang::En, middle: MiddleName::Presentation, year: 2025 };
#[cfg(test)]
pub(crate) const RU: Words = Words { lang: Lang::Ru, middle: MiddleName::Presentation, year: 2025 };
