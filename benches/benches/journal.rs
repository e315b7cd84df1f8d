//! What a tap costs, and reading and folding ten years.

#[path = "../../xtask/src/bench/history.rs"]
#[expect(dead_code, reason = "`cargo xtask bench` uses the rest of it")]
mod history;

use callpace::{
    app::{
        intent::Intent,
        moment::Moment,
        start::{Found, start},
        update::update,
        view::{
            funnel::{slice, why},
            plan,
        },
    },
    domain::date::Date,
    journal::{
        format::{self, SHARD_LEN},
        record::What,
    },
};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use history::{History, TEN};
use std::hint::black_box;

fn today() -> Date {
    Date::new(2025, 6, 11).expect("a date")
}

fn noon() -> Moment {
    let at = u64::from(today().number().unsigned_abs()) * 86_400_000 + 43_200_000;
    Moment::new(at, at.cast_signed(), 0)
}

fn shards(criterion: &mut Criterion) {
    let history = History::of(TEN, today());
    let all: Vec<_> = history.loads.iter().max_by_key(|it| it.len()).cloned().unwrap_or_default();
    let records = &all[..all.len().min(SHARD_LEN as usize)];
    let writer = records.first().expect("a record").id.writer;
    let text = format::encode(records);
    criterion.bench_function("encode a shard", |it| it.iter(|| format::encode(black_box(records))));
    criterion.bench_function("decode a shard", |it| it.iter(|| format::decode(writer, black_box(&text))));
}

fn decade(criterion: &mut Criterion) {
    let history = History::of(TEN, today());
    let found = Found {
        shards: history.stored().into_iter().filter(|it| it.0.starts_with(format::PREFIX)).collect(),
        ..Found::default()
    };
    let mut group = criterion.benchmark_group("ten years");
    group.sample_size(10);
    group.bench_function("from texts to the state", |it| {
        it.iter_batched(|| found.clone(), |it| start(it, |_| noon()), BatchSize::LargeInput);
    });
    group.bench_function("fold of all records", |it| it.iter(|| black_box(&history).journal()));
    let mut state = start(found, |_| noon());
    group.bench_function("a tap: record, tally, shard", |it| {
        it.iter_batched(
            || state.clone(),
            |mut state| {
                update(&mut state, Intent::Tap(What::CALL), noon());
                state
            },
            BatchSize::PerIteration,
        );
    });
    for (name, hash) in [("90 days", "#/funnel"), ("all time", "#/funnel?p=all")] {
        state.route = callpace::app::route::Route::parse(hash);
        group.bench_function(format!("counts and losses, {name}"), |it| {
            it.iter(|| why::view(&slice::sum(black_box(&state))));
        });
        group.bench_function(format!("basis of the plan, {name}"), |it| {
            it.iter(|| plan::basis(black_box(&state)))
        });
    }
    group.finish();
}

criterion_group!(journal, shards, decade);
criterion_main!(journal);
