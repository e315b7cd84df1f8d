//! Acceptance checks 28 to 34: everything has room, at every size, zoom and spacing.

use callpace_e2e::look::assert_none;
use callpace_e2e::tour::SCREENS;
use callpace_e2e::{App, Fallible, Key, Language, Setup};
use serde_json::json;

/// What `find` finds on every page and sheet, in both languages, at these sizes.
async fn tour(sizes: &[(u32, u32)], find: impl AsyncFn(&App) -> Fallible<Vec<String>>) -> Fallible {
    let mut found = Vec::new();
    for language in Language::ALL {
        for (width, height) in sizes {
            let app = App::open(Setup::default().language(language).size(*width, *height), "#/log").await?;
            let on_page = async |app: &App, page: &str| {
                Ok(find(app).await?.into_iter().map(|it| format!("{page}: {it}")).collect())
            };
            found.extend(app.tour(on_page).await?);
            app.quit().await?;
        }
    }
    assert_none(&found);
    Ok(())
}

/// Check 28: 320 × 256: no horizontal page scroll on any route; wide tables scroll in a labelled,
/// focusable region.
#[tokio::test]
async fn check_28_nothing_scrolls_sideways_at_320_by_256() -> Fallible {
    tour(&[(320, 256)], async |app| app.too_wide().await).await
}

/// Check 29: 360 × 584, Russian and English: Undo, both inbound, Presentation, Sale, six chips and
/// Call are wholly in view; the element at the centre of each is that button.
#[tokio::test]
async fn check_29_a_call_block_fits_a_small_phone() -> Fallible {
    const HIDDEN: &str = "
        const ids = ['undo', 'btn-inb-pres', 'btn-inb-sale', 'btn-pres', 'btn-sale', 'reason-1', 'reason-2',
            'reason-3', 'reason-4', 'reason-5', 'reason-6', 'btn-call'];
        const bar = document.querySelector('.nav').getBoundingClientRect().top;
        return ids.filter(id => {
            const it = document.querySelector(`[data-testid=${id}]`);
            if (!it) return true;
            const box = it.getBoundingClientRect();
            const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return box.top < 0 || box.left < 0 || box.right > innerWidth || box.bottom > bar || !it.contains(hit);
        });";
    for language in Language::ALL {
        let app = App::open(Setup::default().language(language).size(360, 584), "#/log").await?;
        app.click("btn-call").await?;
        app.find("reason-6").await?;
        assert!(app.run::<bool>("return scrollY === 0").await?, "a tap does not scroll");
        assert_none(&app.measure(HIDDEN).await?);
        app.quit().await?;
    }
    Ok(())
}

/// Check 30: 1280 × 800 at 200 % (640 × 400): nothing overlaps or is clipped, all controls are reachable.
#[tokio::test]
async fn check_30_everything_is_reachable_at_200_percent() -> Fallible {
    tour(&[(640, 400)], async |app| {
        let zoomed = json!({ "width": 640, "height": 400, "deviceScaleFactor": 2, "mobile": false });
        app.session.cdp("Emulation.setDeviceMetricsOverride", zoomed).await?;
        app.crowded().await
    })
    .await
}

/// Check 31: text-spacing override (WCAG 1.4.12): no button has a scroll width above its width or a
/// clipped height.
#[tokio::test]
async fn check_31_buttons_hold_spaced_text() -> Fallible {
    const SPACED: &str = "if (document.adoptedStyleSheets.length === 0) {
        const style = new CSSStyleSheet();
        style.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; \
            word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
        document.adoptedStyleSheets = [style];
    }";
    tour(&[(360, 640), (1280, 640)], async |app| {
        app.run::<()>(SPACED).await?;
        app.cut_buttons().await
    })
    .await
}

/// Check 32: at a height of 430 px or less Call and the navigation are not sticky or fixed.
///
/// In one language: no word has a part in it.
#[tokio::test]
async fn check_32_low_windows_have_nothing_sticky() -> Fallible {
    const PINNED: &str = "return ['.call', '.nav'].filter(it => \
        ['sticky', 'fixed'].includes(getComputedStyle(document.querySelector(it)).position))";
    let app = App::open(Setup::default().size(360, 431), "#/log").await?;
    assert_eq!(app.measure(PINNED).await?, [".call", ".nav"], "one pixel more, and they are");
    for (width, height) in [(360, 430), (320, 256), (640, 360), (800, 430), (1280, 400)] {
        app.resize(width, height).await?;
        app.wait_until(&format!("innerHeight === {height}")).await?;
        assert_eq!(app.measure(PINNED).await?, Vec::<String>::new(), "{width} × {height}");
    }
    app.quit().await
}

/// Check 33: tabbing at 360 × 640, no focused element is wholly under Call or the navigation.
#[tokio::test]
async fn check_33_the_focus_is_never_under_call_or_the_bar() -> Fallible {
    const UNDER: &str = "
        const it = document.activeElement;
        const box = it.getBoundingClientRect();
        const under = ['.call', '.nav'].filter(css => {
            const cover = document.querySelector(css);
            if (!cover || cover.contains(it) || it === document.body) return false;
            const over = cover.getBoundingClientRect();
            return box.top >= over.top && box.bottom <= over.bottom && box.left >= over.left && box.right <= over.right;
        });
        return [it === document.body ? 'end' : name(it), ...under];";
    for language in Language::ALL {
        let app = App::open(Setup::phone().language(language), "#/log").await?;
        app.open_sample().await?;
        app.click("btn-call").await?;
        app.find("entry-edit-1").await?;
        for route in SCREENS {
            for (from, key) in [(0, Key::named("Tab")), (-1, Key::named("Tab").shift())] {
                app.go(route).await?;
                app.unfold().await?;
                let start =
                    format!("[document.querySelector('.skip'), ...controls()].at({from}).focus(); return []");
                app.measure(&start).await?;
                let mut stops = 0;
                loop {
                    app.press(&key).await?;
                    let seen = app.measure(UNDER).await?;
                    assert_eq!(seen.len(), 1, "{route}: {seen:?}");
                    // Once around: the focus has left the page.
                    if seen[0] == "end" {
                        break;
                    }
                    stops += 1;
                    assert!(stops < 400, "{route}: no end of it");
                }
                assert!(stops > 10, "{route}: {stops} stops");
            }
        }
        app.quit().await?;
    }
    Ok(())
}

/// Check 34: every control outside running text is at least 44 × 44 at 320, 360 and 1280 px, in both
/// languages.
#[tokio::test]
async fn check_34_every_target_is_44_by_44() -> Fallible {
    tour(&[(320, 700), (360, 700), (1280, 700)], async |app| app.too_small().await).await
}
