//! Every write of a long session is refused once, in every way a browser has.

use crate::page::{Browser, Fault, Page, at, same, today};
use callpace::{
    app::intent::{Intent, Several},
    domain::{reason::BuiltIn, step::Id},
    journal::{
        record::{Change, Entry, Extra, Row, Setting, What},
        tally::ListFilter,
    },
};
use serde_json::json;

fn imported(rows: u32) -> Vec<Entry> {
    (0..rows)
        .map(|row| Entry {
            day: today().plus_days(-30 - i32::try_from(row % 25).unwrap()),
            minute: None,
            what: What::FIXED[row as usize % 3],
            list: None,
            reason: None,
            n: 1 + row % 7,
            extra: Some(Box::new(Extra {
                row: Some(Row { hash: u64::from(row) * 9_007_199, occurrence: row % 2 }),
                ..Extra::default()
            })),
        })
        .collect()
}

/// A day at the telephone, with everything that can be recorded.
fn script() -> Vec<Intent> {
    let set = |key: &str, value| Setting { key: key.to_owned(), value };
    let cell = |what, n| Intent::SetCell { day: today().plus_days(-3), what, list: ListFilter::All, n };
    let mut all = vec![
        Intent::Settings(vec![
            set("quota/2024-10-01", json!({"sales": 15, "until": today().month_end()})),
            set("list/1000", json!({"name": "Dentists"})),
        ]),
        Intent::LogList(Some(Id(1000))),
    ];
    for round in 0..6 {
        all.extend([
            Intent::Tap(What::CALL),
            Intent::ToggleReason(BuiltIn::NoAnswer.id()),
            Intent::Tap(What::PRESENTATION),
            Intent::Undo,
            Intent::Redo,
            Intent::Tap(What::SALE),
            Intent::Earlier(Some(today().plus_days(-1))),
            Intent::Several(Several { what: What::CALL, n: 10, reason: None, list: None, day: today() }),
            cell(What::CALL, Some(100 - round)),
            cell(What::PRESENTATION, Some(25)),
        ]);
    }
    all.extend([
        Intent::Import { batch: None, entries: imported(1000), settings: Vec::new(), total: None },
        Intent::Undo,
        Intent::Redo,
        cell(What::SALE, Some(5)),
        cell(What::INBOUND_SALE, Some(0)),
        cell(What::SALE, None),
        Intent::SetReasonCount {
            day: today().plus_days(-3),
            what: What::CALL,
            reason: BuiltIn::NotInterested.id(),
            n: 40,
        },
        Intent::Spread {
            what: What::CALL,
            list: ListFilter::All,
            days: (1..6).map(|it| (today().plus_days(-it), 13)).collect(),
        },
        Intent::Settings(vec![set("list/1000", json!({"name": "Dentists, north"}))]),
        Intent::Undo,
        Intent::Undo,
        Intent::Tap(What::INBOUND_PRESENTATION),
    ]);
    // Enough taps to begin further shards.
    for _ in 0..40 {
        all.push(Intent::Tap(What::CALL));
    }
    all
}

/// What the session amounts to when nothing fails.
fn undisturbed() -> (Page, Browser) {
    let mut browser = Browser::default();
    let mut page = Page::open(&mut browser, 1, 0);
    for intent in script() {
        page.act(&mut browser, intent);
        page.check(&browser).unwrap();
    }
    assert_eq!(page.state.unsaved_count(), 0);
    (page, browser)
}

/// Runs the session with the writes `from..until` failing and gives how often saving was in trouble.
fn disturbed(fault: Fault, from: u64, until: u64, healthy: &Page) -> usize {
    let mut browser = Browser { fails: Some((fault, from, until)), ..Browser::default() };
    let mut page = Page::open(&mut browser, 1, 0);
    let (mut troubled, mut emptied, mut after) = (0, 0, 0);
    for (step, intent) in script().into_iter().enumerate() {
        page.act(&mut browser, intent);
        if browser.emptied > emptied {
            // Half the time the event comes, half the time the next look at the clock has to do.
            emptied = browser.emptied;
            let left = browser.all();
            page.dispatch(
                &mut browser,
                if from.is_multiple_of(2) { Intent::StorageCleared(left) } else { Intent::Tick },
            );
        }
        // Each step of the first after the failure, then every seventh: the same again.
        after += usize::from(browser.writes > from);
        if (1..9).contains(&after) || after % 7 == 1 {
            assert_eq!(page.check(&browser), Ok(()), "{fault:?} at write {from}, step {step}");
        }
        troubled += usize::from(page.state.trouble.is_some());
    }
    same(&page.state.journal, &healthy.state.journal).unwrap();
    // Space comes back.
    browser.fails = None;
    page.act(&mut browser, Intent::Tick);
    page.act(&mut browser, Intent::Tick);
    assert_eq!((page.state.unsaved_count(), page.state.trouble), (0, None), "{fault:?} at write {from}");
    page.check(&browser).unwrap();
    let again = Page::open(&mut browser, 2, page.seconds);
    same(&again.state.journal, &healthy.state.journal).unwrap();
    assert_eq!(again.state.unreadable, []);
    troubled
}

fn every_write(fault: Fault) {
    let (healthy, browser) = undisturbed();
    let mut troubled = 0;
    for k in 0..browser.writes {
        troubled += disturbed(fault, k, k + 1, &healthy);
    }
    println!("{fault:?}: each of {} writes failed once; in trouble after {troubled} steps", browser.writes);
}

#[test]
fn no_space_for_any_one_write() {
    every_write(Fault::Full);
}

#[test]
fn an_exception_at_any_one_write() {
    every_write(Fault::Blocked);
}

#[test]
fn something_else_comes_back_after_any_one_write() {
    every_write(Fault::Altered);
}

#[test]
fn the_storage_is_emptied_after_any_one_write() {
    every_write(Fault::Emptied);
}

#[test]
fn every_write_fails_from_some_write_on() {
    let (healthy, browser) = undisturbed();
    for fault in [Fault::Full, Fault::Blocked, Fault::Altered] {
        // From the very first on: storage is switched off.
        for k in (0..browser.writes).step_by(9) {
            assert!(disturbed(fault, k, u64::MAX, &healthy) > 0);
        }
        println!("{fault:?}: every write failed from each of {} writes on", browser.writes.div_ceil(9));
    }
}

#[test]
fn what_older_pages_wrote_is_written_again_when_the_storage_is_emptied() {
    let mut browser = Browser::default();
    for load in 1..4 {
        let mut page = Page::open(&mut browser, load, load * 100);
        page.act(&mut browser, Intent::Tap(What::CALL));
        page.act(
            &mut browser,
            Intent::Settings(vec![Setting { key: "delay".to_owned(), value: json!(load) }]),
        );
    }
    let damaged = "callpace/1/0000007.0000009/0".to_owned();
    browser.values.insert(damaged.clone(), "1 00000000 [".to_owned());
    let (mut one, mut two) = (Page::open(&mut browser, 10, 1000), Page::open(&mut browser, 11, 1000));
    one.act(&mut browser, Intent::Tap(What::SALE));
    two.act(&mut browser, Intent::Tap(What::CALL));
    let before: Vec<_> = browser.stored().into_keys().collect();
    browser.values.clear();
    for page in [&mut one, &mut two] {
        let left = browser.all();
        page.act(&mut browser, Intent::StorageCleared(left));
        assert_eq!(page.state.unsaved_count(), 0);
        assert_eq!(page.state.said, Some(callpace::app::state::Said::StoredAgain));
    }
    assert_eq!(browser.stored().into_keys().collect::<Vec<_>>(), before);
    assert_eq!(browser.values.get(&damaged).map(String::as_str), Some("1 00000000 ["));
    assert_eq!(browser.values.get(callpace::app::start::DEVICE_KEY).map(String::as_str), Some("0000007"));
    // The second tab found the first one's copies and wrote only what was its own.
    assert_eq!(browser.values.keys().filter(|it| it.contains("/g")).count(), 1);
}

#[test]
fn an_open_page_notices_by_the_clock_that_its_shard_is_gone() {
    let mut browser = Browser::default();
    let mut page = Page::open(&mut browser, 1, 0);
    page.act(&mut browser, Intent::Tap(What::CALL));
    browser.values.retain(|it, _| !it.contains("/1/"));
    page.act(&mut browser, Intent::Tick);
    page.check(&browser).unwrap();
    assert_eq!(page.state.unsaved_count(), 0);
    // Nothing is amiss any more, and nothing is said or written.
    let writes = browser.writes;
    page.act(&mut browser, Intent::Tick);
    assert_eq!(browser.writes, writes);
}

#[test]
fn amended_by_hand() {
    // An amendment of an entry that an older page wrote.
    let mut browser = Browser::default();
    let mut first = Page::open(&mut browser, 1, 0);
    first.act(&mut browser, Intent::Tap(What::CALL));
    let mut page = Page::open(&mut browser, 2, 60);
    let id = page.state.last_entry().unwrap().0;
    page.act(&mut browser, Intent::Amend(id, vec![Change::N(5), Change::Day(today().plus_days(-1))]));
    page.check(&browser).unwrap();
    page.act(&mut browser, Intent::Delete(id));
    page.act(&mut browser, Intent::Undo);
    page.check(&browser).unwrap();
    assert_eq!(page.state.journal.counted(id).map(|it| (it.n, it.day)), Some((5, at(0).day.plus_days(-1))));
}
