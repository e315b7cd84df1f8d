//! A picture of every screen, for people to look at: `cargo xtask shots`.

use callpace_e2e::{App, Fallible, Language, Setup};

const ROUTES: &[&str] = &["log", "funnel", "plan", "days", "settings"];

async fn pictures(language: Language, size: (u32, u32), theme: &str) -> Fallible {
    let app = App::start(Setup { size, ..Setup::default() }.language(language)).await?;
    app.emulate(&[("prefers-color-scheme", theme), ("prefers-reduced-motion", "reduce")]).await?;
    for route in ROUTES {
        app.goto(&format!("#/{route}")).await?;
        app.screenshot(&format!("{route}-{}-{}-{theme}", size.0, language.code())).await?;
    }
    app.quit().await
}

#[tokio::test]
#[ignore = "pictures are looked at, not tested"]
async fn phone() -> Fallible {
    for language in Language::ALL {
        pictures(language, Setup::PHONE, "light").await?;
        pictures(language, Setup::PHONE, "dark").await?;
    }
    Ok(())
}

#[tokio::test]
#[ignore = "pictures are looked at, not tested"]
async fn desktop() -> Fallible {
    for language in Language::ALL {
        pictures(language, Setup::DESKTOP, "light").await?;
        pictures(language, Setup::DESKTOP, "dark").await?;
    }
    Ok(())
}
