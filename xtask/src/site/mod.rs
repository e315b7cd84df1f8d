//! From what Trunk built to what is hosted.
//!
//! `index.html` is the one list of what the site is made of; of Trunk's output
//! only the wasm and its glue are taken. Every file that the page names gets a
//! name with its own hash, so a host can keep it for ever, and the page names
//! the checksum of each.

mod budget;
mod headers;
mod page;
mod policy;
mod single;
mod source;
mod style;
mod worker;

pub use budget::Budget;
pub(crate) use budget::brotli;
pub use policy::POLICY;

use crate::shell::Failure;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The worker's file: the host serves it under this name for ever.
pub const WORKER: &str = "sw.js";

/// The worker that takes itself away.
const WORKER_OFF: &str = "sw-off.js";

/// The whole app in one file.
pub const SINGLE: &str = "callpace.html";

/// What is hosted but no page needs: not kept by the worker.
const NOT_KEPT: &[&str] = &[WORKER, WORKER_OFF, SINGLE, headers::FILE];

/// A site: files by their path, `/` between folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// Puts the site together from the sources and from Trunk's output.
    ///
    /// # Errors
    ///
    /// If a file that `index.html` names is missing, or the glue is not of the expected form.
    pub fn assemble(root: &Path, trunk_output: &Path) -> Result<Self, Failure> {
        let source = source::Source::read(root)?;
        let built = Self::read(trunk_output)?;
        let module = page::Module::find(&built)?;
        let mut site = Self::default();
        for (name, bytes) in &source.copies {
            site.files.insert(name.clone(), bytes.clone());
        }
        if let Some(off) = site.files.remove(WORKER) {
            site.files.insert(WORKER_OFF.to_owned(), off);
        }
        let style = style::join(&source.styles);
        let single = single::render(&source, &style, &module)?;
        page::render(&mut site, &source, &style, &module)?;
        site.files.insert(SINGLE.to_owned(), single.into_bytes());
        site.files.insert(headers::FILE.to_owned(), headers::render(&site).into_bytes());
        site.seal();
        Ok(site)
    }

    /// Reads every file under a folder.
    ///
    /// # Errors
    ///
    /// If the folder or a file cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let mut site = Self::default();
        site.read_into(folder, "").map_err(|error| Failure::new(format!("{}: {error}", folder.display())))?;
        Ok(site)
    }

    fn read_into(&mut self, folder: &Path, prefix: &str) -> std::io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                self.read_into(&entry.path(), &format!("{name}/"))?;
            } else {
                self.files.insert(name, fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    /// Puts the site into a folder, which holds nothing else afterwards.
    ///
    /// # Errors
    ///
    /// If the folder cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), Failure> {
        let fresh = folder.with_extension("new");
        let write = || -> std::io::Result<()> {
            if fresh.exists() {
                fs::remove_dir_all(&fresh)?;
            }
            for (name, bytes) in &self.files {
                let path = fresh.join(name);
                fs::create_dir_all(path.parent().unwrap_or(&fresh))?;
                fs::write(path, bytes)?;
            }
            if folder.exists() {
                fs::remove_dir_all(folder)?;
            }
            fs::rename(&fresh, folder)
        };
        write().map_err(|error| Failure::new(format!("{}: {error}", folder.display())))
    }

    /// The files by name.
    #[must_use]
    pub const fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }

    /// Sets one file; [`Site::seal`] is then due.
    pub fn set(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.insert(name.to_owned(), bytes);
    }

    /// Takes one file out; [`Site::seal`] is then due.
    pub fn take(&mut self, name: &str) -> Option<Vec<u8>> {
        self.files.remove(name)
    }

    /// Replaces a file with a hashed name, as the next version of the app would; gives its new name.
    ///
    /// [`Site::seal`] is then due. `None` if there is no such file, or the page does not name it.
    pub fn renew(&mut self, name: &str, bytes: Vec<u8>) -> Option<String> {
        let (stem, extension) = name.split_once('.')?;
        let (stem, _) = stem.rsplit_once('-')?;
        let old = self.take(name)?;
        let sums = (integrity(&old), integrity(&bytes));
        let fresh = self.add_hashed(stem, extension, bytes);
        let page = String::from_utf8(self.take("index.html")?).ok()?;
        let renamed = page.replace(name, &fresh).replace(&sums.0, &sums.1);
        self.set("index.html", renamed.clone().into_bytes());
        (renamed != page).then_some(fresh)
    }

    /// Writes the worker for the files as they now are.
    pub fn seal(&mut self) {
        let worker = worker::render(self);
        self.files.insert(WORKER.to_owned(), worker.into_bytes());
    }

    /// What a first visit fetches: all that the worker keeps, and the worker.
    pub(crate) fn first_visit(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let worker = self.files.get(WORKER).map(|bytes| (WORKER, bytes.as_slice()));
        self.kept().chain(worker)
    }

    /// What a first visit loads and the worker keeps, besides the worker itself.
    fn kept(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let kept = self.files.iter().filter(|(name, _)| !NOT_KEPT.contains(&name.as_str()));
        kept.map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// Adds a file under a name with its hash, and gives that name.
    fn add_hashed(&mut self, stem: &str, extension: &str, bytes: Vec<u8>) -> String {
        let name = format!("{stem}-{}.{extension}", short_hash(&bytes));
        self.files.insert(name.clone(), bytes);
        name
    }
}

/// The checksum as `integrity` attributes and policies write it.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// Twelve hexadecimal digits of the checksum: enough to name a version of a file.
fn short_hash(bytes: &[u8]) -> String {
    let start: Vec<String> = Sha256::digest(bytes).iter().take(6).map(|it| format!("{it:02x}")).collect();
    start.concat()
}
