//! Acceptance checks 25 to 27: storage that fails, and a focus that stays.

use callpace_e2e::trouble::{BLOCKED, FULL};
use callpace_e2e::{App, Fallible, Key, Language, Setup};

/// Opens the Log with a script that has run before the app.
async fn open_with(language: Language, before: &str) -> Fallible<App> {
    let app = App::start(Setup::default().language(language)).await?;
    app.before_each_page(before).await?;
    app.goto("#/log").await?;
    Ok(app)
}

/// Check 25: `setItem` throwing `QuotaExceededError`: alert banner, the count still rises, the backup
/// file contains the unsaved entries.
#[tokio::test]
async fn check_25_a_full_storage_loses_nothing() -> Fallible {
    for (language, one, three) in [
        (
            Language::En,
            "This browser is out of space. Your last entry is on screen but not saved.",
            "Your last 3 entries are on screen but not saved.",
        ),
        (
            Language::Ru,
            "В браузере нет места. Последние записи (1) видны, но не сохранены.",
            "Последние записи (3) видны, но не сохранены.",
        ),
    ] {
        let app = open_with(language, FULL).await?;
        // A download, as in browsers that give no file handle.
        app.run::<()>("delete window.showSaveFilePicker").await?;
        app.click("btn-call").await?;
        app.wait_text("banner", one).await?;
        assert_eq!(app.attribute("banner", "role").await?.as_deref(), Some("alert"));
        app.click("btn-call").await?;
        app.click("btn-pres").await?;
        app.expect("count-call", "2").await?;
        app.expect("count-pres", "1").await?;
        app.wait_text("banner", three).await?;

        app.go("#/settings/backup").await?;
        app.click("backup-save").await?;
        let file = app.session.download("callpace-").await?;
        // What is in the file is what another browser makes of it.
        let other = App::open(Setup::default().language(language), "#/settings/backup").await?;
        other.choose_file("backup-restore", &file).await?;
        other.click("restore-confirm").await?;
        other.go("#/log").await?;
        other.expect("count-call", "2").await?;
        other.expect("count-pres", "1").await?;
        other.quit().await?;
        app.quit().await?;
    }
    Ok(())
}

/// Check 26: access to `localStorage` throwing `SecurityError`: the app starts, the banner is shown,
/// logging works.
#[tokio::test]
async fn check_26_a_blocked_storage_is_no_obstacle() -> Fallible {
    for (language, words) in [
        (Language::En, "This browser blocks storage: closing the tab erases your log."),
        (Language::Ru, "Браузер не даёт сохранять данные: закроете вкладку — журнал пропадёт."),
    ] {
        let app = open_with(language, BLOCKED).await?;
        app.click("btn-call").await?;
        app.click("btn-call").await?;
        app.expect("count-call", "2").await?;
        app.wait_text("banner", words).await?;
        app.click("undo").await?;
        app.expect("count-call", "1").await?;
        app.quit().await?;
    }
    Ok(())
}

/// Check 27: taps, undo, the banner and another tab never move the focus.
///
/// In one language: the focus does not know it.
#[tokio::test]
async fn check_27_the_focus_stays_where_it_is() -> Fallible {
    let app = App::open(Setup::default(), "#/log").await?;
    // What is clicked keeps the focus, though the reasons and Redo are drawn anew beside it.
    for (id, count, text) in [
        ("btn-call", "count-call", "1"),
        ("btn-pres", "count-pres", "1"),
        ("btn-sale", "count-sale", "1"),
        ("undo", "count-sale", "0"),
        ("redo", "count-sale", "1"),
        ("btn-inb-pres", "count-inb-pres", "1"),
        ("btn-call", "count-call", "2"),
    ] {
        app.click(id).await?;
        app.expect(count, text).await?;
        // Redo goes with the last that could be done again; Undo beside it is next.
        assert_eq!(app.focused().await?, if id == "redo" { "undo" } else { id });
    }
    app.click("reason-1").await?;
    app.wait_until("document.querySelector('[data-testid=reason-1][aria-pressed=true]')").await?;
    assert_eq!(app.focused().await?, "reason-1");

    // Keys, away from any button of the Log.
    app.focus("nav-log").await?;
    for (key, count, text) in [
        (Key::letter('c'), "count-call", "3"),
        (Key::letter('p'), "count-pres", "2"),
        (Key::letter('u'), "count-pres", "1"),
        (Key::letter('z').ctrl(), "count-call", "2"),
    ] {
        app.press(&key).await?;
        app.expect(count, text).await?;
        assert_eq!(app.focused().await?, "nav-log");
    }

    let first = app.current_tab().await?;
    let second = app.new_tab("#/log").await?;
    app.click("btn-call").await?;
    app.expect("count-call", "3").await?;
    app.switch(&first).await?;
    app.expect("count-call", "3").await?;
    app.wait_content("live", "Updated from another tab.").await?;
    assert_eq!(app.focused().await?, "nav-log");
    app.switch(&second).await?;
    assert_eq!(app.focused().await?, "btn-call");

    // The banner comes.
    app.switch(&first).await?;
    app.run::<()>(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    )
    .await?;
    app.press(&Key::letter('c')).await?;
    app.find("banner").await?;
    assert_eq!(app.focused().await?, "nav-log");
    app.quit().await
}
