//! Logging, undo, reloads, tabs, bad input, settings that stay.

use callpace_e2e::{App, Fallible, Key, Language, Setup, tour::SHARED};

#[tokio::test]
async fn taps_count_and_survive_a_reload_and_a_restart() -> Fallible {
    for language in Language::ALL {
        let mut app = App::open(Setup::default().language(language), "#/log").await?;
        for id in ["btn-call", "btn-call", "btn-pres", "btn-sale", "btn-inb-pres", "btn-inb-sale"] {
            app.click(id).await?;
        }
        for (id, n) in
            [("count-call", "2"), ("count-pres", "1"), ("count-sale", "1"), ("count-inb-pres", "1")]
        {
            app.expect(id, n).await?;
        }
        app.reload().await?;
        app.expect("count-call", "2").await?;
        app.expect("count-inb-sale", "1").await?;
        app.restart("#/log").await?;
        app.expect("count-call", "2").await?;
        app.click("undo").await?;
        app.expect("count-inb-sale", "0").await?;
        app.click("redo").await?;
        app.expect("count-inb-sale", "1").await?;
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn several_at_once_are_one_undo_and_a_reason_belongs_to_the_last_entry() -> Fallible {
    let app = App::open(Setup::default(), "#/log").await?;
    app.click("btn-several").await?;
    app.fill("several-n", "10").await?;
    app.press(&Key::named("Enter")).await?;
    app.expect("count-call", "10").await?;
    app.click("reason-1").await?;
    app.wait_until(
        "document.querySelector('[data-testid=reason-1]').getAttribute('aria-pressed') === 'true'",
    )
    .await?;
    app.expect("count-call", "10").await?;
    // The reason, then the ten.
    app.click("undo").await?;
    app.click("undo").await?;
    app.expect("count-call", "0").await?;
    app.click("undo").await?;
    app.wait_content("live", "Nothing to undo").await?;
    app.quit().await
}

#[tokio::test]
async fn two_tabs_see_each_others_taps_and_none_is_lost() -> Fallible {
    let app = App::open(Setup::default(), "#/log").await?;
    let first = app.current_tab().await?;
    app.click("btn-call").await?;
    let second = app.new_tab("#/log").await?;
    app.expect("count-call", "1").await?;
    for _ in 0..5 {
        app.switch(&second).await?;
        app.click("btn-call").await?;
        app.switch(&first).await?;
        app.click("btn-call").await?;
    }
    app.expect("count-call", "11").await?;
    app.switch(&second).await?;
    app.expect("count-call", "11").await?;
    app.reload().await?;
    app.expect("count-call", "11").await?;
    app.quit().await
}

#[tokio::test]
async fn bad_input_is_refused_in_words_and_nothing_is_stored_or_lost() -> Fallible {
    for language in Language::ALL {
        let app = App::open(Setup::default().language(language), "#/days").await?;
        let today = app.day_from_today(0).await?;
        let cell = format!("cell-{today}-calls");
        app.fill(&cell, "12").await?;
        app.press(&Key::named("Enter")).await?;
        let stored =
            "return Object.entries(localStorage).filter(([k]) => k.startsWith('callpace/1/')).sort().join()";
        let before: String = app.run(stored).await?;
        assert!(before.contains("callpace/1/"));
        let whole = match language {
            Language::En => "must be a whole number",
            Language::Ru => "целое число",
        };
        for text in ["4x", "-1", "1.5", "1e20", "１２"] {
            app.fill(&cell, text).await?;
            app.press(&Key::named("Enter")).await?;
            app.wait_content("error-summary", whole).await?;
            assert_eq!(app.value(&cell).await?, text);
            assert_eq!(app.attribute(&cell, "aria-invalid").await?.as_deref(), Some("true"));
            let described = app.attribute(&cell, "aria-describedby").await?.unwrap_or_default();
            let said: String =
                app.run(&format!("return document.getElementById('{described}').textContent")).await?;
            assert!(said.contains(whole), "{said}");
            assert_eq!(app.run::<String>(stored).await?, before);
        }
        app.fill(&cell, "100001").await?;
        app.press(&Key::named("Enter")).await?;
        app.wait_content("error-summary", "100").await?;
        assert_eq!(app.run::<String>(stored).await?, before);
        // The same field, right: the problem goes away.
        app.fill(&cell, "13").await?;
        app.press(&Key::named("Enter")).await?;
        app.wait_gone("error-summary").await?;
        app.go("#/log").await?;
        app.expect("count-call", "13").await?;

        app.go("#/days/2025-02-31").await?;
        let no_such = match language {
            Language::En => "That date does not exist",
            Language::Ru => "Такой даты нет",
        };
        app.wait_until(&format!("document.querySelector('h1')?.textContent === '{no_such}'")).await?;
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_future_day_cannot_be_logged() -> Fallible {
    let app = App::open(Setup::default(), "#/days").await?;
    app.set_date("go-to-date", "2999-01-01").await?;
    app.wait_until("document.getElementById('go-to-date-error').textContent.includes('today or earlier')")
        .await?;
    app.go("#/days/2999-01-01").await?;
    app.wait_until("document.querySelector('[data-testid=\"cell-2999-01-01-calls\"]')?.disabled === true")
        .await?;
    app.quit().await
}

#[tokio::test]
async fn language_and_theme_stay() -> Fallible {
    let mut app = App::open(Setup::default(), "#/settings").await?;
    app.click("lang-ru").await?;
    app.wait_until("document.documentElement.lang === 'ru' && document.title === 'Настройки - Callpace'")
        .await?;
    app.click("theme-dark").await?;
    app.wait_until("document.documentElement.dataset.theme === 'dark'").await?;
    app.reload().await?;
    app.wait_until(
        "document.documentElement.lang === 'ru' && document.documentElement.dataset.theme === 'dark'",
    )
    .await?;
    app.restart("#/log").await?;
    app.wait_until(
        "document.documentElement.lang === 'ru' && document.documentElement.dataset.theme === 'dark'",
    )
    .await?;
    app.wait_until("document.querySelector('h1').textContent === 'Учёт'").await?;
    app.quit().await
}

#[tokio::test]
async fn a_shared_link_shows_its_numbers_and_touches_nothing() -> Fallible {
    for language in Language::ALL {
        let app = App::open(Setup::default().language(language), SHARED).await?;
        let rates = match language {
            Language::En => ["25%", "20%", "5.0%"],
            Language::Ru => ["25\u{a0}%", "20\u{a0}%", "5,0\u{a0}%"],
        };
        for (id, rate) in ["rate-call-pres", "rate-pres-sale", "rate-call-sale"].into_iter().zip(rates) {
            app.wait_content(id, rate).await?;
        }
        app.wait_content("shared-note", "2–11").await?;
        app.go("#/shared?v=1&from=2025-06-02").await?;
        let damaged = match language {
            Language::En => "damaged or incomplete",
            Language::Ru => "повреждена или неполная",
        };
        app.wait_until(&format!("document.querySelector('main').textContent.includes('{damaged}')")).await?;
        app.click("shared-close").await?;
        app.expect("count-call", "0").await?;
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_date_that_does_not_exist_is_refused_in_pasted_cells() -> Fallible {
    for language in Language::ALL {
        let app = App::open(Setup::default().language(language), "#/settings/import").await?;
        app.fill("import-text", "Date;Calls\n31.02.2025;5\n").await?;
        app.click("import-show").await?;
        let (refused, nothing_saved) = match language {
            Language::En => ("\"31.02.2025\" is not a date", "Nothing is saved yet"),
            Language::Ru => ("«31.02.2025» — такой даты нет", "Пока ничего не сохранено"),
        };
        app.wait_content("import-row-2", refused).await?;
        app.wait_content("import-preview", nothing_saved).await?;
        let stored = "return Object.keys(localStorage).filter(it => it.startsWith('callpace/1/')).length";
        assert_eq!(app.run::<u32>(stored).await?, 0);
        app.quit().await?;
    }
    Ok(())
}
