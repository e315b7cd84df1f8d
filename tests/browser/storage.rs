//! The mirror and the lock, against a real IndexedDB and real Web Locks.

use callpace::{
    browser::{
        local, lock,
        mirror::{self, Loaded},
    },
    domain::date::Date,
    journal::record::{Body, Device, Entry, Record, RecordId, What, Writer},
};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// Waits until `begin` calls what it is given, and gives what it was called with.
async fn answer<T: 'static>(begin: impl FnOnce(Box<dyn FnOnce(T)>)) -> T {
    let answered = Rc::new(RefCell::new(None));
    let told = Rc::clone(&answered);
    let mut begin = Some(begin);
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let told = Rc::clone(&told);
        if let Some(begin) = begin.take() {
            begin(Box::new(move |it| {
                told.replace(Some(it));
                resolve.call0(&JsValue::UNDEFINED).map(drop).unwrap_or_default();
            }));
        }
    });
    JsFuture::from(promise).await.expect("resolved, never rejected");
    answered.take().expect("answered")
}

async fn loaded() -> Loaded {
    answer(mirror::load).await
}

fn call(writer: Writer, seq: u32) -> Record {
    let entry = Entry {
        day: Date::MIN,
        minute: Some(546),
        what: What::CALL,
        list: None,
        reason: None,
        n: 1,
        extra: None,
    };
    Record {
        id: RecordId { writer, seq },
        at: 1_700_000_000_000 + u64::from(seq),
        batch: None,
        body: Body::Entry(entry),
    }
}

/// One test, for there is one database.
#[wasm_bindgen_test]
async fn the_mirror_keeps_trims_and_erases() {
    answer(|told: Box<dyn FnOnce(())>| mirror::erase(0, move || told(()))).await;
    mirror::unerase();
    // More than a shard of one writer, and one record of another.
    let (one, two) = (Writer::new(Device(7), 1), Writer::new(Device(7), 2));
    let mut records: Vec<Record> = (0..300).map(|seq| call(one, seq)).collect();
    records.push(call(two, 0));
    mirror::put(&records);
    mirror::put(&[call(one, 300)]);
    records.push(call(one, 300));
    records.sort_by_key(|it| it.id);
    let mut found = loaded().await;
    found.records.sort_by_key(|it| it.id);
    assert_eq!((found.records, found.erased_before), (records.clone(), None));
    // Young, or not held elsewhere: kept.
    mirror::trim(records.iter().map(|it| it.id).collect(), 0);
    mirror::trim(vec![records[0].id], u64::MAX);
    loaded().await;
    assert_eq!(loaded().await.records.len(), records.len());
    // All of the second writer's are held. Trimming looks first and takes away after.
    mirror::trim(vec![call(two, 0).id], u64::MAX);
    loaded().await;
    assert_eq!(loaded().await.records.len(), records.len() - 1);
    answer(|told: Box<dyn FnOnce(())>| mirror::erase(1234, move || told(()))).await;
    let found = loaded().await;
    assert_eq!((found.records.len(), found.erased_before), (0, Some(1234)));
    mirror::unerase();
    assert_eq!(loaded().await.erased_before, None);
}

#[wasm_bindgen_test]
async fn one_tab_at_a_time() {
    assert!(answer(lock::alone).await);
    // Given back: the next one gets it as well.
    assert!(answer(lock::alone).await);
}

#[wasm_bindgen_test]
fn a_key_that_is_gone_is_noticed() {
    let keys = ["callpace/test".to_owned()];
    assert_eq!(local::write(&keys[0], "1"), Ok(()));
    assert!(!local::any_gone(&keys));
    assert_eq!(local::remove(&keys[0]), Ok(()));
    assert!(local::any_gone(&keys));
}
