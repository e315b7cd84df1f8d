//! The service worker: a newer version that waits, and how it takes over.
//!
//! The worker keeps one version whole and lets the next one wait until the
//! page says so: see docs/hosting.md. `boot.js` registers it.

use super::page;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{EventTarget, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

/// What the worker does for a version that waits.
const TAKE_OVER: &str = "skipWaiting";

/// Calls `told` whenever a version newer than this page's is ready, now or later.
pub fn watch(told: impl Fn() + 'static) {
    let Some(container) = container() else { return };
    let told: Rc<dyn Fn()> = Rc::new(told);
    // Another tab let the newer version take over: this page is of the version before.
    let answered = Cell::new(container.controller().is_some());
    let tell = Rc::clone(&told);
    on(
        &container,
        "controllerchange",
        Box::new(move || {
            // The very first worker is no newer version.
            if answered.replace(true) {
                tell();
            }
        }),
    );
    spawn_local(async move {
        let Some(registration) = registration(&container).await else { return };
        if registration.waiting().is_some() {
            told();
        }
        follow(&registration, &told);
        let found = registration.clone();
        on(&registration, "updatefound", Box::new(move || follow(&found, &told)));
    });
}

/// Waits for the version that is being installed, if there is one.
fn follow(registration: &ServiceWorkerRegistration, told: &Rc<dyn Fn()>) {
    let Some(worker) = registration.installing() else { return };
    let (settling, told) = (worker.clone(), Rc::clone(told));
    on(
        &worker,
        "statechange",
        Box::new(move || {
            if settling.state() == ServiceWorkerState::Installed {
                told();
            }
        }),
    );
}

/// Asks the host whether there is a newer version.
pub fn look() {
    let Some(container) = container() else { return };
    spawn_local(async move {
        let Some(registration) = registration(&container).await else { return };
        if let Ok(asked) = registration.update() {
            // Offline, or in the middle of a deployment: next time.
            JsFuture::from(asked).await.map(drop).unwrap_or_default();
        }
    });
}

/// Lets the version that waits take over, then loads this page anew; other tabs go on as they are.
pub fn load_newer() {
    let Some(container) = container() else { return page::reload() };
    spawn_local(async move {
        let waiting = registration(&container).await.and_then(|it| it.waiting());
        // Nothing waits any more where another tab was first.
        let Some(waiting) = waiting else { return page::reload() };
        on(&container, "controllerchange", Box::new(page::reload));
        if waiting.post_message(&JsValue::from_str(TAKE_OVER)).is_err() {
            page::reload();
        }
    });
}

/// Looked up by name: absent on plain http, and sandboxed pages may not even ask.
fn container() -> Option<ServiceWorkerContainer> {
    // The single file has no worker, even where a worker of the site answers for its address.
    if page::is_single() {
        return None;
    }
    let navigator = web_sys::window()?.navigator();
    js_sys::Reflect::get(&navigator, &JsValue::from_str("serviceWorker")).ok()?.dyn_into().ok()
}

/// The registration once a version is at work; never where none was registered.
async fn registration(container: &ServiceWorkerContainer) -> Option<ServiceWorkerRegistration> {
    let ready = container.ready().ok()?;
    JsFuture::from(ready).await.ok()?.dyn_into().ok()
}

/// Listens as long as the page lives.
fn on(target: &EventTarget, name: &str, told: Box<dyn Fn()>) {
    let listen = Closure::wrap(told);
    target.add_event_listener_with_callback(name, listen.as_ref().unchecked_ref()).unwrap_or_default();
    listen.forget();
}
