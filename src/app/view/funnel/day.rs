//! Day by day: what ranges, trends and the look at how much days vary are made of.

use super::{
    known::{Known, OWN},
    slice::count_cold,
};
use crate::{
    domain::{
        count::Cold,
        date::Date,
        step::{Id, Origin, Step},
    },
    journal::{Journal, record::What},
};

/// What is counted on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub day: Date,
    /// Cold.
    pub cold: Cold,
    /// Cold own steps in the order of the chain.
    pub own: [u64; OWN],
    /// Presentations with a reason that says they are lost.
    pub lost: u64,
}

/// The days from `first` to `last` that have entries, and what is counted of the wanted list, or of all.
pub(super) fn days(book: &Journal, known: &Known, wanted: Option<Id>, first: Date, last: Date) -> Vec<Day> {
    let (settings, tally) = (book.settings(), book.tally());
    let all = wanted.is_none();
    let mut days = Vec::new();
    for run in tally.runs(first, last) {
        // Of all lists most is summed by day already; what is not lost is taken off again below.
        days.extend(run.iter().map(|(day, it)| Day {
            day: *day,
            cold: if all { it.cold() } else { Cold::default() },
            own: [0; OWN],
            lost: if all { it.explained() } else { 0 },
        }));
    }
    for (cell, series) in tally.cells() {
        let What::Step(step, Origin::Cold) = cell.what else { continue };
        if !all && cell.list.map(|id| settings.list_root(id)) != wanted {
            continue;
        }
        let is_loss = |reason| settings.is_loss(reason);
        let span = (first, last);
        match step {
            Step::Own(id) => {
                if let Some(place) = known.steps.iter().position(|it| it.id == id) {
                    series.beside(
                        span,
                        &mut days,
                        |it| it.day,
                        |day, n| day.own[place] = day.own[place].saturating_add(n),
                    );
                }
            }
            Step::Presentation if all && !cell.reason.is_none_or(is_loss) => {
                series.beside(span, &mut days, |it| it.day, |day, n| day.lost = day.lost.saturating_sub(n));
            }
            _ if all => {}
            _ => {
                let decided = step == Step::Presentation && cell.reason.is_some_and(is_loss);
                series.beside(
                    span,
                    &mut days,
                    |it| it.day,
                    |day, n| {
                        count_cold(&mut day.cold, step, n);
                        day.lost = day.lost.saturating_add(if decided { n } else { 0 });
                    },
                );
            }
        }
    }
    days
}
