//! Changing one entry: number, day, list, reason, and for a sale its amount.

use crate::{
    app::{
        intent::Intent,
        view::log::{self, EntryLine},
    },
    domain::{
        step::{Id, Step},
        typed::{self, MAX_COUNT},
    },
    journal::record::{Change, What},
    text::{Words, errors::DateError},
    ui::{
        context::use_app,
        parts::{
            dialog::{Sheet, sheet_of},
            field::{DateField, TextField},
        },
    },
};
use leptos::prelude::*;

/// The sheet; open while an entry is being changed.
#[component]
pub fn EntrySheet(
    /// The entry being changed, if any.
    editing: RwSignal<Option<EntryLine>>,
) -> impl IntoView {
    let app = use_app();
    let open = sheet_of(editing);
    let title = Signal::derive(move || {
        let words = app.words.get();
        editing.with(|it| it.as_ref().map(|it| words.entry_line(it))).unwrap_or_default()
    });
    view! {
        <Sheet open title testid="entry-sheet">
            {move || editing.get_untracked().map(|line| view! { <Form line open /> })}
        </Sheet>
    }
}

#[component]
fn Form(line: EntryLine, open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let words = app.words.get_untracked();
    let before = line.counted;
    let number = RwSignal::new(before.n.to_string());
    let error = RwSignal::new(None::<String>);
    let day = RwSignal::new(Some(before.day));
    let day_error = RwSignal::new(None::<DateError>);
    let reason = RwSignal::new(before.cell.reason);
    let is_sale = matches!(before.cell.what, What::Step(Step::Sale, _));
    let amount = RwSignal::new(before.amount.map(|it| words.plain_money(it)).unwrap_or_default());
    let amount_error = RwSignal::new(None::<String>);
    let side = app.state.with_untracked(|it| log::side_of(it, before.cell.what));
    let (lists, counted_under, reasons, today) = app.state.with_untracked(|it| {
        let reasons = side.map(|side| log::reasons(it, side, before.cell.reason)).unwrap_or_default();
        let counted_under = before.cell.list.map(|id| it.book().settings().list_root(id));
        (log::lists(it, before.cell.list), counted_under, reasons, it.now.day)
    });
    let list = RwSignal::new(counted_under);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Ok(n @ 1..) = typed::parse(&number.get_untracked(), MAX_COUNT) else {
            error.set(Some(words.range_error(words.how_many(), 1, MAX_COUNT)));
            return;
        };
        let text = amount.get_untracked();
        let money = if text.trim().is_empty() { Ok(None) } else { typed::parse_money(&text).map(Some) };
        let Ok(money) = money else {
            amount_error.set(Some(words.amount_error().to_owned()));
            return;
        };
        let Some(day) = day.get_untracked() else { return };
        let mut changes = Vec::new();
        if n != before.n {
            changes.push(Change::N(n));
        }
        if day != before.day {
            changes.push(Change::Day(day));
        }
        if list.get_untracked() != counted_under {
            changes.push(Change::List(list.get_untracked()));
        }
        if reason.get_untracked() != before.cell.reason {
            changes.push(Change::Reason(reason.get_untracked()));
        }
        if money != before.amount {
            changes.push(Change::Amount(money));
        }
        if !changes.is_empty() {
            app.run(Intent::Amend(line.id, changes));
        }
        open.set(false);
    };
    view! {
        <form class="form" on:submit=submit novalidate>
            <TextField label=Signal::derive(move || words.how_many().to_owned()) testid="entry-n" value=number error
                inputmode="numeric" />
            <DateField label=Signal::derive(move || words.day_label().to_owned()) testid="entry-day" value=day
                error=day_error last=today />
            <Show when={let reasons = reasons.clone(); move || !reasons.is_empty()}>
                <div class="field">
                    <label class="field__label" for="entry-reason">{words.reason_label()}</label>
                    <select class="field__input" id="entry-reason" data-testid="entry-reason"
                        on:change=move |event| reason.set(event_target_value(&event).parse().ok().map(Id))>
                        <option value="">{words.not_recorded()}</option>
                        {reasons.iter().map(|it| view! {
                            <option value=it.id.0.to_string() selected=it.pressed>{words.name(&it.name)}</option>
                        }).collect_view()}
                    </select>
                </div>
            </Show>
            <Show when={let lists = lists.clone(); move || !lists.is_empty()}>
                <div class="field">
                    <label class="field__label" for="entry-list">{words.list_label()}</label>
                    <select class="field__input" id="entry-list" data-testid="entry-list"
                        on:change=move |event| list.set(event_target_value(&event).parse().ok().map(Id))>
                        <option value="">{words.no_list()}</option>
                        {lists.iter().map(|(id, name)| view! {
                            <option value=id.0.to_string() selected=counted_under == Some(*id)>
                                {words.name(name)}
                            </option>
                        }).collect_view()}
                    </select>
                </div>
            </Show>
            <Show when=move || is_sale>
                <TextField label=Signal::derive(move || words.amount_label().to_owned()) testid="entry-amount"
                    value=amount error=amount_error inputmode="decimal" />
            </Show>
            <div class="sheet__actions">
                <button class="button button--main" type="submit" data-testid="entry-save">{app.say(Words::save)}</button>
                <button class="button" type="button" on:click=move |_| open.set(false)>{app.say(Words::cancel)}</button>
            </div>
        </form>
    }
}
