//! Reading single values of a drawing: by pointer, by touch and by arrow keys.

use crate::drawing::{
    reading::{Along, Reading},
    shape::Shape,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

/// How a drawing is read.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// The way.
    pub along: Along,
    /// The readings for a width, in the order of the arrow keys.
    pub at: Callback<f64, Vec<Reading>>,
}

impl Reader {
    /// Reads what `at` gives for a width.
    pub fn new(along: Along, at: impl Fn(f64) -> Vec<Reading> + Send + Sync + 'static) -> Self {
        Self { along, at: Callback::new(at) }
    }
}

/// Where the reading stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor {
    reader: Option<Reader>,
    at: RwSignal<Option<usize>>,
    readings: Memo<Vec<Reading>>,
}

impl Cursor {
    pub(super) fn new(reader: Option<Reader>, width: RwSignal<f64>) -> Self {
        let readings = Memo::new(move |_| {
            let width = width.get();
            reader.filter(|_| width > 0.0).map(|it| it.at.run(width)).unwrap_or_default()
        });
        Self { reader, at: RwSignal::new(None), readings }
    }

    pub(super) const fn is_there(self) -> bool {
        self.reader.is_some()
    }

    fn current(self) -> Option<Reading> {
        let at = self.at.get()?;
        self.readings.with(|it| it.get(at).cloned())
    }

    pub(super) fn point(self, event: &PointerEvent) {
        let (Some(reader), Some(room)) = (self.reader, event.current_target()) else { return };
        let Ok(room) = room.dyn_into::<Element>() else { return };
        let frame = room.get_bounding_client_rect();
        let (x, y) = (f64::from(event.client_x()) - frame.left(), f64::from(event.client_y()) - frame.top());
        let far = |it: &Reading| {
            let (dx, dy) = (it.x - x, it.y - y);
            match reader.along {
                Along::Across => dx * dx,
                Along::Down => dy * dy,
                Along::Both => dx * dx + dy * dy,
            }
        };
        let nearest = self.readings.with_untracked(|all| {
            all.iter().enumerate().min_by(|a, b| far(a.1).total_cmp(&far(b.1))).map(|it| it.0)
        });
        if self.at.get_untracked() != nearest {
            self.at.set(nearest);
        }
    }

    pub(super) fn leave(self) {
        if self.at.get_untracked().is_some() {
            self.at.set(None);
        }
    }

    pub(super) fn key(self, event: &KeyboardEvent) {
        let last = self.readings.with_untracked(Vec::len).checked_sub(1);
        let (Some(last), false) = (last, event.ctrl_key() || event.meta_key() || event.alt_key()) else {
            return;
        };
        let at = self.at.get_untracked();
        let to = match event.code().as_str() {
            "ArrowRight" | "ArrowDown" => at.map_or(0, |it| (it + 1).min(last)),
            "ArrowLeft" | "ArrowUp" => at.map_or(last, |it| it.saturating_sub(1)),
            "Home" => 0,
            "End" => last,
            "Escape" => {
                self.leave();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        self.at.set(Some(to));
    }

    /// The mark in the drawing.
    pub(super) fn mark(self, height: f64) -> Vec<Shape> {
        let Some(it) = self.current() else { return Vec::new() };
        let across = self.reader.is_some_and(|it| it.along == Along::Across);
        let line = across.then(|| Shape::line("", (it.x, 0.0), (it.x, height)));
        line.into_iter().chain([Shape::circle("", (it.x, it.y), 9.0)]).collect()
    }

    /// The words, in the place of the heading while there are some.
    pub(super) fn words(self) -> impl IntoView {
        self.is_there().then(|| {
            view! {
                <p class="chart__reading" aria-live="polite">{move || self.current().map(|it| it.text)}</p>
            }
        })
    }
}
