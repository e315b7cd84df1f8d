//! The three cold rates, the inbound one beside, and their second lines.

use super::slice::Slice;
use crate::{
    app::view::names::Name,
    domain::{
        conversion::{Conversion, Interval, Label, Share, label},
        count::{Cold, Inbound},
        date::Date,
        dispersion,
        open::{self, Decided, Held, Sold},
        quota::calls_needed,
        value::Revenue,
    },
    journal::settings::RateKey,
};
use std::collections::BTreeMap;

/// A rate as it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// How many advanced.
    pub advanced: u64,
    /// How many entered.
    pub entered: u64,
    /// What that makes; `None` if nothing entered.
    pub conversion: Option<Conversion>,
    /// The percentage with its ranges, from 20 entered on.
    pub shown: Option<Shown>,
    /// How far it can be trusted.
    pub label: Label,
}

/// A percentage with its ranges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    /// The share.
    pub share: Share,
    /// The 80 % range: "likely".
    pub likely: Interval,
    /// The 95 % range.
    pub wide: Interval,
}

impl Rate {
    /// `advanced` of `entered`.
    #[must_use]
    pub fn of(advanced: u64, entered: u64) -> Self {
        let conversion = Conversion::of(advanced, entered);
        let share = conversion.and_then(Conversion::share).filter(|it| it.shows_percent());
        let shown = share.and_then(|share| {
            let (likely, wide) = (share.jeffreys(0.8).ok()?, share.jeffreys(0.95).ok()?);
            Some(Shown { share, likely, wide })
        });
        // Beyond ten million tries there is no range, but then nothing is uncertain either.
        Self { advanced, entered, conversion, shown, label: label(conversion).unwrap_or(Label::Steady) }
    }
}

/// The counts behind one of the three rates.
const fn counts(cold: Cold, key: RateKey) -> (u64, u64) {
    match key {
        RateKey::CallPresentation => (cold.presentations, cold.calls),
        RateKey::PresentationSale => (cold.sales, cold.presentations),
        RateKey::CallSale => (cold.sales, cold.calls),
    }
}

/// Where the numbers come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// The list, if not all are counted.
    pub list: Option<Name>,
    /// Inbound counts of the period: never part of a cold rate.
    pub inbound: Inbound,
    /// What the list filter leaves out.
    pub other_lists: Cold,
}

impl Basis {
    /// That of a period.
    #[must_use]
    pub fn of(slice: &Slice) -> Self {
        Self {
            first: slice.first,
            last: slice.last,
            list: slice.list.as_ref().map(|it| it.1.clone()),
            inbound: slice.inbound,
            other_lists: slice.other_lists,
        }
    }
}

/// Above the charts.
#[derive(Clone, Debug, PartialEq)]
pub struct RatesView {
    /// Where the numbers come from.
    pub basis: Basis,
    /// Nothing was ever recorded.
    pub nothing_ever: bool,
    /// Cold counts.
    pub cold: Cold,
    /// Call to presentation, presentation to sale, call to sale.
    pub rates: [Rate; 3],
    /// Targets of the three, in permille.
    pub targets: [Option<u16>; 3],
    /// Inbound presentation to sale, if there is any inbound.
    pub inbound: Option<Rate>,
    /// Decided presentations, where more than a fifth is open.
    pub decided: Option<Decided>,
    /// What a call and a presentation have brought.
    pub value: Option<Value>,
    /// The days vary more than chance.
    pub varied: bool,
    /// The whole quota, and the calls it takes at these rates.
    pub quota: Option<(u64, u128)>,
}

/// What cold calls have brought, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// The sum of the amounts, and how many sales have one.
    pub revenue: Revenue,
    /// A call, on average.
    pub call: u64,
    /// A presentation, on average.
    pub presentation: Option<u64>,
}

impl RatesView {
    /// No cold call in the period.
    pub const fn is_empty(&self) -> bool {
        self.cold.calls == 0
    }
}

/// The rates of a period.
#[must_use]
pub fn view(slice: &Slice) -> RatesView {
    let cold = slice.cold;
    let whole = slice.known.quota.map(|it| it.0);
    RatesView {
        basis: Basis::of(slice),
        nothing_ever: slice.nothing_ever,
        cold,
        rates: RateKey::ALL.map(|key| {
            let (advanced, entered) = counts(cold, key);
            Rate::of(advanced, entered)
        }),
        targets: RateKey::ALL.map(|key| slice.known.targets.get(&key).copied()),
        inbound: (slice.inbound != Inbound::default())
            .then(|| Rate::of(slice.inbound.sales, slice.inbound.presentations)),
        decided: decided(slice),
        value: value(slice),
        varied: varied(slice),
        quota: whole.and_then(|quota| Some((quota, calls_needed(quota, cold.calls, cold.sales).ok()?))),
    }
}

/// Reads a target in percent, with at most one decimal, into permille: 1 to 1 000.
#[must_use]
pub fn parse_target(text: &str) -> Option<u16> {
    let plain: String = text.chars().filter(|it| !it.is_whitespace() && *it != '%').collect();
    let (whole, tenth) = plain.split_once(['.', ',']).unwrap_or((&plain, "0"));
    let digits =
        |it: &str, most: usize| (1..=most).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    if !digits(whole, 3) || !digits(tenth, 1) {
        return None;
    }
    let permille = whole.parse::<u16>().ok()? * 10 + tenth.parse::<u16>().ok()?;
    (1..=1000).contains(&permille).then_some(permille)
}

/// Each presentation as sold, lost or open; `None` where too few are open to be worth a line.
fn decided(slice: &Slice) -> Option<Decided> {
    let held: Vec<Held> = slice
        .of_period()
        .map(|it| Held { day: it.day, presentations: it.cold.presentations, lost: it.lost })
        .collect();
    let mut sold: Vec<Sold> = slice
        .named
        .iter()
        .map(|(day, earlier, sales)| Sold { day: *day, sales: *sales, presented: Some(*earlier) })
        .collect();
    let mut named: BTreeMap<Date, u64> = BTreeMap::new();
    for (day, _, sales) in &slice.named {
        *named.entry(*day).or_default() += sales;
    }
    for it in slice.of_period() {
        let rest = it.cold.sales.saturating_sub(named.get(&it.day).copied().unwrap_or(0));
        sold.push(Sold { day: it.day, sales: rest, presented: None });
    }
    let accounting = open::account(&held, &sold, slice.end(), slice.delay.days());
    // Without a single recorded loss "decided" would be the sales alone.
    Some(accounting.decided).filter(|it| it.is_worth_a_line() && it.lost > 0)
}

fn value(slice: &Slice) -> Option<Value> {
    let revenue = Revenue::of(&slice.amounts).filter(|it| it.total > 0)?;
    Some(Value {
        revenue,
        call: revenue.per(slice.cold.calls)?,
        presentation: revenue.per(slice.cold.presentations),
    })
}

fn varied(slice: &Slice) -> bool {
    let by_day = |key| -> Vec<(u64, u64)> { slice.of_period().map(|it| counts(it.cold, key)).collect() };
    dispersion::is_too_varied(&by_day(RateKey::CallPresentation))
        || dispersion::is_too_varied(&by_day(RateKey::PresentationSale))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::funnel::{fixture, slice},
        domain::conversion::Percent,
        journal::record::{Body, Entry, Extra, What},
    };

    #[test]
    fn the_article_gives_its_three_rates_with_inbound_beside() {
        let it = view(&slice::sum(&fixture::article()));
        let percent = it.rates.map(|it| it.shown.unwrap().share.percent());
        assert_eq!(percent, [Percent::Whole(25), Percent::Whole(20), Percent::Tenths(50)]);
        assert_eq!(it.rates.map(|it| it.label), [Label::Rough, Label::TooLittle, Label::TooLittle]);
        assert_eq!(it.basis.inbound, Inbound { presentations: 3, sales: 0 });
        assert_eq!(it.inbound.map(|it| (it.advanced, it.entered)), Some((0, 3)));
        assert_eq!(it.quota, Some((15, 300)));
        assert_eq!(it.value, None);
    }

    #[test]
    fn ten_more_inbound_presentations_move_no_cold_count() {
        let before = view(&slice::sum(&fixture::article()));
        let after = view(&slice::sum(&fixture::with_inbound(10, 2)));
        assert_eq!((before.cold, before.rates), (after.cold, after.rates));
        assert_eq!(after.inbound.map(|it| (it.advanced, it.entered)), Some((2, 13)));
    }

    #[test]
    fn six_open_of_twenty_five_get_a_second_line_and_unrecorded_losses_none() {
        let on = "2025-06-04";
        let all = |lost: u32| {
            let reason = Some(crate::domain::reason::BuiltIn::TooExpensive);
            let mut all = vec![
                fixture::entry(on, What::CALL, None, None, 100),
                fixture::entry(on, What::PRESENTATION, None, None, 25 - lost),
                fixture::entry(on, What::SALE, None, None, 5),
            ];
            all.extend((lost > 0).then(|| fixture::entry(on, What::PRESENTATION, None, reason, lost)));
            view(&slice::sum(&fixture::state(all, "#/funnel"))).decided
        };
        assert_eq!(all(14), Some(Decided { sold: 5, lost: 14, open: 6 }));
        assert_eq!(all(0), None);
    }

    #[test]
    fn amounts_give_the_value_of_a_call() {
        let mut bodies = fixture::bodies();
        let extra = Some(Box::new(Extra { amount: Some(20_000_000), ..Extra::default() }));
        let day = fixture::day("2025-06-05");
        let (what, list, reason) = (What::SALE, None, None);
        bodies.push(Body::Entry(Entry { day, minute: None, what, list, reason, n: 1, extra }));
        let value = view(&slice::sum(&fixture::state(bodies, "#/funnel"))).value.unwrap();
        assert_eq!((value.call, value.presentation), (200_000, Some(800_000)));
    }

    #[test]
    fn a_target_is_a_percentage_with_at_most_one_decimal() {
        for (text, permille) in [("25", 250), (" 2,5 % ", 25), ("100", 1000), ("0.1", 1)] {
            assert_eq!(parse_target(text), Some(permille));
        }
        for text in ["", "0", "100.1", "-5", "1e2", "2.55", "x", "."] {
            assert_eq!(parse_target(text), None, "{text}");
        }
    }

    #[test]
    fn merged_lists_are_counted_under_the_other() {
        let it = slice::sum(&fixture::merged());
        assert_eq!(it.by_list.values().map(|it| it.cold.calls).collect::<Vec<_>>(), [100]);
        let only = slice::sum(&fixture::merged_and_filtered());
        assert_eq!(only.cold.calls, 100);
    }
}
