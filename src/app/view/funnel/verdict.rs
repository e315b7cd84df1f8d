//! Two sentences: step against step, and now against before or a target.

use super::slice::Slice;
use crate::{
    domain::{
        conversion::Share,
        count::Cold,
        date::Date,
        loss::{self, Verdict},
        past::{self, Against, Look, State},
        quota::{Stage, recoverable, sensitivity},
    },
    journal::settings::RateKey,
};

/// Days of the recent window.
const RECENT: i32 = 28;
/// Days of the window before it.
const BEFORE: i32 = 84;
/// How many rates are held against the past.
const LOOKED_AT: u64 = 2;

/// Where more sales are lost.
#[must_use]
pub fn steps(slice: &Slice) -> Option<Verdict> {
    // Beyond ten million calls there is no verdict.
    loss::verdict(slice.cold).ok().flatten()
}

/// One rate, now against before, or against a target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Past {
    /// Which.
    pub key: RateKey,
    /// The recent window.
    pub now: Share,
    /// What it is held against.
    pub against: Against,
    /// What can be said.
    pub state: State,
    /// How many more tries at the present rate would make it certain, where it is lower.
    pub more: Option<u64>,
    /// Calls saved for what is left of the quota if the rate went back, where it has fallen.
    pub saved: Option<u64>,
}

/// Now against before, and against targets.
#[derive(Clone, Debug, PartialEq)]
pub struct PastView {
    /// The last day of the recent window.
    pub end: Date,
    /// The rates that can be compared at all; none: too little data.
    pub rates: Vec<Past>,
}

/// The recent four weeks against the twelve before them, and against targets, as of the end of the period.
#[must_use]
pub fn past(slice: &Slice) -> PastView {
    let mut rates = Vec::new();
    for key in [RateKey::CallPresentation, RateKey::PresentationSale] {
        rates.extend(compare(slice, key, |it, end| {
            share(it.cold_between(end.plus_days(1 - RECENT - BEFORE), end.plus_days(-RECENT)), key)
                .map(Against::Past)
        }));
    }
    for (key, permille) in &slice.known.targets {
        rates.extend(compare(slice, *key, |_, _| Some(Against::Target(f64::from(*permille) / 1000.0))));
    }
    PastView { end: slice.end(), rates }
}

const fn share(cold: Cold, key: RateKey) -> Option<Share> {
    let conversion = match key {
        RateKey::CallPresentation => cold.call_to_presentation(),
        RateKey::PresentationSale => cold.presentation_to_sale(),
        RateKey::CallSale => cold.call_to_sale(),
    };
    match conversion {
        Some(it) => it.share(),
        None => None,
    }
}

fn compare(slice: &Slice, key: RateKey, against: impl Fn(&Slice, Date) -> Option<Against>) -> Option<Past> {
    let look = |end: Date| {
        let now = share(slice.cold_between(end.plus_days(1 - RECENT), end), key)?;
        Some(Look { now, against: against(slice, end)? })
    };
    let this_week = look(slice.end())?;
    let state = past::state(this_week, look(slice.end().plus_days(-7)), LOOKED_AT).ok()?;
    let reference = match this_week.against {
        Against::Past(before) => before.rate(),
        Against::Target(rate) => rate,
    };
    let lower = this_week.now.rate() < reference;
    let fallen = matches!(state, State::Leak { .. });
    Some(Past {
        key,
        now: this_week.now,
        against: this_week.against,
        state,
        more: (lower && !fallen).then(|| this_week.more_to_tell(LOOKED_AT).ok().flatten()).flatten(),
        saved: fallen.then(|| saved(slice, this_week.now.rate(), reference)).flatten(),
    })
}

/// Calls that what is left of the quota would take less.
fn saved(slice: &Slice, rate: f64, reference: f64) -> Option<u64> {
    let (_, to_go) = slice.known.quota?;
    let chain = [
        Stage { entered: slice.cold.calls, advanced: slice.cold.presentations },
        Stage { entered: slice.cold.presentations, advanced: slice.cold.sales },
    ];
    let calls = sensitivity(to_go, &chain).ok()?.calls;
    let saved = recoverable(calls, rate, reference);
    Some(crate::domain::stats::whole(saved)).filter(|it| *it > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::funnel::{fixture, slice},
        domain::{conversion::in_ten, loss::Leak},
        journal::record::What,
    };

    #[test]
    fn the_article_loses_more_at_presentations_about_seven_in_ten_sure() {
        let it = steps(&slice::sum(&fixture::article())).unwrap();
        assert_eq!((it.leak, it.at_presentations), (Leak::Presentations, 20));
        assert!((it.at_calls - 15.0).abs() < 1e-9);
        assert_eq!((in_ten(it.certainty), it.strength), (7, loss::Strength::Likely));
        assert_eq!(it.more_calls, Some(870));
    }

    #[test]
    fn a_month_against_nothing_is_too_little() {
        assert_eq!(past(&slice::sum(&fixture::article())).rates, []);
    }

    #[test]
    fn a_clear_drop_is_told_twice_running_only() {
        let mut all = Vec::new();
        for (on, calls, presentations) in [("2025-03-20", 600, 200), ("2025-04-20", 600, 200)] {
            all.push(fixture::entry(on, What::CALL, None, None, calls));
            all.push(fixture::entry(on, What::PRESENTATION, None, None, presentations));
        }
        let mut once = all.clone();
        once.push(fixture::entry("2025-06-10", What::CALL, None, None, 400));
        once.push(fixture::entry("2025-06-10", What::PRESENTATION, None, None, 60));
        let state = past(&slice::sum(&fixture::state(once, "#/funnel"))).rates[0].state;
        assert!(matches!(state, State::Watch { .. }), "{state:?}");
        all.push(fixture::entry("2025-05-28", What::CALL, None, None, 400));
        all.push(fixture::entry("2025-05-28", What::PRESENTATION, None, None, 60));
        let state = past(&slice::sum(&fixture::state(all, "#/funnel"))).rates[0].state;
        assert!(matches!(state, State::Leak { .. }), "{state:?}");
    }

    #[test]
    fn a_target_is_compared_without_any_past() {
        let mut all = fixture::bodies();
        all.push(fixture::setting("target/call-pres", serde_json::json!(400)));
        let it = past(&slice::sum(&fixture::state(all, "#/funnel")));
        assert_eq!(it.rates.len(), 1);
        assert_eq!(it.rates[0].against, Against::Target(0.4));
        assert!(matches!(it.rates[0].state, State::Watch { .. } | State::Leak { .. }));
    }
}
