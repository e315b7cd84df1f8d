//! The sentences as they are read, with the numbers of the example.

use super::what_if::Slider;
use crate::{
    app::view::plan::{
        Basis, Closed, Dial, Figures, Needed, Period, TodaysGoal,
        figures::{Days, Division, Hours},
        open::OpenPresentations,
        outlook::Start,
        period::Workdayed,
    },
    domain::{
        calendar::Workdays,
        count::{Cold, Inbound},
        date::Date,
        delay::Delay,
        pace::Progress,
    },
    journal::settings::{Goal, Quota},
    text::{EN, RU, Words},
};

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

const fn full(days: u64) -> Workdays {
    Workdays { days, millidays: days * 1000 }
}

/// Wednesday 11 June, workday 8 of 21; 15 sales in June, 5 done; 14 calls today.
fn wednesday() -> (Basis, Figures) {
    let basis = Basis {
        today: day("2025-06-11"),
        period: Period { from: day("2025-06-01"), until: day("2025-06-30") },
        quota: Quota {
            goal: Goal::Sales(15),
            until: day("2025-06-30"),
            certainty: 80,
            inbound: true,
            open: false,
        },
        window: (day("2025-06-02"), day("2025-06-11")),
        cold: Cold { calls: 100, presentations: 25, sales: 5 },
        example: None,
        left_out: Inbound { presentations: 3, sales: 0 },
        closed: Closed { cold: 5, inbound: 0, counted: 5 },
        workdays: Workdayed { before: full(7), today: full(1), after: full(13) },
        progress: Progress {
            calls_before: 86,
            millidays_before: 7000,
            calls_today: 14,
            weight_today: 1000,
            millidays_after: 13_000,
        },
        active_days: 7,
        days: Vec::new(),
        early: None,
        open: OpenPresentations::default(),
        delay: Delay::Assumed,
        last_useful: Some(day("2025-06-16")),
        minutes: None,
        money: None,
    };
    let figures = Figures {
        division: Division { calls: Some(200), presentations: Some(50), full: Some(300) },
        division_chance: Some(0.534),
        levels: [192, 303, 390, 485].map(Needed::Calls),
        sure: Needed::Calls(303),
        days: Days { goal: Some(TodaysGoal { calls: 371, goal: 27 }), today: Some(13), after: Some(23) },
        pace: Some(86.0 / 7.0),
        coming: Some(160),
        pace_chance: Some(0.367),
        hours: None,
    };
    (basis, figures)
}

#[test]
fn the_plan_in_one_sentence() {
    let (basis, figures) = wednesday();
    assert_eq!(
        EN.plan_sentence(&basis, &figures).to_string(),
        "10 to go. Simple division says 200 more calls — that works about 53% of the time. To make it 8 times in 10, plan 303 more: 13 today, then 23 a day for 13 workdays."
    );
    assert_eq!(
        RU.plan_sentence(&basis, &figures).to_string(),
        "Осталось: 10. Простое деление: ещё 200 звонков — этого хватает примерно в 53\u{a0}% случаев. Чтобы успеть в 8 случаях из 10, нужно ещё 303: сегодня 13, потом по 23 в день, 13 рабочих дней."
    );
    assert_eq!(EN.presentations_simple(50).to_string(), "By simple division that is 50 presentations.");
    assert_eq!(RU.presentations_simple(1).to_string(), "Простым делением — это 1 презентация.");
}

#[test]
fn the_last_day_a_day_off_and_a_first_day() {
    let (mut basis, mut figures) = wednesday();
    figures.sure = Needed::Calls(40);
    figures.days = Days { goal: None, today: Some(40), after: None };
    assert!(EN.plan_sentence(&basis, &figures).to_string().ends_with("plan 40 more, all today."));
    assert!(RU.plan_sentence(&basis, &figures).to_string().ends_with("нужно ещё 40, все сегодня."));
    figures.sure = Needed::Calls(303);
    figures.days = Days { goal: None, today: None, after: Some(24) };
    assert!(
        EN.plan_sentence(&basis, &figures).to_string().ends_with("24 a day for 13 workdays after today.")
    );
    basis.workdays.today = full(0);
    assert!(
        EN.plan_sentence(&basis, &figures).to_string().ends_with("24 a day for 13 workdays, none today.")
    );
    assert!(
        RU.plan_sentence(&basis, &figures)
            .to_string()
            .ends_with("по 24 в день, 13 рабочих дней, сегодня выходной.")
    );
    basis.workdays.after = Workdays { days: 2, millidays: 1500 };
    assert!(RU.plan_sentence(&basis, &figures).to_string().contains("в день, 1,5 рабочего дня,"));
    figures.sure = Needed::TooMany;
    assert!(EN.plan_sentence(&basis, &figures).to_string().contains("more than 10 million calls"));
}

#[test]
fn the_pace_begins_with_its_sign() {
    let (mut basis, figures) = wednesday();
    assert_eq!(
        EN.pace_sentence(&basis, Some(&figures)).unwrap().to_string(),
        "▼ Behind pace: you have 5 sales, the even line by tonight is 5.7. At 12.3 calls a day you make it about 4 times in 10 (37%)."
    );
    assert_eq!(
        RU.pace_sentence(&basis, Some(&figures)).unwrap().to_string(),
        "▼ Отстаёте: у вас 5 сделок, по ровному графику к вечеру 5,7. Темп: 12,3 звонка в день. Так план выполнится примерно в 4 случаях из 10 (37\u{a0}%)."
    );
    basis.closed.counted = 7;
    assert!(EN.pace_sentence(&basis, None).unwrap().to_string().starts_with("▲ Ahead: you have 7 sales"));
    basis.closed.counted = 6;
    assert!(RU.pace_sentence(&basis, None).unwrap().to_string().starts_with("● По графику: у вас 6 сделок"));
}

#[test]
fn met_over_and_too_early() {
    let (mut basis, _) = wednesday();
    basis.closed.counted = 15;
    assert_eq!(EN.quota_met(&basis, 4), "Quota met: 15 of 15, 4 workdays early.");
    assert_eq!(RU.quota_met(&basis, 4), "План выполнен: 15 из 15, раньше срока на 4 рабочих дня.");
    assert_eq!(RU.quota_met(&basis, 1), "План выполнен: 15 из 15, раньше срока на 1 рабочий день.");
    basis.closed.counted = 13;
    assert_eq!(EN.period_over(&basis), "June is over: 13 of 15.");
    assert_eq!(RU.period_over(&basis), "Июнь закончился: 13 из 15.");
    let july = Period { from: day("2025-07-01"), until: day("2025-07-31") };
    assert_eq!(EN.start_next(july), "Start July with the same quota");
    assert_eq!(RU.start_next(july), "Начать июль с тем же планом");
    let days = Period { from: day("2025-07-01"), until: day("2025-07-10") };
    assert_eq!(RU.start_next(days), "Начать период 1–10 июля с тем же планом");
    assert_eq!(EN.at_most(0, 100, 0.0247), "0 of 100: at most 2.5% so far.");
    assert_eq!(RU.at_most(0, 100, 0.0247), "0 из 100: пока не больше 2,5\u{a0}%.");
    assert_eq!(RU.no_workdays(&basis), "Рабочих дней не осталось, не хватает: 2.");
}

#[test]
fn around_the_plan() {
    let (basis, figures) = wednesday();
    assert_eq!(EN.quota_line(&basis), ["15 sales,", "1–30 June"]);
    assert_eq!(RU.quota_line(&basis), ["15 сделок,", "1–30 июня"]);
    assert_eq!(EN.quota_details(&basis), ["workday 8 of 21", "inbound sales count: yes"]);
    assert_eq!(
        EN.last_useful(&basis).unwrap(),
        "Calls after 16 June mostly close after the deadline (assumed: 14 days from presentation to sale)."
    );
    let hours = Hours { hours: 77, presentations: 76, per_call: 4, per_presentation: 45 };
    assert_eq!(EN.hours(hours, 303), "About 77 hours: 303 calls of 4 min, 76 presentations of 45 min.");
    assert_eq!(RU.hours(hours, 303), "Около 77 ч: 303 звонка по 4 мин, 76 презентаций по 45 мин.");
    assert_eq!(EN.times_in(95), "19 times in 20");
    assert_eq!(RU.times_in(10), "в 1 случае из 10");
    assert_eq!(EN.about_often(0.049), "less than 1 time in 20");
    assert_eq!(RU.about_often(0.08), "примерно в 1 случае из 10");
    assert_eq!(RU.about_often(0.96), "чаще чем в 19 случаях из 20");
    let start = Start::example().unwrap();
    assert_eq!(
        EN.quota_preview(start, 15).unwrap(),
        "Example rates, not yours: 25% and 20%. For 15 sales simple division says 300 calls and 75 presentations."
    );
    let lines = EN.plan_rates(&basis);
    assert_eq!(lines[3], "5 sales ÷ 25 presentations = 20%, likely 12–32%.");
    assert_eq!(lines[4], "5 sales ÷ 100 cold calls = 5.0%, likely 2.8–8.5%.");
    assert_eq!(lines[5], "Left out: 3 inbound presentations.");
    assert_eq!(EN.full_quota(&basis, 300).unwrap().to_string(), "The whole quota: 15 ÷ 5.0% = 300.");
    assert_eq!(
        EN.plan_chances(&basis, &figures)[2..],
        [
            "Today’s goal, from the records before today: 371 calls for 80% ÷ 14 workdays, rounded up = 27. 14 done, 13 to go.",
            "After today: 290 ÷ 13 workdays, rounded up = 23 a day."
        ]
    );
}

#[test]
fn the_goal_of_a_short_day_says_how_much_of_a_day_it_is() {
    let (mut basis, mut figures) = wednesday();
    let line = |words: Words, basis: &Basis, figures: &Figures| words.plan_chances(basis, figures)[2].clone();
    basis.workdays.today = Workdays { days: 1, millidays: 500 };
    figures.days.goal = Some(TodaysGoal { calls: 371, goal: 14 });
    assert!(
        line(EN, &basis, &figures)
            .contains("371 calls for 80% ÷ 13.5 workdays × 0.5 of a day, rounded up = 14.")
    );
    basis.workdays.today = Workdays { days: 1, millidays: 875 };
    figures.days.goal = Some(TodaysGoal { calls: 371, goal: 24 });
    let said = line(RU, &basis, &figures);
    assert!(said.contains("371 звонок для 80\u{a0}% ÷ 13,9 рабочего дня × 0,875 дня, вверх = 24."), "{said}");
}

#[test]
fn what_if_speaks_of_range_and_change() {
    let dial = Dial { own: 250, likely: Some((198, 309)), max: 1000 };
    assert_eq!(EN.slider_value(Slider::Presentation, 250, dial), "25%, likely 20–31%");
    assert_eq!(RU.slider_value(Slider::Presentation, 258, dial), "25,8\u{a0}%, скорее всего 20–31\u{a0}%");
    assert_eq!(EN.slider_value(Slider::Pace, 123, dial), "12.3 calls a day");
    assert_eq!(EN.beyond((198, 309)), "Beyond your data (20–31%): a wish, not a plan.");
    assert_eq!(EN.needed_change(80, Some(Some(303)), Some(303)), "Needed for 80%: 303 → 303 calls");
    assert_eq!(RU.needed_change(80, None, Some(391)), "Для 80\u{a0}% нужно: 391 звонок");
    assert_eq!(RU.chance_change(Some(0.367), 0.367), "Шанс при этом темпе 37\u{a0}% → 37\u{a0}%");
}
