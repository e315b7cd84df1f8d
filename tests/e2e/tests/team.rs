//! A colleague's file, a shared link and its rates in a plan.

use callpace::{
    domain::date::Date,
    exchange::backup,
    journal::{
        Journal,
        record::{Body, Device, Entry, Record, RecordId, What, Writer},
    },
};
use callpace_e2e::{App, Fallible, Language, Setup};
use std::fs;
use std::path::PathBuf;

/// Everything that this origin keeps, as one text.
const KEPT: &str = "const rows = [JSON.stringify(Object.entries(localStorage).sort())];
    indexedDB.databases().then(async all => {
        for (const { name } of all) {
            const base = await new Promise(done => {
                const ask = indexedDB.open(name);
                ask.onsuccess = () => done(ask.result);
            });
            for (const store of base.objectStoreNames) {
                const asked = base.transaction(store).objectStore(store);
                const read = what => new Promise(done => { what.onsuccess = () => done(what.result) });
                rows.push(name, store, JSON.stringify([await read(asked.getAllKeys()), await read(asked.getAll())]));
            }
            base.close();
        }
        done(rows.join('\\n'));
    });";

/// A colleague's backup of these counts, all on one day.
fn backup_of(device: u32, day: &str, counts: [u32; 5]) -> Fallible<String> {
    let day = Date::parse_iso(day).ok_or("no day")?;
    let mut journal = Journal::new(Device(device));
    let record = |(seq, (what, n))| Record {
        id: RecordId { writer: Writer::new(Device(device), 1), seq },
        at: 1_749_600_000_000 + u64::from(seq),
        batch: None,
        body: Body::Entry(Entry { day, minute: None, what, list: None, reason: None, n, extra: None }),
    };
    let counts = What::FIXED.into_iter().zip(counts).filter(|it| it.1 > 0);
    journal.add_all((0..).zip(counts).map(record));
    Ok(backup::encode(&journal, &[], 1_749_641_520_000).text)
}

fn write(app: &App, name: &str, text: &str) -> Fallible<PathBuf> {
    let path = app.session.downloads().join(name);
    fs::write(&path, text)?;
    Ok(path)
}

/// The article's counts, on a day of June 2025.
async fn log_the_article(app: &App) -> Fallible {
    app.go("#/settings/import").await?;
    app.fill("import-text", "date,calls,presentations,sales\n2025-06-04,100,25,5\n").await?;
    app.click("import-show").await?;
    app.click("import-confirm").await?;
    app.wait_gone("import-confirm").await
}

#[tokio::test]
async fn colleagues_files_are_shown_beside_ones_own_and_never_stored() -> Fallible {
    for language in Language::ALL {
        let app = App::open(Setup::default().language(language), "#/log").await?;
        log_the_article(&app).await?;
        app.go("#/settings/backup").await?;
        app.click("view-open").await?;
        app.find("view-file").await?;
        let kept: String = app.run_async(KEPT).await?;
        assert!(kept.contains("callpace/1/"), "{kept}");

        let anna = write(&app, "Anna.json", &backup_of(7, "2025-06-03", [200, 90, 10, 4, 1])?)?;
        let boris = write(&app, "Boris.json", &backup_of(8, "2025-06-05", [60, 9, 3, 0, 0])?)?;
        let cut = backup_of(9, "2025-06-05", [5, 1, 0, 0, 0])?;
        let cut = write(&app, "Cut.json", &cut[..cut.len() / 2])?;
        let other = write(&app, "Other.json", "{\"a\":1}")?;
        let all = [&anna, &cut, &boris, &other].map(|it| it.to_string_lossy().into_owned()).join("\n");
        app.go("#/view?p=all").await?;
        app.find("view-file").await?.send_keys(all).await?;

        let (you, total, damaged, not_one, strong) = match language {
            Language::En => (
                "You",
                "Team total",
                "“Cut.json”: This backup is damaged",
                "“Other.json”: This is not a Callpace backup.",
                "Anna: likely the strongest, about 9 in 10.",
            ),
            Language::Ru => (
                "Вы",
                "Всего",
                "«Cut.json»: Копия повреждена",
                "«Other.json»: Это не копия Callpace.",
                "Anna: скорее всего сильнее всех, примерно 9 из 10.",
            ),
        };
        app.wait_content("view-refused", not_one).await?;
        app.wait_content("view-refused", damaged).await?;
        let head: Vec<String> = app
            .run("return [...document.querySelectorAll('[data-testid=view-table] thead th')].map(it => it.textContent)")
            .await?;
        assert_eq!(head, [you, "Anna", "Boris", total]);
        let calls: Vec<String> = app
            .run("return [...document.querySelectorAll('[data-testid=view-table] tbody tr:first-child td')].map(it => it.textContent)")
            .await?;
        assert_eq!(calls[..4], ["100", "200", "60", "360"]);
        // Inbound stands apart, and is in no cold count.
        app.wait_content(
            "view-table",
            if language == Language::En { "Inbound sales" } else { "Входящие сделки" },
        )
        .await?;
        app.wait_content("view-strong-call-pres", strong).await?;
        app.wait_content("view-note", "Anna, Boris").await?;

        // A name is changed for as long as the file is open.
        app.fill("view-name-1", "Anya").await?;
        app.wait_content("view-table", "Anya").await?;
        // Ninety days: nothing of June 2025 is in them.
        app.go("#/view").await?;
        app.wait_until("document.querySelector('[data-testid=view-table] tbody td').textContent === '0'")
            .await?;
        assert_eq!(app.run_async::<String>(KEPT).await?, kept);

        app.go("#/funnel").await?;
        app.wait_gone("view-file").await?;
        app.go("#/view").await?;
        app.find("view-file").await?;
        assert!(!app.exists("view-table").await?);
        assert_eq!(app.run_async::<String>(KEPT).await?, kept);
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_thirteenth_file_is_refused_and_ones_own_counts_once() -> Fallible {
    let app = App::open(Setup::phone(), "#/view?p=all").await?;
    let mut paths = Vec::new();
    for n in 0..13 {
        let text = backup_of(10 + n / 2 * 2, "2025-06-03", [40, 10, 2, 0, 0])?;
        paths.push(write(&app, &format!("N{n:02}.json"), &text)?.to_string_lossy().into_owned());
    }
    app.find("view-file").await?.send_keys(paths.join("\n")).await?;
    app.wait_content("view-refused", "“N12.json”: Twelve files are open already.").await?;
    app.wait_content("view-again", "“N01” holds the same records as “N00”").await?;
    let calls: Vec<String> = app
        .run("return [...document.querySelectorAll('[data-testid=view-table] tbody tr:first-child td')].map(it => it.textContent)")
        .await?;
    assert_eq!((calls.len(), calls.last().map(String::as_str)), (13, Some("240")));
    // The columns scroll, the page does not.
    app.wait_until("document.documentElement.scrollWidth <= innerWidth").await?;
    // Where the bar at the bottom does not cover it.
    app.run::<()>(
        "document.querySelector('[data-testid=view-remove-12]').scrollIntoView({ block: 'center' })",
    )
    .await?;
    app.click("view-remove-12").await?;
    app.wait_gone("view-remove-12").await?;
    app.click("view-close").await?;
    app.wait_until("location.hash === '#/settings/backup'").await?;
    app.quit().await
}

#[tokio::test]
async fn a_link_has_a_code_and_its_rates_can_be_tried_in_a_plan() -> Fallible {
    for language in Language::ALL {
        let app = App::open(Setup::default().language(language), "#/log").await?;
        log_the_article(&app).await?;
        app.emulate(&[("prefers-color-scheme", "dark")]).await?;
        app.go("#/funnel?p=2025-06-02..2025-06-11").await?;
        app.click("share-open").await?;
        let (label, note, back) = match language {
            Language::En => (
                "QR code of this link: the numbers of 2–11 June 2025",
                "Example rates from a link, not yours: 50% (100 of 200) and 50% (50 of 100).",
                "Back to my rates",
            ),
            Language::Ru => (
                "QR-код этой ссылки: цифры за 2–11 июня 2025",
                "Примерные проценты из ссылки, не ваши: 50\u{a0}% (100 из 200) и 50\u{a0}% (50 из 100).",
                "К моим процентам",
            ),
        };
        app.find("share-qr").await?;
        let said: Vec<String> = app
            .run(
                "const it = document.querySelector('[data-testid=share-qr] svg'); return [it.getAttribute('aria-label'), \
                 getComputedStyle(it.querySelector('rect')).fill, getComputedStyle(it.querySelector('path')).fill]",
            )
            .await?;
        assert_eq!(said, [label, "rgb(255, 255, 255)", "rgb(0, 0, 0)"]);

        app.go("#/shared?v=1&from=2025-06-02&to=2025-06-11&c=200&p=100&s=50&ip=0&is=0").await?;
        let stored = "return JSON.stringify(Object.entries(localStorage).sort())";
        let before: String = app.run(stored).await?;
        app.click("shared-example").await?;
        app.wait_content("plan-example", note).await?;
        app.wait_content("plan-example-close", back).await?;
        // The question of the first quota is asked with these rates.
        app.wait_content("quota-preview", "50").await?;
        app.reload().await?;
        app.wait_content("plan-example", note).await?;
        assert_eq!(app.run::<String>(stored).await?, before);
        app.click("plan-example-close").await?;
        app.wait_gone("plan-example").await?;
        app.quit().await?;
    }
    Ok(())
}
