//! An opened link: a read-only snapshot with its arithmetic. Nothing of it is stored.

use crate::{
    app::{
        route::Screen,
        view::{funnel::rates::Rate, plan::example},
    },
    domain::count::{Cold, Inbound},
    exchange::link::{self, Shared as Counts},
    journal::settings::RateKey,
    text::{Words, rates::rate_steps},
    ui::context::{AppContext, use_app},
};
use leptos::prelude::*;

/// The screen.
#[component]
pub fn Shared() -> impl IntoView {
    let app = use_app();
    let counts = app.memo(|it| link::decode(&format!("#/shared?{}", it.route.query)));
    view! {
        <h1 tabindex="-1">{app.say(|it| it.screen(Screen::Shared))}</h1>
        {move || match counts.get() {
            Ok(counts) => snapshot(app, counts).into_any(),
            Err(_) => view! { <p role="alert">{app.say(Words::link_damaged)}</p> }.into_any(),
        }}
        <p><a class="button" href="#/log" data-testid="shared-close">{app.say(Words::to_my_log)}</a></p>
    }
}

fn snapshot(app: AppContext, counts: Counts) -> impl IntoView {
    let words = app.words.get();
    let cold = Cold { calls: counts.calls, presentations: counts.presentations, sales: counts.sales };
    let rate = |key: RateKey| match key {
        RateKey::CallPresentation => Rate::of(cold.presentations, cold.calls),
        RateKey::PresentationSale => Rate::of(cold.sales, cold.presentations),
        RateKey::CallSale => Rate::of(cold.sales, cold.calls),
    };
    let rows = RateKey::ALL
        .map(|key| {
            let rate = rate(key);
            view! {
                <div class="card" data-testid=format!("rate-{}", key.name())>
                    <h2>{words.rate_name(key)}</h2>
                    <p><strong>{words.headline(&rate)}</strong>" "{words.rate_line(&rate, rate_steps(key))}</p>
                    <p class="hint">{words.division(&rate, key)}</p>
                </div>
            }
        })
        .collect_view();
    let inbound = Inbound { presentations: counts.inbound_presentations, sales: counts.inbound_sales };
    let beside = (inbound.presentations > 0 || inbound.sales > 0).then(|| {
        let rate = Rate::of(inbound.sales, inbound.presentations);
        view! {
            <div class="card" data-testid="rate-inb-pres-sale">
                <h2>{words.inbound_rate_name()}</h2>
                <p>{words.fraction(rate.advanced, rate.entered)}</p>
            </div>
        }
    });
    let example = example::address(cold);
    view! {
        <p class="banner" data-testid="shared-note">{words.shared_note(counts.from, counts.to)}</p>
        {rows}
        {beside}
        {example.map(|href| view! {
            <p class="toolbar">
                <a class="button button--main" href=href data-testid="shared-example">{words.use_as_example()}</a>
            </p>
        })}
    }
}
