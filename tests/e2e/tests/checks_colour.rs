//! Acceptance checks 36 to 39: nothing is told by colour alone, and colours and motion are the reader's.

use callpace_e2e::article::NOW;
use callpace_e2e::look::assert_none;
use callpace_e2e::{App, Fallible, Key, Language, Setup};

/// Check 36: computed contrast on every route, light and dark: text at least 4.5, borders of controls
/// and dots, lines and dotted edges of charts at least 3 (band fills excepted).
///
/// In one language: colours do not know it.
#[tokio::test]
async fn check_36_text_and_shapes_stand_out_in_light_and_dark() -> Fallible {
    for width in [360, 1280] {
        let app = App::open(Setup::default().size(width, 800), "#/log").await?;
        let found = app
            .tour(async |app, page| {
                let mut found = Vec::new();
                for theme in ["light", "dark"] {
                    app.emulate(&[("prefers-color-scheme", theme), ("prefers-reduced-motion", "reduce")])
                        .await?;
                    found.extend(app.faint().await?.into_iter().map(|it| format!("{page}, {theme}: {it}")));
                }
                Ok(found)
            })
            .await?;
        app.quit().await?;
        assert_none(&found);
    }
    Ok(())
}

/// Check 37: forced colours: buttons have borders, marks are visible, the pressed chip shows "✓",
/// inbound is dashed.
///
/// In one language: colours do not know it.
#[tokio::test]
async fn check_37_forced_colours_keep_borders_marks_and_what_is_pressed() -> Fallible {
    const BARE: &str = "
        const bare = all('button, a.button').filter(seen).filter(it => !it.closest(':disabled')).filter(it => {
            const style = getComputedStyle(it);
            return style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) < 1
                || ratio(it, style.borderTopColor, backdrop(it.parentElement)) < 3;
        });
        const unseen = all('svg[role=img] .mark').filter(it => {
            const { fill, stroke } = getComputedStyle(it);
            return !['none', ''].includes(fill) && ratio(it, fill, backdrop(it)) < 3
                && (stroke === 'none' || ratio(it, stroke, backdrop(it)) < 3);
        });
        return [...bare, ...unseen].map(name);";
    const PRESSED: &str = "return all('[aria-pressed=true]').filter(seen).filter(it => \
        !getComputedStyle(it, '::before').content.includes('✓')).map(name)";
    for width in [360, 1280] {
        let app = App::open(Setup::default().size(width, 800), "#/log").await?;
        app.emulate(&[("forced-colors", "active")]).await?;
        app.wait_until("matchMedia('(forced-colors: active)').matches").await?;
        let found = app
            .tour(async |app, page| {
                let found = [app.measure(BARE).await?, app.measure(PRESSED).await?].concat();
                Ok(found.into_iter().map(|it| format!("{page}: {it}")).collect())
            })
            .await?;
        assert_none(&found);

        app.go("#/log").await?;
        app.click("reason-1").await?;
        app.wait_until("document.querySelector('[data-testid=reason-1][aria-pressed=true]')").await?;
        assert_none(&app.measure(PRESSED).await?);
        let solid = "return ['btn-inb-pres', 'btn-inb-sale'].filter(id => getComputedStyle(\
            document.querySelector(`[data-testid=${id}]`)).borderTopStyle !== 'dashed')";
        assert_none(&app.measure(solid).await?);
        app.quit().await?;
    }
    Ok(())
}

/// Check 38: the pace text starts with ▲, ● or ▼; series markers differ in shape; no state is told by
/// colour alone.
#[tokio::test]
async fn check_38_states_have_a_sign_and_series_a_shape() -> Fallible {
    /// The commands of each outline, without their numbers.
    const SHAPES: &str = "return all('[data-testid=chart-rates] .mark, .mark-inline .mark')\
        .map(it => it.getAttribute('d').replace(/[-\\d. ,]+/g, ''))";
    for (language, behind, on_pace, ahead) in [
        (Language::En, "▼ Behind pace", "● On pace", "▲ Ahead"),
        (Language::Ru, "▼ Отстаёте", "● По графику", "▲ Опережаете"),
    ] {
        let app = App::open_at(Setup::default().language(language), NOW, "#/log").await?;
        app.import_article().await?;
        app.set_june_quota().await?;
        // 5 sales on workday 8 of 21: of 15 that is the even line of 5.7, of 13 of 5.0, of 10 of 3.8.
        for (quota, sign) in [("15", behind), ("13", on_pace), ("10", ahead)] {
            app.click("quota-edit").await?;
            app.fill("quota-sales", quota).await?;
            app.click("quota-save").await?;
            app.wait_text("plan-pace", sign).await?;
            assert!(app.text("plan-pace").await?.starts_with(sign));
        }

        app.go("#/funnel").await?;
        let mut shapes = app.measure(SHAPES).await?;
        shapes.sort();
        shapes.dedup();
        assert!(shapes.len() >= 3, "{shapes:?}");

        // Pressed: a tick. The current screen: bold. The backup that is due: a sign.
        app.go("#/log").await?;
        app.click("reason-2").await?;
        app.wait_until("document.querySelector('[data-testid=reason-2][aria-pressed=true]')").await?;
        let told = "
            const style = (css, pseudo) => getComputedStyle(document.querySelector(css), pseudo);
            return [style('[data-testid=reason-2]', '::before').content.includes('✓') || 'pressed',
                style('[data-testid=nav-log]').fontWeight > style('[data-testid=nav-plan]').fontWeight || 'current']
                .filter(it => it !== true)";
        assert_none(&app.measure(told).await?);
        app.go("#/settings").await?;
        app.wait_text("backup-age", "▲").await?;
        app.quit().await?;
    }
    Ok(())
}

/// Check 39: reduced motion: `document.getAnimations()` is empty after a tap and after a slider move.
///
/// In one language: motion does not know it.
#[tokio::test]
async fn check_39_reduced_motion_moves_nothing() -> Fallible {
    const MOVING: &str = "return document.getAnimations().map(it => it.effect.target.className)";
    let app = App::open_at(Setup::default(), NOW, "#/log").await?;
    app.emulate(&[("prefers-reduced-motion", "reduce")]).await?;
    app.import_article().await?;
    app.set_june_quota().await?;
    app.focus("whatif-pres").await?;
    app.press(&Key::named("ArrowRight")).await?;
    app.wait_until("Number(document.querySelector('[data-testid=whatif-pres]').value) === 26").await?;
    assert_none(&app.measure(MOVING).await?);
    app.go("#/log").await?;
    app.click("btn-call").await?;
    app.expect("count-call", "15").await?;
    assert_none(&app.measure(MOVING).await?);
    app.quit().await
}
