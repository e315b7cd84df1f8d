//! Acceptance check 20: every chart has its data as a table, and the table is what is drawn.

use callpace_e2e::article::NOW;
use callpace_e2e::drawn::{Axis, numbers};
use callpace_e2e::{App, Fallible, Key, Language, Setup};

/// Drawn and told are the same, to the last figure told.
fn same(what: &str, drawn: &[f64], told: &[f64], within: f64) {
    let near = drawn.len() == told.len() && drawn.iter().zip(told).all(|(a, b)| (a - b).abs() <= within);
    assert!(near, "{what}: drawn {drawn:?}, told {told:?}");
}

/// A table as it is read: no-break spaces are spaces, cells are set apart by a bar.
async fn told(app: &App, chart: &str) -> Fallible<Vec<String>> {
    app.run(&format!(
        "return [...document.querySelectorAll('[data-testid=\"table-{chart}\"] tr')].map(row => \
         [...row.children].map(it => it.textContent.replace(/\\s/g, ' ')).join(' | '))"
    ))
    .await
}

/// The numbers of a column, the head left out.
fn column(table: &[String], place: usize) -> Vec<Vec<f64>> {
    table.iter().skip(1).map(|row| numbers(row.split(" | ").nth(place).unwrap_or_default())).collect()
}

/// The first number of each row in a column.
fn firsts(table: &[String], place: usize) -> Vec<f64> {
    column(table, place).iter().filter_map(|it| it.first().copied()).collect()
}

/// Opens the table by its button; it is captioned, its headings have a scope, its rows are whole.
async fn open_table(app: &App, chart: &str, button: &str) -> Fallible {
    let figure = format!("document.querySelector('[data-testid=\"chart-{chart}\"]')");
    let shown = format!("!!{figure}.querySelector('table')?.checkVisibility()");
    assert!(!app.run::<bool>(&format!("return {shown}")).await?);
    let button_is = format!(
        "const it = {figure}.querySelector('[aria-controls=\"table-{chart}\"]'); it.dataset.testid = 'button-{chart}'; \
         return it.firstChild.textContent === '{button}' && it.ariaExpanded === 'false'"
    );
    assert!(app.run::<bool>(&button_is).await?, "{chart} has no button {button:?}");
    app.focus(&format!("button-{chart}")).await?;
    app.press(&Key::named("Enter")).await?;
    app.wait_until(&format!("{shown} && document.activeElement.ariaExpanded === 'true'")).await?;
    let whole = format!(
        "const it = {figure}.querySelector('table'), rows = [...it.rows]; \
         return it.dataset.testid === 'table-{chart}' && !!it.caption.textContent.trim() && rows.length > 1 \
             && [...it.tHead.querySelectorAll('th')].every(it => it.scope === 'col') \
             && [...it.tBodies[0].rows].every(it => it.cells[0].matches('th[scope=row]')) \
             && rows.every(it => it.cells.length === rows[0].cells.length)"
    );
    assert!(app.run::<bool>(&whole).await?, "the table of {chart}");
    Ok(())
}

/// Chart, and its table on the article's case in English and Russian.
const TABLES: [(&str, [&[&str]; 2]); 4] = [
    (
        "rates",
        [
            &[
                "Rate | Reached | Of | Percent | Likely | 95%",
                "Call → presentation | 25 | 100 | 25% | 20–31% | 17–34%",
                "Presentation → sale | 5 | 25 | 20% | 12–32% | 8–38%",
                "Call → sale | 5 | 100 | 5.0% | 2.8–8.5% | 1.9–10.6%",
                "Inbound presentation → sale | 0 | 3 | – | – | –",
            ],
            &[
                "Конверсия | Дошли | Из | Процент | Скорее всего | 95 %",
                "Звонок → презентация | 25 | 100 | 25 % | 20–31 % | 17–34 %",
                "Презентация → сделка | 5 | 25 | 20 % | 12–32 % | 8–38 %",
                "Звонок → сделка | 5 | 100 | 5,0 % | 2,8–8,5 % | 1,9–10,6 %",
                "Входящая презентация → сделка | 0 | 3 | – | – | –",
            ],
        ],
    ),
    (
        "funnel",
        [
            &[
                "Step | Reached it | Lost after it | Counted in rates",
                "Calls | 100 | 75 | yes",
                "Presentations | 25 | 20 | yes",
                "Sales | 5 | – | yes",
                "Inbound presentations | 3 | – | left out",
            ],
            &[
                "Шаг | Дошли | Потеряно | В конверсии",
                "Звонки | 100 | 75 | да",
                "Презентации | 25 | 20 | да",
                "Сделки | 5 | – | да",
                "Входящие презентации | 3 | – | вне расчёта",
            ],
        ],
    ),
    (
        "lists",
        [
            &[
                "List | Calls | Presentations | Rate | Likely | Sales",
                "Dentists | 60 | 18 | 30% | 23–38% | 4",
                "Car repair | 40 | 7 | 18% | 11–26% | 1",
            ],
            &[
                "База | Звонки | Презентации | Конверсия | Скорее всего | Сделки",
                "Dentists | 60 | 18 | 30 % | 23–38 % | 4",
                "Car repair | 40 | 7 | 18 % | 11–26 % | 1",
            ],
        ],
    ),
    (
        "chance",
        [
            &[
                "Chance | More calls",
                "50% | 192",
                "80% | 303",
                "90% | 390",
                "95% | 485",
                "At this pace: 37% | 160",
                "Simple division: 53% | 200",
                "80%, Presentation rate +5 points | 251",
                "80%, Close rate +5 points | 235",
            ],
            &[
                "Шанс | Ещё звонков",
                "50 % | 192",
                "80 % | 303",
                "90 % | 390",
                "95 % | 485",
                "При этом темпе: 37 % | 160",
                "Простое деление: 53 % | 200",
                "80 %, Звонки → презентации +5 пунктов | 251",
                "80 %, Презентации → сделки +5 пунктов | 235",
            ],
        ],
    ),
];

/// Every chart has a button Table; the table has a caption and scopes, and equals what is drawn.
#[tokio::test]
async fn check_20_every_chart_has_a_table_of_what_is_drawn() -> Fallible {
    let app = App::open_at(Setup::default(), NOW, "#/log").await?;
    // Hours are known of taps only; the sample has some.
    app.click("sample-open").await?;
    app.go("#/funnel/when").await?;
    hours(&app).await?;
    app.click("sample-close").await?;

    app.import_article().await?;
    app.set_june_quota().await?;
    for (place, language) in Language::ALL.into_iter().enumerate() {
        let button = ["Table", "Таблица"][place];
        app.speak(language).await?;
        app.go("#/funnel").await?;
        app.click("why-more").await?;
        for chart in ["rates", "funnel", "why", "trend", "lists"] {
            app.wait_until(&format!("document.querySelector('[data-testid=\"chart-{chart}\"] svg text')"))
                .await?;
            open_table(&app, chart, button).await?;
        }
        for (chart, expected) in TABLES.iter().take(3) {
            assert_eq!(told(&app, chart).await?, expected[place], "{chart}");
        }
        rates(&app).await?;
        funnel(&app).await?;
        why(&app).await?;
        trend(&app).await?;
        lists(&app).await?;

        app.go("#/plan").await?;
        for chart in ["chance", "pace"] {
            app.wait_until(&format!("document.querySelector('[data-testid=\"chart-{chart}\"] svg text')"))
                .await?;
            open_table(&app, chart, button).await?;
        }
        assert_eq!(told(&app, "chance").await?, TABLES[3].1[place]);
        chance(&app).await?;
        pace(&app).await?;
    }
    app.quit().await
}

/// Dots and both ranges of the three rates.
async fn rates(app: &App) -> Fallible {
    let (drawn, mut table) = (app.drawn("rates").await?, told(app, "rates").await?);
    table.truncate(4);
    let axis = drawn.across(drawn.lowest())?;
    let read = |it: f64| axis.read(it);
    same("rates", &drawn.marks.iter().map(|it| read(it.0)).collect::<Vec<_>>(), &firsts(&table, 3), 0.5);
    for (ranges, place) in [(&drawn.likely, 4), (&drawn.wide, 5)] {
        let ends: Vec<f64> = ranges.iter().flat_map(|it| [read(it.0), read(it.1)]).collect();
        same("ranges", &ends, &column(&table, place).concat(), 0.5);
    }
    Ok(())
}

/// Bars as long as the counts: reached, lost, reached, inbound beside, lost, reached.
async fn funnel(app: &App) -> Fallible {
    let (drawn, table) = (app.drawn("funnel").await?, told(app, "funnel").await?);
    let (reached, lost) = (firsts(&table, 1), firsts(&table, 2));
    let told = [reached[0], lost[0], reached[1], reached[3], lost[1], reached[2]];
    let scale = reached[0] / drawn.bars[0];
    same("funnel", &drawn.bars.iter().map(|it| it * scale).collect::<Vec<_>>(), &told, 0.05);
    Ok(())
}

/// Bars as long as the sales lost; what has no reason is one bar for both steps.
async fn why(app: &App) -> Fallible {
    let (drawn, table) = (app.drawn("why").await?, told(app, "why").await?);
    same(
        "times",
        &firsts(&table, 2),
        &[31.0, 6.0, 5.0, 3.0, 14.0, 2.0, 2.0, 9.0, 6.0, 6.0, 5.0, 4.0, 2.0],
        0.0,
    );
    let mut sales = firsts(&table, 3);
    same("sales", &sales, &[6.2, 6.0, 5.0, 3.0, 2.8, 2.0, 2.0, 1.8, 1.2, 1.2, 1.0, 0.8, 2.0], 0.0);
    let unrecorded: f64 = sales.drain(11..).sum();
    let scale = sales[0] / drawn.bars[0];
    let mut bars: Vec<f64> = drawn.bars.iter().map(|it| it * scale).collect();
    // Sorted by what was lost, wherever that puts the one without a reason.
    bars.sort_by(|a, b| b.total_cmp(a));
    sales.push(unrecorded);
    sales.sort_by(|a, b| b.total_cmp(a));
    same("why", &bars, &sales, 0.05);
    Ok(())
}

/// A dot a week.
async fn trend(app: &App) -> Fallible {
    let (drawn, table) = (app.drawn("trend").await?, told(app, "trend").await?);
    let axis = drawn.up(38.0)?;
    let rates: Vec<f64> = drawn.marks.iter().map(|it| axis.read(it.1)).collect();
    same("trend", &rates, &firsts(&table, 3), 0.5);
    same("weeks", &[firsts(&table, 1), firsts(&table, 2)].concat(), &[16.0, 9.0, 63.0, 37.0], 0.0);
    Ok(())
}

/// A dot and a range a list.
async fn lists(app: &App) -> Fallible {
    let (drawn, table) = (app.drawn("lists").await?, told(app, "lists").await?);
    let axis = drawn.across(drawn.lowest())?;
    same(
        "lists",
        &drawn.marks.iter().map(|it| axis.read(it.0)).collect::<Vec<_>>(),
        &firsts(&table, 3),
        0.51,
    );
    let ends: Vec<f64> = drawn.likely.iter().flat_map(|it| [axis.read(it.0), axis.read(it.1)]).collect();
    same("ranges of lists", &ends, &column(&table, 4).concat(), 0.5);
    Ok(())
}

/// The three marks on the curve: chosen certainty, simple division, today's pace.
async fn chance(app: &App) -> Fallible {
    let (drawn, table) = (app.drawn("chance").await?, told(app, "chance").await?);
    let across = drawn.labels(|it| !it.2.contains('%') && it.1 < drawn.lowest() - 8.0);
    let calls = Axis::through(&across.iter().map(|it| (it.0, it.2)).collect::<Vec<_>>())?;
    let chance = drawn.up(38.0)?;
    let rows = [2, 6, 5].map(|it: usize| numbers(&table[it]));
    same(
        "calls",
        &drawn.marks.iter().map(|it| calls.read(it.0)).collect::<Vec<_>>(),
        &rows.clone().map(|it| it[1]),
        1.0,
    );
    same(
        "chances",
        &drawn.marks.iter().map(|it| chance.read(it.1)).collect::<Vec<_>>(),
        &rows.map(|it| it[0]),
        0.6,
    );
    Ok(())
}

/// The steps of sales, the even line, and twenty endings.
async fn pace(app: &App) -> Fallible {
    let (drawn, table) = (app.drawn("pace").await?, told(app, "pace").await?);
    let sales = drawn.up(28.0)?;
    // 1 to 11 June.
    let days = &table[..12];
    let steps: Vec<f64> = drawn.steps.iter().map(|it| sales.read(*it)).collect();
    same("sales", &steps, &firsts(days, 1), 0.05);
    same("sales", &firsts(days, 1), &[0.0, 1.0, 1.0, 2.0, 3.0, 4.0, 4.0, 4.0, 4.0, 4.0, 5.0], 0.0);
    let even: Vec<f64> = drawn.even.iter().map(|it| sales.read(*it)).collect();
    same("even line", &even[..11], &firsts(days, 2), 0.06);
    same("its end", &even[even.len() - 1..], &column(&table[11..13], 2)[0], 0.06);
    let endings = numbers(&table[15].replace(", ", " ").replace(';', " "));
    // The label of the row is the first number.
    let endings = &endings[1..];
    assert_eq!((endings.len(), endings.iter().filter(|it| **it >= 15.0).count()), (20, 7));
    assert_eq!((drawn.marks.len(), drawn.reach), (21, 7), "twenty dots and today");
    Ok(())
}

/// A percentage for every cell of 20 calls, a dot for the others.
async fn hours(app: &App) -> Fallible {
    app.wait_until("document.querySelector('[data-testid=chart-when] svg rect.heat')").await?;
    open_table(app, "when", "Table").await?;
    let (drawn, table) = (app.drawn("when").await?, told(app, "when").await?);
    let columns = table[0].split(" | ").count();
    let label = |it: &Vec<f64>| {
        if it[1] >= 20.0 { (100.0 * it[0] / it[1]).round().to_string() } else { "·".to_owned() }
    };
    let cells: Vec<String> = (1..columns).flat_map(|it| column(&table, it)).map(|it| label(&it)).collect();
    assert_eq!((columns, cells.len()), (7, 42));
    assert_eq!(drawn.cells, cells);
    Ok(())
}
