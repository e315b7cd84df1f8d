//! Reading single values of a drawing: by pointer, by touch and by arrow keys.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

/// A value at its place in the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Pixels from the left.
    pub x: f64,
    /// Pixels from the top.
    pub y: f64,
    /// What it says.
    pub text: String,
}

/// Which way the readings follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Along {
    /// From left to right.
    Across,
    /// From top to bottom.
    Down,
    /// Spread over the drawing.
    Both,
}

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
    pub(super) fn mark(self, height: Signal<f64>) -> impl IntoView {
        move || {
            let it = self.current()?;
            let across = self.reader.is_some_and(|it| it.along == Along::Across);
            Some(view! {
                <g class="chart__cursor">
                    {across.then(|| view! { <line x1=it.x x2=it.x y1="0" y2=height.get() /> })}
                    <circle cx=it.x cy=it.y r="9" />
                </g>
            })
        }
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
