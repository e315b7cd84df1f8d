//! What begins below the first screenful: made when somebody scrolls there, else a while after its screen.

use super::folded::once;
use crate::ui::context::use_app;
use leptos::{html::Div, prelude::*};
use std::time::Duration;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{IntersectionObserver, IntersectionObserverEntry};

/// After this long a person has not just passed through a screen.
const A_WHILE: Duration = Duration::from_millis(500);
/// And this long after that the second one.
const APART: Duration = Duration::from_millis(150);

/// Its content, in a place that is kept free for it until then.
///
/// Who passes through a screen, or needs its first lines only, does not wait for the rest. Paper,
/// and an address that leads to a part of the screen, have all of it at once.
#[component]
pub fn Later(
    /// After the first one, so that no task is long.
    #[prop(optional)]
    second: bool,
    /// The content. It stays once it is made.
    children: Children,
) -> impl IntoView {
    let app = use_app();
    let node = NodeRef::<Div>::new();
    let due = RwSignal::new(false);
    let timer =
        set_timeout_with_handle(move || due.set(true), A_WHILE + if second { APART } else { Duration::ZERO });
    on_cleanup(move || {
        if let Ok(it) = timer {
            it.clear();
        }
    });
    let made =
        Memo::new(move |made| made == Some(&true) || due.get() || app.settled.get() || app.printing.get());
    when_seen(node, due);
    view! {
        <div class="later" class:later--empty=move || !made.get() node_ref=node>{once(made, children)}</div>
    }
}

/// Tells once when the element is seen.
fn when_seen(node: NodeRef<Div>, seen: RwSignal<bool>) {
    Effect::new(move |_| {
        let Some(element) = node.get() else { return };
        let told = Closure::<dyn Fn(js_sys::Array, IntersectionObserver)>::new(
            move |entries: js_sys::Array, observer: IntersectionObserver| {
                let is_seen = |it| IntersectionObserverEntry::from(it).is_intersecting();
                if entries.iter().any(is_seen) {
                    observer.disconnect();
                    // Gone with its screen, perhaps.
                    seen.try_set(true);
                }
            },
        );
        if let Ok(it) = IntersectionObserver::new(told.as_ref().unchecked_ref()) {
            it.observe(&element);
            told.forget();
        }
    });
}
