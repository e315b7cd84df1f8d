//! The article, played through the screen in both languages: 100 calls, 25 presentations, 5 sales.
//!
//! Every expected number is worked out by hand; none comes from the app's own code.

use callpace_e2e::{App, Fallible, Language, Setup};

/// Days from today on the clock of the browser, as `2025-06-03`.
async fn day_from_today(app: &App, days: i32) -> Fallible<String> {
    let script = format!(
        "const d = new Date(); d.setDate(d.getDate() + ({days})); const p = n => String(n).padStart(2, '0'); \
         return `${{d.getFullYear()}}-${{p(d.getMonth() + 1)}}-${{p(d.getDate())}}`"
    );
    app.run(&script).await
}

async fn open(language: Language) -> Fallible<App> {
    App::open(Setup::default().language(language), "#/days").await
}

/// Types a day's numbers into the week, leaving each field as a person does.
async fn type_day(app: &App, day: &str, numbers: &[(&str, &str)]) -> Fallible {
    app.go(&format!("#/days/{day}")).await?;
    for (column, number) in numbers {
        let cell = format!("cell-{day}-{column}");
        app.fill(&cell, number).await?;
        app.press(&callpace_e2e::Key::named("Tab")).await?;
        app.wait_until(&format!("document.querySelector('[data-testid=\"{cell}\"]').value === '{number}'"))
            .await?;
    }
    Ok(())
}

const ARTICLE: [(&str, &str); 3] = [("calls", "100"), ("pres", "25"), ("sales", "5")];

async fn set_quota(app: &App, from: &str, until: &str) -> Fallible {
    app.go("#/plan").await?;
    app.set_date("quota-until", until).await?;
    app.set_date("quota-from", from).await?;
    app.fill("quota-sales", "15").await?;
    app.click("quota-save").await
}

#[tokio::test]
async fn the_rates_are_25_and_20_and_5_percent() -> Fallible {
    for language in Language::ALL {
        let app = open(language).await?;
        let day = day_from_today(&app, -10).await?;
        type_day(&app, &day, &ARTICLE).await?;
        app.go("#/funnel").await?;
        let (parts, of): ([[&str; 2]; 3], &str) = match language {
            // Jeffreys, 80 %: 0.198 to 0.309, 0.116 to 0.317, 0.0281 to 0.0846.
            Language::En => ([["25%", "20–31%"], ["20%", "12–32%"], ["5.0%", "2.8–8.5%"]], "of"),
            Language::Ru => (
                [
                    ["25\u{a0}%", "20–31\u{a0}%"],
                    ["20\u{a0}%", "12–32\u{a0}%"],
                    ["5,0\u{a0}%", "2,8–8,5\u{a0}%"],
                ],
                "из",
            ),
        };
        let fractions = [format!("25 {of} 100"), format!("5 {of} 25"), format!("5 {of} 100")];
        for ((id, [rate, range]), fraction) in
            ["rate-call-pres", "rate-pres-sale", "rate-call-sale"].into_iter().zip(parts).zip(fractions)
        {
            app.wait_content(id, rate).await?;
            app.wait_content(id, range).await?;
            app.wait_content(id, &fraction).await?;
        }
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_day_before_the_quota_asks_for_300_calls_and_75_presentations() -> Fallible {
    for language in Language::ALL {
        let app = open(language).await?;
        let day = day_from_today(&app, -10).await?;
        type_day(&app, &day, &ARTICLE).await?;
        let (from, until) = (day_from_today(&app, 0).await?, day_from_today(&app, 20).await?);
        set_quota(&app, &from, &until).await?;
        app.wait_content("plan-calls-simple", "300").await?;
        app.wait_content("plan-pres-simple", "75").await?;
        app.wait_content("plan-calls-full", "300").await?;
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_day_inside_the_quota_leaves_200_calls_and_inbound_moves_no_cold_rate() -> Fallible {
    for language in Language::ALL {
        let app = open(language).await?;
        let day = day_from_today(&app, -10).await?;
        type_day(&app, &day, &ARTICLE).await?;
        let (from, until) = (day_from_today(&app, -10).await?, day_from_today(&app, 20).await?);
        set_quota(&app, &from, &until).await?;
        app.wait_content("plan-calls-simple", "200").await?;
        app.wait_content("plan-pres-simple", "50").await?;
        app.wait_content("plan-calls-full", "300").await?;

        app.go("#/funnel").await?;
        let ids = ["rate-call-pres", "rate-pres-sale", "rate-call-sale"];
        let mut before = Vec::new();
        for id in ids {
            before.push(app.text(id).await?);
        }
        assert!(
            !app.exists("rate-inb-pres-sale").await? || !app.text("rate-inb-pres-sale").await?.contains("10")
        );
        type_day(&app, &day, &[("inb-pres", "10"), ("inb-sales", "2")]).await?;
        app.go("#/funnel").await?;
        app.wait_content("rate-inb-pres-sale", "10").await?;
        for (id, before) in ids.into_iter().zip(before) {
            assert_eq!(app.text(id).await?, before, "{id} moved");
        }
        // Two inbound sales count towards the quota: 8 to go, 8 ÷ 5 % = 160.
        app.go("#/plan").await?;
        app.wait_content("plan-calls-simple", "160").await?;
        app.quit().await?;
    }
    Ok(())
}
