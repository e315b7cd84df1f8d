//! The form of a quota, and what it says before there is one.

use crate::{
    app::view::plan::{
        outlook::Start,
        quota_form::{Field, Kind, Problem},
    },
    domain::quota,
    text::{
        Words,
        errors::DateError,
        plural::{Case, Noun},
    },
};

impl Words {
    /// No quota yet.
    #[must_use]
    pub const fn ask_for_quota(self) -> &'static str {
        self.pick("How many sales do you need, and by when?", "Сколько сделок нужно и к какому сроку?")
    }

    /// Saves the first quota.
    #[must_use]
    pub const fn set_quota(self) -> &'static str {
        self.pick("Set a quota", "Задать план")
    }

    /// Opens the form.
    #[must_use]
    pub const fn edit_quota(self) -> &'static str {
        self.pick("Edit quota", "Изменить план")
    }

    /// Label of what a quota is counted in.
    #[must_use]
    pub const fn quota_kind(self) -> &'static str {
        self.pick("Quota in", "План в")
    }

    /// What a quota is counted in.
    #[must_use]
    pub const fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Sales => self.pick("sales", "сделках"),
            Kind::Money => self.pick("money", "деньгах"),
        }
    }

    /// Whether inbound sales count.
    #[must_use]
    pub const fn inbound_counts(self) -> &'static str {
        self.pick("Inbound sales count", "Считать входящие сделки")
    }

    /// Label of a field.
    #[must_use]
    pub const fn quota_field(self, field: Field) -> &'static str {
        match field {
            Field::Sales => self.pick("Sales", "Сделки"),
            Field::Money => self.pick("Money", "Сумма"),
            Field::From => self.pick("First day", "Первый день"),
            Field::Until => self.pick("Last day", "Последний день"),
        }
    }

    /// What is wrong with it.
    #[must_use]
    pub fn quota_problem(self, field: Field, problem: Problem) -> String {
        match problem {
            Problem::NotAQuota => self.range_error(self.quota_field(field), 1, 1_000_000),
            Problem::NotMoney => self.amount_error().to_owned(),
            Problem::NoSuchDate => self.date_error(DateError::NoSuchDate).to_owned(),
            Problem::TooEarly => self.date_error(DateError::TooEarly).to_owned(),
            Problem::EndBeforeStart => self.date_error(DateError::EndBeforeStart).to_owned(),
            Problem::TooLong => {
                self.pick("A period has at most ten years", "Период — не длиннее десяти лет").to_owned()
            }
        }
    }

    /// What a quota would take: at the seller's rates, or at example rates that are said not to be theirs.
    #[must_use]
    pub fn quota_preview(self, start: Start, sales: u64) -> Option<String> {
        let (p, s) = (start.presentation, start.sale);
        let chain = [p, s].map(|it| quota::Stage { entered: it.n(), advanced: it.x() });
        let needed = quota::stage_needed(sales, &chain).ok()?;
        let [calls, presentations] = <[u128; 2]>::try_from(needed).ok()?;
        let low = |n: u128| u64::try_from(n).unwrap_or(u64::MAX);
        let calls = self.counted(Noun::Call, Case::Nominative, low(calls));
        let presentations = self.counted(Noun::Presentation, Case::Nominative, low(presentations));
        let sales = self.counted(Noun::Sale, Case::Accusative, sales);
        let (p, s) = (self.rate_figure(p), self.rate_figure(s));
        Some(match (start.example, self.is_ru()) {
            (true, false) => format!(
                "Example rates, not yours: {p} and {s}. For {sales} simple division says {calls} and {presentations}."
            ),
            (true, true) => format!(
                "Примерные проценты, не ваши: {p} и {s}. Простым делением на {sales} — {calls}, {presentations}."
            ),
            (false, false) => {
                format!(
                    "At your rates, {p} and {s}, simple division says {sales} take {calls} and {presentations}."
                )
            }
            (false, true) => {
                format!("При ваших {p} и {s} простым делением на {sales} — {calls}, {presentations}.")
            }
        })
    }
}
