//! `cargo xtask import FILE`: what the importer of the app would do with a
//! file, as JSON on one line, by the very same code.
//!
//! Options: `--date-order dmy|mdy|ymd`, `--today YYYY-MM-DD`. Rows that cannot
//! be imported are part of the answer; a file that cannot be read at all
//! prints `{"error":"…"}` and ends with 2.

use crate::shell::{Failure, Outcome};
use callpace::domain::date::Date;
use callpace::exchange::decode::MAX_BYTES;
use callpace::exchange::import::{DateOrder, Fresh, Options, Unreadable, preview, report};
use std::fs::File;
use std::io::{Read, Write};

/// Runs the command with what stands after `import`.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let (text, outcome) = match answer(arguments) {
        Ok(json) => (json, Ok(())),
        // The answer says it, on standard output.
        Err(message) => {
            let failure = Failure { message: String::new(), code: 2 };
            (serde_json::json!({ "error": message }).to_string(), Err(failure))
        }
    };
    match writeln!(std::io::stdout(), "{text}") {
        Ok(()) => outcome,
        // A closed pipe (`… | head`) is no failure of ours.
        Err(_) => Ok(()),
    }
}

fn answer(arguments: &[String]) -> Result<String, String> {
    let mut options = Options::new(today());
    let mut file = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let (name, inline) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
            _ => (argument.as_str(), None),
        };
        let mut value = || {
            inline
                .clone()
                .or_else(|| rest.next().cloned())
                .ok_or_else(|| format!("{name} needs a value after it"))
        };
        match name {
            "--date-order" => options.date_order = Some(order(&value()?)?),
            "--today" => {
                let text = value()?;
                options.today =
                    Date::parse_iso(&text).ok_or_else(|| format!("{text} is not a date like 2025-06-11"))?;
            }
            name if name.starts_with("--") => return Err(format!("{name} is not an option of import")),
            _ if file.is_none() => file = Some(argument),
            _ => return Err("import takes one file".to_owned()),
        }
    }
    let file =
        file.ok_or("usage: cargo xtask import FILE [--date-order dmy|mdy|ymd] [--today YYYY-MM-DD]")?;
    let bytes = read(file).map_err(|it| format!("{file}: {it}"))?;
    let found = preview(&bytes, &options, &Fresh).map_err(|it| sentence(it).to_owned())?;
    Ok(report::json(&found))
}

/// At most one byte more than may be imported, whatever the size of the file.
fn read(path: &str) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn order(text: &str) -> Result<DateOrder, String> {
    match text {
        "dmy" => Ok(DateOrder::Dmy),
        "mdy" => Ok(DateOrder::Mdy),
        "ymd" => Ok(DateOrder::Ymd),
        _ => Err(format!("{text} is none of dmy, mdy, ymd")),
    }
}

const fn sentence(it: Unreadable) -> &'static str {
    match it {
        Unreadable::Empty => "The file is empty.",
        Unreadable::TooLarge => "The file is larger than 20 MB.",
        Unreadable::TooManyRows => "The file has more than 200,000 rows.",
        Unreadable::TooManyColumns => "A row of the file has more cells than a spreadsheet has columns.",
        Unreadable::Workbook => "This is a spreadsheet's own file. Save it as CSV, then import that.",
        Unreadable::NotText => "This is not a text file.",
        Unreadable::NotATable => "This is not a Callpace backup or a CSV file.",
    }
}

/// Today in UTC: the command line asks no time zone.
#[expect(clippy::disallowed_methods, reason = "a command of its own, not the app")]
fn today() -> Date {
    let seconds =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |it| it.as_secs());
    i32::try_from(seconds / 86_400).ok().and_then(Date::from_number).unwrap_or(Date::MAX)
}
