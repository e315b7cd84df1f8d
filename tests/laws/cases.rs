//! The evaluation of cases: whatever comes in, an answer to each case goes out.

use crate::support::any_count;
use callpace::exchange::cases::evaluate;
use proptest::prelude::*;
use serde_json::{Value, json};

const KINDS: [&str; 13] = [
    "calls_needed",
    "stage_needed",
    "sensitivity",
    "wilson",
    "jeffreys",
    "beta_cdf",
    "beta_quantile",
    "betabinom_tail",
    "chain_quota_probability",
    "calls_for_confidence",
    "rate_drop_probability",
    "working_days_between",
    "no such kind",
];

/// Values that a field may have, right or wrong.
fn field() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => prop_oneof![0..30_u64, 0..400_u64, any_count()].prop_map(|it| json!(it)),
        4 => prop_oneof![0.0..=1.0_f64, -2.0..500.0_f64, any::<f64>()].prop_map(|it| json!(it)),
        2 => prop::collection::vec((0.05..300.0_f64, 0.05..300.0_f64), 0..4).prop_map(|it| json!(it)),
        2 => prop::collection::vec(0..30_u64, 0..4).prop_map(|it| json!(it)),
        1 => prop::collection::vec((any_count(), any_count()), 0..4).prop_map(|it| {
            it.iter().map(|(entered, advanced)| json!({ "entered": entered, "advanced": advanced })).collect()
        }),
        1 => any::<i64>().prop_map(|it| json!(it)),
        1 => "\\PC{0,8}|[01]{7}|20[0-9]{2}-[01][0-9]-[0-3][0-9]".prop_map(|it| json!(it)),
        1 => prop_oneof![Just(Value::Null), Just(json!(true)), Just(json!([])), Just(json!({}))],
    ]
}

fn case() -> impl Strategy<Value = Value> {
    const NAMES: [&str; 26] = [
        "quota",
        "already_closed",
        "calls",
        "closes",
        "chain",
        "x",
        "n",
        "conf",
        "a",
        "b",
        "p",
        "q",
        "stages",
        "open",
        "quota_remaining",
        "confidence",
        "cap",
        "new",
        "old",
        "rel_margin",
        "start",
        "end",
        "weekday_mask",
        "holidays",
        "extra_workdays",
        "partial",
    ];
    let inputs = prop::collection::vec(field(), NAMES.len()).prop_map(|values| {
        NAMES.iter().zip(values).map(|(name, it)| ((*name).to_owned(), it)).collect::<Value>()
    });
    (prop::sample::select(KINDS.to_vec()), inputs)
        .prop_map(|(kind, inputs)| json!({ "id": 7, "kind": kind, "inputs": inputs }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_case_gets_an_answer(cases in prop::collection::vec(case(), 1..4)) {
        let answers: Vec<Value> = serde_json::from_str(&evaluate(&json!(cases).to_string()).unwrap()).unwrap();
        prop_assert_eq!(answers.len(), cases.len());
        for answer in answers {
            prop_assert_eq!(&answer["id"], &json!(7));
            prop_assert!(!answer["got"].is_null(), "{}", answer);
        }
    }

    #[test]
    fn any_text_is_json_or_refused(text in "\\PC{0,40}|[\\[\\]{}\",:0-9e.-]{0,40}") {
        let is_json = serde_json::from_str::<&serde_json::value::RawValue>(&text).is_ok();
        prop_assert_eq!(evaluate(&text).is_ok(), is_json);
    }

    #[test]
    fn whatever_a_case_is_it_is_answered(case in field()) {
        let answers = evaluate(&json!({ "cases": [case] }).to_string()).unwrap();
        let answers: Vec<Value> = serde_json::from_str(&answers).unwrap();
        prop_assert!(answers.len() == 1 && answers[0]["got"]["error"].is_string());
    }
}
