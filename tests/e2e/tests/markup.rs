//! Markup and scripts in every field, file and link: nothing runs, and the text is shown as text.

use callpace_e2e::host::Host;
use callpace_e2e::{App, Fallible, Key, Setup};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// What a field is given; each sets `window.ran` where it runs. Names hold 60 characters.
const ATTACKS: &[&str] = &[
    "<img src=x onerror=\"ran=1\">",
    "<svg/onload=ran=1>",
    "<script>ran=1</script>",
    "\"><script>ran=1</script>",
    "javascript:ran=1",
    "' onfocus=ran=1 autofocus x='",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "<style>*{display:none}</style>",
    "{{constructor.constructor('ran=1')()}}",
    "=HYPERLINK(\"javascript:ran=1\";\"x\")",
];

/// One that fits into the 24 characters of an own step.
const SHORT: &str = "<img src=x onerror=ran=1";

const ROUTES: &[&str] = &[
    "#/log",
    "#/funnel?p=all",
    "#/funnel/why",
    "#/funnel/trend",
    "#/funnel/lists",
    "#/funnel/when",
    "#/plan",
    "#/days",
    "#/settings",
    "#/settings/lists",
    "#/settings/reasons",
    "#/settings/steps",
    "#/settings/counters",
];

/// Fails if anything of an attack has become part of the page, or was stopped by the policy alone.
async fn is_harmless(app: &App, place: &str) -> Fallible {
    let evil = "[...document.querySelectorAll('*')].filter(it => [...it.attributes].some(({ name, value }) => \
        /^on/.test(name) || name === 'srcdoc' || /^\\s*javascript:/i.test(value) && /^(href|xlink:href|src|action|formaction|data)$/.test(name)) \
        || ['IFRAME', 'OBJECT', 'EMBED', 'STYLE'].includes(it.tagName) && !it.closest('head') \
        || it.tagName === 'IMG' || it.tagName === 'SCRIPT' && !it.closest('head') && !it.closest('html[data-single]')) \
        .map(it => it.outerHTML)";
    let found: Vec<String> = app.run(&format!("return {evil}")).await?;
    assert_eq!(found, Vec::<String>::new(), "{place}");
    assert!(!app.run::<bool>("return 'ran' in window").await?, "{place}");
    let stopped = app.complaints().await?;
    assert_eq!(stopped, Vec::<String>::new(), "{place}");
    Ok(())
}

async fn every_screen_is_harmless(app: &App) -> Fallible {
    for route in ROUTES {
        app.go(route).await?;
        // Every table, arithmetic and form that is folded away.
        app.run::<()>("document.querySelectorAll('details').forEach(it => { it.open = true; })").await?;
        is_harmless(app, route).await?;
    }
    Ok(())
}

async fn shows(app: &App, text: &str) -> Fallible {
    let text = serde_json::to_string(text)?;
    app.wait_until(&format!(
        "document.body.textContent.includes({text}) \
         || [...document.querySelectorAll('input')].some(it => it.value.includes({text}))"
    ))
    .await
}

/// Types, and leaves the field, as saving some of them takes.
async fn type_into(app: &App, id: &str, text: &str) -> Fallible {
    app.fill(id, text).await?;
    app.press(&Key::named("Tab")).await
}

/// Everything that can be named or noted is named by attacks.
async fn name_everything(app: &App) -> Fallible {
    let today = app.day_from_today(0).await?;
    app.go("#/log").await?;
    app.click("btn-call").await?;
    // Room for reasons of one's own.
    app.go("#/settings/reasons").await?;
    for (side, number) in [("call", 6), ("pres", 5)] {
        for left in (0..number).rev() {
            app.click(&format!("reason-{side}-archive-1")).await?;
            app.wait_gone(&format!("reason-{side}-archive-{}", left + 1)).await?;
        }
    }
    let mut reasons = 0;
    for attack in ATTACKS {
        app.go("#/settings/lists").await?;
        app.fill("list-new", attack).await?;
        app.click("list-add").await?;
        shows(app, attack).await?;
        app.go("#/settings/reasons").await?;
        // There may be six reasons a side.
        for side in ["call", "pres"] {
            if app.exists(&format!("reason-{side}-new")).await? {
                app.fill(&format!("reason-{side}-new"), attack).await?;
                app.click(&format!("reason-{side}-add")).await?;
                shows(app, attack).await?;
                reasons += 1;
            }
        }
        app.go("#/funnel/trend").await?;
        app.click("change-add").await?;
        app.fill("change-text", attack).await?;
        app.click("change-save").await?;
        app.wait_gone("change-save").await?;
    }
    assert_eq!(reasons, 2 * ATTACKS.len().min(6));
    app.go("#/settings/steps").await?;
    app.click("step-add").await?;
    type_into(app, "step-name-1", SHORT).await?;
    type_into(app, "step-counts-1", ATTACKS[0]).await?;
    app.go("#/settings/counters").await?;
    app.click("counter-add").await?;
    type_into(app, "counter-name-1", ATTACKS[0]).await?;
    app.go(&format!("#/days/{today}")).await?;
    type_into(app, "day-note", ATTACKS[0]).await?;
    // All of it in use: logged for, with a reason, and said aloud.
    app.go("#/log").await?;
    app.run::<()>(
        "const it = document.querySelector('[data-testid=list-chip]'); it.selectedIndex = 1; \
         it.dispatchEvent(new Event('change', { bubbles: true }))",
    )
    .await?;
    for id in ["btn-call", "reason-1", "btn-pres", "btn-sale", "undo", "redo"] {
        app.click(id).await?;
    }
    Ok(())
}

#[tokio::test]
async fn names_and_notes_are_shown_as_they_were_typed() -> Fallible {
    let app = App::open(Setup::default(), "#/log").await?;
    name_everything(&app).await?;
    every_screen_is_harmless(&app).await?;
    app.go("#/settings/steps").await?;
    shows(&app, SHORT).await?;
    app.go("#/log").await?;
    shows(&app, SHORT).await?;
    app.go("#/funnel/trend").await?;
    for attack in ATTACKS {
        shows(&app, attack).await?;
    }
    app.reload().await?;
    every_screen_is_harmless(&app).await?;
    app.quit().await
}

/// Whatever a field expects, and whatever it says about what it was given.
#[tokio::test]
async fn every_field_takes_markup_as_text_or_refuses_it() -> Fallible {
    let app = App::open(Setup::default(), "#/log").await?;
    let routes = [
        "#/log",
        "#/funnel",
        "#/plan",
        "#/days",
        "#/settings",
        "#/settings/import",
        "#/settings/lists",
        "#/settings/reasons",
        "#/settings/steps",
        "#/settings/counters",
    ];
    let mut fields = 0;
    for route in routes {
        app.go(route).await?;
        // Forms that come with a button. Taps on them are repeated until nothing new comes.
        for id in ["btn-several", "change-add", "quota-edit", "step-add", "counter-add", "erase"] {
            if app.exists(id).await? {
                app.click(id).await?;
            }
        }
        for attack in ATTACKS {
            let filled: usize = app
                .run(&format!(
                    "const fields = [...document.querySelectorAll(\
                        'input[type=text]:not([readonly]), textarea, input:not([type])')];
                     for (const it of fields) {{
                         it.value = {};
                         for (const kind of ['input', 'change']) it.dispatchEvent(new Event(kind, {{ bubbles: true }}));
                     }}
                     for (const it of document.querySelectorAll('form')) it.requestSubmit();
                     return fields.length",
                    json!(attack)
                ))
                .await?;
            fields += filled;
            is_harmless(&app, &format!("{attack} in the fields of {route}")).await?;
        }
    }
    assert!(fields > 20 * ATTACKS.len(), "only {fields} fields were found");
    app.quit().await
}

/// A file in the folder of the downloads, which goes with the session.
fn file(app: &App, name: &str, text: &str) -> Fallible<PathBuf> {
    let path = app.session.downloads().join(name);
    fs::write(&path, text)?;
    Ok(path)
}

async fn import(app: &App, path: &Path) -> Fallible {
    // From elsewhere, so that nothing is left of the file before.
    app.go("#/log").await?;
    app.go("#/settings/import").await?;
    app.choose_file("import-file", path).await?;
    app.find("import-preview").await?;
    is_harmless(app, "the preview of an import").await
}

#[tokio::test]
async fn tables_are_shown_and_taken_in_as_text() -> Fallible {
    let app = App::open(Setup::default(), "#/settings/import").await?;
    let quoted: Vec<String> = ATTACKS.iter().map(|it| format!("\"{}\"", it.replace('"', "\"\""))).collect();
    let header = format!("Date;Calls;List;{}\n", quoted.join(";"));
    let good = |n: usize| format!("2025-06-{:02};{};{}\n", n + 2, n + 1, quoted[n]);
    let bad = |n: usize| format!("{};{};Dentists\n", quoted[n], quoted[n]);
    let rows: String = (0..quoted.len()).map(good).chain((0..quoted.len()).map(bad)).collect();
    let path = file(&app, "<img src=x onerror=ran=1>.csv", &[header, rows].concat())?;
    import(&app, &path).await?;
    for attack in ATTACKS {
        shows(&app, attack).await?;
    }
    app.click("import-confirm").await?;
    app.wait_gone("import-confirm").await?;
    every_screen_is_harmless(&app).await?;
    app.go("#/settings/lists").await?;
    for attack in ATTACKS {
        shows(&app, attack).await?;
    }
    // Out again: no cell that a spreadsheet would run.
    app.go("#/settings/backup").await?;
    app.click("export-csv").await?;
    let out = fs::read_to_string(app.session.download("callpace-").await?)?;
    assert!(out.contains("HYPERLINK"), "{out}");
    assert!(!out.split([',', ';', '\n']).any(|it| it.trim_start_matches('"').starts_with('=')), "{out}");

    for (name, text) in [
        ("only-markup.csv", ATTACKS.join("\n")),
        ("no-table.html.csv", format!("<!DOCTYPE html><html><body>{}</body></html>", ATTACKS.concat())),
        ("picture.svg.csv", "<svg xmlns='http://www.w3.org/2000/svg' onload='ran=1'/>".to_owned()),
    ] {
        let path = file(&app, name, &text)?;
        import(&app, &path).await?;
    }
    app.quit().await
}

#[tokio::test]
async fn a_backup_full_of_markup_is_restored_as_text() -> Fallible {
    let theirs = App::open(Setup::default(), "#/log").await?;
    name_everything(&theirs).await?;
    theirs.go("#/settings/backup").await?;
    theirs.run::<()>("delete window.showSaveFilePicker").await?;
    theirs.click("backup-save").await?;
    let backup = fs::read_to_string(theirs.session.download(".json").await?)?;
    theirs.quit().await?;
    assert!(backup.contains("onerror"));

    let app = App::open(Setup::default(), "#/settings/backup").await?;
    let path = file(&app, "<img src=x onerror=ran=1>.json", &backup)?;
    app.choose_file("backup-restore", &path).await?;
    app.find("restore-preview").await?;
    is_harmless(&app, "the preview of a backup").await?;
    app.click("restore-confirm").await?;
    app.find("restore-undo").await?;
    every_screen_is_harmless(&app).await?;
    app.go("#/settings/lists").await?;
    for attack in ATTACKS {
        shows(&app, attack).await?;
    }
    // And files that are none.
    let made_up = json!({ "callpace": ATTACKS[0], "version": ATTACKS[2], "at": ATTACKS[0], "entries": 1,
        "checksum": ATTACKS[0], "records": [[ATTACKS[0], ATTACKS[2]]], "unreadable": [[ATTACKS[0], ATTACKS[2]]] });
    for text in [made_up.to_string(), ATTACKS.join("\n"), backup.replace("\"callpace\"", ATTACKS[2])] {
        let path = file(&app, "made-up.json", &text)?;
        app.go("#/log").await?;
        app.go("#/settings/backup").await?;
        app.choose_file("backup-restore", &path).await?;
        app.wait_until("document.querySelector('[data-testid=restore-preview], [role=alert]')").await?;
        is_harmless(&app, "the preview of what is no backup").await?;
    }
    app.quit().await
}

#[tokio::test]
async fn links_are_read_as_numbers_or_refused() -> Fallible {
    let app = App::open(Setup::default(), "").await?;
    let places = [
        "#",
        "#/",
        "#/log?list=",
        "#/funnel?p=",
        "#/funnel?p=all&list=",
        "#/funnel/",
        "#/days/",
        "#/days?list=",
        "#/settings/",
        "#/view?",
        "#/shared?v=",
        "#/shared?v=1&from=",
        "#/shared?v=1&from=2025-06-02&to=2025-06-11&c=",
        "#/shared?v=1&from=2025-06-02&to=2025-06-11&c=100&p=25&s=5&name=",
    ];
    for place in places {
        for attack in ATTACKS {
            // The browser escapes what an address may not hold; the app undoes that.
            app.go(&format!("{place}{attack}")).await?;
            assert!(!app.run::<bool>("return 'ran' in window").await?, "{place}{attack}");
        }
        is_harmless(&app, place).await?;
    }
    // Opened by such a link, too.
    app.goto("#/shared?v=1&from=<img src=x onerror=ran=1>&c=<script>ran=1</script>").await?;
    is_harmless(&app, "a page opened by a link").await?;
    app.quit().await
}

/// Another page of the origin may have written anything under our keys.
#[tokio::test]
async fn a_storage_full_of_markup_harms_nobody() -> Fallible {
    let app = App::open(Setup::default(), "#/log").await?;
    app.click("btn-call").await?;
    app.run::<()>(&format!(
        "const attack = {};
         const shard = Object.keys(localStorage).find(it => it.startsWith('callpace/1/'));
         localStorage.setItem('callpace/prefs', JSON.stringify({{ lang: attack, theme: attack, saved: attack }}));
         localStorage.setItem('callpace/device', attack);
         localStorage.setItem(`callpace/1/${{attack}}`, attack);
         localStorage.setItem('callpace/1/00000001.00000001/0', attack);
         localStorage.setItem(shard, localStorage.getItem(shard) + attack)",
        json!(ATTACKS[0])
    ))
    .await?;
    app.reload().await?;
    app.find("banner-damaged").await?;
    every_screen_is_harmless(&app).await?;
    app.go("#/settings/backup").await?;
    is_harmless(&app, "what cannot be read").await?;
    app.quit().await
}

/// Should markup ever get into the page: the policy is what stands behind.
#[tokio::test]
async fn the_policy_stops_what_is_put_into_the_page() -> Fallible {
    let app = App::start(Setup::default()).await?;
    for address in [app.host.url(), Host::single_file()] {
        app.load(&address).await?;
        let stopped: Vec<String> = app
            .run_async(
                "const stopped = [], wanted = 6;
                document.addEventListener('securitypolicyviolation', it => {
                    stopped.push(`${it.effectiveDirective} ${it.blockedURI.split(':')[0]}`);
                    if (stopped.length === wanted) done(stopped.sort());
                });
                const script = document.createElement('script');
                script.textContent = 'window.ran = 1';
                document.body.append(script);
                const place = document.createElement('div');
                document.body.append(place);
                place.innerHTML = '<img src=data:, onerror=\"window.ran = 2\">';
                const link = document.createElement('a');
                link.href = 'javascript:window.ran = 3';
                place.append(link);
                link.click();
                fetch('https://example.invalid/').catch(() => {});
                const image = new Image();
                image.src = 'https://example.invalid/picture.png';
                // In a task of its own: what the driver runs may evaluate.
                setTimeout(() => { try { (0, eval)('window.ran = 4') } catch { } });",
            )
            .await?;
        let expected = [
            "connect-src https",
            "img-src https",
            "script-src eval",
            "script-src-attr inline",
            "script-src-elem inline",
            "script-src-elem inline",
        ];
        assert_eq!(stopped, expected, "{address}");
        assert!(!app.run::<bool>("return 'ran' in window").await?, "{address}");
    }
    app.quit().await
}
