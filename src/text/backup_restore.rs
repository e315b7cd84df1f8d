//! Restoring a backup, erasing everything, and putting back what was here.

use super::{
    Words,
    plural::{Case, Noun},
};
use crate::domain::date::Date;

impl Words {
    /// Opens the picker for a backup.
    #[must_use]
    pub const fn restore_backup(self) -> &'static str {
        self.pick("Restore a backup…", "Восстановить копию…")
    }

    /// Whose backup a file is.
    #[must_use]
    pub fn made_on(self, day: Date) -> String {
        if self.is_ru() {
            format!("Копия от {}", self.date(day))
        } else {
            format!("Backup of {}", self.date(day))
        }
    }

    /// What the file counts, all together.
    #[must_use]
    pub fn file_totals(self, [calls, presentations, sales]: [u64; 3]) -> String {
        let part = |noun, n| self.counted(noun, Case::Nominative, n);
        format!(
            "{} · {} · {}",
            part(Noun::Call, calls),
            part(Noun::Presentation, presentations),
            part(Noun::Sale, sales)
        )
    }

    /// What restoring would do.
    #[must_use]
    pub fn restore_preview(self, fresh: usize, same: usize) -> String {
        let (new, here) = (self.count(fresh as u64), self.count(same as u64));
        match (fresh, self.is_ru()) {
            (_, true) => {
                format!("Новых записей: {new}, уже есть: {here}. Только для своих устройств.")
            }
            (1, false) => format!("1 entry is new, {here} already here. Only for your own devices."),
            (_, false) => format!("{new} entries are new, {here} already here. Only for your own devices."),
        }
    }

    /// Records that are here with another content.
    #[must_use]
    pub fn restore_conflicts(self, n: usize) -> String {
        let count = self.count(n as u64);
        match (n, self.is_ru()) {
            (_, true) => format!("Отличаются от здешних: {count}. Здешние останутся как есть."),
            (1, false) => "1 differs from what is here. What is here stays.".to_owned(),
            (_, false) => format!("{count} differ from what is here. What is here stays."),
        }
    }

    /// Nothing to do.
    #[must_use]
    pub const fn restore_nothing(self) -> &'static str {
        self.pick("Everything in this file is already here.", "Всё из этого файла уже есть.")
    }

    /// The file is damaged; so many records of it are whole.
    #[must_use]
    pub fn restore_damaged(self, whole: usize) -> String {
        let n = whole as u64;
        match (whole, self.is_ru()) {
            (0, _) => self
                .pick(
                    "This backup is damaged, and nothing in it can be read.",
                    "Копия повреждена, прочитать в ней ничего нельзя.",
                )
                .to_owned(),
            (_, false) => format!(
                "This backup is damaged. {} of it can still be read.",
                self.counted(Noun::Entry, Case::Nominative, n)
            ),
            (_, true) => format!("Копия повреждена. Прочитать можно записей: {}.", self.count(n)),
        }
    }

    /// Another file.
    #[must_use]
    pub const fn restore_not_a_backup(self) -> &'static str {
        self.pick("This is not a Callpace backup.", "Это не копия Callpace.")
    }

    /// A file of a later version.
    #[must_use]
    pub const fn restore_newer(self) -> &'static str {
        self.pick(
            "Made by a newer Callpace. Reload the page, then try again.",
            "Файл создан более новой версией. Обновите страницу и повторите.",
        )
    }

    /// Adds what is new.
    #[must_use]
    pub const fn restore(self) -> &'static str {
        self.pick("Restore", "Восстановить")
    }

    /// Saves a backup before something that changes everything.
    #[must_use]
    pub const fn backup_first(self) -> &'static str {
        self.pick("Save a backup first", "Сначала скачать копию")
    }

    /// Said aloud after a restore.
    #[must_use]
    pub fn restored_n(self, n: usize) -> String {
        let n = self.count(n as u64);
        if self.is_ru() {
            format!("Восстановлено записей: {n}")
        } else {
            format!("Restored: {n}")
        }
    }

    /// After a restore.
    #[must_use]
    pub const fn restored(self) -> &'static str {
        self.pick("Restored.", "Восстановлено.")
    }

    /// After an erase.
    #[must_use]
    pub const fn erased(self) -> &'static str {
        self.pick("Erased.", "Стёрто.")
    }

    /// Takes a restore or an erase back.
    #[must_use]
    pub const fn put_back(self) -> &'static str {
        self.pick("Put back what was here", "Вернуть как было")
    }

    /// How long that can be done.
    #[must_use]
    pub const fn until_closed(self) -> &'static str {
        self.pick("It can be put back until this page is closed.", "Вернуть можно, пока страница не закрыта.")
    }

    /// Said aloud after putting back.
    #[must_use]
    pub const fn was_put_back(self) -> &'static str {
        self.pick("Put back as it was.", "Всё возвращено как было.")
    }

    /// Opens the question before erasing.
    #[must_use]
    pub const fn erase_everything(self) -> &'static str {
        self.pick("Erase everything…", "Стереть всё…")
    }

    /// Heading of that question.
    #[must_use]
    pub const fn erase_title(self) -> &'static str {
        self.pick("Erase everything", "Стереть всё")
    }

    /// What is erased.
    #[must_use]
    pub const fn erase_hint(self) -> &'static str {
        self.pick(
            "Takes every entry, list and setting out of this browser. Backups you saved stay where they are.",
            "Из этого браузера исчезнут все записи, базы и настройки. Скачанные копии останутся на месте.",
        )
    }

    /// What has to be typed.
    #[must_use]
    pub const fn erase_word(self) -> &'static str {
        self.pick("ERASE", "СТЕРЕТЬ")
    }

    /// Label of the field for it.
    #[must_use]
    pub const fn erase_label(self) -> &'static str {
        self.pick("Type ERASE to confirm", "Чтобы подтвердить, введите СТЕРЕТЬ")
    }

    /// Something else was typed.
    #[must_use]
    pub const fn erase_error(self) -> &'static str {
        self.pick("Type the word ERASE", "Введите слово СТЕРЕТЬ")
    }

    /// Erases.
    #[must_use]
    pub const fn erase(self) -> &'static str {
        self.pick("Erase", "Стереть")
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{EN, RU};

    #[test]
    fn what_a_file_would_bring() {
        assert_eq!(
            EN.restore_preview(240, 1000),
            "240 entries are new, 1,000 already here. Only for your own devices."
        );
        assert_eq!(
            RU.restore_preview(240, 1000),
            "Новых записей: 240, уже есть: 1\u{a0}000. Только для своих устройств."
        );
        assert_eq!(EN.restore_damaged(1), "This backup is damaged. 1 entry of it can still be read.");
        assert_eq!(EN.file_totals([100, 25, 5]), "100 calls · 25 presentations · 5 sales");
    }
}
