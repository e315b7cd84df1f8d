//! Acceptance check 19: what a chart tells those who do not see it.

use callpace_e2e::article::NOW;
use callpace_e2e::{App, Fallible, Language, Setup};
use serde_json::{Value, json};

/// Screen, chart, and its sentence on the article's case, in English and Russian.
const SENTENCES: [(&str, &str, [&str; 2]); 7] = [
    (
        "#/funnel",
        "chart-rates",
        [
            "Call to presentation 25%, likely 20 to 31%, 25 of 100. Presentation to sale 20%, likely 12 to 32%, \
             5 of 25. Call to sale 5.0%, likely 2.8 to 8.5%, 5 of 100.",
            "Звонок → презентация 25 %, скорее всего 20–31 %, 25 из 100. Презентация → сделка 20 %, скорее всего \
             12–32 %, 5 из 25. Звонок → сделка 5,0 %, скорее всего 2,8–8,5 %, 5 из 100.",
        ],
    ),
    (
        "#/funnel",
        "chart-funnel",
        [
            "100 calls, 75 lost; 25 presentations, 20 without a sale; 5 sales.",
            "100 звонков, потеряно 75; 25 презентаций, без сделки 20; 5 сделок.",
        ],
    ),
    (
        "#/funnel",
        "chart-why",
        [
            "No answer 31 times, up to 6.2 sales; Too expensive 6 times, up to 6.0 sales; Not a fit (pres.) 5 times, \
             up to 5.0 sales. Not recorded: 6.",
            "Недозвон — 31 раз, до 6,2 сделки; Дорого — 6 раз, до 6,0 сделки; Не наш клиент (през.) — 5 раз, \
             до 5,0 сделки. Не указано: 6.",
        ],
    ),
    (
        "#/funnel",
        "chart-trend",
        [
            "2 June 26% to 9 June 25%; the ranges overlap: no clear change.",
            "2 июня: 26 %, 9 июня: 25 %; границы перекрываются: явной перемены нет.",
        ],
    ),
    (
        "#/funnel",
        "chart-lists",
        [
            "Dentists 18 of 60, 30%; Car repair 7 of 40, 18%. Overall 25%.",
            "Dentists 18 из 60, 30 %; Car repair 7 из 40, 18 %. В среднем 25 %.",
        ],
    ),
    (
        "#/plan",
        "chart-chance",
        [
            "160 calls 37%, 200 calls 53%, 303 calls 80%, 390 calls 90%.",
            "160 звонков 37 %, 200 звонков 53 %, 303 звонка 80 %, 390 звонков 90 %.",
        ],
    ),
    (
        "#/plan",
        "chart-pace",
        ["5 of 15; 7 of 20 possible endings reach 15.", "5 из 15; до 15 доходит 7 из 20 возможных исходов."],
    ),
];

/// Every chart is a figure with a figcaption; its drawing is an image with a description that has
/// its numbers.
#[tokio::test]
async fn check_19_every_chart_is_a_figure_described_with_its_numbers() -> Fallible {
    let app = App::open_at(Setup::default(), NOW, "#/log").await?;
    // Hours are known of taps only; the sample has some.
    app.click("sample-open").await?;
    app.go("#/funnel/when").await?;
    app.find("chart-when").await?;
    assert!(app.run::<bool>(&is_figure("chart-when")).await?);
    app.wait_content("chart-when", "616 of 616 calls have a time").await?;
    assert!(images(&app).await?.iter().any(|it| it.contains("616 of 616 calls have a time")));
    app.click("sample-close").await?;

    app.import_article().await?;
    app.set_june_quota().await?;
    for (place, language) in Language::ALL.into_iter().enumerate() {
        app.speak(language).await?;
        for route in ["#/funnel", "#/plan"] {
            app.go(route).await?;
            let expected = SENTENCES.iter().filter(|it| it.0 == route);
            for (_, chart, sentences) in expected.clone() {
                app.wait_content(chart, &in_one_line(sentences[place], '\u{a0}')).await?;
            }
            for chart in app.run::<Vec<String>>(CHARTS).await? {
                assert!(app.run::<bool>(&is_figure(&chart)).await?, "{chart} on {route}");
            }
            let told = images(&app).await?;
            assert_eq!(told.len(), app.run::<Vec<String>>(CHARTS).await?.len(), "{route}: {told:?}");
            for (_, chart, sentences) in expected {
                let sentence = in_one_line(sentences[place], ' ');
                assert!(told.iter().any(|it| it.starts_with(&sentence)), "{chart}: {told:?}");
            }
        }
    }
    app.quit().await
}

/// With this kind of space before a percent sign.
fn in_one_line(text: &str, space: char) -> String {
    text.replace(" %", &format!("{space}%"))
}

const CHARTS: &str =
    "return [...document.querySelectorAll('[data-testid^=chart-]')].map(it => it.dataset.testid)";

fn is_figure(chart: &str) -> String {
    format!(
        "const it = document.querySelector('figure[data-testid=\"{chart}\"]'); \
         const captions = it?.querySelectorAll('figcaption') ?? []; \
         return captions.length === 1 && /\\d/.test(captions[0].textContent) \
             && it.querySelectorAll('svg[role=img]').length === 1 && !!it.querySelector(':scope > h3').textContent"
    )
}

/// The descriptions of all images, as the browser tells them to a screen reader.
async fn images(app: &App) -> Fallible<Vec<String>> {
    let tree = app.session.cdp("Accessibility.getFullAXTree", json!({})).await?;
    let described = |it: &Value| {
        let role = it.pointer("/role/value")?.as_str()?;
        let named = it.pointer("/name/value")?.as_str().is_some_and(|it| !it.is_empty());
        let text = it.pointer("/description/value")?.as_str()?.replace('\u{a0}', " ");
        (matches!(role, "image" | "img") && named).then_some(text)
    };
    Ok(tree["nodes"].as_array().into_iter().flatten().filter_map(described).collect())
}
