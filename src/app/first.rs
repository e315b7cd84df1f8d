//! The Log before the code of the app is there (`public/first.js`): what it looks like, and what
//! was tapped on it meanwhile.

use crate::{
    app::{route::Screen, state::State},
    domain::step::{Id, Origin, Step},
    journal::record::What,
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

/// What was tapped, and when in UTC milliseconds: a line a tap. A line that is none is left out.
#[must_use]
pub fn taps(text: &str) -> Vec<(What, u64)> {
    let tap = |line: &str| {
        let (code, at) = line.split_once(' ')?;
        Some((what(code)?, at.parse().ok()?))
    };
    text.lines().filter_map(tap).collect()
}

/// As `public/first.js` reads it.
#[derive(Serialize)]
struct Left<'a> {
    markup: &'a str,
    lang: &'static str,
    wide: bool,
    day: String,
    day_start: u16,
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
        let text = "call 1764250000000\nsale 1764250000001\nsale\nsale x\nrent 1\n";
        assert_eq!(taps(text), [(What::CALL, 1_764_250_000_000), (What::SALE, 1_764_250_000_001)]);
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
