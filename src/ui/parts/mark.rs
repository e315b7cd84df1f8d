//! The mark of a series in the text.

use crate::drawing::mark::Series;
use leptos::prelude::*;

/// As large as a letter.
#[must_use]
pub fn inline(series: Series) -> impl IntoView {
    view! {
        <svg class="mark-inline" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <g class=series.class()><path class="mark" d=series.outline(8.0, 8.0, 6.0) /></g>
        </svg>
    }
}
