//! CRC-32 (ISO-HDLC), bit by bit.
//!
//! Own code: the tables of the usual crate do not compress and would cost
//! 17 KB of wasm against 0.2 KB, and a shard is a few kilobytes.

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
    let mut crc = u32::MAX;
    for byte in parts.iter().copied().flatten() {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
        }
    }
    !crc
}
