//! Chances and certainties of the cases that sellers have, and the worst one of the domain.

use callpace::domain::{
    chance::{
        Chain,
        certainty::{CAP, OFFERED},
    },
    conversion::Share,
    stats::{OutOfDomain, beta::Beta},
};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

/// Five steps, each with 40 of 100.
fn long_chain() -> Result<Chain, OutOfDomain> {
    Chain::new(&[Beta::new(40.5, 60.5)?; 5], &[0; 4])
}

/// The article: 100 calls, 25 presentations, 5 sales.
fn article() -> Result<Chain, OutOfDomain> {
    Chain::of_two(Beta::new(25.5, 75.5)?, Beta::new(5.5, 20.5)?, 0)
}

/// Ten years: 150,000 calls, 30,000 presentations, 6,000 sales.
fn decade() -> Result<Chain, OutOfDomain> {
    Chain::of_two(Beta::new(30_000.5, 120_000.5)?, Beta::new(6_000.5, 24_000.5)?, 0)
}

fn chances(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one chance");
    for (name, chain, calls, quota) in [
        ("article", article(), 300, 15),
        ("ten years", decade(), 2_000, 70),
        ("five steps", long_chain(), 100_000, 1_000),
    ] {
        let chain = chain.expect("within the domain");
        group.bench_function(name, |it| it.iter(|| black_box(&chain).chance(calls, quota)));
    }
    group.finish();
}

fn certainties(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("calls for four certainties");
    for (name, chain, quota) in
        [("article", article(), 15), ("ten years", decade(), 70), ("five steps", long_chain(), 1_000)]
    {
        let chain = chain.expect("within the domain");
        group.bench_function(name, |it| {
            it.iter(|| OFFERED.map(|level| black_box(&chain).calls_for(quota, level, CAP)));
        });
    }
    group.finish();
}

fn ranges(criterion: &mut Criterion) {
    let share = Share::new(25, 100).expect("a share");
    criterion.bench_function("one Jeffreys range", |it| it.iter(|| black_box(share).jeffreys(0.8)));
}

criterion_group!(domain, chances, certainties, ranges);
criterion_main!(domain);
