//! Saving and checking a backup, space, what cannot be read.

use super::{
    Words,
    plural::{Case, Noun},
};
use crate::app::view::settings::{ABOUT_ALL_SPACE, BackupAge};

impl Words {
    /// Heading of the section.
    #[must_use]
    pub const fn your_data(self) -> &'static str {
        self.pick("Your data", "Ваши данные")
    }

    /// How old the last checked backup is, with ▲ when another one is due.
    #[must_use]
    pub fn backup_age(self, age: BackupAge) -> String {
        let text = match (age.checked, self.is_ru()) {
            (None, _) => self.pick("No checked backup yet", "Проверенной копии пока нет").to_owned(),
            (Some(0), _) => {
                self.pick("Last checked backup: today", "Последняя проверенная копия: сегодня").to_owned()
            }
            (Some(days), false) => {
                let days = self.counted(Noun::Day, Case::Nominative, u64::from(days));
                format!("Last checked backup: {days} ago")
            }
            (Some(days), true) => {
                let days = self.counted(Noun::Day, Case::Accusative, u64::from(days));
                format!("Последняя проверенная копия: {days} назад")
            }
        };
        if age.due { format!("{text} ▲") } else { text }
    }

    /// The same in the sidebar, under the word backup.
    #[must_use]
    pub fn backup_age_short(self, age: BackupAge) -> String {
        let text = match (age.checked, self.is_ru()) {
            (None, _) => self.pick("none yet", "пока нет").to_owned(),
            (Some(0), _) => self.pick("today", "сегодня").to_owned(),
            (Some(days), false) => {
                format!("{} ago", self.counted(Noun::Day, Case::Nominative, u64::from(days)))
            }
            (Some(days), true) => {
                format!("{} назад", self.counted(Noun::Day, Case::Accusative, u64::from(days)))
            }
        };
        if age.due { format!("{text} ▲") } else { text }
    }

    /// The word above it.
    #[must_use]
    pub const fn backup_word(self) -> &'static str {
        self.pick("Backup", "Копия")
    }

    /// A backup was saved, but nobody knows whether it is whole.
    #[must_use]
    pub const fn saved_not_checked(self) -> &'static str {
        self.pick("Saved, not checked.", "Сохранена, не проверена.")
    }

    /// Opens the picker for the file just saved.
    #[must_use]
    pub const fn check_the_file(self) -> &'static str {
        self.pick("Check the file", "Проверить файл")
    }

    /// Right after saving.
    #[must_use]
    pub const fn saved_choose_it(self) -> &'static str {
        self.pick("Saved. Choose the file to check it.", "Сохранено. Выберите файл, чтобы проверить его.")
    }

    /// The saved file is whole.
    #[must_use]
    pub fn checked(self, n: usize) -> String {
        let n = n as u64;
        if self.is_ru() {
            format!("Проверено: записей {}, все на месте.", self.count(n))
        } else {
            format!("Checked: {}, all here.", self.counted(Noun::Entry, Case::Nominative, n))
        }
    }

    /// Another file was chosen, or it was changed.
    #[must_use]
    pub const fn not_the_file(self) -> &'static str {
        self.pick("This is not the file just saved.", "Это не тот файл.")
    }

    /// The browser could not write the file.
    #[must_use]
    pub const fn not_saved(self) -> &'static str {
        self.pick("The file could not be saved.", "Файл сохранить не удалось.")
    }

    /// The browser could not read the file.
    #[must_use]
    pub const fn not_read(self) -> &'static str {
        self.pick("The file could not be read.", "Файл прочитать не удалось.")
    }

    /// Leads to the import.
    #[must_use]
    pub const fn import_link(self) -> &'static str {
        self.pick("Import CSV…", "Импорт CSV…")
    }

    /// Gives the counts as CSV.
    #[must_use]
    pub const fn export_csv(self) -> &'static str {
        self.pick("Export CSV", "Экспорт CSV")
    }

    /// Prints the report.
    #[must_use]
    pub const fn print_report(self) -> &'static str {
        self.pick("Print report", "Распечатать отчёт")
    }

    /// What a backup is, in a sentence.
    #[must_use]
    pub const fn backup_hint(self) -> &'static str {
        self.pick(
            "One file with everything. It is the only other copy of your log: this browser keeps the first.",
            "Один файл, в нём всё. Это единственная вторая копия журнала: первую хранит этот браузер.",
        )
    }

    /// How much space is used: `Used 0.4 of about 5.2 M characters`.
    #[must_use]
    pub fn space_used(self, used: usize) -> String {
        let (used, all) = (self.millions(used), self.millions(ABOUT_ALL_SPACE));
        if self.is_ru() {
            format!("Занято {used} из примерно {all} млн знаков")
        } else {
            format!("Used {used} of about {all} M characters")
        }
    }

    /// Characters in millions with one decimal, rounded up so that nothing reads as 0.
    pub(crate) fn millions(self, n: usize) -> String {
        self.tenths(n.div_ceil(100_000) as u64)
    }

    /// Space is nearly used up.
    #[must_use]
    pub const fn space_short(self) -> &'static str {
        self.pick(
            "Space is nearly used up. Save a backup now.",
            "Место почти закончилось. Скачайте копию сейчас.",
        )
    }

    /// Safari forgets.
    #[must_use]
    pub const fn safari_forgets(self) -> &'static str {
        self.pick(
            "Safari can erase a site after 7 days without a visit. Add Callpace to the Home Screen, or back up weekly.",
            "Safari может стереть данные сайта после 7 дней без захода. Добавьте Callpace на экран «Домой» или раз в неделю скачивайте копию.",
        )
    }

    /// Heading of the parts that cannot be read.
    #[must_use]
    pub const fn unreadable_title(self) -> &'static str {
        self.pick("Cannot be read", "Не читается")
    }

    /// Why they are kept.
    #[must_use]
    pub const fn unreadable_hint(self) -> &'static str {
        self.pick(
            "These parts stay where they are, unchanged, and go into every backup. Restore a backup to get their entries back.",
            "Эти части остаются на месте без изменений и попадают в каждую копию. Чтобы вернуть их записи, восстановите копию.",
        )
    }

    /// One of them.
    #[must_use]
    pub fn unreadable_part(self, newer: bool, len: usize) -> String {
        let len = self.count(len as u64);
        match (newer, self.is_ru()) {
            (false, false) => format!("damaged, {len} characters"),
            (true, false) => format!("of a newer version, {len} characters"),
            (false, true) => format!("повреждено, знаков: {len}"),
            (true, true) => format!("от более новой версии, знаков: {len}"),
        }
    }

    /// Gives a part as a file.
    #[must_use]
    pub const fn download(self) -> &'static str {
        self.pick("Download", "Скачать")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{EN, RU};

    #[test]
    fn the_age_of_a_backup() {
        let age = |checked, due| BackupAge { checked, unchecked: false, due, needed: true };
        assert_eq!(EN.backup_age(age(Some(9), true)), "Last checked backup: 9 days ago ▲");
        assert_eq!(EN.backup_age(age(Some(1), false)), "Last checked backup: 1 day ago");
        assert_eq!(RU.backup_age(age(Some(9), true)), "Последняя проверенная копия: 9 дней назад ▲");
        assert_eq!(RU.backup_age(age(Some(21), false)), "Последняя проверенная копия: 21 день назад");
        assert_eq!(RU.backup_age(age(Some(2), false)), "Последняя проверенная копия: 2 дня назад");
        assert_eq!(RU.backup_age(age(None, false)), "Проверенной копии пока нет");
        assert_eq!(EN.backup_age_short(age(Some(0), false)), "today");
    }

    #[test]
    fn what_became_of_a_file() {
        assert_eq!(EN.checked(1240), "Checked: 1,240 entries, all here.");
        assert_eq!(RU.checked(1240), "Проверено: записей 1\u{a0}240, все на месте.");
    }

    #[test]
    fn space_is_about() {
        assert_eq!(EN.space_used(400_000), "Used 0.4 of about 5.2 M characters");
        assert_eq!(RU.space_used(1), "Занято 0,1 из примерно 5,2 млн знаков");
        assert_eq!(EN.space_used(0), "Used 0.0 of about 5.2 M characters");
    }
}
