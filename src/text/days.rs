//! Days: the week, one day, corrections.

use super::{
    Words,
    plural::{Case, Noun},
};
use crate::domain::date::Date;

impl Words {
    /// Heading of the week.
    #[must_use]
    pub fn week_of(self, first: Date, last: Date) -> String {
        self.span(first, last)
    }

    /// The week before.
    #[must_use]
    pub const fn week_before(self) -> &'static str {
        self.pick("Previous week", "Предыдущая неделя")
    }

    /// The week after.
    #[must_use]
    pub const fn week_after(self) -> &'static str {
        self.pick("Next week", "Следующая неделя")
    }

    /// This week.
    #[must_use]
    pub const fn this_week(self) -> &'static str {
        self.pick("This week", "Эта неделя")
    }

    /// Go to the week of a date.
    #[must_use]
    pub const fn go_to_date(self) -> &'static str {
        self.pick("Go to date", "Перейти к дате")
    }

    /// The last row.
    #[must_use]
    pub const fn week_total(self) -> &'static str {
        self.pick("Week total", "За неделю")
    }

    /// Opens the import of pasted cells.
    #[must_use]
    pub const fn paste(self) -> &'static str {
        self.pick("Paste from a spreadsheet", "Вставить из таблицы")
    }

    /// Nothing in this week.
    #[must_use]
    pub const fn empty_week(self) -> &'static str {
        self.pick(
            "Nothing recorded this week. Type the numbers or paste them.",
            "За неделю записей нет. Впишите числа или вставьте из таблицы.",
        )
    }

    /// The keys of the grid.
    #[must_use]
    pub const fn grid_keys(self) -> &'static str {
        self.pick(
            "Keys: Tab → next cell · Enter ↓ · Shift+Enter ↑ · Esc restores the cell · Ctrl+Z undoes",
            "Клавиши: Tab → дальше · Enter ↓ · Shift+Enter ↑ · Esc возвращает число · Ctrl+Z отменяет",
        )
    }

    /// A day off.
    #[must_use]
    pub const fn day_off(self) -> &'static str {
        self.pick("Day off", "Выходной")
    }

    /// How much of a day is worked.
    #[must_use]
    pub const fn day_weight_label(self) -> &'static str {
        self.pick("Length of the day", "Длина дня")
    }

    /// The weights offered, in permille.
    #[must_use]
    pub const fn day_weight(self, permille: u16) -> &'static str {
        match permille {
            500 => self.pick("Half day", "Полдня"),
            875 => self.pick("Short day", "Короткий день"),
            _ => self.pick("Full day", "Полный день"),
        }
    }

    /// A note on a day.
    #[must_use]
    pub const fn note(self) -> &'static str {
        self.pick("Note", "Заметка")
    }

    /// Heading of a day's reasons.
    #[must_use]
    pub const fn reasons_of_day(self) -> &'static str {
        self.pick("Reasons", "Причины")
    }

    /// Heading of a day's entries.
    #[must_use]
    pub fn entries_of_day(self, n: u64) -> String {
        self.counted(Noun::Entry, Case::Nominative, n)
    }

    /// One less.
    #[must_use]
    pub fn one_less(self, of: &str) -> String {
        format!("{of}: −1")
    }

    /// One more.
    #[must_use]
    pub fn one_more(self, of: &str) -> String {
        format!("{of}: +1")
    }

    /// A lowered cell.
    #[must_use]
    pub fn removes(self, n: u64) -> String {
        if self.is_ru() {
            format!("Убрано последних записей за день: {}. Это можно отменить.", self.count(n))
        } else if n == 1 {
            "Removed the newest entry of that day. You can undo.".to_owned()
        } else {
            format!("Removed the {} newest entries of that day. You can undo.", self.count(n))
        }
    }

    /// Sales above presentations: a note.
    #[must_use]
    pub const fn more_sales(self) -> &'static str {
        self.pick(
            "More sales than presentations on this day: some came from earlier ones.",
            "Сделок за день больше, чем презентаций: часть — от прежних.",
        )
    }

    /// Offers to spread a week's total.
    #[must_use]
    pub fn spread(self, total: u64, parts: &[u32]) -> String {
        let days = parts.len() as u64;
        let list: Vec<String> = parts.iter().map(|it| self.count(*it)).collect();
        let list = list.join(", ");
        if self.is_ru() {
            let days = self.counted(Noun::Workday, Case::Accusative, days);
            format!("Разложить {} на {days}: {list}", self.count(total))
        } else {
            let days = self.counted(Noun::Workday, Case::Nominative, days);
            format!("Spread {} over {days}: {list}", self.count(total))
        }
    }

    /// Label of a week's total to be spread.
    #[must_use]
    pub const fn spread_label(self) -> &'static str {
        self.pick("Only know the week?", "Знаете только за неделю?")
    }

    /// How many have no reason.
    #[must_use]
    pub fn without_reason(self, n: u64) -> String {
        let n = self.count(n);
        if self.is_ru() { format!("Без причины: {n}") } else { format!("Without a reason: {n}") }
    }

    /// A fixed column where room is short.
    #[must_use]
    pub const fn short_column(self, place: usize) -> &'static str {
        match place {
            0 => self.pick("Calls", "Звон."),
            1 => self.pick("Pres", "През."),
            2 => self.pick("Sale", "Сдел."),
            3 => self.pick("In.P", "Вх.П"),
            _ => self.pick("In.S", "Вх.С"),
        }
    }

    /// Does it.
    #[must_use]
    pub const fn spread_now(self) -> &'static str {
        self.pick("Spread", "Разложить")
    }

    /// A field of the grid: `Tue 3 June, Calls`.
    #[must_use]
    pub fn cell_name(self, day: Date, column: &str) -> String {
        format!("{}, {column}", self.weekday_date(day))
    }
}
