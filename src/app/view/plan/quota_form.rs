//! Setting a quota: what the form starts with, what is wrong with it, what is recorded.

use super::period::{LONGEST, Period};
use crate::{
    domain::{
        date::Date,
        stats::MAX_QUOTA,
        typed::{self, CountError},
    },
    journal::{
        record::Setting,
        settings::{Goal, Quota},
    },
};

/// The earliest day a quota can begin on: nothing is recorded before.
const EARLIEST: Date = match Date::new(2000, 1, 1) {
    Some(it) => it,
    None => Date::MIN,
};

/// What a quota is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Sales.
    #[default]
    Sales,
    /// Money.
    Money,
}

/// What stands in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Sales or money.
    pub kind: Kind,
    /// What is typed as the number of sales.
    pub sales: String,
    /// What is typed as the money.
    pub money: String,
    /// The first day; `None` while there is none that exists.
    pub from: Option<Date>,
    /// The last day; `None` while there is none that exists.
    pub until: Option<Date>,
    /// Whether inbound sales count.
    pub inbound: bool,
    /// The quota that is changed, if one is.
    pub before: Option<(Date, Quota)>,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The number of sales.
    Sales,
    /// The money.
    Money,
    /// The first day.
    From,
    /// The last day.
    Until,
}

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Not a whole number of 1 to a million.
    NotAQuota,
    /// Not an amount above 0.
    NotMoney,
    /// No such date.
    NoSuchDate,
    /// Before 2000.
    TooEarly,
    /// The last day is before the first.
    EndBeforeStart,
    /// More than ten years.
    TooLong,
}

impl Field {
    /// Its id in tests and in the document.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Sales => "quota-sales",
            Self::Money => "quota-money",
            Self::From => "quota-from",
            Self::Until => "quota-until",
        }
    }
}

impl Draft {
    /// For a first quota: this month, nothing typed.
    #[must_use]
    pub const fn new(today: Date) -> Self {
        Self {
            kind: Kind::Sales,
            sales: String::new(),
            money: String::new(),
            from: Some(today.month_start()),
            until: Some(today.month_end()),
            inbound: true,
            before: None,
        }
    }

    /// To change a quota; `money` is its amount as it is typed.
    #[must_use]
    pub fn of(from: Date, quota: &Quota, money: impl FnOnce(u64) -> String) -> Self {
        let (kind, sales, money) = match quota.goal {
            Goal::Sales(n) => (Kind::Sales, n.to_string(), String::new()),
            Goal::Money(n) => (Kind::Money, String::new(), money(n)),
        };
        Self {
            kind,
            sales,
            money,
            from: Some(from),
            until: Some(quota.until),
            inbound: quota.inbound,
            before: Some((from, quota.clone())),
        }
    }

    /// The settings that save it.
    ///
    /// # Errors
    ///
    /// What is wrong, field by field.
    pub fn check(&self) -> Result<Vec<Setting>, Vec<(Field, Problem)>> {
        let mut problems = Vec::new();
        let mut keep = |field: Field, result: Result<Goal, Problem>| match result {
            Ok(it) => Some(it),
            Err(problem) => {
                problems.push((field, problem));
                None
            }
        };
        let goal = match self.kind {
            Kind::Sales => keep(Field::Sales, self.typed_sales()),
            Kind::Money => keep(Field::Money, self.typed_money()),
        };
        let days = match self.days() {
            Ok(it) => Some(it),
            Err(wrong) => {
                problems.extend(wrong);
                None
            }
        };
        let (Some(goal), Some((from, until))) = (goal, days) else { return Err(problems) };
        let old = self.before.as_ref();
        let quota = Quota {
            goal,
            until,
            certainty: old.map_or(80, |it| it.1.certainty),
            inbound: self.inbound,
            open: old.is_some_and(|it| it.1.open),
        };
        let moved = old.filter(|it| it.0 != from).map(|it| gone(it.0));
        Ok(moved.into_iter().chain([setting(from, &quota)]).collect())
    }

    fn typed_sales(&self) -> Result<Goal, Problem> {
        let most = u32::try_from(MAX_QUOTA).unwrap_or(u32::MAX);
        match typed::parse(&self.sales, most) {
            Ok(n @ 1..) => Ok(Goal::Sales(n)),
            Ok(0) | Err(CountError::NotWhole | CountError::TooLarge) => Err(Problem::NotAQuota),
        }
    }

    fn typed_money(&self) -> Result<Goal, Problem> {
        match typed::parse_money(&self.money) {
            Ok(n @ 1..) => Ok(Goal::Money(n)),
            Ok(0) | Err(CountError::NotWhole | CountError::TooLarge) => Err(Problem::NotMoney),
        }
    }

    fn days(&self) -> Result<(Date, Date), Vec<(Field, Problem)>> {
        let day = |field, it: Option<Date>| match it {
            None => Err((field, Problem::NoSuchDate)),
            Some(it) if it < EARLIEST => Err((field, Problem::TooEarly)),
            Some(it) => Ok(it),
        };
        match (day(Field::From, self.from), day(Field::Until, self.until)) {
            (Ok(from), Ok(until)) if until < from => Err(vec![(Field::Until, Problem::EndBeforeStart)]),
            (Ok(from), Ok(until)) if until.days_since(from) > LONGEST => {
                Err(vec![(Field::Until, Problem::TooLong)])
            }
            (Ok(from), Ok(until)) => Ok((from, until)),
            (from, until) => Err([from, until].into_iter().filter_map(Result::err).collect()),
        }
    }
}

/// Records a quota.
#[must_use]
pub fn setting(from: Date, quota: &Quota) -> Setting {
    Setting { key: format!("quota/{from}"), value: serde_json::to_value(quota).unwrap_or_default() }
}

fn gone(from: Date) -> Setting {
    Setting { key: format!("quota/{from}"), value: serde_json::Value::Null }
}

/// The same quota for the period that follows.
#[must_use]
pub fn again(quota: &Quota, next: Period) -> Setting {
    setting(next.from, &Quota { until: next.until, ..quota.clone() })
}
