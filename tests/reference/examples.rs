//! The figures that the texts of the app promise: the article's 100 calls, 25
//! presentations, 5 sales, and the examples beside each rule.

use callpace::domain::calendar::Calendar;
use callpace::domain::chance::Chain;
use callpace::domain::chance::certainty::{CAP, OFFERED};
use callpace::domain::compare::{self, pair};
use callpace::domain::conversion::{Chance, Conversion, Label, Percent, Share, in_ten, label};
use callpace::domain::count::{Cold, Inbound};
use callpace::domain::date::Date;
use callpace::domain::delay::Delay;
use callpace::domain::loss::{self, Leak, verdict};
use callpace::domain::open::{self, Accounting, Decided, Held, Sold};
use callpace::domain::pace::{self, Progress, Standing};
use callpace::domain::past::{Against, Look, Size, State, state};
use callpace::domain::plan::{self, NoPlan, Undecided};
use callpace::domain::quota::{calls_for_money, calls_needed};
use callpace::domain::reasons::{
    Advice, AfterPresentation, Conversations, Interest, Reading, opening_or_lists,
};
use callpace::domain::stats::beta::Beta;
use callpace::domain::trend::{self, Week};
use callpace::domain::value::Revenue;
use callpace::domain::{dispersion, what_if};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const ARTICLE: Cold = Cold { calls: 100, presentations: 25, sales: 5 };

fn share(x: u64, n: u64) -> Share {
    Share::new(x, n).unwrap()
}

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn article() -> Chain {
    plan::chain(ARTICLE, None).unwrap()
}

#[track_caller]
fn close(got: f64, wanted: f64, within: f64) {
    assert!((got - wanted).abs() <= within, "{got} is not {wanted}");
}

#[test]
fn the_three_rates_and_what_is_shown_of_them() {
    let rates = [ARTICLE.call_to_presentation(), ARTICLE.presentation_to_sale(), ARTICLE.call_to_sale()];
    let shares = rates.map(|it| it.and_then(Conversion::share).unwrap());
    assert_eq!(shares.map(Share::percent), [Percent::Whole(25), Percent::Whole(20), Percent::Tenths(50)]);
    assert_eq!(shares.map(|it| it.label().unwrap()), [Label::Rough, Label::TooLittle, Label::TooLittle]);
    for (share, (lo, hi)) in shares.iter().zip([(0.198, 0.309), (0.116, 0.317), (0.0281, 0.0846)]) {
        let likely = share.jeffreys(0.8).unwrap();
        close(likely.lo, lo, 0.0005);
        close(likely.hi, hi, 0.0005);
    }
    assert_eq!(Inbound { presentations: 10, sales: 2 }.presentation_to_sale(), Conversion::of(2, 10));
    assert_eq!(Conversion::of(0, 0), None);
    assert_eq!(Conversion::of(9, 6), Some(Conversion::Late { advanced: 9, entered: 6 }));
    assert_eq!(label(None), Ok(Label::NoData));
    assert!(!share(19, 19).shows_percent() && share(0, 20).shows_percent());
}

#[test]
fn labels_by_the_number_of_successes() {
    // About x < 13 (1 - p), 13 to 93, more than 93.
    assert_eq!(share(12, 1000).label(), Ok(Label::TooLittle));
    assert_eq!(share(14, 1000).label(), Ok(Label::Rough));
    assert_eq!(share(92, 10_000).label(), Ok(Label::Rough));
    assert_eq!(share(96, 10_000).label(), Ok(Label::Steady));
    assert_eq!(share(0, 100_000).label(), Ok(Label::TooLittle));
}

#[test]
fn percentages_round_half_up_from_integers() {
    assert_eq!(share(1, 200).tenths(), 5);
    assert_eq!(share(1, 2000).tenths(), 1);
    assert_eq!(share(1, 40).tenths(), 25);
    assert_eq!(share(1, 8).whole_percent(), 13);
    assert_eq!(share(1, 3).whole_percent(), 33);
    assert_eq!(share(u64::MAX, u64::MAX).percent(), Percent::Whole(100));
    assert_eq!(share(99, 1000).percent(), Percent::Tenths(99));
    assert_eq!(share(1, 10).percent(), Percent::Whole(10));
    assert_eq!(share(9999, 100_000).percent(), Percent::Tenths(100));
}

#[test]
fn chances_are_never_shown_as_certain_unless_they_are() {
    assert_eq!(
        [0.0, 1e-9, 0.0049, 0.005].map(Chance::of),
        [Chance::Never, Chance::UnderOne, Chance::UnderOne, Chance::Percent(1)]
    );
    assert_eq!(
        [0.994, 0.995, 1.0 - 1e-15, 1.0].map(Chance::of),
        [Chance::Percent(99), Chance::OverNinetyNine, Chance::OverNinetyNine, Chance::Certain]
    );
    assert_eq!([0.0, 0.04, 0.367, 0.692, 0.95, 0.999].map(in_ten), [1, 1, 4, 7, 9, 9]);
}

#[test]
fn simple_division_and_what_it_is_worth() {
    assert_eq!(calls_needed(15, 100, 5), Ok(300));
    assert_eq!(plan::presentations_needed(15, ARTICLE), Ok(75));
    assert_eq!(calls_needed(10, 100, 5), Ok(200));
    assert_eq!(plan::presentations_needed(10, ARTICLE), Ok(50));
    assert_eq!(calls_needed(8, 100, 5), Ok(160));
    close(article().chance(300, 15).unwrap(), 0.527, 0.0005);
    close(article().chance(200, 10).unwrap(), 0.534, 0.0005);
    // One stage gives another figure, and is not what is used.
    let one = Chain::new(&[Beta::new(5.5, 95.5).unwrap()], &[]).unwrap();
    close(one.chance(300, 15).unwrap(), 0.543, 0.0005);
}

#[test]
fn calls_at_each_certainty() {
    let at = |chain: &Chain, q: u64| OFFERED.map(|it| chain.calls_for(q, it, CAP).unwrap().unwrap());
    assert_eq!(at(&article(), 15), [290, 449, 573, 707]);
    assert_eq!(at(&article(), 10), [192, 303, 390, 485]);
    let switched = |lost, open| plan::chain(ARTICLE, Some(Undecided { lost, open })).unwrap();
    let for_80 = |chain: &Chain| chain.calls_for(15, 0.8, CAP).unwrap().unwrap();
    assert_eq!(for_80(&switched(20, 0)), 449);
    assert_eq!(for_80(&switched(18, 2)), 404);
    // Open ones beside the article's 25 that are decided.
    assert_eq!(for_80(&switched(20, 20)), 363);
    close(switched(20, 20).chance(300, 15).unwrap(), 0.71, 0.005);
    assert_eq!(at(&switched(20, 10), 15), [250, 406, 528, 662]);
}

#[test]
fn too_early_for_a_plan() {
    let none = Cold { calls: 100, presentations: 25, sales: 0 };
    let Err(NoPlan::TooEarly { so_far, at_most }) = plan::chain(none, None) else { panic!() };
    assert_eq!((so_far.x(), so_far.n()), (0, 100));
    close(at_most, 0.025, 0.0005);
    assert!(matches!(plan::chain(Cold { calls: 29, ..ARTICLE }, None), Err(NoPlan::TooEarly { .. })));
    assert_eq!(plan::chain(Cold::default(), None), Err(NoPlan::NoCalls));
    assert_eq!(plan::chain(Cold { calls: 40, presentations: 41, sales: 5 }, None), Err(NoPlan::Late));
    // The functions still compute, for the command line.
    let chain = Chain::of_two(Beta::new(25.5, 75.5).unwrap(), Beta::new(0.5, 25.5).unwrap(), 0).unwrap();
    assert_eq!(chain.calls_for(15, 0.8, CAP), Ok(Some(46_970)));
}

#[test]
fn the_whole_distribution() {
    let outcomes = article().outcomes(300).unwrap();
    assert_eq!((outcomes.quantile(0.1), outcomes.quantile(0.9)), (7, 26));
    for r in [1, 7, 15, 26, 40] {
        close(outcomes.at_least(r), article().chance(300, r).unwrap(), 1e-9);
    }
}

/// Wednesday 11 June, workday 8 of 21; 5 of 15 sales; 14 calls today.
#[test]
fn a_day_in_june() {
    let mut calendar = Calendar::five_days();
    let (from, today, until) = (day("2025-06-02"), day("2025-06-11"), day("2025-06-30"));
    let total = calendar.between(from, until).millidays;
    let to_today = calendar.between(from, today).millidays;
    assert_eq!((to_today, total), (8_000, 21_000));
    close(pace::even_line(15, to_today, total).unwrap(), 5.714, 0.001);
    assert_eq!(pace::standing(5, 15, to_today, total), Some(Standing::Behind));
    assert_eq!(pace::standing(6, 15, to_today, total), Some(Standing::OnPace));
    assert_eq!(pace::standing(7, 15, to_today, total), Some(Standing::Ahead));

    let before = plan::chain(Cold { calls: 86, presentations: 20, sales: 4 }, None).unwrap();
    let at_start = before.calls_for(11, 0.8, CAP).unwrap().unwrap();
    assert_eq!(at_start, 371);
    let goal = pace::todays_goal(at_start, calendar.weight(today), calendar.between(today, until).millidays);
    let left = pace::left_today(goal, 14);
    assert_eq!((goal, left), (27, 13));

    let now = article();
    let needed = now.calls_for(10, 0.8, CAP).unwrap().unwrap();
    let after = calendar.between(today.plus_days(1), until).millidays;
    assert_eq!((needed, pace::per_day_after(needed, left, after)), (303, Some(23)));

    let progress = Progress {
        calls_before: 86,
        millidays_before: to_today - 1_000,
        calls_today: 14,
        weight_today: calendar.weight(today),
        millidays_after: after,
    };
    let pace = progress.pace().unwrap();
    close(pace, 12.286, 0.0005);
    assert_eq!(progress.calls_at(pace), 160);
    let chance = now.chance(160, 10).unwrap();
    assert_eq!((Chance::of(chance), in_ten(chance)), (Chance::Percent(37), 4));

    let spread = progress.spread(7).unwrap();
    assert_eq!((spread[0], spread[8]), (134, 189));
    assert_eq!(progress.spread(2), None);
    let endings = pace::endings(&now, &spread).unwrap();
    assert_eq!(endings.dots().iter().filter(|it| 5 + **it >= 15).count(), 7);

    // A half day counts half everywhere; on the last day all is for today.
    assert!(calendar.add_partial(today, 500));
    assert_eq!(pace::todays_goal(at_start, 500, calendar.between(today, until).millidays), 14);
    assert_eq!(pace::todays_goal(40, 1_000, 1_000), 40);
    assert_eq!(pace::per_day_after(40, 40, 0), None);
    assert_eq!(pace::todays_goal(40, 0, 13_000), 0);
}

#[test]
fn money_and_hours() {
    assert_eq!(calls_for_money(60_000_000, 100, 20_000_000), Ok(300));
    let revenue = Revenue::of(&[11_000_000, 5_000_000, 2_000_000, 1_000_000, 1_000_000]).unwrap();
    assert_eq!((revenue.per(100), revenue.per(25)), (Some(200_000), Some(800_000)));
    assert_eq!((revenue.is_one_big_deal(), revenue.largest_percent()), (true, 55));
    assert!(!Revenue::of(&[2, 2, 1]).unwrap().is_one_big_deal());
    assert_eq!(revenue.per(0), None);
    assert_eq!(plan::hours(303, ARTICLE, 4, 45), Some(77));
}

#[test]
fn step_against_step() {
    let verdict = verdict(ARTICLE).unwrap().unwrap();
    assert_eq!(verdict.leak, Leak::Presentations);
    close(verdict.at_calls, 15.0, 1e-12);
    assert_eq!(verdict.at_presentations, 20);
    close(verdict.certainty, 0.692, 0.0005);
    assert_eq!((verdict.strength, in_ten(verdict.certainty)), (loss::Strength::Likely, 7));
    assert_eq!(verdict.more_calls, Some(870));
    let far = loss::verdict(Cold { calls: 200, presentations: 50, sales: 12 }).unwrap().unwrap();
    assert_eq!((far.strength, far.more_calls), (loss::Strength::TooClose, None));
    let sure = loss::verdict(Cold { calls: 1000, presentations: 500, sales: 50 }).unwrap().unwrap();
    assert_eq!((sure.strength, sure.more_calls), (loss::Strength::Main, Some(0)));
    assert_eq!(loss::verdict(Cold { calls: 100, presentations: 19, sales: 5 }), Ok(None));
    assert_eq!(loss::verdict(Cold { calls: 100, presentations: 25, sales: 0 }), Ok(None));
    assert_eq!(loss::verdict(Cold { calls: 20, presentations: 25, sales: 5 }), Ok(None));
}

#[test]
fn reasons_priced_in_sales() {
    let rows = loss::breakdown(75, &[31, 20, 4], &[share(5, 25)]);
    close(rows.reasons[0].sales, 6.2, 1e-12);
    assert_eq!(rows.not_recorded.times, 20);
    assert_eq!(loss::price(20, &[]).to_bits(), 20_f64.to_bits());
}

#[test]
fn qualify_or_present() {
    let reading = |qualifying, presentation, timing, losses| {
        AfterPresentation { qualifying, presentation, timing, losses }.reading().unwrap()
    };
    let Reading::BothWays(p) = reading(8, 6, 0, 14) else { panic!() };
    close(p, 0.70, 0.005);
    let Reading::Qualify(p) = reading(11, 3, 2, 20) else { panic!() };
    close(p, 0.99, 0.005);
    let Reading::Present(p) = reading(3, 9, 0, 20) else { panic!() };
    close(1.0 - p, 0.04, 0.005);
    assert_eq!(reading(4, 3, 9, 10), Reading::LogMore(1));
    assert_eq!(reading(4, 5, 0, 31), Reading::LogMore(7));
    assert_eq!(reading(0, 0, 0, 0), Reading::LogMore(8));
}

#[test]
fn opening_or_the_list() {
    let low = Conversations { not_interested: 30, not_a_fit: 4, has_supplier: 3, presentations: 5 };
    let fine = Conversations { not_interested: 10, presentations: 20, ..low };
    let few = Conversations { not_interested: 9, not_a_fit: 0, has_supplier: 0, presentations: 0 };
    let Interest::Low(_, interval) = low.interest().unwrap() else { panic!() };
    close(interval.lo, 0.62, 0.005);
    let advice = |lists: &[Conversations]| opening_or_lists(low, lists).unwrap();
    assert_eq!(advice(&[]), Advice::OpeningAndList(share(30, 42)));
    assert_eq!(advice(&[low, few]), Advice::OpeningAndList(share(30, 42)));
    assert_eq!(advice(&[fine, low, few]), Advice::TheseLists(vec![1]));
    assert_eq!(advice(&[low, low]), Advice::EveryList);
    assert_eq!(opening_or_lists(fine, &[fine, fine]), Ok(Advice::None));
    assert_eq!(opening_or_lists(few, &[]), Ok(Advice::TooFew));
}

#[test]
fn against_the_own_past_and_a_target() {
    let look = |now: Share, before: Share| Look { now, against: Against::Past(before) };
    let fallen = look(share(60, 400), share(300, 1200));
    assert!(matches!(state(fallen, Some(fallen), 2), Ok(State::Leak { certainty }) if certainty > 0.99));
    assert!(matches!(state(fallen, None, 2), Ok(State::Watch { .. })));
    let little = look(share(1, 60), share(300, 1200));
    assert!(matches!(state(little, Some(little), 2), Ok(State::Watch { .. })));
    let same = look(share(100, 400), share(300, 1200));
    assert_eq!(state(same, Some(fallen), 2), Ok(State::NoSign(Size::Fifth)));
    let small = look(share(5, 25), share(25, 100));
    assert_eq!(state(small, None, 2), Ok(State::TooLittle));
    assert_eq!(state(look(share(5, 19), share(25, 100)), None, 2), Ok(State::TooLittle));
    let target = Look { now: share(60, 400), against: Against::Target(0.25) };
    assert!(matches!(state(target, Some(target), 2), Ok(State::Leak { .. })));
    assert_eq!(fallen.more_to_tell(2), Ok(Some(0)));
    assert_eq!(look(share(100, 400), share(100, 400)).more_to_tell(2), Ok(None));
    let low = look(share(5, 25), share(300, 1200));
    let more = low.more_to_tell(2).unwrap().unwrap();
    let scaled = |n: u64| look(share(n / 5, n), share(300, 1200)).rule_holds(2).unwrap();
    assert!(more % 10 == 0 && scaled(25 + more) && !scaled(25 + more - 10), "{more}");
}

#[test]
fn open_presentations() {
    let decided = Decided { sold: 5, lost: 14, open: 6 };
    assert!(decided.is_worth_a_line());
    let percents =
        [decided.lower(), decided.decided_only(), decided.upper()].map(|it| it.unwrap().whole_percent());
    assert_eq!(percents, [20, 26, 44]);
    let held = [
        Held { day: day("2025-03-03"), presentations: 4, lost: 1 },
        Held { day: day("2025-05-05"), presentations: 6, lost: 2 },
        Held { day: day("2025-05-12"), presentations: 5, lost: 0 },
    ];
    let sold = [
        Sold { day: day("2025-05-20"), sales: 2, presented: None },
        Sold { day: day("2025-05-20"), sales: 1, presented: Some(day("2025-05-12")) },
        Sold { day: day("2025-03-01"), sales: 1, presented: None },
    ];
    let wanted = Accounting { decided: Decided { sold: 3, lost: 4, open: 8 }, unmatched: 1 };
    assert_eq!(open::account(&held, &sold, day("2025-05-31"), 14), wanted);
    assert!(open::is_offered(10, 5, 3) && !open::is_offered(10, 4, 3) && !open::is_offered(10, 9, 1001));
}

#[test]
fn the_delay() {
    assert_eq!(Delay::of(&[], None), Delay::Assumed);
    assert_eq!(Delay::of(&[1; 7], Some(9)), Delay::Typed(9));
    let learned = Delay::of(&[20, 9, 14, 13, 15, 10, 12, 16], Some(9));
    assert_eq!(learned, Delay::Learned { median: 14, low: 9, high: 20, answers: 8 });
    let many: Vec<u32> = (1..=29).collect();
    assert_eq!(Delay::of(&many, None), Delay::Learned { median: 15, low: 3, high: 27, answers: 29 });
    let calendar = Calendar::five_days();
    let last = Delay::Assumed.last_useful_day(&calendar, day("2025-06-01"), day("2025-06-30"));
    assert_eq!(last, Some(day("2025-06-16")));
    assert_eq!(Delay::Typed(400).last_useful_day(&calendar, day("2025-06-01"), day("2025-06-30")), None);
    assert_eq!(
        Delay::Typed(u32::MAX).last_useful_day(&calendar, Date::MIN, day("2025-06-30")),
        Some(Date::MIN)
    );
    assert!(Delay::Assumed.is_ripe(day("2025-06-01"), day("2025-06-15")));
    assert!(!Delay::Assumed.is_ripe(day("2025-06-02"), day("2025-06-15")));
}

#[test]
fn lists() {
    let two = pair::compare(share(18, 60), share(7, 40), 8).unwrap();
    close(two.certainty, 0.923, 0.0005);
    assert_eq!((two.best, two.strength, in_ten(two.certainty)), (0, compare::Strength::LikelyBetter, 9));
    let better = |weeks| pair::compare(share(40, 400), share(120, 400), weeks).unwrap();
    assert_eq!((better(2).best, better(2).strength), (1, compare::Strength::Better));
    assert_eq!(better(1).strength, compare::Strength::LikelyBetter);
    let three =
        [Conversion::of(18, 60), Conversion::of(7, 40), Conversion::of(30, 100), Conversion::of(5, 10), None];
    let three = compare::lists(&three, 8).unwrap();
    assert_eq!(three.ranked.len(), 3);
    assert!(three.ranked.iter().all(|it| it.rate > 0.17 && it.rate < 0.30), "drawn together: {three:?}");
    assert!(three.ranked.is_sorted_by(|a, b| a.rate >= b.rate) && !three.many);
    assert_eq!(three.preference.unwrap().strength, compare::Strength::NoClearDifference);
    let clear: Vec<_> =
        [(50, 500), (60, 500), (200, 500), (55, 500)].map(|(x, n)| Conversion::of(x, n)).into();
    let clear = compare::lists(&clear, 8).unwrap();
    let preference = clear.preference.unwrap();
    assert_eq!((preference.best, preference.strength, clear.many), (2, compare::Strength::Better, true));
    let alone = compare::lists(&[Conversion::of(18, 60), Conversion::of(3, 19)], 8).unwrap();
    assert_eq!((alone.ranked.len(), alone.preference), (1, None));
    assert_eq!(pair::before_after(share(3, 19), share(30, 100), 2), Ok(None));
}

#[test]
fn trend_over_weeks() {
    let weeks: Vec<Week> = (0..40).map(|_| Week { x: 15, n: 60 }).collect();
    let line = trend::one_sided(&weeks).unwrap();
    let last = line[39].unwrap();
    close(last.effective, 60.0 / (1.0 - trend::WEEKLY), 1.0);
    close(last.effective / 60.0, 6.3, 0.05);
    close(last.mean, 0.25, 0.002);
    let quiet = [Week { x: 15, n: 60 }, Week::default(), Week::default()];
    let line = trend::one_sided(&quiet).unwrap();
    assert!(line[2].unwrap().likely.hi > line[0].unwrap().likely.hi);
    assert_eq!(trend::one_sided(&[Week { x: 5, n: 19 }]).unwrap(), [None]);
    let both = trend::two_sided(&quiet).unwrap();
    assert_eq!(both[0], trend::one_sided(&quiet).unwrap()[0]);
    assert_eq!(
        trend::two_sided(&[Week { x: 1, n: 9 }, Week { x: 3, n: 19 }]).unwrap().iter().flatten().count(),
        2
    );
}

#[test]
fn what_if_and_dispersion() {
    let own = what_if::posterior(0.25, 100).unwrap();
    assert_eq!(own, share(25, 100).posterior().unwrap());
    assert!(
        what_if::is_beyond(0.35, share(25, 100)).unwrap()
            && !what_if::is_beyond(0.3, share(25, 100)).unwrap()
    );
    assert_eq!(dispersion::factor(&[(5, 20); 9]), None);
    assert!(!dispersion::is_too_varied(&[(5, 20); 10]));
    let swinging: Vec<(u64, u64)> = (0..12).map(|it| if it % 2 == 0 { (1, 20) } else { (12, 20) }).collect();
    assert!(dispersion::is_too_varied(&swinging));
}
