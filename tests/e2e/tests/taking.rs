//! What can be taken out of the app: a chart, its table, a report on paper; and what is left out on the way in.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use callpace_e2e::{App, Fallible, Language, Setup, article::NOW};
use serde_json::json;
use std::fmt::Write as _;
use std::fs;

async fn sample(language: Language) -> Fallible<App> {
    let app = App::open_at(Setup::default().language(language), NOW, "#/log").await?;
    app.click("sample-open").await?;
    app.find("sample-close").await?;
    Ok(app)
}

#[tokio::test]
async fn a_chart_is_saved_with_its_colours_and_its_table_copied_as_cells() -> Fallible {
    for language in Language::ALL {
        let app = sample(language).await?;
        let may = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        app.session.cdp("Browser.grantPermissions", may).await?;
        app.go("#/funnel").await?;
        app.click("take-funnel").await?;
        app.click("save-funnel").await?;
        let text = fs::read_to_string(app.session.download("callpace-funnel-").await?)?;
        assert!(text.starts_with("<?xml") && text.contains("xmlns=\"http://www.w3.org/2000/svg\""), "{text}");
        for part in ["<title", "<desc", "fill=\"rgb(", "<text"] {
            assert!(text.contains(part), "no {part} in {text}");
        }
        for part in ["class=", "var(--", "light-dark", "<script", "data-testid"] {
            assert!(!text.contains(part), "{part} in {text}");
        }
        // It is a picture for whoever opens it.
        let picture = STANDARD.encode(&text);
        let width: f64 = app
            .run_async(&format!(
                "const it = new Image(); it.onload = () => done(it.naturalWidth); it.onerror = () => done(0); \
                 it.src = 'data:image/svg+xml;base64,{picture}'"
            ))
            .await?;
        assert!(width > 200.0, "{width}");

        app.click("copy-funnel").await?;
        let copied = if language == Language::En { "Copied" } else { "Скопировано" };
        app.wait_content("copied-funnel", copied).await?;
        app.make_folded().await?;
        app.wait_until("document.querySelector('[data-testid=table-funnel] td')").await?;
        let shown: String = app
            .run(
                "return [...document.querySelectorAll('[data-testid=table-funnel] tr')]\
                 .map(row => [...row.cells].map(it => it.textContent).join('\\t') + '\\n').join('')",
            )
            .await?;
        let text: String =
            app.run_async("navigator.clipboard.readText().then(done, it => done(String(it)))").await?;
        assert_eq!(text.replace("\r\n", "\n"), shown);
        let kinds: Vec<String> = app
            .run_async("navigator.clipboard.read().then(all => done(all.flatMap(it => it.types)), it => done([String(it)]))")
            .await?;
        assert!(kinds.contains(&"text/html".to_owned()), "{kinds:?}");
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_report_fits_two_pages_and_has_nothing_to_press() -> Fallible {
    for language in Language::ALL {
        let app = sample(language).await?;
        for (route, ready) in [("#/funnel", "chart-lists"), ("#/plan", "chart-pace")] {
            app.go(route).await?;
            app.wait_until(&format!("document.querySelector('[data-testid={ready}] svg text')")).await?;
            let printed = app.session.cdp("Page.printToPDF", json!({ "preferCSSPageSize": true })).await?;
            let pdf = STANDARD.decode(printed["data"].as_str().unwrap_or_default())?;
            let pdf = String::from_utf8_lossy(&pdf);
            assert!(pdf.starts_with("%PDF"));
            let pages = pdf.matches("/Type /Page\n").count();
            assert!((1..=2).contains(&pages), "{route}: {pages} pages");

            app.session.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
            app.make_folded().await?;
            app.wait_until("document.querySelector('main table td')").await?;
            let seen: Vec<String> = app
                .run(
                    "return [...document.querySelectorAll('a, button, input, select, textarea, summary, nav')]\
                     .filter(it => it.checkVisibility() && !it.classList.contains('fig'))\
                     .map(it => it.outerHTML.slice(0, 80))",
                )
                .await?;
            assert_eq!(seen, Vec::<String>::new(), "{route}");
            let hidden: u32 = app
                .run("return [...document.querySelectorAll('main table, main .arith')].filter(it => !it.checkVisibility()).length")
                .await?;
            assert_eq!(hidden, 0, "{route}: tables and arithmetic are printed");
            app.session.cdp("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        }
        // The Funnel carries the plan's sentence on paper only.
        app.go("#/funnel").await?;
        app.find("chart-lists").await?;
        assert!(!app.exists("report-plan").await?);
        app.run::<()>("dispatchEvent(new Event('beforeprint'))").await?;
        let sales = if language == Language::En { "20 sales" } else { "20 сделок" };
        app.wait_content("report-plan", sales).await?;
        app.run::<()>("dispatchEvent(new Event('afterprint'))").await?;
        app.wait_gone("report-plan").await?;
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_row_is_left_out_by_hand_and_a_bad_one_with_its_reason() -> Fallible {
    let app = App::open(Setup::default(), "#/settings/import").await?;
    let rows = "date,calls\n2025-06-02,40\n2025-06-03,50\n2025-02-31,9\n";
    app.fill("import-text", rows).await?;
    app.click("import-show").await?;
    app.wait_content("import-row-4", "\"2025-02-31\" is not a date").await?;
    app.click("import-only-errors").await?;
    app.click("import-use-3").await?;
    app.wait_content("import-row-3", "left out by you").await?;
    app.wait_content("import-confirm", "Import 1 row").await?;
    app.expect_focus("import-use-3").await?;
    // Taken in again, and out again.
    app.click("import-use-3").await?;
    app.wait_content("import-confirm", "Import 2 rows").await?;
    app.expect_focus("import-use-3").await?;
    app.click("import-use-3").await?;
    app.wait_content("import-confirm", "Import 1 row").await?;
    app.click("import-confirm").await?;
    app.wait_gone("import-confirm").await?;
    app.go("#/days/2025-06-03").await?;
    app.wait_until("document.querySelector('[data-testid=\"cell-2025-06-02-calls\"]').value === '40'")
        .await?;
    app.wait_until("document.querySelector('[data-testid=\"cell-2025-06-03-calls\"]').value === ''").await?;
    app.quit().await
}

#[tokio::test]
async fn a_long_import_shows_progress_and_can_be_cancelled() -> Fallible {
    let app = App::open(Setup::default(), "#/settings/import").await?;
    let mut text = String::from("date,step,list,count\n");
    for n in 0..200_000_u32 {
        writeln!(
            text,
            "20{:02}-{:02}-{:02},call,L{},{}",
            n % 16 + 10,
            n % 12 + 1,
            n % 28 + 1,
            n % 5,
            n % 9 + 1
        )?;
    }
    let path = app.session.downloads().join("long.csv");
    fs::write(&path, &text)?;
    app.session.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    app.choose_file("import-file", &path).await?;
    app.wait_until("document.querySelector('main progress')").await?;
    app.click("import-cancel").await?;
    app.session.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
    app.wait_gone("import-cancel").await?;
    assert!(!app.exists("import-preview").await?);
    let stored = "return Object.keys(localStorage).filter(it => it.startsWith('callpace/1/')).length";
    assert_eq!(app.run::<u32>(stored).await?, 0);

    // One that is far too long is refused before it is read row by row.
    let path = app.session.downloads().join("endless.csv");
    fs::write(&path, "2025-06-02,1\n".repeat(1_000_000))?;
    app.choose_file("import-file", &path).await?;
    app.wait_content("import-preview", "200,000").await?;
    app.quit().await
}
