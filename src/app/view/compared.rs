//! Rates of several side by side: lists, or people.

use super::funnel::rates::Rate;
use crate::domain::{
    compare::{self, Preference},
    conversion::{Conversion, Interval, Share},
    stats::beta::Tail,
};

/// A dot with its ranges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawn {
    /// The dot.
    pub rate: f64,
    /// 80 %.
    pub likely: Interval,
    /// 95 %.
    pub wide: Interval,
}

/// Several compared by one conversion.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Their places in what was given: best first, those that take no part at the end with `None`.
    pub order: Vec<(usize, Option<Drawn>)>,
    /// Which is best; `None` with fewer than two to compare.
    pub best: Option<Preference>,
    /// Add that the best of many often looks better than it is.
    pub many: bool,
    /// Rates are drawn towards that of all: there are three or more.
    pub shrunk: bool,
}

/// Compares them; `weeks` are the whole weeks the counts are from.
#[must_use]
pub fn compare(all: &[Option<Conversion>], weeks: u64) -> Compared {
    let comparison = compare::lists(all, weeks).ok();
    let ranked = comparison.as_ref().map_or(&[][..], |it| &it.ranked);
    let shares: Vec<Share> = ranked.iter().map(|it| it.share).collect();
    let shrunk = shares.len() > 2;
    let posteriors = if shrunk { compare::shrink::shrink(&shares).unwrap_or_default() } else { Vec::new() };
    let mut order: Vec<(usize, Option<Drawn>)> = Vec::with_capacity(all.len());
    for (at, it) in ranked.iter().enumerate() {
        let drawn = match posteriors.get(at) {
            Some(beta) => {
                let range = |half| Interval {
                    lo: beta.quantile(Tail::Lower(half)),
                    hi: beta.quantile(Tail::Upper(half)),
                };
                Some(Drawn { rate: it.rate, likely: range(0.1), wide: range(0.025) })
            }
            None => Rate::of(it.share.x(), it.share.n()).shown.map(|shown| Drawn {
                rate: it.share.rate(),
                likely: shown.likely,
                wide: shown.wide,
            }),
        };
        order.push((it.place, drawn));
    }
    let mut rest: Vec<usize> =
        (0..all.len()).filter(|place| !ranked.iter().any(|it| it.place == *place)).collect();
    rest.sort_by_key(|place| core::cmp::Reverse(all[*place].map_or(0, entered)));
    order.extend(rest.into_iter().map(|place| (place, None)));
    Compared {
        order,
        best: comparison.as_ref().and_then(|it| it.preference),
        many: comparison.is_some_and(|it| it.many),
        shrunk,
    }
}

const fn entered(it: Conversion) -> u64 {
    match it {
        Conversion::Within(share) => share.n(),
        Conversion::Late { entered, .. } => entered,
    }
}

/// Whole weeks from the first to the last of these days.
#[must_use]
pub fn weeks(span: Option<(crate::domain::date::Date, crate::domain::date::Date)>) -> u64 {
    let days = span.map_or(0, |(first, last)| last.days_since(first) + 1);
    u64::try_from(days / 7).unwrap_or(0)
}
