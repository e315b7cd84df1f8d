//! The import: what happens with each row, and why a file cannot be read.

use super::Words;

/// Why a row cannot be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum BadRow {
    NoSuchDate,
    NotANumber,
    Negative,
    Fraction,
    TooLarge,
    Future,
    Before2000,
    MissingDate,
    UnknownStep,
    TooManyCells,
}

/// What happens with a row that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum RowFate {
    Ready,
    Blank,
    Total,
    Title,
    AlreadyHere,
    LeftAlone,
    LeftOut,
}

/// Why a file cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum BadFile {
    Empty,
    TooLarge,
    TooManyRows,
    TooManyColumns,
    Workbook,
    NotText,
    NotATable,
    NewerBackup,
    NotRead,
}

impl Words {
    /// Heading of the rows.
    #[must_use]
    pub const fn rows_title(self) -> &'static str {
        self.pick("Row by row", "Построчно")
    }

    /// Only so many are shown.
    #[must_use]
    pub fn rows_shown(self, shown: usize, all: usize) -> String {
        let (shown, all) = (self.count(shown as u64), self.count(all as u64));
        if self.is_ru() {
            format!("Показано {shown} из {all}.")
        } else {
            format!("{shown} of {all} shown.")
        }
    }

    /// Leaves only the rows with errors.
    #[must_use]
    pub const fn only_errors(self) -> &'static str {
        self.pick("Only rows that need fixing", "Только с ошибками")
    }

    /// A row: `Row 14`.
    #[must_use]
    pub fn row_n(self, line: u32) -> String {
        let line = self.count(line);
        if self.is_ru() { format!("Строка {line}") } else { format!("Row {line}") }
    }

    /// What happens with it.
    #[must_use]
    pub const fn row_fate(self, it: RowFate) -> &'static str {
        match it {
            RowFate::Ready => self.pick("ready", "готово"),
            RowFate::Blank => self.pick("blank, skipped", "пустая, пропустим"),
            RowFate::Total => self.pick("a total, skipped", "итог, пропустим"),
            RowFate::Title => self.pick("a title, skipped", "заголовок, пропустим"),
            RowFate::AlreadyHere => self.pick("already here, skipped", "уже есть, пропустим"),
            RowFate::LeftOut => self.pick("left out by you", "вы её исключили"),
            RowFate::LeftAlone => {
                self.pick("left alone: the day has other numbers", "не трогаем: за день другие числа")
            }
        }
    }

    /// Whether a row is imported.
    #[must_use]
    pub fn use_row(self, line: u32) -> String {
        let n = self.count(line);
        if self.is_ru() {
            format!("Импортировать строку {n}")
        } else {
            format!("Import row {n}")
        }
    }

    /// Shows more rows.
    #[must_use]
    pub const fn show_more_rows(self) -> &'static str {
        self.pick("Show more rows", "Показать ещё строки")
    }

    /// While rows are recorded.
    #[must_use]
    pub fn importing(self, percent: usize) -> String {
        format!("{} {}", self.pick("Importing:", "Импорт:"), self.percent(&percent.to_string()))
    }

    /// Rows that a person has left out.
    #[must_use]
    pub fn rows_left_out(self, n: u32) -> String {
        let n = self.count(n);
        if self.is_ru() {
            format!("Исключены вами: {n}")
        } else {
            format!("Left out by you: {n}")
        }
    }

    /// Why it cannot be imported, with the cell at fault.
    #[must_use]
    pub fn bad_row(self, it: BadRow, cell: &str) -> String {
        let what = match it {
            BadRow::NoSuchDate => self.pick("is not a date", "такой даты нет"),
            BadRow::NotANumber => self.pick("is not a number", "не число"),
            BadRow::Negative => self.pick("is less than nothing", "меньше нуля"),
            BadRow::Fraction => self.pick("is not a whole number", "не целое число"),
            BadRow::TooLarge => self.pick("is too large", "слишком много"),
            BadRow::Future => self.pick("is after today", "позже сегодняшнего дня"),
            BadRow::Before2000 => self.pick("is before 2000", "раньше 2000 года"),
            BadRow::MissingDate => return self.pick("no date", "нет даты").to_owned(),
            BadRow::UnknownStep => self.pick("is not a known step", "такой шаг неизвестен"),
            BadRow::TooManyCells => {
                return self.pick("more cells than columns", "ячеек больше, чем столбцов").to_owned();
            }
        };
        match (cell.is_empty(), self.is_ru()) {
            (true, _) => what.to_owned(),
            (false, false) => format!("{} {what}", self.straight(cell)),
            (false, true) => format!("{} — {what}", self.quoted(cell)),
        }
    }

    fn straight(self, cell: &str) -> String {
        if self.is_ru() { self.quoted(cell) } else { format!("\"{cell}\"") }
    }

    /// Why a file cannot be read at all.
    #[must_use]
    pub const fn bad_file(self, it: BadFile) -> &'static str {
        match it {
            BadFile::Empty => self.pick("The file is empty.", "Файл пуст."),
            BadFile::TooLarge => self.pick("The file is larger than 20 MB.", "Файл больше 20 МБ."),
            BadFile::TooManyRows => {
                self.pick("The file has more than 200,000 rows.", "В файле больше 200\u{a0}000 строк.")
            }
            BadFile::TooManyColumns => self.pick(
                "A row has more cells than a spreadsheet has columns.",
                "В строке больше ячеек, чем столбцов в таблице.",
            ),
            BadFile::Workbook => self.pick(
                "This is a spreadsheet’s own file. Save it as CSV there, then import that.",
                "Это файл самой таблицы. Сохраните его там как CSV и импортируйте.",
            ),
            BadFile::NotText | BadFile::NotATable => {
                self.pick("This is not a Callpace backup or a CSV file.", "Это не копия Callpace и не CSV.")
            }
            BadFile::NewerBackup => self.pick(
                "Made by a newer Callpace. Reload the page, then import again.",
                "Файл создан более новой версией. Обновите страницу и повторите.",
            ),
            BadFile::NotRead => self.pick("The file could not be read.", "Файл прочитать не удалось."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{EN, RU};

    #[test]
    fn a_bad_row_names_its_cell() {
        let bad = |words: Words| {
            format!("{}: {}", words.row_n(14), words.bad_row(BadRow::NoSuchDate, "31.02.2025"))
        };
        assert_eq!(bad(EN), "Row 14: \"31.02.2025\" is not a date");
        assert_eq!(bad(RU), "Строка 14: «31.02.2025» — такой даты нет");
    }
}
