//! A rate over weeks: the recent ones count for more.
//!
//! A discount model (Smith 1979, JRSS B 41:375; West & Harrison 1997 ch. 2):
//! weights halve every 4 weeks, so at most 6.3 weeks count in effect. The band is
//! deliberately wide: it covers a constant rate in 99 % of cases at 95 %. It feeds
//! no plan figure, and no line is fitted.

use super::conversion::Interval;
use super::stats::beta::{Beta, Tail};
use super::stats::{OutOfDomain, real};

/// g = 2^(-1/4): the weight of a week against the next one.
pub const WEEKLY: f64 = 0.840_896_415_253_714_6;
/// From so many effective tries on the line is drawn.
pub const DRAW_FROM: f64 = 20.0;

/// A week's counts of a rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// How many advanced.
    pub x: u64,
    /// How many entered.
    pub n: u64,
}

/// The line at a week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The mean of Beta(A + ½, B + ½).
    pub mean: f64,
    /// Its 80 % band.
    pub likely: Interval,
    /// Its 95 % band.
    pub wide: Interval,
    /// A + B: how many tries count in effect.
    pub effective: f64,
}

/// Looking back only: `A_t = g A_{t-1} + x_t`, `B_t = g B_{t-1} + n_t - x_t`, oldest week first.
///
/// A week without entries only lets the weights decay. `None` while there are fewer than 20
/// effective tries, and where more advanced than entered.
///
/// # Errors
///
/// [`OutOfDomain::Posterior`] for more than 10⁷ effective tries.
pub fn one_sided(weeks: &[Week]) -> Result<Vec<Option<Point>>, OutOfDomain> {
    let (mut x, mut n) = (0.0, 0.0);
    weeks
        .iter()
        .map(|week| {
            x = WEEKLY * x + real(week.x);
            n = WEEKLY * n + real(week.n);
            point(x, n)
        })
        .collect()
}

/// Looking both ways, for history: weights g^|t - s| over all weeks, oldest week first.
///
/// # Errors
///
/// As [`one_sided`].
pub fn two_sided(weeks: &[Week]) -> Result<Vec<Option<Point>>, OutOfDomain> {
    // What each week gets from the later ones, itself left out.
    let mut later = vec![(0.0, 0.0); weeks.len()];
    let (mut x, mut n) = (0.0, 0.0);
    for (week, cell) in weeks.iter().zip(&mut later).rev() {
        *cell = (x, n);
        x = WEEKLY * (x + real(week.x));
        n = WEEKLY * (n + real(week.n));
    }
    (x, n) = (0.0, 0.0);
    weeks
        .iter()
        .zip(later)
        .map(|(week, (later_x, later_n))| {
            x = WEEKLY * x + real(week.x);
            n = WEEKLY * n + real(week.n);
            point(x + later_x, n + later_n)
        })
        .collect()
}

fn point(x: f64, n: f64) -> Result<Option<Point>, OutOfDomain> {
    if n < DRAW_FROM || x > n {
        return Ok(None);
    }
    let posterior = Beta::jeffreys(x, n - x)?;
    let band = |half: f64| Interval {
        lo: posterior.quantile(Tail::Lower(half)),
        hi: posterior.quantile(Tail::Upper(half)),
    };
    Ok(Some(Point { mean: posterior.mean(), likely: band(0.1), wide: band(0.025), effective: n }))
}
