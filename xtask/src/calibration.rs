//! How often the calls for a certainty turn out to be enough: the tables of `docs/calibration.md`.

#[path = "../../tests/laws/sellers.rs"]
mod sellers;

use callpace::domain::quota::calls_needed;
use sellers::{Plans, QUOTA, Random, Score, Seller};
use std::fmt::Write;

const HISTORIES: [u64; 4] = [40, 100, 400, 1_000];
const LEVELS: [u64; 4] = [50, 80, 90, 95];
const SELLERS: u32 = 4_000;

/// Both tables, as Markdown: sellers drawn from the prior, and sellers of fixed rates.
pub(crate) fn tables() -> String {
    format!("{}\n{}", drawn(), fixed())
}

fn drawn() -> String {
    let mut out = format!(
        "## Sellers drawn from the prior\n\nTrue rates from Beta(½, ½) for each of the two steps, {SELLERS} sellers a row, quota {QUOTA}.\n\
         Each cell: plans that came true, and in brackets the mean of the exact chances at the planned calls.\n\n\
         | calls known | 50 % | 80 % | 90 % | 95 % | no plan within 10 million calls (50 / 80 / 90 / 95 %) |\n|---|---|---|---|---|---|\n"
    );
    for calls in HISTORIES {
        let mut random = Random(20_261_124 + calls);
        let mut plans = Plans::default();
        let mut scores = [Score::default(); 4];
        for _ in 0..SELLERS {
            let seller = Seller::drawn(&mut random);
            let history = seller.history(calls, &mut random);
            for (level, score) in LEVELS.into_iter().zip(&mut scores) {
                score.follow(seller, plans.of(history, level), &mut random);
            }
        }
        let cells = scores.map(|it| {
            format!("{:.1} ({:.1})", 100.0 * it.share(), 100.0 * it.expected / f64::from(it.plans.max(1)))
        });
        let without = scores.map(|it| it.without.to_string());
        line(&mut out, &format!("| {calls} | {} | {} |", cells.join(" | "), without.join(" / ")));
    }
    out
}

fn fixed() -> String {
    let mut out = format!(
        "## Sellers of fixed rates\n\nHow often the figure for 80 % came true, and in brackets simple division;\n\
         {SELLERS} histories a cell, of those with a sale. Call → presentation / presentation → sale:\n\n\
         | true rates | 40 calls known | 100 | 400 | 1000 |\n|---|---|---|---|---|\n"
    );
    for (first, second) in [(0.25, 0.20), (0.10, 0.15), (0.05, 0.30)] {
        let seller = Seller { first, second };
        let cells = HISTORIES.map(|calls| {
            let mut random = Random(calls);
            let (mut plans, mut sure, mut simple) = (Plans::default(), Score::default(), Score::default());
            for _ in 0..SELLERS {
                let history = seller.history(calls, &mut random);
                if history.sales > 0 {
                    sure.follow(seller, plans.of(history, 80), &mut random);
                    let divided = calls_needed(QUOTA, history.calls, history.sales).ok();
                    let divided = divided.and_then(|it| u64::try_from(it).ok());
                    simple.follow(seller, divided.map(|it| (it, 0.5)), &mut random);
                }
            }
            format!("{:.1} % ({:.1} %)", 100.0 * sure.share(), 100.0 * simple.share())
        });
        line(&mut out, &format!("| {first:.2} / {second:.2} | {} |", cells.join(" | ")));
    }
    out
}

fn line(out: &mut String, text: &str) {
    // Writing to a String cannot fail.
    writeln!(out, "{text}").unwrap_or_default();
}
