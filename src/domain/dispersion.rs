//! Whether days vary more than chance would let them.

use super::stats::real;

/// So many active days are needed to say.
pub const DAYS_NEEDED: usize = 10;
/// Above this the ranges may be too narrow.
pub const TOO_VARIED: f64 = 1.5;

/// `φ = Σ (x_d - n_d p)² / (n_d p (1 - p)) / (days - 1)`, p the rate of all days together.
///
/// Days are (x, n); those with n = 0 do not count. `None` with fewer than 10,
/// and where p is 0, 1 or no rate. It is a sentence only (`McCullagh` & Nelder 1989 ch. 4): no
/// number is changed by it, so that splitting counts over days moves nothing.
pub fn factor(days: &[(u64, u64)]) -> Option<f64> {
    let active: Vec<(f64, f64)> =
        days.iter().filter(|(_, n)| *n > 0).map(|(x, n)| (real(*x), real(*n))).collect();
    let (x, n) = active.iter().fold((0.0, 0.0), |sum, day| (sum.0 + day.0, sum.1 + day.1));
    if active.len() < DAYS_NEEDED || x <= 0.0 || x >= n {
        return None;
    }
    let p = x / n;
    let chi_square: f64 = active.iter().map(|(x, n)| (x - n * p) * (x - n * p) / (n * p * (1.0 - p))).sum();
    u32::try_from(active.len() - 1).ok().map(|freedom| chi_square / f64::from(freedom))
}

/// Whether to say that the days vary more than chance.
pub fn is_too_varied(days: &[(u64, u64)]) -> bool {
    factor(days).is_some_and(|it| it > TOO_VARIED)
}
