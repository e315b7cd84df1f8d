//! axe finds nothing on any page: in light, dark and forced colours, narrow and wide, empty and full.

use callpace_e2e::tour::{self, SHEETS, SHEETS_OF_DATA};
use callpace_e2e::{App, Fallible, Language, Setup};

/// How colours can be.
const COLOURS: [(&str, &[(&str, &str)]); 3] = [
    ("light", &[("prefers-color-scheme", "light"), ("forced-colors", "none")]),
    ("dark", &[("prefers-color-scheme", "dark"), ("forced-colors", "none")]),
    ("forced", &[("prefers-color-scheme", "light"), ("forced-colors", "active")]),
];

/// What axe finds on the page as it is, in all colours.
async fn judge(app: &App, what: &str) -> Fallible<Vec<String>> {
    let mut found = Vec::new();
    for (colours, features) in COLOURS {
        app.emulate(features).await?;
        found.extend(app.axe().await?.into_iter().map(|it| format!("{what}, {colours}: {it}")));
    }
    Ok(found)
}

/// Every page and sheet of this app.
async fn judge_all(app: &App, what: &str, sheets: &[&[(&str, &str, &str)]]) -> Fallible<Vec<String>> {
    let mut found = Vec::new();
    for route in tour::routes() {
        app.visit(route).await?;
        app.unfold().await?;
        found.extend(judge(app, &format!("{route}, {what}")).await?);
    }
    for sheet in sheets.iter().copied().flatten() {
        app.open_sheet(*sheet).await?;
        found.extend(judge(app, &format!("{}, {what}", sheet.0)).await?);
        app.close_sheet().await?;
    }
    Ok(found)
}

async fn at_width(language: Language, width: u32) -> Fallible {
    let app = App::open(Setup::default().language(language).size(width, 800), "#/log").await?;
    let mut found = judge_all(&app, "empty", &[SHEETS]).await?;
    app.open_sample().await?;
    // It ends yesterday: today has an entry, too.
    app.click("btn-call").await?;
    found.extend(judge_all(&app, "with the sample", &[SHEETS, SHEETS_OF_DATA]).await?);
    app.quit().await?;
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
    Ok(())
}

#[tokio::test]
async fn axe_finds_nothing_on_a_narrow_phone_in_english() -> Fallible {
    at_width(Language::En, 320).await
}

#[tokio::test]
async fn axe_finds_nothing_on_a_narrow_phone_in_russian() -> Fallible {
    at_width(Language::Ru, 320).await
}

#[tokio::test]
async fn axe_finds_nothing_on_a_desktop_in_english() -> Fallible {
    at_width(Language::En, 1280).await
}

#[tokio::test]
async fn axe_finds_nothing_on_a_desktop_in_russian() -> Fallible {
    at_width(Language::Ru, 1280).await
}
