//! Chart F: sales so far, and where the period can end.

use super::Outlook;
use crate::domain::pace;

/// Where the period can end, what is closed already included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endings {
    /// The 80 % band.
    pub likely: (u64, u64),
    /// The 95 % band.
    pub wider: (u64, u64),
    /// Twenty endings, each 1 in 20, lowest first.
    pub dots: [u64; 20],
    /// How many of them reach the quota.
    pub reach: usize,
}

/// The endings of an outlook; `None` while it is too early.
#[must_use]
pub fn endings(outlook: &Outlook) -> Option<Endings> {
    let spread = outlook.progress.spread(outlook.active_days)?;
    let outcomes = pace::endings(&outlook.chain, &spread).ok()?;
    let at = |p: f64| outlook.closed + outcomes.quantile(p);
    let dots = outcomes.dots().map(|it| outlook.closed + it);
    let quota = outlook.closed + outlook.to_go;
    Some(Endings {
        likely: (at(0.1), at(0.9)),
        wider: (at(0.025), at(0.975)),
        reach: dots.iter().filter(|it| **it >= quota).count(),
        dots,
    })
}
