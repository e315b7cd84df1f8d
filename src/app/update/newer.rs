//! A newer version of the app: looked for now and then, offered in a pause, loaded on request.

use super::say;
use crate::app::{
    effect::Effect,
    state::{Said, State},
};

/// How often an open page looks for a newer version, in milliseconds; each load looks by itself.
const LOOK_EVERY: u64 = 60 * 60 * 1000;

/// How long nobody may have recorded anything before the offer moves what is on the screen,
/// in milliseconds.
const PAUSE: u64 = 10_000;

/// The browser has one ready.
pub(super) const fn ready(state: &mut State) -> Vec<Effect> {
    state.newer.ready = true;
    in_a_pause(state);
    Vec::new()
}

/// The person wants it now.
pub(super) fn load(state: &State) -> Vec<Effect> {
    if state.newer_offered() { vec![Effect::LoadNewer] } else { Vec::new() }
}

/// Time has passed.
pub(super) fn tick(state: &mut State) -> Option<Effect> {
    in_a_pause(state);
    let now = state.now.at;
    if now.saturating_sub(state.newer.looked) < LOOK_EVERY {
        // Also after the clock was set back.
        state.newer.looked = state.newer.looked.min(now);
        return None;
    }
    state.newer.looked = now;
    Some(Effect::LookForNewer)
}

const fn in_a_pause(state: &mut State) {
    if state.now.at.abs_diff(state.newer.busy) >= PAUSE {
        offer(state);
    }
}

/// Offers it if it is ready. Called where nobody is about to tap: the offer moves the screen.
pub(super) const fn offer(state: &mut State) {
    if state.newer.ready && !state.newer.offered {
        state.newer.offered = true;
        say(state, Said::NewerReady);
    }
}

#[cfg(test)]
mod tests {
    use super::{LOOK_EVERY, PAUSE};
    use crate::{
        app::{
            effect::{Effect, StoreError},
            intent::Intent,
            moment::Moment,
            route::Route,
            start::{Found, start},
            state::State,
            update::update,
        },
        domain::step::{Origin, Step},
        journal::record::What,
    };

    fn at(ms: u64) -> Moment {
        Moment::new(1_000_000_000_000 + ms, 1_000_000_000_000, 0)
    }

    fn opened() -> State {
        start(Found::default(), |_| at(0))
    }

    fn tap(state: &mut State, ms: u64) {
        for effect in update(state, Intent::Tap(What::Step(Step::Call, Origin::Cold)), at(ms)) {
            if let Effect::Write { key, through, .. } = effect {
                update(state, Intent::Stored { key, through, result: Ok(()) }, at(ms));
            }
        }
    }

    #[test]
    fn it_is_offered_at_once_to_someone_who_does_not_tap() {
        let mut state = opened();
        assert!(!state.newer_offered());
        update(&mut state, Intent::NewerReady, at(1));
        assert!(state.newer_offered());
    }

    #[test]
    fn it_waits_for_a_pause_and_then_stays_where_it_is() {
        let mut state = opened();
        tap(&mut state, 5_000);
        update(&mut state, Intent::NewerReady, at(6_000));
        update(&mut state, Intent::Tick, at(5_000 + PAUSE - 1));
        assert!(!state.newer_offered(), "in the middle of tapping");
        update(&mut state, Intent::Tick, at(5_000 + PAUSE));
        assert!(state.newer_offered());
        tap(&mut state, 5_001 + PAUSE);
        assert!(state.newer_offered(), "going away would move the screen as well");
    }

    #[test]
    fn another_screen_is_a_pause() {
        let mut state = opened();
        tap(&mut state, 5_000);
        update(&mut state, Intent::NewerReady, at(5_001));
        update(&mut state, Intent::Go(Route::parse("#/plan")), at(5_002));
        assert!(state.newer_offered());
    }

    #[test]
    fn it_is_not_offered_while_a_reload_would_lose_something() {
        let mut state = opened();
        let mut effects = update(&mut state, Intent::Tap(What::Step(Step::Call, Origin::Cold)), at(0));
        let Some(Effect::Write { key, through, .. }) = effects.drain(..).next() else {
            panic!("a tap is written");
        };
        update(&mut state, Intent::Stored { key, through, result: Err(StoreError::Refused) }, at(0));
        update(&mut state, Intent::NewerReady, at(PAUSE));
        assert!(!state.newer_offered());
        assert_eq!(update(&mut state, Intent::LoadNewer, at(PAUSE)), [], "nor loaded");
        update(&mut state, Intent::Stored { key, through, result: Ok(()) }, at(PAUSE));
        assert!(state.newer_offered());
        assert_eq!(update(&mut state, Intent::LoadNewer, at(PAUSE)), [Effect::LoadNewer]);
    }

    #[test]
    fn an_open_page_looks_once_an_hour() {
        let mut state = opened();
        let looks =
            |state: &mut State, ms| update(state, Intent::Tick, at(ms)).contains(&Effect::LookForNewer);
        assert!(!looks(&mut state, LOOK_EVERY - 1), "loading the page was a look");
        assert!(looks(&mut state, LOOK_EVERY));
        assert!(!looks(&mut state, 2 * LOOK_EVERY - 1));
        assert!(looks(&mut state, 2 * LOOK_EVERY));
        // The clock is set back by an hour: not two hours without a look.
        assert!(!looks(&mut state, LOOK_EVERY));
        assert!(looks(&mut state, 2 * LOOK_EVERY));
    }
}
