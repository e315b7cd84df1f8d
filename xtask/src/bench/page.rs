//! A page in a storage of its own, and what a bench does to it.

use super::chromium::Chromium;
use crate::shell::{Failure, Outcome};
use serde_json::{Value, json};
use std::path::Path;

/// Runs in every page before its own scripts, and tells what happened when.
const PROBE: &str = include_str!("probe.js");

/// A storage of its own: nothing kept, nothing cached, no worker. Ended when dropped.
#[derive(Debug)]
pub(super) struct Visitor<'c> {
    chromium: &'c Chromium,
    context: String,
}

impl<'c> Visitor<'c> {
    /// Somebody who was never here.
    pub(super) fn new(chromium: &'c Chromium) -> Result<Self, Failure> {
        let made = chromium.call(None, "Target.createBrowserContext", json!({ "disposeOnDetach": true }))?;
        Ok(Self { chromium, context: text(&made["browserContextId"])? })
    }

    /// Opens an empty page.
    pub(super) fn page(&self) -> Result<Page<'c>, Failure> {
        let chromium = self.chromium;
        let made = chromium.call(
            None,
            "Target.createTarget",
            json!({ "url": "about:blank", "browserContextId": self.context }),
        )?;
        let target = text(&made["targetId"])?;
        let attached =
            chromium.call(None, "Target.attachToTarget", json!({ "targetId": target, "flatten": true }))?;
        let page = Page { chromium, target, session: text(&attached["sessionId"])? };
        for domain in ["Page", "Runtime"] {
            page.call(&format!("{domain}.enable"), json!({}))?;
        }
        page.call("Performance.enable", json!({ "timeDomain": "threadTicks" }))?;
        page.at_start(PROBE)?;
        Ok(page)
    }

    /// Puts these keys and texts into the storage of an origin, the app not yet started.
    ///
    /// `address` is a file of that origin that runs no script.
    pub(super) fn keep(&self, address: &str, entries: &[(String, String)]) -> Outcome {
        let page = self.page()?;
        page.go(address)?;
        // In pieces: a message has an end.
        for piece in entries.chunks(64) {
            let piece = json!(piece).to_string();
            page.run(&format!("for (const [key, text] of {piece}) localStorage.setItem(key, text)"))?;
        }
        page.close()
    }
}

impl Drop for Visitor<'_> {
    fn drop(&mut self) {
        // If the browser is gone, so is this.
        drop(self.chromium.call(
            None,
            "Target.disposeBrowserContext",
            json!({ "browserContextId": self.context }),
        ));
        self.chromium.forget_events();
    }
}

/// Work of a page's main thread, in milliseconds of its processor: of the thread, not of the
/// clock, so that what else runs on this machine is left out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Work {
    /// All of it.
    pub(super) all: f64,
    /// JavaScript and wasm.
    pub(super) script: f64,
    /// Style and layout.
    pub(super) style: f64,
}

impl Work {
    /// What was done after an earlier look.
    pub(super) fn since(self, earlier: Self) -> Self {
        Self {
            all: self.all - earlier.all,
            script: self.script - earlier.script,
            style: self.style - earlier.style,
        }
    }
}

/// One open page.
#[derive(Debug)]
pub(super) struct Page<'c> {
    chromium: &'c Chromium,
    target: String,
    session: String,
}

impl Page<'_> {
    /// A command of the protocol.
    pub(super) fn call(&self, method: &str, params: Value) -> Result<Value, Failure> {
        self.chromium.call(Some(&self.session), method, params)
    }

    /// Makes the processor this many times slower for the page.
    ///
    /// Chromium does it by keeping the processor busy, also while the page has nothing to do: two
    /// such pages are slower than one, so never leave one behind.
    pub(super) fn throttle(&self, times: u32) -> Outcome {
        self.call("Emulation.setCPUThrottlingRate", json!({ "rate": times })).map(drop)
    }

    /// Loads an address and waits for its `load` event.
    pub(super) fn go(&self, address: &str) -> Outcome {
        self.chromium.forget_events();
        let answer = self.call("Page.navigate", json!({ "url": address }))?;
        if let Some(error) = answer["errorText"].as_str() {
            return Err(Failure::new(format!("{address}: {error}")));
        }
        self.chromium.event(Some(&self.session), "Page.loadEventFired").map(drop)
    }

    /// Runs a script in every page that is loaded from now on, before its own.
    pub(super) fn at_start(&self, script: &str) -> Outcome {
        self.call("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).map(drop)
    }

    /// Chooses a file in a file field.
    pub(super) fn choose(&self, id: &str, file: &Path) -> Outcome {
        let found = self.call("Runtime.evaluate", json!({ "expression": format!("probe.find('{id}')") }))?;
        let object = &found["result"]["objectId"];
        self.call("DOM.setFileInputFiles", json!({ "files": [file], "objectId": object })).map(drop)
    }

    /// Runs an expression, waits for its promise, gives its value.
    pub(super) fn run(&self, expression: &str) -> Result<Value, Failure> {
        let params = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.call("Runtime.evaluate", params)?;
        if let Some(thrown) = answer.get("exceptionDetails") {
            let said = &thrown["exception"]["description"];
            return Err(Failure::new(format!("{}: {said}", expression.get(..80).unwrap_or(expression))));
        }
        Ok(answer["result"]["value"].take())
    }

    /// The middle of an element, scrolled to.
    pub(super) fn place(&self, id: &str) -> Result<(f64, f64), Failure> {
        let it = self.run(&format!("probe.place({})", json!(id)))?;
        let side = |at: usize| it[at].as_f64().ok_or_else(|| Failure::new(format!("{id} is not there")));
        Ok((side(0)?, side(1)?))
    }

    /// A tap on a place, as an input device gives it.
    pub(super) fn tap(&self, (x, y): (f64, f64)) -> Outcome {
        let method = "Input.dispatchMouseEvent";
        let event = |kind: &str| json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
        // Both at once: on a busy machine waiting in between would be holding the button down.
        let pressed = self.chromium.send(Some(&self.session), method, event("mousePressed"))?;
        let released = self.chromium.send(Some(&self.session), method, event("mouseReleased"))?;
        self.chromium.answer(pressed, method)?;
        self.chromium.answer(released, method).map(drop)
    }

    /// Presses and releases a key that has no text.
    pub(super) fn key(&self, name: &str) -> Outcome {
        for kind in ["rawKeyDown", "keyUp"] {
            self.call("Input.dispatchKeyEvent", json!({ "type": kind, "key": name, "code": name }))?;
        }
        Ok(())
    }

    /// What the main thread has done so far.
    pub(super) fn work(&self) -> Result<Work, Failure> {
        let all = self.call("Performance.getMetrics", json!({}))?;
        let milliseconds = |name: &str| -> Result<f64, Failure> {
            let found = all["metrics"].as_array().into_iter().flatten().find(|it| it["name"] == name);
            let seconds = found.and_then(|it| it["value"].as_f64());
            seconds.map(|it| it * 1000.0).ok_or_else(|| Failure::new(format!("no metric {name}")))
        };
        Ok(Work {
            all: milliseconds("TaskDuration")?,
            script: milliseconds("ScriptDuration")?,
            style: milliseconds("RecalcStyleDuration")? + milliseconds("LayoutDuration")?,
        })
    }

    /// Closes the page.
    pub(super) fn close(self) -> Outcome {
        self.chromium.call(None, "Target.closeTarget", json!({ "targetId": self.target })).map(drop)
    }
}

fn text(value: &Value) -> Result<String, Failure> {
    value.as_str().map(str::to_owned).ok_or_else(|| Failure::new("the browser answered something else"))
}
