//! The Log.

use super::Words;
use crate::{
    app::view::log::EntryLine,
    domain::{date::Date, reason::Side},
    journal::settings::MiddleName,
};

impl Words {
    /// First run: a bold sentence and what follows it.
    #[must_use]
    pub const fn first_run(self) -> (&'static str, &'static str) {
        (
            self.pick("Count your next call.", "Запишите следующий звонок."),
            self.pick(
                "Tap Call after each cold call. Nothing leaves this device.",
                "Нажимайте «Звонок» после каждого холодного звонка. Данные остаются на этом устройстве.",
            ),
        )
    }

    /// Opens what counts as what.
    #[must_use]
    pub const fn what_counts_link(self) -> &'static str {
        self.pick("What counts?", "Что считать?")
    }

    /// Above the inbound buttons.
    #[must_use]
    pub const fn inbound_note(self) -> &'static str {
        self.pick("Inbound — kept out of cold-call rates", "Входящие — не входят в конверсию звонков")
    }

    /// Opens the sheet for several.
    #[must_use]
    pub const fn several(self) -> &'static str {
        self.pick("+ several", "+ несколько")
    }

    /// Heading of the sheet for several.
    #[must_use]
    pub const fn several_title(self) -> &'static str {
        self.pick("Record several", "Записать несколько")
    }

    /// How many, in the sheet for several.
    #[must_use]
    pub const fn how_many(self) -> &'static str {
        self.pick("How many", "Сколько")
    }

    /// Which step, in the sheet for several.
    #[must_use]
    pub const fn which_step(self) -> &'static str {
        self.pick("Step", "Шаг")
    }

    /// Label of a reason field.
    #[must_use]
    pub const fn reason_label(self) -> &'static str {
        self.pick("Reason", "Причина")
    }

    /// No reason, no list.
    #[must_use]
    pub const fn not_recorded(self) -> &'static str {
        self.pick("Not recorded", "Не указано")
    }

    /// Label of a list field.
    #[must_use]
    pub const fn list_label(self) -> &'static str {
        self.pick("List", "База")
    }

    /// No list is chosen.
    #[must_use]
    pub const fn no_list(self) -> &'static str {
        self.pick("No list", "Без базы")
    }

    /// Makes a new list.
    #[must_use]
    pub const fn add_list(self) -> &'static str {
        self.pick("+ Add a list…", "+ Новая база…")
    }

    /// Heading of the sheet for a new list.
    #[must_use]
    pub const fn add_list_title(self) -> &'static str {
        self.pick("Add a list", "Новая база")
    }

    /// Label of a name field.
    #[must_use]
    pub const fn name_label(self) -> &'static str {
        self.pick("Name", "Название")
    }

    /// Every list.
    #[must_use]
    pub const fn all_lists(self) -> &'static str {
        self.pick("All lists", "Все базы")
    }

    /// Label of a sale's amount.
    #[must_use]
    pub const fn amount_label(self) -> &'static str {
        self.pick("Amount (optional)", "Сумма (необязательно)")
    }

    /// A sale's amount was refused.
    #[must_use]
    pub const fn amount_error(self) -> &'static str {
        self.pick("An amount is a number, like 40 000 or 12.50", "Сумма — число, например 40 000 или 12,50")
    }

    /// The daily goal of a counter.
    #[must_use]
    pub fn of_goal(self, n: u64, goal: u64) -> String {
        let done = if n >= goal { "✓ " } else { "" };
        let goal = self.count(goal);
        if self.is_ru() { format!("{done}из {goal}") } else { format!("{done}of {goal}") }
    }

    /// Label of a day field.
    #[must_use]
    pub const fn day_label(self) -> &'static str {
        self.pick("Day", "День")
    }

    /// Today.
    #[must_use]
    pub const fn today(self) -> &'static str {
        self.pick("Today", "Сегодня")
    }

    /// The day before.
    #[must_use]
    pub const fn yesterday(self) -> &'static str {
        self.pick("Yesterday", "Вчера")
    }

    /// Another day.
    #[must_use]
    pub const fn pick_a_day(self) -> &'static str {
        self.pick("Pick a day", "Выбрать день")
    }

    /// The chip of the Log's day: `Today, Wed 11 June`.
    #[must_use]
    pub fn day_chip(self, day: Date, today: Date) -> String {
        match today.days_since(day) {
            0 => self.today().to_owned(),
            1 => self.yesterday().to_owned(),
            _ => self.weekday_date(day),
        }
    }

    /// The question above the reasons.
    #[must_use]
    pub const fn why(self, side: Side) -> &'static str {
        match side {
            Side::Call => match self.middle {
                MiddleName::Presentation => {
                    self.pick("Why no presentation? Optional.", "Почему не презентация? Можно пропустить.")
                }
                MiddleName::Meeting => {
                    self.pick("Why no meeting? Optional.", "Почему не встреча? Можно пропустить.")
                }
            },
            Side::Presentation => self.pick("Why no sale? Optional.", "Почему не купили? Можно пропустить."),
        }
    }

    /// Nothing was logged yet: what the reasons are for.
    #[must_use]
    pub const fn why_later(self) -> &'static str {
        self.pick("Reasons appear after the first call.", "Причины появятся после первого звонка.")
    }

    /// The question after a sale.
    #[must_use]
    pub const fn which_day(self) -> &'static str {
        match self.middle {
            MiddleName::Presentation => {
                self.pick("Which day’s presentation was it?", "С какой презентации эта сделка?")
            }
            MiddleName::Meeting => self.pick("Which day’s meeting was it?", "С какой встречи эта сделка?"),
        }
    }

    /// The pick answer after a sale.
    #[must_use]
    pub const fn pick_answer(self) -> &'static str {
        self.pick("pick", "выбрать")
    }

    /// Heading of the last entries.
    #[must_use]
    pub const fn last_entries(self) -> &'static str {
        self.pick("Last entries", "Последние записи")
    }

    /// Leads to all entries.
    #[must_use]
    pub const fn all_entries(self) -> &'static str {
        self.pick("All", "Все")
    }

    /// Changes an entry.
    #[must_use]
    pub const fn edit(self) -> &'static str {
        self.pick("Edit", "Изменить")
    }

    /// Takes an entry away.
    #[must_use]
    pub const fn delete(self) -> &'static str {
        self.pick("Delete", "Удалить")
    }

    /// `14 of 27 · 13 to go`, `27 · today's plan is done`, `14 today`.
    #[must_use]
    pub fn goal(self, done: u64, goal: Option<u64>, is_today: bool) -> String {
        let n = self.count(done);
        match goal {
            Some(goal) if is_today && goal > done => {
                let (of, left) = (self.count(goal), self.count(goal - done));
                if self.is_ru() {
                    format!("{n} из {of} · осталось {left}")
                } else {
                    format!("{n} of {of} · {left} to go")
                }
            }
            Some(goal) if is_today && goal > 0 => {
                let of = self.count(goal);
                let done = self.pick("today’s plan is done", "план на день выполнен");
                format!("{of} · {done}")
            }
            _ if is_today && self.is_ru() => format!("сегодня {n}"),
            _ if is_today => format!("{n} today"),
            _ => n,
        }
    }

    /// An entry, short: `Call · 14:32 · No answer`.
    #[must_use]
    pub fn entry_line(self, line: &EntryLine) -> String {
        let mut text = self.what(line.counted.cell.what, &line.what);
        if line.counted.n > 1 {
            text = format!("{text} × {}", self.count(line.counted.n));
        }
        let hour = line.counted.minute.map(|it| self.hour(it));
        for part in hour.into_iter().chain(line.reason.as_ref().map(|it| self.name(it))) {
            text.push_str(" · ");
            text.push_str(&part);
        }
        text
    }

    /// The entry of another day that the next undo takes back.
    #[must_use]
    pub fn undo_next(self, line: &EntryLine) -> String {
        let (entry, day) = (self.entry_line(line), self.date(line.counted.day));
        if self.is_ru() {
            format!("«Отменить» уберёт: {entry}, {day}")
        } else {
            format!("Undo takes back: {entry}, {day}")
        }
    }

    /// Another day is logged for.
    #[must_use]
    pub fn other_day(self, day: Date) -> String {
        let day = self.weekday_date(day);
        if self.is_ru() {
            format!("Вы записываете за {}.", accusative(&day))
        } else {
            format!("You are logging for {day}.")
        }
    }

    /// Leads back to today.
    #[must_use]
    pub const fn back_to_today(self) -> &'static str {
        self.pick("Back to today", "К сегодня")
    }

    /// Points to the list of keys.
    #[must_use]
    pub const fn press_for_keys(self) -> &'static str {
        self.pick("Press ? for keys", "Клавиши: ?")
    }
}

/// Weekdays of the feminine change in the accusative: «за среду».
fn accusative(day: &str) -> String {
    for (nominative, accusative) in [("среда", "среду"), ("пятница", "пятницу"), ("суббота", "субботу")]
    {
        if let Some(rest) = day.strip_prefix(nominative) {
            return format!("{accusative}{rest}");
        }
    }
    day.to_owned()
}
