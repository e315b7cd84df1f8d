//! What the log has already is not counted twice.

use crate::common::options;
use crate::logs::Log;
use callpace::domain::step::{Origin, Step};
use callpace::exchange::import::{Fresh, Options, OtherNumbers, Planned, Preview, RowHash, Verdict, preview};

const WEEK: &str =
    "date,calls,presentations,sales\n2025-06-02,60,15,3\n2025-06-03,40,10,2\n2025-06-04,0,0,0\n";

fn against(text: &str, log: &Log, other_numbers: OtherNumbers) -> Preview {
    preview(text.as_bytes(), &Options { other_numbers, ..options() }, log).unwrap()
}

fn verdicts(found: &Preview) -> Vec<Verdict> {
    found.rows.iter().map(|it| it.verdict).collect()
}

fn typed(day: &str, step: Step, n: u32) -> Planned {
    Planned {
        day: callpace::domain::date::Date::parse_iso(day).unwrap(),
        minute: None,
        step,
        origin: Origin::Cold,
        list: None,
        reason: None,
        n,
        amount: None,
        row: (RowHash(0), u32::MAX),
    }
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let mut log = Log::default();
    log.import(&against(WEEK, &log, OtherNumbers::LeaveAlone));
    let counts = log.counts();
    for other_numbers in [OtherNumbers::LeaveAlone, OtherNumbers::Add] {
        let again = against(WEEK, &log, other_numbers);
        assert_eq!(verdicts(&again), [Verdict::AlreadyHere; 3]);
        assert_eq!((again.entries().len(), again.worked.len(), again.conflict_days), (0, 0, 0));
        log.import(&again);
    }
    assert_eq!(log.counts(), counts);
}

#[test]
fn the_same_rows_in_another_form_are_the_same_rows() {
    let mut log = Log::default();
    log.import(&against(WEEK, &log, OtherNumbers::LeaveAlone));
    let other = format!("Week 23;;;\n{}", WEEK.replace(',', ";").replace('\n', "\r\n"));
    assert_eq!(against(&other, &log, OtherNumbers::Add).summary.already_here, 3);
}

#[test]
fn a_longer_file_adds_its_new_rows_only() {
    let mut log = Log::default();
    let events = "date,step\n2025-06-02,call\n2025-06-02,call\n";
    log.import(&against(events, &log, OtherNumbers::LeaveAlone));
    let longer = format!("{events}2025-06-02,call\n2025-06-02,presentation\n2025-06-03,call\n");
    let found = against(&longer, &log, OtherNumbers::LeaveAlone);
    let (here, ready) = (Verdict::AlreadyHere, Verdict::Ready);
    assert_eq!(verdicts(&found), [here, here, ready, ready, ready]);
    log.import(&found);
    assert_eq!(log.counts().iter().map(|it| it.1).collect::<Vec<_>>(), [3, 1, 1]);
}

#[test]
fn equal_counts_are_already_here_however_they_came() {
    let mut log = Log::default();
    log.entries.push(typed("2025-06-02", Step::Call, 2));
    let found = against("date,step\n2025-06-02,call\n2025-06-02,call\n", &log, OtherNumbers::Add);
    assert_eq!(verdicts(&found), [Verdict::AlreadyHere; 2]);
}

#[test]
fn days_with_other_numbers_are_left_alone_or_added_to() {
    let mut log = Log::default();
    log.entries.push(typed("2025-06-02", Step::Call, 60));
    log.entries.push(typed("2025-06-02", Step::Presentation, 14));
    let found = against(WEEK, &log, OtherNumbers::LeaveAlone);
    assert_eq!(found.conflict_days, 1);
    assert_eq!(verdicts(&found), [Verdict::LeftAlone, Verdict::Ready, Verdict::Ready]);
    assert_eq!((found.totals.calls, found.summary.left_alone), (40, 1));

    let found = against(WEEK, &log, OtherNumbers::Add);
    assert_eq!(found.conflict_days, 1);
    assert_eq!(verdicts(&found), [Verdict::Ready; 3]);
    // The 60 calls are there; the 15 presentations and 3 sales are added.
    assert_eq!((found.totals.calls, found.totals.presentations, found.totals.sales), (40, 25, 5));
}

#[test]
fn own_steps_are_known_by_name() {
    let own = Step::Own(callpace::domain::step::Id(1001));
    let log = Log { own: vec![("Дозвон".to_owned(), own)], ..Log::default() };
    let found = against("date,step,count\n2025-06-02,call,9\n2025-06-02,Дозвон,4\n", &log, OtherNumbers::Add);
    assert_eq!(found.entries().map(|it| (it.step, it.n)).collect::<Vec<_>>(), [(Step::Call, 9), (own, 4)]);
}

#[test]
fn a_row_that_a_person_leaves_out_is_not_recorded_and_the_rest_is() {
    let text = "date,calls,sales\n2025-06-02,40,1\n2025-06-03,50,2\n2025-06-04,0,0\n2025-06-05,x,0\n";
    let some = Options { left_out: [3, 4, 5].into(), ..options() };
    let found = preview(text.as_bytes(), &some, &Fresh).unwrap();
    let [first, second, third, fourth] = verdicts(&found)[..] else { panic!("{found:?}") };
    assert_eq!((first, second, third), (Verdict::Ready, Verdict::LeftOut, Verdict::LeftOut));
    // What cannot be imported stays named with its reason.
    assert!(matches!(fourth, Verdict::Error(_)));
    assert_eq!((found.totals.calls, found.totals.sales), (40, 1));
    assert_eq!((found.summary.ready, found.summary.left_out, found.summary.errors), (1, 2, 1));
    assert_eq!(found.entries().len(), 2);
    assert!(found.worked.is_empty());
}
