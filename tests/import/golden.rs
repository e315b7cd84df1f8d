//! One file per quirk of real spreadsheets and CRM exports, and beside it the
//! preview a careful person expects. The names of the files say the quirk.
//!
//! `BLESS=1 cargo test --test import golden` writes the previews anew; read
//! the difference before committing it.

use crate::common::{options, today};
use callpace::exchange::import::{DateOrder, Fresh, Options, preview, report};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/files");
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .filter(|it| it.extension().is_some_and(|it| it == "csv" || it == "tsv"))
        .collect();
    found.sort();
    found
}

#[test]
fn every_file_has_its_expected_preview() {
    let files = files();
    assert!(files.len() > 50, "the golden files are there");
    for file in files {
        let json = report::json(&preview(&std::fs::read(&file).unwrap(), &options(), &Fresh).unwrap());
        let expected = file.with_extension("json");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&expected, lines(&json)).unwrap();
        }
        let expected: Value = serde_json::from_str(&std::fs::read_to_string(&expected).unwrap()).unwrap();
        let found: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(found, expected, "{}", file.display());
    }
}

/// A row and a column a line, so that a difference can be read.
fn lines(json: &str) -> String {
    json.replace("{\"index\"", "\n  {\"index\"")
        .replace("{\"row\"", "\n  {\"row\"")
        .replace(",\"questions\"", ",\n\"questions\"")
        .replace(",\"summary\"", ",\n\"summary\"")
        .replace(",\"totals\"", ",\n\"totals\"")
        + "\n"
}

#[test]
fn a_said_date_order_answers_the_question() {
    let text = b"Date,Calls\n03/04/2025,10\n04/05/2025,20\n";
    let days = |order: DateOrder| {
        let options = Options { date_order: Some(order), ..Options::new(today()) };
        let found = preview(text, &options, &Fresh).unwrap();
        assert!(found.questions.is_empty());
        assert_eq!(found.date_order, Some(order));
        found.entries().map(|it| it.day.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(days(DateOrder::Dmy), ["2025-04-03", "2025-05-04"]);
    assert_eq!(days(DateOrder::Mdy), ["2025-03-04", "2025-04-05"]);
}

#[test]
fn days_are_the_ones_meant() {
    let days = |name: &str| {
        let file = files().into_iter().find(|it| it.file_stem().is_some_and(|it| it == name)).unwrap();
        let found = preview(&std::fs::read(file).unwrap(), &options(), &Fresh).unwrap();
        let mut days: Vec<String> = found.entries().map(|it| it.day.to_string()).collect();
        days.dedup();
        days
    };
    assert_eq!(days("serial-dates"), ["2025-06-02", "2025-06-03"]);
    assert_eq!(days("yearless"), ["2024-12-25", "2025-06-02", "2025-06-03"]);
    assert_eq!(days("yearless-title"), ["2023-12-25", "2023-06-02"]);
    assert_eq!(days("short-years-first"), ["2025-06-02", "2025-06-03", "2025-06-10"]);
    assert_eq!(days("weekday-decides"), ["2025-06-03", "2025-06-04"]);
    assert_eq!(days("mdy-slashes"), ["2025-04-03", "2025-04-13", "2025-04-14", "2025-06-02"]);
    let june = "2025-06-03 2025-06-02 2025-06-03 2024-09-05";
    assert_eq!(days("dates-en").join(" "), june);
    assert_eq!(days("dates-ru"), ["2025-06-03", "2025-06-02", "2025-05-05"]);
}

#[test]
fn names_and_money_come_along() {
    let text = "Этап;Дата создания;Дата закрытия;Сумма;Источник;База;Причина отказа\n\
        Успешно реализовано;02.06.2025;09.06.2025;1 234,5;Холодный;Стоматологии;\n\
        Отказ;03.06.2025;04.06.2025;;Холодный;Стоматологии;Дорого\n";
    let found = crate::common::read(text);
    let lines: Vec<String> = found
        .entries()
        .map(|it| format!("{} {:?} {:?} {:?} {:?}", it.day, it.step, it.list, it.reason, it.amount))
        .collect();
    let list = "Some(\"Стоматологии\")";
    assert_eq!(
        lines,
        [
            format!("2025-06-02 Call {list} None None"),
            format!("2025-06-02 Presentation {list} None None"),
            format!("2025-06-09 Sale {list} None Some(123450)"),
            format!("2025-06-03 Call {list} Some(\"Дорого\") None"),
        ]
    );
}
