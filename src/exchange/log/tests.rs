//! What goes in comes out again, and is known.

use super::*;
use crate::{
    domain::reason::BuiltIn,
    exchange::{
        export::{Dialect, tidy},
        import::{Options, preview},
    },
    journal::record::{Body, Device, Record, RecordId, Writer},
};

const CSV: &str = "date,step,origin,list,reason,count,amount\n\
    2025-06-02,call,cold,Dentists,No answer,60,\n\
    2025-06-02,call,cold,Dentists,Wrong number,3,\n\
    2025-06-02,presentation,cold,,Not a fit,2,\n\
    2025-06-02,sale,inbound,,,1,2000.50\n";

fn today() -> Date {
    Date::new(2025, 6, 11).unwrap()
}

fn names_of(journal: &Journal) -> Names {
    let settings = journal.settings();
    Names::of(settings, |id| {
        let own = settings.reasons.get(&id).and_then(|it| it.name.clone());
        own.or_else(|| BuiltIn::by_id(id).map(|it| said(it).to_owned())).into_iter().collect()
    })
}

fn said(it: BuiltIn) -> &'static str {
    match it {
        BuiltIn::NoAnswer => "No answer",
        BuiltIn::NotAFit | BuiltIn::NotAFitAfter => "Not a fit",
        _ => "Something else",
    }
}

fn record(journal: &mut Journal, plan: Plan) {
    let writer = Writer::new(Device(7), 0);
    let from = journal.since(writer, 0).len();
    let bodies =
        plan.settings.into_iter().map(Body::Setting).chain(plan.entries.into_iter().map(Body::Entry));
    let records: Vec<Record> = bodies
        .zip(from..)
        .map(|(body, seq)| Record {
            id: RecordId { writer, seq: u32::try_from(seq).unwrap() },
            at: 1 + seq as u64,
            batch: None,
            body,
        })
        .collect();
    journal.add_all(records);
}

fn import(journal: &Journal, text: &str) -> (Preview, Plan) {
    let names = names_of(journal);
    let here = Here { journal, names: &names };
    let preview = preview(text.as_bytes(), &Options::new(today()), &here).unwrap();
    let plan = plan(&preview, journal, &names, Id(2000));
    (preview, plan)
}

#[test]
fn what_is_imported_names_lists_and_reasons_and_is_known_again() {
    let mut journal = Journal::new(Device(7));
    let (found, made) = import(&journal, CSV);
    assert_eq!(found.summary.ready, 4);
    assert_eq!(
        (made.new_lists.join(","), made.new_reasons.join(",")),
        ("Dentists".into(), "Wrong number".into())
    );
    record(&mut journal, made);
    let settings = journal.settings();
    assert_eq!(settings.lists.values().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["Dentists"]);
    // Six are in use already: the seventh is put away.
    assert_eq!(settings.reasons.values().filter(|it| it.archived).count(), 1);
    let on = |what| journal.tally().count(Date::new(2025, 6, 2).unwrap(), what);
    assert_eq!((on(What::CALL), on(What::PRESENTATION), on(What::INBOUND_SALE)), (63, 2, 1));
    // The same file again changes nothing.
    let (again, made) = import(&journal, CSV);
    assert_eq!((again.summary.already_here, made.entries.len(), made.settings.len()), (4, 0, 0));
}

/// A step on each side of the presentation, its reasons those of that side.
#[test]
fn reasons_of_own_steps_are_known_again_on_their_side() {
    let steps = |journal: &mut Journal| {
        let step = |id: u32, name: &str, place: &str| Setting {
            key: format!("step/{id}"),
            value: serde_json::json!({ "name": name, "place": place }),
        };
        let settings = vec![step(1500, "Reached", "before"), step(1501, "Offer", "after")];
        record(journal, Plan { settings, ..Plan::default() });
    };
    let day = Date::new(2025, 6, 2).unwrap();
    let mut journal = Journal::new(Device(7));
    steps(&mut journal);
    let entry = |id: u32, reason: BuiltIn| Entry {
        day,
        minute: None,
        what: What::own(Id(id)),
        list: None,
        reason: Some(reason.id()),
        n: 5,
        extra: None,
    };
    let entries = vec![entry(1500, BuiltIn::NotAFit), entry(1501, BuiltIn::NotAFitAfter)];
    record(&mut journal, Plan { entries, ..Plan::default() });
    let names = names_of(&journal);
    let settings = journal.settings();
    let own = |id: Id| settings.steps.iter().find(|it| it.0 == id).map(|it| it.1.name.as_str());
    let text = tidy(&rows(&journal, &names), &[], own, Dialect::Comma);
    let (again, made) = import(&journal, &text);
    assert_eq!((again.summary.already_here, again.conflict_days, made), (2, 0, Plan::default()), "{text}");
    // Elsewhere they are the same reasons, and no new ones.
    let mut other = Journal::new(Device(8));
    steps(&mut other);
    let (_, made) = import(&other, &text);
    let reasons: Vec<_> = made.entries.iter().map(|it| it.reason.and_then(BuiltIn::by_id)).collect();
    assert_eq!(reasons, [Some(BuiltIn::NotAFit), Some(BuiltIn::NotAFitAfter)]);
    assert_eq!(made.new_reasons, [""; 0]);
    record(&mut other, made);
    // A step that has changed places has the reasons of both sides.
    let moved = Setting {
        key: "step/1500".to_owned(),
        value: serde_json::json!({ "name": "Reached", "place": "after" }),
    };
    record(&mut other, Plan { settings: vec![moved], ..Plan::default() });
    assert_eq!(import(&other, &text).0.summary.already_here, 2);
}

#[test]
fn an_export_goes_into_an_empty_journal_whole_and_into_its_own_not_at_all() {
    let mut journal = Journal::new(Device(7));
    let (_, made) = import(&journal, CSV);
    record(&mut journal, made);
    let names = names_of(&journal);
    let text = tidy(&rows(&journal, &names), &worked(&journal), |_| None, Dialect::Semicolon);
    let (own, made) = import(&journal, &text);
    assert_eq!((own.summary.ready, made.entries.len()), (0, 0), "{text}");
    let mut other = Journal::new(Device(7));
    let (_, made) = import(&other, &text);
    record(&mut other, made);
    assert_eq!(tidy(&rows(&other, &names_of(&other)), &[], |_| None, Dialect::Semicolon), text);
    let day = Date::new(2025, 6, 2).unwrap();
    let sale = journal.tally().detailed(day, day).count();
    assert_eq!(sale, 1);
}
