//! Settings: headings, the look, how days are counted.

use super::Words;
use crate::{
    app::{
        prefs::{Lang, Theme},
        route::SettingsPart,
    },
    domain::date::{Date, Weekday},
};

impl Words {
    /// A part, as in the links to it and in its heading.
    #[must_use]
    pub const fn settings_part(self, part: SettingsPart) -> &'static str {
        match part {
            SettingsPart::Main => self.pick("Settings", "Настройки"),
            SettingsPart::Backup => self.your_data(),
            SettingsPart::Import => self.pick("Import", "Импорт"),
            SettingsPart::Lists => self.pick("Lists", "Базы"),
            SettingsPart::Reasons => self.pick("Reasons", "Причины"),
            SettingsPart::Steps => self.pick("Steps", "Шаги"),
            SettingsPart::Counters => self.pick("Counters", "Счётчики"),
            SettingsPart::Workdays => self.pick("Workdays", "Рабочие дни"),
            SettingsPart::Keys => self.pick("Keys", "Клавиши"),
            SettingsPart::About => self.pick("How it counts", "Как считаем"),
        }
    }

    /// What a part is about, under its link.
    #[must_use]
    pub const fn settings_part_hint(self, part: SettingsPart) -> &'static str {
        match part {
            SettingsPart::Main => "",
            SettingsPart::Backup => self.pick("Backup, restore, erase", "Копия, восстановление, очистка"),
            SettingsPart::Import => self.pick("From a spreadsheet or a CRM", "Из таблицы или CRM"),
            SettingsPart::Lists => self.pick("Whom you call", "Кому вы звоните"),
            SettingsPart::Reasons => self.pick("Why people say no", "Почему отказывают"),
            SettingsPart::Steps => self.pick("Between call and sale", "Между звонком и сделкой"),
            SettingsPart::Counters => self.pick("E-mails, visits, hours", "Письма, визиты, часы"),
            SettingsPart::Workdays => self.pick("Your week and holidays", "Ваша неделя и праздники"),
            SettingsPart::Keys => self.pick("Log without the mouse", "Учёт без мыши"),
            SettingsPart::About => {
                self.pick("Methods, privacy, version, licence", "Методы, приватность, версия, лицензия")
            }
        }
    }

    /// The links between the parts.
    #[must_use]
    pub const fn settings_nav(self) -> &'static str {
        self.pick("Parts of Settings", "Разделы настроек")
    }

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

    /// Heading of what days and words are counted by.
    #[must_use]
    pub const fn counting(self) -> &'static str {
        self.pick("Counting", "Учёт")
    }

    /// Label of the name of the middle step.
    #[must_use]
    pub const fn middle_step(self) -> &'static str {
        self.pick("Middle step", "Средний шаг")
    }

    /// A name of the middle step.
    #[must_use]
    pub const fn middle_preset(self, it: crate::journal::settings::MiddleName) -> &'static str {
        Self { middle: it, ..self }.step(crate::domain::step::Step::Presentation)
    }

    /// Label of the day start.
    #[must_use]
    pub const fn day_starts(self) -> &'static str {
        self.pick("Day starts", "День начинается в")
    }

    /// What that is for.
    #[must_use]
    pub const fn day_starts_hint(self) -> &'static str {
        self.pick(
            "Calls before this hour count for the day before.",
            "Звонки до этого часа относятся к предыдущему дню.",
        )
    }

    /// Label of the week start.
    #[must_use]
    pub const fn week_starts(self) -> &'static str {
        self.pick("Week starts", "Неделя начинается в")
    }

    /// A day on which a week starts.
    #[must_use]
    pub const fn week_start_day(self, it: Weekday) -> &'static str {
        match it {
            Weekday::Sunday => self.pick("Sunday", "воскресенье"),
            _ => self.pick("Monday", "понедельник"),
        }
    }

    /// Heading of the days of the week.
    #[must_use]
    pub const fn workdays_title(self) -> &'static str {
        self.pick("Days you work", "По каким дням вы работаете")
    }

    /// What they are for.
    #[must_use]
    pub const fn workdays_hint(self) -> &'static str {
        self.pick(
            "The plan spreads calls over these days. A single day off or a short day is set on Days.",
            "План делит звонки на эти дни. Отдельный выходной или короткий день отмечается в «Днях».",
        )
    }

    /// Heading of the holidays.
    #[must_use]
    pub const fn holidays(self) -> &'static str {
        self.pick("Holidays", "Праздники и отпуск")
    }

    /// Label of the field for one.
    #[must_use]
    pub const fn holiday(self) -> &'static str {
        self.pick("Day", "День")
    }

    /// None yet.
    #[must_use]
    pub const fn no_holidays(self) -> &'static str {
        self.pick("None yet.", "Пока нет.")
    }

    /// Adds one.
    #[must_use]
    pub const fn add(self) -> &'static str {
        self.pick("Add", "Добавить")
    }

    /// Takes a thing of this name away.
    #[must_use]
    pub fn remove(self, name: &str) -> String {
        format!("{} {name}", self.pick("Remove", "Убрать"))
    }

    /// Takes it away.
    #[must_use]
    pub const fn remove_word(self) -> &'static str {
        self.pick("Remove", "Убрать")
    }

    /// Adds the holidays of the Russian Labour Code of a year.
    #[must_use]
    pub fn russian_holidays(self, year: i32) -> String {
        if self.is_ru() {
            format!("Добавить праздники России, {year}")
        } else {
            format!("Add the public holidays of Russia, {year}")
        }
    }

    /// What they are.
    #[must_use]
    pub const fn russian_holidays_hint(self) -> &'static str {
        self.pick(
            "The days named in the Labour Code. Days off that are moved each year have to be added by hand.",
            "Дни из Трудового кодекса. Переносы каждого года добавьте сами.",
        )
    }

    /// A row of holidays that follow each other.
    #[must_use]
    pub fn holiday_span(self, first: Date, last: Date) -> String {
        self.span(first, last)
    }

    /// Label of the delay.
    #[must_use]
    pub const fn delay_days(self) -> &'static str {
        self.pick("Days from presentation to sale", "Дней от презентации до сделки")
    }

    /// What is used while it is empty.
    #[must_use]
    pub const fn delay_hint(self) -> &'static str {
        self.pick(
            "Learned from your answers after a sale, from 8 of them. Until then this number; left empty, 14.",
            "Узнаём из ваших ответов после сделки, когда их станет 8. До этого — это число, а без него 14.",
        )
    }

    /// Label of the minutes of a call.
    #[must_use]
    pub const fn minutes_call(self) -> &'static str {
        self.pick("Minutes a call takes", "Минут на один звонок")
    }

    /// Label of the minutes of a presentation.
    #[must_use]
    pub const fn minutes_presentation(self) -> &'static str {
        match self.middle {
            crate::journal::settings::MiddleName::Presentation => {
                self.pick("Minutes a presentation takes", "Минут на одну презентацию")
            }
            crate::journal::settings::MiddleName::Meeting => {
                self.pick("Minutes a meeting takes", "Минут на одну встречу")
            }
        }
    }

    /// What they are for.
    #[must_use]
    pub const fn minutes_hint(self) -> &'static str {
        self.pick("The plan then says the hours too.", "План тогда покажет и часы.")
    }

    /// Heading of these numbers.
    #[must_use]
    pub const fn your_numbers(self) -> &'static str {
        self.pick("Numbers only you know", "Что знаете только вы")
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{EN, RU};

    #[test]
    fn sentences_with_a_number() {
        assert_eq!(EN.russian_holidays(2025), "Add the public holidays of Russia, 2025");
        assert_eq!(RU.russian_holidays(2025), "Добавить праздники России, 2025");
        assert_eq!(RU.remove("Дозвон"), "Убрать Дозвон");
    }
}
