//! Histories as the app stores them: so many days of a made-up seller, up to yesterday.

use callpace::{
    app::moment::Moment,
    domain::{
        date::{Date, Weekday},
        reason::BuiltIn,
        step::Id,
    },
    journal::{
        Journal,
        format::{self, SHARD_LEN, ShardKey},
        record::{Amendment, Body, Change, Device, Entry, Record, RecordId, Setting, Target, What, Writer},
        tally::Counted,
    },
};

const CALLS: u64 = 60;
const LOADS: u64 = 3;
/// As many as the app puts together at most.
const GATHERED: usize = 4096;
const DAY: u64 = 86_400_000;
/// The browser that recorded all of it.
const DEVICE: Device = Device(0x1234_5678);
/// Another one of the same seller.
pub(super) const OTHER_DEVICE: Device = Device(0x0bad_cafe);
/// Ids and names of the lead lists.
pub(super) const LISTS: [(u32, &str); 3] = [(1000, "Dentists"), (1001, "Car repair"), (1002, "Bakers")];

/// How long the log has been kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// For people.
    pub(super) name: &'static str,
    days: i32,
}

pub(super) const EMPTY: Span = Span { name: "nothing", days: 0 };
pub(super) const MONTH: Span = Span { name: "one month", days: 30 };
pub(super) const YEAR: Span = Span { name: "one year", days: 365 };
pub(super) const THREE: Span = Span { name: "three years", days: 3 * 365 };
pub(super) const TEN: Span = Span { name: "ten years", days: 10 * 365 };

/// Everything recorded.
#[derive(Debug)]
pub(super) struct History {
    /// By page load, in order of time.
    pub(super) loads: Vec<Vec<Record>>,
    device: Device,
    today: Date,
}

impl History {
    /// Sixty calls on each workday before `today`, three lists, three of four calls with a reason.
    pub(super) fn of(span: Span, today: Date) -> Self {
        Self::by(DEVICE, span, today)
    }

    /// The same, recorded by a browser of one's choice.
    pub(super) fn by(device: Device, span: Span, today: Date) -> Self {
        let mut dice = Dice(1);
        let mut loads = Vec::new();
        if span.days > 0 {
            loads.push(settings(device, today, span.days));
        }
        for day in today.plus_days(-span.days).through(today.plus_days(-1)) {
            let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            // 250 workdays of 261.
            if weekend || dice.below(261) < 11 {
                continue;
            }
            for load in 0..LOADS {
                loads.push(Load::begin(device, day, load, &mut dice).fill(&mut dice));
            }
        }
        Self { loads, device, today }
    }

    /// All of it, as the app knows it.
    pub(super) fn journal(&self) -> Journal {
        let mut journal = Journal::new(self.device);
        journal.add_all(self.loads.iter().flatten().cloned());
        journal
    }

    /// What was counted, amendments applied, in order of time.
    pub(super) fn counted(&self) -> Vec<Counted> {
        let journal = self.journal();
        self.loads.iter().flatten().filter_map(|it| journal.counted(it.id)).collect()
    }

    /// Keys and texts of localStorage: what is older than a week is gathered, as the app does it.
    pub(super) fn stored(&self) -> Vec<(String, String)> {
        if self.loads.is_empty() {
            return Vec::new();
        }
        let young = at(self.today.plus_days(-7));
        let is_old = |it: &&Vec<Record>| it.first().is_none_or(|it| it.at < young);
        let (old, new): (Vec<_>, Vec<_>) = self.loads.iter().partition(is_old);
        let mut all = vec![("callpace/device".to_owned(), self.device.to_string())];
        let mut waiting: Vec<Record> = Vec::new();
        let mut number = 0;
        let mut gather = |records: &mut Vec<Record>| {
            records.sort_by_key(|it| it.id);
            let by = Writer::new(self.device, 0x7000_0000 + number);
            number += 1;
            all.push((ShardKey::gathered(by, 0).to_string(), format::encode_gathered(by, records)));
            records.clear();
        };
        for load in old {
            if waiting.len() + load.len() > GATHERED {
                gather(&mut waiting);
            }
            waiting.extend_from_slice(load);
        }
        if !waiting.is_empty() {
            gather(&mut waiting);
        }
        for shard in new.into_iter().flat_map(|it| it.chunks(SHARD_LEN as usize)) {
            let key = shard.first().map(|it| ShardKey::of(it.id.writer, it.id.seq));
            all.extend(key.map(|key| (key.to_string(), format::encode(shard))));
        }
        all
    }
}

/// Midnight of a day, UTC.
fn at(day: Date) -> u64 {
    u64::from(day.number().unsigned_abs()) * DAY
}

/// Names of the lists, and a quota for this month.
fn settings(device: Device, today: Date, days: i32) -> Vec<Record> {
    let writer = Writer::new(device, 0);
    let setting = |key: String, value| Body::Setting(Setting { key, value });
    let list = |(id, name): (u32, &str)| setting(format!("list/{id}"), serde_json::json!({ "name": name }));
    let quota = setting(
        format!("quota/{}", today.month_start()),
        serde_json::json!({ "sales": 70, "until": today.month_end() }),
    );
    (0..)
        .zip(LISTS.into_iter().map(list).chain([quota]))
        .map(|(seq, body)| Record {
            id: RecordId { writer, seq },
            at: at(today.plus_days(-days)) + u64::from(seq),
            batch: None,
            body,
        })
        .collect()
}

/// One page load of a morning, a noon or an afternoon.
struct Load {
    writer: Writer,
    at: u64,
    list: Id,
    records: Vec<Record>,
}

impl Load {
    fn begin(device: Device, day: Date, load: u64, dice: &mut Dice) -> Self {
        // The day and the load make it unlike any other.
        let number = day.number().unsigned_abs() * 4 + u32::try_from(load).unwrap_or(0);
        let (list, _) = LISTS[usize::try_from(dice.below(3)).unwrap_or(0)];
        Self {
            writer: Writer::new(device, number),
            at: at(day) + 6 * 3_600_000 + load * 10_800_000,
            list: Id(list),
            records: Vec::new(),
        }
    }

    fn fill(mut self, dice: &mut Dice) -> Vec<Record> {
        for _ in 0..CALLS / LOADS {
            self.at += 60_000 + dice.below(450_000);
            self.entry(What::CALL);
            if dice.below(4) < 3 {
                self.at += 1_500 + dice.below(6_000);
                self.reason(BuiltIn::ALL[usize::try_from(dice.below(6)).unwrap_or(0)]);
            } else if dice.below(5) < 4 {
                self.at += 200_000;
                self.entry(What::PRESENTATION);
                if dice.below(5) == 0 {
                    self.at += 900_000;
                    self.entry(What::SALE);
                } else if dice.below(4) > 0 {
                    self.at += 2_000;
                    self.reason(BuiltIn::ALL[6 + usize::try_from(dice.below(5)).unwrap_or(0)]);
                }
            }
        }
        self.records
    }

    fn push(&mut self, body: Body) {
        let seq = u32::try_from(self.records.len()).unwrap_or(0);
        let id = RecordId { writer: self.writer, seq };
        self.records.push(Record { id, at: self.at, batch: None, body });
    }

    fn entry(&mut self, what: What) {
        let moment = Moment::new(self.at, self.at.cast_signed(), 0);
        self.push(Body::Entry(Entry {
            day: moment.day,
            minute: Some(moment.minute),
            what,
            list: Some(self.list),
            reason: None,
            n: 1,
            extra: None,
        }));
    }

    fn reason(&mut self, reason: BuiltIn) {
        let Some(last) = self.records.last() else { return };
        let target = Target::Record(last.id);
        self.push(Body::Amendment(Amendment { target, change: Change::Reason(Some(reason.id())) }));
    }
}

/// Small and always the same: Knuth's `MMIX` generator.
struct Dice(u64);

impl Dice {
    const fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}
