//! Every request of a full session: the app asks for its own files, on its own host, and for nothing else.
//!
//! Told by three: the host, the network events of the page, and the network log of the whole browser,
//! which has what the worker and downloads ask for as well.

use callpace_e2e::host::Host;
use callpace_e2e::{App, Fallible, Language, Setup, tour::SHARED};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ROUTES: &[&str] = &[
    "#/log",
    "#/funnel",
    "#/funnel/why",
    "#/funnel/trend",
    "#/funnel/lists",
    "#/funnel/when",
    "#/funnel?p=all&list=all",
    "#/plan",
    "#/days",
    "#/days/2025-06-03",
    "#/days/2025-02-31",
    "#/view",
    SHARED,
    "#/shared?v=1",
    "#/no-such-page",
    "#/settings",
    "#/settings/backup",
    "#/settings/import",
    "#/settings/lists",
    "#/settings/reasons",
    "#/settings/steps",
    "#/settings/counters",
    "#/settings/keys",
    "#/settings/about",
];

/// Goes to every screen and waits for its heading.
async fn see_everything(app: &App) -> Fallible {
    for route in ROUTES {
        app.go(route).await?;
        app.wait_until("document.querySelector('main h1')?.textContent").await?;
    }
    Ok(())
}

async fn log_and_undo(app: &App) -> Fallible {
    app.go("#/log").await?;
    for id in ["btn-call", "btn-pres", "btn-sale", "btn-inb-pres", "btn-inb-sale", "undo", "redo"] {
        app.click(id).await?;
    }
    app.go("#/plan").await?;
    app.set_date("quota-until", "2099-12-31").await?;
    app.fill("quota-sales", "15").await?;
    app.click("quota-save").await?;
    app.find("quota-edit").await?;
    Ok(())
}

async fn import_export_and_back_up(app: &App) -> Fallible {
    app.go("#/settings/import").await?;
    app.fill("import-text", "Date;Calls;Presentations\n2025-06-03;40;9\n").await?;
    app.click("import-show").await?;
    app.click("import-confirm").await?;
    app.wait_gone("import-confirm").await?;
    app.go("#/settings/backup").await?;
    app.click("export-csv").await?;
    app.session.download(".csv").await?;
    // A picker of the browser, which nobody would answer here; without it the backup is downloaded.
    app.run::<()>("delete window.showSaveFilePicker").await?;
    app.click("backup-save").await?;
    let backup = app.session.download(".json").await?;
    app.choose_file("backup-check", &backup).await?;
    app.wait_text("backup-notice", "Checked").await?;
    app.choose_file("backup-restore", &backup).await?;
    app.find("restore-preview").await?;
    app.go("#/funnel").await?;
    app.click("share-open").await?;
    app.click("share-copy").await
}

async fn take_the_next_version(app: &App) -> Fallible {
    app.host.publish(&Host::next_version("two")?)?;
    app.run::<()>("navigator.serviceWorker.getRegistration().then(it => it.update())").await?;
    app.go("#/settings/about").await?;
    app.find("banner-update").await?;
    app.click("update-reload").await?;
    app.wait_until(
        "getComputedStyle(document.documentElement).getPropertyValue('--version').trim() === 'two' \
         && 'ready' in document.documentElement.dataset",
    )
    .await
}

/// The addresses that pages and workers of this origin asked for, by the network log of a browser that
/// has ended.
///
/// What the browser asks for on its own account (updates, accounts, form filling) has no origin.
fn on_the_wire(log: &Path, origin: &str) -> Fallible<BTreeSet<String>> {
    let log: Value = serde_json::from_slice(&fs::read(log)?)?;
    let events = log["events"].as_array().ok_or("a network log without events")?;
    let asked = events.iter().map(|it| &it["params"]).filter(|it| it["initiator"] == origin);
    Ok(asked.filter_map(|it| it["url"].as_str()).map(str::to_owned).collect())
}

#[tokio::test]
async fn a_full_session_asks_for_nothing_but_its_own_files() -> Fallible {
    let log = std::env::temp_dir().join(format!("callpace-network-{}.json", std::process::id()));
    let flags = vec![format!("--log-net-log={}", log.display())];
    let app = App::open(Setup { flags, ..Setup::default() }.under("/some/sub/path/"), "").await?;
    app.wait_for_worker().await?;
    log_and_undo(&app).await?;
    import_export_and_back_up(&app).await?;
    see_everything(&app).await?;
    app.go("#/settings").await?;
    app.click("lang-ru").await?;
    app.click("theme-dark").await?;
    see_everything(&app).await?;
    app.go("#/settings/about").await?;
    app.click("one-file").await?;
    app.session.download("callpace.html").await?;
    take_the_next_version(&app).await?;

    assert_eq!(app.foreign_requests().await?, Vec::<String>::new());
    assert_eq!(app.complaints().await?, Vec::<String>::new());
    let (old, new) = (Host::release()?, Host::next_version("two")?);
    let ours = |it: &str| it.is_empty() || old.files().contains_key(it) || new.files().contains_key(it);
    let others: Vec<String> = app.host.take_log().into_iter().filter(|it| !ours(it)).collect();
    assert_eq!(others, Vec::<String>::new());
    let own = app.host.url();
    app.quit().await?;

    let wire = on_the_wire(&log, own.trim_end_matches("/some/sub/path/"))?;
    fs::remove_file(&log)?;
    for part in [".wasm", "sw.js", "icon-512.png", "callpace.html"] {
        assert!(wire.iter().any(|it| it.ends_with(part)), "{part}, asked for all the same: {wire:?}");
    }
    let foreign: Vec<&String> = wire.iter().filter(|it| !it.starts_with(&own)).collect();
    assert_eq!(foreign, Vec::<&String>::new());
    Ok(())
}

/// The single file has a policy without any address, and needs none.
#[tokio::test]
async fn the_single_file_asks_for_nothing() -> Fallible {
    let app = App::start(Setup::default().language(Language::En)).await?;
    app.load(&Host::single_file()).await?;
    log_and_undo(&app).await?;
    import_export_and_back_up(&app).await?;
    see_everything(&app).await?;
    let file = Host::single_file();
    let foreign = app.foreign_requests().await?.into_iter().filter(|it| !it.starts_with(&file));
    assert_eq!(foreign.collect::<Vec<_>>(), Vec::<String>::new());
    assert_eq!(app.complaints().await?, Vec::<String>::new());
    assert_eq!(app.host.take_log(), Vec::<String>::new());
    app.quit().await
}
