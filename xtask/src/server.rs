//! A small static file server on this machine, for people and for the tests.
//!
//! It can serve under a sub-path, change the folder it serves, and misbehave
//! on request, as hosts do in the middle of a deployment.

use std::collections::HashMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A request is a line and some headers; whatever is longer is not a browser's.
const MAX_REQUEST: u64 = 64 * 1024;

/// What the server does instead of sending the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Answers 404.
    Missing,
    /// Sends the first half as if it were all.
    CutShort,
    /// Sends something else with the status 200.
    Instead(Vec<u8>),
    /// Sends nothing until the server behaves again, and then the file.
    Late,
}

/// The faults to commit: a part of the path, and what happens to files whose path has it.
type Faults = Vec<(String, Fault)>;

#[derive(Debug)]
struct Shared {
    /// Begins and ends with `/`.
    prefix: String,
    root: Mutex<PathBuf>,
    faults: Mutex<Faults>,
    /// Told when the faults have changed or the server stops.
    changed: Condvar,
    log: Mutex<Vec<String>>,
    stopping: AtomicBool,
    /// Whether files travel compressed, as they do from most hosts.
    compressing: AtomicBool,
    /// What has been compressed already, by its path on the disk.
    compressed: Mutex<HashMap<PathBuf, Vec<u8>>>,
}

/// A server that runs until it is stopped or dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves a folder under a path such as `/` or `/tools/callpace/`.
    ///
    /// Port 0 takes any free one.
    ///
    /// # Errors
    ///
    /// If the port is taken.
    pub fn start(root: &Path, prefix: &str, port: u16) -> io::Result<Self> {
        let inner = prefix.trim_matches('/');
        let shared = Shared {
            prefix: if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") },
            root: Mutex::new(root.to_path_buf()),
            faults: Mutex::default(),
            changed: Condvar::new(),
            log: Mutex::default(),
            stopping: AtomicBool::new(false),
            compressing: AtomicBool::new(false),
            compressed: Mutex::default(),
        };
        let mut server = Self {
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
            shared: Arc::new(shared),
            thread: None,
        };
        server.resume()?;
        Ok(server)
    }

    /// The address of the site, ending in `/`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.shared.prefix)
    }

    /// Serves another folder from now on.
    pub fn serve(&self, root: &Path) {
        *lock(&self.shared.root) = root.to_path_buf();
    }

    /// Commits a fault for every file whose path contains `part`, until [`Server::behave`].
    pub fn misbehave(&self, part: &str, fault: Fault) {
        lock(&self.shared.faults).push((part.to_owned(), fault));
    }

    /// No more faults.
    pub fn behave(&self) {
        lock(&self.shared.faults).clear();
        self.shared.changed.notify_all();
    }

    /// Compresses what it sends from now on, for measurements of a first visit.
    ///
    /// A file must then no longer change.
    pub fn compress(&self) {
        self.shared.compressing.store(true, Ordering::SeqCst);
    }

    /// The paths asked for since the last call, below the prefix.
    #[must_use]
    pub fn take_log(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.shared.log))
    }

    /// Stops answering: the network is off.
    pub fn stop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // Wakes the thread from its wait for the next visitor.
            drop(TcpStream::connect(self.address));
            // A panic of the server's thread has been printed; there is nothing to add.
            drop(thread.join());
        }
    }

    /// Answers again, on the same port.
    ///
    /// # Errors
    ///
    /// If the port has been taken meanwhile.
    pub fn resume(&mut self) -> io::Result<()> {
        if self.thread.is_some() {
            return Ok(());
        }
        let listener = TcpListener::bind(self.address)?;
        self.address = listener.local_addr()?;
        self.shared.stopping.store(false, Ordering::SeqCst);
        let shared = Arc::clone(&self.shared);
        self.thread = Some(thread::spawn(move || accept(&listener, &shared)));
        Ok(())
    }

    /// Waits until the server ends, which it does with the program.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopping.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let shared = Arc::clone(shared);
        thread::spawn(move || {
            // The visitor has gone: nobody to tell.
            drop(answer(&stream, &shared));
        });
    }
}

/// Reads one request and answers it; every request is a connection of its own.
fn answer(stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    // Browsers open connections ahead and may never use them.
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut reader = BufReader::new(stream.take(MAX_REQUEST));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let (mut header, mut inflates) = (String::new(), false);
    while reader.read_line(&mut header)? > 2 {
        let lower = header.to_ascii_lowercase();
        inflates |= lower.starts_with("accept-encoding:") && lower.contains("deflate");
        header.clear();
    }
    let mut words = request.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(()) };
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let reply = match method {
        "GET" | "HEAD" => reply(path, inflates, shared),
        _ => Reply::plain("405 Method Not Allowed", "Only reading"),
    };
    reply.send(stream, method == "HEAD")
}

struct Reply {
    status: &'static str,
    kind: &'static str,
    more: String,
    body: Vec<u8>,
}

impl Reply {
    fn plain(status: &'static str, text: &str) -> Self {
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            more: String::new(),
            body: text.as_bytes().to_vec(),
        }
    }

    fn send(&self, mut stream: &TcpStream, head_only: bool) -> io::Result<()> {
        let Self { status, kind, more, body } = self;
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\n{more}Connection: close\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes())?;
        if head_only { Ok(()) } else { stream.write_all(body) }
    }
}

fn reply(path: &str, inflates: bool, shared: &Shared) -> Reply {
    let missing = || Reply::plain("404 Not Found", "Not here");
    if format!("{path}/") == shared.prefix {
        let more = format!("Location: {}\r\n", shared.prefix);
        return Reply { more, ..Reply::plain("301 Moved Permanently", "") };
    }
    let Some(name) = path.strip_prefix(&shared.prefix).and_then(decode) else { return missing() };
    lock(&shared.log).push(name.clone());
    let file = if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name };
    if !file.split('/').all(|part| !part.is_empty() && part != ".." && !part.contains('\\')) {
        return missing();
    }
    let fault = fault_for(&file, shared);
    let path = lock(&shared.root).join(&file);
    let mut more = String::new();
    let body = match (fault, fs::read(&path)) {
        (Some(Fault::Missing), _) | (_, Err(_)) => return missing(),
        (Some(Fault::CutShort), Ok(mut bytes)) => {
            bytes.truncate(bytes.len() / 2);
            bytes
        }
        (None, Ok(bytes)) if inflates && shared.compressing.load(Ordering::SeqCst) => {
            more.push_str("Content-Encoding: deflate\r\n");
            let mut known = lock(&shared.compressed);
            known.entry(path).or_insert_with(|| miniz_oxide::deflate::compress_to_vec_zlib(&bytes, 9)).clone()
        }
        (Some(Fault::Instead(bytes)), Ok(_)) | (None | Some(Fault::Late), Ok(bytes)) => bytes,
    };
    Reply { status: "200 OK", kind: media_type(&file), more, body }
}

/// The fault to commit for a file; a late one is over when this returns.
fn fault_for(file: &str, shared: &Shared) -> Option<Fault> {
    let find =
        |all: &Faults| all.iter().find(|(part, _)| file.contains(part)).map(|(_, fault)| fault.clone());
    let faults = lock(&shared.faults);
    let late = |all: &mut Faults| find(all) == Some(Fault::Late) && !shared.stopping.load(Ordering::SeqCst);
    let faults = shared.changed.wait_while(faults, late).unwrap_or_else(PoisonError::into_inner);
    find(&faults)
}

/// Undoes `%41`; `None` where it is no UTF-8.
fn decode(path: &str) -> Option<String> {
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digits = path.get(at + 1..at + 3).and_then(|it| u8::from_str_radix(it, 16).ok());
        let (decoded, length) = digits.filter(|_| byte == b'%').map_or((byte, 1), |it| (it, 3));
        out.push(decoded);
        at += length;
    }
    String::from_utf8(out).ok()
}

/// The media type by the name's ending.
fn media_type(file: &str) -> &'static str {
    match file.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Server, decode, media_type};
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::path::Path;

    fn get(server: &Server, path: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: here\r\n\r\n").unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }

    fn here() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR"))
    }

    #[test]
    fn serves_below_its_prefix_only() {
        let server = Server::start(here(), "/some/sub/path/", 0).unwrap();
        assert!(get(&server, "/some/sub/path/Cargo.toml?x").contains("name = \"xtask\""));
        assert!(get(&server, "/some/sub/path").contains("Location: /some/sub/path/\r\n"));
        assert!(get(&server, "/Cargo.toml").starts_with("HTTP/1.1 404"));
        assert_eq!(server.take_log(), ["Cargo.toml"]);
    }

    #[test]
    fn never_leaves_its_folder() {
        let server = Server::start(&here().join("src"), "/", 0).unwrap();
        for path in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "//etc/passwd", "/..%2fCargo.toml", "/..%5cCargo.toml"]
        {
            assert!(get(&server, path).starts_with("HTTP/1.1 404"), "{path}");
        }
    }

    #[test]
    fn misbehaves_and_stops_on_request() {
        let mut server = Server::start(here(), "", 0).unwrap();
        let whole = get(&server, "/Cargo.toml");
        server.misbehave("Cargo", Fault::CutShort);
        assert!(get(&server, "/Cargo.toml").len() < whole.len());
        server.behave();
        server.misbehave(".toml", Fault::Missing);
        assert!(get(&server, "/Cargo.toml").starts_with("HTTP/1.1 404"));
        server.behave();
        server.stop();
        assert!(TcpStream::connect(server.address).is_err());
        server.resume().unwrap();
        assert_eq!(get(&server, "/Cargo.toml"), whole);
    }

    #[test]
    fn knows_what_a_browser_insists_on() {
        assert_eq!(media_type("app-0.wasm"), "application/wasm");
        assert_eq!(decode("a%20b%D1%8F%").as_deref(), Some("a bя%"));
        assert_eq!(decode("%ff"), None);
    }
}
