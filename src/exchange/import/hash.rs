//! A hash by which a file row is known again.

use crate::exchange::decode::{is_space, trimmed};
use csv::StringRecord;

/// FNV-1a, 64 bits, over the cells as a person sees them: trimmed, white space
/// of any kind and length as one space, empty cells at the end left out. It is
/// stored with what was imported, so it can never change.
///
/// Two of a million rows meet by chance about once in 40 million such files.
///
/// # Source
///
/// G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic
/// Hash Algorithm", draft-eastlake-fnv.
pub(crate) fn row(row: &StringRecord) -> u64 {
    const OFFSET: u64 = 0xCBF2_9CE4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01B3;
    const UNIT_SEPARATOR: u8 = 0x1F;
    let mut hash = OFFSET;
    let mut eat = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    let mut empty = 0;
    for (at, cell) in row.iter().enumerate() {
        let cell = trimmed(cell);
        if cell.is_empty() {
            empty += 1;
            continue;
        }
        for _ in 0..empty + usize::from(at > 0 && empty < at) {
            eat(UNIT_SEPARATOR);
        }
        empty = 0;
        let mut gap = false;
        for it in cell.chars() {
            if is_space(it) {
                gap = true;
                continue;
            }
            if gap {
                eat(b' ');
            }
            gap = false;
            it.encode_utf8(&mut [0; 4]).bytes().for_each(&mut eat);
        }
    }
    hash
}
