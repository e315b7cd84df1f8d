//! A sentence whose figures can be found.

use crate::text::plan::sentence::{Piece, Sentence};
use leptos::prelude::*;

/// A paragraph, or nothing while there is no sentence.
#[component]
pub fn Say(
    /// The sentence.
    #[prop(into)]
    sentence: Signal<Option<Sentence>>,
    /// Class of the paragraph.
    class: &'static str,
) -> impl IntoView {
    let piece = |it: Piece| match it {
        Piece::Words(text) => text.into_any(),
        Piece::Figure(id, text) => view! { <strong data-testid=id>{text}</strong> }.into_any(),
        Piece::Both([outer, inner], text) => {
            view! { <strong data-testid=outer><span data-testid=inner>{text}</span></strong> }.into_any()
        }
    };
    move || {
        sentence
            .get()
            .map(|it| view! { <p class=class>{it.pieces().into_iter().map(piece).collect_view()}</p> })
    }
}
