//! Acceptance checks 1, 2, 12 and 15: where Tab goes, and where the focus is after going somewhere.

use callpace_e2e::article::NOW;
use callpace_e2e::tour::{PARTS, SCREENS};
use callpace_e2e::{App, Fallible, Key, Language, Setup};
use std::collections::BTreeSet;

/// The first Tab on any route lands on "Skip to content"; Enter moves the focus into the main part.
#[tokio::test]
async fn check_01_the_first_tab_offers_to_skip_to_the_content() -> Fallible {
    let languages = [
        (Language::En, "Skip to content", [&SCREENS, PARTS].concat()),
        // The link is the same on every page: its words once for each screen will do.
        (Language::Ru, "К содержанию", SCREENS.to_vec()),
    ];
    for (language, skip, routes) in languages {
        let app = App::open(Setup::default().language(language), "#/log").await?;
        for route in routes {
            app.goto(route).await?;
            app.press(&Key::named("Tab")).await?;
            assert_eq!(
                app.run::<String>("return document.activeElement.textContent").await?,
                skip,
                "{route}"
            );
            app.press(&Key::named("Enter")).await?;
            app.wait_until("document.activeElement.closest('main')").await?;
            // What follows is in the main part too, not back in the navigation.
            app.press(&Key::named("Tab")).await?;
            assert!(app.run::<bool>("return !document.activeElement.closest('nav')").await?, "{route}");
        }
        app.quit().await?;
    }
    Ok(())
}

/// The order of Tab on the Log after the skip link and five screens, at 1280 and at 360 px.
#[tokio::test]
async fn check_02_tab_follows_what_is_seen_on_the_log() -> Fallible {
    const STOP: &str = "const it = document.activeElement; return it.dataset.testid ?? it.className";
    let before = [
        "skip",
        "nav-log",
        "nav-funnel",
        "nav-plan",
        "nav-days",
        "nav-settings",
        "date-chip",
        "list-chip",
        "undo",
    ];
    let reasons = ["reason-1", "reason-2", "reason-3", "reason-4", "reason-5", "reason-6"];
    let desktop = [
        &["btn-call", "btn-pres", "btn-sale", "btn-several"][..],
        &reasons,
        &["btn-inb-pres", "btn-inb-sale", "", "entry-edit-1", "entry-delete-1"],
    ];
    let phone = [
        &["btn-inb-pres", "btn-inb-sale", "btn-pres", "btn-sale", "btn-several"][..],
        &reasons,
        &["btn-call", "", "entry-edit-1", "entry-delete-1"],
    ];
    for (size, after) in [(Setup::DESKTOP, desktop), (Setup::PHONE, phone)] {
        let app = App::open(Setup::default().size(size.0, size.1), "#/log").await?;
        app.click("btn-call").await?;
        app.expect("count-call", "1").await?;
        for language in Language::ALL {
            app.speak(language).await?;
            app.goto("#/log").await?;
            app.find("reason-6").await?;
            let expected = [&before[..], &after.concat()].concat();
            assert_eq!(app.tab(expected.len(), STOP).await?, expected, "{size:?}");
            // What is seen from top to bottom and left to right is the same order.
            assert!(app.run::<bool>(&reads_downwards(size.0)).await?, "{size:?}");
        }
        app.quit().await?;
    }
    Ok(())
}

/// In the main column no stop lies above the stop before it.
fn reads_downwards(width: u32) -> String {
    let column = if width >= 1024 { ".log__main" } else { ".log" };
    format!(
        "const all = [...document.querySelectorAll('{column} :is(button, select)')].filter(it => it.checkVisibility()) \
            .map(it => it.getBoundingClientRect()); \
         return all.length > 10 && all.every((it, at) => at === 0 || it.bottom > all[at - 1].top + 1)"
    )
}

/// After each click in the navigation the focus is on the heading, the title matches, and exactly
/// one link is the current page.
#[tokio::test]
async fn check_12_a_screen_is_announced_by_its_heading_and_title() -> Fallible {
    let app = App::open(Setup::default(), "#/log").await?;
    let screens = ["nav-funnel", "nav-plan", "nav-days", "nav-settings", "nav-log"];
    let names = [
        (Language::En, ["Funnel", "Plan", "Days", "Settings", "Log"]),
        (Language::Ru, ["Воронка", "План", "Дни", "Настройки", "Учёт"]),
    ];
    for (language, names) in names {
        app.speak(language).await?;
        app.click("nav-log").await?;
        for (id, name) in screens.into_iter().zip(names) {
            app.click(id).await?;
            app.wait_until(&format!(
                "document.title === '{name} - Callpace' && document.activeElement.matches('main h1') \
                 && document.activeElement.textContent === '{name}'"
            ))
            .await?;
            let current =
                "return [...document.querySelectorAll('[aria-current=page]')].map(it => it.dataset.testid)";
            assert_eq!(app.run::<Vec<String>>(current).await?, [id]);
        }
    }
    app.quit().await
}

/// Tab goes from the first control to the last and out on all five screens: no trap.
///
/// With every chart on the screen. In one language: the order has no words.
#[tokio::test]
async fn check_15_tab_reaches_every_control_and_leaves_the_page() -> Fallible {
    let app = App::open_at(Setup::default(), NOW, "#/log").await?;
    app.import_article().await?;
    app.set_june_quota().await?;
    for route in ["#/log", "#/funnel", "#/plan", "#/days/2025-06-11", "#/settings"] {
        app.goto(route).await?;
        app.make_folded().await?;
        let stops: BTreeSet<u32> = app.run(NUMBERED).await?;
        let mut reached = BTreeSet::new();
        let mut out = false;
        // A date field is four stops.
        for _ in 0..stops.len() * 2 + 20 {
            app.press(&Key::named("Tab")).await?;
            match app.run::<Option<u32>>("return document.activeElement.stop ?? null").await? {
                Some(stop) if out || (stop == 0 && reached.len() > 1) => {
                    out = true;
                    assert_eq!(stop, 0, "{route}: after the last control comes the first");
                    break;
                }
                Some(stop) => {
                    reached.insert(stop);
                }
                None => out = true,
            }
        }
        assert!(out, "{route} does not let go of the focus");
        assert_eq!(reached, stops, "{route}");
    }
    app.quit().await
}

/// Numbers what can be reached with Tab: of radio buttons the chosen one.
const NUMBERED: &str = "\
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')] \
        .filter(it => !it.disabled && it.tabIndex >= 0 && it.checkVisibility({ visibilityProperty: true })) \
        .filter(it => it.type !== 'radio' || it.checked); \
    all.forEach((it, place) => { it.stop = place; }); \
    return all.map(it => it.stop)";
