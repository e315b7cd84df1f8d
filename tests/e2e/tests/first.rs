//! The Log before the code of the app is there: it shows what the app will, and loses no tap.

use callpace_e2e::{App, Fallible, Language, Setup, article::NOW};
use std::fs;
use xtask::place;
use xtask::server::Fault;

/// What the app shows to a person who was never here, without what depends on the day.
const LOOK: &str = "return ['body > .nav', 'body > .page'].map(it => document.querySelector(it).outerHTML).join('')\
    .replace(/<!--.*?-->/g, '').replace(/ value=\"\\d{4}-\\d\\d-\\d\\d\"/g, '').replace(/ selected=\"\"/g, ' selected')";

const SHOWN: &str = "document.documentElement.dataset.first !== undefined";
const STARTED: &str = "'ready' in document.documentElement.dataset";
/// A worker would have the code, however late the host is.
const NO_WORKER: &str = "delete Navigator.prototype.serviceWorker";

const KEPT: &str = "return Object.keys(localStorage).filter(it => /^callpace\\/(first|taps)/.test(it))";

/// On a host that does not send the code.
async fn without_code(setup: Setup) -> Fallible<App> {
    let app = App::start(Setup { eager: true, ..setup }).await?;
    app.before_each_page(NO_WORKER).await?;
    app.host.misbehave(".wasm", Fault::Late);
    open(&app, "#/log").await?;
    Ok(app)
}

async fn open(app: &App, route: &str) -> Fallible {
    let web = app.session.web()?;
    web.goto("about:blank").await?;
    web.goto(&format!("{}{route}", app.host.url())).await?;
    Ok(())
}

async fn counts(app: &App, id: &str, n: &str) -> Fallible {
    app.wait_until(&format!("document.querySelector('[data-testid={id}]')?.textContent === '{n}'")).await
}

async fn start(app: &App) -> Fallible {
    app.host.behave();
    app.wait_until(STARTED).await
}

/// Where the pages for new people stand: language, size, file.
const PAGES: [(Language, (u32, u32), &str); 4] = [
    (Language::En, Setup::PHONE, "en-phone"),
    (Language::En, Setup::DESKTOP, "en-wide"),
    (Language::Ru, Setup::PHONE, "ru-phone"),
    (Language::Ru, Setup::DESKTOP, "ru-wide"),
];

async fn look(language: Language, (width, height): (u32, u32)) -> Fallible<String> {
    let app = App::open_at(Setup::default().language(language).size(width, height), NOW, "#/log").await?;
    let html = app.run(LOOK).await?;
    app.quit().await?;
    Ok(html)
}

#[tokio::test]
#[ignore = "writes public/first: `cargo xtask first`"]
async fn write_first_pages() -> Fallible {
    for (language, size, name) in PAGES {
        let path = place::root().join("public/first").join(format!("{name}.html"));
        fs::write(path, look(language, size).await? + "\n")?;
    }
    Ok(())
}

#[tokio::test]
async fn a_new_person_sees_at_once_what_the_app_will_show() -> Fallible {
    for (language, size, name) in PAGES {
        let path = place::root().join("public/first").join(format!("{name}.html"));
        let written = fs::read_to_string(path)?;
        let html = look(language, size).await?;
        assert!(html.contains("btn-call") && html.contains("nav-plan"), "{html}");
        assert_eq!(written.trim_end(), html, "{name}: `cargo xtask first` writes it anew");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_tapped_before_the_code_is_there_counts() -> Fallible {
    for language in Language::ALL {
        let app = without_code(Setup::phone().language(language)).await?;
        app.wait_until(SHOWN).await?;
        let name = if language == Language::En { "Call" } else { "Звонок" };
        app.wait_text("btn-call", name).await?;
        for button in ["btn-call", "btn-call", "btn-pres", "btn-inb-sale", "btn-call", "undo"] {
            app.click(button).await?;
        }
        counts(&app, "count-call", "3").await?;
        start(&app).await?;
        // Undo was pressed last, and took the last call back.
        counts(&app, "count-call", "2").await?;
        counts(&app, "count-pres", "1").await?;
        counts(&app, "count-inb-sale", "1").await?;
        assert_eq!(app.run::<Vec<String>>(KEPT).await?, Vec::<String>::new());
        assert!(!app.run::<bool>("return !!document.getElementById('first')").await?);
        // And is stored as any other.
        open(&app, "#/log").await?;
        app.wait_until(STARTED).await?;
        counts(&app, "count-call", "2").await?;
        assert_eq!(app.complaints().await?, Vec::<String>::new());
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_page_closed_before_the_code_came_loses_no_tap() -> Fallible {
    let app = without_code(Setup::phone()).await?;
    for _ in 0..3 {
        app.click("btn-call").await?;
    }
    counts(&app, "count-call", "3").await?;
    // Closed, and opened again on a host that answers.
    app.host.behave();
    open(&app, "#/log").await?;
    app.wait_until(STARTED).await?;
    counts(&app, "count-call", "3").await?;
    app.wait_until("!Object.keys(localStorage).some(it => it.startsWith('callpace/taps/'))").await?;
    app.quit().await
}

#[tokio::test]
async fn a_second_page_does_not_take_the_taps_of_a_first_that_still_waits() -> Fallible {
    let app = without_code(Setup::phone()).await?;
    app.click("btn-call").await?;
    let first = app.session.web()?.window().await?;
    app.host.behave();
    let second = app.new_tab("#/log").await?;
    app.switch(&first).await?;
    app.wait_until(STARTED).await?;
    counts(&app, "count-call", "1").await?;
    app.switch(&second).await?;
    counts(&app, "count-call", "1").await?;
    app.quit().await
}

#[tokio::test]
async fn the_log_is_back_as_it_was_left_and_empty_on_the_next_day() -> Fallible {
    let app = App::start(Setup { eager: true, ..Setup::phone() }).await?;
    app.before_each_page(NO_WORKER).await?;
    app.goto("#/log").await?;
    for button in ["btn-call", "btn-call", "reason-1", "btn-pres"] {
        app.click(button).await?;
    }
    let left: String = app.text("last-entry").await?;
    app.host.misbehave(".wasm", Fault::Late);
    open(&app, "#/log").await?;
    app.wait_until(SHOWN).await?;
    counts(&app, "count-call", "2").await?;
    assert_eq!(app.text("last-entry").await?, left);
    app.click("btn-call").await?;
    counts(&app, "count-call", "3").await?;
    start(&app).await?;
    counts(&app, "count-call", "3").await?;

    // The next morning nothing is counted yet, and nothing of yesterday is said.
    app.before_each_page(
        "const Real = Date; globalThis.Date = class extends Real { \
        constructor(...all) { if (all.length) super(...all); else super(Real.now() + 864e5) } \
        static now() { return Real.now() + 864e5 } }",
    )
    .await?;
    app.host.misbehave(".wasm", Fault::Late);
    open(&app, "#/log").await?;
    app.wait_until(SHOWN).await?;
    counts(&app, "count-call", "0").await?;
    assert_eq!(app.text("last-entry").await?, "");
    app.click("btn-call").await?;
    start(&app).await?;
    counts(&app, "count-call", "1").await?;

    // Left on another screen, or after everything was erased, there is nothing to show.
    app.go("#/plan").await?;
    app.host.misbehave(".wasm", Fault::Late);
    open(&app, "#/log").await?;
    app.wait_until("document.getElementById('boot')").await?;
    assert!(!app.run::<bool>(&format!("return {SHOWN}")).await?);
    start(&app).await?;
    app.quit().await
}

#[tokio::test]
async fn a_finger_that_is_down_while_the_app_comes_still_taps() -> Fallible {
    let app = without_code(Setup::phone()).await?;
    app.wait_until(SHOWN).await?;
    let place: (f64, f64) = app
        .run(
            "const it = document.querySelector('[data-testid=btn-call]').getBoundingClientRect(); \
              return [it.x + it.width / 2, it.y + it.height / 2]",
        )
        .await?;
    let mouse = |kind: &'static str| serde_json::json!({ "type": kind, "x": place.0, "y": place.1, "button": "left", "clickCount": 1 });
    app.session.cdp("Input.dispatchMouseEvent", mouse("mousePressed")).await?;
    start(&app).await?;
    app.session.cdp("Input.dispatchMouseEvent", mouse("mouseReleased")).await?;
    counts(&app, "count-call", "1").await?;
    // Once, and never again.
    app.click("btn-call").await?;
    counts(&app, "count-call", "2").await?;
    app.quit().await
}
