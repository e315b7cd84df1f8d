//! Chart E: the chance of making the quota, by calls still made.

use super::{Basis, Needed, Outlook, Start, WhatIf, figures::LEVELS};
use crate::domain::{
    chance::certainty::CAP,
    stats::{real, whole},
};

/// So many points are drawn; between them the curve is straight enough.
const POINTS: u32 = 40;
/// How much better a rate of the dashed lines is, in tenths of a percent.
const FIVE_POINTS: u32 = 50;

/// The curve and what is marked on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// Calls and chance, from 0 calls to the end of the axis.
    pub points: Vec<(u64, f64)>,
    /// Where this pace leads.
    pub pace: Option<(u64, f64)>,
    /// Where simple division leads.
    pub division: Option<(u64, f64)>,
    /// The calls for the chosen certainty and their chance.
    pub sure: Option<(u64, f64)>,
    /// The chosen certainty in percent.
    pub certainty: u8,
    /// Calls for each of [`LEVELS`].
    pub levels: Vec<(u8, Needed)>,
}

impl Curve {
    /// The last number of calls on the axis.
    #[must_use]
    pub fn last(&self) -> u64 {
        self.points.last().map_or(1, |it| it.0)
    }

    /// The chance at a number of calls, read off the curve.
    #[must_use]
    pub fn at(&self, calls: u64) -> f64 {
        let place = self.points.partition_point(|it| it.0 < calls);
        match (place.checked_sub(1).and_then(|it| self.points.get(it)), self.points.get(place)) {
            (Some(low), Some(high)) => {
                let part = real(calls - low.0) / real(high.0 - low.0);
                low.1 + part * (high.1 - low.1)
            }
            (None, Some(only)) | (Some(only), None) => only.1,
            (None, None) => 0.0,
        }
    }
}

/// The curve of an outlook; `division` are the calls of simple division.
#[must_use]
pub fn curve(outlook: &Outlook, division: Option<u64>) -> Curve {
    let levels = LEVELS.map(|it| (it, outlook.calls_for(it).map_or(Needed::TooMany, Needed::Calls)));
    let known = |it: Option<u64>| it.and_then(|n| Some((n, outlook.chance(n)?)));
    let sure = levels
        .iter()
        .find(|it| it.0 == outlook.certainty)
        .and_then(|it| it.1.calls())
        .or_else(|| outlook.calls_for(outlook.certainty));
    // All that is marked is on the axis; the slow end of the curve is not.
    let coming = (!outlook.guessed).then_some(outlook.coming);
    let marked = [coming, division, sure].into_iter().flatten().max().unwrap_or(0);
    let enough = levels.iter().rev().find_map(|it| it.1.calls()).unwrap_or(0);
    let last = round_up(marked.max(enough).clamp(10, CAP) * 11 / 10).min(CAP);
    Curve {
        points: sample(outlook, last),
        pace: known(coming.filter(|it| *it <= CAP)),
        division: known(division.filter(|it| *it <= CAP)),
        sure: known(sure),
        certainty: outlook.certainty,
        levels: levels.to_vec(),
    }
}

/// The curve for a better rate.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Better {
    /// Calls and chance.
    pub points: Vec<(u64, f64)>,
    /// Calls for the chosen certainty.
    pub sure: Option<u64>,
}

/// The curves for five points more on either rate, up to `last` calls: presentations, sales.
#[must_use]
pub fn better(basis: &Basis, last: u64) -> [Better; 2] {
    let Some(start) = Start::of(basis) else { return [Better::default(), Better::default()] };
    let more = |share: crate::domain::conversion::Share| {
        u32::try_from(share.tenths()).ok().map(|it| (it + FIVE_POINTS).min(1000))
    };
    [
        WhatIf { presentation: more(start.presentation), ..WhatIf::default() },
        WhatIf { sale: more(start.sale), ..WhatIf::default() },
    ]
    .map(|it| {
        let better = |it: Outlook| Better { points: sample(&it, last), sure: it.calls_for(it.certainty) };
        Outlook::of(basis, it).map(better).unwrap_or_default()
    })
}

fn sample(outlook: &Outlook, last: u64) -> Vec<(u64, f64)> {
    let step = real(last) / f64::from(POINTS);
    let mut calls: Vec<u64> = (0..=POINTS).map(|it| whole(step * f64::from(it))).collect();
    calls.dedup();
    calls.into_iter().filter_map(|it| Some((it, outlook.chance(it)?))).collect()
}

/// The next number with two significant digits.
const fn round_up(n: u64) -> u64 {
    let mut unit = 1;
    while n / unit >= 100 {
        unit *= 10;
    }
    n.div_ceil(unit) * unit
}
