//! What a failed test leaves behind: a picture of the page, and no browser.
//!
//! By hand and blocking, because it runs while the test is being dropped, when
//! its asynchronous runtime does nothing any more.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::thread;
use std::time::Duration;
use xtask::place;

/// Asks the driver for a picture and keeps it under the name of the test.
pub(crate) fn picture(port: u16, session: &str) -> Option<()> {
    let name = thread::current().name().unwrap_or("test").replace("::", "-");
    let folder = place::target().join("e2e");
    let body = ask(port, "GET", &format!("/session/{session}/screenshot")).ok()?;
    let value: Value = serde_json::from_slice(&body).ok()?;
    let image = STANDARD.decode(value.get("value")?.as_str()?).ok()?;
    fs::create_dir_all(&folder).ok()?;
    fs::write(folder.join(format!("{name}.png")), image).ok()
}

/// Closes the browser.
pub(crate) fn close(port: u16, session: &str) {
    // The test has failed already: one more failure tells nothing.
    drop(ask(port, "DELETE", &format!("/session/{session}")));
}

fn ask(port: u16, method: &str, path: &str) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n")?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream);
    let (mut line, mut length) = (String::new(), 0);
    while reader.read_line(&mut line)? > 2 {
        if let Some(digits) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = digits.trim().parse().unwrap_or(0);
        }
        line.clear();
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok(body)
}
