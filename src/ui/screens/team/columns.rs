//! A column a person: counts, the three rates with their counts, inbound apart.

use crate::{
    app::view::{
        funnel::rates::Rate,
        team::{Column, TeamView, Who},
    },
    domain::step::Step,
    journal::settings::RateKey,
    text::{Words, rates::capital},
    ui::{context::use_app, parts::mark, screens::funnel::rates::series},
};
use leptos::prelude::*;

/// The table.
#[component]
pub fn Columns(
    /// All that is shown.
    view: Memo<TeamView>,
) -> impl IntoView {
    let app = use_app();
    let caption = move || view.with(|it| app.words.get().span(it.first, it.last));
    view! {
        <section class="card" aria-labelledby="team-columns">
            <h2 id="team-columns">{app.say(Words::side_by_side)}</h2>
            <div class="scroll team__scroll" role="region" tabindex="0" aria-labelledby="team-columns">
                <table class="team__table" data-testid="view-table">
                    <caption>{caption}</caption>
                    {move || view.with(|it| table(app.words.get(), it))}
                </table>
            </div>
        </section>
    }
}

fn table(words: Words, view: &TeamView) -> impl IntoView + use<> {
    let columns: Vec<&Column> = view.people.iter().map(|it| &it.1).chain([&view.total]).collect();
    let head = view.people.iter().map(|(who, _)| {
        view! { <th scope="col" class:team__you=*who == Who::You>{words.who(who)}</th> }
    });
    let head = head.collect_view();
    let counts = |name: String, of: &dyn Fn(&Column) -> u64| {
        let cells = columns.iter().map(|it| view! { <td>{words.count(of(it))}</td> }).collect_view();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    let steps = [
        counts(capital(words.plural(Step::Call)), &|it| it.cold.calls),
        counts(capital(words.plural(Step::Presentation)), &|it| it.cold.presentations),
        counts(capital(words.plural(Step::Sale)), &|it| it.cold.sales),
    ];
    let rates = [0, 1, 2].map(|at: usize| {
        let key = RateKey::ALL[at];
        let cells = columns.iter().map(|it| cell(words, &it.rates[at])).collect_view();
        view! { <tr><th scope="row">{mark::inline(series(key))}" "{words.rate_name(key)}</th>{cells}</tr> }
    });
    let inbound = view.has_inbound().then(|| {
        let all = columns.len() + 1;
        let cells = columns.iter().map(|it| cell(words, &it.inbound_rate)).collect_view();
        view! {
            <tbody class="team__inbound">
                <tr><th scope="colgroup" colspan=all.to_string()><span class="team__apart">{words.inbound_apart()}</span></th></tr>
                {counts(words.inbound_step(Step::Presentation), &|it| it.inbound.presentations)}
                {counts(words.inbound_step(Step::Sale), &|it| it.inbound.sales)}
                <tr><th scope="row">{words.inbound_rate_name()}</th>{cells}</tr>
            </tbody>
        }
    });
    view! {
        <thead>
            <tr>
                <td></td>
                {head}
                <th scope="col">{words.team_total()}</th>
            </tr>
        </thead>
        <tbody>{steps.into_iter().collect_view()}{rates.into_iter().collect_view()}</tbody>
        {inbound}
    }
}

/// A rate: the percentage, what it is of, and its range; never a bare percentage.
fn cell(words: Words, rate: &Rate) -> impl IntoView + use<> {
    let fraction = words.fraction(rate.advanced, rate.entered);
    match rate.shown {
        Some(it) => view! {
            <td>
                <strong>{words.rate_figure(it.share)}</strong>
                <span class="team__of">{fraction}</span>
                <span class="team__of">{words.range_figure(it.share, it.likely)}</span>
            </td>
        }
        .into_any(),
        None if rate.conversion.is_none() => view! { <td>"–"</td> }.into_any(),
        None => view! { <td><span class="team__of">{fraction}</span></td> }.into_any(),
    }
}
