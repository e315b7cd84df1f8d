//! Acceptance checks 3 to 8: taps, keys, reasons and undo on the Log.

use callpace_e2e::{App, Fallible, Key, Language, Setup};

const COUNTS: [&str; 5] = ["count-call", "count-pres", "count-sale", "count-inb-pres", "count-inb-sale"];

/// Enter and Space on Call each add exactly 1; a held Enter (5 repeats) adds 1.
///
/// The other tiles as well. In one language: keys are no words.
#[tokio::test]
async fn check_03_enter_and_space_add_one_and_a_held_enter_adds_one() -> Fallible {
    let app = App::open(Setup::default(), "#/log").await?;
    for (button, count) in
        ["btn-call", "btn-pres", "btn-sale", "btn-inb-pres", "btn-inb-sale"].iter().zip(COUNTS)
    {
        app.focus(button).await?;
        app.press(&Key::named("Enter")).await?;
        app.expect(count, "1").await?;
        app.press(&Key::named("Space")).await?;
        app.expect(count, "2").await?;
        app.hold(&Key::named("Enter"), 5).await?;
        app.expect(count, "3").await?;
        // One too many above would be seen here.
        app.press(&Key::named("Enter")).await?;
        app.expect(count, "4").await?;
    }
    app.quit().await
}

/// The key C adds 1, whether it types «c» or «с»; with the focus in any input it adds 0.
#[tokio::test]
async fn check_04_the_key_c_counts_in_both_layouts_and_never_in_a_field() -> Fallible {
    let latin = Key::letter('c');
    let cyrillic = Key::letter('c').typing("с");
    let app = App::open(Setup::default(), "#/log").await?;
    let mut calls = 0;
    for language in Language::ALL {
        app.speak(language).await?;
        app.go("#/log").await?;
        for key in [&latin, &cyrillic] {
            app.find("btn-call").await?;
            app.press(key).await?;
            calls += 1;
            app.expect("count-call", &calls.to_string()).await?;
        }
        // After a sale there is a field for its presentation's day.
        app.click("btn-sale").await?;
        for id in ["date-chip", "list-chip", "earlier-pick"] {
            ignored_in(&app, id, [&latin, &cyrillic]).await?;
        }
        app.click("btn-several").await?;
        for id in ["several-n", "several-step", "several-reason", "several-day"] {
            ignored_in(&app, id, [&latin, &cyrillic]).await?;
        }
        app.press(&Key::named("Escape")).await?;
        app.wait_gone("several-n").await?;
        app.expect("count-call", &calls.to_string()).await?;
        app.expect("count-sale", if language == Language::En { "1" } else { "2" }).await?;
        // Elsewhere the key is none of the Log's, in a field or not.
        for (route, field) in [("#/plan", "quota-sales"), ("#/settings/import", "import-text")] {
            app.go(route).await?;
            app.find(field).await?;
            app.press(&latin).await?;
            ignored_in(&app, field, [&latin, &cyrillic]).await?;
            assert_eq!(app.value(field).await?, "cс");
        }
        app.go("#/log").await?;
        app.expect("count-call", &calls.to_string()).await?;
    }
    app.quit().await
}

/// Presses the keys in a field. What they would have counted is seen by the next tap.
async fn ignored_in(app: &App, id: &str, keys: [&Key; 2]) -> Fallible {
    app.focus(id).await?;
    for key in keys {
        app.press(key).await?;
    }
    Ok(())
}

/// Single keys switched off: C adds 0, Ctrl+Z still undoes.
///
/// In one language: keys are no words.
#[tokio::test]
async fn check_05_single_keys_can_be_switched_off_and_undo_stays() -> Fallible {
    let app = App::open(Setup::default(), "#/settings").await?;
    app.click("shortcuts").await?;
    for _ in 0..2 {
        app.go("#/log").await?;
        app.click("btn-call").await?;
        app.expect("count-call", "1").await?;
        for key in [Key::letter('c'), Key::letter('p'), Key::letter('s'), Key::letter('u'), Key::digit(1)] {
            app.press(&key).await?;
        }
        assert_eq!(app.attribute("reason-1", "aria-pressed").await?.as_deref(), Some("false"));
        for (count, n) in [("count-call", "1"), ("count-pres", "0"), ("count-sale", "0")] {
            app.expect(count, n).await?;
        }
        app.press(&Key::letter('z').ctrl()).await?;
        app.expect("count-call", "0").await?;
        // The switch stays off.
        app.reload().await?;
    }
    app.go("#/settings").await?;
    app.click("shortcuts").await?;
    app.go("#/log").await?;
    app.find("btn-call").await?;
    app.press(&Key::letter('c')).await?;
    app.expect("count-call", "1").await?;
    app.quit().await
}

/// The key 1 after a call presses the first reason, again releases it; no count changes.
#[tokio::test]
async fn check_06_the_key_1_sets_and_clears_the_first_reason() -> Fallible {
    let app = App::open(Setup::default(), "#/log").await?;
    for (language, reason) in [(Language::En, "No answer"), (Language::Ru, "Недозвон")] {
        app.speak(language).await?;
        app.go("#/log").await?;
        app.click("btn-call").await?;
        app.expect("reason-1", reason).await?;
        for pressed in ["true", "false"] {
            app.press(&Key::digit(1)).await?;
            pressed_reads(&app, pressed).await?;
            assert_eq!(app.text("last-entry").await?.contains(reason), pressed == "true");
        }
        for (count, n) in COUNTS.into_iter().zip(["1", "0", "0", "0", "0"]) {
            app.expect(count, n).await?;
        }
        // The call and both changes of its reason.
        for _ in 0..3 {
            app.click("undo").await?;
        }
        app.expect("count-call", "0").await?;
    }
    app.quit().await
}

async fn pressed_reads(app: &App, pressed: &str) -> Fallible {
    app.wait_until(&format!(
        "document.querySelector('[data-testid=reason-1]').getAttribute('aria-pressed') === '{pressed}'"
    ))
    .await
}

/// From an empty log: three calls, three times Ctrl+Z: 0; a fourth changes nothing and says so.
#[tokio::test]
async fn check_07_undo_goes_back_to_nothing_and_says_when_nothing_is_left() -> Fallible {
    let app = App::open(Setup::default(), "#/log").await?;
    for (language, nothing) in [(Language::En, "Nothing to undo"), (Language::Ru, "Отменять нечего")]
    {
        app.speak(language).await?;
        app.go("#/log").await?;
        for n in ["1", "2", "3"] {
            app.click("btn-call").await?;
            app.expect("count-call", n).await?;
        }
        for n in ["2", "1", "0"] {
            app.press(&Key::letter('z').ctrl()).await?;
            app.expect("count-call", n).await?;
        }
        app.press(&Key::letter('z').ctrl()).await?;
        app.expect("live", nothing).await?;
        for count in COUNTS {
            app.expect(count, "0").await?;
        }
    }
    app.quit().await
}

/// Two calls, reload, Undo: one call fewer.
///
/// In one language: what is stored has no words.
#[tokio::test]
async fn check_08_undo_survives_a_reload() -> Fallible {
    let app = App::open(Setup::default(), "#/log").await?;
    for n in ["1", "2"] {
        app.click("btn-call").await?;
        app.expect("count-call", n).await?;
    }
    app.reload().await?;
    app.expect("count-call", "2").await?;
    app.click("undo").await?;
    app.expect("count-call", "1").await?;
    app.reload().await?;
    app.expect("count-call", "1").await?;
    app.quit().await
}
