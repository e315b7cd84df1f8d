//! Counts, rates, losses and simple division of Funnel and Plan, by the app's own views.

use callpace::{
    app::{
        effect::Effect,
        state::State,
        view::{
            funnel::{slice, why},
            plan::{self, figures::Division},
        },
    },
    domain::{
        conversion::{Conversion, Share},
        count::Cold,
    },
    journal::record::{Body, Entry, Record, RecordId, What},
};
use serde_json::{Map, Value, json};

pub(crate) struct Figures {
    slice: slice::Slice,
    why: why::WhyView,
    rates: [Option<f64>; 3],
    lists: Vec<(u32, Cold, Option<f64>)>,
    plan: Option<(plan::Basis, Division)>,
}

pub(crate) fn of(state: &State) -> Figures {
    let slice = slice::sum(state);
    let rate = |it: Option<Conversion>| it.and_then(Conversion::share).map(Share::rate);
    let cold = slice.cold;
    Figures {
        why: why::view(&slice),
        rates: [cold.call_to_presentation(), cold.presentation_to_sale(), cold.call_to_sale()].map(rate),
        lists: slice
            .by_list
            .iter()
            .map(|(id, it)| (id.0, it.cold, rate(it.cold.call_to_presentation())))
            .collect(),
        plan: plan::basis(state).map(|it| {
            let division = Division::of(&it);
            (it, division)
        }),
        slice,
    }
}

/// One more call of today, in the journal and its tally alone.
pub(crate) fn add_call(state: &mut State, now: u64) {
    let writer = state.me;
    let seq = state.journal.since(writer, 0).last().map_or(0, |it| it.id.seq + 1);
    let entry = Entry {
        day: state.now.day,
        minute: Some(state.now.minute),
        what: What::CALL,
        list: None,
        reason: None,
        n: 1,
        extra: None,
    };
    let at = now.max(state.journal.newest() + 1);
    state.journal.add(Record { id: RecordId { writer, seq }, at, batch: None, body: Body::Entry(entry) });
}

/// What is to be written to localStorage.
#[expect(clippy::cast_precision_loss, reason = "a shard has some thousand characters")]
pub(crate) fn characters(effects: &[Effect]) -> f64 {
    let length = |it: &Effect| match it {
        Effect::Write { text, .. } => text.len(),
        _ => 0,
    };
    effects.iter().map(length).sum::<usize>() as f64
}

impl Figures {
    #[expect(clippy::cast_precision_loss, reason = "far fewer calls than 2^53")]
    pub(crate) fn calls(&self) -> f64 {
        let plan = self.plan.as_ref().map_or(0, |it| it.0.cold.calls);
        (self.slice.cold.calls + plan) as f64
    }

    /// As `yardstick.js` gives them, to be compared with.
    pub(crate) fn to_json(&self) -> String {
        let cold = |it: Cold| json!([it.calls, it.presentations, it.sales]);
        let mut reasons = Map::new();
        for ((step, id), n) in &self.slice.recorded {
            let name = self.slice.known.reasons.get(id).map(|it| &it.2);
            let row = self.why.reasons.iter().find(|it| it.step == *step && Some(&it.name) == name);
            let sales = row.map_or(0.0, |it| it.priced.sales);
            reasons.insert(id.0.to_string(), json!([n, rounded(sales)]));
        }
        let mut lists = Map::new();
        for (id, counts, rate) in &self.lists {
            lists.insert(id.to_string(), json!([cold(*counts), rate.map(rounded)]));
        }
        let unnamed = self.why.not_recorded.map(|it| json!([it.times, rounded(it.sales)]));
        let division = |of: fn(&Division) -> Option<u128>| {
            self.plan.as_ref().and_then(|it| of(&it.1)).and_then(|it| u64::try_from(it).ok())
        };
        json!({
            "cold": cold(self.slice.cold),
            "inbound": [self.slice.inbound.presentations, self.slice.inbound.sales],
            "rates": self.rates.map(|it| it.map(rounded)),
            "lost": self.why.lost,
            "reasons": Value::Object(reasons),
            "unnamed": unnamed,
            "lists": Value::Object(lists),
            "closed": self.plan.as_ref().map(|it| it.0.closed.counted),
            "today": self.plan.as_ref().map(|it| it.0.progress.calls_today),
            "division": [division(|it| it.calls), division(|it| it.presentations), division(|it| it.full)],
        })
        .to_string()
    }
}

/// To six places: the order of a sum is free.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
