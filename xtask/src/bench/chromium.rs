//! Chromium, driven through the `DevTools` protocol alone: nothing of a test harness is in the way.

use super::socket::Socket;
use crate::browsers;
use crate::shell::{Failure, Outcome};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

/// Beside [`browsers::QUIET`].
const FLAGS: &[&str] = &[
    "--remote-debugging-port=0",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--enable-precise-memory-info",
    "--window-size=412,915",
    "--lang=en",
    "--accept-lang=en-US,en",
];

const START: Duration = Duration::from_mins(1);

/// A running browser, ended when dropped.
#[derive(Debug)]
pub(super) struct Chromium {
    process: Child,
    profile: PathBuf,
    socket: RefCell<Socket>,
    events: RefCell<Vec<Value>>,
    next: Cell<u64>,
    /// As it names itself: `Chrome/156.…`.
    pub(super) version: String,
}

impl Chromium {
    /// Starts it with a fresh profile in `folder`.
    pub(super) fn start(folder: &Path) -> Result<Self, Failure> {
        let browser = browsers::chromium().ok_or_else(|| Failure::new("no Chromium with chromedriver"))?;
        let profile = folder.join("profile");
        if profile.exists() {
            fs::remove_dir_all(&profile)?;
        }
        fs::create_dir_all(&profile)?;
        let mut process = Command::new(browser.binary)
            .args(browsers::QUIET)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg("about:blank")
            .env("HOME", &profile)
            // The made-up days are those of UTC.
            .env("TZ", "UTC")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let opened = listening(&profile).and_then(|(port, path)| Socket::open(port, &path));
        let socket = match opened {
            Ok(socket) => socket,
            Err(failure) => {
                process.kill()?;
                process.wait()?;
                return Err(failure);
            }
        };
        let mut it = Self {
            process,
            profile,
            socket: RefCell::new(socket),
            events: RefCell::default(),
            next: Cell::new(1),
            version: String::new(),
        };
        let version = it.call(None, "Browser.getVersion", json!({}))?;
        version["product"].as_str().unwrap_or_default().clone_into(&mut it.version);
        Ok(it)
    }

    /// Runs one command and waits for its answer; `session` names the page.
    pub(super) fn call(&self, session: Option<&str>, method: &str, params: Value) -> Result<Value, Failure> {
        let id = self.send(session, method, params)?;
        self.answer(id, method)
    }

    /// Sends a command; gives the number that its answer will have.
    #[expect(clippy::needless_pass_by_value, reason = "parameters are written where they are used")]
    pub(super) fn send(&self, session: Option<&str>, method: &str, params: Value) -> Result<u64, Failure> {
        let id = self.next.get();
        self.next.set(id + 1);
        let mut command = json!({ "id": id, "method": method, "params": params });
        if let Some(session) = session {
            command["sessionId"] = json!(session);
        }
        self.socket.borrow_mut().send(&command.to_string())?;
        Ok(id)
    }

    /// Waits for the answer to a command; those of one page come in the order of the commands.
    pub(super) fn answer(&self, id: u64, method: &str) -> Result<Value, Failure> {
        loop {
            let message = self.receive()?;
            if message["id"] != id {
                self.events.borrow_mut().push(message);
                continue;
            }
            if let Some(error) = message["error"]["message"].as_str() {
                return Err(Failure::new(format!("{method}: {error}")));
            }
            return Ok(message["result"].clone());
        }
    }

    /// Everything the browser's threads note while something is done.
    pub(super) fn traced(&self, work: impl FnOnce() -> Outcome) -> Result<Vec<Value>, Failure> {
        let categories = ["devtools.timeline", "v8", "disabled-by-default-v8.gc"];
        let config = json!({ "includedCategories": categories });
        self.call(None, "Tracing.start", json!({ "transferMode": "ReportEvents", "traceConfig": config }))?;
        work()?;
        self.call(None, "Tracing.end", json!({}))?;
        self.event(None, "Tracing.tracingComplete")?;
        let mut collected = Vec::new();
        self.events.borrow_mut().retain_mut(|it| {
            let mine = it["method"] == "Tracing.dataCollected";
            if let (true, Value::Array(events)) = (mine, it["params"]["value"].take()) {
                collected.extend(events);
            }
            !mine
        });
        Ok(collected)
    }

    /// Waits for the next event of this name, in this page if one is named.
    pub(super) fn event(&self, session: Option<&str>, method: &str) -> Result<Value, Failure> {
        let wanted = |it: &Value| it["method"] == method && it["sessionId"].as_str() == session;
        let mut events = self.events.borrow_mut();
        if let Some(place) = events.iter().position(wanted) {
            return Ok(events.remove(place)["params"].take());
        }
        loop {
            let mut message = self.receive()?;
            if wanted(&message) {
                return Ok(message["params"].take());
            }
            events.push(message);
        }
    }

    /// Forgets what was not asked for.
    pub(super) fn forget_events(&self) {
        self.events.borrow_mut().retain(|it| it["method"] == "Tracing.dataCollected");
    }

    fn receive(&self) -> Result<Value, Failure> {
        let text = self.socket.borrow_mut().receive()?;
        serde_json::from_str(&text).map_err(|error| Failure::new(error.to_string()))
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // It may have ended by itself, and its profile may be half gone: then there is nothing to do.
        drop(self.call(None, "Browser.close", json!({})));
        drop(self.process.kill());
        drop(self.process.wait());
        drop(fs::remove_dir_all(&self.profile));
    }
}

/// The port and path that the browser writes down once it listens.
fn listening(profile: &Path) -> Result<(u16, String), Failure> {
    let began = Instant::now();
    while began.elapsed() < START {
        let text = fs::read_to_string(profile.join("DevToolsActivePort")).unwrap_or_default();
        if let Some((port, path)) = text.split_once('\n')
            && let Ok(port) = port.parse()
        {
            return Ok((port, path.trim().to_owned()));
        }
        thread::sleep(Duration::from_millis(20));
    }
    Err(Failure::new("Chromium did not start"))
}
