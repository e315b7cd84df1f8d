//! Presentations that may still close, as of a day.

use crate::{
    domain::{
        date::Date,
        delay::Delay,
        open::{self, Decided, Held, Sold},
        plan::Undecided,
    },
    journal::{Journal, record::What},
};

/// What became of the presentations, and whether counting the open ones is offered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenPresentations {
    /// Sold, lost and open.
    pub decided: Decided,
    /// Whether the switch is offered.
    pub offered: bool,
}

impl OpenPresentations {
    /// For the chain, if the switch is on and offered.
    #[must_use]
    pub fn counted(self, on: bool) -> Option<Undecided> {
        (on && self.offered).then_some(Undecided { lost: self.decided.lost, open: self.decided.open })
    }
}

/// Accounts for the cold presentations of `first..=last`, judged on `today`.
#[must_use]
pub fn accounted(book: &Journal, first: Date, last: Date, today: Date, delay: Delay) -> OpenPresentations {
    let mut held = Vec::new();
    let mut sold = Vec::new();
    for run in book.tally().runs(first, last) {
        held.extend(run.iter().map(|(day, it)| Held {
            day: *day,
            presentations: it.cold().presentations,
            lost: it.explained(),
        }));
        sold.extend(run.iter().map(|(day, it)| Sold { day: *day, sales: it.cold().sales, presented: None }));
    }
    let older = held.partition_point(|it| !young(it.day, today, delay));
    let explained: u64 = held[..older].iter().map(|it| it.lost).sum();
    take_off_waiting(book, first, last, &mut held);
    name(book, first, last, &mut sold);
    let decided = open::account(&held, &sold, today, delay.days()).decided;
    let unsold = {
        let it = open::account(&held[..older], &sold, today, delay.days()).decided;
        it.lost + it.open
    };
    OpenPresentations { decided, offered: open::is_offered(unsold, explained.min(unsold), decided.open) }
}

/// Presentations with a reason that says nothing of a loss are not lost.
fn take_off_waiting(book: &Journal, first: Date, last: Date, held: &mut [Held]) {
    for (cell, series) in book.tally().cells().filter(|it| it.0.what == What::PRESENTATION) {
        if cell.reason.is_none_or(|it| book.settings().is_loss(it)) {
            continue;
        }
        series.beside((first, last), held, |it| it.day, |it, n| it.lost = it.lost.saturating_sub(n));
    }
}

/// Parts the sales that name the day of their presentation from the others of their day.
fn name(book: &Journal, first: Date, last: Date, sold: &mut Vec<Sold>) {
    let days = sold.len();
    let mut at = 0;
    for it in book.tally().detailed(first, last).filter_map(|id| book.counted(id)) {
        if it.cell.what != What::SALE || it.earlier.is_none() {
            continue;
        }
        // Both are sorted.
        while at < days && sold[at].day < it.day {
            at += 1;
        }
        if let Some(rest) = sold[..days].get_mut(at) {
            let sales = u64::from(it.n).min(rest.sales);
            rest.sales -= sales;
            sold.push(Sold { day: it.day, sales, presented: it.earlier });
        }
    }
}

fn young(day: Date, today: Date, delay: Delay) -> bool {
    i64::from(today.days_since(day)) <= i64::from(delay.days())
}
