//! Counters beside the chain: in Settings and on the Funnel.

use super::{
    Words,
    plural::{Case, Noun},
};
use crate::{
    app::view::{
        funnel::counters::{CountersView, Per, Row},
        settings_own::CounterSet,
    },
    domain::stats::whole,
};

impl Words {
    /// What counters are for.
    #[must_use]
    pub const fn counters_hint(self) -> &'static str {
        self.pick(
            "E-mails, visits, hours on the phone. Counted beside the funnel, part of no rate.",
            "Письма, визиты, часы на телефоне. Считается рядом с воронкой, в конверсию не входит.",
        )
    }

    /// Adds a counter.
    #[must_use]
    pub const fn add_counter(self) -> &'static str {
        self.pick("+ Add a counter", "+ Добавить счётчик")
    }

    /// A counter before it has a name.
    #[must_use]
    pub fn counter_without_name(self, n: usize) -> String {
        if self.is_ru() { format!("Счётчик {n}") } else { format!("Counter {n}") }
    }

    /// Label of a counter's goal.
    #[must_use]
    pub const fn counter_goal(self) -> &'static str {
        self.pick("Goal a day (optional)", "Цель на день (необязательно)")
    }

    /// Label of the switch for hours.
    #[must_use]
    pub const fn counter_hours(self) -> &'static str {
        self.pick("It counts hours: show the rest per hour", "Это часы: остальное показывать за час")
    }

    /// How many were ever counted.
    #[must_use]
    pub fn counted_so_far(self, n: u64) -> String {
        let n = self.count(n);
        if self.is_ru() { format!("Всего: {n}") } else { format!("{n} so far") }
    }

    /// None yet.
    #[must_use]
    pub const fn no_counters(self) -> &'static str {
        self.pick("None yet.", "Пока нет.")
    }

    /// Heading of the counters to start from.
    #[must_use]
    pub const fn counter_sets(self) -> &'static str {
        self.pick("Ready-made counters", "Готовые счётчики")
    }

    /// A ready-made counter.
    #[must_use]
    pub const fn counter_set(self, it: CounterSet) -> &'static str {
        match it {
            CounterSet::Emails => self.pick("E-mails", "Письма"),
            CounterSet::FollowUps => self.pick("Follow-ups", "Повторные касания"),
            CounterSet::Referrals => self.pick("Referrals asked", "Просьбы о рекомендации"),
            CounterSet::Hours => self.pick("Hours on the phone", "Часы на телефоне"),
        }
    }

    /// Heading on the Funnel.
    #[must_use]
    pub const fn counters_heading(self) -> &'static str {
        self.pick("Counters", "Счётчики")
    }

    /// What is counted, and by how many days and weeks it is told.
    #[must_use]
    pub fn counters_basis(self, it: &CountersView) -> String {
        let days = self.counted(Noun::Day, Case::Accusative, it.days);
        let weeks = self.counted(Noun::Week, Case::Nominative, it.weeks);
        if self.is_ru() {
            let calls = self.count(it.calls);
            format!("Записи есть за {days} ({weeks}), холодных звонков: {calls}. В конверсию не входит.")
        } else {
            let calls = self.counted(Noun::Call, Case::Nominative, it.calls);
            format!("With entries: {days} in {weeks}, {calls}. Part of no rate.")
        }
    }

    /// `6.7 a day · 10 a week · 0.20 a call · 2.5 an hour`
    #[must_use]
    pub fn counter_line(self, it: &Row) -> String {
        let part = |n: Option<f64>, en: &str, ru: &str| {
            let n = self.ratio(n?);
            Some(if self.is_ru() { format!("{ru} {n}") } else { format!("{n} {en}") })
        };
        let mut parts = vec![part(it.a_day, "a day", "в день"), part(it.a_week, "a week", "в неделю")];
        match it.per {
            Per::CallAndHour(call, hour) => {
                parts.push(part(call, "a call", "на звонок"));
                parts.push(part(hour, "an hour", "в час"));
            }
            Per::CallsAnHour(calls) => parts.push(part(calls, "calls an hour", "звонков в час:")),
        }
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// `Goal 5 a day: reached on 2 of 3 days.`
    #[must_use]
    pub fn counter_reached(self, it: &Row, days: u64) -> Option<String> {
        let (goal, reached) = it.goal?;
        let (goal, fraction) = (self.count(u64::from(goal)), self.fraction(reached, days));
        Some(if self.is_ru() {
            format!("Цель на день — {goal}. Выполнена в дни: {fraction}.")
        } else {
            format!("Goal {goal} a day: reached on {fraction} days.")
        })
    }

    /// A ratio to two figures: `0.20`, `2.5`, `12`.
    fn ratio(self, n: f64) -> String {
        let point = if self.is_ru() { ',' } else { '.' };
        let hundredths = whole(n * 100.0);
        match hundredths {
            0 if n > 0.0 => format!("<0{point}01"),
            0..100 => format!("0{point}{hundredths:02}"),
            100..1000 => self.one_decimal(n),
            _ => self.count(whole(n)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::names::Name,
        text::{EN, RU},
    };

    #[test]
    fn a_counter_in_words() {
        let mut row = Row {
            name: Name::Own("E-mails".to_owned()),
            total: 20,
            a_day: Some(20.0 / 3.0),
            a_week: Some(10.0),
            per: Per::CallAndHour(Some(0.2), Some(2.5)),
            goal: Some((5, 2)),
        };
        assert_eq!(EN.counter_line(&row), "6.7 a day · 10 a week · 0.20 a call · 2.5 an hour");
        assert_eq!(RU.counter_line(&row), "в день 6,7 · в неделю 10 · на звонок 0,20 · в час 2,5");
        assert_eq!(EN.counter_reached(&row, 3).unwrap(), "Goal 5 a day: reached on 2 of 3 days.");
        assert_eq!(RU.counter_reached(&row, 3).unwrap(), "Цель на день — 5. Выполнена в дни: 2 из 3.");
        row.per = Per::CallsAnHour(Some(12.5));
        assert!(EN.counter_line(&row).ends_with("13 calls an hour"));
        assert!(RU.counter_line(&row).ends_with("звонков в час: 13"));
        row.per = Per::CallAndHour(None, None);
        row.a_week = Some(0.003);
        assert_eq!(EN.counter_line(&row), "6.7 a day · <0.01 a week");
        row.a_week = Some(10.0);
        row.a_day = Some(0.996);
        assert_eq!(EN.counter_line(&row), "1.0 a day · 10 a week");
    }

    #[test]
    fn days_and_weeks_with_entries() {
        let it = CountersView { days: 3, weeks: 2, calls: 100, rows: Vec::new() };
        assert_eq!(EN.counters_basis(&it), "With entries: 3 days in 2 weeks, 100 calls. Part of no rate.");
        assert_eq!(
            RU.counters_basis(&it),
            "Записи есть за 3 дня (2 недели), холодных звонков: 100. В конверсию не входит."
        );
    }
}
