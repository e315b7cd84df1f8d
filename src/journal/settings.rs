//! Quota, lists, reasons, steps, days and the rest, read from setting records.
//!
//! | key | value |
//! |---|---|
//! | `quota/<from>` | [`Quota`] |
//! | `list/<id>` | [`List`] |
//! | `reason/<id>` | [`Reason`] |
//! | `step/<id>` | [`OwnStep`] |
//! | `step/presentation` | `"presentation"` or `"meeting"` |
//! | `counter/<id>` | [`Counter`] |
//! | `workdays` | `"1111100"`, Monday to Sunday |
//! | `holiday/<date>` | `true` |
//! | `day/<date>` | [`DayMark`] |
//! | `change/<date>` | text |
//! | `target/<rate>` | [`RateKey`] to permille |
//! | `delay` | days from presentation to sale |
//! | `minutes/<step>` | minutes a call or a presentation takes |
//! | `week_start` | `"monday"` or `"sunday"` |
//! | `day_start` | minutes after midnight |
//!
//! `null` takes a setting away. A key or value that cannot be read is left
//! alone: a newer version may have written it.

mod read;

use crate::{
    domain::{
        date::{Date, Weekday},
        reason::{BuiltIn, Class, Side},
        step::{Id, Place, Step},
    },
    journal::tally::ListFilter,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The longest name, in characters.
pub const MAX_NAME: usize = 60;
/// The longest name of an own step, in characters.
pub const MAX_STEP_NAME: usize = 24;

/// A full workday, in permille.
pub const FULL_DAY: u16 = 1000;

/// A quota and its period; the key holds its first day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quota {
    /// What is to be reached.
    #[serde(flatten)]
    pub goal: Goal,
    /// The last day.
    pub until: Date,
    /// How sure to be, in percent: 50, 80, 90 or 95.
    #[serde(default = "default_certainty")]
    pub certainty: u8,
    /// Whether inbound sales count.
    #[serde(default = "yes")]
    pub inbound: bool,
    /// Whether open presentations are taken as not yet decided.
    #[serde(default)]
    pub open: bool,
}

/// What a quota is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// So many sales.
    Sales(u32),
    /// So much money, in minor units.
    Money(u64),
}

const fn default_certainty() -> u8 {
    80
}

const fn yes() -> bool {
    true
}

/// A lead list, script or source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// As the seller calls it, at most 60 characters.
    pub name: String,
    /// Not offered any more.
    #[serde(default, skip_serializing_if = "is_false")]
    pub archived: bool,
    /// The list its entries are counted under since it was merged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<Id>,
    /// What the list cost, in minor units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<u64>,
}

/// Why a prospect did not go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The seller's name for it; a built-in one without a name is named by `text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The step after which it is given.
    pub side: Side,
    /// What it points to.
    pub class: Class,
    /// Place among the chips, smallest first.
    #[serde(default)]
    pub order: i32,
    /// Not offered any more.
    #[serde(default, skip_serializing_if = "is_false")]
    pub archived: bool,
}

/// A step of the seller's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnStep {
    /// At most 24 characters.
    pub name: String,
    /// Where it stands.
    pub place: Place,
    /// Place among its neighbours, smallest first.
    #[serde(default)]
    pub order: i32,
    /// What counts as this step.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub counts: String,
}

/// Something counted beside the chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counter {
    /// At most 60 characters.
    pub name: String,
    /// How many a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<u32>,
    /// Place among the counters, smallest first.
    #[serde(default)]
    pub order: i32,
    /// Whether it counts hours of work: calls and other counters are told per hour of it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub hours: bool,
    /// Not offered any more.
    #[serde(default, skip_serializing_if = "is_false")]
    pub archived: bool,
}

/// What is known of a day besides its counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayMark {
    /// Worked, and none: an empty column was said to be 0.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub zero: BTreeSet<String>,
    /// `Some(false)`: a day off; `Some(true)`: worked though the week says no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worked: Option<bool>,
    /// Permille of a full day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<u16>,
    /// At most 60 characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A rate that can have a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RateKey {
    /// Call to presentation.
    CallPresentation,
    /// Presentation to sale.
    PresentationSale,
    /// Call to sale.
    CallSale,
}

impl RateKey {
    /// In the order of the Funnel.
    pub const ALL: [Self; 3] = [Self::CallPresentation, Self::PresentationSale, Self::CallSale];

    /// As in the setting key and in test ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CallPresentation => "call-pres",
            Self::PresentationSale => "pres-sale",
            Self::CallSale => "call-sale",
        }
    }
}

/// How the middle step is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MiddleName {
    /// Presentation.
    #[default]
    Presentation,
    /// Meeting.
    Meeting,
}

/// Everything that the setting records amount to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// By first day.
    pub quotas: BTreeMap<Date, Quota>,
    /// By id.
    pub lists: BTreeMap<Id, List>,
    /// By id, built-in ones included.
    pub reasons: BTreeMap<Id, Reason>,
    /// In the order of the chain.
    pub steps: Vec<(Id, OwnStep)>,
    /// By id.
    pub counters: BTreeMap<Id, Counter>,
    /// Monday to Sunday.
    pub workdays: [bool; 7],
    /// Days off for everybody.
    pub holidays: BTreeSet<Date>,
    /// Marks of single days.
    pub days: BTreeMap<Date, DayMark>,
    /// What the seller changed, by first day.
    pub changes: BTreeMap<Date, String>,
    /// Targets in permille.
    pub targets: BTreeMap<RateKey, u16>,
    /// Days from presentation to sale, if typed.
    pub delay: Option<u16>,
    /// Minutes a call takes.
    pub minutes_call: Option<u16>,
    /// Minutes a presentation takes.
    pub minutes_presentation: Option<u16>,
    /// First day of the week: Monday or Sunday.
    pub week_start: Weekday,
    /// Minutes after midnight at which a new day begins, below 720.
    pub day_start: u16,
    /// How the middle step is called.
    pub middle: MiddleName,
}

impl Default for Settings {
    fn default() -> Self {
        let reason = |it: BuiltIn| Reason {
            name: None,
            side: it.side(),
            class: it.class(),
            order: it as i32,
            archived: false,
        };
        Self {
            quotas: BTreeMap::new(),
            lists: BTreeMap::new(),
            reasons: BuiltIn::ALL.into_iter().map(|it| (it.id(), reason(it))).collect(),
            steps: Vec::new(),
            counters: BTreeMap::new(),
            workdays: [true, true, true, true, true, false, false],
            holidays: BTreeSet::new(),
            days: BTreeMap::new(),
            changes: BTreeMap::new(),
            targets: BTreeMap::new(),
            delay: None,
            minutes_call: None,
            minutes_presentation: None,
            week_start: Weekday::Monday,
            day_start: 0,
            middle: MiddleName::Presentation,
        }
    }
}

impl Settings {
    /// The quota for a day: the one whose period holds it, else the last one
    /// that is over, else the next one to come.
    #[must_use]
    pub fn quota_for(&self, day: Date) -> Option<(Date, &Quota)> {
        let all = || self.quotas.iter().map(|(from, it)| (*from, it));
        let now = all().rev().find(|(from, it)| *from <= day && day <= it.until);
        now.or_else(|| all().filter(|(_, it)| it.until < day).max_by_key(|(_, it)| it.until))
            .or_else(|| all().next())
    }

    /// The side whose reasons are given after this step; `None` for a sale, and for an own step that is gone.
    #[must_use]
    pub fn side_of(&self, step: Step) -> Option<Side> {
        match step {
            Step::Call => Some(Side::Call),
            Step::Presentation => Some(Side::Presentation),
            Step::Own(id) => self.steps.iter().find(|it| it.0 == id).map(|it| Side::of(it.1.place)),
            Step::Sale => None,
        }
    }

    /// Whether a presentation with this reason is lost: those who asked for time are not.
    #[must_use]
    pub fn is_loss(&self, reason: Id) -> bool {
        self.reasons.get(&reason).is_some_and(|it| it.class != Class::Timing)
    }

    /// Active reasons of a side in the order of the chips.
    #[must_use]
    pub fn reasons_of(&self, side: Side) -> Vec<(Id, &Reason)> {
        let mut found: Vec<_> = self
            .reasons
            .iter()
            .filter(|(_, it)| it.side == side && !it.archived)
            .map(|(id, it)| (*id, it))
            .collect();
        found.sort_by_key(|(id, it)| (it.order, *id));
        found
    }

    /// Counters that are in use, in their order.
    #[must_use]
    pub fn counters_in_use(&self) -> Vec<(Id, &Counter)> {
        let used = self.counters.iter().filter(|it| !it.1.archived);
        let mut found: Vec<_> = used.map(|(id, it)| (*id, it)).collect();
        found.sort_by_key(|(id, it)| (it.order, *id));
        found
    }

    /// The list under which entries of this list are counted, merges followed.
    #[must_use]
    pub fn list_root(&self, id: Id) -> Id {
        // A merge that comes back to itself ends after as many steps as there are lists.
        let mut at = id;
        for _ in 0..self.lists.len() {
            match self.lists.get(&at).and_then(|it| it.merged_into) {
                Some(next) if next != id => at = next,
                _ => break,
            }
        }
        at
    }

    /// Whether a filter lets an entry of this list through, merges followed.
    #[must_use]
    pub fn keeps(&self, filter: ListFilter, list: Option<Id>) -> bool {
        match filter {
            ListFilter::All => true,
            ListFilter::Only(id) => list.is_some_and(|list| self.list_root(list) == self.list_root(id)),
        }
    }

    /// What lists cost together with those that were merged into them, in minor units.
    #[must_use]
    pub fn list_prices(&self) -> BTreeMap<Id, u64> {
        let mut prices = BTreeMap::<Id, u64>::new();
        for (id, price) in self.lists.iter().filter_map(|(id, it)| Some((*id, it.price?))) {
            let sum = prices.entry(self.list_root(id)).or_default();
            *sum = sum.saturating_add(price);
        }
        prices
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form serde asks for")]
const fn is_false(it: &bool) -> bool {
    !*it
}
