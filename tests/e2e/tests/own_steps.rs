//! The seller's own steps, counters and lists, in both languages.
//!
//! Every expected number is worked out by hand.

use callpace_e2e::{App, Fallible, Key, Language, Setup};

/// Types into a field and leaves it, as a person does.
async fn fill(app: &App, id: &str, text: &str) -> Fallible {
    app.fill(id, text).await?;
    app.press(&Key::named("Tab")).await?;
    app.wait_until(&format!("document.querySelector('[data-testid=\"{id}\"]')?.value === '{text}'")).await
}

async fn type_day(app: &App, day: &str, numbers: &[(&str, &str)]) -> Fallible {
    app.go(&format!("#/days/{day}")).await?;
    for (column, number) in numbers {
        fill(app, &format!("cell-{day}-{column}"), number).await?;
    }
    Ok(())
}

/// The words of a language that the tests look for.
struct Said {
    reached: &'static str,
    proposal: &'static str,
    of: &'static str,
    bars: [&'static str; 5],
    links: [&'static str; 4],
    lost: &'static str,
    why: &'static str,
    needed: &'static str,
    left_out: &'static str,
    since: &'static str,
    means: &'static str,
}

const EN: Said = Said {
    reached: "Reached",
    proposal: "Proposal",
    of: "of",
    bars: ["140 calls", "Reached 50", "35 presentations", "Proposal 10", "5 sales"],
    links: ["Call → Reached", "Reached → presentation", "Presentation → Proposal", "Proposal → sale"],
    // Not reached: 50 of 100 × 50 % × 40 % × 50 %.
    lost: "Lost here: 50, up to 5.0 sales.",
    why: "Why: Not interested 1, not recorded 24.",
    needed: ": 20 calls → Reached 10 → 5 presentations → Proposal 2.",
    left_out: "Call 40, Reached 0.",
    since: "since ",
    means: "Reached: You talked to the person you wanted.",
};

const RU: Said = Said {
    reached: "Дозвон",
    proposal: "Предложение",
    of: "из",
    bars: ["140 звонков", "Дозвон 50", "35 презентаций", "Предложение 10", "5 сделок"],
    links: ["Звонок → Дозвон", "Дозвон → презентация", "Презентация → Предложение", "Предложение → сделка"],
    lost: "Потеряно здесь: 50, до 5,0 сделки.",
    why: "Почему: Нет интереса 1, не указано 24.",
    needed: ": 20 звонков → Дозвон 10 → 5 презентаций → Предложение 2.",
    left_out: "Звонок 40, Дозвон 0.",
    since: "с ",
    means: "Дозвон: Поговорили с тем, с кем хотели.",
};

const fn said(language: Language) -> &'static Said {
    match language {
        Language::En => &EN,
        Language::Ru => &RU,
    }
}

/// Reached from a ready-made set, Proposal by hand.
async fn add_steps(app: &App, said: &Said) -> Fallible {
    app.go("#/settings/steps").await?;
    app.click("step-set-reached").await?;
    app.wait_until(&format!(
        "document.querySelector('[data-testid=step-name-1]')?.value === '{}'",
        said.reached
    ))
    .await?;
    // It is not offered twice.
    app.wait_gone("step-set-reached").await?;
    app.click("step-add").await?;
    fill(app, "step-name-2", said.proposal).await?;
    app.choose("step-place-2", "after").await
}

#[tokio::test]
async fn five_steps_in_the_funnel_and_its_charts_one_taken_away_and_brought_back() -> Fallible {
    for language in Language::ALL {
        let said = said(language);
        let app = App::open(Setup::default().language(language), "#/log").await?;
        let (today, yesterday) = (app.day_from_today(0).await?, app.day_from_today(-1).await?);
        type_day(&app, &yesterday, &[("calls", "40"), ("pres", "10")]).await?;
        add_steps(&app, said).await?;

        // One tap each.
        app.go("#/log").await?;
        for (id, n) in [("btn-call", "1"), ("btn-step-1", "1"), ("btn-pres", "1"), ("btn-step-2", "1")] {
            app.click(id).await?;
            app.expect(&id.replace("btn", "count"), n).await?;
            if id == "btn-step-1" {
                // An own step has the reasons of its side.
                app.click("reason-3").await?;
            }
        }
        type_day(
            &app,
            &today,
            &[("calls", "100"), ("step-1", "50"), ("pres", "25"), ("step-2", "10"), ("sales", "5")],
        )
        .await?;

        app.go("#/funnel").await?;
        let of = said.of;
        // The article's three count every day; what touches an own step from its first day on.
        for (id, x, n) in [
            ("rate-call-pres", 35, 140),
            ("rate-pres-sale", 5, 35),
            ("rate-call-sale", 5, 140),
            ("rate-1", 50, 100),
            ("rate-2", 25, 50),
            ("rate-3", 10, 25),
            ("rate-4", 5, 10),
        ] {
            app.wait_content(id, &format!("{x} {of} {n}")).await?;
        }
        app.make_folded().await?;
        for (id, link) in ["rate-1", "rate-2", "rate-3", "rate-4"].into_iter().zip(said.links) {
            app.wait_content(id, link).await?;
            app.wait_content(id, said.since).await?;
            app.wait_content("table-rates", link).await?;
        }
        app.wait_content("lost-1", said.lost).await?;
        app.wait_content("steps-needed", said.needed).await?;
        app.wait_content("lost-2", said.why).await?;
        app.click("fig-step-1").await?;
        app.wait_content("arith-step-1", said.left_out).await?;
        app.wait_content("arith-step-1", said.means).await?;
        for bar in said.bars {
            app.wait_content("chart-funnel", bar).await?;
        }

        // Taken away: the chain is shorter, and what was recorded is still there.
        let rates = app.text("rate-call-pres").await?;
        app.go("#/settings/steps").await?;
        app.click("step-remove-1").await?;
        app.wait_until(&format!(
            "document.querySelector('[data-testid=step-name-1]')?.value === '{}'",
            said.proposal
        ))
        .await?;
        app.go("#/funnel").await?;
        app.wait_content("rate-1", &format!("35 {of} 140")).await?;
        app.wait_gone("rate-4").await?;
        assert_eq!(app.text("rate-call-pres").await?, rates);
        app.go("#/log").await?;
        app.wait_gone("btn-step-2").await?;
        app.expect("count-step-1", "10").await?;

        app.click("undo").await?;
        app.expect("count-step-1", "50").await?;
        app.expect("count-step-2", "10").await?;
        app.go("#/funnel").await?;
        app.wait_content("rate-1", &format!("50 {of} 100")).await?;
        app.wait_content("rate-4", &format!("5 {of} 10")).await?;
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn with_own_steps_call_stays_in_reach_of_the_thumb() -> Fallible {
    for language in Language::ALL {
        let app = App::open(Setup::default().language(language), "#/log").await?;
        add_steps(&app, said(language)).await?;
        app.go("#/settings/counters").await?;
        app.click("counter-set-emails").await?;
        app.wait_until("document.querySelector('[data-testid=counter-name-1]')?.value.length > 3").await?;
        app.resize(360, 584).await?;
        app.go("#/log").await?;
        app.find("btn-counter-1").await?;
        // At both ends of the page its middle is the button, and nothing covers it.
        for end in ["0", "document.documentElement.scrollHeight"] {
            app.run::<()>(&format!("scrollTo(0, {end})")).await?;
            app.wait_until(
                "(() => { const it = document.querySelector('[data-testid=btn-call]'), r = it.getBoundingClientRect(); \
                 return r.top >= 0 && r.bottom <= innerHeight && \
                 it.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)) })()",
            )
            .await?;
        }
        app.run::<()>("scrollTo(0, 0)").await?;
        app.click("btn-call").await?;
        app.expect("count-call", "1").await?;
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn counters_are_told_per_day_week_call_and_hour_and_have_a_goal() -> Fallible {
    for language in Language::ALL {
        let app = App::open(Setup::default().language(language), "#/settings/counters").await?;
        app.click("counter-set-emails").await?;
        fill(&app, "counter-goal-1", "5").await?;
        app.click("counter-set-hours").await?;
        app.wait_until("document.querySelector('[data-testid=counter-hours-2]')?.checked === true").await?;
        app.go("#/log").await?;
        app.click("btn-counter-1").await?;
        app.expect("count-counter-1", "1").await?;
        let today = app.day_from_today(0).await?;
        type_day(&app, &today, &[("calls", "24"), ("counter-1", "6"), ("counter-2", "2")]).await?;
        app.go("#/log").await?;
        let (goal, lines) = match language {
            Language::En => (
                "✓ of 5",
                [
                    "6.0 a day · 6.0 a week · 0.25 a call · 3.0 an hour",
                    "Goal 5 a day: reached on 1 of 1 days.",
                    "12 calls an hour",
                ],
            ),
            Language::Ru => (
                "✓ из 5",
                [
                    "в день 6,0 · в неделю 6,0 · на звонок 0,25 · в час 3,0",
                    "Цель на день — 5. Выполнена в дни: 1 из 1.",
                    "звонков в час: 12",
                ],
            ),
        };
        app.wait_content("btn-counter-1", goal).await?;
        app.go("#/funnel").await?;
        for (id, line) in ["counter-1", "counter-1", "counter-2"].into_iter().zip(lines) {
            app.wait_content(id, line).await?;
        }
        app.quit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn lists_are_compared_on_every_rate_and_say_when_they_have_paid_for_themselves() -> Fallible {
    for language in Language::ALL {
        let app = App::open(Setup::default().language(language), "#/settings/lists").await?;
        for name in ["Dentists", "Bakers"] {
            app.fill("list-new", name).await?;
            app.click("list-add").await?;
            app.wait_content("list-1", name).await?;
        }
        // By name: Bakers, Dentists. Dentists cost 9 000.
        app.click("list-edit-2").await?;
        app.fill("list-price", "9000").await?;
        app.click("list-save").await?;
        app.wait_content("list-2", if language == Language::En { "9,000" } else { "9\u{a0}000" }).await?;
        let today = app.day_from_today(0).await?;
        let lists: Vec<String> = {
            app.go("#/log").await?;
            app.find("list-chip").await?;
            app.run(
                "return ['Dentists', 'Bakers'].map(name => [...document.querySelector('[data-testid=list-chip]').options]\
                 .find(it => it.text === name).value)",
            )
            .await?
        };
        for (list, calls, pres) in [(&lists[0], "60", "20"), (&lists[1], "40", "20")] {
            app.go(&format!("#/days/{today}?list={list}")).await?;
            for (column, n) in [("calls", calls), ("pres", pres)] {
                fill(&app, &format!("cell-{today}-{column}"), n).await?;
            }
        }
        // One sale of 6 000 to a dentist.
        app.go("#/log").await?;
        app.choose("list-chip", &lists[0]).await?;
        app.click("btn-sale").await?;
        app.expect("count-sale", "1").await?;
        app.click("entry-edit-1").await?;
        app.fill("entry-amount", "6000").await?;
        app.click("entry-save").await?;
        app.go("#/funnel/lists").await?;
        let (of, paid) = match language {
            Language::En => (
                "of",
                "Dentists: cost 9,000, has brought 6,000 so far. At this rate it takes another 30 calls to pay for itself.",
            ),
            Language::Ru => (
                "из",
                "Dentists: цена 9\u{a0}000, за всё время принесла 6\u{a0}000. При таком темпе окупится ещё через 30 звонков.",
            ),
        };
        app.wait_content("list-paid", paid).await?;
        app.wait_content("chart-lists", &format!("20 {of} 40")).await?;
        app.choose("lists-by", "pres-sale").await?;
        app.wait_content("chart-lists", &format!("1 {of} 20")).await?;
        app.choose("lists-by", "call-sale").await?;
        app.wait_content("chart-lists", &format!("1 {of} 60")).await?;
        app.quit().await?;
    }
    Ok(())
}
