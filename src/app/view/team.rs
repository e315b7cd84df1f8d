//! Colleagues' files beside the seller's own numbers: only looked at, never stored or merged.

mod person;

pub use person::{Person, name_of_file};

use super::{
    compared::{self, Compared, Drawn},
    funnel::rates::Rate,
    plan::counts::Counts,
};
use crate::{
    app::state::State,
    domain::{
        compare::Preference,
        count::{Cold, Inbound},
        date::Date,
    },
    journal::settings::RateKey,
};

/// So many files at once.
pub const MAX_PEOPLE: usize = 12;

/// Whose numbers a column has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// The seller's own.
    You,
    /// A colleague's.
    Colleague(String),
}

/// Whose records a file holds that are in another column already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// Its place in the files that were chosen.
    pub place: usize,
    /// Whose they are.
    pub who: Who,
}

/// One person, or all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Cold counts.
    pub cold: Cold,
    /// Inbound counts: part of no cold rate.
    pub inbound: Inbound,
    /// Call to presentation, presentation to sale, call to sale.
    pub rates: [Rate; 3],
    /// Inbound presentation to sale.
    pub inbound_rate: Rate,
}

impl Column {
    fn of(counts: Counts) -> Self {
        let Counts { cold, inbound } = counts;
        Self {
            cold,
            inbound,
            rates: [
                Rate::of(cold.presentations, cold.calls),
                Rate::of(cold.sales, cold.presentations),
                Rate::of(cold.sales, cold.calls),
            ],
            inbound_rate: Rate::of(inbound.sales, inbound.presentations),
        }
    }
}

/// Who is strong at a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The step.
    pub key: RateKey,
    /// The people, best first; those with too few at the end.
    pub rows: Vec<Row>,
    /// Who is best; `None` with fewer than two to compare.
    pub best: Option<(Who, Preference)>,
    /// Add that the best of many often looks better than they are.
    pub many: bool,
    /// Rates are drawn towards that of all.
    pub shrunk: bool,
    /// The rate of all together.
    pub overall: Rate,
}

impl Standing {
    /// How many take part in the comparison.
    #[must_use]
    pub fn compared(&self) -> usize {
        self.rows.iter().filter(|it| it.drawn.is_some()).count()
    }
}

/// One person at a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Who.
    pub who: Who,
    /// Their own rate.
    pub rate: Rate,
    /// What is drawn, shrunk where there are three or more. `None` under 20.
    pub drawn: Option<Drawn>,
}

/// The whole screen.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamView {
    /// The first day that is counted.
    pub first: Date,
    /// The last day that is counted, not after today.
    pub last: Date,
    /// The seller first, if they have recorded anything; then the colleagues as chosen.
    pub people: Vec<(Who, Column)>,
    /// All together, nobody twice.
    pub total: Column,
    /// The three steps.
    pub standings: [Standing; 3],
    /// Files whose records are in another column already.
    pub again: Vec<Again>,
}

impl TeamView {
    /// Whether anyone has an inbound count.
    #[must_use]
    pub fn has_inbound(&self) -> bool {
        self.total.inbound != Inbound::default()
    }
}

/// What the screen needs of the state. Kept by the screen, so that what changes nothing of it, the
/// clock included, sums no files again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    first: Date,
    last: Date,
    /// The seller's own; `None` if they have recorded nothing.
    counts: Option<Sum>,
    /// Of each file, whether the seller has records of it.
    known: Vec<bool>,
}

/// Counts, and the first and the last day with a call.
type Sum = (Counts, Option<(Date, Date)>);

/// The seller's own numbers for the days of the address, and which files are theirs.
#[must_use]
pub fn own(state: &State, people: &[Person]) -> Own {
    let book = state.book();
    let own_span = book.tally().span();
    let span = people.iter().filter_map(Person::span).chain(own_span);
    let span = span.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let (first, last) = state.route.period.days(state.now.day, span);
    let last = last.min(state.now.day).max(first);
    let counts = own_span.map(|_| {
        let tally = book.tally();
        sum(tally.days(first, last).map(|it| (it.0, Counts::of_day(it.1))))
    });
    let known = people.iter().map(|it| it.writers.iter().any(|writer| book.knows(*writer))).collect();
    Own { first, last, counts, known }
}

/// Puts them side by side.
#[must_use]
pub fn view(own: &Own, people: &[Person]) -> TeamView {
    let Own { first, last, .. } = *own;
    let again = again(own, people);
    let own = own.counts.map(|it| (Who::You, it));
    let others = people.iter().map(|it| (Who::Colleague(it.name.clone()), it.counted(first, last)));
    let all: Vec<_> = own.into_iter().chain(others).collect();
    let skipped = all.len() - people.len();
    // Whoever is there twice counts once.
    let once: Vec<_> = all
        .iter()
        .enumerate()
        .filter(|(place, _)| !again.iter().any(|it| it.place + skipped == *place))
        .map(|it| it.1)
        .collect();
    let (total, called) = once
        .iter()
        .fold((Counts::default(), None), |(counts, called), it| (counts.plus(it.1.0), wider(called, it.1.1)));
    let total = Column::of(total);
    let columns: Vec<(&Who, Column)> = once.iter().map(|it| (&it.0, Column::of(it.1.0))).collect();
    let weeks = compared::weeks(called);
    let standings = [0, 1, 2].map(|at| standing(RateKey::ALL[at], at, &columns, &total, weeks));
    TeamView {
        first,
        last,
        people: all.iter().map(|it| (it.0.clone(), Column::of(it.1.0))).collect(),
        total,
        standings,
        again,
    }
}

fn standing(key: RateKey, at: usize, columns: &[(&Who, Column)], total: &Column, weeks: u64) -> Standing {
    let rates: Vec<_> = columns.iter().map(|it| it.1.rates[at].conversion).collect();
    let Compared { order, best, many, shrunk } = compared::compare(&rates, weeks);
    let row = |(place, drawn): (usize, Option<Drawn>)| {
        let (who, column) = columns.get(place)?;
        Some(Row { who: (*who).clone(), rate: column.rates[at], drawn })
    };
    Standing {
        key,
        rows: order.into_iter().filter_map(row).collect(),
        best: best.and_then(|it| Some((columns.get(it.best)?.0.clone(), it))),
        many,
        shrunk,
        overall: total.rates[at],
    }
}

/// Files that hold records which the seller has, or an earlier file that counts: one that is left
/// out itself leaves out nobody, or who is in it would be in no total.
fn again(own: &Own, people: &[Person]) -> Vec<Again> {
    let mut counting: Vec<&Person> = Vec::new();
    let mut all = Vec::new();
    for (place, it) in people.iter().enumerate() {
        let who = if own.known.get(place) == Some(&true) {
            Some(Who::You)
        } else {
            let earlier = counting.iter().find(|other| other.shares_a_writer(it));
            earlier.map(|it| Who::Colleague(it.name.clone()))
        };
        match who {
            Some(who) => all.push(Again { place, who }),
            None => counting.push(it),
        }
    }
    all
}

/// Sums days, and finds the first and last with a call.
fn sum(days: impl Iterator<Item = (Date, Counts)>) -> Sum {
    days.fold((Counts::default(), None), |(sum, called), (day, it)| {
        let called = if it.cold.calls > 0 { wider(called, Some((day, day))) } else { called };
        (sum.plus(it), called)
    })
}

fn wider(a: Option<(Date, Date)>, b: Option<(Date, Date)>) -> Option<(Date, Date)> {
    match (a, b) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::funnel::fixture,
        domain::{compare::Strength, conversion::in_ten},
        journal::{
            record::{Body, Device, Record, RecordId, What, Writer},
            settings::MAX_NAME,
        },
    };

    fn view(state: &State, people: &[Person]) -> TeamView {
        super::view(&own(state, people), people)
    }

    fn backup(device: u32, bodies: Vec<Body>) -> Vec<Record> {
        let writer = Writer::new(Device(device), 1);
        let record =
            |(seq, body)| Record { id: RecordId { writer, seq }, at: u64::from(seq) + 1, batch: None, body };
        (0..).zip(bodies).map(record).collect()
    }

    fn counts(on: &str, calls: u32, presentations: u32, sales: u32, inbound: u32) -> Vec<Body> {
        [
            (What::CALL, calls),
            (What::PRESENTATION, presentations),
            (What::SALE, sales),
            (What::INBOUND_PRESENTATION, inbound),
        ]
        .into_iter()
        .filter(|it| it.1 > 0)
        .map(|(what, n)| fixture::entry(on, what, None, None, n))
        .collect()
    }

    fn person(name: &str, device: u32, bodies: Vec<Body>) -> Person {
        Person::of(name.to_owned(), Some(fixture::day("2025-06-11")), backup(device, bodies))
    }

    #[test]
    fn columns_total_and_who_is_strong() {
        let anna = person("Anna", 100, counts("2025-06-03", 200, 90, 10, 4));
        let state = fixture::article();
        let it = view(&state, &[anna]);
        assert_eq!((it.first, it.last), (fixture::day("2025-03-14"), fixture::day("2025-06-11")));
        let names: Vec<_> = it.people.iter().map(|it| it.0.clone()).collect();
        assert_eq!(names, [Who::You, Who::Colleague("Anna".to_owned())]);
        assert_eq!(it.people[0].1.cold, Cold { calls: 100, presentations: 25, sales: 5 });
        assert_eq!(it.total.cold, Cold { calls: 300, presentations: 115, sales: 15 });
        // Inbound is beside, in no cold count.
        assert_eq!(it.total.inbound, Inbound { presentations: 7, sales: 0 });
        let best = |at: usize| it.standings[at].best.clone().unwrap();
        // 90 of 200 against 25 of 100: all but certain, yet within less than two weeks.
        assert_eq!((best(0).0, best(0).1.strength), (names[1].clone(), Strength::LikelyBetter));
        // 5 of 25 against 10 of 90.
        assert_eq!((best(1).0, in_ten(best(1).1.certainty)), (Who::You, 9));
        assert_eq!(best(2).1.strength, Strength::NoClearDifference);
        assert_eq!(it.standings[0].rows.len(), 2);
    }

    #[test]
    fn the_period_is_that_of_the_address_and_all_of_it_spans_everyone() {
        let old = person("Old", 100, counts("2024-01-09", 40, 10, 1, 0));
        let mut state = fixture::article();
        assert_eq!(view(&state, core::slice::from_ref(&old)).people[1].1.cold, Cold::default());
        state.route = crate::app::route::Route::parse("#/view?p=all");
        let all = view(&state, &[old]);
        assert_eq!((all.first, all.people[1].1.cold.calls), (fixture::day("2024-01-09"), 40));
    }

    #[test]
    fn what_is_there_twice_is_shown_but_counted_once() {
        let anna = person("Anna", 100, counts("2025-06-03", 40, 10, 1, 0));
        let mut newer = person("Anna 2", 100, counts("2025-06-03", 40, 10, 1, 0));
        newer.entries += 1;
        let state = fixture::article();
        let own = Person::of("mine".to_owned(), None, state.journal.records().cloned().collect());
        let it = view(&state, &[own, anna, newer]);
        let anna = Who::Colleague("Anna".to_owned());
        assert_eq!(it.again, [Again { place: 0, who: Who::You }, Again { place: 2, who: anna }]);
        assert_eq!((it.people.len(), it.total.cold.calls), (4, 140));
        assert_eq!(it.standings[0].rows.len(), 2);
        assert_eq!(it.people[1].1.cold, it.people[0].1.cold);
    }

    #[test]
    fn who_is_only_in_a_file_that_is_left_out_counts_by_their_own() {
        let of_anna = backup(100, counts("2025-06-03", 40, 10, 1, 0));
        let of_boris = backup(101, counts("2025-06-04", 60, 10, 1, 0));
        let file = |name: &str, records: &[&[Record]]| Person::of(name.to_owned(), None, records.concat());
        let people = [
            file("Anna", &[&of_anna]),
            file("Both", &[&of_anna, &of_boris]),
            file("Boris", &[&of_boris]),
            file("Boris 2", &[&of_boris]),
        ];
        let it = view(&fixture::article(), &people);
        let of = |name: &str| Who::Colleague(name.to_owned());
        assert_eq!(it.again, [Again { place: 1, who: of("Anna") }, Again { place: 3, who: of("Boris") }]);
        assert_eq!(it.total.cold.calls, 100 + 40 + 60);
    }

    #[test]
    fn under_twenty_there_is_a_fraction_and_no_verdict() {
        let mut state = fixture::state(Vec::new(), "#/view");
        state.sample = None;
        let people = [
            person("Anna", 100, counts("2025-06-03", 19, 5, 1, 0)),
            person("Boris", 101, counts("2025-06-03", 50, 20, 1, 0)),
        ];
        let it = view(&state, &people);
        assert_eq!(it.people.len(), 2);
        assert_eq!(it.standings[0].best, None);
        assert_eq!(it.standings[0].rows[1].drawn, None);
    }

    #[test]
    fn a_correction_in_the_file_counts_as_it_does_at_home() {
        use crate::journal::record::{Amendment, Change, Target};
        let mut bodies = counts("2025-06-03", 40, 10, 0, 0);
        let writer = Writer::new(Device(100), 1);
        let target = Target::Record(RecordId { writer, seq: 0 });
        bodies.push(Body::Amendment(Amendment { target, change: Change::N(30) }));
        let it = person("Anna", 100, bodies);
        assert_eq!(it.counted(Date::MIN, Date::MAX).0.cold.calls, 30);
        assert_eq!((it.entries, it.made), (2, Some(fixture::day("2025-06-11"))));
    }

    #[test]
    fn files_name_people() {
        assert_eq!(name_of_file("Anna.json"), "Anna");
        assert_eq!(name_of_file("C:\\x\\Борис.json"), "Борис");
        assert_eq!(name_of_file(".json"), ".json");
        assert_eq!(name_of_file(&"я".repeat(99)).chars().count(), MAX_NAME);
    }
}
