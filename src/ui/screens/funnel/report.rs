//! The plan in the report on paper: its sentence, made only when it is printed.

use crate::{
    app::view::plan::{self, Figures},
    ui::context::use_app,
};
use leptos::prelude::*;

/// The quota and the sentence of the plan; nothing without a quota.
#[component]
pub fn PlanOnPaper() -> impl IntoView {
    let app = use_app();
    let lines = move || {
        let words = app.words.get_untracked();
        app.state.with_untracked(|state| {
            let basis = plan::usual_basis(state)?;
            let figures = Figures::of(&basis, plan::goal_basis(state).as_ref());
            let sentence = figures.as_ref().map(|it| words.plan_sentence(&basis, it).to_string());
            let pace = words.pace_sentence(&basis, figures.as_ref()).map(|it| it.to_string());
            let [what, when] = words.quota_line(&basis);
            let said = [Some(format!("{what} {when}")), pace, sentence].into_iter().flatten();
            Some(said.collect::<Vec<_>>())
        })
    };
    move || {
        app.printing.get().then(lines).flatten().map(|lines| {
            let lines = lines.into_iter().map(|it| view! { <p>{it}</p> }).collect_view();
            view! { <div class="card print-only report__plan" data-testid="report-plan">{lines}</div> }
        })
    }
}
