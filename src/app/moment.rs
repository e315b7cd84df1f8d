//! What the clock says, read once by the browser and passed in.

use crate::domain::date::Date;

/// An instant and what it is locally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// UTC milliseconds.
    pub at: u64,
    /// The civil day in the person's zone, day start respected.
    pub day: Date,
    /// Local minute of the clock, 0 to 1439.
    pub minute: u16,
}

impl Moment {
    /// The civil day and minute of a local time, for a day that begins
    /// `day_start` minutes after midnight.
    ///
    /// `local_ms` counts milliseconds since 1970-01-01T00:00 on the local
    /// clock. Out of range: held within years 1 to 9999.
    #[must_use]
    pub fn new(at: u64, local_ms: i64, day_start: u16) -> Self {
        let minutes = local_ms.div_euclid(60_000);
        let days = (minutes - i64::from(day_start)).div_euclid(1440);
        let day = i32::try_from(days).ok().and_then(Date::from_number);
        Self {
            at,
            day: day.unwrap_or(if days < 0 { Date::MIN } else { Date::MAX }),
            minute: u16::try_from(minutes.rem_euclid(1440)).unwrap_or(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_evening_belongs_to_its_own_day_and_a_late_night_to_the_day_before() {
        // 2025-01-31 20:30 on the local clock, whatever UTC says.
        let evening = Date::new(2025, 1, 31).unwrap().number();
        let local = i64::from(evening) * 86_400_000 + (20 * 60 + 30) * 60_000;
        let it = Moment::new(0, local, 0);
        assert_eq!((it.day.to_string().as_str(), it.minute), ("2025-01-31", 1230));
        // 02:59 counts for the day before when days begin at 03:00; 03:00 does not.
        let night = i64::from(evening) * 86_400_000 + (2 * 60 + 59) * 60_000;
        assert_eq!(Moment::new(0, night, 180).day.to_string(), "2025-01-30");
        assert_eq!(Moment::new(0, night + 60_000, 180).day.to_string(), "2025-01-31");
    }
}
