//! Names that may be the seller's own. Where there is none, `text` has the words.

use crate::{
    domain::{
        reason::BuiltIn,
        step::{Id, Step},
    },
    journal::settings::{MiddleName, Settings},
};

/// How something is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// The seller's own name for it. Never inflected.
    Own(String),
    /// A reason that is there from the start.
    Reason(BuiltIn),
    /// A step of the fixed chain.
    Step(Step, MiddleName),
    /// It is named nowhere any more.
    Gone,
}

/// How a reason is called.
#[must_use]
pub fn reason(settings: &Settings, id: Id) -> Name {
    let own = settings.reasons.get(&id).and_then(|it| it.name.clone());
    own.map(Name::Own).or_else(|| BuiltIn::by_id(id).map(Name::Reason)).unwrap_or(Name::Gone)
}

/// How a list is called.
#[must_use]
pub fn list(settings: &Settings, id: Id) -> Name {
    settings.lists.get(&settings.list_root(id)).map_or(Name::Gone, |it| Name::Own(it.name.clone()))
}

/// How a step is called.
#[must_use]
pub fn step(settings: &Settings, step: Step) -> Name {
    match step {
        Step::Own(id) => {
            let found = settings.steps.iter().find(|it| it.0 == id);
            found.map_or(Name::Gone, |it| Name::Own(it.1.name.clone()))
        }
        fixed => Name::Step(fixed, settings.middle),
    }
}

/// How a counter is called.
#[must_use]
pub fn counter(settings: &Settings, id: Id) -> Name {
    settings.counters.get(&id).map_or(Name::Gone, |it| Name::Own(it.name.clone()))
}
