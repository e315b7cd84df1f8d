//! All counts that the Funnel is drawn from, each cell of the tally summed once.

pub use super::day::Day;
use super::{
    day,
    known::{self, Known, LINKS},
    so_far::{self, SoFar},
};
use crate::{
    app::{
        state::State,
        view::{
            names::{self, Name},
            plan::counts,
        },
    },
    domain::{
        count::{Cold, Inbound},
        date::Date,
        delay::Delay,
        reason::{BuiltIn, Class, Side},
        reasons::Conversations,
        step::{Id, Origin, Step},
    },
    journal::{
        Journal,
        record::What,
        settings::Settings,
        tally::{Cell, ListFilter, Series, Tally},
    },
};
use std::collections::BTreeMap;

/// Days before the end of the period that the looks at the past need: 16 weeks, and one for the week before.
const LOOK_BACK: i32 = 17 * 7;
/// Counts and settings of one period and list.
#[derive(Clone, Debug, PartialEq)]
pub struct Slice {
    /// The first day of the period.
    pub first: Date,
    /// The last day of the period.
    pub last: Date,
    /// Today.
    pub today: Date,
    /// The list that is counted, if not all are.
    pub list: Option<(Id, Name)>,
    /// Nothing was ever recorded.
    pub nothing_ever: bool,
    /// How many entries of the period count, whatever the list filter.
    pub entries: usize,
    /// Cold counts of the period.
    pub cold: Cold,
    /// Inbound counts of the period.
    pub inbound: Inbound,
    /// Cold counts of the period that the list filter leaves out.
    pub other_lists: Cold,
    /// Days with counts, oldest first, the time before the period that the past and the trend need included.
    pub days: Vec<Day>,
    /// Reasons recorded in the period, by step.
    pub recorded: BTreeMap<(Step, Id), u64>,
    /// Cold calls and presentations by list, whatever the list filter.
    pub by_list: BTreeMap<Id, ListCounts>,
    /// Counters: the days of the period that have any, whatever the list filter.
    pub counters: BTreeMap<Id, Vec<u64>>,
    /// Conversations of the period.
    pub conversations: Conversations,
    /// Amounts of cold sales of the period.
    pub amounts: Vec<u64>,
    /// Sales of the period that name the day of their presentation: day of the sale, of the presentation, how many.
    pub named: Vec<(Date, Date, u64)>,
    /// From presentation to sale.
    pub delay: Delay,
    /// What the settings say.
    pub known: Known,
}

/// What is counted in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListCounts {
    /// Its name.
    pub name: Name,
    /// Cold.
    pub cold: Cold,
    /// By link of the chain, over its own days: how many entered and how many went on.
    pub links: [(u64, u64); LINKS],
    /// Of its calls.
    pub conversations: Conversations,
    /// The first and the last day with a call.
    pub called: Option<(Date, Date)>,
    /// What its cold sales with an amount brought.
    pub revenue: u64,
    /// What it cost.
    pub price: Option<u64>,
    /// What came of it whatever the period, if it cost something.
    pub so_far: SoFar,
}

impl ListCounts {
    fn new(name: Name) -> Self {
        Self {
            name,
            cold: Cold::default(),
            links: [(0, 0); LINKS],
            conversations: Conversations::default(),
            called: None,
            revenue: 0,
            price: None,
            so_far: SoFar::default(),
        }
    }
}

impl Slice {
    /// The days of the period.
    pub fn of_period(&self) -> impl Iterator<Item = &Day> {
        self.between(self.first, self.last)
    }

    /// The days from `first` to `last` that have counts.
    pub fn between(&self, first: Date, last: Date) -> impl Iterator<Item = &Day> {
        let from = self.days.partition_point(|it| it.day < first);
        self.days[from..].iter().take_while(move |it| it.day <= last)
    }

    /// Cold counts from `first` to `last`.
    pub fn cold_between(&self, first: Date, last: Date) -> Cold {
        self.between(first, last).fold(Cold::default(), |sum, it| sum.plus(it.cold))
    }

    /// The end of the period, but not after today.
    pub fn end(&self) -> Date {
        self.last.min(self.today)
    }
}

/// Sums the days that the address asks for.
#[must_use]
pub fn sum(state: &State) -> Slice {
    let book = state.book();
    let (settings, tally) = (book.settings(), book.tally());
    let today = state.now.day;
    let (first, last) = state.route.period.days(today, tally.span());
    let wanted = match state.route.list {
        ListFilter::All => None,
        ListFilter::Only(id) => Some(settings.list_root(id)),
    };
    let mut slice = Slice {
        first,
        last,
        today,
        list: wanted.map(|id| (id, names::list(settings, id))),
        nothing_ever: book.is_empty(),
        entries: usize::try_from(tally.entries(first, last)).unwrap_or(usize::MAX),
        cold: Cold::default(),
        inbound: Inbound::default(),
        other_lists: Cold::default(),
        days: Vec::new(),
        recorded: BTreeMap::new(),
        by_list: BTreeMap::new(),
        counters: counters(tally, first, last),
        conversations: Conversations::default(),
        amounts: Vec::new(),
        named: Vec::new(),
        delay: counts::delay(book, today),
        known: known::known(state),
    };
    // Weeks are whole, so one week more than the looks back need.
    let from = first.min(slice.end().plus_days(-LOOK_BACK - 7));
    slice.days = day::days(book, &slice.known, wanted, from, last.max(today));
    for (cell, series) in tally.cells() {
        slice.add(settings, cell, series, wanted);
    }
    slice.add_details(book, wanted);
    for (id, (price, so_far)) in so_far::all(book) {
        if let Some(row) = slice.by_list.get_mut(&id) {
            (row.price, row.so_far) = (Some(price), so_far);
        }
    }
    slice
}

fn counters(tally: &Tally, first: Date, last: Date) -> BTreeMap<Id, Vec<u64>> {
    let by_day = |series: &Series| -> Vec<u64> { series.days(first, last).map(|it| it.1).collect() };
    tally
        .whats()
        .filter_map(|(what, series)| match what {
            What::Counter(id) => Some((id, by_day(series))),
            What::Step(..) => None,
        })
        .filter(|it| !it.1.is_empty())
        .collect()
}

impl Slice {
    /// Adds what the period has of a cell.
    fn add(&mut self, settings: &Settings, cell: Cell, series: &Series, wanted: Option<Id>) {
        let What::Step(step, origin) = cell.what else { return };
        let n = series.sum(self.first, self.last);
        if n == 0 {
            return;
        }
        let list = cell.list.map(|id| settings.list_root(id));
        let kept = wanted.is_none() || list == wanted;
        if origin == Origin::Inbound {
            match step {
                Step::Presentation if kept => self.inbound.presentations += n,
                Step::Sale if kept => self.inbound.sales += n,
                _ => {}
            }
            return;
        }
        // What is said after a presentation says nothing about the call.
        let of_call = settings.side_of(step) == Some(Side::Call);
        let talk = if of_call { self.talk(cell.reason) } else { Talk::None };
        if let Some(id) = list {
            let row = self.by_list.entry(id).or_insert_with(|| ListCounts::new(names::list(settings, id)));
            count_cold(&mut row.cold, step, n);
            count_talk(&mut row.conversations, step, talk, n);
            for (counts, link) in row.links.iter_mut().zip(&self.known.links) {
                if link.from != step && link.to != step {
                    continue;
                }
                // Most links count from the first day on.
                let n = if link.since <= self.first { n } else { series.sum(link.since, self.last) };
                counts.0 = counts.0.saturating_add(if link.from == step { n } else { 0 });
                counts.1 = counts.1.saturating_add(if link.to == step { n } else { 0 });
            }
            if step == Step::Call {
                let called = row.called.into_iter().chain(series.span(self.first, self.last));
                row.called = called.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
            }
        }
        if !kept {
            count_cold(&mut self.other_lists, step, n);
            return;
        }
        count_cold(&mut self.cold, step, n);
        count_talk(&mut self.conversations, step, talk, n);
        if let Some(reason) = cell.reason {
            *self.recorded.entry((step, reason)).or_default() += n;
        }
    }

    /// What a call's reason says about whether someone was talked to.
    fn talk(&self, reason: Option<Id>) -> Talk {
        let Some(id) = reason else { return Talk::None };
        match BuiltIn::by_id(id) {
            Some(BuiltIn::NotInterested) => Talk::NotInterested,
            Some(BuiltIn::NotAFit) => Talk::NotAFit,
            Some(BuiltIn::HasSupplier) => Talk::HasSupplier,
            Some(_) => Talk::None,
            // A reason of the seller's own counts by what it points to.
            None => match self.known.reasons.get(&id).map(|it| it.1) {
                Some(Class::CallOpening) => Talk::NotInterested,
                Some(Class::Qualifying) => Talk::NotAFit,
                _ => Talk::None,
            },
        }
    }

    /// Amounts, and days of presentations that sales name.
    fn add_details(&mut self, book: &Journal, wanted: Option<Id>) {
        for it in book.tally().detailed(self.first, self.last).filter_map(|id| book.counted(id)) {
            if it.cell.what != What::SALE {
                continue;
            }
            let list = it.cell.list.map(|id| book.settings().list_root(id));
            if let (Some(amount), Some(row)) = (it.amount, list.and_then(|id| self.by_list.get_mut(&id))) {
                row.revenue = row.revenue.saturating_add(amount);
            }
            if wanted.is_none() || list == wanted {
                self.amounts.extend(it.amount);
                self.named.extend(it.earlier.map(|earlier| (it.day, earlier, u64::from(it.n))));
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Talk {
    None,
    NotInterested,
    NotAFit,
    HasSupplier,
}

pub(super) const fn count_cold(cold: &mut Cold, step: Step, n: u64) {
    let cell = match step {
        Step::Call => &mut cold.calls,
        Step::Presentation => &mut cold.presentations,
        Step::Sale => &mut cold.sales,
        Step::Own(_) => return,
    };
    *cell = cell.saturating_add(n);
}

const fn count_talk(talks: &mut Conversations, step: Step, talk: Talk, n: u64) {
    let cell = match (step, talk) {
        (Step::Presentation, _) => &mut talks.presentations,
        (_, Talk::NotInterested) => &mut talks.not_interested,
        (_, Talk::NotAFit) => &mut talks.not_a_fit,
        (_, Talk::HasSupplier) => &mut talks.has_supplier,
        (_, Talk::None) => return,
    };
    *cell = cell.saturating_add(n);
}
