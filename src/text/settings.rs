//! Settings.

use super::Words;
use crate::app::prefs::{Lang, Theme};

impl Words {
    /// Heading of the look.
    #[must_use]
    pub const fn look_and_keys(self) -> &'static str {
        self.pick("Look and keys", "Вид и клавиши")
    }

    /// Label of the language.
    #[must_use]
    pub const fn language(self) -> &'static str {
        self.pick("Language", "Язык")
    }

    /// A language, in itself.
    #[must_use]
    pub const fn language_name(lang: Lang) -> &'static str {
        match lang {
            Lang::En => "English",
            Lang::Ru => "Русский",
        }
    }

    /// Label of the theme.
    #[must_use]
    pub const fn theme_label(self) -> &'static str {
        self.pick("Theme", "Тема")
    }

    /// A theme.
    #[must_use]
    pub const fn theme(self, theme: Theme) -> &'static str {
        match theme {
            Theme::Auto => self.pick("Auto", "Авто"),
            Theme::Light => self.pick("Light", "Светлая"),
            Theme::Dark => self.pick("Dark", "Тёмная"),
        }
    }

    /// Label of the shortcuts.
    #[must_use]
    pub const fn shortcuts(self) -> &'static str {
        self.pick("Single-key shortcuts", "Клавиши без Ctrl")
    }
}
