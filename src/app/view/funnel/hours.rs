//! Which hours bring presentations, from the entries that have a time of day.
//!
//! Every entry of the period is looked at, so it is made only when it is shown.

use crate::{
    app::{
        state::State,
        view::{funnel::slice::Slice, names::Name},
    },
    domain::{
        compare::shrink::shrink,
        conversion::Share,
        date::{Date, Weekday},
        reason::{BuiltIn, Class},
        step::{Id, Place},
    },
    journal::record::What,
};

/// What is looked at by the hour.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Presentations of calls.
    #[default]
    Presentations,
    /// Calls on which someone was reached: of those with a reason, and those that became presentations.
    Reached,
    /// An own step before the presentation: its place among the own steps, and its name.
    Own(usize, Name),
}

/// What can be looked at.
#[must_use]
pub fn choices(slice: &Slice) -> Vec<By> {
    let own = slice.known.steps.iter().enumerate().filter(|it| it.1.place == Place::BeforePresentation);
    [By::Presentations, By::Reached]
        .into_iter()
        .chain(own.map(|(place, it)| By::Own(place, it.name.clone())))
        .collect()
}

/// The hour map.
#[derive(Clone, Debug, PartialEq)]
pub struct HoursView {
    /// What is looked at.
    pub by: By,
    /// The first day counted, if an own step was first recorded within the period.
    pub since: Option<Date>,
    /// Calls of the period.
    pub calls: u64,
    /// Of these, those with a time.
    pub timed: u64,
    /// Days of the week that have calls, in their order.
    pub weekdays: Vec<Weekday>,
    /// The hours that are shown: the first and the last, 0 to 23.
    pub hours: Option<(u8, u8)>,
    /// Cells with calls.
    pub cells: Vec<Cell>,
    /// Each hour over all days, shrunk.
    pub by_hour: Vec<Cell>,
    /// The rate of all cells together.
    pub overall: Option<f64>,
}

/// One hour of a day of the week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Its place in [`HoursView::weekdays`]; in [`HoursView::by_hour`] always 0.
    pub weekday: usize,
    /// 0 to 23.
    pub hour: u8,
    /// Calls.
    pub n: u64,
    /// Of them, with success.
    pub x: u64,
    /// The rate, drawn towards that of all: three lucky calls make no golden hour.
    pub shrunk: f64,
}

impl Cell {
    /// The share, from 20 calls on.
    #[must_use]
    pub fn share(self) -> Option<Share> {
        Share::new(self.x, self.n).ok().filter(|it| it.shows_percent())
    }
}

/// The hours of the period of `slice`.
#[must_use]
pub fn view(state: &State, slice: &Slice, by: By) -> HoursView {
    let book = state.book();
    let wanted = slice.list.as_ref().map(|it| it.0);
    let mut grid = [[(0_u64, 0_u64); 24]; 7];
    let (mut all, mut timed) = (0_u64, 0_u64);
    let own = match by {
        By::Own(place, _) => slice.known.steps.get(place),
        _ => None,
    };
    let first = own.map_or(slice.first, |it| it.from_day().max(slice.first));
    for (day, tally) in book.tally().days(first, slice.last) {
        for it in tally.entries().iter().filter_map(|id| book.counted(*id)) {
            let list = it.cell.list.map(|id| book.settings().list_root(id));
            if wanted.is_some() && list != wanted {
                continue;
            }
            let n = u64::from(it.n);
            let is_call = it.cell.what == What::CALL;
            all += if is_call { n } else { 0 };
            let Some(minute) = it.minute else { continue };
            let cell = &mut grid[day.weekday().index()][usize::from(minute / 60).min(23)];
            timed += if is_call { n } else { 0 };
            let presentation = it.cell.what == What::PRESENTATION;
            let (tried, success) = match &by {
                By::Presentations => (is_call, presentation),
                By::Reached => {
                    let known = presentation || is_call && it.cell.reason.is_some();
                    (known, known && !unreached(slice, it.cell.reason))
                }
                By::Own(..) => {
                    let reached = own.is_some_and(|own| it.cell.what == What::own(own.id));
                    (is_call, reached)
                }
            };
            cell.0 += if tried { n } else { 0 };
            cell.1 += if success { n } else { 0 };
        }
    }
    let monday = slice.known.week_start.index();
    let mut weekdays: Vec<Weekday> = (0..7).map(|it| Weekday::ALL[(monday + it) % 7]).collect();
    weekdays.retain(|it| grid[it.index()].iter().any(|cell| cell.0 > 0));
    let mut cells = Vec::new();
    for (place, weekday) in weekdays.iter().enumerate() {
        for (hour, (n, x)) in (0..).zip(grid[weekday.index()]) {
            // A presentation that was tapped in another hour than its call cannot make more of them than calls.
            cells.extend((n > 0).then(|| Cell { weekday: place, hour, n, x: x.min(n), shrunk: 0.0 }));
        }
    }
    let mut by_hour: Vec<Cell> = Vec::new();
    for hour in 0..24 {
        let of_hour = cells.iter().filter(|it| it.hour == hour);
        let (n, x) = of_hour.fold((0, 0), |sum, it| (sum.0 + it.n, sum.1 + it.x));
        by_hour.extend((n > 0).then_some(Cell { weekday: 0, hour, n, x, shrunk: 0.0 }));
    }
    draw_together(&mut cells);
    draw_together(&mut by_hour);
    let (n, x) = by_hour.iter().fold((0, 0), |sum, it| (sum.0 + it.n, sum.1 + it.x));
    HoursView {
        since: (first > slice.first && first < Date::MAX).then_some(first),
        by,
        calls: all,
        timed,
        hours: by_hour.first().zip(by_hour.last()).map(|(first, last)| (first.hour, last.hour)),
        weekdays,
        cells,
        by_hour,
        overall: Share::new(x, n).ok().map(Share::rate),
    }
}

/// The rate of each cell, drawn towards that of all.
fn draw_together(cells: &mut [Cell]) {
    let shares: Vec<Share> = cells.iter().filter_map(|it| Share::new(it.x, it.n).ok()).collect();
    let Ok(rates) = shrink(&shares) else { return };
    for (cell, rate) in cells.iter_mut().zip(rates) {
        cell.shrunk = rate.mean();
    }
}

/// Nobody answered, or only the gatekeeper.
fn unreached(slice: &Slice, reason: Option<Id>) -> bool {
    let Some(id) = reason else { return false };
    match BuiltIn::by_id(id) {
        Some(it) => matches!(it, BuiltIn::NoAnswer | BuiltIn::Gatekeeper),
        None => slice.known.reasons.get(&id).is_some_and(|it| it.1 == Class::ListAndTime),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::funnel::{fixture, slice},
        journal::record::{Body, Entry},
    };

    fn at(minute: u16, what: What, n: u32) -> Body {
        let day = fixture::day("2025-06-04");
        Body::Entry(Entry { day, minute: Some(minute), what, list: None, reason: None, n, extra: None })
    }

    #[test]
    fn three_lucky_calls_make_no_golden_hour() {
        let state = fixture::state(
            vec![
                at(600, What::CALL, 100),
                at(610, What::PRESENTATION, 25),
                at(900, What::CALL, 3),
                at(910, What::PRESENTATION, 3),
                fixture::entry("2025-06-04", What::CALL, None, None, 14),
            ],
            "#/funnel/when",
        );
        let it = view(&state, &slice::sum(&state), By::Presentations);
        assert_eq!((it.calls, it.timed, it.hours), (117, 103, Some((10, 15))));
        assert!(it.cells[1].shrunk < 0.7, "{}", it.cells[1].shrunk);
        assert_eq!(it.cells[1].share(), None);
        assert_eq!(it.cells[0].share().map(Share::whole_percent), Some(25));
    }

    #[test]
    fn reach_is_told_from_calls_whose_end_is_known() {
        let with = |reason: BuiltIn, n| match at(600, What::CALL, n) {
            Body::Entry(it) => Body::Entry(Entry { reason: Some(reason.id()), ..it }),
            other => other,
        };
        let all = vec![
            with(BuiltIn::NoAnswer, 30),
            with(BuiltIn::NotInterested, 6),
            at(600, What::CALL, 50),
            at(620, What::PRESENTATION, 4),
        ];
        let state = fixture::state(all, "#/funnel/when");
        let it = view(&state, &slice::sum(&state), By::Reached);
        assert_eq!((it.by_hour[0].x, it.by_hour[0].n, it.timed), (10, 40, 86));
    }

    #[test]
    fn an_own_step_before_the_presentation_has_its_hours() {
        let all = vec![
            fixture::setting("step/2000", serde_json::json!({ "name": "Reached", "place": "before" })),
            fixture::setting("step/2001", serde_json::json!({ "name": "Offer", "place": "after" })),
            at(600, What::CALL, 40),
            at(600, What::own(Id(2000)), 9),
        ];
        let state = fixture::state(all, "#/funnel/when");
        let slice = slice::sum(&state);
        let own = choices(&slice);
        assert_eq!(own.len(), 3);
        let it = view(&state, &slice, own[2].clone());
        assert_eq!((it.by_hour[0].x, it.by_hour[0].n), (9, 40));
    }
}
