//! The set of records, and what holds after all amendments.

use crate::{
    domain::date::Date,
    journal::{
        log::Log,
        mine::Mine,
        record::{Amendment, Body, Device, Entry, Record, RecordId, Row, Stamp, Target, Writer},
        settings::Settings,
        tally::{Counted, Tally},
        words::Word,
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
    logs: FxHashMap<Writer, Log>,
    batches: FxHashMap<RecordId, Vec<RecordId>>,
    keys: BTreeMap<String, Vec<RecordId>>,
    rows: FxHashMap<Row, Vec<RecordId>>,
    /// This browser's records, in order of time.
    mine: Mine,
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
            logs: FxHashMap::default(),
            batches: FxHashMap::default(),
            keys: BTreeMap::new(),
            rows: FxHashMap::default(),
            mine: Mine::default(),
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

    /// The same, but what is recorded next shall be later than this instant, UTC milliseconds.
    #[must_use]
    pub fn later_than(mut self, at: u64) -> Self {
        self.newest = self.newest.max(at);
        self
    }

    /// The newest instant seen, in UTC milliseconds.
    pub const fn newest(&self) -> u64 {
        self.newest
    }

    /// Every record, by writer and sequence.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        let mut writers: Vec<Writer> = self.logs.keys().copied().collect();
        writers.sort_unstable();
        writers.into_iter().flat_map(|it| self.since(it, 0))
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.logs.values().map(|it| it.records().len()).sum()
    }

    /// Whether nothing was ever recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.logs.values().all(|it| it.records().is_empty())
    }

    /// Whether this writer has records here.
    #[must_use]
    pub fn knows(&self, writer: Writer) -> bool {
        self.logs.get(&writer).is_some_and(|it| !it.records().is_empty())
    }

    /// The records of one writer from `seq` on.
    #[must_use]
    pub fn since(&self, writer: Writer, seq: u32) -> &[Record] {
        self.logs.get(&writer).map_or(&[], |it| it.since(seq))
    }

    /// The record with this id.
    #[must_use]
    pub fn get(&self, id: RecordId) -> Option<&Record> {
        self.logs.get(&id.writer)?.get(id.seq)
    }

    /// The entry with this id as it was recorded.
    #[must_use]
    pub fn entry(&self, id: RecordId) -> Option<&Entry> {
        match &self.get(id)?.body {
            Body::Entry(it) => Some(it),
            _ => None,
        }
    }

    /// This browser's records, newest first.
    pub fn mine(&self) -> impl Iterator<Item = RecordId> {
        self.mine.newest_first()
    }

    /// The entries imported from such a row that still count.
    #[must_use]
    pub fn row_is_here(&self, row: Row) -> bool {
        self.rows.get(&row).is_some_and(|ids| ids.iter().any(|id| self.alive(*id)))
    }

    /// Adds a record. `false` if it was here already.
    pub fn add(&mut self, record: Record) -> bool {
        self.add_all([record]) == 1
    }

    /// Adds records in any order and says how many were new.
    ///
    /// An id names one record for ever: another one under a known id is not heard.
    pub fn add_all(&mut self, records: impl IntoIterator<Item = Record>) -> usize {
        let fresh = in_runs(self.unknown(records));
        if fresh.is_empty() {
            return 0;
        }
        let mut touched = self.touched(&fresh);
        for id in &touched.entries {
            if let Some(before) = self.counted(*id) {
                self.tally.remove(*id, &before);
            }
        }
        touched.entries.extend(fresh.iter().filter(|it| matches!(it.body, Body::Entry(_))).map(|it| it.id));
        let added = fresh.len();
        let new_words = self.index(fresh);
        self.settle(&touched.targets, new_words);
        self.count(&touched.entries);
        if touched.settings {
            self.settings = self.read_settings();
        }
        added
    }

    /// Whether a record counts: the latest of Void and Restore about it and its
    /// batch decides, and the latest of Undo and Redo. Both must let it be.
    ///
    /// A word is heard only if it is later than what it is about, so the
    /// question never comes back to itself.
    #[must_use]
    pub fn alive(&self, id: RecordId) -> bool {
        self.logs.get(&id.writer).is_some_and(|log| log.get(id.seq).is_some_and(|it| log.holds(it)))
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
        let log = self.logs.get(&id.writer)?;
        log.counted(log.get(id.seq)?)
    }

    /// Those of these records that are not here.
    fn unknown(&self, records: impl IntoIterator<Item = Record>) -> Vec<Record> {
        // They come in runs of one writer.
        let mut of = None;
        let is_unknown = |it: &Record| {
            let (_, log) = match of {
                Some(before @ (writer, _)) if writer == it.id.writer => before,
                _ => *of.insert((it.id.writer, self.logs.get(&it.id.writer))),
            };
            log.is_none_or(|log: &Log| log.get(it.id.seq).is_none())
        };
        records.into_iter().filter(is_unknown).collect()
    }

    /// Takes these entries into the tally, as far as they count.
    fn count(&mut self, ids: &[RecordId]) {
        let counted = ids.chunk_by(|a, b| a.writer == b.writer).flat_map(|run| {
            let log = run.first().and_then(|it| self.logs.get(&it.writer));
            run.iter().filter_map(move |id| Some((*id, log?.counted(log?.get(id.seq)?)?)))
        });
        self.tally.add_all(counted);
    }

    /// What of that which is here already may count differently once these are here too.
    fn touched(&self, fresh: &[Record]) -> Touched {
        let mut touched = Touched::default();
        let mut open = Vec::new();
        for record in fresh {
            match &record.body {
                Body::Entry(_) => {}
                Body::Setting(_) => touched.settings = true,
                Body::Amendment(it) => {
                    let (Target::Record(id) | Target::Batch(id)) = it.target;
                    if self.logs.get(&id.writer).is_some_and(|log| log.knows_of(it.target)) {
                        open.push(it.target);
                    }
                }
            }
        }
        while let Some(target) = open.pop() {
            if !touched.targets.insert(target) {
                continue;
            }
            for id in self.members(&target) {
                match self.get(*id).map(|it| &it.body) {
                    Some(Body::Entry(_)) => touched.entries.push(*id),
                    Some(Body::Setting(_)) => touched.settings = true,
                    Some(Body::Amendment(it)) => open.push(it.target),
                    None => {}
                }
            }
        }
        // An entry may be reached both by its own id and by its batch.
        touched.entries.sort_unstable();
        touched.entries.dedup();
        touched
    }

    fn members<'a>(&'a self, target: &'a Target) -> &'a [RecordId] {
        match target {
            Target::Record(id) => core::slice::from_ref(id),
            Target::Batch(id) => self.batch(*id),
        }
    }

    /// Takes in new records, in runs, and gives what is to be settled: the new words.
    fn index(&mut self, fresh: Vec<Record>) -> Vec<(Stamp, Target)> {
        let mut new_words = Vec::new();
        let mut mine = Vec::new();
        for record in &fresh {
            let (id, stamp) = (record.id, record.stamp());
            self.newest = self.newest.max(record.at);
            if id.writer.device() == self.device {
                mine.push(stamp);
            }
            if let Some(seq) = record.batch {
                self.batches.entry(RecordId { writer: id.writer, seq }).or_default().push(id);
            }
            match &record.body {
                Body::Amendment(it) => new_words.push((stamp, it.target)),
                Body::Setting(it) => self.keys.entry(it.key.clone()).or_default().push(id),
                Body::Entry(it) => {
                    if let Some(row) = it.extra.as_ref().and_then(|it| it.row) {
                        self.rows.entry(row).or_default().push(id);
                    }
                }
            }
        }
        let mut fresh = fresh.into_iter();
        while let Some(writer) = fresh.as_slice().first().map(|it| it.id.writer) {
            let run = fresh.as_slice().partition_point(|it| it.id.writer == writer);
            self.logs.entry(writer).or_default().extend(fresh.by_ref().take(run));
        }
        let logs = &self.logs;
        self.mine.add(mine, |id| logs.get(&id.writer)?.get(id.seq).map(Record::stamp));
        new_words
    }

    /// Finds anew which words about these targets hold, new ones included.
    ///
    /// Whether a word holds depends on later words only, so the latest goes first.
    fn settle(&mut self, targets: &FxHashSet<Target>, new_words: Vec<(Stamp, Target)>) {
        let mut open = new_words;
        for target in targets {
            let (Target::Record(id) | Target::Batch(id)) = target;
            let words = self.logs.get_mut(&id.writer).map(|log| log.take(*target));
            open.extend(words.into_iter().flatten().map(|stamp| (stamp, *target)));
        }
        open.sort_unstable_by_key(|it| core::cmp::Reverse(it.0));
        for (stamp, target) in open {
            let Some(log) = self.logs.get(&stamp.id.writer) else { continue };
            let Some(record) = log.get(stamp.id.seq) else { continue };
            let Body::Amendment(Amendment { change, .. }) = record.body else { continue };
            let holds = log.holds(record);
            let (Target::Record(id) | Target::Batch(id)) = target;
            self.logs.entry(id.writer).or_default().put(target, Word { stamp, change }, holds);
        }
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

/// The same records, those of a writer together and in order of `seq`, each once.
fn in_runs(mut records: Vec<Record>) -> Vec<Record> {
    let mut writers = FxHashSet::default();
    let mut runs = records.chunk_by(|a, b| a.id.writer == b.id.writer);
    let in_order = |run: &[Record]| run.is_sorted_by(|a, b| a.id.seq < b.id.seq);
    if !runs.all(|run| run.first().is_some_and(|it| writers.insert(it.id.writer)) && in_order(run)) {
        records.sort_by_key(|it| it.id);
        records.dedup_by_key(|it| it.id);
    }
    records
}

#[derive(Default)]
struct Touched {
    targets: FxHashSet<Target>,
    entries: Vec<RecordId>,
    settings: bool,
}
