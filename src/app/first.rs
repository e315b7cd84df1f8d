//! The Log before the code of the app is there (`public/first.js`): what it looks like, and what
//! was tapped on it meanwhile.

use crate::{
    app::{moment::Moment, route::Screen, state::State},
    domain::step::{Id, Origin, Step},
    journal::{
        format::crc32,
        record::{Body, Device, Entry, Record, RecordId, What, Writer},
    },
};
use serde::Serialize;

/// The key that what the Log looked like is stored under.
pub const KEY: &str = "callpace/first";

/// Keys of taps that no app has taken in begin so; each page has its own.
pub const TAPS: &str = "callpace/taps/";

const INBOUND: &str = "inbound-";
const OWN: &str = "own-";
const COUNTER: &str = "counter-";

/// What a button counts, as an attribute of it.
#[must_use]
pub fn code(what: What) -> String {
    let (step, origin) = match what {
        What::Step(step, origin) => (step, origin),
        What::Counter(id) => return format!("{COUNTER}{}", id.0),
    };
    let inbound = if origin == Origin::Inbound { INBOUND } else { "" };
    match step {
        Step::Call => format!("{inbound}call"),
        Step::Presentation => format!("{inbound}presentation"),
        Step::Sale => format!("{inbound}sale"),
        Step::Own(id) => format!("{inbound}{OWN}{}", id.0),
    }
}

/// Reads what [`code`] wrote.
#[must_use]
pub fn what(code: &str) -> Option<What> {
    let id = |text: &str| text.parse().ok().map(Id);
    if let Some(text) = code.strip_prefix(COUNTER) {
        return id(text).map(What::Counter);
    }
    let (origin, step) = code.strip_prefix(INBOUND).map_or((Origin::Cold, code), |it| (Origin::Inbound, it));
    let step = match step {
        "call" => Step::Call,
        "presentation" => Step::Presentation,
        "sale" => Step::Sale,
        own => Step::Own(id(own.strip_prefix(OWN)?)?),
    };
    Some(What::Step(step, origin))
}

/// What was tapped, when, and for which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tap {
    /// What is counted.
    pub what: What,
    /// UTC milliseconds.
    pub at: u64,
    /// The list that was chosen.
    pub list: Option<Id>,
}

/// A line a tap: `<what> <at> <list>`, the last only where one was chosen. A line that is none is left out.
#[must_use]
pub fn taps(text: &str) -> Vec<Tap> {
    let tap = |line: &str| {
        let mut words = line.split(' ');
        let (what, at) = (what(words.next()?)?, words.next()?.parse().ok()?);
        let list = words.next().map(|it| it.parse().map(Id)).transpose().ok()?;
        Some(Tap { what, at, list })
    };
    text.lines().filter_map(tap).collect()
}

/// The taps that stand under a key, as records.
///
/// Whoever makes them makes the same ones: their writer is drawn from the key. So two pages that take
/// them in count them once, whatever a page still sees of what the other has removed already.
#[must_use]
pub fn records(device: Device, key: &str, text: &str, moment: impl Fn(u64) -> Moment) -> Vec<Record> {
    let writer = Writer::new(device, crc32(&[key.as_bytes()]));
    let record = |(seq, tap): (u32, Tap)| {
        let at = moment(tap.at);
        let list = tap.list.filter(|_| matches!(tap.what, What::Step(_, Origin::Cold)));
        let entry = Entry {
            day: at.day,
            minute: Some(at.minute),
            what: tap.what,
            list,
            reason: None,
            n: 1,
            extra: None,
        };
        Record { id: RecordId { writer, seq }, at: tap.at, batch: None, body: Body::Entry(entry) }
    };
    (0..).zip(taps(text)).map(record).collect()
}

/// As `public/first.js` reads it.
#[derive(Serialize)]
struct Left<'a> {
    markup: &'a str,
    lang: &'static str,
    wide: bool,
    day: String,
    day_start: u16,
    list: Option<u32>,
    html: &'a str,
}

/// What to keep of the page when it is left, as JSON, if the next start would show the same.
///
/// `markup` names the markup of this version of the app, `wide` the order of the Log.
#[must_use]
pub fn left(state: &State, markup: &str, wide: bool, html: &str) -> Option<String> {
    let as_usual = state.route.screen == Screen::Log
        && state.sample.is_none()
        && state.log.day.is_none()
        && state.log.list == state.usual_list()
        && state.unsaved.is_empty()
        && state.unreadable.is_empty();
    let left = Left {
        markup,
        lang: state.lang().code(),
        wide,
        day: state.now.day.to_string(),
        day_start: state.journal.settings().day_start,
        list: state.log.list.map(|it| it.0),
        html,
    };
    as_usual.then(|| serde_json::to_string(&left).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{intent::Intent, update::update, view::funnel::fixture};

    #[test]
    fn a_code_tells_what_is_counted() {
        let own = [What::own(Id(1003)), What::Counter(Id(u32::MAX)), What::Step(Step::Call, Origin::Inbound)];
        for it in What::FIXED.into_iter().chain(own) {
            assert_eq!(what(&code(it)), Some(it), "{}", code(it));
        }
        for it in ["", "calls", "own-", "own-x", "inbound-", "inbound-counter-4", "counter-4294967296"] {
            assert_eq!(what(it), None, "{it}");
        }
    }

    #[test]
    fn taps_are_read_line_by_line_and_others_left_out() {
        let text = "call 1764250000000\nsale 1764250000001 1003\nsale\nsale x\nrent 1\ncall 1 x\n";
        let list = Some(Id(1003));
        let all = [(What::CALL, 1_764_250_000_000, None), (What::SALE, 1_764_250_000_001, list)];
        assert_eq!(taps(text), all.map(|(what, at, list)| Tap { what, at, list }));
    }

    #[test]
    fn two_pages_that_take_in_the_same_taps_count_them_once() {
        let text = "call 1749600000000 1000\ninbound-sale 1749600001000 1000\ncall 1749600002000";
        let mut state = fixture::state(fixture::bodies(), "#/log");
        let now = state.now;
        let device = state.journal.device();
        let taken = || records(device, "callpace/taps/1-a", text, |at| Moment { at, ..now });
        let count = |state: &State, what| state.journal.tally().count(now.day, what);
        for _ in 0..2 {
            update(&mut state, Intent::TappedBefore(taken()), now);
            assert_eq!((count(&state, What::CALL), count(&state, What::INBOUND_SALE)), (2, 1));
        }
        let lists: Vec<_> = state.journal.entries_on(now.day).iter().map(|it| it.1.cell.list).collect();
        assert_eq!(lists, [Some(Id(1000)), None, None]);
        // They can be undone as any other.
        update(&mut state, Intent::Undo, now);
        assert_eq!(count(&state, What::CALL), 1);
        // Others are others.
        update(
            &mut state,
            Intent::TappedBefore(records(device, "callpace/taps/1-b", text, |at| Moment { at, ..now })),
            now,
        );
        assert_eq!(count(&state, What::CALL), 3);
    }

    #[test]
    fn only_what_the_next_start_would_show_is_kept() {
        let state = fixture::state(fixture::bodies(), "#/log");
        let kept = |state: &State| left(state, "b1", true, "<nav>");
        let text = kept(&state).unwrap();
        let left: serde_json::Value = serde_json::from_str(&text).unwrap();
        let day = state.now.day.to_string();
        assert_eq!((&left["day"], &left["html"]), (&day.into(), &"<nav>".into()));

        let after = |intent: Intent| {
            let mut state = state.clone();
            let now = state.now;
            update(&mut state, intent, now);
            kept(&state)
        };
        assert_eq!(after(Intent::OpenSample), None);
        assert_eq!(after(Intent::LogDay(Some(state.now.day.plus_days(-1)))), None);
        // Not stored yet.
        assert_eq!(after(Intent::Tap(What::CALL)), None);
        assert_eq!(kept(&fixture::state(fixture::bodies(), "#/plan")), None);
        // The list stays chosen, so it is shown again.
        assert!(after(Intent::LogList(Some(fixture::DENTISTS))).is_some());
    }
}
