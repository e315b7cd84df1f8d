//! The article's case as a file: 100 calls, 25 presentations, 5 sales, 3 inbound presentations.
//!
//! On the clock of [`NOW`] it is the morning's 86, 20 and 4, and what was done today.

use crate::{App, Fallible};
use std::fmt::Write;
use std::fs;

/// Wednesday, 11 June 2025, in the afternoon: workday 8 of 21.
pub const NOW: &str = "2025-06-11T15:00";

/// Day of June, list, calls, presentations, sales.
const DAYS: [(u8, &str, u32, u32, u32); 9] = [
    (2, "Dentists", 6, 2, 1),
    (2, "Car repair", 6, 1, 0),
    (3, "Dentists", 14, 4, 0),
    (4, "Dentists", 10, 3, 1),
    (5, "Dentists", 16, 4, 1),
    (6, "Car repair", 11, 2, 1),
    (9, "Car repair", 12, 2, 0),
    (10, "Car repair", 11, 2, 0),
    (11, "Dentists", 14, 5, 1),
];

/// Why 75 calls did not become presentations; 4 without a reason.
const AFTER_CALLS: [(&str, u32); 7] = [
    ("No answer", 31),
    ("Not interested", 14),
    ("Gatekeeper", 9),
    ("Not a fit", 6),
    ("Has a supplier", 6),
    ("Call back", 5),
    ("", 4),
];

/// Why 20 presentations did not become sales; 2 without a reason.
const AFTER_PRESENTATIONS: [(&str, u32); 6] = [
    ("Too expensive", 6),
    ("Not a fit", 5),
    ("Not the decider", 3),
    ("Not convinced", 2),
    ("Still thinking", 2),
    ("", 2),
];

impl App {
    /// Imports the case in Settings, as a person does.
    ///
    /// # Errors
    ///
    /// If the importer does not take it.
    pub async fn import_article(&self) -> Fallible {
        let path = self.session.downloads().join("article.csv");
        fs::write(&path, file())?;
        self.go("#/settings/import").await?;
        self.choose_file("import-file", &path).await?;
        self.click("import-confirm").await?;
        self.wait_gone("import-confirm").await
    }

    /// Asks for 15 sales in June on Plan.
    ///
    /// # Errors
    ///
    /// If a field is missing.
    pub async fn set_june_quota(&self) -> Fallible {
        self.go("#/plan").await?;
        self.set_date("quota-until", "2025-06-30").await?;
        self.set_date("quota-from", "2025-06-01").await?;
        self.fill("quota-sales", "15").await?;
        self.click("quota-save").await?;
        self.expect_focus("quota-edit").await
    }
}

/// The table of `docs/formats.md`, a row for each day, list, step and reason.
fn file() -> String {
    let (mut calls, mut presentations) = (bag(&AFTER_CALLS), bag(&AFTER_PRESENTATIONS));
    let mut text = String::from("date,step,origin,list,reason,count\n");
    let mut row = |day: u8, step: &str, origin: &str, list: &str, reason: &str, n: u32| {
        if n > 0 {
            // Writing to a string cannot fail.
            writeln!(text, "2025-06-{day:02},{step},{origin},{list},{reason},{n}").unwrap_or_default();
        }
    };
    for (day, list, called, presented, sold) in DAYS {
        row(day, "call", "cold", list, "", presented);
        for (reason, n) in take(&mut calls, called - presented) {
            row(day, "call", "cold", list, reason, n);
        }
        row(day, "presentation", "cold", list, "", sold);
        for (reason, n) in take(&mut presentations, presented - sold) {
            row(day, "presentation", "cold", list, reason, n);
        }
        row(day, "sale", "cold", list, "", sold);
    }
    row(2, "presentation", "inbound", "", "", 1);
    row(11, "presentation", "inbound", "", "", 2);
    text
}

/// Each reason as often as it was given.
fn bag(reasons: &[(&'static str, u32)]) -> Vec<&'static str> {
    reasons.iter().flat_map(|(reason, n)| (0..*n).map(|_| *reason)).collect()
}

/// The first `n`, equal ones counted together.
fn take(bag: &mut Vec<&'static str>, n: u32) -> Vec<(&'static str, u32)> {
    let taken: Vec<_> = bag.drain(..usize::try_from(n).unwrap_or(0)).collect();
    taken.chunk_by(|a, b| a == b).map(|it| (it[0], u32::try_from(it.len()).unwrap_or(0))).collect()
}
