//! What is wrong with a field, said beside it.

use super::Words;
use crate::domain::typed::CountError;

/// Why a date was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// 31 February, or no date at all.
    NoSuchDate,
    /// After today.
    Future,
    /// Before 2000-01-01.
    TooEarly,
    /// The last day is before the first.
    EndBeforeStart,
}

impl Words {
    /// Heading of the list of problems.
    #[must_use]
    pub const fn there_is_a_problem(self) -> &'static str {
        self.pick("There is a problem", "Исправьте ошибки")
    }

    /// A count was refused. `field` is its column.
    #[must_use]
    pub fn count_error(self, field: &str, error: CountError, max: u32) -> String {
        let max = self.count(max);
        match (error, self.is_ru()) {
            (CountError::NotWhole, false) => format!("{field} must be a whole number, like 42"),
            (CountError::NotWhole, true) => format!("{field} — целое число, например 42"),
            (CountError::TooLarge, false) => format!("{field} must be {max} a day or fewer"),
            (CountError::TooLarge, true) => format!("{field} за день — не больше {max}"),
        }
    }

    /// A number outside its limits, where there is no day about it.
    #[must_use]
    pub fn range_error(self, field: &str, min: u32, max: u32) -> String {
        let (min, max) = (self.count(min), self.count(max));
        if self.is_ru() {
            format!("{field} — целое число от {min} до {max}")
        } else {
            format!("{field} must be a whole number from {min} to {max}")
        }
    }

    /// A date was refused.
    #[must_use]
    pub const fn date_error(self, error: DateError) -> &'static str {
        match error {
            DateError::NoSuchDate => self.pick("That date does not exist", "Такой даты нет"),
            DateError::Future => {
                self.pick("The date must be today or earlier", "Дата — не позже сегодняшней")
            }
            DateError::TooEarly => {
                self.pick("The date must be 1 January 2000 or later", "Дата — не раньше 1 января 2000")
            }
            DateError::EndBeforeStart => {
                self.pick("The last day must not be before the first", "Последний день — не раньше первого")
            }
        }
    }

    /// A name was refused.
    #[must_use]
    pub fn name_error(self, max: usize) -> String {
        if self.is_ru() {
            format!("Название — от 1 до {max} знаков")
        } else {
            format!("A name has 1 to {max} characters")
        }
    }

    /// More reasons than entries without one.
    #[must_use]
    pub fn reasons_error(self, free: u64) -> String {
        let free = self.count(free);
        if self.is_ru() {
            format!("Без причины за этот день только {free}")
        } else {
            format!("Only {free} entries of that day have no reason")
        }
    }
}
