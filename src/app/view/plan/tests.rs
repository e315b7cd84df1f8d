//! The article's numbers, through the state as a seller makes it.

use super::{
    figures::{Days, Division},
    quota_form::{Draft, Field, Kind, Problem},
    *,
};
use crate::{
    app::{
        intent::Intent,
        moment::Moment,
        start::{self, Found},
        update::update,
    },
    domain::conversion::Chance,
    journal::{
        record::{Entry, Extra, Setting, What},
        settings::Quota,
    },
};
use serde_json::json;

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

/// A seller on a day.
struct Seller {
    state: State,
    now: Moment,
}

impl Seller {
    fn on(today: &str) -> Self {
        let now = Moment { at: 1_000_000, day: day(today), minute: 600 };
        Self { state: start::start(Found::default(), |_| now), now }
    }

    fn does(&mut self, intent: Intent) -> &mut Self {
        self.now.at += 1000;
        update(&mut self.state, intent, self.now);
        self
    }

    fn had(&mut self, on: &str, what: What, n: u32) -> &mut Self {
        let entry = Entry { day: day(on), minute: None, what, list: None, reason: None, n, extra: None };
        self.imports(vec![entry])
    }

    fn imports(&mut self, entries: Vec<Entry>) -> &mut Self {
        self.does(Intent::Import { batch: None, entries, settings: Vec::new(), total: None })
    }

    fn had_all(&mut self, on: &str, counts: [u32; 3]) -> &mut Self {
        for (what, n) in [What::CALL, What::PRESENTATION, What::SALE].into_iter().zip(counts) {
            if n > 0 {
                self.had(on, what, n);
            }
        }
        self
    }

    fn wants(&mut self, key: &str, value: serde_json::Value) -> &mut Self {
        self.does(Intent::Settings(vec![Setting { key: key.to_owned(), value }]))
    }

    /// 15 sales in June 2025.
    fn wants_fifteen(&mut self) -> &mut Self {
        self.wants("quota/2025-06-01", json!({"sales": 15, "until": day("2025-06-30")}))
    }

    fn basis(&self) -> Basis {
        basis(&self.state).unwrap()
    }

    fn figures(&self) -> Figures {
        Figures::of(&self.basis(), goal_basis(&self.state).as_ref()).unwrap()
    }
}

fn percent(p: Option<f64>) -> Chance {
    Chance::of(p.unwrap())
}

#[test]
fn the_articles_day_before_the_period_asks_for_300_calls() {
    let mut it = Seller::on("2025-06-02");
    it.had_all("2025-05-30", [100, 25, 5]).wants_fifteen();
    let basis = it.basis();
    assert_eq!((basis.closed.counted, basis.to_go()), (0, 15));
    let figures = it.figures();
    assert_eq!(figures.division, Division { calls: Some(300), presentations: Some(75), full: Some(300) });
    assert_eq!(percent(figures.division_chance), Chance::Percent(53));
    let levels = figures.levels.map(|it| it.calls().unwrap());
    assert_eq!(levels, [290, 449, 573, 707]);
    assert_eq!(figures.sure, Needed::Calls(449));
    // Monday 2 June, 21 workdays: 449 / 21 rounded up, then the rest over 20 days.
    assert_eq!(figures.days.goal, Some(TodaysGoal { calls: 449, goal: 22 }));
    assert_eq!((figures.days.today, figures.days.after), (Some(22), Some(22)));
    assert_eq!(goal_today(&it.state), Some(22));
    assert_eq!(figures.pace, None);
}

#[test]
fn inside_the_period_it_is_closed_already() {
    let mut it = Seller::on("2025-06-03");
    it.had_all("2025-06-02", [100, 25, 5]).wants_fifteen();
    assert_eq!((it.basis().closed.counted, it.basis().to_go()), (5, 10));
    let division = it.figures().division;
    assert_eq!(division, Division { calls: Some(200), presentations: Some(50), full: Some(300) });
    // Inbound changes no rate; inbound sales count towards the quota.
    let before = it.basis().cold;
    it.had("2025-06-02", What::INBOUND_PRESENTATION, 10).had("2025-06-02", What::INBOUND_SALE, 2);
    assert_eq!(it.basis().cold, before);
    assert_eq!(it.basis().to_go(), 8);
    assert_eq!(it.figures().division.calls, Some(160));
    // Switched off, they do not.
    let quota = Quota { inbound: false, ..it.basis().quota };
    it.does(Intent::Settings(vec![quota_form::setting(day("2025-06-01"), &quota)]));
    assert_eq!((it.basis().to_go(), it.figures().division.calls), (10, Some(200)));
}

/// `numbers.md` section 6: Wednesday 11 June, workday 8 of 21, 14 calls today.
fn wednesday() -> Seller {
    let mut it = Seller::on("2025-06-11");
    let calls = [13, 12, 12, 12, 12, 12, 13];
    let workdays = ["02", "03", "04", "05", "06", "09", "10"];
    for (on, n) in workdays.into_iter().zip(calls) {
        it.had(&format!("2025-06-{on}"), What::CALL, n);
    }
    it.had("2025-06-05", What::PRESENTATION, 20).had("2025-06-10", What::SALE, 4);
    it.had_all("2025-06-11", [14, 5, 1]).wants_fifteen();
    it
}

#[test]
fn the_middle_of_june() {
    let it = wednesday();
    let basis = it.basis();
    assert_eq!((basis.workdays.to_today().days, basis.workdays.whole().days), (8, 21));
    let (standing, line) = basis.standing().unwrap();
    assert_eq!(standing, Standing::Behind);
    assert!((line - 5.714).abs() < 0.001);
    let figures = it.figures();
    assert_eq!(figures.days.goal, Some(TodaysGoal { calls: 371, goal: 27 }));
    assert_eq!((figures.days.today, figures.days.after), (Some(13), Some(23)));
    assert_eq!(figures.levels.map(|it| it.calls().unwrap()), [192, 303, 390, 485]);
    assert_eq!(percent(figures.division_chance), Chance::Percent(53));
    assert!((figures.pace.unwrap() - 86.0 / 7.0).abs() < 1e-9);
    assert_eq!(figures.coming, Some(160));
    assert_eq!(percent(figures.pace_chance), Chance::Percent(37));
    let own = Outlook::of(&basis, WhatIf::default()).unwrap();
    assert_eq!(endings::endings(&own).unwrap().reach, 7);
    let curve = curve::curve(&own, Some(200));
    assert_eq!(curve.pace.map(|it| it.0), Some(160));
    assert_eq!(curve.sure.map(|it| it.0), Some(303));
    assert!((curve.at(200) - 0.534).abs() < 0.005);
    assert!(curve.at(0) < 1e-12);
}

#[test]
fn the_goal_does_not_run_away_from_a_tap() {
    let mut it = wednesday();
    let before = goal_basis(&it.state);
    it.does(Intent::Tap(What::CALL)).does(Intent::Tap(What::PRESENTATION)).does(Intent::Tap(What::SALE));
    assert_eq!(goal_basis(&it.state), before);
    // Nor from the period that is looked at on Plan.
    it.state.route.period = crate::app::route::Period::Last(7);
    assert_eq!(goal_basis(&it.state), before);
    // Nor do the rates of the Plan from the period of another screen, which it is printed on.
    assert_eq!(usual_basis(&it.state).unwrap().window.0, day("2025-06-02"));
    // An earlier day, the certainty and the calendar do move it.
    it.had("2025-06-10", What::CALL, 1);
    assert_ne!(goal_basis(&it.state), before);
}

#[test]
fn half_days_count_half_and_days_off_not_at_all() {
    let mut it = wednesday();
    it.wants("day/2025-06-11", json!({"weight": 500}));
    let goal = goal_basis(&it.state).unwrap();
    assert_eq!((goal.weight, goal.millidays), (500, 13_500));
    assert_eq!(goal.goal(), Some(TodaysGoal { calls: 371, goal: 14 }));
    it.wants("day/2025-06-11", json!({"worked": false}));
    assert_eq!(goal_basis(&it.state), None);
    assert_eq!(it.figures().days.today, None);
    assert_eq!(it.figures().days.after, Some(24));
    it.wants("holiday/2025-06-12", json!(true));
    assert_eq!(it.basis().workdays.after.days, 12);
}

#[test]
fn met_over_ahead_and_too_early() {
    let mut it = wednesday();
    it.had("2025-06-11", What::SALE, 10);
    assert_eq!(it.basis().status(), Status::Met { early: 13 });
    assert_eq!(it.basis().early, Some(13));
    assert_eq!(Division::of(&it.basis()).full, Some(100));

    let mut it = Seller::on("2025-07-01");
    it.had_all("2025-06-10", [100, 25, 5]).wants_fifteen();
    let next = Period { from: day("2025-07-01"), until: day("2025-07-31") };
    assert_eq!(it.basis().status(), Status::Over { next });
    assert_eq!(goal_basis(&it.state), None);
    let quota = it.basis().quota;
    it.does(Intent::Settings(vec![quota_form::again(&quota, next)]));
    assert_eq!((it.basis().period, it.basis().to_go()), (next, 15));
    assert_eq!(it.basis().status(), Status::Planned);

    let mut it = Seller::on("2025-05-28");
    it.had_all("2025-05-27", [100, 25, 5]).wants_fifteen();
    assert!(it.basis().is_ahead());
    assert_eq!(it.figures().days, Days { goal: None, today: None, after: Some(22) });
    assert_eq!(it.basis().standing(), None);

    let mut it = Seller::on("2025-06-10");
    it.had_all("2025-06-09", [29, 5, 1]).wants_fifteen();
    assert_eq!(it.basis().status(), Status::TooEarly { at_most: None });
    let mut it = Seller::on("2025-06-10");
    it.had_all("2025-06-09", [100, 25, 0]).wants_fifteen();
    let Status::TooEarly { at_most: Some((0, 100, most)) } = it.basis().status() else { panic!() };
    assert!((most - 0.025).abs() < 0.0005);
    assert!(Start::of(&it.basis()).unwrap().example);
    assert_eq!(goal_today(&it.state), None);
    // The sliders work on a guess.
    assert!(Outlook::of(&it.basis(), WhatIf::default()).unwrap().calls_for(80).is_some());

    let mut it = Seller::on("2025-06-10");
    it.had_all("2025-06-09", [40, 45, 2]).wants_fifteen();
    assert_eq!(it.basis().status(), Status::Late);
    assert_eq!(
        Division::of(&it.basis()),
        Division { calls: Some(260), presentations: None, full: Some(300) }
    );
}

#[test]
fn the_last_day_and_no_days_left() {
    let mut it = Seller::on("2025-06-30");
    it.had_all("2025-06-10", [100, 25, 5]).wants_fifteen();
    assert!(it.basis().is_last_day());
    assert_eq!(it.figures().days.after, None);
    assert_eq!(it.figures().days.today, it.figures().sure.calls());
    it.wants("day/2025-06-30", json!({"worked": false}));
    assert_eq!(it.basis().status(), Status::NoDaysLeft);
}

#[test]
fn sliders_start_at_ones_own_and_change_nothing() {
    let it = wednesday();
    let basis = it.basis();
    let own = Outlook::of(&basis, WhatIf::default()).unwrap();
    let same = WhatIf { presentation: Some(250), sale: Some(200), pace: None };
    assert_eq!(Outlook::of(&basis, same).unwrap(), own);
    let [presentation, close, pace] = outlook::dials(&basis, &Start::of(&basis).unwrap());
    assert_eq!((presentation.own, presentation.likely), (250, Some((198, 309))));
    assert_eq!((close.own, close.likely), (200, Some((116, 317))));
    assert_eq!((pace.own, pace.likely, pace.max), (123, None, 600));
    let better = WhatIf { sale: Some(300), ..WhatIf::default() };
    assert!(Outlook::of(&basis, better).unwrap().calls_for(80) < own.calls_for(80));
    let more = WhatIf { pace: Some(300), ..WhatIf::default() };
    let more = Outlook::of(&basis, more).unwrap();
    assert_eq!(more.coming, 406);
    assert!(more.chance_at_pace() > own.chance_at_pace());
}

#[test]
fn open_presentations_are_offered_once_losses_are_explained() {
    let mut it = wednesday();
    assert!(!it.basis().open.offered);
    // Held long ago, half of them explained; two are fresh and open.
    it = Seller::on("2025-06-30");
    it.had("2025-05-01", What::CALL, 100);
    let lost = crate::domain::reason::BuiltIn::TooExpensive.id();
    let held = |on: &str, n, reason| Entry {
        day: day(on),
        minute: None,
        what: What::PRESENTATION,
        list: None,
        reason,
        n,
        extra: None,
    };
    it.wants_fifteen();
    it.imports(vec![held("2025-05-02", 23, Some(lost)), held("2025-06-27", 2, None)]);
    let may = Counts::of(it.state.book().tally(), day("2025-05-02"), day("2025-05-02"));
    assert_eq!(may.cold.presentations, 23);
    let open = it.basis().open;
    assert!(open.offered);
    assert_eq!((open.decided.lost, open.decided.open), (23, 2));
    assert_eq!(open.counted(false), None);
}

#[test]
fn money_is_divided_and_warned_about() {
    let mut it = Seller::on("2025-06-03");
    it.had_all("2025-05-30", [100, 25, 0]);
    let sale = |amount| Entry {
        day: day("2025-05-30"),
        minute: None,
        what: What::SALE,
        list: None,
        reason: None,
        n: 1,
        extra: Some(Box::new(Extra { amount: Some(amount), ..Extra::default() })),
    };
    let amounts = [2_000_000, 4_000_000, 4_000_000, 5_000_000, 5_000_000];
    it.imports(amounts.map(sale).to_vec());
    it.wants("quota/2025-06-01", json!({"money": 60_000_000_u64, "until": day("2025-06-30")}));
    let money = it.basis().money.unwrap();
    assert_eq!((money.to_go, money.calls), (60_000_000, Ok(300)));
    assert!(!money.revenue.is_one_big_deal());
    assert_eq!(it.basis().status(), Status::Money);
    // 300 over 20 workdays.
    assert_eq!(goal_today(&it.state), Some(15));
    it.imports(vec![sale(25_000_000)]);
    let revenue = it.basis().money.unwrap().revenue;
    assert!(revenue.is_one_big_deal());
    assert_eq!(revenue.largest_percent(), 56);
}

#[test]
fn the_form_says_what_is_wrong() {
    let today = day("2025-06-11");
    let draft = Draft::new(today);
    assert_eq!((draft.from, draft.until), (Some(day("2025-06-01")), Some(day("2025-06-30"))));
    for wrong in ["", "0", "-1", "1.5", "4x", "1e20", "1000001"] {
        let draft = Draft { sales: wrong.to_owned(), ..draft.clone() };
        assert_eq!(draft.check(), Err(vec![(Field::Sales, Problem::NotAQuota)]), "{wrong}");
    }
    let good = Draft { sales: " 1 000 000 ".to_owned(), ..draft.clone() };
    assert_eq!(good.check().unwrap()[0].value["sales"], 1_000_000);
    let backwards = Draft { until: Some(day("2025-05-31")), ..good.clone() };
    assert_eq!(backwards.check(), Err(vec![(Field::Until, Problem::EndBeforeStart)]));
    let missing = Draft { from: None, until: None, ..draft.clone() };
    assert_eq!(
        missing.check(),
        Err(vec![
            (Field::Sales, Problem::NotAQuota),
            (Field::From, Problem::NoSuchDate),
            (Field::Until, Problem::NoSuchDate)
        ])
    );
    let endless = Draft { until: Some(Date::MAX), ..good.clone() };
    assert_eq!(endless.check(), Err(vec![(Field::Until, Problem::TooLong)]));
    let money = Draft { kind: Kind::Money, money: "600 000".to_owned(), ..draft };
    assert_eq!(money.check().unwrap()[0].value["money"], 60_000_000);
    // Another first day replaces the quota; its certainty stays.
    let quota =
        Quota { certainty: 90, goal: Goal::Sales(15), until: day("2025-06-30"), inbound: true, open: false };
    let edited =
        Draft { from: Some(day("2025-06-02")), ..Draft::of(day("2025-06-01"), &quota, |it| it.to_string()) };
    let saved = edited.check().unwrap();
    assert_eq!((saved[0].key.as_str(), &saved[0].value), ("quota/2025-06-01", &serde_json::Value::Null));
    assert_eq!((saved[1].key.as_str(), &saved[1].value["certainty"]), ("quota/2025-06-02", &json!(90)));
}

#[test]
fn rates_from_a_link_are_tried_beside_the_plan_and_never_in_it() {
    let mut it = Seller::on("2025-06-11");
    it.had_all("2025-06-10", [100, 25, 5]).wants_fifteen();
    let own = it.figures();
    it.state.route = crate::app::route::Route::parse("#/plan?example=200-100-50");
    let basis = it.basis();
    assert_eq!(basis.status(), Status::Example);
    assert_eq!(Figures::of(&basis, goal_basis(&it.state).as_ref()), None);
    let start = Start::of(&basis).unwrap();
    assert!(start.example);
    assert_eq!((start.presentation.x(), start.sale.x()), (100, 50));
    let tried = Outlook::of(&basis, WhatIf::default()).unwrap();
    assert!(tried.calls_for(80) < own.sure.calls());
    // Today's goal stays the seller's own.
    assert_eq!(goal_today(&it.state), own.days.goal.map(|it| it.goal));
    it.state.route = crate::app::route::Route::parse("#/plan?example=200-0-0");
    assert_eq!(it.basis().status(), Status::Planned);
    // Before the first quota it is what the quota would be divided by.
    let mut it = Seller::on("2025-06-11");
    it.state.route = crate::app::route::Route::parse("#/plan?example=200-100-50");
    assert_eq!(first_rates(&it.state), Some(start));
}

#[test]
fn where_rates_from_a_link_cannot_be_tried_the_plan_is_the_sellers_own() {
    let money = json!({"money": 60_000_000_u64, "until": day("2025-06-30")});
    for (today, sales, key, value) in [
        ("2025-06-11", 20, "delay", json!(null)),
        ("2025-07-01", 5, "delay", json!(null)),
        ("2025-06-11", 5, "quota/2025-06-01", money),
        ("2025-06-30", 5, "day/2025-06-30", json!({"worked": false})),
    ] {
        let mut it = Seller::on(today);
        it.had_all("2025-06-10", [200, 50, sales]).wants_fifteen().wants(key, value);
        let own = it.basis();
        it.state.route = crate::app::route::Route::parse("#/plan?example=200-100-50");
        assert!(!Status::tries_example(Some(own.status())), "{:?}", own.status());
        assert_eq!(it.basis(), own);
    }
}
