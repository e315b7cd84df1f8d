//! What every browser must do: start, keep to itself, work offline, under any path, from a disk.

use callpace_e2e::host::Host;
use callpace_e2e::{App, Engine, Fallible, Language, Setup};
use thirtyfour::Key;
use xtask::site::SINGLE;

const STARTED: &str = "'started' in document.documentElement.dataset && document.querySelector('main h1')";

#[tokio::test]
async fn the_page_starts_in_the_language_of_the_browser() -> Fallible {
    for language in Language::ALL {
        let app = App::open(Setup::default().language(language), "").await?;
        app.wait_until(STARTED).await?;
        assert_eq!(app.run::<String>("return document.documentElement.lang").await?, language.code());
        assert!(app.run::<bool>("return document.getElementById('boot') === null").await?);
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_leaves_the_page_and_nothing_is_blocked() -> Fallible {
    let app = App::open(Setup::default(), "").await?;
    app.wait_until(STARTED).await?;
    app.wait_for_worker().await?;
    assert_eq!(app.foreign_requests().await?, Vec::<String>::new());
    if app.session.setup().engine == Engine::Chromium {
        assert_eq!(app.complaints().await?, Vec::<String>::new());
    }
    app.quit().await
}

#[tokio::test]
async fn an_inline_script_does_not_run() -> Fallible {
    let app = App::open(Setup::default(), "").await?;
    let add = "const it = document.createElement('script'); it.textContent = 'window.ran = true'; \
        document.body.append(it); return window.ran === true";
    assert!(!app.run::<bool>(add).await?);
    app.quit().await
}

#[tokio::test]
async fn offline_after_one_visit_also_in_a_new_browser() -> Fallible {
    for path in ["/", "/some/sub/path/"] {
        let mut app = App::open(Setup::default().under(path), "").await?;
        app.wait_for_worker().await?;
        app.host.go_offline();
        app.reload().await?;
        app.wait_until(STARTED).await?;
        app.restart("#/plan").await?;
        app.wait_until(STARTED).await?;
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_single_file_starts_from_a_disk() -> Fallible {
    let app = App::start(Setup::default()).await?;
    app.load(&Host::single_file()).await?;
    app.wait_until(STARTED).await?;
    assert!(app.run::<bool>("return 'single' in document.documentElement.dataset").await?);
    if app.session.setup().engine == Engine::Chromium {
        assert_eq!(app.complaints().await?, Vec::<String>::new());
    }
    assert_eq!(app.host.take_log(), Vec::<String>::new());
    app.quit().await
}

/// Both browsers keep the log of a file that stays where it is.
#[tokio::test]
async fn the_single_file_knows_the_article_and_keeps_it_between_openings() -> Fallible {
    let mut app = App::start(Setup::default()).await?;
    let at = |route: &str| format!("{}{route}", Host::single_file());
    app.load(&at("#/days")).await?;
    let today = app.day_from_today(0).await?;
    for (column, number) in [("calls", "100"), ("pres", "25"), ("sales", "5")] {
        let cell = format!("cell-{today}-{column}");
        app.fill(&cell, number).await?;
        app.find(&cell).await?.send_keys(Key::Tab + "").await?;
    }
    for _opening in 0..2 {
        app.go("#/funnel").await?;
        for (id, rate, fraction) in [
            ("rate-call-pres", "25%", "25 of 100"),
            ("rate-pres-sale", "20%", "5 of 25"),
            ("rate-call-sale", "5.0%", "5 of 100"),
        ] {
            app.wait_content(id, rate).await?;
            app.wait_content(id, fraction).await?;
        }
        app.go("#/settings").await?;
        app.wait_content("one-file-log", "kept by this browser, not in the file").await?;
        app.session.restart().await?;
        app.load(&at("")).await?;
    }
    app.quit().await
}

#[tokio::test]
async fn the_single_file_starts_from_a_host_too() -> Fallible {
    let app = App::open(Setup::default(), "").await?;
    app.wait_for_worker().await?;
    app.load(&format!("{}{SINGLE}", app.host.url())).await?;
    app.wait_until(STARTED).await?;
    assert!(app.run::<bool>("return 'single' in document.documentElement.dataset").await?);
    app.quit().await
}
