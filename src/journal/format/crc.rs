//! CRC-32 (ISO-HDLC), byte by byte.
//!
//! Own code: the tables of the usual crate do not compress and would cost
//! 17 KB of wasm against 1 KB.

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
    let bytes = parts.iter().copied().flatten();
    !bytes.fold(u32::MAX, |crc, byte| (crc >> 8) ^ TABLE[((crc ^ u32::from(*byte)) & 0xff) as usize])
}
