//! Acceptance checks 13 and 14: the fields of the week, and the sliders of Plan.

use callpace_e2e::article::NOW;
use callpace_e2e::{App, Fallible, Key, Language, Setup};

/// In the week Enter goes one row down in the same column, Esc restores, leaving the cell saves and
/// is said aloud with day and value; the same value typed again records nothing.
#[tokio::test]
async fn check_13_the_week_is_typed_in_like_a_sheet() -> Fallible {
    let app = App::open_at(Setup::default(), NOW, "#/days/2025-06-03").await?;
    let said = [
        (Language::En, "Tue 3 June, Calls: 14", "Wed 4 June, Calls: 9"),
        (Language::Ru, "вторник, 3 июня, Звонки: 14", "среда, 4 июня, Звонки: 9"),
    ];
    let (tuesday, wednesday) = ("cell-2025-06-03-calls", "cell-2025-06-04-calls");
    for (language, said_tuesday, said_wednesday) in said {
        app.speak(language).await?;
        app.go("#/days/2025-06-03").await?;
        app.fill(tuesday, "14").await?;
        app.press(&Key::named("Enter")).await?;
        assert_eq!(app.focused().await?, wednesday);
        assert_eq!(app.value(tuesday).await?, "14");
        app.expect("live", said_tuesday).await?;

        // Esc restores what was there, be it nothing.
        let before = stored(&app).await?;
        app.fill(wednesday, "12").await?;
        app.press(&Key::named("Escape")).await?;
        assert_eq!(app.value(wednesday).await?, "");
        app.fill(tuesday, "15").await?;
        app.press(&Key::named("Escape")).await?;
        assert_eq!(app.value(tuesday).await?, "14");
        // The same value, left by Tab and by Enter.
        for key in ["Tab", "Enter"] {
            app.fill(tuesday, "14").await?;
            app.press(&Key::named(key)).await?;
        }
        app.fill(wednesday, "").await?;
        app.press(&Key::named("Tab")).await?;
        assert_eq!(app.focused().await?, "cell-2025-06-04-pres");
        assert_eq!(stored(&app).await?, before);
        app.expect("live", said_tuesday).await?;

        app.fill(wednesday, "9").await?;
        app.press(&Key::named("Tab")).await?;
        app.expect("live", said_wednesday).await?;
        app.expect("week-calls", "23").await?;
        assert_ne!(stored(&app).await?, before);
        app.reload().await?;
        assert_eq!(
            (app.value(tuesday).await?, app.value(wednesday).await?),
            ("14".to_owned(), "9".to_owned())
        );

        // Two entries: undone for the other language.
        app.go("#/log").await?;
        for _ in 0..2 {
            app.click("undo").await?;
        }
    }
    app.quit().await
}

/// Everything that is recorded.
async fn stored(app: &App) -> Fallible<String> {
    app.run(
        "return Object.entries(localStorage).filter(([key]) => key.startsWith('callpace/1/')).sort().join()",
    )
    .await
}

/// Slider, its value at start, what it says at 26 (rates) or 13.3 in English and Russian.
const SLIDERS: [(&str, f64, [&str; 2]); 3] = [
    ("whatif-pres", 25.0, ["26%, likely 20–31%", "26\u{a0}%, скорее всего 20–31\u{a0}%"]),
    ("whatif-sale", 20.0, ["21%, likely 12–32%", "21\u{a0}%, скорее всего 12–32\u{a0}%"]),
    // Calls are no rate: they have neither a percentage nor a likely range.
    ("whatif-calls", 12.3, ["13.3 calls a day", "13,3 звонка в день"]),
];

/// Arrow keys move a slider by 1, Page Up by 5, Home and End to its ends; [+], the number and the
/// slider agree; what it says aloud has the percentage and the likely range.
#[tokio::test]
async fn check_14_sliders_follow_keys_buttons_and_numbers() -> Fallible {
    let app = App::open_at(Setup::default(), NOW, "#/log").await?;
    app.import_article().await?;
    app.set_june_quota().await?;
    for (place, language) in Language::ALL.into_iter().enumerate() {
        app.speak(language).await?;
        app.go("#/plan").await?;
        for (id, own, said) in SLIDERS {
            agree(&app, id, own).await?;
            app.focus(id).await?;
            press_moves_to(&app, id, "ArrowRight", own + 1.0).await?;
            assert_eq!(app.attribute(id, "aria-valuetext").await?.as_deref(), Some(said[place]));
            press_moves_to(&app, id, "PageUp", own + 6.0).await?;
            press_moves_to(&app, id, "ArrowLeft", own + 5.0).await?;
            press_moves_to(&app, id, "PageDown", own).await?;
            press_moves_to(&app, id, "ArrowUp", own + 1.0).await?;
            press_moves_to(&app, id, "ArrowDown", own).await?;
            press_moves_to(&app, id, "Home", 0.0).await?;
            let max = app.attribute(id, "max").await?.unwrap_or_default().parse()?;
            press_moves_to(&app, id, "End", max).await?;

            app.click(&format!("{id}-less")).await?;
            agree(&app, id, max - 1.0).await?;
            app.click(&format!("{id}-more")).await?;
            agree(&app, id, max).await?;
            app.fill(&format!("{id}-number"), if place == 0 { "12.5" } else { "12,5" }).await?;
            app.press(&Key::named("Tab")).await?;
            agree(&app, id, 12.5).await?;
        }
        app.click("whatif-reset").await?;
    }
    app.quit().await
}

async fn press_moves_to(app: &App, id: &str, key: &str, value: f64) -> Fallible {
    app.press(&Key::named(key)).await?;
    agree(app, id, value).await
}

/// The slider, its number and what it says aloud come to the same value.
async fn agree(app: &App, id: &str, value: f64) -> Fallible {
    let of = |id: &str| format!("document.querySelector('[data-testid=\"{id}\"]')");
    let number = |text: String| format!("parseFloat({text}.replace(',', '.'))");
    let (slider, field) = (of(id), of(&format!("{id}-number")));
    let all = [
        format!("{slider}.valueAsNumber"),
        number(format!("{field}.value")),
        number(format!("{slider}.getAttribute('aria-valuetext')")),
    ];
    let each: Vec<String> = all.iter().map(|it| format!("Math.abs({it} - {value}) < 0.05")).collect();
    if app.wait_until(&each.join(" && ")).await.is_ok() {
        return Ok(());
    }
    let seen: [f64; 3] = app.run(&format!("return [{}]", all.join(", "))).await?;
    Err(format!("{id}: slider, number and text are at {seen:?}, not at {value}").into())
}
