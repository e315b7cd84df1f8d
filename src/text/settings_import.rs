//! The import: what would happen with a file, row by row.

use super::{
    Words,
    plural::{Case, Noun},
};

/// What a column holds, as a person is asked about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ColumnRole {
    Date,
    Closed,
    Calls,
    Presentations,
    Sales,
    InboundPresentations,
    InboundSales,
    Step,
    Origin,
    List,
    Reason,
    Count,
    Amount,
    Ignore,
}

impl ColumnRole {
    /// In the order they are offered.
    pub const ALL: [Self; 14] = [
        Self::Ignore,
        Self::Date,
        Self::Calls,
        Self::Presentations,
        Self::Sales,
        Self::InboundPresentations,
        Self::InboundSales,
        Self::Step,
        Self::Origin,
        Self::List,
        Self::Reason,
        Self::Count,
        Self::Amount,
        Self::Closed,
    ];
}

impl Words {
    /// What can be imported.
    #[must_use]
    pub const fn import_hint(self) -> &'static str {
        self.pick(
            "CSV, TSV or cells copied from a spreadsheet: a row a day, a row a step, or a row a deal from a CRM. Nothing is saved before you have seen what would happen.",
            "CSV, TSV или ячейки, скопированные из таблицы: строка на день, на шаг или на сделку из CRM. Пока вы не увидите, что получится, ничего не сохраняется.",
        )
    }

    /// The chosen file is a backup.
    #[must_use]
    pub const fn this_is_a_backup(self) -> &'static str {
        self.pick(
            "This is a Callpace backup. It is restored, not imported.",
            "Это копия Callpace. Её не импортируют, а восстанавливают.",
        )
    }

    /// Opens the picker.
    #[must_use]
    pub const fn choose_a_file(self) -> &'static str {
        self.pick("Choose a file…", "Выбрать файл…")
    }

    /// Label of the field to paste into.
    #[must_use]
    pub const fn paste_here(self) -> &'static str {
        self.pick("…or paste cells here", "…или вставьте ячейки сюда")
    }

    /// Reads what was pasted.
    #[must_use]
    pub const fn show_preview(self) -> &'static str {
        self.pick("Show what would happen", "Показать, что получится")
    }

    /// How far it is: percent.
    #[must_use]
    pub fn reading(self, percent: usize) -> String {
        let percent = self.percent(&percent.to_string());
        if self.is_ru() {
            format!("Читаем файл: {percent}")
        } else {
            format!("Reading the file: {percent}")
        }
    }

    /// What would happen, all together.
    #[must_use]
    pub fn import_summary(self, read: u32, ready: u32, errors: u32) -> String {
        let (n, good, bad) = (self.count(read), self.count(ready), self.count(errors));
        if self.is_ru() {
            return match errors {
                0 => format!("Прочитано строк: {n}. Готово: {good}. Пока ничего не сохранено."),
                _ => format!(
                    "Прочитано строк: {n}. Готово: {good}, с ошибками: {bad}. Пока ничего не сохранено."
                ),
            };
        }
        let rows = if read == 1 { "row" } else { "rows" };
        match errors {
            0 => format!("{n} {rows} read: {good} ready. Nothing is saved yet."),
            1 => format!("{n} {rows} read: {good} ready, 1 needs fixing. Nothing is saved yet."),
            _ => format!("{n} {rows} read: {good} ready, {bad} need fixing. Nothing is saved yet."),
        }
    }

    /// Rows with errors are left out.
    #[must_use]
    pub const fn errors_left_out(self) -> &'static str {
        self.pick(
            "Rows that need fixing are left out. Fix them in the file and import it again: nothing counts twice.",
            "Строки с ошибками пропустим. Исправьте их в файле и импортируйте снова: дважды ничего не посчитается.",
        )
    }

    /// What would be added: calls, presentations and sales, the inbound ones, own steps. `None`: nothing.
    #[must_use]
    pub fn import_totals(self, cold: [u64; 3], inbound: [u64; 2], own: u64) -> Option<String> {
        let part = |noun, n| (n > 0).then(|| self.counted(noun, Case::Nominative, n));
        let named = |en: &str, ru: &str, n: u64| {
            let count = self.count(n);
            (n > 0).then(|| if self.is_ru() { format!("{ru}: {count}") } else { format!("{en}: {count}") })
        };
        let all: Vec<String> = [
            part(Noun::Call, cold[0]),
            part(Noun::Presentation, cold[1]),
            part(Noun::Sale, cold[2]),
            part(Noun::InboundPresentation, inbound[0]),
            named("inbound sales", "входящих сделок", inbound[1]),
            named("own steps", "своих шагов", own),
        ]
        .into_iter()
        .flatten()
        .collect();
        let all = all.join(", ");
        match (all.is_empty(), self.is_ru()) {
            (true, _) => None,
            (false, false) => Some(format!("Adds {all}.")),
            (false, true) => Some(format!("Добавится: {all}.")),
        }
    }

    /// Rows that are here already.
    #[must_use]
    pub fn already_here(self, n: u32) -> String {
        let n = self.count(n);
        if self.is_ru() {
            format!("Уже есть, пропустим: {n}")
        } else {
            format!("Already here: {n}, will be skipped")
        }
    }

    /// Days that hold other numbers.
    #[must_use]
    pub fn conflict_days(self, n: u32) -> String {
        let count = self.count(n);
        match (n, self.is_ru()) {
            (_, true) => format!("Дней, где уже стоят другие числа: {count}."),
            (1, false) => "1 day already holds other numbers:".to_owned(),
            (_, false) => format!("{count} days already hold other numbers:"),
        }
    }

    /// They stay as they are.
    #[must_use]
    pub const fn leave_days(self) -> &'static str {
        self.pick("Leave these days alone", "Не трогать эти дни")
    }

    /// The file is added to them.
    #[must_use]
    pub const fn add_to_days(self) -> &'static str {
        self.pick("Add to them", "Прибавить")
    }

    /// There is space.
    #[must_use]
    pub const fn it_fits(self) -> &'static str {
        self.pick("It fits into storage.", "Места хватит.")
    }

    /// There is not: so many characters too many.
    #[must_use]
    pub fn does_not_fit(self, over: usize) -> String {
        let over = self.millions(over);
        if self.is_ru() {
            format!("Не поместится: лишних около {over} млн знаков.")
        } else {
            format!("It does not fit: about {over} million characters too many.")
        }
    }

    /// Which of two dates it is.
    #[must_use]
    pub const fn which_order(self) -> &'static str {
        self.pick("Is 03/04 3 April or March 4?", "03/04 — это 3 апреля или 4 марта?")
    }

    /// The day stands first.
    #[must_use]
    pub const fn day_first(self) -> &'static str {
        self.pick("3 April", "3 апреля")
    }

    /// The month stands first.
    #[must_use]
    pub const fn month_first(self) -> &'static str {
        self.pick("March 4", "4 марта")
    }

    /// Records the rows that are ready.
    #[must_use]
    pub fn import_rows(self, n: u32) -> String {
        let count = self.count(n);
        match (n, self.is_ru()) {
            (_, true) => format!("Импортировать строк: {count}"),
            (1, false) => "Import 1 row".to_owned(),
            (_, false) => format!("Import {count} rows"),
        }
    }

    /// Done.
    #[must_use]
    pub fn import_done(self, n: u32) -> String {
        let count = self.count(n);
        match (n, self.is_ru()) {
            (_, true) => {
                format!("Импортировано строк: {count}. «Отменить» на экране «Учёт» уберёт их все сразу.")
            }
            (1, false) => "1 row imported. Undo on the Log takes it back.".to_owned(),
            (_, false) => format!("{count} rows imported. Undo on the Log takes them all back."),
        }
    }

    /// It was taken back before it was done.
    #[must_use]
    pub const fn import_stopped(self) -> &'static str {
        self.pick(
            "Import stopped: it was taken back half-way. Nothing of the file counts; import it again to have all of it.",
            "Импорт остановлен: его отменили на полпути. Из файла ничего не учтено; чтобы загрузить его целиком, импортируйте ещё раз.",
        )
    }

    /// Heading of the columns.
    #[must_use]
    pub const fn columns_title(self) -> &'static str {
        self.pick("What each column holds", "Что в столбцах")
    }

    /// A column without a header.
    #[must_use]
    pub fn column_n(self, n: usize) -> String {
        if self.is_ru() { format!("Столбец {n}") } else { format!("Column {n}") }
    }

    /// What a column holds.
    #[must_use]
    pub const fn column_role(self, it: ColumnRole) -> &'static str {
        match it {
            ColumnRole::Date => self.pick("Date", "Дата"),
            ColumnRole::Closed => self.pick("Date of the sale", "Дата сделки"),
            ColumnRole::Calls => self.pick("Calls", "Звонки"),
            ColumnRole::Presentations => self.pick("Presentations", "Презентации"),
            ColumnRole::Sales => self.pick("Sales", "Сделки"),
            ColumnRole::InboundPresentations => self.pick("Inbound presentations", "Входящие презентации"),
            ColumnRole::InboundSales => self.pick("Inbound sales", "Входящие сделки"),
            ColumnRole::Step => self.pick("Step or stage", "Шаг или этап"),
            ColumnRole::Origin => self.pick("Cold or inbound", "Холодный или входящий"),
            ColumnRole::List => self.pick("List", "База"),
            ColumnRole::Reason => self.pick("Reason", "Причина"),
            ColumnRole::Count => self.pick("How many", "Сколько"),
            ColumnRole::Amount => self.pick("Amount", "Сумма"),
            ColumnRole::Ignore => self.pick("Leave out", "Не нужен"),
        }
    }

    /// How a file is written.
    #[must_use]
    pub fn written_as(self, encoding: &str, separator: &str) -> String {
        if self.is_ru() {
            format!("Кодировка {encoding}, разделитель — {separator}.")
        } else {
            format!("Encoding {encoding}, separated by {separator}.")
        }
    }

    /// What stands between cells.
    #[must_use]
    pub const fn separator(self, it: u8) -> &'static str {
        match it {
            b'\t' => self.pick("tabs", "табуляция"),
            b';' => self.pick("semicolons", "точка с запятой"),
            _ => self.pick("commas", "запятая"),
        }
    }

    /// Lists and reasons that are made.
    #[must_use]
    pub fn new_names(self, lists: &[String], reasons: &[String]) -> Option<String> {
        let quoted = |all: &[String]| {
            let shown: Vec<String> = all.iter().take(5).map(|it| self.quoted(it)).collect();
            let more = if all.len() > 5 { "…" } else { "" };
            format!("{}{more}", shown.join(", "))
        };
        let part = |all: &[String], en: &str, ru: &str| {
            (!all.is_empty()).then(|| format!("{}: {}.", if self.is_ru() { ru } else { en }, quoted(all)))
        };
        let all: Vec<String> = part(lists, "New lists", "Новые базы")
            .into_iter()
            .chain(part(reasons, "New reasons", "Новые причины"))
            .collect();
        (!all.is_empty()).then(|| all.join(" "))
    }

    pub(super) fn quoted(self, text: &str) -> String {
        if self.is_ru() { format!("«{text}»") } else { format!("“{text}”") }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{EN, RU};

    #[test]
    fn the_sentences_of_the_design() {
        assert_eq!(
            EN.import_summary(142, 138, 4),
            "142 rows read: 138 ready, 4 need fixing. Nothing is saved yet."
        );
        assert_eq!(
            RU.import_summary(142, 138, 4),
            "Прочитано строк: 142. Готово: 138, с ошибками: 4. Пока ничего не сохранено."
        );
        assert_eq!(EN.import_rows(138), "Import 138 rows");
        assert_eq!(RU.import_rows(138), "Импортировать строк: 138");
        assert_eq!(EN.already_here(20), "Already here: 20, will be skipped");
        assert_eq!(RU.conflict_days(4), "Дней, где уже стоят другие числа: 4.");
        assert_eq!(EN.does_not_fit(900_000), "It does not fit: about 0.9 million characters too many.");
        assert_eq!(
            RU.import_totals([100, 25, 5], [3, 0], 0).as_deref(),
            Some("Добавится: 100 звонков, 25 презентаций, 5 сделок, 3 входящие презентации.")
        );
        assert_eq!(
            EN.import_totals([7, 0, 0], [0, 1], 0).as_deref(),
            Some("Adds 7 calls, inbound sales: 1.")
        );
        assert_eq!(EN.import_totals([0; 3], [0; 2], 0), None);
        assert_eq!(EN.new_names(&["A".to_owned()], &[]).as_deref(), Some("New lists: “A”."));
    }
}
