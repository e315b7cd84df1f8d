//! Version 1 of the body: a JSON array
//! `[seq, at, day, zone, [ids], [[writer, seq] …], [rows]]`.
//!
//! `seq` and `at` of the first record, the civil `day` most of them count
//! for and the local time `zone` in minutes are said once; a row tells only
//! what differs. `ids` and the foreign records are named once and then by place.
//! Trailing zeros of a row are left out, so a plain tap is `[ms]`.
//!
//! | row | numbers |
//! |---|---|
//! | entry | ms since the record before, kind, list, reason, n − 1, day − `day`, minute, batch, amount + 1, earlier, row hash + 1, occurrence |
//! | amendment | ms since the record before, [`AMENDMENT`] − 2 × change (− 1: of a batch), value, target, batch |
//! | setting | ms since the record before, [`SETTING`], batch, key, value |
//! | gap | how many numbers the writer left out, [`GAP`] |
//!
//! A target is the distance to an earlier record of the same writer less 1, so
//! that the reason of the tap just before costs nothing to name; any other
//! record is −1 − its place among the named. A batch is 0 for none, 1 where it
//! begins, 2 where it is that of the record before, else the distance to where
//! it began plus 2.

use crate::{
    domain::{
        date::Date,
        step::{Id, Origin, Step},
    },
    journal::record::{
        Amendment, Body, Change, Entry, Extra, MAX_N, Record, RecordId, Row, Setting, Target, What, Writer,
    },
};
use core::fmt::{self, Write as _};
use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, SeqAccess, Visitor},
};

/// JSON numbers are exact up to here in every reader.
const MAX_EXACT: u64 = 1 << 53;
const SETTING: i64 = -1;
const GAP: i64 = -2;
/// The largest kind of an amendment.
const AMENDMENT: i64 = -3;
/// Kinds from here on name an own step (even) or a counter (odd) by its place in `ids`.
const FIRST_NAMED: i64 = 16;

#[derive(Default)]
struct Names {
    ids: Vec<Id>,
    records: Vec<RecordId>,
}

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

pub(super) fn encode(records: &[Record]) -> String {
    let first = records.first();
    let (mut seq, mut at) = first.map_or((0, 0), |it| (it.id.seq, it.at));
    let base = base_of(records);
    let mut names = Names::default();
    let mut rows = String::new();
    let head = format!("{seq},{at},{},{}", base.0.number(), base.1);
    let mut batch_before = None;
    for record in records {
        if record.id.seq > seq {
            push_row(&mut rows, &[i64::from(record.id.seq - seq), GAP], None);
        }
        // `at` of one writer never goes back, save in a foreign file.
        let step = signed(record.at) - signed(at);
        let batch = batch_code(record, batch_before);
        match &record.body {
            Body::Entry(it) => {
                push_row(&mut rows, &entry_row(it, step, batch, record.at, base, &mut names), None);
            }
            Body::Amendment(it) => {
                let (code, value) = change_code(it.change, &mut names);
                let (of_batch, target) = match it.target {
                    Target::Record(id) => (0, id),
                    Target::Batch(id) => (1, id),
                };
                let kind = AMENDMENT - 2 * code - of_batch;
                push_row(
                    &mut rows,
                    &[step, kind, value, target_code(record, target, &mut names), batch],
                    None,
                );
            }
            Body::Setting(it) => {
                let text = serde_json::to_string(&(&it.key, &it.value)).unwrap_or_default();
                push_row(&mut rows, &[step, SETTING, batch], Some(&text));
            }
        }
        (seq, at, batch_before) = (record.id.seq.saturating_add(1), record.at, record.batch);
    }
    let ids: Vec<u32> = names.ids.iter().map(|it| it.0).collect();
    let named: Vec<_> = names.records.iter().map(|it| (it.writer.to_string(), it.seq)).collect();
    let names = serde_json::to_string(&(ids, named)).unwrap_or_default();
    // `names` is "[[ids],[records]]": its outer brackets are not wanted here.
    format!("[{head},{},[{rows}]]", &names[1..names.len() - 1])
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

fn push_row(rows: &mut String, numbers: &[i64], tail: Option<&str>) {
    let kept = match tail {
        Some(_) => numbers.len(),
        None => numbers.iter().rposition(|it| *it != 0).map_or(0, |last| last + 1),
    };
    rows.push_str(if rows.is_empty() { "[" } else { ",[" });
    for (place, it) in numbers[..kept].iter().enumerate() {
        let comma = if place == 0 { "" } else { "," };
        // Writing to a String cannot fail.
        write!(rows, "{comma}{it}").unwrap_or_default();
    }
    if let Some(text) = tail {
        // `text` is a JSON array: the row goes on with what is in it.
        rows.push(',');
        rows.push_str(&text[1..text.len() - 1]);
    }
    rows.push(']');
}

/// The day and the zone that save most of the rows from naming their own.
fn base_of(records: &[Record]) -> (Date, i64) {
    let entries = || {
        records.iter().filter_map(|it| match &it.body {
            Body::Entry(entry) => Some((it.at, entry)),
            _ => None,
        })
    };
    let day = entries().next().map_or(Date::MIN, |it| it.1.day);
    let tapped = entries().find_map(|(at, it)| Some((at, it.minute?)));
    let zone =
        tapped.map_or(0, |(at, minute)| (i64::from(minute) - predicted_minute(at, 0)).rem_euclid(1440));
    (day, zone)
}

const fn predicted_minute(at: u64, zone: i64) -> i64 {
    (signed(at) / 60_000 + zone).rem_euclid(1440)
}

fn entry_row(
    it: &Entry,
    step: i64,
    batch: i64,
    at: u64,
    (day, zone): (Date, i64),
    names: &mut Names,
) -> [i64; 12] {
    let extra = it.extra.as_deref().copied().unwrap_or_default();
    let minute = match it.minute {
        Some(minute) if i64::from(minute) == predicted_minute(at, zone) => 0,
        Some(minute) => i64::from(minute) + 1,
        None => -1,
    };
    [
        step,
        kind_code(it.what, names),
        names.id(it.list),
        names.id(it.reason),
        i64::from(it.n) - 1,
        i64::from(it.day.number()) - i64::from(day.number()),
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

/// By code. Inbound has no call and no own steps.
const KINDS: [What; 5] = What::FIXED;

fn change_code(change: Change, names: &mut Names) -> (i64, i64) {
    match change {
        Change::Void => (0, 0),
        Change::Restore => (1, 0),
        Change::Undo => (2, 0),
        Change::Redo => (3, 0),
        Change::Reason(it) => (4, names.id(it)),
        Change::List(it) => (5, names.id(it)),
        Change::Day(it) => (6, i64::from(it.number())),
        Change::N(it) => (7, i64::from(it)),
        Change::Amount(it) => (8, it.map_or(0, |it| signed(it) + 1)),
        Change::Earlier(it) => {
            (9, it.map_or(0, |it| i64::from(it.number()) - i64::from(Date::MIN.number()) + 1))
        }
    }
}

const fn signed(n: u64) -> i64 {
    // Nothing above 2^53 is ever recorded; more than that is held there.
    (if n > MAX_EXACT { MAX_EXACT } else { n }).cast_signed()
}

#[derive(Deserialize)]
struct Shard(i64, i64, i32, i64, Vec<u32>, Vec<(String, u32)>, Vec<RawRow>);

/// The numbers of a row, and key and value of a setting.
struct RawRow {
    numbers: [i64; 12],
    setting: Option<(String, serde_json::Value)>,
}

impl<'de> Deserialize<'de> for RawRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RowVisitor;
        impl<'de> Visitor<'de> for RowVisitor {
            type Value = RawRow;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a row")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawRow, A::Error> {
                let mut row = RawRow { numbers: [0; 12], setting: None };
                for place in 0..row.numbers.len() {
                    if place == 3 && row.numbers[1] == SETTING {
                        let key = seq.next_element()?.unwrap_or_default();
                        let value = seq.next_element()?.unwrap_or_default();
                        row.setting = Some((key, value));
                        break;
                    }
                    match seq.next_element()? {
                        Some(it) => row.numbers[place] = it,
                        None => return Ok(row),
                    }
                }
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(row)
            }
        }
        deserializer.deserialize_seq(RowVisitor)
    }
}

pub(super) fn decode(writer: Writer, body: &str) -> Option<Vec<Record>> {
    let Shard(seq, at, day, zone, ids, named, rows) = serde_json::from_str(body).ok()?;
    let named = named
        .into_iter()
        .map(|(writer, seq)| Some(RecordId { writer: Writer::parse(&writer)?, seq }))
        .collect::<Option<Vec<_>>>()?;
    let names = Names { ids: ids.into_iter().map(Id).collect(), records: named };
    let seq = i64::from(u32::try_from(seq).ok()?);
    let mut reader = Reader { writer, seq, at, day, zone, names, batch_before: None };
    let mut records = Vec::with_capacity(rows.len());
    for row in rows {
        if row.numbers[1] == GAP {
            reader.seq = reader.seq.checked_add(i64::from(u32::try_from(row.numbers[0]).ok()?))?;
        } else {
            records.push(reader.record(row)?);
        }
    }
    Some(records)
}

struct Reader {
    writer: Writer,
    /// Of the next record. One past the last possible `seq` is damage only if a record has it.
    seq: i64,
    at: i64,
    day: i32,
    zone: i64,
    names: Names,
    batch_before: Option<u32>,
}

impl Reader {
    fn record(&mut self, row: RawRow) -> Option<Record> {
        let numbers = row.numbers;
        let seq = u32::try_from(self.seq).ok()?;
        self.at = self.at.checked_add(numbers[0])?;
        let at = u64::try_from(self.at).ok().filter(|it| *it <= MAX_EXACT)?;
        let (body, batch) = match numbers[1] {
            SETTING => {
                let (key, value) = row.setting?;
                (Body::Setting(Setting { key, value }), numbers[2])
            }
            kind if kind <= AMENDMENT => (Body::Amendment(self.amendment(kind, &numbers)?), numbers[4]),
            kind => (Body::Entry(self.entry(kind, &numbers, at)?), numbers[7]),
        };
        let batch = match batch {
            0 => None,
            1 => Some(seq),
            2 => Some(self.batch_before?),
            code => {
                let back = if code > 2 { code - 2 } else { code };
                Some(u32::try_from(self.seq.checked_sub(back)?).ok()?)
            }
        };
        self.batch_before = batch;
        let record = Record { id: RecordId { writer: self.writer, seq }, at, batch, body };
        self.seq += 1;
        Some(record)
    }

    fn entry(&self, kind: i64, numbers: &[i64; 12], at: u64) -> Option<Entry> {
        let day = Date::from_number(i32::try_from(i64::from(self.day).checked_add(numbers[5])?).ok()?)?;
        let minute = match numbers[6] {
            0 => Some(predicted_minute(at, self.zone.rem_euclid(1440))),
            -1 => None,
            it => Some(it.checked_sub(1)?),
        };
        let minute = match minute {
            Some(it) => Some(u16::try_from(it).ok().filter(|it| *it < 1440)?),
            None => None,
        };
        let hash = optional(numbers[10])?;
        let extra = Extra {
            amount: optional(numbers[8])?,
            earlier: match numbers[9] {
                0 => None,
                code => {
                    let back = if code > 0 { code.checked_sub(1)? } else { code };
                    let number = i64::from(day.number()).checked_sub(back)?;
                    Some(Date::from_number(i32::try_from(number).ok()?)?)
                }
            },
            row: match hash {
                Some(hash) => Some(Row { hash, occurrence: u32::try_from(numbers[11]).ok()? }),
                None => None,
            },
        };
        Some(Entry {
            day,
            minute,
            what: self.what(kind)?,
            list: self.id(numbers[2])?,
            reason: self.id(numbers[3])?,
            n: number(numbers[4].checked_add(1)?)?,
            extra: (extra != Extra::default()).then(|| Box::new(extra)),
        })
    }

    fn what(&self, kind: i64) -> Option<What> {
        if kind < FIRST_NAMED {
            return KINDS.get(usize::try_from(kind).ok()?).copied();
        }
        let id = *self.names.ids.get(usize::try_from((kind - FIRST_NAMED) / 2).ok()?)?;
        Some(if kind % 2 == 0 { What::Step(Step::Own(id), Origin::Cold) } else { What::Counter(id) })
    }

    /// The outer `None` is damage, the inner one is "none".
    #[expect(clippy::option_option, reason = "damage and none differ")]
    fn id(&self, code: i64) -> Option<Option<Id>> {
        match code {
            0 => Some(None),
            it => self.names.ids.get(usize::try_from(it.checked_sub(1)?).ok()?).copied().map(Some),
        }
    }

    fn amendment(&self, kind: i64, numbers: &[i64; 12]) -> Option<Amendment> {
        let [_, _, value, target, ..] = *numbers;
        let id = if target < 0 {
            let place = target.checked_add(1)?.checked_neg()?;
            *self.names.records.get(usize::try_from(place).ok()?)?
        } else {
            let seq = self.seq.checked_sub(target)?.checked_sub(1)?;
            RecordId { writer: self.writer, seq: u32::try_from(seq).ok()? }
        };
        let code = AMENDMENT.checked_sub(kind)?;
        let target = if code % 2 == 0 { Target::Record(id) } else { Target::Batch(id) };
        let date = |number: i64| Date::from_number(i32::try_from(number).ok()?);
        let change = match code / 2 {
            0 => Change::Void,
            1 => Change::Restore,
            2 => Change::Undo,
            3 => Change::Redo,
            4 => Change::Reason(self.id(value)?),
            5 => Change::List(self.id(value)?),
            6 => Change::Day(date(value)?),
            7 => Change::N(number(value)?),
            8 => Change::Amount(optional(value)?),
            9 if value == 0 => Change::Earlier(None),
            9 => Change::Earlier(Some(date(value.checked_sub(1)?.checked_add(Date::MIN.number().into())?)?)),
            _ => return None,
        };
        Some(Amendment { target, change })
    }
}

fn number(n: i64) -> Option<u32> {
    u32::try_from(n).ok().filter(|it| (1..=MAX_N).contains(it))
}

/// 0 is none, else the number + 1; the outer `None` is damage.
#[expect(clippy::option_option, reason = "damage and none differ")]
fn optional(code: i64) -> Option<Option<u64>> {
    match code {
        0 => Some(None),
        it => u64::try_from(it.checked_sub(1)?).ok().filter(|it| *it < MAX_EXACT).map(Some),
    }
}
