//! Which hours bring presentations, from the entries that have a time of day.
//!
//! Every entry of the period is looked at, so it is made only when it is shown.

use crate::{
    app::{state::State, view::funnel::slice::Slice},
    domain::{
        compare::shrink::shrink,
        conversion::Share,
        date::Weekday,
        reason::{BuiltIn, Class},
        step::Id,
    },
    journal::record::What,
};

/// What is looked at by the hour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum By {
    /// Presentations of calls.
    #[default]
    Presentations,
    /// Calls on which someone was reached.
    Reached,
}

/// The hour map.
#[derive(Clone, Debug, PartialEq)]
pub struct HoursView {
    /// What is looked at.
    pub by: By,
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
    for (day, tally) in book.tally().days(slice.first, slice.last) {
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
            if is_call {
                timed += n;
                cell.0 += n;
            }
            let success = match by {
                By::Presentations => it.cell.what == What::PRESENTATION,
                By::Reached => is_call && !unreached(slice, it.cell.reason),
            };
            cell.1 += if success { n } else { 0 };
        }
    }
    let first = slice.known.week_start.index();
    let mut weekdays: Vec<Weekday> = (0..7).map(|it| Weekday::ALL[(first + it) % 7]).collect();
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
}
