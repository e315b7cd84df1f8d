//! A long CSV through the import screen against Papa Parse merely parsing it, and a year merged from a backup.

use super::history::{History, LISTS, OTHER_DEVICE, TEN, YEAR};
use super::page::{Page, Visitor};
use super::report::Report;
use super::sample::Sample;
use super::{Bench, folder};
use crate::npm::PAPA_PARSE;
use crate::server::Server;
use crate::shell::{Failure, Outcome, has};
use callpace::{
    app::prefs::Lang,
    domain::{
        reason::BuiltIn,
        step::{Origin, Step},
    },
    exchange::backup,
    journal::{record::What, settings::MiddleName, tally::Counted},
    text::Words,
};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

const ROWS: usize = 120_000;
const TIMES: usize = 5;

pub(super) fn run(bench: &Bench, report: &mut Report) -> Outcome {
    let (csv, backup) = (folder().join("ten-years.csv"), folder().join("a-year.json"));
    let ten = History::of(TEN, bench.today);
    fs::write(&csv, table(&ten.counted()))?;
    let year = History::by(OTHER_DEVICE, YEAR, bench.today).journal();
    fs::write(&backup, backup::encode(&year, &[], year.newest()).text)?;
    let yardstick = papa_parse(report)?.map(|it| Server::start(&it, "/", 0)).transpose()?;
    let stored = ten.stored();
    let (mut previews, mut confirms, mut sums, mut papas) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut looks, mut merges) = (Vec::new(), Vec::new());
    for _ in 0..bench.times(TIMES) {
        if let Some(server) = &yardstick {
            papas.push(parse(&Visitor::new(&bench.chromium)?.page()?, server, &csv)?);
        }
        let visitor = Visitor::new(&bench.chromium)?;
        let page = open(bench, &visitor, "#/settings/import", "import-file")?;
        let preview = choose(&page, "import-file", &csv, "import-confirm")?;
        let confirm =
            tap(&page, "import-confirm", "probe.find('import-preview')?.matches('.data__notice--good')")?;
        previews.push(preview);
        confirms.push(confirm);
        sums.push(preview + confirm);
        page.close()?;

        let visitor = Visitor::new(&bench.chromium)?;
        visitor.keep(&bench.quiet(), &stored)?;
        let page = open(bench, &visitor, "#/settings/backup", "backup-restore")?;
        looks.push(choose(&page, "backup-restore", &backup, "restore-confirm")?);
        merges.push(tap(&page, "restore-confirm", "probe.find('restore-undo')")?);
        page.close()?;
    }
    let mut tell = |name: &str, values: Vec<f64>| {
        report.row("Import and merge", name.to_owned(), "ms", Sample::new(values));
    };
    tell("120,000 rows, chosen to preview painted", previews);
    tell("120,000 rows, confirmed to done and stored", confirms);
    tell("120,000 rows, both", sums);
    tell("Papa Parse, the same file chosen to parsed", papas);
    tell("a year of another device, chosen to preview painted", looks);
    tell("a year of another device, merged into ten and stored", merges);
    let middle = |name: &str| report.sample("Import and merge", name).map_or(f64::NAN, Sample::median);
    let ratio = middle("120,000 rows, both") / middle("Papa Parse, the same file chosen to parsed");
    report.at_most(
        "importing 120,000 rows, preview and storing, against Papa Parse parsing them",
        ratio,
        2.0,
        "×",
    );
    Ok(())
}

fn open<'c>(bench: &Bench, visitor: &Visitor<'c>, route: &str, id: &str) -> Result<Page<'c>, Failure> {
    let page = visitor.page()?;
    page.go(&bench.address(route))?;
    page.run(&format!("probe.changes(() => probe.find('{id}')).then(() => probe.settled())"))?;
    Ok(page)
}

/// Milliseconds until a button that says "do it" is painted.
fn choose(page: &Page<'_>, id: &str, file: &Path, there: &str) -> Result<f64, Failure> {
    page.run(&format!("probe.expect(() => probe.find('{there}'))"))?;
    page.choose(id, file)?;
    painted(page)
}

fn tap(page: &Page<'_>, id: &str, done: &str) -> Result<f64, Failure> {
    page.run("probe.settled()")?;
    let place = page.place(id)?;
    page.run(&format!("probe.expect(() => {done})"))?;
    page.tap(place)?;
    painted(page)
}

fn painted(page: &Page<'_>) -> Result<f64, Failure> {
    let answer = page.run("probe.answer")?;
    page.run("probe.settled()")?;
    answer["painted"].as_f64().ok_or_else(|| Failure::new("nothing was painted"))
}

/// Milliseconds that Papa Parse takes for a file chosen in a bare page.
fn parse(page: &Page<'_>, server: &Server, csv: &Path) -> Result<f64, Failure> {
    page.go(&format!("{}papaparse.min.js", server.url()))?;
    page.run(&format!(
        "(async () => {{ document.body.innerHTML = '<input type=file data-testid=file>'; \
         (0, eval)(await (await fetch('papaparse.min.js')).text()); \
         probe.answer = new Promise((done) => probe.find('file').onchange = (event) => {{ \
           const began = performance.now(); \
           Papa.parse(event.target.files[0], {{ complete: (it) => done([performance.now() - began, it.data.length]) }}); \
         }}); return {ROWS}; }})()"
    ))?;
    page.choose("file", csv)?;
    let answer = page.run("probe.answer")?;
    if answer[1].as_u64().is_none_or(|rows| rows < ROWS as u64) {
        return Err(Failure::new(format!("Papa Parse found {} rows", answer[1])));
    }
    answer[0].as_f64().ok_or_else(|| Failure::new("Papa Parse did not answer"))
}

/// The folder of Papa Parse, fetched once per user through npm; `None` where there is no npm.
fn papa_parse(report: &mut Report) -> Result<Option<PathBuf>, Failure> {
    if !has("npm") {
        report.note("NOT RUN: Papa Parse, which needs npm.");
        return Ok(None);
    }
    Ok(PAPA_PARSE.fetch()?.parent().map(Path::to_path_buf))
}

/// A row for each entry of ten years, thinned evenly to [`ROWS`].
fn table(entries: &[Counted]) -> String {
    let mut text = String::from("date,step,origin,list,reason,count,amount\r\n");
    let wanted = |at: usize| at * ROWS / entries.len() != (at + 1) * ROWS / entries.len();
    for (_, it) in entries.iter().enumerate().filter(|it| wanted(it.0)) {
        let (step, origin) = match it.cell.what {
            What::Step(step, origin) => (step, origin),
            What::Counter(_) => continue,
        };
        let step = match step {
            Step::Call => "call",
            Step::Presentation => "presentation",
            _ => "sale",
        };
        let origin = if origin == Origin::Cold { "cold" } else { "inbound" };
        let list =
            LISTS.iter().find(|list| it.cell.list.is_some_and(|id| id.0 == list.0)).map_or("", |it| it.1);
        let reason = it.cell.reason.and_then(BuiltIn::by_id).map_or("", english);
        // Writing to a String cannot fail.
        write!(text, "{},{step},{origin},{list},{reason},{},\r\n", it.day, it.n).unwrap_or_default();
    }
    text
}

const fn english(reason: BuiltIn) -> &'static str {
    Words { lang: Lang::En, middle: MiddleName::Presentation, year: 0 }.reason(reason)
}
