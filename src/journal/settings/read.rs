//! One setting record after another becomes the settings.

use super::{RateKey, Settings};
use crate::domain::{
    date::{Date, Weekday},
    step::{Id, Place},
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

impl Settings {
    pub(in crate::journal) fn read(&mut self, key: &str, value: &Value) {
        if value.is_null() {
            return;
        }
        let (kind, rest) = key.split_once('/').unwrap_or((key, ""));
        let (date, id) = (Date::parse_iso(rest), rest.parse().ok().map(Id));
        match (kind, date, id) {
            ("quota", Some(from), _) => put(&mut self.quotas, from, value),
            ("list", _, Some(id)) => put(&mut self.lists, id, value),
            ("reason", _, Some(id)) => put(&mut self.reasons, id, value),
            ("counter", _, Some(id)) => put(&mut self.counters, id, value),
            ("step", _, Some(id)) => self.steps.extend(typed(value).map(|it| (id, it))),
            ("step", _, None) if rest == "presentation" => self.middle = typed(value).unwrap_or_default(),
            ("holiday", Some(day), _) => {
                self.holidays.extend((value == true).then_some(day));
            }
            ("day", Some(day), _) => put(&mut self.days, day, value),
            ("change", Some(day), _) => put(&mut self.changes, day, value),
            ("target", _, _) => {
                if let Some(rate) = RateKey::ALL.into_iter().find(|it| it.name() == rest) {
                    put(&mut self.targets, rate, value);
                }
            }
            ("delay", _, _) => self.delay = typed(value),
            ("minutes", _, _) if rest == "call" => self.minutes_call = typed(value),
            ("minutes", _, _) if rest == "presentation" => self.minutes_presentation = typed(value),
            ("workdays", _, _) => self.workdays = mask(value).unwrap_or(self.workdays),
            ("week_start", _, _) => {
                self.week_start = if value == "sunday" { Weekday::Sunday } else { Weekday::Monday };
            }
            ("day_start", _, _) => self.day_start = typed(value).filter(|it| *it < 720).unwrap_or(0),
            _ => {}
        }
    }

    pub(in crate::journal) fn finish(&mut self) {
        self.steps.sort_by_key(|(id, it)| (it.place == Place::AfterPresentation, it.order, *id));
        self.steps.truncate(3);
        self.quotas.retain(|from, it| *from <= it.until);
    }
}

fn typed<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}

fn put<K: Ord, V: DeserializeOwned>(map: &mut BTreeMap<K, V>, key: K, value: &Value) {
    if let Some(value) = typed(value) {
        map.insert(key, value);
    }
}

fn mask(value: &Value) -> Option<[bool; 7]> {
    let bits: Vec<bool> = value.as_str()?.chars().map(|it| it == '1').collect();
    bits.try_into().ok()
}
