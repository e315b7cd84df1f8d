//! A WebSocket to the browser on this machine, as far as `DevTools` needs one (RFC 6455).

use crate::shell::Failure;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

/// The browser answers everything within this, or not at all.
const PATIENCE: Duration = Duration::from_mins(5);

const CONTINUED: u8 = 0;
const TEXT: u8 = 1;
const CLOSE: u8 = 8;
const PING: u8 = 9;
/// In front of every frame that is sent: this is the last, and there is a mask.
const LAST: u8 = 0x80;
const MASKED: u8 = 0x80;
/// Instead of a length that does not fit beside the mask: it follows in two bytes, or in eight.
const IN_TWO: u8 = 0x7e;
const IN_EIGHT: u8 = 0x7f;

/// One open connection.
#[derive(Debug)]
pub(super) struct Socket {
    reader: BufReader<TcpStream>,
}

impl Socket {
    /// Opens `ws://127.0.0.1:<port><path>`.
    pub(super) fn open(port: u16, path: &str) -> Result<Self, Failure> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        // The key keeps caches from answering; on this machine there is none, so any will do.
        let asked = format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Key: Y2FsbHBhY2UgYmVuY2guLg==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        );
        stream.write_all(asked.as_bytes())?;
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line)?;
        if !line.contains("101") {
            return Err(Failure::new(format!("the browser refused the connection: {}", line.trim())));
        }
        while line.trim() != "" {
            line.clear();
            reader.read_line(&mut line)?;
        }
        Ok(Self { reader })
    }

    /// Sends a text.
    pub(super) fn send(&mut self, text: &str) -> Result<(), Failure> {
        self.frame(TEXT, text.as_bytes())
    }

    fn frame(&mut self, kind: u8, bytes: &[u8]) -> Result<(), Failure> {
        let length = bytes.len();
        let mut frame = vec![LAST | kind];
        match (u8::try_from(length), u16::try_from(length)) {
            (Ok(short @ ..IN_TWO), _) => frame.push(MASKED | short),
            (_, Ok(middle)) => {
                frame.push(MASKED | IN_TWO);
                frame.extend(middle.to_be_bytes());
            }
            _ => {
                frame.push(MASKED | IN_EIGHT);
                frame.extend((length as u64).to_be_bytes());
            }
        }
        // A mask of zeros leaves the bytes as they are.
        frame.extend([0; 4]);
        frame.extend(bytes);
        Ok(self.reader.get_mut().write_all(&frame)?)
    }

    /// The next text.
    pub(super) fn receive(&mut self) -> Result<String, Failure> {
        let mut text = Vec::new();
        loop {
            let [head, length] = self.read_array::<2>()?;
            let length = match length & !MASKED {
                IN_TWO => u64::from(u16::from_be_bytes(self.read_array()?)),
                IN_EIGHT => u64::from_be_bytes(self.read_array()?),
                short => u64::from(short),
            };
            let mut bytes = Vec::new();
            (&mut self.reader).take(length).read_to_end(&mut bytes)?;
            match head & 0x0f {
                TEXT | CONTINUED => text.extend(bytes),
                PING => {
                    const PONG: u8 = 10;
                    self.frame(PONG, &bytes)?;
                    continue;
                }
                CLOSE => return Err(Failure::new("the browser closed the connection")),
                _ => continue,
            }
            if head & LAST != 0 {
                return String::from_utf8(text).map_err(|error| Failure::new(error.to_string()));
            }
        }
    }

    fn read_array<const N: usize>(&mut self) -> Result<[u8; N], Failure> {
        let mut bytes = [0; N];
        self.reader.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}
