//! Any bytes are a table or refused; its sums add up, and reading it in steps
//! gives the same.
//!
//! Seeds: `tests/import/files` and `tests/corpus/import`, where inputs worth
//! keeping go; `cargo test --test import` replays them.
#![no_main]

use callpace::domain::date::Date;
use callpace::exchange::import::{Fresh, Importer, Options, Verdict, preview};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(today) = Date::new(2025, 6, 11) else { return };
    let options = Options::new(today);
    let Ok(found) = preview(bytes, &options, &Fresh) else { return };
    let totals = found.totals;
    let all = totals.calls + totals.presentations + totals.sales;
    let all = all + totals.inbound_presentations + totals.inbound_sales + totals.own;
    assert_eq!(found.entries().map(|it| u64::from(it.n)).sum::<u64>(), all);
    let read = found.rows.iter().filter(|it| it.verdict != Verdict::SkipTitle).count();
    assert_eq!(read, found.summary.read as usize);

    let Ok(mut importer) = Importer::open(bytes, &options) else { panic!("it was read before") };
    while !importer.step(3, &Fresh).is_ok_and(|it| it.is_finished()) {}
    assert_eq!(importer.finish(&Fresh), Ok(found));
});
