//! Addresses, kept in the hash so that they work under any sub-path and from `file://`.

use crate::{
    domain::{date::Date, step::Id},
    journal::tally::ListFilter,
};
use core::fmt;

/// Where the person is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The screen.
    pub screen: Screen,
    /// Days counted on Funnel and Plan.
    pub period: Period,
    /// Lists counted.
    pub list: ListFilter,
    /// The query as it was, for screens with keys of their own.
    pub query: String,
}

/// A screen and its part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// What just happened?
    #[default]
    Log,
    /// Where are people lost?
    Funnel(FunnelPart),
    /// Will I make it?
    Plan,
    /// Are the numbers right? The day whose week is shown.
    Days(Option<Date>),
    /// Is my data safe, and counted my way?
    Settings(SettingsPart),
    /// An opened link.
    Shared,
    /// Colleagues' files.
    View,
    /// A day that does not exist.
    NoSuchDate,
    /// Anything else.
    NoSuchPage,
}

/// A section of Funnel that an address can jump to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FunnelPart {
    /// The top.
    #[default]
    Rates,
    /// Reasons.
    Why,
    /// Weeks.
    Trend,
    /// Lists compared.
    Lists,
    /// Hours.
    When,
}

/// A section of Settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SettingsPart {
    #[default]
    Main,
    Backup,
    Import,
    Lists,
    Reasons,
    Steps,
    Counters,
    Workdays,
    Keys,
    About,
}

impl SettingsPart {
    const NAMES: [(Self, &'static str); 9] = [
        (Self::Backup, "backup"),
        (Self::Import, "import"),
        (Self::Lists, "lists"),
        (Self::Reasons, "reasons"),
        (Self::Steps, "steps"),
        (Self::Counters, "counters"),
        (Self::Workdays, "workdays"),
        (Self::Keys, "keys"),
        (Self::About, "about"),
    ];
}

impl FunnelPart {
    const NAMES: [(Self, &'static str); 4] =
        [(Self::Why, "why"), (Self::Trend, "trend"), (Self::Lists, "lists"), (Self::When, "when")];
}

/// Which days are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Period {
    /// Today.
    Today,
    /// The last so many days, today included: 7, 30 or 90.
    Last(u16),
    /// This month so far.
    Month,
    /// Everything.
    All,
    /// From the first to the last day, both included.
    Between(Date, Date),
    /// 90 days, as nothing was said.
    #[default]
    Default,
}

impl Period {
    /// The first and the last day; `span` is that of all records.
    #[must_use]
    pub fn days(self, today: Date, span: Option<(Date, Date)>) -> (Date, Date) {
        match self {
            Self::Today => (today, today),
            Self::Last(n) => (today.plus_days(1 - i32::from(n)), today),
            Self::Default => (today.plus_days(-89), today),
            Self::Month => (today.month_start(), today),
            Self::All => {
                let (first, last) = span.unwrap_or((today, today));
                (first.min(today), last.max(today))
            }
            Self::Between(first, last) => (first, last),
        }
    }

    /// Reads the value of `p`; `None` if it is not one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "today" => Some(Self::Today),
            "7d" => Some(Self::Last(7)),
            "30d" => Some(Self::Last(30)),
            "90d" => Some(Self::Last(90)),
            "month" => Some(Self::Month),
            "all" => Some(Self::All),
            _ => {
                let (first, last) = text.split_once("..")?;
                let (first, last) = (Date::parse_iso(first)?, Date::parse_iso(last)?);
                (first <= last).then_some(Self::Between(first, last))
            }
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("today"),
            Self::Last(n) => write!(f, "{n}d"),
            Self::Default => f.write_str("90d"),
            Self::Month => f.write_str("month"),
            Self::All => f.write_str("all"),
            Self::Between(first, last) => write!(f, "{first}..{last}"),
        }
    }
}

impl Route {
    /// A screen without filters.
    #[must_use]
    pub fn to(screen: Screen) -> Self {
        Self { screen, ..Self::default() }
    }

    /// Reads what follows `#`.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let value = |key: &str| {
            query.split('&').filter_map(|it| it.split_once('=')).find(|it| it.0 == key).map(|it| it.1)
        };
        let mut parts = path.trim_end_matches('/').split('/');
        let (first, second) = (parts.next().unwrap_or_default(), parts.next());
        let screen = match (first, second, parts.next()) {
            ("" | "log", None, None) => Screen::Log,
            ("funnel", part, None) => {
                named(&FunnelPart::NAMES, part).map_or(Screen::NoSuchPage, Screen::Funnel)
            }
            ("plan", None, None) => Screen::Plan,
            ("days", None, None) => Screen::Days(None),
            ("days", Some(day), None) => {
                Date::parse_iso(day).map_or(Screen::NoSuchDate, |day| Screen::Days(Some(day)))
            }
            ("settings", part, None) => {
                named(&SettingsPart::NAMES, part).map_or(Screen::NoSuchPage, Screen::Settings)
            }
            ("shared", None, None) => Screen::Shared,
            ("view", None, None) => Screen::View,
            _ => Screen::NoSuchPage,
        };
        Self {
            screen,
            period: value("p").and_then(Period::parse).unwrap_or_default(),
            list: value("list")
                .and_then(|it| it.parse().ok())
                .map_or(ListFilter::All, |id| ListFilter::Only(Id(id))),
            query: query.to_owned(),
        }
    }
}

/// No second part is the default; an unknown one is `None`.
fn named<T: Copy + Default>(names: &[(T, &str)], part: Option<&str>) -> Option<T> {
    match part {
        None => Some(T::default()),
        Some(part) => names.iter().find(|it| it.1 == part).map(|it| it.0),
    }
}

fn name_of<T: Copy + PartialEq>(names: &[(T, &'static str)], it: T) -> Option<&'static str> {
    names.iter().find(|known| known.0 == it).map(|known| known.1)
}

impl fmt::Display for Route {
    /// With `#`, as it stands in the address bar.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.screen {
            Screen::Log | Screen::NoSuchDate | Screen::NoSuchPage => f.write_str("#/log")?,
            Screen::Funnel(part) => {
                f.write_str("#/funnel")?;
                name_of(&FunnelPart::NAMES, part).map_or(Ok(()), |it| write!(f, "/{it}"))?;
            }
            Screen::Plan => f.write_str("#/plan")?,
            Screen::Days(None) => f.write_str("#/days")?,
            Screen::Days(Some(day)) => write!(f, "#/days/{day}")?,
            Screen::Settings(part) => {
                f.write_str("#/settings")?;
                name_of(&SettingsPart::NAMES, part).map_or(Ok(()), |it| write!(f, "/{it}"))?;
            }
            Screen::Shared => f.write_str("#/shared")?,
            Screen::View => f.write_str("#/view")?,
        }
        let mut separator = '?';
        if self.period != Period::Default {
            write!(f, "{separator}p={}", self.period)?;
            separator = '&';
        }
        match self.list {
            ListFilter::All => Ok(()),
            ListFilter::Only(id) => write!(f, "{separator}list={}", id.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_back_as_written() {
        for hash in [
            "#/log",
            "#/funnel/why?p=30d",
            "#/plan?p=2025-06-02..2025-06-11",
            "#/days/2025-06-03",
            "#/settings/about",
            "#/funnel?p=all&list=1234",
            "#/view?p=30d",
        ] {
            assert_eq!(Route::parse(hash).to_string(), hash);
        }
        assert_eq!(Route::parse("").screen, Screen::Log);
        assert_eq!(Route::parse("#/days/2025-02-31").screen, Screen::NoSuchDate);
        assert_eq!(Route::parse("#/nowhere").screen, Screen::NoSuchPage);
        assert_eq!(Route::parse("#/funnel/nowhere").screen, Screen::NoSuchPage);
        assert_eq!(Route::parse("#/funnel?p=2025-06-11..2025-06-02").period, Period::Default);
    }

    #[test]
    fn ninety_days_end_today() {
        let today = Date::new(2025, 6, 11).unwrap();
        let (first, last) = Period::Default.days(today, None);
        assert_eq!((last.days_since(first), last), (89, today));
    }
}
