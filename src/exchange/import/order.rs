//! Which number of a date is the day: decided for the whole column, and asked
//! about only when no cell tells.

use super::date::{DateOrder, Parts, Written, exact, full_year};
use crate::domain::date::{Date, Weekday};

/// What a column says about the order of its numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Evidence {
    told: [u32; 4],
    day_first: u32,
    month_first: u32,
    /// Dots between numbers that fit both ways: nobody writes `06.03.2025`
    /// for 3 June, so this decides, but less than a day over 12 does.
    dots: u32,
    either: u32,
    /// The same both ways (05/05).
    same: u32,
    /// Two-digit years: how far from today the cells would be.
    short: u32,
    short_ymd: u32,
    far_dmy: u64,
    far_ymd: u64,
}

/// The order to read a column in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    /// What the cells are read with.
    pub(crate) order: DateOrder,
    /// What the column is written in, if that is known.
    pub(crate) known: Option<DateOrder>,
    /// Whether a person has to say.
    pub(crate) ask: bool,
}

impl Evidence {
    /// Takes one more cell into account.
    pub(crate) fn see(&mut self, cell: Written, today: Date) {
        match cell.parts {
            Parts::Empty | Parts::Unreadable => {}
            Parts::Told { order, .. } => self.told[order as usize] += 1,
            Parts::Serial(_) => self.told[DateOrder::Serial as usize] += 1,
            Parts::Yearless { a, b, dotted } => self.see_pair(a, b, dotted, None, None),
            Parts::Loose { a, b, c, short, dotted } => {
                let year = full_year(c, short);
                if short {
                    self.see_short(a, b, c, today);
                }
                self.see_pair(a, b, dotted, cell.weekday, Some(year));
            }
        }
    }

    fn see_pair(&mut self, a: u32, b: u32, dotted: bool, weekday: Option<Weekday>, year: Option<i32>) {
        match (a, b) {
            (13..=31, 1..=12) => self.day_first += 1,
            (1..=12, 13..=31) => self.month_first += 1,
            (1..=12, 1..=12) if a != b => {
                let falls = |month, day| {
                    let date = year.and_then(|it| exact(it, month, day));
                    weekday.is_some() && date.map(Date::weekday) == weekday
                };
                match (falls(b, a), falls(a, b)) {
                    (true, false) => self.day_first += 1,
                    (false, true) => self.month_first += 1,
                    _ if dotted => self.dots += 1,
                    _ => self.either += 1,
                }
            }
            (1..=12, 1..=12) => self.same += 1,
            _ => {}
        }
    }

    fn see_short(&mut self, a: u32, b: u32, c: u32, today: Date) {
        const NEVER: u64 = 100_000;
        let far =
            |date: Option<Date>| date.map_or(NEVER, |it| u64::from(it.days_since(today).unsigned_abs()));
        let ymd = exact(full_year(a, true), b, c);
        self.short += 1;
        self.short_ymd += u32::from(ymd.is_some());
        self.far_ymd += far(ymd);
        let (dmy, mdy) = (exact(full_year(c, true), b, a), exact(full_year(c, true), a, b));
        self.far_dmy += far(dmy).min(far(mdy));
    }

    const fn told_as(&self, order: DateOrder) -> bool {
        let [_, dmy, mdy, _] = self.told;
        match order {
            DateOrder::Dmy => dmy > 0 && mdy == 0,
            DateOrder::Mdy => mdy > 0 && dmy == 0,
            DateOrder::Ymd | DateOrder::Serial => false,
        }
    }

    /// Decides; `chosen` is what a person has said.
    pub(crate) fn decide(&self, chosen: Option<DateOrder>) -> Decision {
        let loose = self.day_first + self.month_first + self.dots + self.either + self.same;
        let (order, ask) = match chosen {
            Some(order) => (order, false),
            None if self.short > 0 && self.short_ymd == self.short && self.far_ymd < self.far_dmy => {
                (DateOrder::Ymd, false)
            }
            None if self.day_first > self.month_first => (DateOrder::Dmy, false),
            None if self.month_first > self.day_first => (DateOrder::Mdy, false),
            None if self.day_first > 0 => (DateOrder::Dmy, true),
            // Months by name tell how this person orders a date.
            None if self.dots == 0 && self.told_as(DateOrder::Mdy) => (DateOrder::Mdy, false),
            None if self.told_as(DateOrder::Dmy) => (DateOrder::Dmy, false),
            None => (DateOrder::Dmy, self.dots == 0 && self.either > 0),
        };
        let mut counts = self.told;
        counts[order as usize] += loose;
        let most = [DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy, DateOrder::Serial]
            .into_iter()
            .max_by_key(|it| counts[*it as usize])
            .filter(|it| counts[*it as usize] > 0);
        Decision { order, known: if ask { None } else { most }, ask }
    }
}
