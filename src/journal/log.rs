//! The records of one writer, and what amendments say about them.
//!
//! They stand together, so that what a record counts as is found in one place; one table of the
//! amendments of all writers took twice the room of what it held.

use crate::journal::{
    record::{Body, Change, Record, Stamp, Target},
    tally::{Cell, Counted},
    words::{More, Said, Word, Words},
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
        !words.clone().any(|it| it.change.counts() == Some(false) && said(&it))
    }

    /// An entry of this log as it counts after all amendments; `None` if it does not.
    pub(super) fn counted(&self, record: &Record) -> Option<Counted> {
        let Body::Entry(entry) = &record.body else { return None };
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
        let Some(first) = words.next() else { return Some(it) };
        // Nearly always the only one.
        let Some(second) = words.next() else {
            it.change(first.change);
            return (first.change.counts() != Some(false)).then_some(it);
        };
        if !self.holds(record) {
            return None;
        }
        let mut words: Vec<Word> = [first, second].into_iter().chain(words).collect();
        words.sort_unstable_by_key(|word| word.stamp);
        for word in words {
            it.change(word.change);
        }
        Some(it)
    }

    /// What holds about a record of this log or its batch and is later than the record.
    fn words_about(&self, record: &Record) -> impl Iterator<Item = Word> + Clone + use<'_> {
        let own = find(&self.about_records, record.id.seq);
        let batch = record.batch.and_then(|seq| find(&self.about_batches, seq));
        let stamp = record.stamp();
        own.into_iter().chain(batch).flat_map(|it| self.holding(it)).filter(move |it| it.stamp > stamp)
    }

    fn holding<'a>(&'a self, words: &'a Words) -> impl Iterator<Item = Word> + Clone + use<'a> {
        let latest = words.latest.iter().filter_map(|it| self.word(it));
        latest.chain(words.more.iter().flat_map(|it| it.holding.iter().copied()))
    }

    /// The word itself.
    fn word(&self, said: &Said) -> Option<Word> {
        match said {
            Said::Elsewhere(it) => Some(**it),
            Said::Here(seq) => {
                let record = self.get(*seq)?;
                let Body::Amendment(it) = &record.body else { return None };
                Some(Word { stamp: record.stamp(), change: it.change })
            }
        }
    }

    /// Whether a target of this log is here, or words about it.
    pub(super) fn knows_of(&self, target: Target) -> bool {
        match target {
            Target::Record(id) => self.get(id.seq).is_some() || self.said(target).is_some(),
            // Which records it has is for the journal to know.
            Target::Batch(_) => true,
        }
    }

    /// Takes all words about a target out, to be put back latest first.
    pub(super) fn take(&mut self, target: Target) -> Vec<Stamp> {
        if self.said(target).is_none() {
            return Vec::new();
        }
        let Words { latest, more } = core::mem::take(self.about(target));
        let More { holding, rest } = more.map(|it| *it).unwrap_or_default();
        let latest = latest.and_then(|it| self.word(&it));
        latest.into_iter().chain(holding).map(|it| it.stamp).chain(rest).collect()
    }

    /// Puts back a word about a target of this log that is earlier than all that were put back since
    /// [`Log::take`].
    pub(super) fn put(&mut self, target: Target, word: Word, holds: bool) {
        let (Target::Record(id) | Target::Batch(id)) = target;
        let is_last = |it: &Words| !self.holding(it).any(|it| it.same_kind(&word));
        let holds = holds && self.said(target).is_none_or(is_last);
        let words = self.about(target);
        match (holds, &words.latest) {
            (true, None) => words.latest = Some(Said::of(word, id.writer)),
            (true, Some(_)) => words.more.get_or_insert_default().holding.push(word),
            (false, _) => words.more.get_or_insert_default().rest.push(word.stamp),
        }
    }

    fn said(&self, target: Target) -> Option<&Words> {
        match target {
            Target::Record(id) => find(&self.about_records, id.seq),
            Target::Batch(id) => find(&self.about_batches, id.seq),
        }
    }

    /// All words about a target in this log, none so far.
    fn about(&mut self, target: Target) -> &mut Words {
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
