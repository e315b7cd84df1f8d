//! Acceptance checks 21 to 24: arithmetic in words, refusals in words, plurals, and what is said aloud.

use callpace_e2e::article::NOW;
use callpace_e2e::{App, Fallible, Key, Language, Setup};

/// Check 21: `fig-overall` toggles `aria-expanded`; its panel contains "5 sales ÷ 100" and "3 inbound".
#[tokio::test]
async fn check_21_a_number_opens_its_arithmetic() -> Fallible {
    for (language, division, left_out) in [
        (Language::En, "5 sales ÷ 100 cold calls = 5.0%", "Left out: 3 inbound presentations"),
        (Language::Ru, "5 сделок ÷ 100 холодных звонков = 5,0\u{a0}%", "Вне расчёта: 3 входящие презентации"),
    ] {
        let app = App::open_at(Setup::default().language(language), NOW, "#/log").await?;
        app.import_article().await?;
        app.go("#/funnel").await?;
        for (expanded, seen) in [("false", false), ("true", true), ("false", false)] {
            assert_eq!(app.attribute("fig-overall", "aria-expanded").await?.as_deref(), Some(expanded));
            assert_eq!(app.find("arith-overall").await?.is_displayed().await?, seen);
            if seen {
                app.wait_content("arith-overall", division).await?;
                app.wait_content("arith-overall", left_out).await?;
            }
            app.click("fig-overall").await?;
            let turned = if seen { "false" } else { "true" };
            let now = format!("document.querySelector('[data-testid=fig-overall][aria-expanded={turned}]')");
            app.wait_until(&now).await?;
        }
        app.quit().await?;
    }
    Ok(())
}

/// Check 22: "4x" in a day field: the error summary gets the focus, the title starts with "Error:", the
/// link focuses the field, `aria-invalid` and `aria-describedby` are set; the value is kept.
#[tokio::test]
async fn check_22_a_wrong_number_is_refused_in_words_and_kept() -> Fallible {
    const CELL: &str = "cell-2025-06-03-calls";
    for (language, title, words) in
        [(Language::En, "Error:", "must be a whole number"), (Language::Ru, "Ошибка:", "целое число")]
    {
        let app = App::open(Setup::default().language(language), "#/days/2025-06-03").await?;
        app.fill(CELL, "4x").await?;
        app.press(&Key::named("Tab")).await?;
        app.expect_focus("error-summary").await?;
        assert!(app.run::<String>("return document.title").await?.starts_with(title));
        app.wait_text("error-summary", words).await?;

        app.run::<()>("document.querySelector('[data-testid=error-summary] a').focus()").await?;
        app.press(&Key::named("Enter")).await?;
        app.expect_focus(CELL).await?;
        assert_eq!(app.value(CELL).await?, "4x");
        assert_eq!(app.attribute(CELL, "aria-invalid").await?.as_deref(), Some("true"));
        let described = app.attribute(CELL, "aria-describedby").await?.unwrap_or_default();
        let said: String =
            app.run(&format!("return document.getElementById('{described}').textContent")).await?;
        assert!(said.contains(words), "{said}");
        app.quit().await?;
    }
    Ok(())
}

/// Check 23: 1 звонок, 2 звонка, 5 звонков, 11 звонков, 21 звонок, 1,5 звонка.
///
/// In Russian only: it asks for Russian. No screen says "22 из 101 звонка" or "22 из 102 звонков" since
/// a fraction stands without its noun; `text::plural` proves these two forms natively.
#[tokio::test]
async fn check_23_russian_counts_as_a_russian_does() -> Fallible {
    let app = App::open_at(Setup::default().language(Language::Ru), NOW, "#/settings/import").await?;
    let lists = [("Раз", 1), ("Два", 2), ("Пять", 5), ("Одиннадцать", 11), ("Двадцать один", 21)];
    let rows = lists.map(|(list, n)| format!("2025-06-02;call;{list};{n}\n"));
    app.fill("import-text", &format!("date;step;list;count\n{}", rows.concat())).await?;
    app.click("import-show").await?;
    app.click("import-confirm").await?;
    app.wait_gone("import-confirm").await?;
    app.go("#/settings/lists").await?;
    for (list, calls) in [
        ("Раз", "1 звонок"),
        ("Два", "2 звонка"),
        ("Пять", "5 звонков"),
        ("Одиннадцать", "11 звонков"),
        ("Двадцать один", "21 звонок"),
    ] {
        let line = format!(
            "[...document.querySelectorAll('[data-testid^=list-]')].some(it => \
             it.querySelector('.own__name')?.textContent === '{list}' \
             && it.querySelector('.own__side').textContent === '{calls}')"
        );
        app.wait_until(&line).await?;
    }

    app.import_article().await?;
    app.set_june_quota().await?;
    app.fill("whatif-calls-number", "1,5").await?;
    app.press(&Key::named("Tab")).await?;
    let said = "document.querySelector('[data-testid=whatif-calls]').getAttribute('aria-valuetext')";
    app.wait_until(&format!("{said} === '1,5 звонка в день'")).await?;
    app.quit().await
}

/// Check 24: `live` (a status) is there and empty at load; one tap fills it; five taps within a second
/// end with the final number and at most two updates.
///
/// That it fills within a second is the 350 ms of `ui::parts::live`; no test asserts a time. The five
/// taps come at once, from a script, so that a busy machine spreads them over no more than a second.
#[tokio::test]
async fn check_24_taps_are_said_aloud_once() -> Fallible {
    const COUNT_UPDATES: &str = "window.updates = 0; new MutationObserver(() => window.updates++).observe(\
        document.querySelector('[data-testid=live]'), { childList: true, characterData: true, subtree: true })";
    const FIVE_TAPS: &str =
        "for (let left = 5; left > 0; left--) document.querySelector('[data-testid=btn-call]').click()";
    for (language, one, six) in [
        (Language::En, "Call 1 today", "Call 6 today"),
        (Language::Ru, "Звонок: сегодня 1", "Звонок: сегодня 6"),
    ] {
        let app = App::open(Setup::default().language(language), "#/log").await?;
        assert_eq!(app.attribute("live", "role").await?.as_deref(), Some("status"));
        app.expect("live", "").await?;
        app.click("btn-call").await?;
        app.expect("live", one).await?;
        app.run::<()>(COUNT_UPDATES).await?;
        app.run::<()>(FIVE_TAPS).await?;
        app.expect("live", six).await?;
        let updates: u32 = app.run("return window.updates").await?;
        assert!((1..=2).contains(&updates), "{updates} updates");
        app.quit().await?;
    }
    Ok(())
}
