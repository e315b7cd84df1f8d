//! Holding a button, or a right click: a shortcut, never the only way.

use leptos::prelude::*;
use std::time::Duration;
use web_sys::{MouseEvent, PointerEvent};

/// How long a press is until it is a hold.
pub const HOLD: Duration = Duration::from_millis(500);
/// A finger that moves further than this means something else.
const SLACK: i32 = 10;

/// Watches one button.
#[derive(Clone, Copy, Debug)]
pub struct Hold {
    timer: StoredValue<Option<TimeoutHandle>>,
    from: StoredValue<(i32, i32)>,
    /// What the press has become: the click that ends it does not count any more.
    spent: StoredValue<bool>,
    held: Callback<()>,
}

impl Hold {
    /// `held` is called once for a hold or a right click.
    pub fn new(held: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            timer: StoredValue::new(None),
            from: StoredValue::new((0, 0)),
            spent: StoredValue::new(false),
            held: Callback::new(move |()| held()),
        }
    }

    /// The press begins.
    pub fn down(self, event: &PointerEvent) {
        self.spent.set_value(false);
        self.from.set_value((event.client_x(), event.client_y()));
        if event.button() == 0 {
            let timer = set_timeout_with_handle(
                move || {
                    self.spent.set_value(true);
                    self.held.run(());
                },
                HOLD,
            );
            self.timer.set_value(timer.ok());
        }
    }

    /// The finger moves.
    pub fn moved(self, event: &PointerEvent) {
        let (x, y) = self.from.get_value();
        if (event.client_x() - x).abs() > SLACK || (event.client_y() - y).abs() > SLACK {
            if self.timer.with_value(Option::is_some) {
                self.spent.set_value(true);
            }
            self.up();
        }
    }

    /// The press ends.
    pub fn up(self) {
        if let Some(it) = self.timer.get_value() {
            it.clear();
        }
        self.timer.set_value(None);
    }

    /// A right click, or the long press of a touch screen.
    pub fn menu(self, event: &MouseEvent) {
        event.prevent_default();
        self.up();
        if !self.spent.get_value() {
            self.spent.set_value(true);
            self.held.run(());
        }
    }

    /// Whether a click is a tap; the one that ends a hold is not.
    #[must_use]
    pub fn click_counts(self) -> bool {
        !self.spent.try_update_value(core::mem::take).unwrap_or(false)
    }
}
