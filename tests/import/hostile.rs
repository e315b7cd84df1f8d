//! Bytes that are no spreadsheet, too large, or meant to do harm.

use crate::common::options;
use callpace::exchange::decode::MAX_BYTES;
use callpace::exchange::import::{Fresh, Importer, Preview, Unreadable, Verdict, preview};
use proptest::prelude::*;
use proptest::sample::Index;

fn refused(bytes: &[u8]) -> Unreadable {
    preview(bytes, &options(), &Fresh).unwrap_err()
}

#[test]
fn what_is_no_table_is_refused() {
    assert_eq!(refused(b""), Unreadable::Empty);
    assert_eq!(refused(b"\xEF\xBB\xBF \r\n\t\r\n"), Unreadable::Empty);
    assert_eq!(refused(b"PK\x03\x04\x14\x00"), Unreadable::Workbook);
    assert_eq!(refused(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]), Unreadable::Workbook);
    assert_eq!(refused(b"\x89PNG\r\n\x1A\n\x00\x00\x00\rIHDR\x00\x01"), Unreadable::NotText);
    assert_eq!(refused(b"Dear Sir, on Monday, as you know, we met."), Unreadable::NotATable);
    assert_eq!(refused(br#"{"callpace":1,"records":[["2025-06-02",100]]}"#), Unreadable::NotATable);
}

#[test]
fn what_is_too_large_is_refused_before_it_is_parsed() {
    assert_eq!(refused(&vec![b'1'; MAX_BYTES + 1]), Unreadable::TooLarge);
    assert_eq!(refused("\n1".repeat(10_000_000).as_bytes()), Unreadable::TooManyRows);
    assert_eq!(refused(("date\n".to_owned() + &",".repeat(200_000)).as_bytes()), Unreadable::TooManyColumns);
    let rows = "date,calls\n".to_owned() + &"2025-06-02,1\n".repeat(200_001);
    assert_eq!(refused(rows.as_bytes()), Unreadable::TooManyRows);
    let rows = "date,calls\r".to_owned() + &"2025-06-02,1\r".repeat(200_200);
    assert_eq!(refused(rows.as_bytes()), Unreadable::TooManyRows, "lines of old Macs count too");
}

#[test]
fn the_largest_table_is_read() {
    let text = "date,calls\n".to_owned() + &"2025-06-02,1\n".repeat(200_000);
    let found = preview(text.as_bytes(), &options(), &Fresh).unwrap();
    assert_eq!((found.summary.ready, found.totals.calls), (200_000, 200_000));
}

/// Sums add up, whatever the bytes.
fn consistent(found: &Preview) {
    let of = |wanted: fn(Verdict) -> bool| found.rows.iter().filter(|it| wanted(it.verdict)).count();
    let summary = found.summary;
    assert_eq!(of(|it| it == Verdict::Ready), summary.ready as usize);
    assert_eq!(of(|it| it.reason().is_some()), summary.errors as usize);
    assert_eq!(of(|it| it != Verdict::SkipTitle), summary.read as usize);
    assert_eq!(summary.read, summary.ready + summary.skipped + summary.errors);
    let totals = found.totals;
    let all = totals.calls + totals.presentations + totals.sales;
    let all = all + totals.inbound_presentations + totals.inbound_sales + totals.own;
    assert_eq!(found.entries().map(|it| u64::from(it.n)).sum::<u64>(), all);
    assert!(found.rows.is_sorted_by(|a, b| a.line < b.line), "each row on a line of its own");
    for it in found.entries() {
        assert!((1..=100_000).contains(&it.n) && it.day <= crate::common::today());
    }
}

/// Pieces of which files are made, so that random files are nearly good ones.
const PIECES: [&str; 40] = [
    "date",
    "calls",
    "Дата",
    "Звонки",
    "step",
    "count",
    "Этап",
    "Дата создания",
    "Сумма",
    "Источник",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\"",
    "\"\"",
    "2025-06-02",
    "31.02.2025",
    "03/04/2025",
    "45810",
    "3 июня 2025 г.",
    "100",
    "1.234",
    "1 234,56",
    "-5",
    "Итого",
    "call",
    "Презентация",
    "Won",
    "Сайт",
    "sep=;\n",
    "\u{FEFF}",
    "\u{A0}",
    "'=x",
    "=\"5\"",
    " ",
    "12:30",
    "\u{1F4C8}",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(found) = preview(&bytes, &options(), &Fresh) {
            consistent(&found);
        }
    }

    #[test]
    fn any_pieces(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..80)) {
        if let Ok(found) = preview(pieces.concat().as_bytes(), &options(), &Fresh) {
            consistent(&found);
        }
    }

    #[test]
    fn any_file_with_some_bytes_changed(
        file in prop::sample::select(seeds()),
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 0..6),
        cut in any::<Index>(),
    ) {
        let mut bytes = file;
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut.index(bytes.len() * 2).min(bytes.len()));
        if let Ok(found) = preview(&bytes, &options(), &Fresh) {
            consistent(&found);
        }
    }

    #[test]
    fn steps_of_any_size_give_the_same(file in prop::sample::select(seeds()), rows in 1_usize..7) {
        let whole = preview(&file, &options(), &Fresh).unwrap();
        let mut importer = Importer::open(&file, &options()).unwrap();
        let mut done = 0;
        loop {
            let progress = importer.step(rows, &Fresh).unwrap();
            prop_assert!(progress.done >= done && progress.done <= progress.total);
            done = progress.done;
            if progress.is_finished() {
                break;
            }
        }
        prop_assert_eq!(importer.finish(&Fresh).unwrap(), whole);
    }
}

/// The golden files.
fn seeds() -> Vec<Vec<u8>> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(root.join("tests/import/files")).unwrap();
    files
        .map(|it| it.unwrap().path())
        .filter(|it| it.extension().is_some_and(|it| it == "csv" || it == "tsv"))
        .map(|it| std::fs::read(it).unwrap())
        .collect()
}
