//! The HTML of every page is valid: as it is served, and as it is once the app has drawn it.

use callpace_e2e::audit::validate;
use callpace_e2e::host::Host;
use callpace_e2e::look::assert_none;
use callpace_e2e::{App, Fallible, Language, Setup};

#[tokio::test]
async fn html_is_valid_on_every_page() -> Fallible {
    let mut pages = Vec::new();
    for language in Language::ALL {
        // The Log, Days and the navigation are drawn otherwise on a phone.
        for width in [320, 1280] {
            let app = App::open(Setup::default().language(language).size(width, 800), "#/log").await?;
            let drawn = app.tour(async |app, page| Ok(vec![(page.to_owned(), app.html().await?)])).await?;
            pages.extend(drawn);
            app.quit().await?;
        }
    }
    assert_none(&validate(&pages, true)?);
    Ok(())
}

#[test]
fn html_is_valid_as_it_is_served() -> Fallible {
    let site = Host::release()?;
    let page = site.files().get("index.html").ok_or("the build has no page")?;
    assert_none(&validate(&[("index.html".to_owned(), String::from_utf8(page.clone())?)], false)?);
    Ok(())
}
