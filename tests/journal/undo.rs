//! Undo takes back everything there is, redo brings it back, and neither minds a restart.

use crate::page::{Browser, Page, today};
use callpace::{
    app::{
        intent::{Intent, Several},
        state::Said,
    },
    domain::{reason::BuiltIn, step::Id},
    journal::{
        record::{Change, Entry, RecordId, Setting, What},
        settings::Settings,
        tally::ListFilter,
    },
};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::json;

/// One act of a person.
fn act() -> impl Strategy<Value = Intent> {
    let what = || select(What::FIXED.to_vec());
    let day = || (0_i32..3).prop_map(|it| today().plus_days(-it));
    let n = || prop_oneof![1_u32..5, Just(100_000)];
    let reason = || select(BuiltIn::ALL.to_vec()).prop_map(BuiltIn::id);
    let list = || select(vec![ListFilter::All, ListFilter::Only(Id(1000))]);
    let setting = select(vec![
        ("list/1000", json!({"name": "Dentists"})),
        ("list/1000", json!({"name": "Doctors"})),
        ("reason/1", json!({"name": "Silence", "side": "call", "class": "list_and_time"})),
        ("delay", json!(3)),
        ("delay", json!(null)),
    ])
    .prop_map(|(key, value)| Setting { key: key.to_owned(), value });
    let row = (day(), what(), 1_u32..9).prop_map(|(day, what, n)| Entry {
        day,
        minute: None,
        what,
        list: None,
        reason: None,
        n,
        extra: None,
    });
    prop_oneof![
        4 => what().prop_map(Intent::Tap),
        1 => (what(), n(), day()).prop_map(|(what, n, day)| {
            Intent::Several(Several { what, n, reason: None, list: None, day })
        }),
        2 => reason().prop_map(Intent::ToggleReason),
        1 => prop::option::of(day()).prop_map(Intent::Earlier),
        3 => (day(), what(), list(), prop::option::of(0_u32..9)).prop_map(|(day, what, list, n)| {
            Intent::SetCell { day, what, list, n }
        }),
        1 => (day(), reason(), 0_u32..4).prop_map(|(day, reason, n)| {
            Intent::SetReasonCount { day, what: What::CALL, reason, n }
        }),
        1 => vec((day(), 0_u32..9), 1..5)
            .prop_map(|days| Intent::Spread { what: What::CALL, list: ListFilter::All, days }),
        1 => vec(setting, 1..3).prop_map(Intent::Settings),
        1 => vec(row, 1..6).prop_map(|entries| Intent::Import { batch: None, entries, settings: Vec::new(), total: None }),
    ]
}

/// What a person does: mostly acts, sometimes Undo and Redo, edits and deletes of the last entry.
#[derive(Clone, Debug)]
enum Step {
    Do(Intent),
    Undo,
    Redo,
    Delete,
    Amend(Change),
    Reload,
}

fn step() -> impl Strategy<Value = Step> {
    let change = prop_oneof![
        (1_u32..9).prop_map(Change::N),
        (0_i32..3).prop_map(|it| Change::Day(today().plus_days(-it))),
        Just(Change::List(Some(Id(1000)))),
        Just(Change::Amount(Some(5))),
    ];
    prop_oneof![
        8 => act().prop_map(Step::Do),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        1 => Just(Step::Delete),
        1 => change.prop_map(Step::Amend),
        1 => Just(Step::Reload),
    ]
}

struct Session {
    browser: Browser,
    page: Page,
    loads: u64,
}

impl Session {
    fn new() -> Self {
        let mut browser = Browser::default();
        let page = Page::open(&mut browser, 1, 0);
        Self { browser, page, loads: 1 }
    }

    fn act(&mut self, intent: Intent) {
        self.page.act(&mut self.browser, intent);
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Do(intent) => self.act(intent),
            Step::Undo => self.act(Intent::Undo),
            Step::Redo => self.act(Intent::Redo),
            Step::Delete | Step::Amend(_) => {
                let last = self.page.state.last_entry().map(|it| it.0);
                match (last, step) {
                    (Some(id), Step::Amend(change)) => self.act(Intent::Amend(id, vec![change])),
                    (Some(id), _) => self.act(Intent::Delete(id)),
                    _ => {}
                }
            }
            Step::Reload => self.reload(),
        }
    }

    fn reload(&mut self) {
        self.loads += 1;
        self.page = Page::open(&mut self.browser, self.loads, self.page.seconds);
    }

    fn seen(&self) -> (callpace::journal::tally::Tally, Settings) {
        let it = &self.page.state.journal;
        (it.tally().clone(), it.settings().clone())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn undo_then_redo_is_identity(steps in vec(step(), 1..30)) {
        let mut session = Session::new();
        for step in steps {
            session.step(step);
            let before = session.seen();
            session.act(Intent::Undo);
            if session.page.state.said == Some(Said::NothingToUndo) {
                prop_assert_eq!(session.seen(), before);
                continue;
            }
            session.act(Intent::Redo);
            prop_assert_eq!(session.seen(), before);
        }
    }

    #[test]
    fn undo_leads_back_step_by_step_to_the_very_beginning(
        acts in vec(act(), 1..20),
        reloads in any::<u32>(),
    ) {
        let mut session = Session::new();
        let mut seen = vec![session.seen()];
        for act in acts {
            let records = session.page.state.journal.len();
            session.act(act);
            if session.page.state.journal.len() > records {
                seen.push(session.seen());
            }
        }
        // Back, with reloads in between, then forth, then back.
        for round in 0..3 {
            let len = seen.len() - 1;
            for place in 0..len {
                if reloads >> (place % 32) & 1 == 1 {
                    session.reload();
                }
                session.act(if round % 2 == 0 { Intent::Undo } else { Intent::Redo });
                let at = if round % 2 == 0 { len - 1 - place } else { place + 1 };
                prop_assert_eq!(&session.seen(), &seen[at], "round {} to {}", round, at);
            }
            session.act(if round % 2 == 0 { Intent::Undo } else { Intent::Redo });
            let nothing = if round % 2 == 0 { Said::NothingToUndo } else { Said::NothingToRedo };
            prop_assert_eq!(session.page.state.said.clone(), Some(nothing));
        }
        prop_assert_eq!(session.seen().0, callpace::journal::tally::Tally::default());
        prop_assert_eq!(session.seen().1, Settings::default());
    }

    #[test]
    fn a_reload_changes_nothing(steps in vec(step(), 1..40)) {
        let mut session = Session::new();
        for step in steps {
            session.step(step);
            session.page.check(&session.browser).map_err(TestCaseError::fail)?;
            let before = session.seen();
            session.reload();
            prop_assert_eq!(session.seen(), before);
        }
    }

    #[test]
    fn any_session_undone_to_the_end_leaves_nothing(steps in vec(step(), 1..40)) {
        let mut session = Session::new();
        for step in steps {
            session.step(step);
        }
        for _ in 0..200 {
            session.act(Intent::Undo);
            if session.page.state.said == Some(Said::NothingToUndo) {
                break;
            }
        }
        prop_assert_eq!(session.page.state.said.clone(), Some(Said::NothingToUndo));
        prop_assert_eq!(session.seen(), (callpace::journal::tally::Tally::default(), Settings::default()));
    }
}

#[test]
fn undo_reaches_the_taps_of_another_tab_but_not_of_another_device() {
    let mut browser = Browser::default();
    let mut one = Page::open(&mut browser, 1, 0);
    one.act(&mut browser, Intent::Tap(What::CALL));
    let mut two = Page::open(&mut browser, 2, 10);
    two.act(&mut browser, Intent::Undo);
    assert_eq!(two.state.journal.tally().total((today(), today()), What::CALL), 0);
    // Another device has the same storage through a backup, say.
    browser.values.insert(callpace::app::start::DEVICE_KEY.to_owned(), "0000008".to_owned());
    two.act(&mut browser, Intent::Redo);
    let mut other = Page::open(&mut browser, 3, 20);
    other.act(&mut browser, Intent::Undo);
    assert_eq!(other.state.said, Some(Said::NothingToUndo));
    assert_eq!(other.state.journal.tally().total((today(), today()), What::CALL), 1);
}

#[test]
fn an_import_in_parts_is_one_batch_and_one_undo() {
    let mut browser = Browser::default();
    let mut page = Page::open(&mut browser, 1, 0);
    page.act(&mut browser, Intent::Tap(What::CALL));
    let entry =
        Entry { day: today(), minute: None, what: What::CALL, list: None, reason: None, n: 2, extra: None };
    let first = page.state.next_id();
    for part in 0..3 {
        let batch = (part > 0).then_some(first);
        let entries = vec![entry.clone(); 300];
        let total = (part == 2).then_some(1800);
        page.act(&mut browser, Intent::Import { batch, entries, settings: Vec::new(), total });
        // A tap in between is an act of its own.
        page.act(&mut browser, Intent::Tap(What::SALE));
    }
    let count = |page: &Page, what| page.state.journal.tally().count(today(), what);
    assert_eq!((count(&page, What::CALL), count(&page, What::SALE)), (1801, 3));
    let mut undone = Vec::new();
    for _ in 0..5 {
        page.act(&mut browser, Intent::Undo);
        undone.push((count(&page, What::CALL), count(&page, What::SALE)));
    }
    assert_eq!(undone.last(), Some(&(0, 0)), "{undone:?}");
    assert!(undone.iter().all(|it| [1801, 1, 0].contains(&it.0)), "never a part: {undone:?}");
    page.act(&mut browser, Intent::Undo);
    assert_eq!(page.state.said, Some(Said::NothingToUndo));
}

#[test]
fn an_import_that_is_undone_or_erased_half_way_goes_no_further() {
    let part = |batch: Option<RecordId>| {
        let entry = Entry {
            day: today(),
            minute: None,
            what: What::CALL,
            list: None,
            reason: None,
            n: 2,
            extra: None,
        };
        let setting = Setting { key: "list/1000".to_owned(), value: json!({"name": "Dentists"}) };
        let settings = if batch.is_none() { vec![setting] } else { Vec::new() };
        Intent::Import { batch, entries: vec![entry; 300], settings, total: None }
    };
    for away in [Intent::Undo, Intent::Erase { random: 9 }] {
        let mut browser = Browser::default();
        let mut page = Page::open(&mut browser, 1, 0);
        let first = page.state.next_id();
        page.act(&mut browser, part(None));
        assert!(page.state.takes_part(first));
        page.act(&mut browser, away.clone());
        assert!(!page.state.takes_part(first));
        let records = page.state.journal.len();
        page.act(&mut browser, part(Some(first)));
        let calls = page.state.journal.tally().count(today(), What::CALL);
        assert_eq!((calls, page.state.journal.len()), (0, records), "{away:?}");
        // Undo or not, an import of its own is taken.
        page.act(&mut browser, part(None));
        assert_eq!(page.state.journal.tally().count(today(), What::CALL), 600);
    }
}
