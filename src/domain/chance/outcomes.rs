//! How the period can end: the whole distribution of the sales to come.

use super::contour::{EPSILON, PARTS, Pipeline, Tilt};
use super::{Chain, check, sum};
use crate::domain::stats::complex::Complex;
use crate::domain::stats::{OutOfDomain, real};
use core::f64::consts::{PI, TAU};
use libm::{exp, log};

/// What is beyond the last outcome kept: no quantile that is shown reaches it.
const LEFT_OUT: f64 = 1e-4;

/// P(T ≥ r) for every r that matters.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcomes {
    /// `at_least[r]` = P(T ≥ r); not increasing, from exactly 1.
    at_least: Vec<f64>,
}

impl Outcomes {
    /// P(T ≥ r); 0 beyond the outcomes kept, where it is less than one in 10 000.
    pub fn at_least(&self, r: u64) -> f64 {
        usize::try_from(r).ok().and_then(|it| self.at_least.get(it)).copied().unwrap_or(0.0)
    }

    /// The smallest t with P(T ≤ t) ≥ p, 0 ≤ p ≤ 0.9999.
    pub fn quantile(&self, p: f64) -> u64 {
        let most = u64::try_from(self.at_least.len()).unwrap_or(u64::MAX);
        (0..most).find(|t| 1.0 - self.at_least(t + 1) >= p).unwrap_or(most)
    }

    /// Twenty outcomes, each 1 in 20: the quantiles (i - ½) / 20, i = 1..20.
    pub fn dots(&self) -> [u64; 20] {
        let mut next = 0.5;
        [(); 20].map(|()| {
            let quantile = self.quantile(next / 20.0);
            next += 1.0;
            quantile
        })
    }

    /// The mean of several distributions, each with the same weight; nothing happens without any.
    pub fn average(all: &[Self]) -> Self {
        let longest = all.iter().map(|it| it.at_least.len()).max().unwrap_or(0);
        let count = real(u64::try_from(all.len()).unwrap_or(u64::MAX));
        let at =
            |r: usize| all.iter().map(|it| it.at_least.get(r).copied().unwrap_or(0.0)).sum::<f64>() / count;
        let at_least = if all.is_empty() { vec![1.0] } else { (0..longest).map(at).collect() };
        Self { at_least }
    }
}

impl Chain {
    /// The distribution of the sales that `calls` further calls and the open units bring.
    ///
    /// The article's rates and 300 calls: 7 to 26 sales in 8 of 10 cases.
    ///
    /// # Errors
    ///
    /// [`OutOfDomain::Tries`] for more than 10⁷ calls.
    pub fn outcomes(&self, calls: u64) -> Result<Outcomes, OutOfDomain> {
        check(calls, 0)?;
        let last = self.last_that_matters(calls);
        let tails =
            if last + 64 <= calls { self.by_one_line(calls, last) } else { self.one_by_one(calls, last) };
        let mut at_least = vec![1.0_f64];
        for tail in tails {
            // Noise of 1e-10 must not make a distribution that rises.
            let before = at_least.last().copied().unwrap_or(1.0);
            at_least.push(tail.clamp(0.0, before));
        }
        Ok(Outcomes { at_least })
    }

    /// The smallest r with P(T ≥ r) < [`LEFT_OUT`], to within a few percent.
    fn last_that_matters(&self, calls: u64) -> u64 {
        let most = calls + self.open_total();
        let (mut low, mut high) = (0, 16_u64);
        while high < most && self.chance_unchecked(calls, high) >= LEFT_OUT {
            low = high;
            high = high.saturating_mul(2);
        }
        high = high.min(most);
        while high - low > 1 + high / 32 {
            let middle = low.midpoint(high);
            if self.chance_unchecked(calls, middle) < LEFT_OUT {
                high = middle;
            } else {
                low = middle;
            }
        }
        high
    }

    fn one_by_one(&self, calls: u64, last: u64) -> Vec<f64> {
        (1..=last).map(|r| sum::chance(self, calls, r)).collect()
    }

    /// All P(T ≥ r), r = 1..=`last`, from one vertical line left of 0, `β_r` followed
    /// downwards by its recurrence at every node. Error about 1e-10.
    fn by_one_line(&self, calls: u64, last: u64) -> Vec<f64> {
        let tilt = Tilt::new(self.stages(), calls);
        let smallest = tilt.smallest_a();
        let line = -0.4 * smallest.min(2.0);
        let wanted = -log(EPSILON);
        let below = PARTS
            .map(|part| -line + (smallest + line) * part)
            .map(|s| (wanted + tilt.ln_moment(real(last), -s).max(0.0)) / (s + line))
            .into_iter()
            .fold(f64::INFINITY, f64::min);
        let period = below.max(wanted / line.abs());
        let step = TAU / period;
        let count = usize::try_from(last).unwrap_or(0);
        let mut sums = vec![0.0; count];
        let mut betas = vec![Complex::ZERO; count];
        let mut pipeline = Pipeline::default();
        for node in 0..1_000_000_u32 {
            let t = Complex::new(line, step * f64::from(node));
            let weight = t.inverse() * if node == 0 { 0.5 } else { 1.0 };
            let mut beta = tilt.transform(real(last), t).exp() * weight;
            let mut r = real(last);
            let mut largest = 0.0_f64;
            for cell in betas.iter_mut().rev() {
                *cell = beta;
                largest = largest.max(beta.size());
                r -= 1.0;
                if r > 0.0 {
                    beta = beta * Complex::new(r - t.re, -t.im).inverse() * r;
                }
            }
            let sales = pipeline.sales(self, t);
            for (index, total) in sums.iter_mut().enumerate() {
                // Sales u from the open units leave r - u to the calls; u ≥ r is enough by itself.
                let terms = sales.iter().zip(betas[..=index].iter().rev());
                *total += terms.map(|(p, beta)| p.re * beta.re - p.im * beta.im).sum::<f64>();
            }
            if largest * (1.0 + t.im) < 0.03 * EPSILON {
                break;
            }
        }
        let sales = pipeline.sales(self, Complex::ZERO);
        let damping = exp((line.abs() * period).min(700.0)) - 1.0;
        let mut short = 0.0;
        sums.iter()
            .enumerate()
            .map(|(index, total)| {
                short += sales.get(index).map_or(0.0, |it| it.re);
                1.0 + total * step / PI + short / damping
            })
            .collect()
    }
}
