//! What hosts do, and the app starts all the same: new versions, half of one, the old one again.

use callpace_e2e::host::Host;
use callpace_e2e::{App, Fallible, Language, Setup};
use serde_json::json;
use xtask::server::Fault;

const STARTED: &str = "'started' in document.documentElement.dataset && document.querySelector('main h1')";

/// The version that the style sheet on the page is of; empty for the release.
async fn version(app: &App) -> Fallible<String> {
    app.run("return getComputedStyle(document.documentElement).getPropertyValue('--version').trim()").await
}

/// Looks for a new version and waits for what comes of it: `none`, `installed` or `redundant`.
async fn update(app: &App) -> Fallible<String> {
    app.run_async(
        "navigator.serviceWorker.getRegistration().then(it => it.update()).then(it => {
            const worker = it.installing;
            if (!worker) return done('none');
            const settled = () => ['installed', 'redundant'].includes(worker.state) && done(worker.state);
            worker.addEventListener('statechange', settled);
            settled();
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

async fn kept_caches(app: &App) -> Fallible<usize> {
    app.run_async("caches.keys().then(it => done(it.length))").await
}

async fn opened() -> Fallible<App> {
    let app = App::open(Setup::default().under("/some/sub/path/"), "").await?;
    app.wait_for_worker().await?;
    Ok(app)
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
        let without = json!({ "source": "delete window.WebAssembly" });
        app.session.cdp("Page.addScriptToEvaluateOnNewDocument", without).await?;
        for address in [app.host.url(), Host::single_file()] {
            app.session.web()?.goto(&address).await?;
            app.wait_until(&format!("document.body.innerText.includes({})", json!(words))).await?;
        }
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn language_and_theme_are_there_before_the_app() -> Fallible {
    let app = App::start(Setup::default()).await?;
    let prefs =
        json!({ "source": "localStorage.setItem('callpace/prefs', '{\"lang\":\"ru\",\"theme\":\"dark\"}')" });
    app.session.cdp("Page.addScriptToEvaluateOnNewDocument", prefs).await?;
    app.host.misbehave(".wasm", Fault::Missing);
    app.session.web()?.goto(&app.host.url()).await?;
    app.wait_until("document.documentElement.dataset.boot === 'failed'").await?;
    let root: (String, String) =
        app.run("return [document.documentElement.lang, document.documentElement.dataset.theme]").await?;
    assert_eq!(root, ("ru".to_owned(), "dark".to_owned()));
    app.quit().await
}
