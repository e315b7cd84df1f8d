//! One driver process per browser, on a port that it chooses itself.

use crate::{Engine, Fallible};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use xtask::browsers::{self, Browser};

/// `chromedriver` or `geckodriver`, ended when dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

/// How often a driver is started until it has a port.
const STARTS: usize = 5;

impl Driver {
    /// Starts the driver of the engine, with a home folder of its own.
    ///
    /// `chromedriver` takes any free port of IPv4 and ends where another program has the same one of IPv6: it is
    /// started again then, and finds another.
    pub(crate) fn start(engine: Engine, browser: &Browser, home: &Path) -> Fallible<Self> {
        let mut said = String::new();
        for _ in 0..STARTS {
            match Self::start_once(engine, browser, home)? {
                Ok(started) => return Ok(started),
                Err(last) => said = last,
            }
        }
        Err(format!("the driver ended {STARTS} times before it said its port: {said}").into())
    }

    /// The driver, or the last that it said before it ended.
    fn start_once(engine: Engine, browser: &Browser, home: &Path) -> Fallible<Result<Self, String>> {
        let (port_option, said_before) = match engine {
            Engine::Chromium => ("--port=0", "successfully on port "),
            Engine::Firefox => ("--port=0", "Listening on 127.0.0.1:"),
        };
        let mut command = Command::new(&browser.driver);
        command
            .arg(port_option)
            .env("HOME", home)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut process =
            command.spawn().map_err(|error| format!("{}: {error}", browser.driver.display()))?;
        let output = process.stdout.take().ok_or("the driver has no output")?;
        let mut lines = BufReader::new(output).lines();
        let mut last = String::new();
        let port = loop {
            let Some(line) = lines.next() else {
                drop(process.wait());
                return Ok(Err(last));
            };
            let line = line?;
            let digits = line.split(said_before).nth(1).map(|it| it.trim_end_matches('.').trim().to_owned());
            if let Some(Ok(port)) = digits.map(|it| it.parse()) {
                break port;
            }
            last = line;
        };
        // Goes on reading, so that the driver never waits for a reader.
        thread::spawn(move || lines.for_each(drop));
        Ok(Ok(Self { process, port }))
    }

    pub(crate) const fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself: then there is nothing to end.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// The browser of the engine, or what to do about it.
pub(crate) fn browser(engine: Engine) -> Fallible<Browser> {
    match engine {
        Engine::Chromium => {
            browsers::chromium().ok_or_else(|| "no Chromium with chromedriver; see `cargo xtask test`".into())
        }
        Engine::Firefox => {
            browsers::firefox().ok_or_else(|| "no Firefox with geckodriver; see `cargo xtask test`".into())
        }
    }
}
