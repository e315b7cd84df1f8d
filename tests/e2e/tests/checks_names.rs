//! Acceptance checks 16 to 18: names of controls, both languages, headings.

use callpace_e2e::article::NOW;
use callpace_e2e::tour::{PARTS, SCREENS};
use callpace_e2e::{App, Fallible, Language, Setup};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Every kind of page.
fn routes() -> impl Iterator<Item = &'static str> {
    SCREENS.iter().chain(PARTS).copied().chain(["#/funnel/when"])
}

/// A control as it is seen.
#[derive(Debug, Deserialize)]
struct Control {
    number: String,
    html: String,
    /// The texts in it, or in the labels of a field, that are seen.
    texts: Vec<String>,
}

/// Numbers the controls, of an open sheet only its own. A sign without a letter, such as ✕, is no word.
const CONTROLS: &str = r"
    const texts = root => {
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), all = [];
        while (walk.nextNode()) {
            const it = walk.currentNode;
            if (!it.parentElement.closest('.visually-hidden, option, textarea') && it.parentElement.checkVisibility()
                && /[\p{L}\p{N}]/u.test(it.data)) all.push(it.data.replace(/\s+/g, ' ').trim());
        }
        return all;
    };
    const root = document.querySelector('dialog[open]') ?? document;
    return [...root.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter(it => it.checkVisibility())
        .map((it, place) => {
            it.dataset.number = place;
            const roots = 'labels' in it && it.tagName !== 'BUTTON' ? [...it.labels ?? []] : [it];
            return { number: String(place), html: it.outerHTML.slice(0, 160), texts: roots.flatMap(texts) };
        });";

/// The accessible name of each numbered control, as the browser tells it to a screen reader.
async fn names(app: &App) -> Fallible<HashMap<String, String>> {
    let document = app.session.cdp("DOM.getDocument", json!({ "depth": -1 })).await?;
    let mut numbers = HashMap::new();
    number_nodes(&document["root"], &mut numbers);
    let tree = app.session.cdp("Accessibility.getFullAXTree", json!({})).await?;
    let node = |it: &Value| {
        let number = numbers.get(&it["backendDOMNodeId"].as_u64()?)?;
        Some((
            number.clone(),
            it.pointer("/name/value")?.as_str()?.split_whitespace().collect::<Vec<_>>().join(" "),
        ))
    };
    Ok(tree["nodes"].as_array().into_iter().flatten().filter_map(node).collect())
}

fn number_nodes(node: &Value, numbers: &mut HashMap<u64, String>) {
    let attributes: Vec<&str> =
        node["attributes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let number = attributes.chunks(2).find(|it| it[0] == "data-number").map(|it| it[1].to_owned());
    if let (Some(number), Some(id)) = (number, node["backendNodeId"].as_u64()) {
        numbers.insert(id, number);
    }
    for child in node["children"].as_array().into_iter().flatten() {
        number_nodes(child, numbers);
    }
}

/// What is wrong with the names of the controls.
async fn nameless(app: &App, place: &str) -> Fallible<Vec<String>> {
    let controls: Vec<Control> = app.run(CONTROLS).await?;
    let names = names(app).await?;
    assert!(!controls.is_empty(), "{place} has no control");
    let wrong = |it: &Control| {
        let name = names.get(&it.number).map(String::as_str).unwrap_or_default();
        // In the order in which they are seen.
        let rest = it.texts.iter().try_fold(name, |rest, text| rest.split_once(text.as_str()).map(|it| it.1));
        (name.is_empty() || rest.is_none())
            .then(|| format!("{place}: {:?} is named {name:?}: {}", it.texts, it.html))
    };
    Ok(controls.iter().filter_map(wrong).collect())
}

/// Every button, link and field has a name, and the text that is seen is part of it.
#[tokio::test]
async fn check_16_every_control_has_a_name_with_its_visible_text() -> Fallible {
    let app = App::open(Setup::default(), "#/log").await?;
    let mut wrong = Vec::new();
    for language in Language::ALL {
        app.resize(Setup::DESKTOP.0, Setup::DESKTOP.1).await?;
        app.speak(language).await?;
        // Every page and every sheet, all unfolded.
        wrong.extend(app.tour(nameless).await?);
        app.go("#/log").await?;
        app.click("btn-sale").await?;
        app.find("earlier-pick").await?;
        wrong.extend(nameless(&app, "after a sale").await?);
        app.resize(Setup::PHONE.0, Setup::PHONE.1).await?;
        for route in SCREENS {
            app.go(route).await?;
            wrong.extend(nameless(&app, &format!("{route} on a phone")).await?);
        }
        app.go("#/days/2025-06-11").await?;
        app.find("day-sheet").await?;
        wrong.extend(nameless(&app, "the sheet of a day").await?);
        app.click("sample-close").await?;
    }
    assert_eq!(wrong, Vec::<String>::new());
    app.quit().await
}

/// Switching the language changes the page's language, its title and the spoken labels; no raw key
/// and no brace is seen.
#[tokio::test]
async fn check_17_the_language_switch_leaves_nothing_behind() -> Fallible {
    let titles = [
        ["Log", "Учёт"],
        ["Funnel", "Воронка"],
        ["Plan", "План"],
        ["Days", "Дни"],
        ["Settings", "Настройки"],
    ];
    let app = App::open_at(Setup::default(), NOW, "#/log").await?;
    app.import_article().await?;
    app.set_june_quota().await?;
    app.go("#/log").await?;
    app.click("btn-call").await?;
    for (place, language) in [(0, Language::En), (1, Language::Ru), (0, Language::En)] {
        app.speak(language).await?;
        let (title, navigation) = [("Settings", "Screens"), ("Настройки", "Разделы")][place];
        app.wait_until(&format!(
            "document.title === '{title} - Callpace' && document.querySelector('nav').ariaLabel === '{navigation}'"
        ))
        .await?;
        for (route, title) in SCREENS.into_iter().zip(titles) {
            app.go(route).await?;
            app.wait_until(&format!("document.title === '{} - Callpace'", title[place])).await?;
        }
        for route in routes() {
            app.go(route).await?;
            assert_eq!(app.run::<String>("return document.documentElement.lang").await?, language.code());
            let bad: Vec<String> = app.run(LEFT_BEHIND).await?;
            assert_eq!(bad, Vec::<String>::new(), "{route} in {language:?}");
        }
    }
    app.quit().await
}

/// Spoken labels and titles without a word of the language, texts with a brace or a raw key.
///
/// Names that people gave, and those of languages in themselves, are in their own language.
const LEFT_BEHIND: &str = r"
    const ru = document.documentElement.lang === 'ru', bad = [];
    const attributes = ['aria-label', 'title', 'alt', 'placeholder', 'aria-valuetext'];
    for (const it of document.body.querySelectorAll(attributes.map(it => `[${it}]`).join())) {
        for (const name of attributes) {
            const text = it.getAttribute(name)?.replace(/Callpace|CSV|Dentists|Car repair|HH:MM/g, '') ?? '';
            const [latin, cyrillic] = [/\p{sc=Latin}/u.test(text), /\p{sc=Cyrillic}/u.test(text)];
            if (ru ? latin && !cyrillic : cyrillic) bad.push(`${name}=${text}`);
        }
    }
    const seen = document.body.innerText;
    for (const it of seen.match(/.*[{}].*/g) ?? []) bad.push(it);
    for (const it of seen.match(/\b[a-z]+(?:_[a-z]+)+\b|\b[a-z]+(?:\.[a-z]+){2,}\b/g) ?? []) bad.push(it);
    if (!ru) {
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            const it = walk.currentNode;
            if (/\p{sc=Cyrillic}/u.test(it.data) && !it.parentElement.closest('[lang=ru]')) bad.push(it.data);
        }
    }
    return bad;";

/// One h1 on every page; heading levels never skip.
///
/// In one language: levels have no words.
#[tokio::test]
async fn check_18_headings_are_an_outline() -> Fallible {
    const LEVELS: &str = "return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')] \
        .filter(it => it.checkVisibility()).map(it => Number(it.tagName[1]))";
    let app = App::open_at(Setup::default(), NOW, "#/log").await?;
    for full in [false, true] {
        if full {
            app.import_article().await?;
            app.set_june_quota().await?;
        }
        for size in [Setup::DESKTOP, Setup::PHONE] {
            app.resize(size.0, size.1).await?;
            for route in routes() {
                app.go(route).await?;
                let levels: Vec<u8> = app.run(LEVELS).await?;
                assert_eq!(levels.first(), Some(&1), "{route}: {levels:?}");
                assert!(!levels[1..].contains(&1), "{route}: {levels:?}");
                assert!(levels.windows(2).all(|it| it[1] <= it[0] + 1), "{route}: {levels:?}");
            }
        }
    }
    app.quit().await
}
