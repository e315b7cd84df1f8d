//! Where people are lost and why, priced in sales, and what the reasons advise.

use super::{
    known::{OWN, OwnStep},
    slice::Slice,
    steps,
};
use crate::{
    app::view::names::Name,
    domain::{
        conversion::{Conversion, Share},
        count::{Cold, Inbound},
        date::Date,
        loss::{self, Priced},
        reason::{Class, Side},
        reasons::{self, Advice, AfterPresentation, Conversations, Reading},
        step::{Place, Step},
        value::Revenue,
    },
};

/// Losses.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyView {
    /// Cold counts.
    pub cold: Cold,
    /// Inbound counts, beside.
    pub inbound: Inbound,
    /// Own steps in the order of the chain, with their counts.
    pub own: Vec<Own>,
    /// Calls without a presentation, presentations without a sale.
    pub lost: [u64; 2],
    /// Reasons, the dearest first.
    pub reasons: Vec<Row>,
    /// Without a reason: after calls, after presentations.
    pub not_recorded: [Priced; 2],
    /// Whether losses can be priced: there is a presentation → sale rate.
    pub priced: bool,
    /// What an average sale brings, in minor units, if amounts are known.
    pub sale_worth: Option<u64>,
}

/// What the reasons advise. Made apart from the losses: these are counts, and this takes chances.
#[derive(Clone, Debug, PartialEq)]
pub struct AdviceView {
    /// Qualify harder, or present better?
    pub reading: Option<Told>,
    /// Another opening, or another list?
    pub advice: Advised,
}

/// An own step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Its name.
    pub name: Name,
    /// Where it stands.
    pub place: Place,
    /// How many.
    pub n: u64,
    /// Those who did not go on to the next step; `None` where more went on than entered.
    pub lost: Option<Lost>,
    /// The first day it was recorded, where that is within the period.
    pub since: Option<Date>,
}

/// Those who did not go on from an own step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost {
    /// How many.
    pub n: u64,
    /// The first day counted, where it is not that of the step: the next one was recorded later.
    pub since: Option<Date>,
}

/// One reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: Name,
    /// The side it is given on.
    pub side: Side,
    /// The step it is given after.
    pub step: Step,
    /// The name of that step, if it is the seller's own.
    pub own_step: Option<Name>,
    /// What it points to.
    pub class: Class,
    /// How often, and in sales.
    pub priced: Priced,
}

/// What the reasons after presentations tell, with the counts behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told {
    /// The counts.
    pub counts: AfterPresentation,
    /// What they tell.
    pub reading: Reading,
}

/// The advice before presentations, lists by name.
#[derive(Clone, Debug, PartialEq)]
pub enum Advised {
    /// Nothing to advise, or too few conversations.
    Nothing,
    /// So many of those reached were not interested.
    OpeningAndList(Share),
    /// Low on these lists only; of all reached, so many were not interested.
    Lists(Vec<Name>, Share),
    /// Low on every list.
    EveryList(Share),
}

/// Calls without a presentation, presentations without a sale.
#[must_use]
pub const fn lost(cold: Cold) -> [u64; 2] {
    [cold.calls.saturating_sub(cold.presentations), cold.presentations.saturating_sub(cold.sales)]
}

/// The losses of a period.
#[must_use]
pub fn view(slice: &Slice) -> WhyView {
    let cold = slice.cold;
    let second = cold.presentation_to_sale().and_then(Conversion::share);
    let later = |side| match side {
        Side::Call => second.as_slice(),
        Side::Presentation => &[],
    };
    let lost = lost(cold);
    let mut reasons: Vec<Row> = slice
        .recorded
        .iter()
        .filter_map(|((step, id), n)| {
            let (_, class, name) = slice.known.reasons.get(id)?;
            let (side, own_step) = side_of(slice, *step)?;
            let priced = Priced { times: *n, sales: loss::price(*n, later(side)) };
            Some(Row { name: name.clone(), side, step: *step, own_step, class: *class, priced })
        })
        .collect();
    reasons
        .sort_by(|a, b| b.priced.sales.total_cmp(&a.priced.sales).then(b.priced.times.cmp(&a.priced.times)));
    let recorded = |side| -> Vec<u64> {
        reasons.iter().filter(|it| it.side == side).map(|it| it.priced.times).collect()
    };
    let not_recorded = [(Side::Call, lost[0]), (Side::Presentation, lost[1])]
        .map(|(side, lost)| loss::breakdown(lost, &recorded(side), later(side)).not_recorded);
    let sales = Revenue::of(&slice.amounts).filter(|it| it.total > 0);
    WhyView {
        cold,
        inbound: slice.inbound,
        own: own(slice),
        lost,
        not_recorded,
        priced: second.is_some_and(|it| it.x() > 0),
        sale_worth: sales.and_then(|it| it.per(it.sales)),
        reasons,
    }
}

/// What the reasons of these losses advise.
#[must_use]
pub fn advice(slice: &Slice, losses: &WhyView) -> AdviceView {
    AdviceView { reading: told(losses.lost[1], &losses.reasons), advice: advised(slice) }
}

fn own(slice: &Slice) -> Vec<Own> {
    let sum = |at: usize| slice.of_period().fold(0_u64, |sum, it| sum.saturating_add(it.own[at]));
    let own = |(at, it): (usize, &OwnStep)| {
        let since = it.since.filter(|since| *since > slice.first);
        let lost = steps::lost_after(slice, Step::Own(it.id))
            .map(|(n, from)| Lost { n, since: from.filter(|from| Some(*from) != since) });
        Own { name: it.name.clone(), place: it.place, n: sum(at), lost, since }
    };
    slice.known.steps.iter().take(OWN).enumerate().map(own).collect()
}

/// The side a step is on, and its name if it is the seller's own; `None` for a sale or a step that is gone.
fn side_of(slice: &Slice, step: Step) -> Option<(Side, Option<Name>)> {
    match step {
        Step::Call => Some((Side::Call, None)),
        Step::Presentation => Some((Side::Presentation, None)),
        Step::Sale => None,
        Step::Own(id) => {
            let own = slice.known.steps.iter().find(|it| it.id == id)?;
            Some((Side::of(own.place), Some(own.name.clone())))
        }
    }
}

fn told(losses: u64, reasons: &[Row]) -> Option<Told> {
    let mut counts = AfterPresentation { losses, ..AfterPresentation::default() };
    for row in reasons.iter().filter(|it| it.side == Side::Presentation) {
        let cell = match row.class {
            Class::Qualifying => &mut counts.qualifying,
            Class::Presentation | Class::Offer => &mut counts.presentation,
            Class::Timing => &mut counts.timing,
            Class::ListAndTime | Class::CallOpening => continue,
        };
        *cell = cell.saturating_add(row.priced.times);
    }
    // Without losses there is nothing to read.
    let reading = counts.reading().ok().filter(|_| losses > 0)?;
    Some(Told { counts, reading })
}

fn advised(slice: &Slice) -> Advised {
    let lists: Vec<_> = if slice.list.is_some() { Vec::new() } else { slice.by_list.values().collect() };
    let talks: Vec<Conversations> = lists.iter().map(|it| it.conversations).collect();
    let all = slice.conversations;
    let Ok(share) = Share::new(all.not_interested, all.total()) else { return Advised::Nothing };
    match reasons::opening_or_lists(all, &talks) {
        Ok(Advice::OpeningAndList(share)) => Advised::OpeningAndList(share),
        Ok(Advice::EveryList) => Advised::EveryList(share),
        Ok(Advice::TheseLists(places)) => {
            let names = places.iter().filter_map(|it| Some(lists.get(*it)?.name.clone()));
            Advised::Lists(names.collect(), share)
        }
        Ok(Advice::TooFew | Advice::None) | Err(_) => Advised::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::funnel::{fixture, slice},
        domain::reason::BuiltIn,
        journal::record::What,
    };

    #[test]
    fn the_article_priced_in_sales() {
        let slice = slice::sum(&fixture::article());
        let it = view(&slice);
        let rows: Vec<(Name, u64, u64)> = it
            .reasons
            .iter()
            .map(|it| (it.name.clone(), it.priced.times, crate::domain::stats::whole(it.priced.sales * 10.0)))
            .collect();
        let expected = [
            (BuiltIn::NoAnswer, 31, 62),
            (BuiltIn::TooExpensive, 6, 60),
            (BuiltIn::NotAFitAfter, 5, 50),
            (BuiltIn::NotTheDecider, 3, 30),
            (BuiltIn::NotInterested, 14, 28),
        ];
        assert_eq!(rows[..5], expected.map(|(it, times, sales)| (Name::Reason(it), times, sales)));
        assert_eq!(it.lost, [75, 20]);
        assert_eq!(it.not_recorded.map(|it| it.times), [4, 2]);
        assert!((it.not_recorded.iter().map(|it| it.sales).sum::<f64>() - 2.8).abs() < 1e-9);
        let advice = advice(&slice, &it);
        assert!(matches!(advice.reading, Some(Told { reading: Reading::BothWays(_), .. })));
        assert_eq!(advice.advice, Advised::Nothing);
    }

    #[test]
    fn thirty_of_forty_two_not_interested_asks_for_another_opening() {
        let on = "2025-06-04";
        let all = vec![
            fixture::entry(on, What::CALL, None, Some(BuiltIn::NotInterested), 30),
            fixture::entry(on, What::CALL, None, Some(BuiltIn::HasSupplier), 12),
        ];
        let slice = slice::sum(&fixture::state(all, "#/funnel"));
        let it = view(&slice);
        assert_eq!(advice(&slice, &it).advice, Advised::OpeningAndList(Share::new(30, 42).unwrap()));
        assert!(!it.priced);
    }

    #[test]
    fn low_only_on_one_list_is_told_from_low_on_every_list() {
        let on = "2025-06-04";
        let (d, c) = (Some(fixture::DENTISTS), Some(fixture::CAR_REPAIR));
        let advice = |refused_by_c: u32| {
            let mut all: Vec<_> = fixture::bodies().into_iter().take(3).collect();
            all.push(fixture::entry(on, What::CALL, d, Some(BuiltIn::NotInterested), 25));
            all.push(fixture::entry(on, What::CALL, d, Some(BuiltIn::HasSupplier), 5));
            all.push(fixture::entry(on, What::CALL, c, Some(BuiltIn::NotInterested), refused_by_c));
            all.push(fixture::entry(on, What::PRESENTATION, c, None, 30 - refused_by_c));
            advised(&slice::sum(&fixture::state(all, "#/funnel")))
        };
        let dentists = vec![Name::Own("Dentists".to_owned())];
        assert_eq!(advice(10), Advised::Lists(dentists, Share::new(35, 60).unwrap()));
        assert_eq!(advice(25), Advised::EveryList(Share::new(50, 60).unwrap()));
    }

    #[test]
    fn a_loss_says_from_when_it_is_counted_where_the_next_step_came_later() {
        let it = view(&slice::sum(&fixture::two_own_steps()));
        let [reached, booked] = &it.own[..] else { panic!("{:?}", it.own) };
        assert_eq!((reached.n, reached.since), (100, Some(fixture::day("2025-05-03"))));
        assert_eq!(reached.lost, Some(Lost { n: 10, since: Some(fixture::day("2025-06-05")) }));
        assert_eq!((booked.n, booked.since), (10, Some(fixture::day("2025-06-05"))));
        assert_eq!(booked.lost, Some(Lost { n: 4, since: None }));
    }
}
