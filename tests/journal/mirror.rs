//! What localStorage forgets when the browser is killed comes back from the mirror.

use crate::page::{Browser, Page, same, today};
use callpace::{
    app::{
        effect::Effect,
        intent::{Intent, Several},
        update::update,
    },
    journal::{format::ShardKey, record::What},
};
use proptest::{collection::vec, prelude::*};

const DAY: u64 = 24 * 60 * 60;

fn calls(page: &Page) -> u64 {
    let tally = page.state.journal.tally();
    tally.span().map_or(0, |it| tally.total(it, What::CALL))
}

const fn some_calls(n: u32) -> Intent {
    Intent::Several(Several { what: What::CALL, n, reason: None, list: None, day: today() })
}

#[derive(Clone, Debug)]
enum Step {
    Tap,
    Undo,
    Reload,
    /// Killed: localStorage is as it was so many acts ago.
    Kill(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => Just(Step::Tap),
        1 => Just(Step::Undo),
        1 => Just(Step::Reload),
        2 => (0_usize..12).prop_map(Step::Kill),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whatever_local_storage_forgets_nothing_is_lost(steps in vec(step(), 1..40)) {
        let mut browser = Browser::default();
        let mut page = Page::open_with_mirror(&mut browser, 1, 0);
        let mut past = vec![browser.values.clone()];
        for (step, load) in steps.into_iter().zip(2..) {
            let before = page.state.journal.clone();
            match step {
                Step::Tap => page.act(&mut browser, Intent::Tap(What::CALL)),
                Step::Undo => page.act(&mut browser, Intent::Undo),
                Step::Reload | Step::Kill(_) => {
                    if let Step::Kill(back) = step {
                        browser.values.clone_from(&past[past.len().saturating_sub(1 + back)]);
                    }
                    page = Page::open_with_mirror(&mut browser, load, page.seconds);
                    same(&page.state.journal, &before).map_err(TestCaseError::fail)?;
                }
            }
            page.check(&browser).map_err(TestCaseError::fail)?;
            prop_assert_eq!(page.state.unsaved_count(), 0);
            past.push(browser.values.clone());
        }
    }
}

#[test]
fn the_mirror_is_trimmed_of_what_is_old_and_held_and_of_nothing_else() {
    let mut browser = Browser::default();
    let mut page = Page::open_with_mirror(&mut browser, 1, 0);
    page.act(&mut browser, Intent::Tap(What::CALL));
    let before = browser.values.clone();
    page.act(&mut browser, Intent::Tap(What::CALL));
    // An hour later: young.
    Page::open_with_mirror(&mut browser, 2, 3600);
    assert_eq!(browser.mirror.len(), 2);
    // Two days later localStorage has lost the second tap: it comes back, the first is let go.
    browser.values = before;
    let page = Page::open_with_mirror(&mut browser, 3, 2 * DAY);
    assert_eq!(calls(&page), 2);
    assert_eq!(browser.mirror.len(), 1);
    // What was written back is as young as if it had been tapped just now.
    let killed = browser.values.clone();
    let page = Page::open_with_mirror(&mut browser, 4, 2 * DAY + 60);
    assert_eq!((calls(&page), browser.mirror.len()), (2, 1));
    browser.values = killed;
    browser.values.retain(|it, _| !it.contains("/g"));
    let page = Page::open_with_mirror(&mut browser, 5, 2 * DAY + 120);
    assert_eq!(calls(&page), 2);
    // At last it is old as well.
    let page = Page::open_with_mirror(&mut browser, 6, 4 * DAY);
    assert_eq!((calls(&page), browser.mirror.len()), (2, 0));
}

#[test]
fn a_write_that_failed_keeps_its_records_in_the_mirror() {
    let mut browser = Browser::default();
    let mut page = Page::open_with_mirror(&mut browser, 1, 0);
    browser.fails = Some((crate::page::Fault::Full, 0, u64::MAX));
    page.act(&mut browser, some_calls(20));
    page.seconds = 3 * DAY;
    // Storage is still full when the mirror is read: nothing is trimmed, and it is said.
    let mirror = browser.mirror.values().map(|it| it.1.clone()).collect();
    page.act(&mut browser, Intent::Mirrored(mirror));
    assert_eq!((browser.mirror.len(), page.state.unsaved_count()), (1, 1));
    let page = Page::open_with_mirror(&mut browser, 2, 6 * DAY);
    assert_eq!((calls(&page), page.state.unsaved_count(), browser.mirror.len()), (20, 1, 1));
    page.check(&browser).unwrap();
}

#[test]
fn the_mirror_makes_up_for_a_damaged_shard_and_leaves_it_alone() {
    let mut browser = Browser::default();
    let mut page = Page::open_with_mirror(&mut browser, 1, 0);
    page.act(&mut browser, some_calls(7));
    let key = ShardKey::of(page.state.me, 0).to_string();
    browser.values.get_mut(&key).unwrap().push('!');
    let damaged = browser.values[&key].clone();
    let page = Page::open_with_mirror(&mut browser, 2, 60);
    assert_eq!((calls(&page), page.state.unreadable.len()), (7, 1));
    // Days later, the mirror trimmed, it is still all there.
    for (load, days) in [(3, 2), (4, 4)] {
        let page = Page::open_with_mirror(&mut browser, load, days * DAY);
        assert_eq!((calls(&page), page.state.unreadable.len()), (7, 1));
    }
    assert_eq!(browser.mirror.len(), 0);
    assert_eq!(browser.values[&key], damaged);
}

#[test]
fn an_open_page_never_writes_the_key_of_another() {
    let mut browser = Browser::default();
    let mut other = Page::open_with_mirror(&mut browser, 1, 0);
    other.act(&mut browser, Intent::Tap(What::CALL));
    // This page read localStorage before the tap, as happens, and the mirror after it.
    let mut stale = Browser { mirror: browser.mirror.clone(), ..Browser::default() };
    let mut page = Page::open(&mut stale, 2, 10);
    let mirror = stale.mirror.values().map(|it| it.1.clone()).collect();
    for effect in update(&mut page.state, Intent::Mirrored(mirror), crate::page::at(11)) {
        if let Effect::Write { key, .. } = effect {
            assert_eq!(key.writer, page.state.me);
        }
    }
}

#[test]
fn what_was_erased_does_not_come_back_with_a_killed_browser() {
    let mut browser = Browser::default();
    let mut page = Page::open_with_mirror(&mut browser, 1, 0);
    page.act(&mut browser, some_calls(7));
    let before = page.state.journal.newest();
    let forgotten = browser.values.clone();
    // Erased, the mirror at once and localStorage only until the browser was killed.
    browser.mirror.clear();
    browser.values = forgotten;
    let mut page = Page::open(&mut browser, 2, 60);
    page.act(&mut browser, Intent::Tap(What::CALL));
    let found = browser.all();
    page.act(&mut browser, Intent::Forget { before, found });
    assert_eq!(calls(&page), 1);
    page.check(&browser).unwrap();
    assert_eq!(calls(&Page::open(&mut browser, 3, 120)), 1);
}
