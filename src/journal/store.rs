//! The set of records, and what holds after all amendments.

use crate::{
    domain::date::Date,
    journal::{
        record::{Amendment, Body, Change, Device, Entry, Record, RecordId, Row, Stamp, Target, Writer},
        settings::Settings,
        tally::{Cell, Counted, Tally},
    },
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Every record known, by whom, and the counts they amount to.
///
/// Adding is idempotent and order does not matter: the union of two journals
/// is the same whichever is added to which.
#[derive(Clone, Debug)]
pub struct Journal {
    device: Device,
    logs: BTreeMap<Writer, Vec<Record>>,
    amendments: FxHashMap<Target, Vec<RecordId>>,
    batches: FxHashMap<RecordId, Vec<RecordId>>,
    keys: BTreeMap<String, Vec<RecordId>>,
    rows: FxHashMap<Row, Vec<RecordId>>,
    /// This browser's records, oldest first.
    mine: Vec<Stamp>,
    newest: u64,
    tally: Tally,
    settings: Settings,
}

impl Journal {
    /// Nothing recorded yet, in this browser.
    #[must_use]
    pub fn new(device: Device) -> Self {
        Self {
            device,
            logs: BTreeMap::new(),
            amendments: FxHashMap::default(),
            batches: FxHashMap::default(),
            keys: BTreeMap::new(),
            rows: FxHashMap::default(),
            mine: Vec::new(),
            newest: 0,
            tally: Tally::default(),
            settings: Settings::default(),
        }
    }

    /// The browser this journal is kept in.
    pub const fn device(&self) -> Device {
        self.device
    }

    /// Counts per day.
    pub const fn tally(&self) -> &Tally {
        &self.tally
    }

    /// What the setting records amount to.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The newest instant seen, in UTC milliseconds.
    pub const fn newest(&self) -> u64 {
        self.newest
    }

    /// Every record, by writer and sequence.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.logs.values().flatten()
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.logs.values().map(Vec::len).sum()
    }

    /// Whether nothing was ever recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.logs.is_empty()
    }

    /// Whether this writer has records here.
    #[must_use]
    pub fn knows(&self, writer: Writer) -> bool {
        self.logs.contains_key(&writer)
    }

    /// The records of one writer from `seq` on.
    #[must_use]
    pub fn since(&self, writer: Writer, seq: u32) -> &[Record] {
        let Some(log) = self.logs.get(&writer) else { return &[] };
        let from = log.partition_point(|it| it.id.seq < seq);
        &log[from..]
    }

    /// The record with this id.
    #[must_use]
    pub fn get(&self, id: RecordId) -> Option<&Record> {
        let log = self.logs.get(&id.writer)?;
        // Almost always the records of a writer are there without a gap.
        let guess = id.seq.checked_sub(log.first()?.id.seq)? as usize;
        match log.get(guess) {
            Some(it) if it.id == id => Some(it),
            _ => log.binary_search_by_key(&id.seq, |it| it.id.seq).ok().map(|place| &log[place]),
        }
    }

    /// The entry with this id as it was recorded.
    #[must_use]
    pub fn entry(&self, id: RecordId) -> Option<&Entry> {
        match &self.get(id)?.body {
            Body::Entry(it) => Some(it),
            _ => None,
        }
    }

    /// This browser's records, oldest first.
    pub fn mine(&self) -> &[Stamp] {
        &self.mine
    }

    /// The entries imported from such a row that still count.
    #[must_use]
    pub fn row_is_here(&self, row: Row) -> bool {
        self.rows.get(&row).is_some_and(|ids| ids.iter().any(|id| self.alive(*id)))
    }

    /// Adds a record. `false` if it was here already.
    pub fn add(&mut self, record: Record) -> bool {
        let changed = self.add_all([record]);
        changed == 1
    }

    /// Adds records in any order and says how many were new.
    pub fn add_all(&mut self, records: impl IntoIterator<Item = Record>) -> usize {
        let mut added = 0;
        let mut settings_touched = false;
        for record in records {
            if self.get(record.id).is_some() {
                continue;
            }
            added += 1;
            let touched = self.touched(&record);
            settings_touched |= touched.settings;
            for id in &touched.entries {
                if let Some(before) = self.counted(*id) {
                    self.tally.remove(*id, &before);
                }
            }
            self.index(record);
            for id in &touched.entries {
                if let Some(after) = self.counted(*id) {
                    self.tally.add(*id, &after);
                }
            }
        }
        if settings_touched {
            self.settings = self.read_settings();
        }
        added
    }

    /// Whether a record counts: the latest word about it and its batch decides.
    ///
    /// A word is heard only if it is later than what it is about, so the
    /// question never comes back to itself.
    #[must_use]
    pub fn alive(&self, id: RecordId) -> bool {
        let Some(record) = self.get(id) else { return false };
        let mut words = self.words_about(record);
        words.retain(|it| it.2.counts().is_some());
        words.sort_unstable_by_key(|it| core::cmp::Reverse(it.0));
        words.into_iter().find(|it| self.alive(it.1)).is_none_or(|it| it.2.counts() != Some(false))
    }

    /// Whether undoing a unit would change anything: some record of it counts.
    #[must_use]
    pub fn unit_alive(&self, unit: Target) -> bool {
        match unit {
            Target::Record(id) => self.alive(id),
            Target::Batch(id) => self.batches.get(&id).is_some_and(|it| it.iter().any(|id| self.alive(*id))),
        }
    }

    /// The records of a batch.
    #[must_use]
    pub fn batch(&self, first: RecordId) -> &[RecordId] {
        self.batches.get(&first).map_or(&[], Vec::as_slice)
    }

    /// An entry as it counts after all amendments; `None` if it does not.
    #[must_use]
    pub fn counted(&self, id: RecordId) -> Option<Counted> {
        let record = self.get(id)?;
        let Body::Entry(entry) = &record.body else { return None };
        if !self.alive(id) {
            return None;
        }
        let extra = entry.extra.as_deref().copied().unwrap_or_default();
        let mut it = Counted {
            day: entry.day,
            minute: entry.minute,
            cell: Cell { what: entry.what, list: entry.list, reason: entry.reason },
            n: entry.n,
            amount: extra.amount,
            earlier: extra.earlier,
        };
        let mut words = self.words_about(record);
        words.sort_unstable_by_key(|word| word.0);
        for (_, word, change) in words {
            if change.counts().is_none() && self.alive(word) {
                it.change(change);
            }
        }
        Some(it)
    }

    /// Amendments later than a record, of it or of its batch.
    fn words_about(&self, record: &Record) -> Vec<(Stamp, RecordId, Change)> {
        let own = self.amendments.get(&Target::Record(record.id));
        let batch = record
            .batch
            .and_then(|seq| self.amendments.get(&Target::Batch(RecordId { writer: record.id.writer, seq })));
        if own.is_none() && batch.is_none() {
            return Vec::new();
        }
        let ids = own.into_iter().chain(batch).flatten();
        ids.filter_map(|id| self.get(*id))
            .filter(|it| it.stamp() > record.stamp())
            .filter_map(|it| match it.body {
                Body::Amendment(Amendment { change, .. }) => Some((it.stamp(), it.id, change)),
                _ => None,
            })
            .collect()
    }

    /// What may count differently once this record is here.
    fn touched(&self, record: &Record) -> Touched {
        let mut touched = Touched::default();
        match &record.body {
            Body::Entry(_) => touched.entries.push(record.id),
            Body::Setting(_) => touched.settings = true,
            Body::Amendment(it) => self.reach(it.target, &mut touched, &mut FxHashSet::default()),
        }
        touched
    }

    fn reach(&self, target: Target, touched: &mut Touched, seen: &mut FxHashSet<Target>) {
        if !seen.insert(target) {
            return;
        }
        let ids = match &target {
            Target::Record(id) => core::slice::from_ref(id),
            Target::Batch(id) => self.batch(*id),
        };
        for id in ids {
            match self.get(*id).map(|it| &it.body) {
                Some(Body::Entry(_)) => touched.entries.push(*id),
                Some(Body::Setting(_)) => touched.settings = true,
                Some(Body::Amendment(it)) => self.reach(it.target, touched, seen),
                None => {}
            }
        }
        touched.entries.sort_unstable();
        touched.entries.dedup();
    }

    fn index(&mut self, record: Record) {
        let (id, stamp) = (record.id, record.stamp());
        self.newest = self.newest.max(record.at);
        if id.writer.device() == self.device {
            let place = self.mine.partition_point(|it| *it < stamp);
            self.mine.insert(place, stamp);
        }
        if let Some(seq) = record.batch {
            self.batches.entry(RecordId { writer: id.writer, seq }).or_default().push(id);
        }
        match &record.body {
            Body::Amendment(it) => self.amendments.entry(it.target).or_default().push(id),
            Body::Setting(it) => self.keys.entry(it.key.clone()).or_default().push(id),
            Body::Entry(it) => {
                if let Some(row) = it.extra.as_ref().and_then(|it| it.row) {
                    self.rows.entry(row).or_default().push(id);
                }
            }
        }
        let log = self.logs.entry(id.writer).or_default();
        let place = log.partition_point(|it| it.id.seq < id.seq);
        log.insert(place, record);
    }

    fn read_settings(&self) -> Settings {
        let mut settings = Settings::default();
        for (key, ids) in &self.keys {
            let newest = ids
                .iter()
                .filter_map(|id| self.get(*id))
                .filter(|it| self.alive(it.id))
                .max_by_key(|it| it.stamp());
            if let Some(Body::Setting(it)) = newest.map(|it| &it.body) {
                settings.read(key, &it.value);
            }
        }
        settings.finish();
        settings
    }

    /// The entries that count for a day, oldest first.
    #[must_use]
    pub fn entries_on(&self, day: Date) -> Vec<(Stamp, Counted)> {
        let ids = self.tally.day(day).map_or(&[][..], |it| it.entries());
        let mut all: Vec<_> =
            ids.iter().filter_map(|id| Some((self.get(*id)?.stamp(), self.counted(*id)?))).collect();
        all.sort_unstable_by_key(|it| it.0);
        all
    }
}

#[derive(Default)]
struct Touched {
    entries: Vec<RecordId>,
    settings: bool,
}

impl Counted {
    const fn change(&mut self, change: Change) {
        match change {
            Change::Reason(it) => self.cell.reason = it,
            Change::List(it) => self.cell.list = it,
            Change::Day(it) => self.day = it,
            Change::N(it) => self.n = it,
            Change::Amount(it) => self.amount = it,
            Change::Earlier(it) => self.earlier = it,
            Change::Void | Change::Restore | Change::Undo | Change::Redo => {}
        }
    }
}
