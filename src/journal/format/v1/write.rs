//! From records to a body.

use super::{AMENDMENT, FIRST_NAMED, GAP, KINDS, MAX_EXACT, Names, SETTING, Shard, predicted_minute, signed};
use crate::{
    domain::{
        date::Date,
        step::{Id, Origin, Step},
    },
    journal::record::{Body, Change, Entry, Record, RecordId, Target, What},
};

impl Names {
    /// Place + 1, or 0 for none.
    fn id(&mut self, id: Option<Id>) -> i64 {
        id.map_or(0, |id| place_of(&mut self.ids, id) + 1)
    }
}

#[expect(clippy::cast_possible_wrap, reason = "a shard names far fewer things than i64 holds")]
fn place_of<T: PartialEq>(all: &mut Vec<T>, it: T) -> i64 {
    let place = all.iter().position(|known| *known == it).unwrap_or_else(|| {
        all.push(it);
        all.len() - 1
    });
    place as i64
}

pub(crate) fn encode(records: &[Record]) -> String {
    let first = records.first();
    let (first_seq, first_at) = first.map_or((0, 0), |it| (it.id.seq, it.at.min(MAX_EXACT)));
    let (mut seq, mut at) = (first_seq, first_at);
    let base = Base::of(records);
    let mut names = Names::default();
    let mut settings = Vec::new();
    let mut rows = Vec::new();
    let mut batch_before = None;
    for record in records {
        if record.id.seq > seq {
            push_row(&mut rows, &[i64::from(record.id.seq - seq), GAP]);
        }
        // `at` of one writer never goes back, save in a foreign file.
        let step = signed(record.at) - signed(at);
        let batch = batch_code(record, batch_before);
        match &record.body {
            Body::Entry(it) => push_row(&mut rows, &entry_row(it, step, batch, record.at, base, &mut names)),
            Body::Amendment(it) => {
                let (code, value) = change_code(it.change, &mut names);
                let (of_batch, target) = match it.target {
                    Target::Record(id) => (0, id),
                    Target::Batch(id) => (1, id),
                };
                let kind = AMENDMENT - 2 * code - of_batch;
                push_row(&mut rows, &[step, kind, value, target_code(record, target, &mut names), batch]);
            }
            Body::Setting(it) => {
                settings.push((it.key.clone(), it.value.clone()));
                push_row(&mut rows, &[step, SETTING, batch]);
            }
        }
        (seq, at, batch_before) = (record.id.seq.saturating_add(1), record.at, record.batch);
    }
    let others = names.records.iter().map(|it| (it.writer.to_string(), it.seq)).collect();
    let day = base.day.number();
    let rows = String::from_utf8(rows).unwrap_or_default();
    let shard = Shard(first_seq, first_at, day, base.zone, base.list, names.ids, others, settings, rows);
    serde_json::to_string(&shard).unwrap_or_default()
}

fn batch_code(record: &Record, before: Option<u32>) -> i64 {
    match record.batch {
        None => 0,
        Some(seq) if seq == record.id.seq => 1,
        Some(_) if record.batch == before => 2,
        Some(seq) => match i64::from(record.id.seq) - i64::from(seq) {
            back if back > 0 => back + 2,
            ahead => ahead,
        },
    }
}

fn target_code(record: &Record, target: RecordId, names: &mut Names) -> i64 {
    if target.writer == record.id.writer && target.seq < record.id.seq {
        i64::from(record.id.seq) - i64::from(target.seq) - 1
    } else {
        -1 - place_of(&mut names.records, target)
    }
}

fn push_row(rows: &mut Vec<u8>, numbers: &[i64]) {
    let kept = numbers.iter().rposition(|it| *it != 0).map_or(1, |last| last + 1);
    let mut before = if rows.is_empty() { None } else { Some(b';') };
    for it in &numbers[..kept] {
        rows.extend(before);
        push_number(rows, *it);
        before = Some(b',');
    }
}

/// As `Display` writes it, which goes through four calls and takes eight times as long in wasm.
fn push_number(text: &mut Vec<u8>, number: i64) {
    // As long as the longest, `i64::MIN` without its sign.
    let mut digits = [0; 19];
    let (mut from, mut left) = (digits.len(), number.unsigned_abs());
    loop {
        from -= 1;
        digits[from] = b'0' + u8::try_from(left % 10).unwrap_or(0);
        left /= 10;
        if left == 0 {
            break;
        }
    }
    if number < 0 {
        text.push(b'-');
    }
    text.extend_from_slice(&digits[from..]);
}

/// What saves most of the rows from saying it themselves.
#[derive(Clone, Copy)]
struct Base {
    day: Date,
    zone: i64,
    list: Option<Id>,
}

impl Base {
    fn of(records: &[Record]) -> Self {
        let entries = || {
            records.iter().filter_map(|it| match &it.body {
                Body::Entry(entry) => Some((it.at, entry)),
                _ => None,
            })
        };
        let first = entries().next().map(|it| it.1);
        let tapped = entries().find_map(|(at, it)| Some((at, it.minute?)));
        Self {
            day: first.map_or(Date::MIN, |it| it.day),
            zone: tapped
                .map_or(0, |(at, minute)| (i64::from(minute) - predicted_minute(at, 0)).rem_euclid(1440)),
            list: first.and_then(|it| it.list),
        }
    }
}

fn entry_row(it: &Entry, step: i64, batch: i64, at: u64, base: Base, names: &mut Names) -> [i64; 12] {
    let extra = it.extra.as_deref().copied().unwrap_or_default();
    let minute = match it.minute {
        Some(minute) if i64::from(minute) == predicted_minute(at, base.zone) => 0,
        Some(minute) => i64::from(minute) + 1,
        None => -1,
    };
    [
        step,
        kind_code(it.what, names),
        if it.list == base.list { 0 } else { names.id(it.list) + 1 },
        names.id(it.reason),
        i64::from(it.n) - 1,
        i64::from(it.day.number()) - i64::from(base.day.number()),
        minute,
        batch,
        extra.amount.map_or(0, |it| signed(it) + 1),
        // A day before the sale is the rule, the same day the most common: 1.
        extra.earlier.map_or(0, |earlier| earlier_code(it.day, earlier)),
        extra.row.map_or(0, |it| signed(it.hash) + 1),
        extra.row.map_or(0, |it| i64::from(it.occurrence)),
    ]
}

/// 1 for the same day, 2 for the day before and so on; negative for later days.
fn earlier_code(day: Date, earlier: Date) -> i64 {
    let back = i64::from(day.number()) - i64::from(earlier.number());
    if back >= 0 { back + 1 } else { back }
}

fn kind_code(what: What, names: &mut Names) -> i64 {
    match what {
        What::Step(Step::Own(id), Origin::Cold) => FIRST_NAMED + 2 * place_of(&mut names.ids, id),
        What::Counter(id) => FIRST_NAMED + 1 + 2 * place_of(&mut names.ids, id),
        fixed @ What::Step(..) => {
            KINDS.iter().position(|it| *it == fixed).map_or(0, |it| i64::try_from(it).unwrap_or(0))
        }
    }
}

fn change_code(change: Change, names: &mut Names) -> (i64, i64) {
    match change {
        // The most common first: it costs a digit less.
        Change::Reason(it) => (0, names.id(it)),
        Change::Undo => (1, 0),
        Change::Redo => (2, 0),
        Change::Void => (3, 0),
        Change::Restore => (4, 0),
        Change::List(it) => (5, names.id(it)),
        Change::Day(it) => (6, i64::from(it.number())),
        Change::N(it) => (7, i64::from(it)),
        Change::Amount(it) => (8, it.map_or(0, |it| signed(it) + 1)),
        Change::Earlier(it) => {
            (9, it.map_or(0, |it| i64::from(it.number()) - i64::from(Date::MIN.number()) + 1))
        }
    }
}
