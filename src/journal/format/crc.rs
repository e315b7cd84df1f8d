//! CRC-32 (ISO-HDLC), eight bytes at a time ("slicing by 8": Kounavis and Berry, A Systematic
//! Approach to Building High Performance, Software-based, CRC Generators, 2005).
//!
//! Own code: the tables of the usual crate do not compress and would cost
//! 17 KB of wasm against 1 KB. Seven of the eight are made when first needed.

use std::sync::OnceLock;

const TABLE: [u32; 256] = table();

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte = 0_u32;
    while byte < 256 {
        let mut crc = byte;
        let mut bit = 0;
        while bit < 8 {
            crc = (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
            bit += 1;
        }
        table[byte as usize] = crc;
        byte += 1;
    }
    table
}

/// Table `k` says what a byte does that is followed by `k` others.
static TABLES: OnceLock<[[u32; 256]; 8]> = OnceLock::new();

fn tables() -> [[u32; 256]; 8] {
    let mut tables = [TABLE; 8];
    for k in 1..8 {
        tables[k] = tables[k - 1].map(|crc| one(crc, 0));
    }
    tables
}

const fn one(crc: u32, byte: u8) -> u32 {
    (crc >> 8) ^ TABLE[((crc ^ byte as u32) & 0xff) as usize]
}

/// The checksum of these parts, one after the other.
///
/// # Examples
///
/// ```
/// // The check value of the CRC catalogue for "123456789".
/// assert_eq!(callpace::journal::format::crc32(&[b"12345", b"6789"]), 0xcbf4_3926);
/// ```
#[must_use]
pub fn crc32(parts: &[&[u8]]) -> u32 {
    let tables = TABLES.get_or_init(tables);
    let mut crc = u32::MAX;
    for part in parts {
        let (eights, rest) = part.as_chunks::<8>();
        for [a, b, c, d, after @ ..] in eights {
            let before = (crc ^ u32::from_le_bytes([*a, *b, *c, *d])).to_le_bytes();
            let bytes = before.iter().chain(after);
            crc =
                bytes.zip(tables.iter().rev()).fold(0, |crc, (byte, table)| crc ^ table[usize::from(*byte)]);
        }
        crc = rest.iter().fold(crc, |crc, byte| one(crc, *byte));
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::{crc32, one};

    #[test]
    fn eight_at_a_time_comes_to_what_one_at_a_time_does() {
        let bytes: Vec<u8> = (0..200_u32).map(|it| (it * it + 7).to_le_bytes()[0]).collect();
        for from in 0..9 {
            for until in from..bytes.len() {
                let by_one = !bytes[from..until].iter().fold(u32::MAX, |crc, byte| one(crc, *byte));
                let (head, tail) = bytes[from..until].split_at((until - from) / 3);
                assert_eq!(crc32(&[head, tail]), by_one);
            }
        }
    }
}
