//! The one door to IndexedDB: a database of two stores, opened once.

use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbTransaction, IdbTransactionMode};

pub(super) use web_sys::IdbObjectStore as Store;

const NAME: &str = "callpace";
const RECORDS: &str = "records";
/// What is noted about the records.
const NOTES: &str = "notes";

/// What waits for the database; `None`: there is none.
type Job = Box<dyn FnOnce(Option<&IdbDatabase>)>;

enum Door {
    Closed,
    Opening(Vec<Job>),
    Open(IdbDatabase),
}

thread_local! {
    static DOOR: RefCell<Door> = const { RefCell::new(Door::Closed) };
}

/// Changes the stores, all or nothing. Nobody waits for it.
pub(super) fn change(job: impl FnOnce(&Store, &Store) -> Result<(), JsValue> + 'static) {
    change_then(job, || {});
}

/// Changes the stores, all or nothing, and goes on when that is done or has failed.
pub(super) fn change_then(
    job: impl FnOnce(&Store, &Store) -> Result<(), JsValue> + 'static,
    then: impl FnOnce() + 'static,
) {
    run(IdbTransactionMode::Readwrite, job, move |_| then());
}

/// Asks the stores and goes on with what was asked, once all of it is answered; `None`: it failed.
pub(super) fn read<T: 'static>(
    ask: impl FnOnce(&Store, &Store) -> Result<T, JsValue> + 'static,
    then: impl FnOnce(Option<T>) + 'static,
) {
    run(IdbTransactionMode::Readonly, ask, then);
}

fn run<T: 'static>(
    mode: IdbTransactionMode,
    job: impl FnOnce(&Store, &Store) -> Result<T, JsValue> + 'static,
    then: impl FnOnce(Option<T>) + 'static,
) {
    with_database(Box::new(move |database| {
        let Some((transaction, asked)) = database.and_then(|it| begin(it, mode, job)) else {
            then(None);
            return;
        };
        // One of the two comes, and once.
        let done = Closure::once_into_js(move |event: web_sys::Event| {
            then((event.type_() == "complete").then_some(asked));
        });
        transaction.set_oncomplete(Some(done.unchecked_ref()));
        transaction.set_onabort(Some(done.unchecked_ref()));
    }));
}

fn begin<T>(
    database: &IdbDatabase,
    mode: IdbTransactionMode,
    job: impl FnOnce(&Store, &Store) -> Result<T, JsValue>,
) -> Option<(IdbTransaction, T)> {
    let names = js_sys::Array::of2(&JsValue::from_str(RECORDS), &JsValue::from_str(NOTES));
    let transaction = database.transaction_with_str_sequence_and_mode(&names, mode).ok()?;
    let (records, notes) = (transaction.object_store(RECORDS).ok()?, transaction.object_store(NOTES).ok()?);
    let asked = job(&records, &notes);
    let ended = if asked.is_ok() { commit(&transaction) } else { transaction.abort() };
    ended.unwrap_or_default();
    Some((transaction, asked.ok()?))
}

/// Nothing more will be asked.
///
/// Unless told so, the browser waits until the page has heard every answer, and the next
/// transaction waits for that: on a busy machine a tap was safe up to 1.3 s later instead of 0.1 s.
/// A browser that does not know `commit` throws, and finds out by itself.
#[expect(deprecated, reason = "the standard has it: Indexed Database API 3.0; only web-sys marks it so")]
fn commit(transaction: &IdbTransaction) -> Result<(), JsValue> {
    transaction.commit()
}

fn with_database(job: Job) {
    let database = DOOR.with_borrow(|it| match it {
        Door::Open(database) => Some(database.clone()),
        Door::Closed | Door::Opening(_) => None,
    });
    if let Some(it) = database {
        job(Some(&it));
        return;
    }
    let asked = DOOR.with_borrow_mut(|door| {
        if let Door::Opening(jobs) = door {
            jobs.push(job);
            return true;
        }
        *door = Door::Opening(vec![job]);
        false
    });
    if !asked && open().is_none() {
        ready(None);
    }
}

/// Asks for the database; `None` if that cannot even be asked.
fn open() -> Option<()> {
    // Throws where storage is blocked.
    let request = web_sys::window()?.indexed_db().ok()??.open_with_u32(NAME, 1).ok()?;
    let upgraded = request.clone();
    let upgrade = Closure::once_into_js(move || {
        if let Some(it) = database_of(&upgraded) {
            // Without its stores every transaction fails, as if there were no database.
            it.create_object_store(RECORDS).map(drop).unwrap_or_default();
            it.create_object_store(NOTES).map(drop).unwrap_or_default();
        }
    });
    let asked = request.clone();
    let done = Closure::once_into_js(move || ready(database_of(&asked).as_ref()));
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    request.set_onsuccess(Some(done.unchecked_ref()));
    request.set_onerror(Some(done.unchecked_ref()));
    Some(())
}

fn database_of(request: &IdbOpenDbRequest) -> Option<IdbDatabase> {
    request.result().ok()?.dyn_into().ok()
}

/// Whoever waited goes on. Without a database the next one asks anew.
fn ready(database: Option<&IdbDatabase>) {
    if let Some(it) = database {
        let to_close = it.clone();
        // Someone deletes the database or the browser takes it away: the next one asks anew.
        let lost = Closure::once_into_js(move || {
            to_close.close();
            DOOR.set(Door::Closed);
        });
        it.set_onversionchange(Some(lost.unchecked_ref()));
        it.set_onclose(Some(lost.unchecked_ref()));
    }
    let next = database.cloned().map_or(Door::Closed, Door::Open);
    if let Door::Opening(jobs) = DOOR.replace(next) {
        for job in jobs {
            job(database);
        }
    }
}
