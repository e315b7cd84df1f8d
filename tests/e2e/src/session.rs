//! A browser on a profile of its own, which can be closed, killed and started again.

use crate::driver::{Driver, browser};
use crate::host::Folder;
use crate::{Engine, Fallible, Setup, capabilities, failure, wait};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use thirtyfour::prelude::*;

/// A running browser.
#[derive(Debug)]
pub struct Session {
    // In the order in which they have to end.
    web: Option<WebDriver>,
    driver: Driver,
    folder: Folder,
    setup: Setup,
}

impl Session {
    /// Starts the browser on a fresh profile.
    ///
    /// # Errors
    ///
    /// If the browser or its driver is missing or does not start.
    pub async fn start(setup: Setup) -> Fallible<Self> {
        let folder = Folder::new("browser")?;
        for part in ["home", "profile", "downloads"] {
            fs::create_dir_all(folder.path().join(part))?;
        }
        let driver = Driver::start(setup.engine, &browser(setup.engine)?, &folder.path().join("home"))?;
        let mut session = Self { web: None, driver, folder, setup };
        session.launch().await?;
        Ok(session)
    }

    async fn launch(&mut self) -> Fallible {
        let (profile, downloads) = (self.folder.path().join("profile"), self.downloads());
        let binary = browser(self.setup.engine)?;
        let capabilities = match self.setup.engine {
            Engine::Chromium => capabilities::chromium(&self.setup, &binary, &profile),
            Engine::Firefox => capabilities::firefox(&self.setup, &binary, &profile, &downloads),
        };
        self.web = Some(WebDriver::new(self.driver.url(), capabilities).await?);
        self.prepare_tab().await
    }

    /// What has to be said to each new tab: its size, and where downloads go.
    pub(crate) async fn prepare_tab(&self) -> Fallible {
        let (width, height) = self.setup.size;
        match self.setup.engine {
            Engine::Chromium => {
                let size =
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.cdp("Emulation.setDeviceMetricsOverride", size).await?;
                let allow = json!({ "behavior": "allow", "downloadPath": self.downloads() });
                self.cdp("Browser.setDownloadBehavior", allow).await?;
            }
            Engine::Firefox => {
                let inner = self
                    .web()?
                    .execute("return [outerWidth - innerWidth, outerHeight - innerHeight]", vec![]);
                let (bars_x, bars_y): (u32, u32) = inner.await?.convert()?;
                self.web()?.set_window_rect(0, 0, width + bars_x, height + bars_y).await?;
            }
        }
        Ok(())
    }

    /// The `WebDriver` session.
    ///
    /// # Errors
    ///
    /// If the browser is closed.
    pub fn web(&self) -> Fallible<&WebDriver> {
        Ok(self.web.as_ref().ok_or("the browser is closed")?)
    }

    /// What the browser was started with.
    #[must_use]
    pub const fn setup(&self) -> &Setup {
        &self.setup
    }

    /// `chrome 156.0.1` or the like.
    ///
    /// # Errors
    ///
    /// If the browser is closed.
    pub fn name(&self) -> Fallible<String> {
        let capabilities = self.web()?.capabilities();
        let told = |key: &str| capabilities.get(key).and_then(Value::as_str).unwrap_or("?").to_owned();
        Ok(format!("{} {}", told("browserName"), told("browserVersion")))
    }

    /// Sends a command of the Chrome `DevTools` protocol.
    ///
    /// # Errors
    ///
    /// In Firefox, and where the command fails.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Fallible<Value> {
        if self.setup.engine != Engine::Chromium {
            return Err(format!("{method}: only Chromium knows it").into());
        }
        Ok(self.web()?.cdp().send_raw(method, parameters).await?)
    }

    /// The folder that downloads go to.
    #[must_use]
    pub fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// Waits for a download whose name contains `part` to be complete, and gives its path.
    ///
    /// # Errors
    ///
    /// If it does not come.
    pub async fn download(&self, part: &str) -> Fallible<PathBuf> {
        let complete = |path: &Path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let partial = [".crdownload", ".part", ".tmp"].iter().any(|it| name.ends_with(it));
            name.contains(part) && !partial && fs::metadata(path).is_ok_and(|it| it.len() > 0)
        };
        wait::until(&format!("a download named {part}"), async || {
            let paths = fs::read_dir(self.downloads())?.filter_map(Result::ok).map(|it| it.path());
            Ok(paths.into_iter().find(|it| complete(it)))
        })
        .await
    }

    /// Closes the browser as a person does, and starts it again on the same profile.
    ///
    /// # Errors
    ///
    /// If it does not start.
    pub async fn restart(&mut self) -> Fallible {
        if let Some(web) = self.web.take() {
            web.quit().await?;
        }
        self.launch().await
    }

    /// Kills the browser with SIGKILL, all its processes at one stroke, and starts it again on the
    /// same profile.
    ///
    /// # Errors
    ///
    /// If its process is not known, or it does not start.
    pub async fn kill_and_restart(&mut self) -> Fallible {
        let web = self.web.take().ok_or("the browser is closed")?;
        let known = |name: &str| web.capabilities().get(name).and_then(Value::as_u64);
        let process = known("goog:processID")
            .or_else(|| known("moz:processID"))
            .ok_or("the browser tells no process")?;
        let all = family(process);
        Command::new("kill").arg("-9").args(all.iter().map(u64::to_string)).status()?;
        // The session is dead with its browser: there is nothing to quit.
        web.leak().map_err(|_quit| "the browser was closed already")?;
        let profile = self.folder.path().join("profile");
        wait::until("the end of the browser", async || Ok((!all.iter().any(|it| runs(*it))).then_some(())))
            .await?;
        for lock in ["SingletonLock", "SingletonCookie", "SingletonSocket", "lock", ".parentlock"] {
            // Only some of them are there.
            drop(fs::remove_file(profile.join(lock)));
        }
        self.launch().await
    }

    /// Closes the browser.
    ///
    /// # Errors
    ///
    /// If it does not answer any more.
    pub async fn quit(mut self) -> Fallible {
        if let Some(web) = self.web.take() {
            web.quit().await?;
        }
        Ok(())
    }
}

/// The state of a process and who started it.
fn status(process: u64) -> Option<(String, u64)> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name of the program may hold anything, but ends at the last bracket.
    let mut words = text.rsplit_once(')')?.1.split_whitespace();
    Some((words.next()?.to_owned(), words.next()?.parse().ok()?))
}

/// Whether a process is there, and not merely not yet buried.
fn runs(process: u64) -> bool {
    status(process).is_some_and(|it| it.0 != "Z")
}

/// A process and all that it started, itself first.
fn family(process: u64) -> Vec<u64> {
    let names = fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok);
    let processes = names.filter_map(|it| it.file_name().to_string_lossy().parse::<u64>().ok());
    let all: Vec<(u64, u64)> = processes.filter_map(|it| Some((it, status(it)?.1))).collect();
    let mut family = vec![process];
    let mut next = 0;
    while let Some(parent) = family.get(next).copied() {
        family.extend(all.iter().filter(|it| it.1 == parent).map(|it| it.0));
        next += 1;
    }
    family
}

impl Drop for Session {
    fn drop(&mut self) {
        // Not quit: the test has failed.
        if let Some(web) = self.web.take() {
            let (port, session) = (self.driver.port(), web.session_id().to_string());
            let _kept = failure::picture(port, &session);
            failure::close(port, &session);
            // It would wait for an answer that nobody can give now.
            drop(web.leak());
        }
    }
}
