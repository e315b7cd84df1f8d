//! What Funnel and Plan are drawn from, kept while another screen is shown.
//!
//! Lazy: nothing is computed before a screen asks, and only what changed since it asked last.

use crate::{
    app::view::{
        funnel::{
            rates::{self, RatesView},
            slice::{self, Slice},
            verdict::{self, PastView},
        },
        plan::{self, Basis, Figures, goal::GoalBasis},
    },
    domain::loss::Verdict,
    ui::context::AppContext,
};
use leptos::prelude::*;

/// One for the whole page.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    /// One pass over the days; all sections of Funnel are made from it.
    pub slice: Memo<Slice>,
    /// The rates of it.
    pub rates: Memo<RatesView>,
    /// Step against step.
    pub steps: Memo<Option<Verdict>>,
    /// Now against before.
    pub past: Memo<PastView>,
    /// What the plan starts from.
    pub basis: Memo<Option<Basis>>,
    /// What each workday asks for.
    pub goal: Memo<Option<GoalBasis>>,
    /// The calls, by division and by certainty.
    pub figures: Memo<Option<Figures>>,
}

impl Kept {
    /// Of this app.
    pub fn of(app: AppContext) -> Self {
        let slice = app.memo(slice::sum);
        let basis = app.memo(plan::basis);
        let goal = app.memo(plan::goal_basis);
        Self {
            slice,
            rates: Memo::new(move |_| slice.with(rates::view)),
            steps: Memo::new(move |_| slice.with(verdict::steps)),
            past: Memo::new(move |_| slice.with(verdict::past)),
            basis,
            goal,
            figures: Memo::new(move |_| {
                basis.with(|it| it.as_ref().and_then(|it| goal.with(|goal| Figures::of(it, goal.as_ref()))))
            }),
        }
    }
}

/// What is kept for this app.
#[must_use]
pub fn use_kept() -> Kept {
    expect_context::<Kept>()
}
