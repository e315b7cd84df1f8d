//! The article's case, from its numbers on screen to its plan: acceptance check 40.
//!
//! Every expected number is worked out by hand or comes from the reference of `docs/numbers.md`; none
//! comes from the app's own code.

use callpace_e2e::article::NOW;
use callpace_e2e::look::assert_none;
use callpace_e2e::{App, Fallible, Language, Setup};
use serde_json::json;

const RATES: [&str; 3] = ["rate-call-pres", "rate-pres-sale", "rate-call-sale"];

/// Fraction, rate and likely range: Jeffreys, 80 %: 0.198 to 0.309, 0.116 to 0.317, 0.0281 to 0.0846.
const fn rates(language: Language) -> [[&'static str; 3]; 3] {
    match language {
        Language::En => {
            [["25 of 100", "25%", "20–31%"], ["5 of 25", "20%", "12–32%"], ["5 of 100", "5.0%", "2.8–8.5%"]]
        }
        Language::Ru => [
            ["25 из 100", "25\u{a0}%", "20–31\u{a0}%"],
            ["5 из 25", "20\u{a0}%", "12–32\u{a0}%"],
            ["5 из 100", "5,0\u{a0}%", "2,8–8,5\u{a0}%"],
        ],
    }
}

/// Asks for 15 sales from this day to the end of June.
async fn ask_from(app: &App, from: &str) -> Fallible {
    app.go("#/plan").await?;
    if app.exists("quota-edit").await? {
        app.click("quota-edit").await?;
    }
    app.set_date("quota-until", "2025-06-30").await?;
    app.set_date("quota-from", from).await?;
    app.fill("quota-sales", "15").await?;
    app.click("quota-save").await?;
    app.wait_gone("quota-save").await
}

/// Records so many inbound presentations at once.
async fn record_inbound(app: &App, n: &str) -> Fallible {
    app.go("#/log").await?;
    app.click("btn-several").await?;
    app.find("several-step").await?;
    app.run::<()>(
        "const it = document.querySelector('[data-testid=several-step]'); it.selectedIndex = 3; \
         it.dispatchEvent(new Event('change', { bubbles: true }))",
    )
    .await?;
    app.fill("several-n", n).await?;
    app.click("several-save").await
}

/// Check 40: Fixture S: 25 %, 20 %, 5.0 %. Its days before `quota-from`: 15 says 300 calls and 75
/// presentations, 449 for 8 in 10. Inside the period: 5 done, 10 to go, 200 calls, 50 presentations.
/// Adding 10 inbound presentations changes no cold numerator or denominator; print hides the navigation
/// and shows every table.
#[tokio::test]
async fn check_40_the_article_comes_out_as_it_should() -> Fallible {
    for language in Language::ALL {
        let app = App::open_at(Setup::default().language(language), NOW, "#/log").await?;
        app.import_article().await?;
        app.go("#/funnel").await?;
        for (id, parts) in RATES.into_iter().zip(rates(language)) {
            for part in parts {
                app.wait_content(id, part).await?;
            }
        }

        ask_from(&app, "2025-06-12").await?;
        app.expect("plan-calls-simple", "300").await?;
        app.expect("plan-calls-full", "300").await?;
        app.wait_content("plan-pres-simple", "75").await?;
        app.expect("plan-calls-sure", "449").await?;

        app.go("#/plan").await?;
        ask_from(&app, "2025-06-01").await?;
        app.expect("plan-calls-simple", "200").await?;
        app.expect("plan-calls-full", "300").await?;
        app.wait_content("plan-pres-simple", "50").await?;
        let (done, to_go) = match language {
            Language::En => ("5 sales", "10 to go."),
            Language::Ru => ("5 сделок", "Осталось: 10."),
        };
        app.wait_content("plan-pace", done).await?;
        let said = format!("document.querySelector('.plan__sentence').textContent.startsWith('{to_go}')");
        app.wait_until(&said).await?;

        app.go("#/funnel").await?;
        let mut before = Vec::new();
        for id in RATES {
            before.push(app.text(id).await?);
        }
        record_inbound(&app, "10").await?;
        app.expect("count-inb-pres", "12").await?;
        app.go("#/funnel").await?;
        app.wait_content("rate-inb-pres-sale", "13").await?;
        for (id, before) in RATES.into_iter().zip(before) {
            assert_eq!(app.text(id).await?, before, "{id} moved");
        }

        app.session.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        for route in ["#/funnel", "#/plan"] {
            app.go(route).await?;
            app.make_folded().await?;
            app.wait_until("document.querySelectorAll('main table').length").await?;
            let not_on_paper = "
                const wrong = [document.querySelector('.nav')].filter(it => it.checkVisibility());
                const folded = [...document.querySelectorAll('[data-testid^=table-], [data-testid^=arith-]')];
                if (!folded.length) return ['nothing is folded'];
                return [...wrong, ...folded.filter(it => !it.checkVisibility())].map(name);";
            assert_none(&app.measure(not_on_paper).await?);
        }
        app.quit().await?;
    }
    Ok(())
}

/// Two inbound sales count towards the quota, not into the rate: 8 to go, 8 ÷ 5 % = 160.
///
/// In one language: arithmetic does not know it.
#[tokio::test]
async fn inbound_sales_count_towards_the_quota_alone() -> Fallible {
    let app = App::open_at(Setup::default(), NOW, "#/log").await?;
    app.import_article().await?;
    ask_from(&app, "2025-06-01").await?;
    app.expect("plan-calls-simple", "200").await?;
    app.go("#/log").await?;
    app.click("btn-inb-sale").await?;
    app.click("btn-inb-sale").await?;
    app.go("#/plan").await?;
    app.expect("plan-calls-simple", "160").await?;
    app.expect("plan-calls-full", "300").await?;
    app.quit().await
}
