//! A link that holds the counts of the period and nothing else.

use crate::{
    app::view::funnel::slice::Slice,
    browser::page,
    domain::date::Date,
    exchange::{
        link::{Shared, encode},
        qr::{self, Qr},
    },
    text::Words,
    ui::{context::use_app, parts::folded::Folded},
};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// Opens the link.
#[component]
pub fn Share(
    /// The counts of the period.
    slice: Memo<Slice>,
) -> impl IntoView {
    let app = use_app();
    let open = RwSignal::new(false);
    let copied = RwSignal::new(false);
    let link = Memo::new(move |_| slice.with(|it| format!("{}{}", page::address(), encode(&shared(it)))));
    let code = Memo::new(move |_| {
        // The address of a file leads nowhere on another device.
        open.get().then(|| link.with(|it| qr::encode(it))).flatten().filter(|_| !page::is_file())
    });
    let days = Memo::new(move |_| slice.with(|it| (it.first.min(it.end()), it.end())));
    // Another period is another link.
    Effect::new(move |_| {
        link.track();
        copied.set(false);
    });
    let select = move |event: web_sys::FocusEvent| {
        let input: HtmlInputElement = event_target(&event);
        input.select();
    };
    view! {
        <div class="share">
            <button class="button" type="button" data-testid="share-open" aria-expanded=move || open.get().to_string()
                aria-controls="share" on:click=move |_| open.update(|it| *it = !*it)>
                {app.say(Words::share_numbers)}
            </button>
            <div class="card share__panel" id="share" hidden=move || !open.get()>
                <Folded open>
                    <p class="hint">{app.say(Words::share_note)}</p>
                    <label class="field__label" for="share-link">{app.say(Words::share_label)}</label>
                    <div class="row">
                        <input class="field__input" type="text" id="share-link" data-testid="share-link" readonly
                            prop:value=link on:focus=select />
                        <button class="button" type="button" data-testid="share-copy"
                            on:click=move |_| page::copy(&link.get_untracked(), move |done| copied.set(done))>
                            {app.say(Words::copy_link)}
                        </button>
                    </div>
                    {move || code.get().map(|it| drawn(it, app.words.get(), days.get()))}
                    <p class="hint" role="status">{move || copied.get().then(|| app.words.get().link_copied())}</p>
                </Folded>
            </div>
        </div>
    }
}

/// Black on white whatever the theme is: cameras look for that.
fn drawn(it: Qr, words: Words, (from, to): (Date, Date)) -> impl IntoView {
    let side = it.side;
    view! {
        <figure class="qr" data-testid="share-qr">
            <svg class="qr__code" role="img" aria-label=words.qr_label(from, to) viewBox=format!("0 0 {side} {side}")
                shape-rendering="crispEdges">
                <rect width=side height=side fill="#fff" />
                <path d=it.path fill="#000" />
            </svg>
            <figcaption class="hint">{words.qr_hint()}</figcaption>
        </figure>
    }
}

fn shared(it: &Slice) -> Shared {
    Shared {
        from: it.first.min(it.end()),
        to: it.end(),
        calls: it.cold.calls,
        presentations: it.cold.presentations,
        sales: it.cold.sales,
        inbound_presentations: it.inbound.presentations,
        inbound_sales: it.inbound.sales,
    }
}
