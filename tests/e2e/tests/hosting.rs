//! What hosts do, and the app starts all the same: new versions, half of one, the old one again.

use callpace_e2e::host::Host;
use callpace_e2e::{App, Fallible, Language, Setup};
use serde_json::{Value, json};
use std::fs;
use xtask::server::Fault;
use xtask::site::{POLICY, SINGLE, integrity};

const STARTED: &str = "'started' in document.documentElement.dataset && document.querySelector('main h1')";

/// The version that the style sheet on the page is of; empty for the release.
async fn version(app: &App) -> Fallible<String> {
    app.run("return getComputedStyle(document.documentElement).getPropertyValue('--version').trim()").await
}

/// Looks for a new version and waits for what comes of it: `none`, `installed` or `redundant`.
async fn update(app: &App) -> Fallible<String> {
    app.run_async(
        "const settled = worker => new Promise(tell => {
            const look = () => ['installed', 'redundant'].includes(worker.state) && tell(worker.state);
            worker.addEventListener('statechange', look);
            look();
        });
        navigator.serviceWorker.getRegistration().then(async it => {
            // The browser looks by itself after a navigation, and may have begun before.
            if (it.installing) await settled(it.installing);
            await it.update();
            const worker = it.installing ?? it.waiting;
            done(worker ? await settled(worker) : 'none');
        })",
    )
    .await
}

/// Accepts the waiting version, as the page does when the person says so.
async fn accept(app: &App) -> Fallible {
    let accepted = app.run_async::<bool>(
        "navigator.serviceWorker.addEventListener('controllerchange', () => done(true));
        navigator.serviceWorker.getRegistration().then(it => it.waiting.postMessage('skipWaiting'))",
    );
    accepted.await?;
    app.reload().await
}

/// Waits until the page runs a version, which it loads by itself.
async fn runs(app: &App, version: &str) -> Fallible {
    app.wait_until(&format!(
        "{STARTED} && 'ready' in document.documentElement.dataset \
         && getComputedStyle(document.documentElement).getPropertyValue('--version').trim() === '{version}'"
    ))
    .await
}

async fn counts(app: &App, calls: u32) -> Fallible {
    app.wait_until(&format!("document.querySelector('[data-testid=count-call]')?.textContent === '{calls}'"))
        .await
}

async fn kept_caches(app: &App) -> Fallible<usize> {
    app.run_async("caches.keys().then(it => done(it.length))").await
}

async fn opened() -> Fallible<App> {
    let app = App::open(Setup::default().under("/some/sub/path/"), "").await?;
    app.wait_for_worker().await?;
    Ok(app)
}

/// The life of a visitor: one visit, then offline, then the next version, then a host in trouble.
#[tokio::test]
async fn a_log_kept_offline_goes_over_into_the_next_version_and_back() -> Fallible {
    for path in ["/", "/some/sub/path/"] {
        let mut app = App::open(Setup::default().under(path), "").await?;
        app.wait_for_worker().await?;
        app.host.go_offline();
        app.restart("#/log").await?;
        app.click("btn-call").await?;
        app.click("btn-call").await?;
        app.go("#/plan").await?;
        let year: u32 = app.run("return new Date().getFullYear()").await?;
        app.set_date("quota-until", &format!("{}-12-31", year + 1)).await?;
        app.set_date("quota-from", &format!("{year}-01-01")).await?;
        app.fill("quota-sales", "15").await?;
        app.click("quota-save").await?;
        app.find("quota-edit").await?;
        app.reload().await?;
        app.find("quota-edit").await?;
        app.go("#/log").await?;
        counts(&app, 2).await?;

        app.host.go_online()?;
        app.host.publish(&Host::next_version("two")?)?;
        assert_eq!(update(&app).await?, "installed");
        app.click("btn-call").await?;
        // Another screen is the moment to offer it; it does not go away again.
        app.go("#/plan").await?;
        app.wait_text("banner-update", "A new version is ready.").await?;
        app.go("#/log").await?;
        app.click("btn-call").await?;
        counts(&app, 4).await?;
        app.reload().await?;
        assert_eq!(version(&app).await?, "", "a reload is not a consent");
        app.click("update-reload").await?;
        runs(&app, "two").await?;
        counts(&app, 4).await?;
        assert_eq!(kept_caches(&app).await?, 1, "the old version is not kept");
        assert!(!app.exists("banner-update").await?);

        for fault in [Fault::Missing, Fault::CutShort] {
            app.host.misbehave("app-", fault.clone());
            app.host.misbehave("boot-", fault);
            app.reload().await?;
            counts(&app, 4).await?;
            app.host.behave();
        }
        app.host.roll_back();
        app.reload().await?;
        assert_eq!(version(&app).await?, "two", "still the kept one");
        app.click("update-reload").await?;
        runs(&app, "").await?;
        counts(&app, 4).await?;
        app.go("#/plan").await?;
        app.find("quota-edit").await?;
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn only_the_tab_that_asked_is_loaded_anew() -> Fallible {
    let app = opened().await?;
    let first = app.current_tab().await?;
    let second = app.new_tab("#/log").await?;
    app.run::<()>("window.untouched = true").await?;
    app.host.publish(&Host::next_version("two")?)?;
    assert_eq!(update(&app).await?, "installed");
    app.find("banner-update").await?;
    app.switch(&first).await?;
    app.click("update-reload").await?;
    runs(&app, "two").await?;
    app.go("#/log").await?;
    app.click("btn-call").await?;

    app.switch(&second).await?;
    counts(&app, 1).await?;
    app.click("btn-call").await?;
    counts(&app, 2).await?;
    assert!(app.run::<bool>("return window.untouched === true").await?);
    assert_eq!(version(&app).await?, "");
    app.click("update-reload").await?;
    runs(&app, "two").await?;
    counts(&app, 2).await?;
    assert!(!app.exists("banner-update").await?);
    app.quit().await
}

#[tokio::test]
async fn a_new_version_is_offered_in_both_languages() -> Fallible {
    for (language, sentence, button) in [
        (Language::En, "A new version is ready.", "Reload"),
        (Language::Ru, "Готова новая версия.", "Обновить"),
    ] {
        let app = App::open(Setup::phone().language(language), "").await?;
        app.wait_for_worker().await?;
        app.host.publish(&Host::next_version("two")?)?;
        // A page that is loaded looks by itself.
        app.reload().await?;
        app.wait_text("banner-update", sentence).await?;
        assert_eq!(app.text("update-reload").await?, button);
        app.wait_content("live", sentence).await?;
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_page_left_open_looks_for_a_new_version_once_an_hour() -> Fallible {
    let app = App::start(Setup::default()).await?;
    app.before_each_page(
        "const Real = Date; window.ahead = 0; window.Date = class extends Real {
            constructor(...given) { given.length ? super(...given) : super(Real.now() + window.ahead); }
        };",
    )
    .await?;
    app.goto("#/plan").await?;
    app.wait_for_worker().await?;
    app.host.publish(&Host::next_version("two")?)?;
    app.run::<()>("window.ahead = 59 * 60_000; window.dispatchEvent(new Event('focus'))").await?;
    assert!(app.run::<bool>("return navigator.serviceWorker.controller.state === 'activated'").await?);
    let _so_far = app.host.take_log();
    app.run::<()>("window.ahead = 61 * 60_000; window.dispatchEvent(new Event('focus'))").await?;
    app.find("banner-update").await?;
    assert_eq!(app.host.take_log().iter().filter(|it| *it == "sw.js").count(), 1);
    app.quit().await
}

#[tokio::test]
async fn the_whole_app_can_be_taken_along_as_one_file() -> Fallible {
    let app = opened().await?;
    app.go("#/settings/about").await?;
    app.click("one-file").await?;
    let taken = fs::read(app.session.download(SINGLE).await?)?;
    assert!(Host::release()?.files().get(SINGLE).is_some_and(|it| *it == taken), "another file");
    app.quit().await
}

#[tokio::test]
async fn the_single_file_of_a_host_is_offered_nothing() -> Fallible {
    let app = opened().await?;
    app.host.publish(&Host::next_version("two")?)?;
    assert_eq!(update(&app).await?, "installed");
    app.load(&format!("{}{SINGLE}#/settings/about", app.host.url())).await?;
    app.wait_text("is-one-file", "This is Callpace as one file.").await?;
    assert!(!app.exists("one-file").await?);
    assert!(!app.exists("banner-update").await?);
    app.quit().await
}

#[tokio::test]
async fn a_new_version_waits_until_it_is_asked_for() -> Fallible {
    let app = opened().await?;
    assert_eq!(update(&app).await?, "none");
    app.host.publish(&Host::next_version("two")?)?;
    assert_eq!(update(&app).await?, "installed");
    app.reload().await?;
    assert_eq!(version(&app).await?, "", "a reload is not a consent");
    accept(&app).await?;
    assert_eq!(version(&app).await?, "two");
    assert_eq!(kept_caches(&app).await?, 1, "the old version is not kept");
    app.quit().await
}

#[tokio::test]
async fn a_half_deployed_version_changes_nothing() -> Fallible {
    let app = opened().await?;
    for (part, fault) in [
        (".css", Fault::Missing),
        (".wasm", Fault::CutShort),
        ("boot-", Fault::Instead(b"<!DOCTYPE html>".to_vec())),
        ("index.html", Fault::Instead(b"<!DOCTYPE html>".to_vec())),
    ] {
        // Each a version of its own, since what has arrived of one need not come again.
        app.host.publish(&Host::next_version(&format!("'{part}'"))?)?;
        app.host.misbehave(part, fault);
        assert_eq!(update(&app).await?, "redundant", "{part}");
        app.reload().await?;
        app.wait_until(STARTED).await?;
        assert_eq!(version(&app).await?, "");
        app.host.behave();
    }
    assert_eq!(update(&app).await?, "installed", "once the host is whole");
    app.quit().await
}

#[tokio::test]
async fn the_old_version_again_is_followed_too() -> Fallible {
    let app = opened().await?;
    app.host.publish(&Host::next_version("two")?)?;
    assert_eq!(update(&app).await?, "installed");
    accept(&app).await?;
    app.host.roll_back();
    app.reload().await?;
    assert_eq!(version(&app).await?, "two", "still the kept one");
    assert_eq!(update(&app).await?, "installed");
    accept(&app).await?;
    assert_eq!(version(&app).await?, "");
    app.quit().await
}

#[tokio::test]
async fn a_host_that_lost_the_old_files_is_no_matter() -> Fallible {
    let app = opened().await?;
    for fault in [Fault::Missing, Fault::CutShort] {
        app.host.misbehave("app-", fault.clone());
        app.host.misbehave("boot-", fault);
        app.reload().await?;
        app.wait_until(STARTED).await?;
        app.host.behave();
    }
    app.quit().await
}

/// Browsers may drop what a site keeps, one file or all.
#[tokio::test]
async fn a_kept_file_that_is_gone_comes_from_the_host() -> Fallible {
    let app = opened().await?;
    let drop_style = "caches.keys().then(([name]) => caches.open(name)).then(async it => {
        for (const request of await it.keys()) if (request.url.endsWith('.css')) await it.delete(request);
        done(true);
    })";
    let whole =
        "caches.keys().then(([name]) => caches.open(name)).then(it => it.keys()).then(it => done(it.length))";
    let files: usize = app.run_async(whole).await?;

    // The host has the same version: what was lost is kept again.
    app.run_async::<bool>(drop_style).await?;
    app.reload().await?;
    app.wait_until(STARTED).await?;
    let again = format!("return new Promise(done => {whole}).then(it => it === {files})");
    app.wait_true(&again).await?;

    // The host has another version, and none of the old files.
    app.host.publish(&Host::next_version("two")?)?;
    app.run_async::<bool>(drop_style).await?;
    app.reload().await?;
    app.wait_until(STARTED).await?;
    assert_eq!(version(&app).await?, "two");
    app.quit().await
}

#[tokio::test]
async fn fresh_takes_what_was_kept_away_and_starts() -> Fallible {
    let app = opened().await?;
    app.run::<()>("localStorage.setItem('callpace/e2e', 'logged')").await?;
    app.host.publish(&Host::next_version("two")?)?;
    app.goto("?fresh#/plan").await?;
    assert_eq!(version(&app).await?, "two");
    assert_eq!(app.run::<String>("return location.search + location.hash").await?, "#/plan");
    assert_eq!(app.run::<String>("return localStorage.getItem('callpace/e2e')").await?, "logged");
    app.wait_for_worker().await?;
    app.reload().await?;
    assert_eq!(version(&app).await?, "two");
    app.quit().await
}

#[tokio::test]
async fn the_worker_can_be_taken_off_a_host() -> Fallible {
    let app = opened().await?;
    let mut site = Host::next_version("two")?;
    let off = site.files().get("sw-off.js").cloned().ok_or("no sw-off.js in the build")?;
    site.set("sw.js", off);
    app.host.publish(&site)?;
    app.run::<()>("navigator.serviceWorker.getRegistration().then(it => it.update())").await?;
    // It loads the pages anew, from the host.
    app.wait_until(&format!(
        "{STARTED} && getComputedStyle(document.documentElement).getPropertyValue('--version').trim() === 'two'"
    ))
    .await?;
    assert_eq!(kept_caches(&app).await?, 0);
    app.quit().await
}

#[tokio::test]
async fn a_first_visit_asks_for_each_file_once_for_the_page_and_once_to_keep_it() -> Fallible {
    let app = opened().await?;
    let mut log = app.host.take_log();
    log.sort();
    // The browser itself asks for the icon, when it likes.
    log.retain(|it| !it.starts_with("icon"));
    let often = |name: &String| log.iter().filter(|it| *it == name).count() > 2;
    assert_eq!(log.iter().filter(|it| often(it)).collect::<Vec<_>>(), Vec::<&String>::new());
    app.quit().await
}

/// Whatever the page loads it names with its checksum, after the policy; the headers say the same.
#[test]
fn the_page_names_its_policy_and_the_checksum_of_all_it_loads() -> Fallible {
    let site = Host::release()?;
    let text = |name: &str| -> Fallible<String> {
        Ok(String::from_utf8(site.files().get(name).cloned().ok_or(format!("no {name}"))?)?)
    };
    let (page, headers) = (text("index.html")?, text("_headers")?);
    let policy = page.find(POLICY).ok_or("no policy")?;
    assert!(page.find("<script").is_some_and(|it| it > policy), "a script before the policy");
    assert!(headers.contains(&format!("/\n  Content-Security-Policy: {POLICY}")), "{headers}");
    assert!(headers.contains("/*\n  X-Content-Type-Options: nosniff"), "{headers}");
    let hashed = |name: &&String| ["app-", "boot-", "early-"].iter().any(|it| name.starts_with(it));
    let mut kept = 0;
    for name in site.files().keys().filter(hashed) {
        let sum = integrity(site.files().get(name).ok_or("gone")?);
        let named = page.lines().any(|it| it.contains(name.as_str()) && it.contains(&sum));
        assert!(named, "{name} without its checksum");
        assert!(headers.contains(&format!("/{name}\n  Cache-Control: public, max-age=31536000, immutable")));
        kept += 1;
    }
    assert_eq!(kept, 5, "early, boot, style, glue, wasm");
    Ok(())
}

#[test]
fn the_manifest_leads_to_the_log_and_the_plan() -> Fallible {
    let site = Host::release()?;
    let manifest: Value = serde_json::from_slice(site.files().get("manifest.webmanifest").ok_or("none")?)?;
    let urls: Vec<&str> = manifest["shortcuts"]
        .as_array()
        .ok_or("no shortcuts")?
        .iter()
        .filter_map(|it| it["url"].as_str())
        .collect();
    assert_eq!(urls, ["./#/log", "./#/plan"]);
    let icons = manifest["icons"].as_array().ok_or("no icons")?;
    assert!(icons.iter().any(|it| it["purpose"] == "maskable"));
    assert!(icons.iter().all(|it| it["src"].as_str().is_some_and(|it| site.files().contains_key(it))));
    // Relative, so that it works under any path.
    assert_eq!((manifest["start_url"].as_str(), manifest["scope"].as_str()), (Some("./"), Some("./")));
    Ok(())
}

#[tokio::test]
async fn a_start_that_fails_says_so_in_the_language_of_the_person() -> Fallible {
    for (language, part, words) in [
        (Language::En, ".wasm", "Callpace could not be loaded in full."),
        (Language::Ru, "boot-", "Загружается."),
        (Language::Ru, "app-", "Callpace загрузился не полностью."),
    ] {
        let app = App::start(Setup::default().language(language)).await?;
        let web = app.session.web()?;
        app.host.misbehave(part, Fault::Missing);
        web.goto(&app.host.url()).await?;
        let seen = "[...document.querySelectorAll('.boot__message p')].filter(it => it.checkVisibility(\
            { visibilityProperty: true })).map(it => it.textContent).join()";
        app.wait_until(&format!("({seen}).includes({})", json!(words))).await?;
        app.host.behave();
        app.goto("?fresh").await?;
        app.wait_until(STARTED).await?;
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_old_browser_is_told_so() -> Fallible {
    for (language, words) in [(Language::En, "too old for Callpace"), (Language::Ru, "слишком старый")]
    {
        let app = App::start(Setup::default().language(language)).await?;
        app.before_each_page("delete window.WebAssembly").await?;
        for address in [app.host.url(), Host::single_file()] {
            app.session.web()?.goto(&address).await?;
            app.wait_until(&format!("document.body.innerText.includes({})", json!(words))).await?;
        }
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_javascript_the_page_says_so_in_both_languages() -> Fallible {
    let app = App::start(Setup::default()).await?;
    app.session.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    for address in [app.host.url(), Host::single_file()] {
        app.session.web()?.goto(&address).await?;
        for words in ["needs JavaScript for it", "нужен JavaScript"] {
            app.wait_until(&format!("document.body.innerText.includes({})", json!(words))).await?;
        }
        assert!(!app.run::<String>("return document.body.innerText").await?.contains("Still loading"));
    }
    app.quit().await
}

#[tokio::test]
async fn language_and_theme_are_there_before_the_app() -> Fallible {
    let app = App::start(Setup::default()).await?;
    app.before_each_page("localStorage.setItem('callpace/prefs', '{\"lang\":\"ru\",\"theme\":\"dark\"}')")
        .await?;
    app.host.misbehave(".wasm", Fault::Missing);
    app.session.web()?.goto(&app.host.url()).await?;
    app.wait_until("document.documentElement.dataset.boot === 'failed'").await?;
    let root: (String, String) =
        app.run("return [document.documentElement.lang, document.documentElement.dataset.theme]").await?;
    assert_eq!(root, ("ru".to_owned(), "dark".to_owned()));
    app.quit().await
}
