//! The app as a person meets it: the one place that knows selectors.

use crate::host::Host;
use crate::session::Session;
use crate::{Engine, Fallible, Key, Setup, wait};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use thirtyfour::prelude::*;
use xtask::place;

/// The app handles input. A page without any test id has nothing to wait for.
const READY: &str = "'started' in document.documentElement.dataset \
    && ('ready' in document.documentElement.dataset || !document.querySelector('[data-testid]'))";

/// The app in a browser, on a host of its own.
#[derive(Debug)]
pub struct App {
    /// Where it is hosted.
    pub host: Host,
    /// The browser it runs in.
    pub session: Session,
}

impl App {
    /// Starts a host and a browser, and opens a route such as `#/log`.
    ///
    /// # Errors
    ///
    /// If there is no release build or no browser, or the app does not start.
    pub async fn open(setup: Setup, route: &str) -> Fallible<Self> {
        let app = Self::start(setup).await?;
        app.goto(route).await?;
        Ok(app)
    }

    /// Starts a host and a browser, and opens nothing yet.
    ///
    /// # Errors
    ///
    /// If there is no release build or no browser.
    pub async fn start(setup: Setup) -> Fallible<Self> {
        let host = Host::start(setup.path)?;
        Ok(Self { host, session: Session::start(setup).await? })
    }

    /// Loads the page anew at a route and waits until the app is ready.
    ///
    /// # Errors
    ///
    /// If the app does not start.
    pub async fn goto(&self, route: &str) -> Fallible {
        self.load(&format!("{}{route}", self.host.url())).await
    }

    /// Loads any address and waits until the app is ready.
    ///
    /// # Errors
    ///
    /// If the app does not start.
    pub async fn load(&self, address: &str) -> Fallible {
        let web = self.session.web()?;
        // An address that differs in its hash alone would load nothing.
        web.goto("about:blank").await?;
        web.goto(address).await?;
        self.wait_until(READY).await
    }

    /// Reloads the page, from the worker where there is one, and waits until the app is ready.
    ///
    /// # Errors
    ///
    /// If the app does not start.
    pub async fn reload(&self) -> Fallible {
        let web = self.session.web()?;
        match self.session.setup().engine {
            Engine::Chromium => web.refresh().await?,
            // Its `refresh` goes past the worker.
            Engine::Firefox => {
                let address = web.current_url().await?;
                web.goto("about:blank").await?;
                web.goto(address.as_str()).await?;
            }
        }
        self.wait_until(READY).await
    }

    /// Follows a route within the page, `#/plan`, and waits until its screen is drawn and the focus is on it.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn go(&self, route: &str) -> Fallible {
        // The page moves the focus in the next frame; a tab in the back has no frames.
        self.run_async(&format!(
            "const next = document.hidden ? it => setTimeout(it) : requestAnimationFrame;
            const drawn = () => next(() => next(() => done(null)));
            const before = location.hash;
            location.hash = {};
            if (location.hash === before) drawn(); else addEventListener('hashchange', drawn, {{ once: true }});",
            json!(route)
        ))
        .await
    }

    /// Runs a script in each page from now on, before anything of the page itself; Chromium only.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn before_each_page(&self, script: &str) -> Fallible {
        let source = json!({ "source": script });
        self.session.cdp("Page.addScriptToEvaluateOnNewDocument", source).await.map(drop)
    }

    /// Closes the browser and opens it again on the same profile, at a route.
    ///
    /// # Errors
    ///
    /// If the app does not start again.
    pub async fn restart(&mut self, route: &str) -> Fallible {
        self.session.restart().await?;
        self.goto(route).await
    }

    /// Ends the test.
    ///
    /// # Errors
    ///
    /// If the browser does not answer any more.
    pub async fn quit(self) -> Fallible {
        self.session.quit().await
    }

    // What is on the page.

    /// The element with this test id, waited for.
    ///
    /// # Errors
    ///
    /// If it does not come.
    pub async fn find(&self, id: &str) -> Fallible<WebElement> {
        let web = self.session.web()?;
        wait::until(id, async || Ok(Some(web.find(by_id(id)).await?))).await
    }

    /// Whether there is an element with this test id right now.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn exists(&self, id: &str) -> Fallible<bool> {
        Ok(!self.session.web()?.find_all(by_id(id)).await?.is_empty())
    }

    /// Waits until there is no element with this test id.
    ///
    /// # Errors
    ///
    /// If it stays.
    pub async fn wait_gone(&self, id: &str) -> Fallible {
        wait::until(&format!("{id} to go"), async || Ok((!self.exists(id).await?).then_some(()))).await
    }

    /// The text of an element as a person reads it.
    ///
    /// # Errors
    ///
    /// If there is no such element.
    pub async fn text(&self, id: &str) -> Fallible<String> {
        wait::until(id, async || Ok(Some(self.session.web()?.find(by_id(id)).await?.text().await?))).await
    }

    /// Waits until the text of an element contains `part`.
    ///
    /// # Errors
    ///
    /// If it does not; the text it has is then told.
    pub async fn wait_text(&self, id: &str, part: &str) -> Fallible {
        let seen = async || {
            let text = self.session.web()?.find(by_id(id)).await?.text().await?;
            if text.contains(part) { Ok(Some(())) } else { Err(format!("{id} reads {text:?}").into()) }
        };
        wait::until(&format!("{part:?} in {id}"), seen).await
    }

    /// An attribute of an element, if it is set.
    ///
    /// # Errors
    ///
    /// If there is no such element.
    pub async fn attribute(&self, id: &str, name: &str) -> Fallible<Option<String>> {
        Ok(self.find(id).await?.attr(name).await?)
    }

    /// What a field holds.
    ///
    /// # Errors
    ///
    /// If there is no such field.
    pub async fn value(&self, id: &str) -> Fallible<String> {
        Ok(self.find(id).await?.value().await?.unwrap_or_default())
    }

    /// The test id of the focused element, else the name of its tag.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn focused(&self) -> Fallible<String> {
        self.run("const it = document.activeElement; return it.dataset.testid ?? it.tagName.toLowerCase()")
            .await
    }

    // What a person does.

    /// Clicks an element; while it is being drawn anew, again.
    ///
    /// # Errors
    ///
    /// If there is no such element, or something covers it.
    pub async fn click(&self, id: &str) -> Fallible {
        let web = self.session.web()?;
        wait::until(&format!("a click on {id}"), async || Ok(Some(web.find(by_id(id)).await?.click().await?)))
            .await
    }

    /// Replaces what a field holds.
    ///
    /// # Errors
    ///
    /// If there is no such field.
    pub async fn fill(&self, id: &str, text: &str) -> Fallible {
        let field = self.find(id).await?;
        field.click().await?;
        field.send_keys(thirtyfour::Key::Control + "a").await?;
        field.send_keys(thirtyfour::Key::Backspace + "").await?;
        Ok(field.send_keys(text).await?)
    }

    /// Chooses a file in a file field, or an option in any other that takes keys.
    ///
    /// # Errors
    ///
    /// If there is no such field.
    pub async fn choose_file(&self, id: &str, path: &Path) -> Fallible {
        let field = self.find(id).await?;
        Ok(field.send_keys(path.to_string_lossy().into_owned()).await?)
    }

    /// Presses and releases a key; Chromium only.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn press(&self, key: &Key) -> Fallible {
        self.session.cdp("Input.dispatchKeyEvent", key.down(false)).await?;
        self.session.cdp("Input.dispatchKeyEvent", key.up()).await?;
        Ok(())
    }

    /// Holds a key for so many repeats; Chromium only.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn hold(&self, key: &Key, repeats: u32) -> Fallible {
        self.session.cdp("Input.dispatchKeyEvent", key.down(false)).await?;
        for _ in 0..repeats {
            self.session.cdp("Input.dispatchKeyEvent", key.down(true)).await?;
        }
        self.session.cdp("Input.dispatchKeyEvent", key.up()).await?;
        Ok(())
    }

    /// Opens a second tab at a route and goes on in it.
    ///
    /// # Errors
    ///
    /// If the app does not start there.
    pub async fn new_tab(&self, route: &str) -> Fallible<WindowHandle> {
        let web = self.session.web()?;
        let tab = web.new_tab().await?;
        web.switch_to_window(tab.clone()).await?;
        self.session.prepare_tab().await?;
        self.goto(route).await?;
        Ok(tab)
    }

    /// Goes on in another tab.
    ///
    /// # Errors
    ///
    /// If it is closed.
    pub async fn switch(&self, tab: &WindowHandle) -> Fallible {
        Ok(self.session.web()?.switch_to_window(tab.clone()).await?)
    }

    // What a script sees.

    /// Runs a script that returns something.
    ///
    /// # Errors
    ///
    /// If it throws, or returns something else.
    pub async fn run<T: DeserializeOwned>(&self, script: &str) -> Fallible<T> {
        Ok(self.session.web()?.execute(script, vec![]).await?.convert()?)
    }

    /// Runs a script that calls `done(answer)` when it is done.
    ///
    /// # Errors
    ///
    /// If it throws, or answers something else.
    pub async fn run_async<T: DeserializeOwned>(&self, script: &str) -> Fallible<T> {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        Ok(self.session.web()?.execute_async(script, vec![]).await?.convert()?)
    }

    /// Waits until an expression is true.
    ///
    /// # Errors
    ///
    /// If it stays false.
    pub async fn wait_until(&self, expression: &str) -> Fallible {
        self.wait_true(&format!("return !!({expression})")).await
    }

    /// Waits until a script, which may await something, returns true.
    ///
    /// # Errors
    ///
    /// If it does not.
    pub async fn wait_true(&self, script: &str) -> Fallible {
        wait::until(script, async || Ok(self.run::<bool>(script).await?.then_some(()))).await
    }

    /// Waits until the worker has kept the site and answers for this page.
    ///
    /// # Errors
    ///
    /// If it does not.
    pub async fn wait_for_worker(&self) -> Fallible {
        self.wait_until("navigator.serviceWorker?.controller?.state === 'activated'").await
    }

    /// Switches media features on: `[("prefers-color-scheme", "dark")]`; Chromium only.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn emulate(&self, features: &[(&str, &str)]) -> Fallible {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.session.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        Ok(())
    }

    /// Gives the page another size; Chromium only.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn resize(&self, width: u32, height: u32) -> Fallible {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.session.cdp("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// Keeps a picture of the page from top to bottom as `screenshots/<name>.png`; Chromium only.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub async fn screenshot(&self, name: &str) -> Fallible {
        let folder = place::root().join("screenshots");
        fs::create_dir_all(&folder)?;
        let taken = self.session.cdp("Page.captureScreenshot", json!({ "captureBeyondViewport": true }));
        let picture = STANDARD.decode(taken.await?["data"].as_str().unwrap_or_default())?;
        Ok(fs::write(folder.join(format!("{name}.png")), picture)?)
    }

    // What must not happen.

    /// Every request that went anywhere but to the host, since the last call.
    ///
    /// In Firefox only those that the page itself can see.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn foreign_requests(&self) -> Fallible<Vec<String>> {
        let requested = match self.session.setup().engine {
            Engine::Chromium => self.requests().await?,
            Engine::Firefox => {
                self.run("return performance.getEntriesByType('resource').map(it => it.name)").await?
            }
        };
        let own = self.host.url();
        let foreign = |it: &String| {
            !["data:", "blob:", "about:", "chrome:", &own].iter().any(|start| it.starts_with(start))
        };
        Ok(requested.into_iter().filter(foreign).collect())
    }

    /// Every address that Chromium has asked for since the last call.
    async fn requests(&self) -> Fallible<Vec<String>> {
        let log = self.session.web()?.get_log("performance").await?;
        let address = |message: &str| {
            let event: Value = serde_json::from_str(message).ok()?;
            let sent = event.pointer("/message/method")? == "Network.requestWillBeSent";
            let address = event.pointer("/message/params/request/url")?.as_str()?.to_owned();
            sent.then_some(address)
        };
        Ok(log.iter().filter_map(|entry| address(&entry.message)).collect())
    }

    /// What the browser complained about since the last call, blocked scripts included; Chromium only.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn complaints(&self) -> Fallible<Vec<String>> {
        let log = self.session.web()?.get_log("browser").await?;
        Ok(log.into_iter().map(|entry| entry.message).collect())
    }
}

fn by_id(id: &str) -> By {
    By::Css(format!("[data-testid='{id}']"))
}
