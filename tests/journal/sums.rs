//! Funnel and Plan sum the series of the tally; here every figure is counted again the plain way, in one
//! pass over the days and their cells.

use callpace::{
    app::{
        moment::Moment,
        route::{Period, Route},
        start::{Found, start},
        state::State,
        view::{
            funnel::slice::{self, Day, Slice},
            plan,
        },
    },
    domain::{
        count::{Cold, Inbound},
        date::Date,
        open::{self, Held, Sold},
        reason::{BuiltIn, Class, Side},
        reasons::Conversations,
        step::{Id, Origin, Step},
    },
    journal::{
        record::{Amendment, Body, Change, Entry, Extra, Record, RecordId, Setting, Target, What},
        tally::{Cell, ListFilter},
    },
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const TODAY: i32 = 20_250;
const LISTS: [Id; 4] = [Id(1000), Id(1001), Id(1002), Id(1003)];
const STEPS: [Id; 3] = [Id(2000), Id(2001), Id(2002)];
const COUNTERS: [Id; 2] = [Id(3000), Id(3001)];
/// A reason of the seller's own, and one that no setting knows.
const REASONS: [Id; 2] = [Id(4000), Id(4001)];

const fn date(number: i32) -> Date {
    Date::from_number(number).unwrap()
}

fn day() -> impl Strategy<Value = Date> {
    let near = (TODAY - 140..TODAY + 4).prop_map(date);
    let years = (TODAY - 3000..TODAY + 300).prop_map(date);
    prop_oneof![8 => near, 4 => years, 1 => select(vec![Date::MIN, Date::MAX])]
}

fn reason() -> impl Strategy<Value = Option<Id>> {
    let all: Vec<Id> = BuiltIn::ALL.into_iter().map(BuiltIn::id).chain(REASONS).collect();
    option::weighted(0.7, select(all))
}

fn list() -> impl Strategy<Value = Option<Id>> {
    option::weighted(0.8, select(LISTS.to_vec()))
}

fn entry() -> impl Strategy<Value = Entry> {
    let what = prop_oneof![
        8 => select(What::FIXED.to_vec()),
        4 => select(STEPS.to_vec()).prop_map(What::own),
        2 => select(COUNTERS.to_vec()).prop_map(What::Counter),
    ];
    let extra = (option::of(0_u64..9), option::of(day())).prop_map(|(amount, earlier)| {
        let extra = Extra { amount, earlier, row: None };
        (extra != Extra::default()).then(|| Box::new(extra))
    });
    (day(), what, list(), reason(), 1_u32..9, extra).prop_map(|(day, what, list, reason, n, extra)| Entry {
        day,
        minute: None,
        what,
        list,
        reason,
        n,
        extra,
    })
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Void),
        Just(Change::Restore),
        reason().prop_map(Change::Reason),
        list().prop_map(Change::List),
        day().prop_map(Change::Day),
        (1_u32..9).prop_map(Change::N),
        option::of(0_u64..9).prop_map(Change::Amount),
        option::of(day()).prop_map(Change::Earlier),
    ]
}

/// Lists, some of them merged and with a price, own steps, counters, an own reason and a quota.
fn settings() -> impl Strategy<Value = Vec<(String, Value)>> {
    let merged = vec(option::weighted(0.4, select(LISTS.to_vec())), LISTS.len());
    let from = TODAY - 60..TODAY + 5;
    (merged, 0..=STEPS.len(), 0..=STEPS.len(), from, 0_i32..400, any::<bool>()).prop_map(
        |(merged, steps, before, from, days, inbound)| {
            let lists = LISTS.iter().zip(merged).map(|(id, into)| {
                let price = id.0 % 2 * 100;
                let mut list = json!({ "name": format!("List {}", id.0), "price": price });
                if let Some(into) = into {
                    list["merged_into"] = json!(into.0);
                }
                (format!("list/{}", id.0), list)
            });
            let step = |(place, id): (usize, &Id)| {
                let side = if place < before { "before" } else { "after" };
                let step = json!({ "name": format!("Step {place}"), "place": side, "order": place });
                (format!("step/{}", id.0), step)
            };
            let mut all: Vec<_> = lists.chain(STEPS.iter().take(steps).enumerate().map(step)).collect();
            all.push((format!("counter/{}", COUNTERS[0].0), json!({ "name": "Letters" })));
            let own = json!({ "name": "Own", "side": Side::Presentation, "class": Class::Timing });
            all.push((format!("reason/{}", REASONS[0].0), own));
            let quota = json!({ "sales": 9, "until": from + days, "inbound": inbound, "open": true });
            all.push((format!("quota/{}", date(from)), quota));
            all
        },
    )
}

fn period() -> impl Strategy<Value = Period> {
    let between = (day(), day()).prop_map(|(a, b)| Period::Between(a.min(b), a.max(b)));
    let named = select(vec![Period::Today, Period::Last(7), Period::Month, Period::All, Period::Default]);
    prop_oneof![between, named]
}

fn any_state() -> impl Strategy<Value = State> {
    let bodies = vec(
        prop_oneof![
            4 => entry().prop_map(Ok),
            1 => (any::<prop::sample::Index>(), change()).prop_map(Err),
        ],
        0..70,
    );
    let filter =
        prop_oneof![2 => Just(ListFilter::All), 1 => select(LISTS.to_vec()).prop_map(ListFilter::Only)];
    (settings(), bodies, period(), filter, 1_usize..40).prop_map(|(settings, bodies, period, list, chunk)| {
        let now = Moment { at: 1_750_000_000_000, day: date(TODAY), minute: 600 };
        let mut state = start(Found::default(), |_| now);
        let writer = state.me;
        let first = u32::try_from(settings.len()).unwrap();
        let settings = settings
            .into_iter()
            .map(|(key, value)| Body::Setting(Setting { key, value }))
            .collect::<Vec<_>>();
        let known = u32::try_from(bodies.len()).unwrap();
        let bodies = bodies.into_iter().map(|it| match it {
            Ok(entry) => Body::Entry(entry),
            Err((at, change)) => {
                let seq = first + u32::try_from(at.index(known as usize)).unwrap();
                Body::Amendment(Amendment { target: Target::Record(RecordId { writer, seq }), change })
            }
        });
        let all: Vec<Record> = (0..)
            .zip(settings.into_iter().chain(bodies))
            .map(|(seq, body)| Record {
                id: RecordId { writer, seq },
                at: u64::from(seq) + 1,
                batch: None,
                body,
            })
            .collect();
        // In parts, the last ones first, so that entries change their cell and their day.
        for part in all.chunks(chunk).rev() {
            state.journal.add_all(part.iter().cloned());
        }
        state.route = Route { period, list, ..Route::parse("#/funnel") };
        state
    })
}

/// The figures of a slice, as one pass over the days and their cells counts them.
struct Plain<'a> {
    state: &'a State,
    slice: &'a Slice,
    wanted: Option<Id>,
    days: Vec<Day>,
    entries: usize,
    cold: Cold,
    inbound: Inbound,
    other_lists: Cold,
    recorded: BTreeMap<(Step, Id), u64>,
    counters: BTreeMap<Id, BTreeMap<Date, u64>>,
    conversations: Conversations,
    lists: BTreeMap<Id, List>,
    amounts: Vec<u64>,
    named: Vec<(Date, Date, u64)>,
}

#[derive(Debug, Default, PartialEq)]
struct List {
    cold: Cold,
    links: Vec<(u64, u64)>,
    conversations: Conversations,
    called: Option<(Date, Date)>,
    revenue: u64,
}

const fn count(cold: &mut Cold, step: Step, n: u64) {
    match step {
        Step::Call => cold.calls += n,
        Step::Presentation => cold.presentations += n,
        Step::Sale => cold.sales += n,
        Step::Own(_) => {}
    }
}

impl<'a> Plain<'a> {
    fn of(state: &'a State, slice: &'a Slice) -> Self {
        let mut it = Self {
            state,
            slice,
            wanted: slice.list.as_ref().map(|it| it.0),
            days: Vec::new(),
            entries: 0,
            cold: Cold::default(),
            inbound: Inbound::default(),
            other_lists: Cold::default(),
            recorded: BTreeMap::new(),
            counters: BTreeMap::new(),
            conversations: Conversations::default(),
            lists: BTreeMap::new(),
            amounts: Vec::new(),
            named: Vec::new(),
        };
        // 17 weeks, and one more.
        let from = slice.first.min(slice.end().plus_days(-18 * 7));
        for (day, tally) in state.book().tally().days(from, slice.last.max(slice.today)) {
            let in_period = (slice.first..=slice.last).contains(&day);
            let mut counts = Day { day, cold: Cold::default(), own: [0; 3], lost: 0 };
            for (cell, n) in tally.cells() {
                let list = cell.list.map(|id| state.book().settings().list_root(id));
                let kept = it.wanted.is_none() || list == it.wanted;
                if in_period {
                    it.period(day, cell, list, kept, n);
                }
                if kept {
                    it.day(&mut counts, cell, n);
                }
            }
            it.days.push(counts);
            if in_period {
                it.entries += tally.entries().len();
                it.details(day, tally.entries());
            }
        }
        it
    }

    fn class(&self, reason: Option<Id>) -> Option<Class> {
        self.slice.known.reasons.get(&reason?).map(|it| it.1)
    }

    fn day(&self, day: &mut Day, cell: Cell, n: u64) {
        let What::Step(step, Origin::Cold) = cell.what else { return };
        count(&mut day.cold, step, n);
        for (place, own) in self.slice.known.steps.iter().enumerate() {
            day.own[place] += if step == Step::Own(own.id) { n } else { 0 };
        }
        let lost =
            step == Step::Presentation && self.class(cell.reason).is_some_and(|it| it != Class::Timing);
        day.lost += if lost { n } else { 0 };
    }

    fn period(&mut self, day: Date, cell: Cell, list: Option<Id>, kept: bool, n: u64) {
        let step = match cell.what {
            What::Counter(id) => {
                *self.counters.entry(id).or_default().entry(day).or_default() += n;
                return;
            }
            What::Step(step, Origin::Inbound) => {
                match step {
                    Step::Presentation if kept => self.inbound.presentations += n,
                    Step::Sale if kept => self.inbound.sales += n,
                    _ => {}
                }
                return;
            }
            What::Step(step, Origin::Cold) => step,
        };
        let mut talks = Conversations::default();
        if step == Step::Presentation {
            talks.presentations = n;
        } else if self.state.book().settings().side_of(step) == Some(Side::Call) {
            match cell.reason.and_then(BuiltIn::by_id) {
                Some(BuiltIn::NotInterested) => talks.not_interested = n,
                Some(BuiltIn::NotAFit) => talks.not_a_fit = n,
                Some(BuiltIn::HasSupplier) => talks.has_supplier = n,
                _ => {}
            }
        }
        let add = |to: &mut Conversations| {
            to.presentations += talks.presentations;
            to.not_interested += talks.not_interested;
            to.not_a_fit += talks.not_a_fit;
            to.has_supplier += talks.has_supplier;
        };
        if let Some(id) = list {
            let links = &self.slice.known.links;
            let row = self
                .lists
                .entry(id)
                .or_insert_with(|| List { links: vec![(0, 0); links.len()], ..List::default() });
            count(&mut row.cold, step, n);
            add(&mut row.conversations);
            for (counts, link) in row.links.iter_mut().zip(links).filter(|it| day >= it.1.since) {
                counts.0 += if link.from == step { n } else { 0 };
                counts.1 += if link.to == step { n } else { 0 };
            }
            if step == Step::Call {
                row.called = Some((row.called.map_or(day, |it| it.0), day));
            }
        }
        if !kept {
            count(&mut self.other_lists, step, n);
            return;
        }
        count(&mut self.cold, step, n);
        add(&mut self.conversations);
        if let Some(reason) = cell.reason {
            *self.recorded.entry((step, reason)).or_default() += n;
        }
    }

    fn details(&mut self, day: Date, ids: &[RecordId]) {
        let book = self.state.book();
        for it in ids.iter().filter_map(|id| book.counted(*id)).filter(|it| it.cell.what == What::SALE) {
            let list = it.cell.list.map(|id| book.settings().list_root(id));
            if let Some(row) = list.and_then(|id| self.lists.get_mut(&id)) {
                row.revenue += it.amount.unwrap_or(0);
            }
            if self.wanted.is_none() || list == self.wanted {
                self.amounts.extend(it.amount);
                self.named.extend(it.earlier.map(|earlier| (day, earlier, u64::from(it.n))));
            }
        }
    }
}

/// Presentations of a span as the plan accounts for them, day by day.
fn decided(state: &State, (first, last): (Date, Date), delay: u32) -> (open::Decided, bool) {
    let book = state.book();
    let (mut held, mut older, mut sold, mut explained) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for (day, tally) in book.tally().days(first, last) {
        let given: Vec<(Id, u64)> =
            tally.of(What::PRESENTATION).filter_map(|(it, n)| Some((it.reason?, n))).collect();
        let is_loss = |id: &Id| book.settings().reasons.get(id).is_some_and(|it| it.class != Class::Timing);
        let losses = given.iter().filter(|it| is_loss(&it.0)).map(|it| it.1).sum();
        let it = Held { day, presentations: tally.count(What::PRESENTATION), lost: losses };
        held.push(it);
        if i64::from(date(TODAY).days_since(day)) > i64::from(delay) {
            older.push(it);
            explained += given.iter().map(|it| it.1).sum::<u64>();
        }
        let mut rest = tally.count(What::SALE);
        for it in tally.entries().iter().filter_map(|id| book.counted(*id)) {
            if it.cell.what == What::SALE && it.earlier.is_some() {
                rest -= u64::from(it.n);
                sold.push(Sold { day, sales: u64::from(it.n), presented: it.earlier });
            }
        }
        sold.push(Sold { day, sales: rest, presented: None });
    }
    let all = open::account(&held, &sold, date(TODAY), delay).decided;
    let unsold = open::account(&older, &sold, date(TODAY), delay).decided;
    let unsold = unsold.lost + unsold.open;
    (all, open::is_offered(unsold, explained.min(unsold), all.open))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_funnel_counts_what_one_pass_over_the_days_counts(state in any_state()) {
        let it = slice::sum(&state);
        let plain = Plain::of(&state, &it);
        prop_assert_eq!(&it.days, &plain.days);
        prop_assert_eq!(it.entries, plain.entries);
        prop_assert_eq!((it.cold, it.inbound, it.other_lists), (plain.cold, plain.inbound, plain.other_lists));
        prop_assert_eq!(&it.recorded, &plain.recorded);
        prop_assert_eq!(it.conversations, plain.conversations);
        prop_assert_eq!((&it.amounts, &it.named), (&plain.amounts, &plain.named));
        let counters: BTreeMap<Id, Vec<u64>> =
            plain.counters.into_iter().map(|(id, days)| (id, days.into_values().collect())).collect();
        prop_assert_eq!(&it.counters, &counters);
        let lists: BTreeMap<Id, List> = it.by_list.iter().map(|(id, row)| (*id, List {
            cold: row.cold,
            links: row.links[..it.known.links.len()].to_vec(),
            conversations: row.conversations,
            called: row.called,
            revenue: row.revenue,
        })).collect();
        prop_assert_eq!(lists, plain.lists);
        for (id, row) in &it.by_list {
            let all = state.book().tally().days(Date::MIN, Date::MAX);
            let of = |cell: &Cell, what| cell.what == what && cell.list.is_some_and(|it| state.book().settings().list_root(it) == *id);
            let (calls, sales) = all.fold((0, 0), |(calls, sales), (_, day)| {
                (calls + day.sum(|it| of(it, What::CALL)), sales + day.sum(|it| of(it, What::SALE)))
            });
            let told = (row.so_far.calls, row.so_far.sales);
            prop_assert_eq!(told, if row.price.is_some() { (calls, sales) } else { (0, 0) });
        }
    }

    #[test]
    fn the_plan_counts_what_one_pass_over_the_days_counts(state in any_state()) {
        let Some(it) = plan::basis(&state) else { return Ok(()) };
        let tally = state.book().tally();
        let sum = |first, last, what| -> u64 { tally.days(first, last).map(|it| it.1.count(what)).sum() };
        let (first, last) = state.route.period.days(date(TODAY), tally.span());
        let cold = [it.cold.calls, it.cold.presentations, it.cold.sales];
        prop_assert_eq!(cold, [What::CALL, What::PRESENTATION, What::SALE].map(|it| sum(first, last, it)));
        let inbound = [it.left_out.presentations, it.left_out.sales];
        prop_assert_eq!(inbound, [What::INBOUND_PRESENTATION, What::INBOUND_SALE].map(|it| sum(first, last, it)));
        let (from, until) = (it.period.from, it.period.until);
        prop_assert_eq!(it.closed.cold, sum(from, until, What::SALE));
        prop_assert_eq!(it.closed.inbound, sum(from, until, What::INBOUND_SALE));
        // Every day is worked on which the calendar says so: no day is marked otherwise here.
        let worked = |day: Date| state.book().settings().workdays[day.weekday().index()];
        let before = tally.days(from, until.min(date(TODAY - 1))).filter(|it| worked(it.0));
        let calls: Vec<u64> = before.map(|it| it.1.count(What::CALL)).filter(|it| *it > 0).collect();
        prop_assert_eq!((it.progress.calls_before, it.active_days), (calls.iter().sum(), calls.len() as u64));
        prop_assert_eq!(it.progress.calls_today, sum(date(TODAY), date(TODAY), What::CALL));
        let mut sales = 0;
        for (line, day) in it.days.iter().zip(from.through(until)) {
            sales += sum(day, day, What::SALE);
            sales += if it.quota.inbound { sum(day, day, What::INBOUND_SALE) } else { 0 };
            prop_assert_eq!((line.day, line.sales), (day, (day <= date(TODAY)).then_some(sales)));
        }
        let (all, offered) = decided(&state, (first, last), it.delay.days());
        prop_assert_eq!((it.open.decided, it.open.offered), (all, offered));
    }
}
