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
    let page = String::from_utf8(site.files().get("index.html").ok_or("the build has no page")?.clone())?;
    let is_first = |line: &&str| line.starts_with("<template ");
    let bare: String = page.lines().filter(|it| !is_first(it)).collect::<Vec<_>>().join("\n");
    let mut pages = vec![("index.html".to_owned(), bare.clone())];
    // At most one of the first Logs is put into the page, by `first.js`, and before all else.
    for (place, line) in page.lines().filter(is_first).enumerate() {
        let content = line.split_once('>').and_then(|it| it.1.strip_suffix("</template>"));
        let content = content.ok_or("a first Log is a line of its own")?;
        let whole = bare.replacen("<body>", &format!("<body>\n<div id=\"first\">{content}</div>"), 1);
        pages.push((format!("index.html with first Log {}", place + 1), whole));
    }
    assert_eq!(pages.len(), 5, "two languages, two orders");
    assert_none(&validate(&pages, false)?);
    Ok(())
}
