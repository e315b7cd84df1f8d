//! The HTML of every page is valid: as it is served, and as it is once the app has drawn it.

use callpace_e2e::audit::validate;
use callpace_e2e::host::Host;
use callpace_e2e::tour::{self, SHEETS, SHEETS_OF_DATA};
use callpace_e2e::{App, Fallible, Language, Setup};

/// The pages and sheets of this app as they are drawn, each with its name.
async fn pages(app: &App, what: &str, sheets: &[&[(&str, &str, &str)]]) -> Fallible<Vec<(String, String)>> {
    let mut pages = Vec::new();
    for route in tour::routes() {
        app.visit(route).await?;
        app.unfold().await?;
        pages.push((format!("{route}, {what}"), app.html().await?));
    }
    for sheet in sheets.iter().copied().flatten() {
        app.open_sheet(*sheet).await?;
        pages.push((format!("{}, {what}", sheet.0), app.html().await?));
        app.close_sheet().await?;
    }
    Ok(pages)
}

fn assert_valid(pages: &[(String, String)], drawn: bool) -> Fallible {
    let found = validate(pages, drawn)?;
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
    Ok(())
}

#[tokio::test]
async fn html_is_valid_on_every_page() -> Fallible {
    let mut all = Vec::new();
    for (language, width) in [(Language::En, 1280), (Language::Ru, 320)] {
        let app = App::open(Setup::default().language(language).size(width, 800), "#/log").await?;
        let what = format!("{} at {width} px", language.code());
        all.extend(pages(&app, &format!("{what}, empty"), &[SHEETS]).await?);
        app.open_sample().await?;
        // It ends yesterday: today has an entry, too.
        app.click("btn-call").await?;
        all.extend(pages(&app, &format!("{what}, with the sample"), &[SHEETS, SHEETS_OF_DATA]).await?);
        app.quit().await?;
    }
    assert_valid(&all, true)
}

#[test]
fn html_is_valid_as_it_is_served() -> Fallible {
    let site = Host::release()?;
    let page = site.files().get("index.html").ok_or("the build has no page")?;
    assert_valid(&[("index.html".to_owned(), String::from_utf8(page.clone())?)], false)
}
