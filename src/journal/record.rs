//! The records of a journal.

use crate::domain::{
    date::Date,
    step::{Id, Origin, Step},
};
use core::fmt;

/// The largest number one entry may hold.
pub const MAX_N: u32 = 100_000;

/// Who wrote a record: one page load of one browser.
///
/// The upper half names the browser, drawn once; the lower half the page
/// load. Fresh for each load, so that no two tabs ever write the same key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Writer(u64);

/// The browser (device) part of a [`Writer`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Device(pub u32);

/// Crockford's alphabet: no `i`, `l`, `o`, `u` to be misread.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

fn base32(n: u32) -> [u8; 7] {
    let mut out = [0; 7];
    for (place, it) in out.iter_mut().rev().enumerate() {
        *it = ALPHABET[(n as usize >> (5 * place)) & 31];
    }
    out
}

fn from_base32(text: &str) -> Option<u32> {
    let bytes = text.as_bytes();
    if bytes.len() != 7 {
        return None;
    }
    let n = bytes.iter().try_fold(0_u64, |n, byte| {
        let digit = ALPHABET.iter().position(|it| it == byte)?;
        Some(n << 5 | digit as u64)
    })?;
    u32::try_from(n).ok()
}

impl Device {
    /// Reads the seven letters that [`fmt::Display`] writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        from_base32(text).map(Self)
    }
}

impl fmt::Display for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(core::str::from_utf8(&base32(self.0)).unwrap_or_default())
    }
}

impl Writer {
    /// The writer of one page load of one browser.
    pub const fn new(device: Device, load: u32) -> Self {
        Self((device.0 as u64) << 32 | load as u64)
    }

    /// The browser it belongs to.
    pub const fn device(self) -> Device {
        Device((self.0 >> 32) as u32)
    }

    /// Reads `<device>.<load>`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (device, load) = text.split_once('.')?;
        Some(Self::new(Device::parse(device)?, from_base32(load)?))
    }
}

impl fmt::Display for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[expect(clippy::cast_possible_truncation, reason = "the lower half is what is wanted")]
        let load = self.0 as u32;
        write!(f, "{}.{}", self.device(), Device(load))
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Names a record for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    /// Who wrote it.
    pub writer: Writer,
    /// The how-manyeth record of that writer, from 0.
    pub seq: u32,
}

/// The order in which the last writer wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// UTC milliseconds.
    pub at: u64,
    /// Ties are broken by the id.
    pub id: RecordId,
}

/// Something a person did. Immutable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its name.
    pub id: RecordId,
    /// UTC instant in milliseconds, later than all the writer had seen.
    pub at: u64,
    /// `seq` of the first record of the batch it belongs to, same writer.
    /// A batch is undone as one.
    pub batch: Option<u32>,
    /// What was done.
    pub body: Body,
}

impl Record {
    /// Its place in time.
    pub const fn stamp(&self) -> Stamp {
        Stamp { at: self.at, id: self.id }
    }

    /// What undoing it has to name: the whole batch, or the record.
    #[must_use]
    pub const fn unit(&self) -> Target {
        match self.batch {
            Some(seq) => Target::Batch(RecordId { writer: self.id.writer, seq }),
            None => Target::Record(self.id),
        }
    }
}

/// What a record holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Something to count.
    Entry(Entry),
    /// A correction of an earlier record.
    Amendment(Amendment),
    /// A choice that travels with the journal.
    Setting(Setting),
}

/// What an entry counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// A step of the chain.
    Step(Step, Origin),
    /// A counter of the seller's own, beside the chain.
    Counter(Id),
}

impl What {
    /// A cold call.
    pub const CALL: Self = Self::Step(Step::Call, Origin::Cold);
    /// A presentation that came of a cold call.
    pub const PRESENTATION: Self = Self::Step(Step::Presentation, Origin::Cold);
    /// A sale that came of a cold call.
    pub const SALE: Self = Self::Step(Step::Sale, Origin::Cold);
    /// A presentation to a prospect who came by themselves.
    pub const INBOUND_PRESENTATION: Self = Self::Step(Step::Presentation, Origin::Inbound);
    /// A sale to a prospect who came by themselves.
    pub const INBOUND_SALE: Self = Self::Step(Step::Sale, Origin::Inbound);
    /// An own step. Those who come by themselves have none.
    #[must_use]
    pub const fn own(id: Id) -> Self {
        Self::Step(Step::Own(id), Origin::Cold)
    }

    /// The five that are always there, in the order of the week grid.
    pub const FIXED: [Self; 5] =
        [Self::CALL, Self::PRESENTATION, Self::SALE, Self::INBOUND_PRESENTATION, Self::INBOUND_SALE];
}

/// Something that happened `n` times on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The civil day it counts for, decided when it was recorded.
    pub day: Date,
    /// Local minute of the day, 0 to 1439, if it was tapped, or imported from a row with a time.
    pub minute: Option<u16>,
    /// What is counted.
    pub what: What,
    /// The lead list.
    pub list: Option<Id>,
    /// Why it did not go on.
    pub reason: Option<Id>,
    /// 1 to [`MAX_N`].
    pub n: u32,
    /// What few entries have.
    pub extra: Option<Box<Extra>>,
}

/// What few entries have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extra {
    /// Money, in minor units. Sales only.
    pub amount: Option<u64>,
    /// The day of the presentation a sale came from.
    pub earlier: Option<Date>,
    /// The file row it was imported from.
    pub row: Option<Row>,
}

/// An imported row: how the same file is known again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row {
    /// Hash of the normalised cells, below 2^53.
    pub hash: u64,
    /// The how-manyeth such row of its file, from 0.
    pub occurrence: u32,
}

/// A correction of an earlier record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// What it corrects.
    pub target: Target,
    /// How.
    pub change: Change,
}

/// What an amendment names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// One record.
    Record(RecordId),
    /// Every record of the batch that begins with this one.
    Batch(RecordId),
}

/// One change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It shall not count. An act of its own, which can be undone.
    Void,
    /// It shall count again. An act of its own.
    Restore,
    /// It is undone, whatever else is said: no act of its own.
    Undo,
    /// It is no longer undone: no act of its own.
    Redo,
    /// Another reason, or none.
    Reason(Option<Id>),
    /// Another list, or none.
    List(Option<Id>),
    /// Another day.
    Day(Date),
    /// Another number, 1 to [`MAX_N`].
    N(u32),
    /// Another amount, or none.
    Amount(Option<u64>),
    /// Another day of the presentation, or none.
    Earlier(Option<Date>),
}

impl Change {
    /// Whether it decides that something counts (`Some(true)`) or does not
    /// (`Some(false)`); `None` for a change of a field.
    pub const fn counts(self) -> Option<bool> {
        match self {
            Self::Void | Self::Undo => Some(false),
            Self::Restore | Self::Redo => Some(true),
            _ => None,
        }
    }
}

/// A choice that travels with the journal. The last one for a key holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// One of the keys of [`crate::journal::settings`].
    pub key: String,
    /// JSON; `null` takes the setting away. Numbers are whole: a fraction would
    /// come back from a text to within its last digit only.
    pub value: serde_json::Value,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_writer_reads_back_as_written() {
        for (device, load) in [(0, 0), (u32::MAX, u32::MAX), (1, 2), (0x8000_0000, 31)] {
            let it = Writer::new(Device(device), load);
            assert_eq!(Writer::parse(&it.to_string()), Some(it));
            assert_eq!(it.device(), Device(device));
        }
        // Nine letters of 5 bits hold more than 32 bits: refused, not cut.
        assert_eq!(Device::parse("zzzzzzz"), None);
        assert_eq!(Writer::parse("0000000"), None);
    }
}
