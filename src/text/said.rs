//! What is said aloud after each act.

use super::Words;
use crate::{
    app::{state::Said, view::names::Name},
    domain::date::Date,
    journal::{record::What, tally::Counted},
};

impl Words {
    /// What is said aloud.
    #[must_use]
    pub fn said(self, said: &Said) -> String {
        match said {
            Said::Logged { what, total, day } => self.said_logged(*what, *total, *day),
            Said::Removed { entry, total } => self.said_moved(self.removed(), entry, *total),
            Said::Restored { entry, total } => self.said_moved(self.brought_back(), entry, *total),
            Said::Undone => self.pick("Undone", "Отменено").to_owned(),
            Said::Redone => self.pick("Done again", "Возвращено").to_owned(),
            Said::NothingToUndo => self.pick("Nothing to undo", "Отменять нечего").to_owned(),
            Said::NothingToRedo => self.pick("Nothing to redo", "Возвращать нечего").to_owned(),
            Said::CellSaved { day, what, n, removed } => {
                let value = n.map_or_else(|| self.pick("empty", "пусто").to_owned(), |n| self.count(n));
                let saved = format!("{}, {}: {value}", self.weekday_date(*day), self.column(*what, None));
                match removed {
                    0 => saved,
                    _ => format!("{saved}. {}", self.removes(*removed as u64)),
                }
            }
            Said::Saved => self.pick("Saved", "Сохранено").to_owned(),
            Said::ReasonSet(Some(_)) => self.pick("Reason recorded", "Причина записана").to_owned(),
            Said::ReasonSet(None) => self.pick("Reason removed", "Причина снята").to_owned(),
            Said::Imported(n) => {
                let n = self.count(*n);
                if self.is_ru() {
                    format!("Импортировано: {n}")
                } else {
                    format!("Imported: {n}")
                }
            }
            Said::Merged(n) => self.restored_n(*n),
            Said::Erased => self.erased().to_owned(),
            Said::PutBack => self.was_put_back().to_owned(),
            Said::FromOtherTab => {
                self.pick("Updated from another tab.", "Обновлено из другой вкладки.").to_owned()
            }
            Said::NewerReady => self.update_ready().to_owned(),
            Said::StoredAgain => self.pick("Everything is saved again.", "Снова всё сохранено.").to_owned(),
        }
    }

    fn said_logged(self, what: What, total: u64, day: Option<Date>) -> String {
        let name = self.said_name(what);
        let n = self.count(total);
        match (day, self.is_ru()) {
            (None, false) => format!("{name} {n} today"),
            (None, true) => format!("{name}: сегодня {n}"),
            (Some(day), false) => format!("{name} {n}, {}", self.weekday_date(day)),
            (Some(day), true) => format!("{name}: {n}, {}", self.weekday_date(day)),
        }
    }

    fn said_name(self, what: What) -> String {
        match what {
            What::Step(step, _) => self.what(what, &Name::Step(step, self.middle)),
            What::Counter(_) => self.pick("Counter", "Счётчик").to_owned(),
        }
    }

    /// What undo or redo did to an entry of another day, in the room of the last entry.
    #[must_use]
    pub fn moved_elsewhere(self, said: &Said) -> String {
        match said {
            Said::Removed { entry, .. } => {
                format!("{}: {}, {}", self.removed(), self.said_entry(entry), self.date(entry.day))
            }
            Said::Restored { entry, .. } => {
                format!("{}: {}, {}", self.brought_back(), self.said_entry(entry), self.date(entry.day))
            }
            other => self.said(other),
        }
    }

    const fn removed(self) -> &'static str {
        self.pick("Removed", "Отменено")
    }

    const fn brought_back(self) -> &'static str {
        self.pick("Brought back", "Возвращено")
    }

    fn said_entry(self, entry: &Counted) -> String {
        let name = self.said_name(entry.cell.what).to_lowercase();
        let times = if entry.n > 1 { format!(" × {}", self.count(entry.n)) } else { String::new() };
        format!("{name}{times}")
    }

    fn said_moved(self, verb: &str, entry: &Counted, total: u64) -> String {
        let what = self.said_entry(entry);
        let at = entry.minute.map(|it| self.hour(it));
        let when = match (at, self.is_ru()) {
            (Some(at), false) => format!(" at {at}"),
            (Some(at), true) => format!(" в {at}"),
            (None, _) => format!(", {}", self.weekday_date(entry.day)),
        };
        let n = self.count(total);
        if self.is_ru() {
            format!("{verb}: {what}{when}. Теперь {n}")
        } else {
            format!("{verb}: {what}{when}. Now {n}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        journal::tally::Cell,
        text::{EN, RU},
    };

    #[test]
    fn what_happened_on_another_day_fits_beside_undo() {
        let day = Date::new(2025, 6, 9).unwrap();
        let cell = Cell { what: What::PRESENTATION, list: None, reason: None };
        let entry = Counted { day, minute: None, cell, n: 8, amount: None, earlier: None };
        let removed = Said::Removed { entry, total: 0 };
        assert_eq!(RU.moved_elsewhere(&removed), "Отменено: презентация × 8, 9 июня");
        assert_eq!(EN.moved_elsewhere(&removed), "Removed: presentation × 8, 9 June");
        assert_eq!(
            EN.moved_elsewhere(&Said::Restored { entry, total: 8 }),
            "Brought back: presentation × 8, 9 June"
        );
    }
}
