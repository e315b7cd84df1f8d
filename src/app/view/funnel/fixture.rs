//! The case of the article, with reasons and lists.

use crate::{
    app::{
        moment::Moment,
        prefs::Lang,
        route::Route,
        start::{Found, start},
        state::State,
    },
    domain::{date::Date, reason::BuiltIn, step::Id},
    journal::record::{Body, Entry, Record, RecordId, Setting, What},
};

pub(crate) const DENTISTS: Id = Id(1000);
pub(crate) const CAR_REPAIR: Id = Id(1001);

pub(crate) fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

/// A state with these records, on 11 June 2025.
pub(crate) fn state(bodies: Vec<Body>, hash: &str) -> State {
    let found = Found { hash: hash.to_owned(), ..Found::default() };
    let today = day("2025-06-11");
    let mut state = start(found, |_| Moment { at: 1_749_600_000_000, day: today, minute: 720 });
    state.prefs.lang = Some(Lang::En);
    let writer = state.me;
    state.journal.add_all((0..).zip(bodies).map(|(seq, body)| Record {
        id: RecordId { writer, seq },
        at: u64::from(seq) + 1,
        batch: None,
        body,
    }));
    state.route = Route::parse(hash);
    state
}

pub(crate) fn setting(key: &str, value: serde_json::Value) -> Body {
    Body::Setting(Setting { key: key.to_owned(), value })
}

pub(crate) fn entry(on: &str, what: What, list: Option<Id>, reason: Option<BuiltIn>, n: u32) -> Body {
    let reason = reason.map(BuiltIn::id);
    Body::Entry(Entry { day: day(on), minute: None, what, list, reason, n, extra: None })
}

/// 100 calls (60 dentists, 40 car repair), 25 presentations (18 and 7), 5 sales, 3 inbound presentations;
/// reasons as in the drawing of the Funnel; quota 15.
pub(crate) fn bodies() -> Vec<Body> {
    let on = "2025-06-04";
    let (d, c) = (Some(DENTISTS), Some(CAR_REPAIR));
    let call = |list, reason, n| entry(on, What::CALL, list, Some(reason), n);
    let pres = |list, reason, n| entry(on, What::PRESENTATION, list, Some(reason), n);
    vec![
        setting("list/1000", serde_json::json!({ "name": "Dentists" })),
        setting("list/1001", serde_json::json!({ "name": "Car repair" })),
        setting("quota/2025-06-01", serde_json::json!({ "sales": 15, "until": day("2025-06-30") })),
        call(d, BuiltIn::NoAnswer, 20),
        call(c, BuiltIn::NoAnswer, 11),
        call(d, BuiltIn::Gatekeeper, 6),
        call(c, BuiltIn::Gatekeeper, 4),
        call(d, BuiltIn::NotInterested, 8),
        call(c, BuiltIn::NotInterested, 6),
        call(d, BuiltIn::NotAFit, 4),
        call(c, BuiltIn::HasSupplier, 6),
        call(c, BuiltIn::CallBack, 6),
        entry(on, What::CALL, d, None, 22),
        entry(on, What::CALL, c, None, 7),
        pres(d, BuiltIn::TooExpensive, 6),
        pres(d, BuiltIn::NotAFitAfter, 5),
        pres(c, BuiltIn::NotTheDecider, 3),
        pres(c, BuiltIn::NotConvinced, 2),
        pres(c, BuiltIn::StillThinking, 2),
        entry(on, What::PRESENTATION, d, None, 7),
        entry(on, What::SALE, d, None, 5),
        entry(on, What::INBOUND_PRESENTATION, None, None, 3),
    ]
}

pub(crate) fn article() -> State {
    state(bodies(), "#/funnel")
}

/// 100 reached from 3 May on, 20 of them since 5 June, when "Booked" was first recorded: 10, and 6 presentations.
pub(crate) fn two_own_steps() -> State {
    let step = |id: u32, name: &str, order: i32| {
        setting(&format!("step/{id}"), serde_json::json!({ "name": name, "place": "before", "order": order }))
    };
    let (reached, booked) = (What::own(Id(2000)), What::own(Id(2001)));
    let all = vec![
        step(2000, "Reached", 0),
        step(2001, "Booked", 1),
        entry("2025-05-03", What::CALL, None, None, 300),
        entry("2025-05-03", reached, None, None, 80),
        entry("2025-06-05", reached, None, None, 20),
        entry("2025-06-05", booked, None, None, 10),
        entry("2025-06-05", What::PRESENTATION, None, None, 6),
    ];
    state(all, "#/funnel")
}

pub(crate) fn with_inbound(presentations: u32, sales: u32) -> State {
    let mut all = bodies();
    all.push(entry("2025-06-05", What::INBOUND_PRESENTATION, None, None, presentations));
    all.push(entry("2025-06-05", What::INBOUND_SALE, None, None, sales));
    state(all, "#/funnel")
}

fn merge() -> Vec<Body> {
    let mut all = bodies();
    all.push(setting("list/1001", serde_json::json!({ "name": "Car repair", "merged_into": 1000 })));
    all
}

pub(crate) fn merged() -> State {
    state(merge(), "#/funnel")
}

pub(crate) fn merged_and_filtered() -> State {
    state(merge(), "#/funnel?list=1001")
}
