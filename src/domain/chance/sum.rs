//! The chance as a finite sum: exact, and slow where the counts are large.

use super::Chain;
use crate::domain::stats::beta::Beta;
use crate::domain::stats::complex::{Complex, ln_gamma_shift};
use crate::domain::stats::{beta_binomial, real};
use libm::{exp, log};

/// P(T ≥ q) after `calls` further calls, by sums backwards from the last stage:
/// Vⱼ₋₁(m) = Σₓ BetaBin(x; m, aⱼ, bⱼ) Vⱼ(x + openⱼ).
///
/// One pass for two stages, O(n); O(n²) a stage from three on. Error about 1e-12.
/// It is what [`Chain::chance`] uses for small counts and is tested against.
pub fn chance(chain: &Chain, calls: u64, q: u64) -> f64 {
    let (stages, open) = (chain.stages(), chain.open());
    if q == 0 {
        return 1.0;
    }
    if calls + chain.open_total() < q {
        return 0.0;
    }
    let Some((last, earlier)) = stages.split_last() else { return 0.0 };
    // Before level j there are at most highest[j] units, and with fewer than lowest the quota is out of reach.
    let highest: Vec<u64> = core::iter::once(calls)
        .chain(open.iter().scan(calls, |units, it| {
            *units += it;
            Some(*units)
        }))
        .collect();
    let mut lowest = q;
    let mut reach = Reach { from: q, values: waiting(q, highest[stages.len() - 1], *last) };
    for (level, rate) in earlier.iter().enumerate().rev() {
        let waiting_here = open[level];
        lowest = if level == 0 { calls } else { lowest.saturating_sub(waiting_here) };
        let values = (lowest..=highest[level])
            .map(|units| {
                let mut sum = 0.0;
                let fewest = reach.from.saturating_sub(waiting_here);
                beta_binomial::walk(units, *rate, fewest..=units, |x, p| {
                    sum += p * reach.at(x + waiting_here);
                });
                sum
            })
            .collect();
        reach = Reach { from: lowest, values };
    }
    reach.at(calls).clamp(0.0, 1.0)
}

/// The chance of the rest of the chain for every number of units that enter it.
struct Reach {
    /// Below this number it is 0.
    from: u64,
    values: Vec<f64>,
}

impl Reach {
    fn at(&self, units: u64) -> f64 {
        let index = units.checked_sub(self.from).and_then(|it| usize::try_from(it).ok());
        index.and_then(|it| self.values.get(it)).copied().unwrap_or(0.0)
    }
}

/// P(BetaBin(m; a, b) ≥ q) for m = q, q + 1, … `most`, by the waiting time for the q-th success:
/// `w_q = B(a + q, b) / B(a, b)`, `w_{m+1} = w_m m (b + m - q) / ((m - q + 1) (a + b + m))`.
#[expect(clippy::many_single_char_names, reason = "the names of the formula")]
fn waiting(q: u64, most: u64, rate: Beta) -> Vec<f64> {
    let (a, b, wanted) = (rate.a(), rate.b(), real(q));
    let shift = Complex::new(wanted, 0.0);
    let mut ln_w = ln_gamma_shift(a, shift).re - ln_gamma_shift(a + b, shift).re;
    let mut w = exp(ln_w);
    let mut reached = 0.0;
    let mut values = Vec::with_capacity(usize::try_from(most.saturating_sub(q)).unwrap_or(0) + 1);
    for m in q..=most {
        reached += w;
        values.push(reached);
        let m = real(m);
        let ratio = m * (b + m - wanted) / ((m - wanted + 1.0) * (a + b + m));
        // In logarithms until it is large enough to be followed by products.
        if ln_w < -650.0 {
            ln_w += log(ratio);
            w = exp(ln_w);
        } else {
            w *= ratio;
        }
    }
    values
}
