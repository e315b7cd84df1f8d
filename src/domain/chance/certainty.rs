//! The calls that make the quota as certain as one wants.

use super::{Chain, check};
use crate::domain::stats::{MAX_TRIES, OutOfDomain, real, whole};
use libm::{exp, log, log1p};

/// No answer is looked for above so many calls: the data could not support such a plan.
pub const CAP: u64 = MAX_TRIES;

/// The certainties offered on the screens.
pub const OFFERED: [f64; 4] = [0.5, 0.8, 0.9, 0.95];

impl Chain {
    /// The smallest n ≤ `cap` with P(T ≥ q | n calls) ≥ `certainty`; `None` if there is none.
    ///
    /// 0 for q = 0 and for certainty 0; none for certainty 1 and q > 0. The
    /// article, 15 to go: 290, 449, 573 and 707 calls for 50, 80, 90 and 95 %.
    ///
    /// # Errors
    ///
    /// [`OutOfDomain`] for q > 10⁶, `cap` > 10⁷, or a certainty outside 0 to 1.
    pub fn calls_for(&self, q: u64, certainty: f64, cap: u64) -> Result<Option<u64>, OutOfDomain> {
        check(cap, q)?;
        if !(0.0..=1.0).contains(&certainty) {
            return Err(OutOfDomain::Certainty);
        }
        if q == 0 || certainty <= 0.0 {
            return Ok(Some(0));
        }
        if certainty >= 1.0 {
            return Ok(None);
        }
        Ok(self.search(q, certainty, cap))
    }

    /// Brackets the answer by doubling and halving, then Illinois false position on logit P over ln(n + 1),
    /// down to neighbours: P(high) ≥ certainty > P(low).
    fn search(&self, q: u64, certainty: f64, cap: u64) -> Option<u64> {
        let goal = logit(certainty);
        let excess = |calls: u64| logit(self.chance_unchecked(calls, q)) - goal;
        let mut low = Point { calls: 0, excess: excess(0) };
        if low.excess >= 0.0 {
            return Some(0);
        }
        let per_call: f64 = self.stages().iter().map(|it| it.mean()).product();
        let mut calls = whole(real(q) / per_call).clamp(1, cap.max(1));
        let mut high = loop {
            if low.calls >= cap {
                return None;
            }
            let point = Point { calls: calls.min(cap), excess: excess(calls.min(cap)) };
            if point.excess >= 0.0 {
                break point;
            }
            low = point;
            calls = point.calls.saturating_mul(2);
        };
        // The chance without calls says nothing of where between 0 and `high` the answer is.
        while low.calls == 0 && high.calls > 1 {
            let point = Point { calls: high.calls / 2, excess: excess(high.calls / 2) };
            if point.excess >= 0.0 {
                high = point;
            } else {
                low = point;
            }
        }
        let mut last_moved_high = None;
        let mut rounds = 0;
        while high.calls - low.calls > 1 {
            let calls = if rounds < 40 { between(low, high) } else { low.calls.midpoint(high.calls) };
            let point = Point { calls, excess: excess(calls) };
            rounds += 1;
            if point.excess >= 0.0 {
                high = point;
                // Illinois: an end that stays twice pulls half as hard.
                if last_moved_high == Some(true) {
                    low.excess *= 0.5;
                }
                last_moved_high = Some(true);
            } else {
                low = point;
                if last_moved_high == Some(false) {
                    high.excess *= 0.5;
                }
                last_moved_high = Some(false);
            }
        }
        Some(high.calls)
    }
}

#[derive(Clone, Copy)]
struct Point {
    calls: u64,
    excess: f64,
}

/// Where the chord crosses 0, strictly between two points that are not neighbours.
fn between(low: Point, high: Point) -> u64 {
    let (a, b) = (log1p(real(low.calls)), log1p(real(high.calls)));
    let span = high.excess - low.excess;
    let crossing = if span > 0.0 { (a * high.excess - b * low.excess) / span } else { 0.5 * (a + b) };
    whole(exp(crossing) - 1.0).clamp(low.calls + 1, high.calls - 1)
}

/// ln(p / (1 - p)), held where it is finite.
fn logit(p: f64) -> f64 {
    let p = p.clamp(1e-15, 1.0 - 1e-15);
    log(p) - log1p(-p)
}
