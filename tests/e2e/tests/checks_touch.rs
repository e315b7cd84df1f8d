//! Acceptance check 35: fingers.

use callpace_e2e::{App, Fallible, Setup};
use serde_json::json;

/// A phone: touch, and a page that a double tap could zoom.
async fn phone() -> Fallible<App> {
    let app = App::open(Setup::phone(), "#/log").await?;
    let size = json!({ "width": 360, "height": 640, "deviceScaleFactor": 2, "mobile": true });
    app.session.cdp("Emulation.setDeviceMetricsOverride", size).await?;
    app.session.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
    app.reload().await?;
    Ok(app)
}

async fn touch(app: &App, kind: &str, points: &[(f64, f64)]) -> Fallible {
    let points: Vec<_> = points.iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
    let event = json!({ "type": kind, "touchPoints": points });
    app.session.cdp("Input.dispatchTouchEvent", event).await.map(drop)
}

/// Check 35: two taps 60 ms apart at one point add 2 without zoom; pointer-down, leave, pointer-up
/// adds 0.
///
/// In one language: fingers do not know it.
#[tokio::test]
async fn check_35_quick_taps_count_and_a_finger_that_leaves_does_not() -> Fallible {
    let app = phone().await?;
    let (x, y): (f64, f64) = app
        .run(
            "const it = document.querySelector('[data-testid=btn-call]').getBoundingClientRect(); \
             return [it.x + 40, it.y + 40]",
        )
        .await?;
    touch(&app, "touchStart", &[(x, y)]).await?;
    touch(&app, "touchEnd", &[]).await?;
    app.outwait(60).await?;
    touch(&app, "touchStart", &[(x, y)]).await?;
    touch(&app, "touchEnd", &[]).await?;
    app.expect("count-call", "2").await?;
    assert!(app.run::<bool>("return visualViewport.scale === 1").await?, "no zoom");

    touch(&app, "touchStart", &[(x, y)]).await?;
    touch(&app, "touchMove", &[(x, y - 200.0)]).await?;
    touch(&app, "touchEnd", &[]).await?;
    app.outwait(60).await?;
    // The next is the third: the one that slid off was none.
    app.click("btn-call").await?;
    app.expect("count-call", "3").await?;
    app.quit().await?;

    let app = App::open(Setup::default(), "#/log").await?;
    app.mouse_down("btn-call", 0).await?;
    app.mouse_up("btn-call", 400).await?;
    app.outwait(60).await?;
    app.expect("count-call", "0").await?;
    app.click("btn-call").await?;
    app.expect("count-call", "1").await?;
    app.quit().await
}

/// On a phone any cell of a row opens its day, not only the name of the day.
#[tokio::test]
async fn a_finger_on_a_number_of_the_week_opens_its_day() -> Fallible {
    let app = phone().await?;
    app.click("btn-call").await?;
    app.go("#/days").await?;
    let cell = "[...document.querySelectorAll('.week--read td')].find(it => it.textContent === '1')";
    app.wait_until(cell).await?;
    let (x, y): (f64, f64) = app
        .run(&format!(
            "const it = {cell}.getBoundingClientRect(); return [it.x + it.width / 2, it.y + it.height / 2]"
        ))
        .await?;
    touch(&app, "touchStart", &[(x, y)]).await?;
    touch(&app, "touchEnd", &[]).await?;
    app.wait_until("document.querySelector('[data-testid^=cell-]')?.value === '1'").await?;
    app.quit().await
}
