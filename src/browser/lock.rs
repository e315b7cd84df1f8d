//! One tab at a time, by Web Locks.
//!
//! Looked up by name: `web-sys` has them behind an unstable switch, and
//! browsers lack them on plain http.

use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// The lock for changes of the storage as a whole.
const NAME: &str = "callpace/storage";

/// Does this soon, while no other tab does such a thing.
///
/// `job` is told whether that could be had. Where locks are missing it runs all
/// the same and is told `false`; nothing that needs a lock may be done then.
/// Never within the call: whoever asks may be in the midst of a change.
pub fn alone(job: impl FnOnce(bool) + 'static) {
    alone_with(NAME, job);
}

/// The same with a lock of another name.
pub fn alone_with(name: &str, job: impl FnOnce(bool) + 'static) {
    // Either the lock or the failure takes it.
    let waiting = Rc::new(RefCell::new(Some(job)));
    let taken = Rc::clone(&waiting);
    let granted = Closure::once_into_js(move || end(&taken, true));
    let asked = request(name, &granted);
    wasm_bindgen_futures::spawn_local(async move {
        let given = match asked {
            Ok(promise) => wasm_bindgen_futures::JsFuture::from(promise).await,
            Err(missing) => Err(missing),
        };
        if given.is_err() {
            end(&waiting, false);
        }
    });
}

fn end<F: FnOnce(bool)>(waiting: &RefCell<Option<F>>, alone: bool) {
    let job = waiting.borrow_mut().take();
    if let Some(job) = job {
        job(alone);
    }
}

fn request(name: &str, granted: &JsValue) -> Result<js_sys::Promise, JsValue> {
    let navigator = web_sys::window().ok_or(JsValue::UNDEFINED)?.navigator();
    let locks = js_sys::Reflect::get(&navigator, &JsValue::from_str("locks"))?;
    let request: js_sys::Function =
        js_sys::Reflect::get(&locks, &JsValue::from_str("request"))?.dyn_into()?;
    request.call2(&locks, &JsValue::from_str(name), granted)?.dyn_into()
}
