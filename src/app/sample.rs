//! Eight believable weeks of a made-up seller: a sandbox that is never stored.

use crate::{
    app::prefs::Lang,
    domain::{
        date::{Date, Weekday},
        reason::BuiltIn,
        step::Id,
    },
    journal::{
        Journal,
        record::{Body, Device, Entry, Record, RecordId, Setting, What, Writer},
    },
};

const WEEKS: i32 = 8;
const DENTISTS: Id = Id(Id::FIRST_OWN);
const CAR_REPAIR: Id = Id(Id::FIRST_OWN + 1);

/// A small fixed-seed generator: the sample is the same for everybody.
///
/// `SplitMix64`, S. Vigna, <https://prng.di.unimi.it/splitmix64.c>.
struct Dice(u64);

impl Dice {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// True so many times in a thousand.
    const fn hit(&mut self, permille: u64) -> bool {
        self.next() % 1000 < permille
    }

    const fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }
}

/// The sample, ending yesterday, to be tapped on by `device`.
#[must_use]
pub fn journal(lang: Lang, today: Date, device: Device) -> Journal {
    let mut bodies = vec![list(DENTISTS, lang), list(CAR_REPAIR, lang), quota(today)];
    let mut dice = Dice(8);
    for day in today.plus_days(-7 * WEEKS).through(today.plus_days(-1)) {
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            workday(&mut bodies, &mut dice, day);
        }
    }
    // Not this device's records: Undo must not reach into the made-up weeks.
    let writer = Writer::new(Device(device.0.wrapping_add(1)), 0);
    let mut journal = Journal::new(device);
    journal.add_all((0..).zip(bodies).map(|(seq, body)| Record {
        id: RecordId { writer, seq },
        at: u64::from(seq),
        batch: None,
        body,
    }));
    journal
}

fn list(id: Id, lang: Lang) -> Body {
    let name = match (lang, id == DENTISTS) {
        (Lang::En, true) => "Dentists",
        (Lang::En, false) => "Car repair",
        (Lang::Ru, true) => "Стоматологии",
        (Lang::Ru, false) => "Автосервисы",
    };
    Body::Setting(Setting { key: format!("list/{}", id.0), value: serde_json::json!({ "name": name }) })
}

fn quota(today: Date) -> Body {
    Body::Setting(Setting {
        key: format!("quota/{}", today.month_start()),
        value: serde_json::json!({ "sales": 20, "until": today.month_end() }),
    })
}

fn workday(bodies: &mut Vec<Body>, dice: &mut Dice, day: Date) {
    let calls = 11 + dice.below(9);
    for call in 0..calls {
        let list = if dice.hit(600) { DENTISTS } else { CAR_REPAIR };
        let minute = u16::try_from(9 * 60 + call * 420 / calls + dice.below(15)).unwrap_or(0);
        // Dentists are easier to interest, and mornings are better than afternoons.
        let odds = if list == DENTISTS { 290 } else { 190 } + if minute < 12 * 60 { 40 } else { 0 };
        let presented = dice.hit(odds);
        let reason = if presented { None } else { call_reason(dice) };
        bodies.push(entry(day, Some(minute), What::CALL, Some(list), reason));
        if presented {
            let sold = dice.hit(200);
            let reason = if sold { None } else { presentation_reason(dice) };
            let later = Some(minute + 25);
            bodies.push(entry(day, later, What::PRESENTATION, Some(list), reason));
            if sold {
                bodies.push(entry(day, later.map(|it| it + 40), What::SALE, Some(list), None));
            }
        }
    }
    if dice.hit(250) {
        bodies.push(entry(day, Some(15 * 60), What::INBOUND_PRESENTATION, None, None));
        if dice.hit(350) {
            bodies.push(entry(day, Some(16 * 60), What::INBOUND_SALE, None, None));
        }
    }
}

const fn entry(day: Date, minute: Option<u16>, what: What, list: Option<Id>, reason: Option<Id>) -> Body {
    Body::Entry(Entry { day, minute, what, list, reason, n: 1, extra: None })
}

const fn call_reason(dice: &mut Dice) -> Option<Id> {
    let reason = match dice.below(100) {
        0..=41 => BuiltIn::NoAnswer,
        42..=54 => BuiltIn::Gatekeeper,
        55..=74 => BuiltIn::NotInterested,
        75..=80 => BuiltIn::NotAFit,
        81..=87 => BuiltIn::HasSupplier,
        88..=94 => BuiltIn::CallBack,
        _ => return None,
    };
    Some(reason.id())
}

const fn presentation_reason(dice: &mut Dice) -> Option<Id> {
    let reason = match dice.below(100) {
        0..=29 => BuiltIn::TooExpensive,
        30..=51 => BuiltIn::NotAFitAfter,
        52..=66 => BuiltIn::NotTheDecider,
        67..=79 => BuiltIn::NotConvinced,
        80..=91 => BuiltIn::StillThinking,
        _ => return None,
    };
    Some(reason.id())
}
