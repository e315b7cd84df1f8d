//! What every browser must do: start, keep to itself, work offline, under any path, from a disk.

use callpace_e2e::host::Host;
use callpace_e2e::{App, Engine, Fallible, Language, Setup};
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

#[tokio::test]
async fn the_single_file_starts_from_a_host_too() -> Fallible {
    let app = App::open(Setup::default(), "").await?;
    app.wait_for_worker().await?;
    app.load(&format!("{}{SINGLE}", app.host.url())).await?;
    app.wait_until(STARTED).await?;
    assert!(app.run::<bool>("return 'single' in document.documentElement.dataset").await?);
    app.quit().await
}
