//! From a body to records.

use super::{AMENDMENT, FIRST_NAMED, GAP, KINDS, MAX_EXACT, Names, SETTING, Shard, predicted_minute};
use crate::{
    domain::{
        date::Date,
        step::{Id, Origin, Step},
    },
    journal::record::{
        Amendment, Body, Change, Entry, Extra, MAX_N, Record, RecordId, Row, Setting, Target, What, Writer,
    },
};
use serde_json::Value;

/// Adds the records of a body; `None` is damage, and then what was added is of no use.
pub(crate) fn decode(writer: Writer, body: &str, records: &mut Vec<Record>) -> Option<()> {
    let Shard(seq, at, day, zone, list, ids, named, settings, rows) = serde_json::from_str(body).ok()?;
    let named = named
        .into_iter()
        .map(|(writer, seq)| Some(RecordId { writer: Writer::parse(&writer)?, seq }))
        .collect::<Option<Vec<_>>>()?;
    let mut reader = Reader {
        writer,
        seq: seq.into(),
        at: i64::try_from(at).ok()?,
        day,
        zone: zone.rem_euclid(1440),
        list,
        names: Names { ids, records: named },
        settings: settings.into_iter(),
        batch_before: None,
    };
    // By bytes: it is much of the work of a start.
    records.reserve(rows.bytes().filter(|it| *it == b';').count() + 1);
    let ended = rows.strip_suffix(';').unwrap_or(&rows).as_bytes();
    let lines = if rows.is_empty() { None } else { Some(ended.split(|it| *it == b';')) };
    for row in lines.into_iter().flatten() {
        let numbers = numbers(row)?;
        if numbers[1] == GAP {
            reader.seq = reader.seq.checked_add(i64::from(u32::try_from(numbers[0]).ok()?))?;
        } else {
            records.push(reader.record(&numbers)?);
        }
    }
    // A setting without a row would be lost.
    reader.settings.next().is_none().then_some(())
}

/// The numbers of a row, those left out at its end as 0.
fn numbers(row: &[u8]) -> Option<[i64; 12]> {
    let mut numbers = [0; 12];
    let (mut place, mut n, mut digits, mut minus) = (0, 0_i64, 0, false);
    for byte in row {
        match byte {
            // So many cannot overflow.
            b'0'..=b'9' if digits < 18 => {
                n = n * 10 + i64::from(byte - b'0');
                digits += 1;
            }
            b'-' if digits == 0 && !minus => minus = true,
            b',' if digits > 0 => {
                *numbers.get_mut(place)? = if minus { -n } else { n };
                place += 1;
                (n, digits, minus) = (0, 0, false);
            }
            _ => return one_by_one(row),
        }
    }
    if digits == 0 {
        return one_by_one(row);
    }
    *numbers.get_mut(place)? = if minus { -n } else { n };
    Some(numbers)
}

/// The same for what is not as it is written: each as `str::parse` reads it, or damage.
#[cold]
fn one_by_one(row: &[u8]) -> Option<[i64; 12]> {
    let mut numbers = [0; 12];
    for (place, it) in row.split(|it| *it == b',').enumerate() {
        *numbers.get_mut(place)? = core::str::from_utf8(it).ok()?.parse().ok()?;
    }
    Some(numbers)
}

struct Reader {
    writer: Writer,
    /// Of the next record. One past the last possible `seq` is damage only if a record has it.
    seq: i64,
    at: i64,
    day: i32,
    zone: i64,
    list: Option<Id>,
    names: Names,
    settings: std::vec::IntoIter<(String, Value)>,
    batch_before: Option<u32>,
}

impl Reader {
    fn record(&mut self, numbers: &[i64; 12]) -> Option<Record> {
        let seq = u32::try_from(self.seq).ok()?;
        self.at = self.at.checked_add(numbers[0])?;
        let at = u64::try_from(self.at).ok().filter(|it| *it <= MAX_EXACT)?;
        let (body, batch) = match numbers[1] {
            SETTING => {
                let (key, value) = self.settings.next()?;
                (Body::Setting(Setting { key, value }), numbers[2])
            }
            kind if kind <= AMENDMENT => (Body::Amendment(self.amendment(kind, numbers)?), numbers[4]),
            kind => (Body::Entry(self.entry(kind, numbers, at)?), numbers[7]),
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
            0 => Some(predicted_minute(at, self.zone)),
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
            list: match numbers[2] {
                0 => self.list,
                code => self.id(code.checked_sub(1)?)?,
            },
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
            0 => Change::Reason(self.id(value)?),
            1 => Change::Undo,
            2 => Change::Redo,
            3 => Change::Void,
            4 => Change::Restore,
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

#[cfg(test)]
mod tests {
    use super::{numbers, one_by_one};

    #[test]
    fn a_row_is_read_at_once_as_it_is_number_by_number() {
        let parts = ["", "0", "7", "-", "+", ",", "x", "123456789012345678", "9223372036854775808"];
        let mut rows = vec![String::new()];
        for _ in 0..4 {
            rows = rows.iter().flat_map(|row| parts.map(|it| format!("{row}{it}"))).collect();
        }
        rows.extend((0..14).map(|n| vec!["-3"; n].join(",")));
        for row in rows {
            assert_eq!(numbers(row.as_bytes()), one_by_one(row.as_bytes()), "{row}");
        }
    }
}
