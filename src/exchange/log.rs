//! Between the journal and tables: what an import finds here, what it records, what an export holds.
//!
//! Tables name lists and reasons, the journal numbers them. Names come from
//! outside ([`Names`]), since those of built-in reasons depend on the language.

use super::{
    export::TidyRow,
    import::{Cell, Known, Preview, RowHash, preview::Slim},
};
use crate::{
    app::view::days::column_name,
    domain::{
        date::Date,
        reason::{Class, Side},
        step::{Id, Step},
    },
    journal::{
        Journal,
        record::{Entry, Extra, Row, Setting, What},
        settings::{DayMark, List, Reason, Settings},
    },
};
use std::collections::{BTreeMap, HashMap};

/// Row hashes are kept below 2^53, so that every reader of JSON keeps them exact.
const HASH_BITS: u64 = (1 << 53) - 1;

/// Active reasons of a side at most; more are made, but put away.
const MAX_REASONS: usize = crate::app::view::settings_own::MAX_REASONS;

/// Names of lists and reasons, and which id has which.
#[derive(Clone, Debug, Default)]
pub struct Names {
    lists: BTreeMap<Id, String>,
    reasons: BTreeMap<Id, String>,
    list_ids: HashMap<String, Vec<Id>>,
    reason_ids: HashMap<String, Vec<(Side, Id)>>,
}

impl Names {
    /// Those of the settings. `said` gives every name of a reason in any language, the current one first.
    #[must_use]
    pub fn of(settings: &Settings, said: impl Fn(Id) -> Vec<String>) -> Self {
        let mut it = Self::default();
        for (id, list) in &settings.lists {
            let root = settings.list_root(*id);
            if let Some(name) = settings.lists.get(&root).map(|it| it.name.clone()) {
                it.lists.insert(*id, name);
            }
            it.list_ids.entry(folded(&list.name)).or_default().push(root);
        }
        for (id, reason) in &settings.reasons {
            let names = said(*id);
            it.reasons.extend(names.first().map(|name| (*id, name.clone())));
            for name in names {
                it.reason_ids.entry(folded(&name)).or_default().push((reason.side, *id));
            }
        }
        it
    }

    fn list(&self, name: &str) -> &[Id] {
        self.list_ids.get(&folded(name)).map_or(&[], Vec::as_slice)
    }

    /// All that are called so, whatever their side.
    fn reasons(&self, name: &str) -> &[(Side, Id)] {
        self.reason_ids.get(&folded(name)).map_or(&[], Vec::as_slice)
    }

    fn reason(&self, side: Side, name: &str) -> Option<Id> {
        self.reasons(name).iter().find(|it| it.0 == side).map(|it| it.1)
    }
}

/// Names that differ in case or in space around them are the same.
fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// What the journal knows, for [`super::import`].
#[derive(Clone, Copy, Debug)]
pub struct Here<'j> {
    /// The journal.
    pub journal: &'j Journal,
    /// Its names.
    pub names: &'j Names,
}

impl Known for Here<'_> {
    fn seen(&self, row: RowHash, occurrence: u32) -> bool {
        self.journal.row_is_here(Row { hash: row.0 & HASH_BITS, occurrence })
    }

    fn count(&self, cell: &Cell<'_>) -> u64 {
        let settings = self.journal.settings();
        let lists = cell.list.map(|it| self.names.list(it));
        // By name, as they are exported: a step that changed places has reasons of both sides.
        let reasons = cell.reason.map(|it| self.names.reasons(it));
        let what = What::Step(cell.step, cell.origin);
        self.journal.tally().day(cell.day).map_or(0, |day| {
            day.sum(|it| {
                it.what == what
                    && match (lists, it.list) {
                        (None, list) => list.is_none(),
                        (Some(ids), list) => list.is_some_and(|id| ids.contains(&settings.list_root(id))),
                    }
                    && match (reasons, it.reason) {
                        (None, reason) => reason.is_none(),
                        (Some(ids), reason) => reason.is_some_and(|id| ids.iter().any(|it| it.1 == id)),
                    }
            })
        })
    }

    fn day_total(&self, day: Date) -> u64 {
        self.journal.tally().day(day).map_or(0, |it| it.sum(|it| matches!(it.what, What::Step(..))))
    }

    fn worked(&self, day: Date) -> bool {
        self.day_total(day) > 0
            || self.journal.settings().days.get(&day).is_some_and(|it| !it.zero.is_empty())
    }

    fn step_by_name(&self, name: &str) -> Option<Step> {
        let name = folded(name);
        let found = self.journal.settings().steps.iter().find(|it| folded(&it.1.name) == name);
        found.map(|it| Step::Own(it.0))
    }
}

/// What an import records: entries, and the lists, reasons and days they need.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// What is counted.
    pub entries: Vec<Entry>,
    /// What has to be known for it.
    pub settings: Vec<Setting>,
    /// Lists named for the first time.
    pub new_lists: Vec<String>,
    /// Reasons named for the first time.
    pub new_reasons: Vec<String>,
}

/// Turns a preview into records. New ids are drawn from `first_id` on.
#[must_use]
pub fn plan(preview: &Preview, journal: &Journal, names: &Names, first_id: Id) -> Plan {
    let mut maker =
        Maker { settings: journal.settings(), next: first_id, plan: Plan::default(), names: names.clone() };
    // A file names few lists and reasons again and again: each is looked up once.
    let mut lists = HashMap::new();
    let mut reasons = HashMap::new();
    for it in &preview.planned {
        let list =
            preview.labels.get(it.list).map(|name| *lists.entry(it.list).or_insert_with(|| maker.list(name)));
        let side = maker.settings.side_of(it.step);
        let reason = side.zip(preview.labels.get(it.reason)).map(|(side, name)| {
            *reasons.entry((side, it.reason)).or_insert_with(|| maker.reason(side, name))
        });
        maker.plan.entries.push(entry(it, list, reason));
    }
    for day in &preview.worked {
        let mut mark = journal.settings().days.get(day).cloned().unwrap_or_default();
        mark.zero.insert(column_name(What::CALL));
        maker.plan.settings.push(day_setting(*day, &mark));
    }
    maker.plan
}

fn day_setting(day: Date, mark: &DayMark) -> Setting {
    Setting { key: format!("day/{day}"), value: serde_json::to_value(mark).unwrap_or_default() }
}

struct Maker<'s> {
    settings: &'s Settings,
    next: Id,
    plan: Plan,
    names: Names,
}

fn entry(it: &Slim, list: Option<Id>, reason: Option<Id>) -> Entry {
    let row = Some(Row { hash: it.hash & HASH_BITS, occurrence: it.occurrence });
    let extra = Extra { amount: it.amount, earlier: None, row };
    let what = What::Step(it.step, it.origin);
    Entry { day: it.day, minute: it.minute, what, list, reason, n: it.n, extra: Some(Box::new(extra)) }
}

impl Maker<'_> {
    fn list(&mut self, name: &str) -> Id {
        if let Some(id) = self.names.list(name).first() {
            return *id;
        }
        let id = self.fresh();
        let list = List { name: name.to_owned(), archived: false, merged_into: None, price: None };
        self.plan.settings.push(Setting {
            key: format!("list/{}", id.0),
            value: serde_json::to_value(list).unwrap_or_default(),
        });
        self.plan.new_lists.push(name.to_owned());
        self.names.list_ids.entry(folded(name)).or_default().push(id);
        id
    }

    fn reason(&mut self, side: Side, name: &str) -> Id {
        if let Some(id) = self.names.reason(side, name) {
            return id;
        }
        let id = self.fresh();
        let made = self.plan.new_reasons.len();
        let active = self.settings.reasons_of(side).len() + made;
        let reason = Reason {
            name: Some(name.to_owned()),
            side,
            // Tells nothing about what to work on, until the seller says it.
            class: Class::Timing,
            order: i32::try_from(100 + made).unwrap_or(i32::MAX),
            archived: active >= MAX_REASONS,
        };
        self.plan.settings.push(Setting {
            key: format!("reason/{}", id.0),
            value: serde_json::to_value(reason).unwrap_or_default(),
        });
        self.plan.new_reasons.push(name.to_owned());
        self.names.reason_ids.entry(folded(name)).or_default().push((side, id));
        id
    }

    fn fresh(&mut self) -> Id {
        while self.settings.lists.contains_key(&self.next)
            || self.settings.reasons.contains_key(&self.next)
            || self.settings.counters.contains_key(&self.next)
            || self.settings.steps.iter().any(|it| it.0 == self.next)
        {
            self.next = Id(self.next.0.saturating_add(1));
        }
        let id = self.next;
        self.next = Id(id.0.saturating_add(1));
        id
    }
}

/// The rows of a tidy export: a day, step, origin, list and reason each.
#[must_use]
pub fn rows<'n>(journal: &Journal, names: &'n Names) -> Vec<TidyRow<'n>> {
    let mut rows = Vec::new();
    for (day, tally) in journal.tally().days(Date::MIN, Date::MAX) {
        let mut money = BTreeMap::<_, u64>::new();
        for id in journal.tally().detailed(day, day) {
            if let Some(it) = journal.counted(id)
                && let Some(amount) = it.amount
            {
                let sum = money.entry(it.cell).or_default();
                *sum = sum.saturating_add(amount);
            }
        }
        // Lists that were merged are one row.
        let mut merged = BTreeMap::<_, (u64, Option<u64>)>::new();
        for (cell, n) in tally.cells() {
            let What::Step(step, origin) = cell.what else { continue };
            let list = cell.list.and_then(|id| names.lists.get(&id)).map(String::as_str);
            let reason = cell.reason.and_then(|id| names.reasons.get(&id)).map(String::as_str);
            let row = merged.entry((step, origin, list, reason)).or_default();
            row.0 += n;
            row.1 = match (row.1, money.get(&cell)) {
                (None, None) => None,
                (a, b) => Some(a.unwrap_or(0).saturating_add(b.copied().unwrap_or(0))),
            };
        }
        rows.extend(merged.into_iter().map(|((step, origin, list, reason), (n, amount))| TidyRow {
            day,
            step,
            origin,
            list,
            reason,
            n,
            amount,
        }));
    }
    rows
}

/// Days that were worked, with nothing counted.
#[must_use]
pub fn worked(journal: &Journal) -> Vec<Date> {
    let nothing = |day: Date| What::FIXED.iter().all(|it| journal.tally().count(day, *it) == 0);
    let days = journal.settings().days.iter().filter(|(_, it)| !it.zero.is_empty());
    days.map(|it| *it.0).filter(|it| nothing(*it)).collect()
}

#[cfg(test)]
mod tests;
