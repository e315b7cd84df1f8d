//! What is wrong with the fields of a screen: listed at the top, each leading to its field.

use crate::{app::route::Screen, browser::page, text::Words, ui::context::use_app};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Problems by the test id of their field.
#[derive(Clone, Copy, Debug)]
pub struct Problems(RwSignal<BTreeMap<String, String>>);

impl Problems {
    /// For all fields of this screen.
    pub fn provide() -> Self {
        let it = Self(RwSignal::new(BTreeMap::new()));
        provide_context(it);
        it
    }

    /// Says what is wrong with a field, and moves the focus to the list.
    pub fn report(self, field: String, text: String) {
        self.0.update(|it| {
            it.insert(field, text);
        });
        // After the list is there, and after the browser has moved the focus on.
        request_animation_frame(|| page::focus("[data-testid='error-summary']"));
    }

    /// The field is right.
    pub fn settle(self, field: &str) {
        if self.0.with_untracked(|it| it.contains_key(field)) {
            self.0.update(|it| {
                it.remove(field);
            });
        }
    }

    /// None.
    pub fn clear(self) {
        if self.0.with_untracked(|it| !it.is_empty()) {
            self.0.set(BTreeMap::new());
        }
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn of(self, field: &str) -> Option<String> {
        self.0.with(|it| it.get(field).cloned())
    }
}

/// The list at the top of the screen.
#[component]
pub fn ProblemList(
    /// Whose title says that something is wrong.
    screen: Screen,
) -> impl IntoView {
    let app = use_app();
    let problems = expect_context::<Problems>().0;
    let some = Memo::new(move |_| problems.with(|it| !it.is_empty()));
    Effect::new(move |_| {
        let words = app.words.get();
        page::set_title(&if some.get() { words.error_title(screen) } else { words.title(screen) });
    });
    let link = |(field, text): (String, String)| {
        view! {
            <li><a href="#" on:click=move |event| {
                event.prevent_default();
                page::focus(&format!("[data-testid='{field}']"));
            }>{text}</a></li>
        }
    };
    view! {
        <Show when=move || some.get()>
            <div class="banner banner--bad problems" tabindex="-1" role="alert" data-testid="error-summary">
                <h2>{app.say(Words::there_is_a_problem)}</h2>
                <ul>{move || problems.get().into_iter().map(link).collect_view()}</ul>
            </div>
        </Show>
    }
}
