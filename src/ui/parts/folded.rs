//! What is folded away: not made with its screen, but a while later, or when it is opened or printed.

use crate::ui::context::use_app;
use leptos::prelude::*;

/// Its content, for an element that is hidden while it is not open.
///
/// Half of the elements of Funnel and Plan are folded away: who passes through does not wait for them.
#[component]
pub fn Folded(
    /// Whether it is open; paper shows it always.
    open: RwSignal<bool>,
    /// Whether it holds a figure of the screen, which is in the document from the start.
    #[prop(optional)]
    at_once: bool,
    /// The content. It stays once it is made.
    children: Children,
) -> impl IntoView {
    let app = use_app();
    let made = Memo::new(move |made| {
        at_once || made == Some(&true) || app.settled.get() || open.get() || app.printing.get()
    });
    once(made, children)
}

/// The content, made once that is so.
pub(super) fn once(made: Memo<bool>, children: Children) -> impl IntoView {
    let mut content = Some(children);
    move || made.get().then(|| content.take()).flatten().map(|it| untrack(it))
}
