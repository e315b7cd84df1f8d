//! Dates and hours: `Tue 3 June`, `вторник, 3 июня`, `2–11 June`.

use super::Words;
use crate::{
    app::prefs::Lang,
    domain::date::{Date, Weekday},
};

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_RU: [&str; 12] = [
    "Январь",
    "Февраль",
    "Март",
    "Апрель",
    "Май",
    "Июнь",
    "Июль",
    "Август",
    "Сентябрь",
    "Октябрь",
    "Ноябрь",
    "Декабрь",
];
const MONTHS_RU_GENITIVE: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const WEEKDAYS_RU: [&str; 7] =
    ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];
const SHORT_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const SHORT_RU: [&str; 7] = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"];

impl Words {
    /// `June`, `Июнь`.
    #[must_use]
    pub fn month(self, day: Date) -> &'static str {
        let place = usize::from(day.ymd().1 - 1);
        match self.lang {
            Lang::En => MONTHS_EN[place],
            Lang::Ru => MONTHS_RU[place],
        }
    }

    /// `Jun`, `июн`: for the axis of a chart.
    #[must_use]
    pub fn month_short(self, day: Date) -> String {
        let name: String = self.month(day).chars().take(3).collect();
        if self.is_ru() { name.to_lowercase() } else { name }
    }

    /// The month as it stands after a day: `June`, `июня`.
    fn month_of_date(self, day: Date) -> &'static str {
        let place = usize::from(day.ymd().1 - 1);
        match self.lang {
            Lang::En => MONTHS_EN[place],
            Lang::Ru => MONTHS_RU_GENITIVE[place],
        }
    }

    /// `Mon`, `пн`.
    #[must_use]
    pub const fn weekday_short(self, it: Weekday) -> &'static str {
        match self.lang {
            Lang::En => SHORT_EN[it.index()],
            Lang::Ru => SHORT_RU[it.index()],
        }
    }

    /// `Monday`, `понедельник`.
    #[must_use]
    pub const fn weekday(self, it: Weekday) -> &'static str {
        match self.lang {
            Lang::En => WEEKDAYS_EN[it.index()],
            Lang::Ru => WEEKDAYS_RU[it.index()],
        }
    }

    /// `3 June`, `3 июня`; with the year where it is not the current one.
    #[must_use]
    pub fn date(self, day: Date) -> String {
        format!("{} {}{}", day.ymd().2, self.month_of_date(day), self.year_of(day))
    }

    fn year_of(self, day: Date) -> String {
        let year = day.ymd().0;
        if year == self.year { String::new() } else { format!(" {year}") }
    }

    /// `Tue 3 June`, `вторник, 3 июня`.
    #[must_use]
    pub fn weekday_date(self, day: Date) -> String {
        match self.lang {
            Lang::En => format!("{} {}", self.weekday_short(day.weekday()), self.date(day)),
            Lang::Ru => format!("{}, {}", self.weekday(day.weekday()), self.date(day)),
        }
    }

    /// `Mon 2`, `пн 2`.
    #[must_use]
    pub fn day_in_week(self, day: Date) -> String {
        format!("{} {}", self.weekday_short(day.weekday()), day.ymd().2)
    }

    /// `2–11 June`, `28 May – 3 June`, `30 December 2024 – 5 January`.
    #[must_use]
    pub fn span(self, first: Date, last: Date) -> String {
        let ((y1, m1, d1), (y2, m2, _)) = (first.ymd(), last.ymd());
        if first == last {
            self.date(first)
        } else if (y1, m1) == (y2, m2) {
            format!("{d1}–{}", self.date(last))
        } else if y1 == y2 {
            format!("{d1} {} – {}", self.month_of_date(first), self.date(last))
        } else {
            format!("{} – {}", self.date(first), self.date(last))
        }
    }

    /// `09:05`.
    #[must_use]
    pub fn hour(self, minute: u16) -> String {
        format!("{:02}:{:02}", minute / 60, minute % 60)
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        domain::date::Date,
        text::{EN, RU},
    };

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn dates_in_both_languages() {
        assert_eq!(EN.weekday_date(day("2025-06-03")), "Tue 3 June");
        assert_eq!(RU.weekday_date(day("2025-06-03")), "вторник, 3 июня");
        assert_eq!(EN.span(day("2025-06-02"), day("2025-06-11")), "2–11 June");
        assert_eq!(RU.span(day("2025-05-28"), day("2025-06-03")), "28 мая – 3 июня");
        assert_eq!(EN.span(day("2024-12-30"), day("2025-01-05")), "30 December 2024 – 5 January");
        assert_eq!(RU.date(day("2024-03-01")), "1 марта 2024");
    }
}
