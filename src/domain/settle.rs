//! How much more data would settle a question.

use super::stats::OutOfDomain;

/// Above so much more the answer is "too close to tell".
const MOST: u64 = 5_000;

/// The smallest multiple of ten, 0 to [`MOST`], that settles it, or `None`.
///
/// More data of the same rates settles ever more, so it is found by halving.
pub(super) fn smallest_more(
    settles: impl Fn(u64) -> Result<bool, OutOfDomain>,
) -> Result<Option<u64>, OutOfDomain> {
    let (mut low, mut high) = (0, MOST / 10);
    if !settles(high * 10)? {
        return Ok(None);
    }
    while low < high {
        let middle = low.midpoint(high);
        if settles(middle * 10)? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(Some(high * 10))
}
