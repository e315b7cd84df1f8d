//! Records no Callpace would write: the journal ends its sums and does not fall over.

use crate::any::{HERE, WRITERS};
use callpace::{
    domain::date::Date,
    journal::{
        Journal,
        record::{Amendment, Body, Change, Entry, Record, RecordId, Target, What},
        undo::{next_redo, next_undo},
    },
};

const MANY: u32 = 100_000;

const fn id(seq: u32) -> RecordId {
    RecordId { writer: WRITERS[0], seq }
}

fn call(seq: u32, batch: Option<u32>) -> Record {
    let day = Date::new(2024, 10, 4).unwrap();
    let entry = Entry { day, minute: None, what: What::CALL, list: None, reason: None, n: 1, extra: None };
    Record { id: id(seq), at: u64::from(seq), batch, body: Body::Entry(entry) }
}

fn void(seq: u32, target: Target, batch: Option<u32>) -> Record {
    let body = Body::Amendment(Amendment { target, change: Change::Void });
    Record { id: id(seq), at: u64::from(seq), batch, body }
}

fn journal(all: Vec<Record>) -> Journal {
    let mut it = Journal::new(HERE);
    it.add_all(all);
    it
}

#[test]
fn a_long_chain_of_voids_voids_every_other() {
    for len in [MANY, MANY + 1] {
        let mut all = vec![call(0, None)];
        all.extend((1..=len).map(|seq| void(seq, Target::Record(id(seq - 1)), None)));
        let it = journal(all);
        // The last one holds, the one before does not, and so on down to the call.
        assert_eq!(it.alive(id(0)), len % 2 == 0);
        assert!(it.alive(id(len)) && !it.alive(id(len - 1)));
        assert_eq!(next_undo(&it), Some(Target::Record(id(len))));
    }
}

#[test]
fn many_layers_of_two_do_not_double_the_work() {
    // Each layer is a batch of two that names the batch below.
    let mut all = vec![call(0, Some(0)), call(1, Some(0))];
    for seq in (2..2000).step_by(2) {
        let below = Target::Batch(id(seq - 2));
        all.extend([void(seq, below, Some(seq)), void(seq + 1, below, Some(seq))]);
    }
    let it = journal(all);
    assert!(it.alive(id(1998)) && !it.alive(id(1996)) && !it.alive(id(0)));
}

#[test]
fn a_large_batch_with_many_dead_words_is_summed_once() {
    let mut all: Vec<Record> = (0..MANY).map(|seq| call(seq, Some(0))).collect();
    all.extend((MANY..2 * MANY).map(|seq| void(seq, Target::Batch(id(0)), Some(MANY))));
    let end = 2 * MANY;
    all.push(void(end, Target::Batch(id(MANY)), None));
    let it = journal(all);
    assert_eq!(
        it.tally().day(Date::new(2024, 10, 4).unwrap()).map(|it| it.entries().len()),
        Some(MANY as usize)
    );
}

#[test]
fn circles_and_words_about_oneself_are_not_heard() {
    let it = journal(vec![
        call(0, None),
        void(1, Target::Record(id(1)), None),
        void(2, Target::Record(id(3)), None),
        void(3, Target::Record(id(2)), None),
        void(4, Target::Batch(id(4)), Some(4)),
        void(5, Target::Record(id(u32::MAX)), Some(u32::MAX)),
    ]);
    // Of two that name each other only the later is heard.
    let alive: Vec<bool> = (0..6).map(|seq| it.alive(id(seq))).collect();
    assert_eq!(alive, [true, true, false, true, true, true]);
    assert_eq!(next_redo(&it), None);
}

#[test]
fn undo_after_a_large_import_was_undone_is_quick() {
    let mut all: Vec<Record> = (0..MANY).map(|seq| call(seq, Some(0))).collect();
    let body = Body::Amendment(Amendment { target: Target::Batch(id(0)), change: Change::Undo });
    all.push(Record { id: id(MANY), at: u64::from(MANY), batch: None, body });
    let it = journal(all);
    // Asked for at each drawing of the Log: once through the batch, not once for each of its records.
    assert_eq!(next_undo(&it), None);
    assert_eq!(next_redo(&it), Some(Target::Batch(id(0))));
}

#[test]
fn shards_in_any_order_are_taken_in_quickly() {
    // Ten years of page loads whose writers sort in no order of time, and an import of 400 shards.
    let mut it = Journal::new(HERE);
    let mut shards: Vec<Vec<Record>> = Vec::new();
    for load in 1..=7_500_u32 {
        let writer = callpace::journal::record::Writer::new(HERE, load.wrapping_mul(2_654_435_761));
        shards.push(
            (0..35)
                .map(|seq| Record {
                    id: RecordId { writer, seq },
                    at: u64::from(load) * 1000 + u64::from(seq),
                    ..call(seq, None)
                })
                .collect(),
        );
    }
    shards.sort_by_key(|it| it[0].id);
    let import: Vec<Record> = (0..MANY).map(|seq| call(seq, Some(0))).collect();
    let mut parts: Vec<Vec<Record>> = import.chunks(256).map(<[Record]>::to_vec).collect();
    parts.sort_by_key(|it| (it[0].id.seq / 256).to_string());
    shards.extend(parts);
    it.add_all(shards.into_iter().flatten());
    assert_eq!(it.len(), 7_500 * 35 + MANY as usize);
    assert!(it.mine().map(|id| it.get(id).unwrap().stamp()).is_sorted_by(|later, earlier| later > earlier));
}
