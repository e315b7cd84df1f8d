//! Navigation, page titles, banners: what is around every screen.

use super::{
    Words,
    plural::{Case, Noun},
};
use crate::app::{effect::StoreError, route::Screen};

impl Words {
    /// A screen, as in the navigation and its heading.
    #[must_use]
    pub const fn screen(self, screen: Screen) -> &'static str {
        match screen {
            Screen::Log => self.pick("Log", "Учёт"),
            Screen::Funnel(_) => self.pick("Funnel", "Воронка"),
            Screen::Plan => self.pick("Plan", "План"),
            Screen::Days(_) => self.pick("Days", "Дни"),
            Screen::Settings(_) => self.pick("Settings", "Настройки"),
            Screen::Shared => self.pick("Shared numbers", "Присланные цифры"),
            Screen::View => self.pick("A colleague's file", "Файл коллеги"),
            Screen::NoSuchDate => self.pick("That date does not exist", "Такой даты нет"),
            Screen::NoSuchPage => self.pick("No such page", "Нет такой страницы"),
        }
    }

    /// `document.title`.
    #[must_use]
    pub fn title(self, screen: Screen) -> String {
        format!("{} - Callpace", self.screen(screen))
    }

    /// `document.title` while a field is wrong.
    #[must_use]
    pub fn error_title(self, screen: Screen) -> String {
        format!("{} {}", self.pick("Error:", "Ошибка:"), self.title(screen))
    }

    /// The link before everything.
    #[must_use]
    pub const fn skip(self) -> &'static str {
        self.pick("Skip to content", "К содержанию")
    }

    /// The name of the navigation.
    #[must_use]
    pub const fn navigation(self) -> &'static str {
        self.pick("Screens", "Разделы")
    }

    /// Leads back from a page that does not exist.
    #[must_use]
    pub const fn to_log(self) -> &'static str {
        self.pick("Go to the Log", "Перейти к учёту")
    }

    /// While the sample is open.
    #[must_use]
    pub const fn sample_banner(self) -> &'static str {
        self.pick(
            "Sample data: 8 weeks of a made-up seller. Your own log is untouched.",
            "Это пример: 8 недель работы вымышленного продавца. Ваш журнал не тронут.",
        )
    }

    /// Opens the sample.
    #[must_use]
    pub const fn open_sample(self) -> &'static str {
        self.pick("Look round with sample data", "Посмотреть на примере")
    }

    /// Closes it.
    #[must_use]
    pub const fn close_sample(self) -> &'static str {
        self.pick("Close the sample", "Закрыть пример")
    }

    /// Something could not be stored.
    #[must_use]
    pub fn storage_trouble(self, why: StoreError, unsaved: u32) -> String {
        match (why, self.is_ru()) {
            (StoreError::Unavailable, _) => self
                .pick(
                    "This browser blocks storage: closing the tab erases your log.",
                    "Браузер не даёт сохранять данные: закроете вкладку — журнал пропадёт.",
                )
                .to_owned(),
            (_, false) => {
                let entries = self.counted(Noun::Entry, Case::Nominative, u64::from(unsaved));
                let (what, are) = if unsaved == 1 {
                    ("Your last entry".to_owned(), "is")
                } else {
                    (format!("Your last {entries}"), "are")
                };
                format!("This browser is out of space. {what} {are} on screen but not saved.")
            }
            (_, true) => {
                let n = self.count(unsaved);
                format!("В браузере нет места. Последние записи ({n}) видны, но не сохранены.")
            }
        }
    }

    /// Some shards cannot be read.
    #[must_use]
    pub const fn storage_damaged(self) -> &'static str {
        self.pick(
            "Some saved data cannot be read. It stays where it is, unchanged; everything else works.",
            "Часть данных не читается. Она осталась на месте без изменений, остальное работает.",
        )
    }

    /// The data is of a newer version.
    #[must_use]
    pub const fn storage_newer(self) -> &'static str {
        self.pick(
            "This log was written by a newer Callpace. Nothing is changed here until you reload into that version.",
            "Журнал записан более новой версией Callpace. Здесь ничего не меняется, пока вы не обновите страницу до неё.",
        )
    }

    /// Gives the unreadable text as a file.
    #[must_use]
    pub const fn download_it(self) -> &'static str {
        self.pick("Download it", "Скачать её")
    }

    /// Saves a backup.
    #[must_use]
    pub const fn save_backup(self) -> &'static str {
        self.pick("Save a backup", "Скачать копию")
    }

    /// Tries to store again.
    #[must_use]
    pub const fn try_again(self) -> &'static str {
        self.pick("Try again", "Повторить")
    }

    /// Loads the page anew.
    #[must_use]
    pub const fn reload(self) -> &'static str {
        self.pick("Reload", "Обновить")
    }

    /// A new version waits.
    #[must_use]
    pub const fn update_ready(self) -> &'static str {
        self.pick("A new version is ready.", "Готова новая версия.")
    }

    /// Undo.
    #[must_use]
    pub const fn undo(self) -> &'static str {
        self.pick("Undo", "Отменить")
    }

    /// Redo.
    #[must_use]
    pub const fn redo(self) -> &'static str {
        self.pick("Redo", "Вернуть")
    }

    /// Closes without doing anything.
    #[must_use]
    pub const fn cancel(self) -> &'static str {
        self.pick("Cancel", "Отмена")
    }

    /// Saves a form.
    #[must_use]
    pub const fn save(self) -> &'static str {
        self.pick("Save", "Сохранить")
    }

    /// Closes what is done.
    #[must_use]
    pub const fn done(self) -> &'static str {
        self.pick("Done", "Готово")
    }

    /// Opens the arithmetic of a figure.
    #[must_use]
    pub const fn show_arithmetic(self) -> &'static str {
        self.pick("Show the arithmetic", "Показать расчёт")
    }

    /// Leads to the days a figure was counted from.
    #[must_use]
    pub const fn see_these_days(self) -> &'static str {
        self.pick("See these days", "Показать эти дни")
    }

    /// Opens the table of a chart.
    #[must_use]
    pub const fn table(self) -> &'static str {
        self.pick("Table", "Таблица")
    }

    /// Opens what can be taken from a chart.
    #[must_use]
    pub const fn take_chart(self) -> &'static str {
        self.pick("Save or copy", "Сохранить")
    }

    /// Saves a drawing as a file.
    #[must_use]
    pub const fn save_drawing(self) -> &'static str {
        self.pick("Save as SVG", "Скачать SVG")
    }

    /// Puts the table of a chart on the clipboard.
    #[must_use]
    pub const fn copy_table(self) -> &'static str {
        self.pick("Copy the table", "Скопировать таблицу")
    }

    /// It is there.
    #[must_use]
    pub const fn table_copied(self) -> &'static str {
        self.pick("Copied. Paste it into a spreadsheet.", "Скопировано. Вставьте в таблицу.")
    }

    /// The browser refused.
    #[must_use]
    pub const fn table_not_copied(self) -> &'static str {
        self.pick(
            "The browser did not allow it. Open the table and copy it by hand.",
            "Браузер не разрешил. Откройте таблицу и скопируйте вручную.",
        )
    }

    /// How the values of a drawing are read; said, not seen.
    #[must_use]
    pub const fn reading_hint(self) -> &'static str {
        self.pick(
            "Point, touch or use the arrow keys to read values.",
            "Наведите, коснитесь или нажимайте стрелки — появятся значения.",
        )
    }
}
