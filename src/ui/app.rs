//! Owns the state, listens to the outside, shows the screen.

use crate::{
    app::{intent::Intent, prefs, route::Route, state::State},
    browser::{clock, first::Before, local, page, worker},
    journal::format::ShardKey,
    text::Words,
    ui::{
        context::{AppContext, Layout},
        dispatch::{dispatch, load_mirror},
        first,
        kept::Kept,
        keys,
        parts::{banner::Banners, live::Live, nav::Nav},
        screens::Screens,
    },
};
use leptos::{ev, prelude::*};
use std::time::Duration;

/// How often an open page looks at the clock.
const TICK: Duration = Duration::from_secs(20);

/// The whole page.
#[component]
pub fn App(
    /// The state at start.
    start: State,
    /// What was done before.
    before: Before,
    /// Keys of taps that pages left that never started.
    left: Vec<String>,
) -> impl IntoView {
    let state = RwSignal::new(start);
    first::take_in(state, &before);
    let app = AppContext {
        state,
        send: Callback::new(move |intent| dispatch(state, intent)),
        words: Memo::new(move |_| state.with(Words::of)),
        layout: RwSignal::new(Layout::Phone),
        settled: RwSignal::new(false),
        printing: RwSignal::new(false),
        widths: StoredValue::default(),
        several_open: RwSignal::new(false),
        viewed: RwSignal::new(Vec::new()),
    };
    provide_context(app);
    provide_context(Kept::of(app));
    listen(app);
    keys::listen(app);
    follow_document(app);
    load_mirror(state);
    first::take_in_left(state, left);
    first::go_on(before);
    view! {
        <a class="skip" href="#main" on:click=move |event| {
            event.prevent_default();
            page::focus("main");
        }>{app.say(Words::skip)}</a>
        <Nav />
        <div class="page">
            <header><Banners /></header>
            <main id="main" tabindex="-1">
                <Screens />
            </main>
        </div>
        <Live />
    }
}

/// Other tabs, the address, the clock, the room.
fn listen(app: AppContext) {
    let storage = window_event_listener(ev::storage, move |event| {
        // No key: the whole storage was cleared; no value: one key was taken away.
        let (Some(key), Some(text)) = (event.key(), event.new_value()) else {
            app.run(Intent::Tick);
            return;
        };
        if key == prefs::KEY {
            app.run(Intent::PrefsArrived(text));
        } else if key == local::ERASED {
            app.run(Intent::ErasedElsewhere { random: clock::random() });
        } else if let Some(key) = ShardKey::parse(&key) {
            app.run(Intent::Arrived { key, text });
        }
    });
    let hash = window_event_listener(ev::hashchange, move |_| go(app, Route::parse(&page::hash())));
    // Coming back from sleep or another tab may be another day.
    let shown = window_event_listener(ev::visibilitychange, move |_| {
        tick(app);
        first::leave(app);
    });
    let focus = window_event_listener(ev::focus, move |_| tick(app));
    let before = window_event_listener_untyped("beforeprint", move |_| app.printing.set(true));
    let after = window_event_listener_untyped("afterprint", move |_| app.printing.set(false));
    let timer = set_interval_with_handle(move || tick(app), TICK);
    worker::watch(move || app.run(Intent::NewerReady));
    // Paper that is only looked at sends no event.
    page::on_media("print", move |it| app.printing.set(it));
    page::on_media("(min-width: 1024px) and (min-height: 430.02px)", move |it| {
        room(app, it, Layout::Desktop);
    });
    page::on_media("(min-width: 640px), (max-height: 430px) and (orientation: landscape)", move |it| {
        room(app, it, Layout::Rail);
    });
    on_cleanup(move || {
        for it in [storage, hash, shown, focus, before, after] {
            it.remove();
        }
        if let Ok(it) = timer {
            it.clear();
        }
    });
}

/// Another address.
fn go(app: AppContext, route: Route) {
    let kind = core::mem::discriminant(&route.screen);
    if app.state.with_untracked(|it| core::mem::discriminant(&it.route.screen) != kind) {
        // The heading goes. Were it focused by then, the browser would lay out a half-made page.
        page::blur("main h1");
    }
    app.run(Intent::Go(route));
}

/// Another day, a waiting write, a storage that was cleared.
fn tick(app: AppContext) {
    app.run(Intent::Tick);
}

fn room(app: AppContext, fits: bool, layout: Layout) {
    app.layout.update(|it| match (fits, layout) {
        (true, layout) if layout_rank(layout) > layout_rank(*it) => *it = layout,
        (false, Layout::Desktop) if *it == Layout::Desktop => *it = Layout::Rail,
        (false, Layout::Rail) => *it = Layout::Phone,
        _ => {}
    });
}

const fn layout_rank(it: Layout) -> u8 {
    it as u8
}

/// Language, theme, title and focus follow the state.
fn follow_document(app: AppContext) {
    let lang = app.memo(State::lang);
    Effect::new(move |_| page::set_root("lang", lang.get().code()));
    let theme = app.memo(|it| it.prefs.theme);
    Effect::new(move |_| match theme.get() {
        prefs::Theme::Auto => page::clear_root("data-theme"),
        it => page::set_root("data-theme", it.code()),
    });
    let screen = app.memo(|it| it.route.screen);
    Effect::new(move |_| page::set_title(&app.words.get().title(screen.get())));
    // On another screen the reader starts at its heading; at start the focus is left alone.
    Effect::new(move |before: Option<crate::app::route::Screen>| {
        let now = screen.get();
        if before.is_some_and(|it| it != now) {
            // Once the new screen is there.
            request_animation_frame(|| page::focus("main h1"));
        }
        now
    });
}
