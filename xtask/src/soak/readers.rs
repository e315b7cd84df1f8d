//! pandas and `DuckDB` read the tidy export and come to the same figures as the app.

use super::dice::Dice;
use super::figures::line;
use super::{NOT_RUN, seller};
use crate::place;
use crate::shell::{Failure, Outcome, ask, has, program, run as run_program};
use callpace::app::route::Period;
use callpace::app::state::State;
use callpace::app::view::funnel::slice;
use callpace::domain::conversion::Conversion;
use callpace::domain::reason::BuiltIn;
use callpace::exchange::export::{Dialect, tidy};
use callpace::exchange::log;
use callpace::text::Words;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

/// From `PyPI`.
const PACKAGES: [&str; 2] = ["duckdb==2.0.0", "pandas==3.1.1"];

const SCRIPT: &str = include_str!("readers.py");

pub(super) fn run(text: &mut String) -> Outcome {
    let Some(python) = python()? else {
        let missing = "Python 3.11 or later with venv is missing (on Debian: `apt install python3-venv`)";
        line(text, &format!("{NOT_RUN}: {missing}."));
        return Ok(());
    };
    let dice = Dice::seeded();
    let seed = dice.seed();
    let mut state = seller::five_months(dice);
    state.route.period = Period::All;
    let folder = place::target().join("soak");
    let files = [("comma.csv", Dialect::Comma), ("semicolon.csv", Dialect::Semicolon)];
    let mut read = program(python, ["-c", SCRIPT]);
    for (name, dialect) in files {
        fs::write(folder.join(name), export(&state, dialect))?;
        read.arg(folder.join(name));
    }
    let said = read.env("PYTHONUTF8", "1").stderr(Stdio::inherit()).output()?;
    let said: Map<String, Value> = serde_json::from_slice(&said.stdout).map_err(|_nothing| {
        Failure::new(format!("the export cannot be read; it is in {}, seed {seed}", folder.display()))
    })?;
    let app = figures(&state);
    table(text, &app, &said);
    line(text, &format!("\nA made-up seller, seed {seed}: {}", described(&state, &app)));
    print!("{text}");
    match said.iter().find(|it| *it.1 != app) {
        None => Ok(()),
        Some((name, other)) => Err(Failure::new(format!("{name} reads {other}, the app {app}"))),
    }
}

/// Python with the two packages, in a folder of its own.
fn python() -> Result<Option<PathBuf>, Failure> {
    let home = place::target().join("soak/venv");
    let python = home.join("bin/python");
    let ready = "import duckdb, pandas";
    if ask(&mut program(&python, ["-c", ready])).is_some() {
        return Ok(Some(python));
    }
    if !has("python3") || ask(&mut program("python3", ["-c", "import venv, ensurepip"])).is_none() {
        return Ok(None);
    }
    println!("fetching {} from PyPI into {} (1 minute)", PACKAGES.join(" and "), home.display());
    run_program(program("python3", ["-m", "venv"]).arg(&home))?;
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    run_program(program(&python, install).args(PACKAGES))?;
    Ok(Some(python))
}

/// As the app gives it to a person.
fn export(state: &State, dialect: Dialect) -> String {
    let (book, words) = (state.book(), Words::of(state));
    let names = log::Names::of(book.settings(), |id| {
        BuiltIn::by_id(id).into_iter().map(|it| words.reason(it).to_owned()).collect()
    });
    tidy(&log::rows(book, &names), &log::worked(book), |_| None, dialect)
}

/// The app's own figures, as `readers.py` prints those of others.
fn figures(state: &State) -> Value {
    let (slice, words) = (slice::sum(state), Words::of(state));
    let cold = slice.cold;
    let rates = [cold.call_to_presentation(), cold.presentation_to_sale(), cold.call_to_sale()];
    let rates = rates.map(|it| it.and_then(Conversion::share).map(callpace::domain::conversion::Share::rate));
    let lists: Map<String, Value> = slice
        .by_list
        .values()
        .filter(|it| it.cold.calls > 0)
        .map(|it| (words.name(&it.name), json!(it.cold.calls)))
        .collect();
    // Two of them have one name, on either side.
    let mut reasons = BTreeMap::<&str, u64>::new();
    for ((_, id), n) in &slice.recorded {
        if let Some(it) = BuiltIn::by_id(*id) {
            *reasons.entry(words.reason(it)).or_default() += n;
        }
    }
    json!({
        "calls": cold.calls,
        "presentations": cold.presentations,
        "sales": cold.sales,
        "inbound_presentations": slice.inbound.presentations,
        "inbound_sales": slice.inbound.sales,
        "rates": rates,
        "lists": lists,
        "reasons": reasons,
        "amount": slice.amounts.iter().sum::<u64>(),
    })
}

fn table(text: &mut String, app: &Value, said: &Map<String, Value>) {
    text.push_str(
        "| reader | calls | presentations | sales | inbound | call → presentation | presentation → sale | \
         call → sale | all figures equal |\n|---|---|---|---|---|---|---|---|---|\n",
    );
    for (name, it) in std::iter::once(("the app", app)).chain(said.iter().map(|it| (it.0.as_str(), it.1))) {
        let rate = |at: usize| it["rates"][at].as_f64().unwrap_or(f64::NAN) * 100.0;
        let row = format!(
            "| {name} | {} | {} | {} | {} + {} | {:.4} % | {:.4} % | {:.4} % | {} |",
            it["calls"],
            it["presentations"],
            it["sales"],
            it["inbound_presentations"],
            it["inbound_sales"],
            rate(0),
            rate(1),
            rate(2),
            if it == app { "yes" } else { "**NO**" }
        );
        line(text, &row);
    }
}

fn described(state: &State, app: &Value) -> String {
    let size = |name: &str| app[name].as_object().map_or(0, Map::len);
    format!(
        "{} records of five months, taps undone, deleted and corrected among them, {} lists (one named like \
         a formula), {} reasons, amounts. Compared are counts, the three rates to the last bit, calls by \
         list, reasons and money.",
        state.journal.len(),
        size("lists"),
        size("reasons")
    )
}
