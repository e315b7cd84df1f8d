//! How a component reads the state and sends an intent.

use crate::{
    app::{intent::Intent, state::State, view::team::Person},
    text::Words,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How much room there is, and so which order the Log has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Below 640 px: a bar at the bottom.
    Phone,
    /// 640 to 1023 px, and landscape phones: a rail at the left.
    Rail,
    /// From 1024 px: a sidebar.
    Desktop,
}

/// What every component can reach.
#[derive(Clone, Copy, Debug)]
pub struct AppContext {
    /// All that is drawn.
    pub state: RwSignal<State>,
    /// Wants something.
    pub send: Callback<Intent>,
    /// The wording.
    pub words: Memo<Words>,
    /// The room.
    pub layout: RwSignal<Layout>,
    /// Whether this screen has been there for a while.
    pub settled: RwSignal<bool>,
    /// Whether the page is being printed.
    pub printing: RwSignal<bool>,
    /// The width each chart had last, by its name.
    pub widths: StoredValue<BTreeMap<&'static str, f64>>,
    /// Whether the sheet for several is open.
    pub several_open: RwSignal<bool>,
    /// Colleagues' files that are looked at; gone with that screen.
    pub viewed: RwSignal<Vec<Person>>,
}

/// The context of this app.
#[must_use]
pub fn use_app() -> AppContext {
    expect_context::<AppContext>()
}

impl AppContext {
    /// A slice of the state that tells only when it changed.
    pub fn memo<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&State) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.state.with(&read))
    }

    /// A sentence that follows the language.
    pub fn say(self, words: impl Fn(Words) -> &'static str + Send + Sync + 'static) -> Signal<&'static str> {
        Signal::derive(move || words(self.words.get()))
    }

    /// Sends an intent.
    pub fn run(self, intent: Intent) {
        self.send.run(intent);
    }
}
