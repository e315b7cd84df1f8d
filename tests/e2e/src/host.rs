//! The site on a server of its own, and what hosts do to it.

use crate::Fallible;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use xtask::place;
use xtask::server::{Fault, Server};
use xtask::site::{SINGLE, Site};

/// A folder that goes when it is dropped.
#[derive(Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// A fresh one.
    pub(crate) fn new(purpose: &str) -> Fallible<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("callpace-{purpose}-{}-{number}", std::process::id()));
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser may still hold a file: the system's temporary folder it is.
        drop(fs::remove_dir_all(&self.0));
    }
}

/// The site, hosted.
#[derive(Debug)]
pub struct Host {
    server: Server,
    versions: Folder,
    number: AtomicU32,
}

impl Host {
    /// Hosts the release build under a path.
    ///
    /// # Errors
    ///
    /// If there is no build, or no port.
    pub fn start(path: &str) -> Fallible<Self> {
        let dist = place::dist();
        if !dist.join("index.html").is_file() {
            return Err(format!("no release in {}: run `cargo xtask dist`", dist.display()).into());
        }
        let server = Server::start(&dist, path, 0)?;
        Ok(Self { server, versions: Folder::new("host")?, number: AtomicU32::new(0) })
    }

    /// The address of the site, ending in `/`.
    #[must_use]
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// The address of the single file in the build, on the disk.
    #[must_use]
    pub fn single_file() -> String {
        format!("file://{}", place::dist().join(SINGLE).display())
    }

    /// The release as it was built.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn release() -> Fallible<Site> {
        Site::read(&place::dist()).map_err(|failure| failure.message.into())
    }

    /// The release as the next version would be: another style sheet, which says `--version: <mark>`.
    ///
    /// # Errors
    ///
    /// If there is no build.
    pub fn next_version(mark: &str) -> Fallible<Site> {
        let mut site = Self::release()?;
        let is_style = |name: &str| name.split_once('.').is_some_and(|(_, it)| it == "css");
        let name =
            site.files().keys().find(|it| is_style(it)).cloned().ok_or("the build has no style sheet")?;
        let mut style = site.files().get(&name).cloned().unwrap_or_default();
        style.extend_from_slice(format!(":root {{ --version: {mark} }}\n").as_bytes());
        site.renew(&name, style).ok_or("the page does not name its style sheet")?;
        site.seal();
        Ok(site)
    }

    /// Hosts this version from now on.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn publish(&self, site: &Site) -> Fallible {
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        let folder = self.versions.path().join(number.to_string());
        site.write(&folder).map_err(|failure| failure.message)?;
        self.server.serve(&folder);
        Ok(())
    }

    /// Hosts the release again.
    pub fn roll_back(&self) {
        self.server.serve(&place::dist());
    }

    /// Commits a fault for every file whose path contains `part`.
    pub fn misbehave(&self, part: &str, fault: Fault) {
        self.server.misbehave(part, fault);
    }

    /// No more faults.
    pub fn behave(&self) {
        self.server.behave();
    }

    /// The paths asked for since the last call.
    #[must_use]
    pub fn take_log(&self) -> Vec<String> {
        self.server.take_log()
    }

    /// Takes the network away.
    pub fn go_offline(&mut self) {
        self.server.stop();
    }

    /// Gives the network back.
    ///
    /// # Errors
    ///
    /// If the port has been taken meanwhile.
    pub fn go_online(&mut self) -> Fallible {
        Ok(self.server.resume()?)
    }
}
