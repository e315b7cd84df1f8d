//! The form of a quota.

use crate::{
    app::{
        intent::Intent,
        view::plan::{
            self, Basis,
            quota_form::{Draft, Field, Kind, Problem},
        },
    },
    browser::page,
    domain::{date::Date, stats::MAX_QUOTA, typed},
    text::Words,
    ui::{context::use_app, parts::problems::Problems},
};
use leptos::{html::Input, prelude::*};

/// What a preview is for while nothing is typed: the article's quota.
const EXAMPLE_QUOTA: u32 = 15;

/// What is in the fields.
#[derive(Clone, Copy)]
struct Fields {
    kind: RwSignal<Kind>,
    sales: RwSignal<String>,
    money: RwSignal<String>,
    from: RwSignal<Option<Date>>,
    until: RwSignal<Option<Date>>,
    inbound: RwSignal<bool>,
    wrong: RwSignal<Vec<(Field, Problem)>>,
}

impl Fields {
    fn of(draft: &Draft) -> Self {
        Self {
            kind: RwSignal::new(draft.kind),
            sales: RwSignal::new(draft.sales.clone()),
            money: RwSignal::new(draft.money.clone()),
            from: RwSignal::new(draft.from),
            until: RwSignal::new(draft.until),
            inbound: RwSignal::new(draft.inbound),
            wrong: RwSignal::new(Vec::new()),
        }
    }

    fn into_draft(self, start: Draft) -> Draft {
        Draft {
            kind: self.kind.get_untracked(),
            sales: self.sales.get_untracked(),
            money: self.money.get_untracked(),
            from: self.from.get_untracked(),
            until: self.until.get_untracked(),
            inbound: self.inbound.get_untracked(),
            ..start
        }
    }

    fn problem(self, field: Field) -> Option<Problem> {
        self.wrong.with(|it| it.iter().find(|it| it.0 == field).map(|it| it.1))
    }

    fn settle(self, field: Field) {
        if self.wrong.with_untracked(|it| it.iter().any(|it| it.0 == field)) {
            self.wrong.update(|it| it.retain(|it| it.0 != field));
        }
    }
}

/// Number, first and last day, and whether inbound sales count.
#[component]
pub fn QuotaForm(
    /// The quota to change; `None`: the first one.
    basis: Memo<Option<Basis>>,
    /// Closed by saving or cancelling.
    editing: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let problems = expect_context::<Problems>();
    let words = app.words.get_untracked();
    let start = basis.with_untracked(|it| {
        let today = app.state.with_untracked(|it| it.now.day);
        it.as_ref().map_or_else(
            || Draft::new(today),
            |it| Draft::of(it.period.from, &it.quota, |minor| words.plain_money(minor)),
        )
    });
    let first = start.before.is_none();
    let fields = Fields::of(&start);
    // Until the first day is chosen by hand it is the first of the month of the last one.
    let follows = RwSignal::new(first);
    let until_changed = move || {
        if let (true, Some(until)) = (follows.get_untracked(), fields.until.get_untracked()) {
            fields.from.set(Some(until.month_start()));
        }
    };
    let close = move || {
        problems.clear();
        editing.set(false);
        request_animation_frame(|| page::focus("[data-testid='quota-edit']"));
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        problems.clear();
        match fields.into_draft(start.clone()).check() {
            Ok(settings) => {
                app.run(Intent::Settings(settings));
                close();
            }
            Err(wrong) => {
                let words = app.words.get_untracked();
                for (field, problem) in &wrong {
                    problems.report(field.id().to_owned(), words.quota_problem(*field, *problem));
                }
                fields.wrong.set(wrong);
            }
        }
    };
    let in_sales = Memo::new(move |_| fields.kind.get() == Kind::Sales);
    view! {
        <form class="card quota" on:submit=submit novalidate aria-labelledby="quota-title">
            <h2 id="quota-title">{app.say(if first { Words::ask_for_quota } else { Words::edit_quota })}</h2>
            <div class="quota__fields">
                {move || if in_sales.get() {
                    view! { <NumberField fields field=Field::Sales value=fields.sales /> }.into_any()
                } else {
                    view! { <NumberField fields field=Field::Money value=fields.money /> }.into_any()
                }}
                <KindField fields />
                <DayField fields field=Field::From value=fields.from changed=move || follows.set(false) />
                <DayField fields field=Field::Until value=fields.until changed=until_changed />
            </div>
            <label class="switch">
                <input type="checkbox" data-testid="quota-inbound" prop:checked=fields.inbound
                    on:change=move |event| fields.inbound.set(event_target_checked(&event)) />
                <span>{app.say(Words::inbound_counts)}</span>
            </label>
            <Show when=move || first><Preview fields /></Show>
            <div class="quota__actions">
                <button class="button button--main" type="submit" data-testid="quota-save">
                    {app.say(if first { Words::set_quota } else { Words::save })}
                </button>
                <Show when=move || !first>
                    <button class="button" type="button" on:click=move |_| close()>{app.say(Words::cancel)}</button>
                </Show>
            </div>
        </form>
    }
}

/// A field, its label, and what is wrong with it.
#[component]
fn Around(fields: Fields, field: Field, children: Children) -> impl IntoView {
    let app = use_app();
    view! {
        <div class="field">
            <label class="field__label" for=field.id()>{app.say(move |it| it.quota_field(field))}</label>
            {children()}
            <p class="field__error" id=format!("{}-error", field.id()) role="alert">
                {move || fields.problem(field).map(|it| app.words.get().quota_problem(field, it))}
            </p>
        </div>
    }
}

#[component]
fn NumberField(fields: Fields, field: Field, value: RwSignal<String>) -> impl IntoView {
    let problems = expect_context::<Problems>();
    let invalid = move || fields.problem(field).is_some();
    view! {
        <Around fields field>
            <input class="field__input" type="text" autocomplete="off" id=field.id() data-testid=field.id()
                inputmode=if field == Field::Sales { "numeric" } else { "decimal" }
                prop:value=value
                aria-invalid=move || invalid().then_some("true")
                aria-describedby=move || invalid().then(|| format!("{}-error", field.id()))
                on:input=move |event| {
                    value.set(event_target_value(&event));
                    fields.settle(field);
                    problems.settle(field.id());
                } />
        </Around>
    }
}

#[component]
fn DayField(
    fields: Fields,
    field: Field,
    value: RwSignal<Option<Date>>,
    changed: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let problems = expect_context::<Problems>();
    let node = NodeRef::<Input>::new();
    // A day that is being typed is left alone; one that was set elsewhere is shown.
    Effect::new(move |_| {
        if let (Some(input), Some(day)) = (node.get(), value.get())
            && input.value() != day.to_string()
        {
            input.set_value(&day.to_string());
        }
    });
    let read = move |event: web_sys::Event| {
        value.set(Date::parse_iso(&event_target_value(&event)));
        fields.settle(field);
        problems.settle(field.id());
        changed();
    };
    let invalid = move || fields.problem(field).is_some();
    view! {
        <Around fields field>
            <input class="field__input" type="date" node_ref=node id=field.id() data-testid=field.id()
                aria-invalid=move || invalid().then_some("true")
                aria-describedby=move || invalid().then(|| format!("{}-error", field.id()))
                on:input=read />
        </Around>
    }
}

#[component]
fn KindField(fields: Fields) -> impl IntoView {
    let app = use_app();
    let option = move |(kind, value): (Kind, &'static str)| {
        view! {
            <option value=value selected=move || fields.kind.get() == kind>{app.say(move |it| it.kind(kind))}</option>
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for="quota-kind">{app.say(Words::quota_kind)}</label>
            <select class="field__input" id="quota-kind" data-testid="quota-kind"
                on:change=move |event| {
                    let money = event_target_value(&event) == "money";
                    fields.kind.set(if money { Kind::Money } else { Kind::Sales });
                    fields.wrong.set(Vec::new());
                }>
                {[(Kind::Sales, "sales"), (Kind::Money, "money")].map(option)}
            </select>
        </div>
    }
}

/// What the number would take, by division.
#[component]
fn Preview(fields: Fields) -> impl IntoView {
    let app = use_app();
    let rates = app.memo(plan::first_rates);
    let sentence = move || {
        if fields.kind.get() == Kind::Money {
            return None;
        }
        let most = u32::try_from(MAX_QUOTA).unwrap_or(u32::MAX);
        let sales = fields.sales.with(|it| typed::parse(it, most)).unwrap_or(EXAMPLE_QUOTA);
        app.words.get().quota_preview(rates.get()?, u64::from(sales))
    };
    view! { <p class="hint" data-testid="quota-preview">{sentence}</p> }
}
