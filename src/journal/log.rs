//! The records of one writer, and what amendments say about them.
//!
//! They stand together, so that what a record counts as is found in one place; one table of the
//! amendments of all writers took twice the room of what it held.

use crate::journal::{
    record::{Record, Target},
    words::{Word, Words},
};

/// The records of one writer; none while only amendments of them are known.
#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    /// In order of `seq`.
    records: Vec<Record>,
    /// By the `seq` of what they are about, in order.
    about_records: Vec<(u32, Words)>,
    /// By the `seq` that begins the batch they are about, in order.
    about_batches: Vec<(u32, Words)>,
}

impl Log {
    pub(super) fn records(&self) -> &[Record] {
        &self.records
    }

    /// The records from `seq` on.
    pub(super) fn since(&self, seq: u32) -> &[Record] {
        let from = self.records.partition_point(|it| it.id.seq < seq);
        &self.records[from..]
    }

    pub(super) fn get(&self, seq: u32) -> Option<&Record> {
        // Almost always they are there without a gap.
        let guess = seq.checked_sub(self.records.first()?.id.seq)? as usize;
        match self.records.get(guess) {
            Some(it) if it.id.seq == seq => Some(it),
            _ => {
                self.records.binary_search_by_key(&seq, |it| it.id.seq).ok().map(|place| &self.records[place])
            }
        }
    }

    /// Takes in records that are not here, in order.
    pub(super) fn extend(&mut self, run: impl ExactSizeIterator<Item = Record>) {
        let before = self.records.len();
        // A past page load is there at once and does not grow.
        if before == 0 && run.len() > 1 {
            self.records.reserve_exact(run.len());
        }
        self.records.extend(run);
        let around = self.records.get(before.saturating_sub(1)).zip(self.records.get(before));
        let is_next = before == 0 || around.is_none_or(|(last, first)| last.id.seq < first.id.seq);
        // Once for a run and not at each record: what arrives is long runs in order.
        if !is_next {
            self.records.sort_by_key(|it| it.id.seq);
        }
    }

    /// Whether a record of this log counts: see [`super::Journal::alive`].
    pub(super) fn holds(&self, record: &Record) -> bool {
        let words = self.words_about(record);
        // Of its own words and those about its batch the later ones of a kind.
        let said = |no: &Word| words.clone().all(|it| !it.same_kind(no) || it.stamp <= no.stamp);
        !words.clone().any(|it| it.change.counts() == Some(false) && said(it))
    }

    /// What holds about a record of this log or its batch and is later than the record.
    pub(super) fn words_about(&self, record: &Record) -> impl Iterator<Item = &Word> + Clone {
        let own = find(&self.about_records, record.id.seq);
        let batch = record.batch.and_then(|seq| find(&self.about_batches, seq));
        let stamp = record.stamp();
        own.into_iter().chain(batch).flat_map(Words::holding).filter(move |it| it.stamp > stamp)
    }

    /// All words about a target in this log, none so far.
    pub(super) fn about(&mut self, target: Target) -> &mut Words {
        let (words, seq) = match target {
            Target::Record(id) => (&mut self.about_records, id.seq),
            Target::Batch(id) => (&mut self.about_batches, id.seq),
        };
        // Mostly the newest is amended.
        let place = match words.last() {
            Some(last) if last.0 >= seq => words.binary_search_by_key(&seq, |it| it.0),
            _ => Err(words.len()),
        };
        let place = place.unwrap_or_else(|place| {
            // Doubling would take room for as many again.
            if words.len() == words.capacity() {
                words.reserve_exact(2 + words.len() / 4);
            }
            words.insert(place, (seq, Words::default()));
            place
        });
        &mut words[place].1
    }
}

fn find(words: &[(u32, Words)], seq: u32) -> Option<&Words> {
    let place = words.binary_search_by_key(&seq, |it| it.0).ok()?;
    Some(&words[place].1)
}
