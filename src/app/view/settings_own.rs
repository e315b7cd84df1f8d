//! The seller's own lists, reasons, steps and counters.

use crate::{
    app::{
        state::State,
        view::names::{self, Name},
    },
    domain::{
        date::Date,
        reason::{Class, Side},
        step::{Id, Place, Step},
    },
    journal::{
        record::What,
        settings::{Counter, MiddleName, OwnStep, Settings},
    },
};
use std::collections::BTreeMap;

/// Active reasons of a side at most: so many chips fit under the thumb.
pub const MAX_REASONS: usize = 6;
/// Own steps at most.
pub const MAX_STEPS: usize = 3;

/// A list as Settings shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListLine {
    /// Its id.
    pub id: Id,
    /// The seller's name.
    pub name: String,
    /// Cold calls counted under it, those of lists merged into it included.
    pub calls: u64,
    /// In minor units.
    pub price: Option<u64>,
    /// Lists that are counted under it.
    pub merged: Vec<(Id, String)>,
    /// Not offered any more.
    pub archived: bool,
}

/// Lists that count for themselves, active ones first, by name.
#[must_use]
pub fn lists(state: &State) -> Vec<ListLine> {
    let book = state.book();
    let settings = book.settings();
    let mut calls = BTreeMap::<Id, u64>::new();
    for (cell, series) in book.tally().cells().filter(|it| it.0.what == What::CALL) {
        if let Some(id) = cell.list {
            *calls.entry(settings.list_root(id)).or_default() += series.sum(Date::MIN, Date::MAX);
        }
    }
    let mut merged = merged(settings);
    let mut all: Vec<ListLine> = settings
        .lists
        .iter()
        .filter(|(id, it)| it.merged_into.is_none() || settings.list_root(**id) == **id)
        .map(|(id, it)| ListLine {
            id: *id,
            name: it.name.clone(),
            calls: calls.get(id).copied().unwrap_or(0),
            price: it.price,
            merged: merged.remove(id).unwrap_or_default(),
            archived: it.archived,
        })
        .collect();
    all.sort_by_cached_key(|it| (it.archived, it.name.to_lowercase(), it.id));
    all
}

/// The lists that are counted under another one, by that one.
fn merged(settings: &Settings) -> BTreeMap<Id, Vec<(Id, String)>> {
    let mut under = BTreeMap::<Id, Vec<(Id, String)>>::new();
    for (id, it) in &settings.lists {
        let root = settings.list_root(*id);
        if root != *id {
            under.entry(root).or_default().push((*id, it.name.clone()));
        }
    }
    under
}

/// A reason as Settings shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonLine {
    /// Its id.
    pub id: Id,
    /// How it is called.
    pub name: Name,
    /// What it points to.
    pub class: Class,
}

/// The reasons of a side: active ones in the order of the chips, then those put away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReasonSide {
    /// Offered on the Log.
    pub active: Vec<ReasonLine>,
    /// Not offered any more.
    pub archived: Vec<ReasonLine>,
}

/// The reasons of a side.
#[must_use]
pub fn reasons(settings: &Settings, side: Side) -> ReasonSide {
    let line = |id: Id, class: Class| ReasonLine { id, name: names::reason(settings, id), class };
    let away = settings.reasons.iter().filter(|(_, it)| it.side == side && it.archived);
    ReasonSide {
        active: settings.reasons_of(side).into_iter().map(|(id, it)| line(id, it.class)).collect(),
        archived: away.map(|(id, it)| line(*id, it.class)).collect(),
    }
}

/// An own step as Settings shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepLine {
    /// Its id.
    pub id: Id,
    /// The seller's name.
    pub name: String,
    /// Where it stands.
    pub place: Place,
    /// What counts as this step.
    pub counts: String,
    /// The first day it was recorded.
    pub since: Option<Date>,
    /// Whether it can change places with the own step before it, and with the one after it.
    pub moves: [bool; 2],
}

/// Own steps in the order of the chain.
#[must_use]
pub fn steps(state: &State) -> Vec<StepLine> {
    let book = state.book();
    let all = &book.settings().steps;
    let beside = |it: &OwnStep, at: Option<usize>| {
        at.and_then(|at| all.get(at)).is_some_and(|other| other.1.place == it.place)
    };
    let line = |(at, (id, it)): (usize, &(Id, OwnStep))| StepLine {
        moves: [beside(it, at.checked_sub(1)), beside(it, Some(at + 1))],
        id: *id,
        name: it.name.clone(),
        place: it.place,
        counts: it.counts.clone(),
        since: book.tally().first_day_of(*id),
    };
    all.iter().enumerate().map(line).collect()
}

/// The own steps on its side of the presentation in a new order: this one before, or after, its neighbour.
#[must_use]
pub fn moved(settings: &Settings, id: Id, later: bool) -> Vec<(Id, OwnStep)> {
    let Some(place) = settings.steps.iter().find(|it| it.0 == id).map(|it| it.1.place) else {
        return Vec::new();
    };
    let mut side: Vec<(Id, OwnStep)> =
        settings.steps.iter().filter(|it| it.1.place == place).cloned().collect();
    let at = side.iter().position(|it| it.0 == id).unwrap_or(0);
    let to = if later { at + 1 } else { at.saturating_sub(1) };
    if to < side.len() {
        side.swap(at, to);
    }
    for (order, it) in (0..).zip(&mut side) {
        it.1.order = order;
    }
    side
}

/// The chain with its own steps, for a drawing of it.
#[must_use]
pub fn chain(settings: &Settings) -> Vec<Name> {
    let own = |place: Place| {
        settings.steps.iter().filter(move |it| it.1.place == place).map(|it| Name::Own(it.1.name.clone()))
    };
    let fixed = |it: Step| core::iter::once(names::step(settings, it));
    fixed(Step::Call)
        .chain(own(Place::BeforePresentation))
        .chain(fixed(Step::Presentation))
        .chain(own(Place::AfterPresentation))
        .chain(fixed(Step::Sale))
        .collect()
}

/// A set of own steps to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepSet {
    /// Call, reached, presentation, sale.
    Reached,
    /// Call, meeting booked, meeting, sale.
    Meetings,
    /// Call, presentation, offer sent, sale.
    Offers,
}

impl StepSet {
    /// In the order they are offered.
    pub const ALL: [Self; 3] = [Self::Reached, Self::Meetings, Self::Offers];

    /// As in test ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::Meetings => "meetings",
            Self::Offers => "offers",
        }
    }

    /// Where its own step stands.
    pub const fn place(self) -> Place {
        match self {
            Self::Offers => Place::AfterPresentation,
            _ => Place::BeforePresentation,
        }
    }

    /// How the middle step is called with it.
    pub const fn middle(self) -> MiddleName {
        match self {
            Self::Meetings => MiddleName::Meeting,
            _ => MiddleName::Presentation,
        }
    }
}

/// A counter to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum CounterSet {
    Emails,
    FollowUps,
    Referrals,
    Hours,
}

impl CounterSet {
    /// In the order they are offered.
    pub const ALL: [Self; 4] = [Self::Emails, Self::FollowUps, Self::Referrals, Self::Hours];

    /// As in test ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Emails => "emails",
            Self::FollowUps => "follow-ups",
            Self::Referrals => "referrals",
            Self::Hours => "hours",
        }
    }

    /// Whether it counts hours of work.
    pub const fn hours(self) -> bool {
        matches!(self, Self::Hours)
    }
}

/// A counter as Settings shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CounterLine {
    /// Its id.
    pub id: Id,
    /// The seller's name.
    pub name: String,
    /// How many a day.
    pub goal: Option<u32>,
    /// It counts hours of work.
    pub hours: bool,
    /// How many were ever counted.
    pub total: u64,
    /// Not offered any more.
    pub archived: bool,
}

/// Counters, active ones first, in the order they were made.
#[must_use]
pub fn counters(state: &State) -> Vec<CounterLine> {
    let book = state.book();
    let total = |id: Id| {
        let span = (Date::MIN, Date::MAX);
        book.tally().total(span, What::Counter(id))
    };
    let line = |(id, it): (&Id, &Counter)| CounterLine {
        id: *id,
        name: it.name.clone(),
        goal: it.goal,
        hours: it.hours,
        total: total(*id),
        archived: it.archived,
    };
    let mut all: Vec<(i32, CounterLine)> =
        book.settings().counters.iter().map(|it| (it.1.order, line(it))).collect();
    all.sort_by_key(|(order, it)| (it.archived, *order, it.id));
    all.into_iter().map(|it| it.1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{
            intent::Intent,
            moment::Moment,
            start::{Found, start},
            update::update,
        },
        domain::step::Origin,
        journal::{record::Setting, tally::ListFilter},
    };
    use serde_json::json;

    fn now() -> Moment {
        Moment { at: 1_749_636_000_000, day: Date::new(2025, 6, 11).unwrap(), minute: 600 }
    }

    fn app() -> State {
        start(Found::default(), |_| now())
    }

    fn set(state: &mut State, all: &[(&str, serde_json::Value)]) {
        let all = all.iter().map(|it| Setting { key: it.0.to_owned(), value: it.1.clone() }).collect();
        update(state, Intent::Settings(all), now());
    }

    #[test]
    fn a_merged_list_counts_under_the_other() {
        let mut state = app();
        set(&mut state, &[("list/1001", json!({"name": "Б"})), ("list/1002", json!({"name": "А"}))]);
        for list in [1001, 1002, 1002] {
            update(&mut state, Intent::LogList(Some(Id(list))), now());
            update(&mut state, Intent::Tap(What::CALL), now());
        }
        let shown: Vec<_> = lists(&state).into_iter().map(|it| (it.name, it.calls)).collect();
        assert_eq!(shown, [("А".to_owned(), 2), ("Б".to_owned(), 1)]);
        set(&mut state, &[("list/1001", json!({"name": "Б", "merged_into": 1002}))]);
        let shown: Vec<_> = lists(&state).into_iter().map(|it| (it.name, it.calls)).collect();
        assert_eq!(shown, [("А".to_owned(), 3)]);
        assert_eq!(lists(&state)[0].merged, [(Id(1001), "Б".to_owned())]);
        // Chosen as the other one on the Log, and counted there on Days.
        let log = crate::app::view::log::view(&state);
        assert_eq!(log.lists.iter().map(|it| it.0).collect::<Vec<_>>(), [Id(1002)]);
        let of_day =
            |list| crate::app::view::days::count(&state, now().day, What::CALL, ListFilter::Only(list));
        assert_eq!((of_day(Id(1002)), of_day(Id(1001))), (3, 3));
        update(&mut state, Intent::Undo, now());
        assert_eq!(lists(&state).len(), 2);
    }

    #[test]
    fn the_chain_has_own_steps_in_their_places() {
        let mut state = app();
        let step = |name: &str, place| {
            let it = OwnStep { name: name.to_owned(), place, order: 0, counts: String::new() };
            serde_json::to_value(it).unwrap()
        };
        set(
            &mut state,
            &[
                ("step/1002", step("Offer", Place::AfterPresentation)),
                ("step/1001", step("Reached", Place::BeforePresentation)),
            ],
        );
        let own = |it: &str| Name::Own(it.to_owned());
        let fixed = |it| Name::Step(it, MiddleName::Presentation);
        assert_eq!(
            chain(state.book().settings()),
            [fixed(Step::Call), own("Reached"), fixed(Step::Presentation), own("Offer"), fixed(Step::Sale)]
        );
        // Another one before the presentation changes places with the first.
        set(&mut state, &[("step/1003", step("Booked", Place::BeforePresentation))]);
        assert_eq!(
            steps(&state).iter().map(|it| it.moves).collect::<Vec<_>>(),
            [[false, true], [true, false], [false; 2]]
        );
        for (id, it) in moved(state.book().settings(), Id(1001), true) {
            set(&mut state, &[(&format!("step/{}", id.0), serde_json::to_value(it).unwrap())]);
        }
        assert_eq!(chain(state.book().settings())[1..3], [own("Booked"), own("Reached")]);
        for _ in 0..3 {
            update(&mut state, Intent::Undo, now());
        }
        // Removed, it is hidden; its taps are history, and Undo brings it back.
        update(&mut state, Intent::Tap(What::Step(Step::Own(Id(1001)), Origin::Cold)), now());
        set(&mut state, &[("step/1001", serde_json::Value::Null)]);
        assert_eq!(steps(&state).len(), 1);
        update(&mut state, Intent::Undo, now());
        assert_eq!(steps(&state)[0].since, Some(now().day));
    }
}
