//! Old shards are put together without a moment in which a record is nowhere.

use crate::page::{Browser, Fault, Page, at, same};
use callpace::{
    app::{effect::Effect, intent::Intent, update::update},
    journal::{
        Journal,
        format::{self, Holds, ShardKey},
        record::What,
    },
};
use proptest::prelude::*;

const DAY: u64 = 24 * 60 * 60;

/// So many page loads of some taps each, one an hour.
fn used(loads: u64) -> Browser {
    let mut browser = Browser::default();
    for load in 1..=loads {
        let mut page = Page::open_with_mirror(&mut browser, load, load * 3600);
        for _ in 0..=load % 3 {
            page.act(&mut browser, Intent::Tap(What::CALL));
        }
        page.act(&mut browser, Intent::Undo);
    }
    browser.mirror.clear();
    browser
}

fn count(browser: &Browser, holds: Holds) -> usize {
    browser.values.keys().filter_map(|it| ShardKey::parse(it)).filter(|it| it.holds == holds).count()
}

fn journal(browser: &Browser) -> Journal {
    let mut it = Journal::new(crate::any::HERE);
    it.add_all(browser.stored().into_values());
    it
}

#[test]
fn in_two_page_loads_the_old_shards_become_one() {
    let mut browser = used(100);
    let before = journal(&browser);
    let later = 100 * 3600 + 3 * DAY;
    Page::open_with_mirror(&mut browser, 1000, later);
    // Written, and nothing taken away yet.
    assert_eq!((count(&browser, Holds::Own), count(&browser, Holds::Gathered)), (100, 1));
    Page::open_with_mirror(&mut browser, 1001, later + 60);
    assert_eq!((count(&browser, Holds::Own), count(&browser, Holds::Gathered)), (0, 1));
    same(&journal(&browser), &before).unwrap();
    // And that is all.
    let values = browser.values.clone();
    let page = Page::open_with_mirror(&mut browser, 1002, later + 120);
    assert_eq!(browser.values, values);
    same(&page.state.journal, &before).unwrap();
}

#[test]
fn young_damaged_newer_and_full_shards_are_let_alone() {
    let mut browser = used(100);
    // Not two days after the last of them.
    Page::open_with_mirror(&mut browser, 1000, 3600);
    assert_eq!(count(&browser, Holds::Gathered), 0);
    let damaged = browser.values.keys().find(|it| ShardKey::parse(it).is_some()).cloned().unwrap();
    browser.values.get_mut(&damaged).unwrap().push(' ');
    let mut page = Page::open(&mut browser, 1001, 101 * 3600);
    for _ in 0..300 {
        page.act(&mut browser, Intent::Tap(What::SALE));
    }
    let full = ShardKey::of(page.state.me, 0).to_string();
    browser.mirror.clear();
    for load in 1002..1006 {
        Page::open_with_mirror(&mut browser, load, 110 * 3600 + 3 * DAY);
    }
    assert!(browser.values.contains_key(&damaged) && browser.values.contains_key(&full));
    assert_eq!(count(&browser, Holds::Own), 2);
    // Beside a newer version's data nothing is touched.
    let mut browser = used(100);
    browser.values.insert("callpace/2/x".to_owned(), String::new());
    let before = browser.values.clone();
    for load in 1002..1006 {
        Page::open_with_mirror(&mut browser, load, 110 * 3600 + 3 * DAY);
    }
    assert_eq!(browser.values, before);
}

#[test]
fn a_gathered_shard_that_cannot_be_written_alarms_nobody() {
    for fault in [Fault::Full, Fault::Altered] {
        let mut browser = used(100);
        let before = journal(&browser);
        browser.fails = Some((fault, 0, u64::MAX));
        let page = Page::open_with_mirror(&mut browser, 1000, 110 * 3600 + 3 * DAY);
        assert_eq!((page.state.trouble, page.state.unsaved_count()), (None, 0));
        let page = Page::open(&mut browser, 1001, 110 * 3600 + 3 * DAY);
        assert_eq!(page.state.unreadable, []);
        same(&page.state.journal, &before).unwrap();
    }
}

#[test]
fn a_damaged_gathered_shard_gives_back_its_whole_lines() {
    let mut browser = used(100);
    let all = journal(&browser).len();
    for load in 1000..1002 {
        Page::open_with_mirror(&mut browser, load, 110 * 3600 + 3 * DAY);
    }
    let key = browser.values.keys().find(|it| it.contains("/g")).cloned().unwrap();
    let text = browser.values[&key].clone();
    browser.values.insert(key.clone(), text[..text.len() / 2].to_owned());
    let page = Page::open(&mut browser, 2000, 120 * 3600 + 3 * DAY);
    assert_eq!(page.state.unreadable.len(), 1);
    let left = page.state.journal.len();
    assert!(left > all / 3 && left < all, "{left} of {all}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Pages with views as stale as can be decide at the same time, and do what they decided in
    /// any order, some of it not at all.
    #[test]
    fn stale_pages_at_once_lose_nothing(
        rounds in prop::collection::vec((0_usize..4, any::<u32>()), 1..12),
        loads in 64_u64..70,
    ) {
        let mut browser = used(loads);
        let before = journal(&browser);
        let mut views = vec![browser.all()];
        for (turn, (back, luck)) in rounds.into_iter().enumerate() {
            let load = 1000 + turn as u64;
            let mut page = Page::open(&mut browser, load, loads * 3600 + 3 * DAY);
            let view = views[views.len().saturating_sub(1 + back)].clone();
            let now = at(loads * 3600 + 3 * DAY);
            for (place, effect) in update(&mut page.state, Intent::Gather(view), now).into_iter().enumerate() {
                // Killed before it, if out of luck.
                if luck >> place & 1 == 1 {
                    continue;
                }
                match effect {
                    Effect::Write { key, text, .. } => {
                        browser.values.insert(key.to_string(), text);
                    }
                    Effect::Remove(keys) => browser.values.retain(|it, _| !keys.contains(it)),
                    _ => {}
                }
            }
            views.push(browser.all());
            same(&journal(&browser), &before).map_err(TestCaseError::fail)?;
        }
    }
}

#[test]
fn of_two_gathered_shards_with_the_same_records_the_same_one_stays_for_everybody() {
    let browser = used(64);
    let mut records: Vec<_> = browser.stored().into_values().collect();
    records.sort_by_key(|it| it.id);
    let copies: Vec<(String, String)> = (1..4)
        .map(|it| {
            let key =
                ShardKey::gathered(callpace::journal::record::Writer::new(crate::any::HERE, 500 + it), 0);
            (key.to_string(), format::encode_gathered(key.writer, &records))
        })
        .collect();
    for pair in [[0, 1], [1, 2], [0, 2]] {
        let view: Vec<_> = pair.map(|it| copies[it].clone()).into();
        let mut page = Page::open(&mut Browser::default(), 1000, 80 * 3600 + 3 * DAY);
        let effects = update(&mut page.state, Intent::Gather(view), at(80 * 3600 + 3 * DAY));
        assert_eq!(effects, [Effect::Remove(vec![copies[pair[0]].0.clone()])]);
    }
}
