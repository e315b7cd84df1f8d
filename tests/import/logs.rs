//! A log for tests: what was imported, and nothing cleverer.

use callpace::domain::date::Date;
use callpace::domain::step::Step;
use callpace::exchange::import::{Cell, Known, Planned, Preview, RowHash};

#[derive(Default)]
pub(crate) struct Log {
    pub(crate) entries: Vec<Planned>,
    pub(crate) worked: Vec<Date>,
    pub(crate) own: Vec<(String, Step)>,
}

impl Log {
    /// Records what a preview has planned, as the app would.
    pub(crate) fn import(&mut self, preview: &Preview) {
        self.entries.extend(preview.entries());
        self.worked.extend(&preview.worked);
    }

    /// The counts, added up, in a fixed order.
    pub(crate) fn counts(&self) -> Vec<(String, u64)> {
        let mut counts = std::collections::BTreeMap::new();
        for it in &self.entries {
            let key = format!("{} {:?} {:?} {:?} {:?}", it.day, it.step, it.origin, it.list, it.reason);
            *counts.entry(key).or_default() += u64::from(it.n);
        }
        counts.into_iter().collect()
    }
}

impl Known for Log {
    fn seen(&self, row: RowHash, occurrence: u32) -> bool {
        self.entries.iter().any(|it| it.row == (row, occurrence))
    }

    fn count(&self, cell: &Cell<'_>) -> u64 {
        let same = |it: &&Planned| {
            it.day == cell.day
                && it.step == cell.step
                && it.origin == cell.origin
                && it.list.as_deref() == cell.list
                && it.reason.as_deref() == cell.reason
        };
        self.entries.iter().filter(same).map(|it| u64::from(it.n)).sum()
    }

    fn day_total(&self, day: Date) -> u64 {
        self.entries.iter().filter(|it| it.day == day).map(|it| u64::from(it.n)).sum()
    }

    fn worked(&self, day: Date) -> bool {
        self.worked.contains(&day) || self.day_total(day) > 0
    }

    fn step_by_name(&self, name: &str) -> Option<Step> {
        self.own.iter().find(|it| it.0 == name).map(|it| it.1)
    }
}
