//! Acceptance checks 9 to 11: the sheet that records several at once.

use callpace_e2e::{App, Fallible, Key, Language, Setup};

/// + several opens a dialog with the focus in the number; Esc closes it and gives the focus back;
/// 10 and Enter add 10 calls; one Undo removes all 10.
#[tokio::test]
async fn check_09_several_are_added_by_keyboard_and_undone_at_once() -> Fallible {
    let app = App::open(Setup::default(), "#/log").await?;
    for (language, batch) in [(Language::En, "Call × 10"), (Language::Ru, "Звонок × 10")] {
        app.speak(language).await?;
        app.go("#/log").await?;
        app.focus("btn-several").await?;
        app.press(&Key::named("Enter")).await?;
        app.expect_focus("several-n").await?;
        app.press(&Key::named("Escape")).await?;
        app.wait_gone("several-n").await?;
        app.expect_focus("btn-several").await?;
        app.expect("count-call", "0").await?;

        app.press(&Key::named("Enter")).await?;
        app.expect_focus("several-n").await?;
        app.fill("several-n", "10").await?;
        app.press(&Key::named("Enter")).await?;
        app.expect("count-call", "10").await?;
        app.expect_focus("btn-several").await?;
        app.wait_content("last-entry", batch).await?;
        app.click("undo").await?;
        app.expect("count-call", "0").await?;
    }
    app.quit().await
}

/// In the dialog Tab goes round inside; the page behind is inert.
///
/// In one language: the order has no words.
#[tokio::test]
async fn check_10_tab_stays_in_the_dialog_and_the_page_behind_is_inert() -> Fallible {
    const WHERE: &str = "const it = document.activeElement; \
        return it === document.body ? 'nowhere' : it.closest('dialog[open]') ? it.dataset.testid ?? it.textContent : 'behind'";
    let app = App::open(Setup::default(), "#/log").await?;
    app.click("btn-several").await?;
    app.expect_focus("several-n").await?;
    // A date field is several stops; between the last and the first the browser may have its own.
    let mut stops = app.tab(26, WHERE).await?;
    stops.retain(|it| it != "nowhere");
    stops.dedup();
    let round = [
        "+5",
        "+10",
        "+20",
        "several-step",
        "several-reason",
        "several-day",
        "several-save",
        "Cancel",
        "several-n",
    ];
    assert_eq!(stops.get(..9), Some(round.map(str::to_owned).as_slice()));
    assert_eq!(stops.get(9).map(String::as_str), Some("+5"));

    // Clicks on what lies behind reach nothing.
    for id in ["btn-call", "btn-pres", "nav-plan", "undo"] {
        app.click_at(id).await?;
    }
    app.find("several-n").await?;
    app.press(&Key::named("Escape")).await?;
    app.wait_gone("several-n").await?;
    app.click("btn-call").await?;
    app.expect("count-call", "1").await?;
    app.expect("count-pres", "0").await?;
    app.quit().await
}

/// Holding Call for 600 ms, or its context menu, opens the dialog and adds 0; held and then moved
/// by 20 px, nothing happens.
///
/// In one language: gestures have no words.
#[tokio::test]
async fn check_11_a_hold_or_a_right_click_opens_the_dialog_and_counts_nothing() -> Fallible {
    let app = App::open(Setup::default(), "#/log").await?;
    app.mouse_down("btn-call", 0).await?;
    app.outwait(600).await?;
    app.mouse_up("btn-call", 0).await?;
    closes_with_nothing_counted(&app).await?;

    app.right_click("btn-call").await?;
    closes_with_nothing_counted(&app).await?;

    app.mouse_down("btn-call", 20).await?;
    app.outwait(600).await?;
    app.mouse_up("btn-call", 20).await?;
    assert!(!app.exists("several-n").await?);
    app.expect("count-call", "0").await?;
    // A tap counts again, and only it.
    app.click("btn-call").await?;
    app.expect("count-call", "1").await?;
    app.quit().await
}

async fn closes_with_nothing_counted(app: &App) -> Fallible {
    app.find("several-n").await?;
    app.press(&Key::named("Escape")).await?;
    app.wait_gone("several-n").await?;
    app.expect("count-call", "0").await
}
