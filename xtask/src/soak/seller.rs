//! Five months of a made-up seller, played through the app's own update.

use super::dice::Dice;
use callpace::app::intent::Intent;
use callpace::app::moment::Moment;
use callpace::app::start::{Found, start};
use callpace::app::state::State;
use callpace::app::update::update;
use callpace::domain::date::{Date, Weekday};
use callpace::domain::reason::{BuiltIn, Side};
use callpace::domain::step::Id;
use callpace::journal::record::{Change, Setting, What};
use serde_json::json;

/// Names as people give them, and as no spreadsheet may run them.
const LISTS: [&str; 4] =
    ["Dentists", "=HYPERLINK(\"http://example.com\";\"x\")", "Стоматологии, «Юг»; 2", "'tis \"it\""];

const DAYS: i32 = 150;

struct Seller {
    state: State,
    dice: Dice,
    day: Date,
    minute: i64,
}

/// The seller's page in the evening of the last day.
pub(super) fn five_months(dice: Dice) -> State {
    let last = Date::from_number(20_000).unwrap_or(Date::MIN);
    let found = Found { random: dice.seed(), languages: vec!["en".to_owned()], ..Found::default() };
    let first = last.plus_days(1 - DAYS);
    let mut it = Seller { state: start(found, |_| moment(first, 0)), dice, day: first, minute: 0 };
    let lists = (1000..)
        .zip(LISTS)
        .map(|(id, name)| Setting { key: format!("list/{id}"), value: json!({ "name": name }) });
    it.act(Intent::Settings(lists.collect()));
    for day in first.through(last) {
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            it.work_on(day);
        }
    }
    it.state
}

fn moment(day: Date, minute: i64) -> Moment {
    let local = i64::from(day.number()) * 86_400_000 + (9 * 60 + minute) * 60_000;
    Moment::new(local.unsigned_abs(), local, 0)
}

impl Seller {
    fn act(&mut self, intent: Intent) {
        self.minute += 1;
        // Where it would be stored does not matter here.
        let _effects = update(&mut self.state, intent, moment(self.day, self.minute));
    }

    fn work_on(&mut self, day: Date) {
        (self.day, self.minute) = (day, 0);
        for _ in 0..20 + self.dice.up_to(30) {
            self.call();
        }
        if self.dice.hits(30) {
            self.act(Intent::Tap(What::INBOUND_PRESENTATION));
            if self.dice.hits(40) {
                self.act(Intent::Tap(What::INBOUND_SALE));
            }
        }
    }

    fn call(&mut self) {
        let list = self.dice.up_to(5);
        let list = (list <= 4).then(|| Id(999 + list));
        self.act(Intent::LogList(list));
        self.act(Intent::Tap(What::CALL));
        if self.dice.hits(60) {
            self.reason(Side::Call);
        } else if self.dice.hits(55) {
            self.act(Intent::Tap(What::PRESENTATION));
            if self.dice.hits(25) {
                self.act(Intent::Tap(What::SALE));
                self.priced();
            } else if self.dice.hits(70) {
                self.reason(Side::Presentation);
            }
        }
        // A slip of the finger; now and then it was none.
        if self.dice.hits(6) {
            self.act(Intent::Undo);
            if self.dice.hits(30) {
                self.act(Intent::Redo);
            }
        }
        if self.dice.hits(3)
            && let Some((id, _)) = self.state.last_entry()
        {
            let changes = vec![Change::List(Some(Id(1000))), Change::N(self.dice.up_to(5))];
            let delete = self.dice.hits(50);
            self.act(if delete { Intent::Delete(id) } else { Intent::Amend(id, changes) });
        }
    }

    fn reason(&mut self, side: Side) {
        let all: Vec<BuiltIn> = BuiltIn::ALL.into_iter().filter(|it| it.side() == side).collect();
        let place = self.dice.up_to(u32::try_from(all.len()).unwrap_or(1)) as usize;
        if let Some(it) = all.get(place - 1) {
            self.act(Intent::ToggleReason(it.id()));
        }
    }

    fn priced(&mut self) {
        if let Some((id, _)) = self.state.last_entry().filter(|_| self.dice.hits(80)) {
            let amount = u64::from(self.dice.up_to(5_000_000));
            self.act(Intent::Amend(id, vec![Change::Amount(Some(amount))]));
        }
    }
}
