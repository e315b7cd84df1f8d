//! What a rate that is only known as a [`Beta`] makes of a number of tries.

use super::beta::Beta;
use super::{MAX_QUOTA, MAX_TRIES, OutOfDomain, real};
use core::ops::RangeInclusive;
use libm::{exp, floor, log, log1p};

/// Below this a term of a falling sum adds nothing that could be seen.
const NEGLIGIBLE: f64 = 1e-26;

/// P(X = x) for X ~ BetaBin(m; a, b), 0 ≤ x ≤ m.
///
/// C(m, x) B(a + x, b + m - x) / B(a, b), taken as the product of a binomial
/// probability and two Beta kernels at p = (a + x) / (a + b + m), each of
/// which keeps its digits (Loader 2000).
#[expect(clippy::many_single_char_names, reason = "the names of the formula")]
pub fn probability(x: u64, m: u64, rate: Beta) -> f64 {
    if m == 0 {
        return 1.0;
    }
    let (hits, misses) = (real(x), real(m.saturating_sub(x)));
    let (a, b) = (rate.a() + hits, rate.b() + misses);
    let (p, y) = (a / (a + b), b / (a + b));
    let choose = if x == 0 {
        misses * if p < 0.5 { log1p(-p) } else { log(y) }
    } else if x >= m {
        hits * if y < 0.5 { log1p(-y) } else { log(p) }
    } else {
        // C(m, x) = m / (x (m - x)) / B(x, m - x)
        kernel(hits, misses, p, y) + log((hits + misses) / hits) - log(misses)
    };
    exp(choose + rate.ln_kernel(p, y) - kernel(a, b, p, y))
}

/// [`Beta::ln_kernel`] for parameters that counts may have driven above its domain.
fn kernel(a: f64, b: f64, x: f64, y: f64) -> f64 {
    Beta::unchecked(a, b).ln_kernel(x, y)
}

/// Gives every x of `range` with its P(X = x) to `each`, X ~ BetaBin(m; a, b), leaving out what is negligible.
///
/// Starts where the probability is largest and follows the ratio of
/// neighbours outwards: starting at x = 0 would underflow.
pub fn walk(m: u64, rate: Beta, range: RangeInclusive<u64>, mut each: impl FnMut(u64, f64)) {
    let (low, high) = (*range.start(), (*range.end()).min(m));
    if low > high {
        return;
    }
    let (a, b, tries) = (rate.a(), rate.b(), real(m));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and m")]
    let mean = floor(tries * rate.mean()) as u64;
    let start = mean.clamp(low, high);
    let at_start = probability(start, m, rate);
    let mut p = at_start;
    for x in start..=high {
        each(x, p);
        let (hits, misses) = (real(x), tries - real(x));
        p *= misses * (a + hits) / ((hits + 1.0) * (b + misses - 1.0));
        if p < NEGLIGIBLE {
            break;
        }
    }
    p = at_start;
    for x in (low + 1..=start).rev() {
        let (hits, misses) = (real(x), tries - real(x));
        p *= hits * (b + misses) / ((misses + 1.0) * (a + hits - 1.0));
        if p < NEGLIGIBLE {
            break;
        }
        each(x - 1, p);
    }
}

/// P(X ≥ q) for X ~ BetaBin(n; a, b); exactly 1 for q = 0 and 0 for q > n.
///
/// The shorter side is summed. Absolute error about 1e-12.
///
/// # Errors
///
/// [`OutOfDomain`] for n > 10⁷ or q > 10⁶.
pub fn tail(n: u64, rate: Beta, q: u64) -> Result<f64, OutOfDomain> {
    if n > MAX_TRIES {
        return Err(OutOfDomain::Tries);
    }
    if q > MAX_QUOTA {
        return Err(OutOfDomain::Quota);
    }
    Ok(tail_unchecked(n, rate, q))
}

/// [`tail`] for arguments whose domain is known.
pub(in crate::domain) fn tail_unchecked(n: u64, rate: Beta, q: u64) -> f64 {
    if q == 0 {
        return 1.0;
    }
    if q > n {
        return 0.0;
    }
    let mut sum = 0.0;
    if real(q) > real(n) * rate.mean() {
        walk(n, rate, q..=n, |_, p| sum += p);
    } else {
        walk(n, rate, 0..=q - 1, |_, p| sum += p);
        sum = 1.0 - sum;
    }
    sum.clamp(0.0, 1.0)
}
