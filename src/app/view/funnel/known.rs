//! What the settings and the sales say about the period that is counted.

use crate::{
    app::{
        state::State,
        view::names::{self, Name},
    },
    domain::{
        date::{Date, Weekday},
        quota::remaining,
        reason::{Class, Side},
        step::{Id, Place},
    },
    journal::{
        record::What,
        settings::{self, Goal, RateKey},
        tally::ListFilter,
    },
};
use std::collections::BTreeMap;

/// The most own steps there are.
pub const OWN: usize = 3;
/// What the settings say about steps, reasons and so on.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Own steps in the order of the chain.
    pub steps: Vec<OwnStep>,
    /// By id: side, class, name.
    pub reasons: BTreeMap<Id, (Side, Class, Name)>,
    /// In permille.
    pub targets: BTreeMap<RateKey, u16>,
    /// What the seller changed, and when.
    pub changes: BTreeMap<Date, String>,
    /// The quota in sales, and how many of them are to go.
    pub quota: Option<(u64, u64)>,
    /// The first day of a week.
    pub week_start: Weekday,
}

/// A step of the seller's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnStep {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Name,
    /// Where it stands.
    pub place: Place,
    /// The first day it was recorded.
    pub since: Option<Date>,
}

pub(super) fn known(state: &State) -> Known {
    let book = state.book();
    let all = book.settings();
    let step = |(id, it): &(Id, settings::OwnStep)| OwnStep {
        id: *id,
        name: Name::Own(it.name.clone()),
        place: it.place,
        since: book.tally().first_day_of(*id),
    };
    let reason = |(id, it): (&Id, &settings::Reason)| (*id, (it.side, it.class, names::reason(all, *id)));
    Known {
        steps: all.steps.iter().take(OWN).map(step).collect(),
        reasons: all.reasons.iter().map(reason).collect(),
        targets: all.targets.clone(),
        changes: all.changes.clone(),
        quota: quota(state),
        week_start: all.week_start,
    }
}

/// The quota in sales for today, and what is left of it.
fn quota(state: &State) -> Option<(u64, u64)> {
    let book = state.book();
    let (from, quota) = book.settings().quota_for(state.now.day)?;
    let Goal::Sales(sales) = quota.goal else { return None };
    let span = (from, quota.until);
    let inbound =
        if quota.inbound { book.tally().total(span, What::INBOUND_SALE, ListFilter::All) } else { 0 };
    let closed = book.tally().total(span, What::SALE, ListFilter::All).saturating_add(inbound);
    Some((u64::from(sales), remaining(u64::from(sales), closed)))
}
