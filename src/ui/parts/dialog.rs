//! A modal sheet: the browser's own `dialog`, so the page behind is inert and Esc closes it.

use leptos::{html::Dialog, prelude::*};

/// A sheet with a heading.
#[component]
pub fn Sheet(
    /// Whether it is open; closing it by Esc sets this too.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// Its id in tests.
    testid: &'static str,
    /// What is in it; made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(it) = node.get() else { return };
        if open.get() {
            if !it.open() {
                // Fails only on a dialog that is not in the document.
                it.show_modal().unwrap_or_default();
            }
        } else if it.open() {
            it.close();
        }
    });
    view! {
        <dialog class="sheet" node_ref=node data-testid=testid aria-label=title on:close=move |_| open.set(false)>
            <Show when=move || open.get()>
                <h2 class="sheet__title">{title}</h2>
                {children()}
            </Show>
        </dialog>
    }
}

/// Whether the sheet for `editing` is open: as long as there is something to edit.
pub fn sheet_of<T: Send + Sync + 'static>(editing: RwSignal<Option<T>>) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(editing.with(Option::is_some)));
    Effect::new(move |_| {
        if !open.get() && editing.with_untracked(Option::is_some) {
            editing.set(None);
        }
    });
    open
}
