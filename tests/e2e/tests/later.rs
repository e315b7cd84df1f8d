//! What begins below the first screenful: made when somebody scrolls there, or by an address, or for paper.

use callpace_e2e::article::NOW;
use callpace_e2e::{App, Fallible, Setup};

/// No timer of a screen ever fires: what is made a while later is made by something else, or not at all.
const NO_WHILE: &str = "\
    const soon = window.setTimeout; \
    window.setTimeout = (run, wait, ...more) => wait >= 500 ? 0 : soon(run, wait, ...more);";

/// The sections below the rates, from the top, by their headings.
const BELOW: [&str; 4] = ["#funnel-lost", "#funnel-why", "#funnel-trend", "#funnel-lists"];

/// The Funnel of the article, on a phone, at its top.
async fn funnel() -> Fallible<App> {
    let app = App::open_at(Setup::default(), NOW, "#/log").await?;
    app.import_article().await?;
    app.run::<()>(NO_WHILE).await?;
    Ok(app)
}

async fn is_there(app: &App, css: &str) -> Fallible<bool> {
    app.run(&format!("return document.querySelector('{css}') !== null")).await
}

#[tokio::test]
async fn a_section_is_made_when_it_is_scrolled_to() -> Fallible {
    let app = funnel().await?;
    app.go("#/funnel").await?;
    app.find("rate-call-sale").await?;
    assert!(!is_there(&app, "#funnel-trend").await?, "made before anybody could see it");
    for heading in BELOW {
        // As far as the page goes, again and again: it grows while one scrolls.
        app.wait_until(&format!(
            "(scrollBy({{ top: innerHeight / 2, behavior: 'instant' }}), document.querySelector('{heading}'))"
        ))
        .await?;
    }
    app.quit().await
}

#[tokio::test]
async fn an_address_that_leads_to_a_section_has_it_at_once() -> Fallible {
    let app = funnel().await?;
    app.go("#/funnel/lists").await?;
    app.wait_until("document.activeElement.matches('#funnel-lists')").await?;
    for heading in BELOW {
        assert!(is_there(&app, heading).await?, "{heading}");
    }
    app.quit().await
}

#[tokio::test]
async fn paper_has_everything() -> Fallible {
    let app = funnel().await?;
    app.go("#/funnel").await?;
    app.find("rate-call-sale").await?;
    app.make_folded().await?;
    for heading in BELOW {
        app.wait_until(&format!("document.querySelector('{heading}')")).await?;
    }
    app.quit().await
}
