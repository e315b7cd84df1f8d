//! Presentations that may still close, as of a day.

use crate::{
    domain::{
        date::Date,
        delay::Delay,
        open::{self, Decided, Held, Sold},
        plan::Undecided,
        reason::Class,
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
    let settings = book.settings();
    let is_loss = |reason| {
        settings
            .reasons
            .get(&reason)
            .is_some_and(|it: &crate::journal::settings::Reason| it.class != Class::Timing)
    };
    let mut held = Vec::new();
    let mut sold = Vec::new();
    // Older than the typical delay: all of them, and those with any reason.
    let (mut older, mut explained) = (Vec::new(), 0);
    for (day, tally) in book.tally().days(first, last) {
        let presentations = tally.cold().presentations;
        if presentations > 0 {
            let (mut losses, mut with_reason) = (0, 0);
            for (reason, n) in tally.of(What::PRESENTATION).filter_map(|(it, n)| Some((it.reason?, n))) {
                with_reason += n;
                losses += if is_loss(reason) { n } else { 0 };
            }
            let it = Held { day, presentations, lost: losses };
            held.push(it);
            if !young(day, today, delay) {
                older.push(it);
                explained += with_reason;
            }
        }
        let mut sales = tally.cold().sales;
        for named in tally.detailed().iter().filter_map(|id| book.counted(*id)) {
            if named.cell.what == What::SALE && named.earlier.is_some() {
                let n = u64::from(named.n).min(sales);
                sales -= n;
                sold.push(Sold { day, sales: n, presented: named.earlier });
            }
        }
        if sales > 0 {
            sold.push(Sold { day, sales, presented: None });
        }
    }
    let decided = open::account(&held, &sold, today, delay.days()).decided;
    let unsold = {
        let it = open::account(&older, &sold, today, delay.days()).decided;
        it.lost + it.open
    };
    OpenPresentations { decided, offered: open::is_offered(unsold, explained.min(unsold), decided.open) }
}

fn young(day: Date, today: Date, delay: Delay) -> bool {
    i64::from(today.days_since(day)) <= i64::from(delay.days())
}
