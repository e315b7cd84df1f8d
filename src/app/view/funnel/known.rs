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
        step::{Id, Place, Step},
    },
    journal::{
        record::What,
        settings::{self, Goal, RateKey},
    },
};
use std::collections::BTreeMap;

/// The most own steps there are.
pub const OWN: usize = 3;
/// The most links of a chain.
pub const LINKS: usize = OWN + 2;

/// What the settings say about steps, reasons and so on.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Own steps in the order of the chain.
    pub steps: Vec<OwnStep>,
    /// Every two neighbouring steps, at most [`LINKS`].
    pub links: Vec<LinkSteps>,
    /// By id: side, class, name.
    pub reasons: BTreeMap<Id, (Side, Class, Name)>,
    /// In permille.
    pub targets: BTreeMap<RateKey, u16>,
    /// What the seller changed, and when.
    pub changes: BTreeMap<Date, String>,
    /// Counters that are in use, in their order.
    pub counters: Vec<(Id, settings::Counter)>,
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
    /// What counts as this step, if the seller said so.
    pub counts: String,
    /// The first day it was recorded.
    pub since: Option<Date>,
}

/// Two neighbouring steps of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkSteps {
    /// The step it starts from.
    pub from: Step,
    /// The step it leads to.
    pub to: Step,
    /// The first day that is counted: both steps were recorded by then. After every day for a step never recorded.
    pub since: Date,
}

impl LinkSteps {
    /// Whether one of the two is the seller's own; the other links are among the three rates.
    #[must_use]
    pub const fn is_own(&self) -> bool {
        matches!(self.from, Step::Own(_)) || matches!(self.to, Step::Own(_))
    }
}

impl OwnStep {
    /// The first day that may be counted.
    #[must_use]
    pub fn from_day(&self) -> Date {
        self.since.unwrap_or(Date::MAX)
    }
}

/// Every two neighbouring steps.
fn links(steps: &[OwnStep]) -> Vec<LinkSteps> {
    let own =
        |place| steps.iter().filter(move |it| it.place == place).map(|it| (Step::Own(it.id), it.from_day()));
    let chain: Vec<(Step, Date)> = core::iter::once((Step::Call, Date::MIN))
        .chain(own(Place::BeforePresentation))
        .chain([(Step::Presentation, Date::MIN)])
        .chain(own(Place::AfterPresentation))
        .chain([(Step::Sale, Date::MIN)])
        .collect();
    let link = |it: &[(Step, Date)]| LinkSteps { from: it[0].0, to: it[1].0, since: it[0].1.max(it[1].1) };
    chain.windows(2).map(link).collect()
}

pub(super) fn known(state: &State) -> Known {
    let book = state.book();
    let all = book.settings();
    let step = |(id, it): &(Id, settings::OwnStep)| OwnStep {
        id: *id,
        name: Name::Own(it.name.clone()),
        place: it.place,
        counts: it.counts.clone(),
        since: book.tally().first_day_of(*id),
    };
    let reason = |(id, it): (&Id, &settings::Reason)| (*id, (it.side, it.class, names::reason(all, *id)));
    let steps: Vec<OwnStep> = all.steps.iter().take(OWN).map(step).collect();
    Known {
        links: links(&steps),
        steps,
        reasons: all.reasons.iter().map(reason).collect(),
        targets: all.targets.clone(),
        changes: all.changes.clone(),
        counters: all.counters_in_use().into_iter().map(|(id, it)| (id, it.clone())).collect(),
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
    let inbound = if quota.inbound { book.tally().total(span, What::INBOUND_SALE) } else { 0 };
    let closed = book.tally().total(span, What::SALE).saturating_add(inbound);
    Some((u64::from(sales), remaining(u64::from(sales), closed)))
}
