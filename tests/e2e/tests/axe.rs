//! axe finds nothing on any page: in light, dark and forced colours, narrow and wide, empty and full.

use callpace_e2e::look::assert_none;
use callpace_e2e::{App, Fallible, Language, Setup};

/// How colours can be.
const COLOURS: [(&str, &[(&str, &str)]); 3] = [
    ("light", &[("prefers-color-scheme", "light"), ("forced-colors", "none")]),
    ("dark", &[("prefers-color-scheme", "dark"), ("forced-colors", "none")]),
    ("forced", &[("prefers-color-scheme", "light"), ("forced-colors", "active")]),
];

async fn at_width(language: Language, width: u32) -> Fallible {
    let app = App::open(Setup::default().language(language).size(width, 800), "#/log").await?;
    let found = app
        .tour(async |app, page| {
            let mut found = Vec::new();
            for (colours, features) in COLOURS {
                app.emulate(features).await?;
                found.extend(app.axe().await?.into_iter().map(|it| format!("{page}, {colours}: {it}")));
            }
            Ok(found)
        })
        .await?;
    app.quit().await?;
    assert_none(&found);
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
