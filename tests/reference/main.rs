//! Every reference value, natively and in a browser.

#![cfg_attr(
    target_arch = "wasm32",
    expect(clippy::panic, reason = "Clippy does not know the tests of wasm-bindgen for tests")
)]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use callpace::exchange::cases::evaluate;
use serde_json::{Value, json};

mod examples;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const REFERENCE: &str = include_str!("ref_public.json");

/// For the reader of the file, not owed by the answer.
const INFORMATIVE: [&str; 3] = ["p_at", "p_below", "p_at_cap"];

/// What the parser refuses to hold as a number is an answer of its own for that case alone.
const HOSTILE: &str = include_str!("hostile.json");

fn differs(got: &Value, expected: &Value, tolerance: &Value) -> bool {
    match expected {
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !INFORMATIVE.contains(&name.as_str()))
            .any(|(name, value)| got.get(name).is_none_or(|it| differs(it, value, tolerance))),
        Value::Array(items) => got.as_array().is_none_or(|it| {
            it.len() != items.len() || it.iter().zip(items).any(|(got, item)| differs(got, item, tolerance))
        }),
        Value::Number(_) if tolerance["exact"] != json!(true) => {
            let (Some(got), Some(wanted)) = (got.as_f64(), expected.as_f64()) else { return true };
            let (abs, rel) = (tolerance["abs"].as_f64().unwrap(), tolerance["rel"].as_f64().unwrap());
            (got - wanted).abs() > abs + rel * wanted.abs()
        }
        _ => got != expected,
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_reference_value_is_met() {
    let answers: Vec<Value> = serde_json::from_str(&evaluate(REFERENCE).unwrap()).unwrap();
    let reference: Value = serde_json::from_str(REFERENCE).unwrap();
    let cases = reference["cases"].as_array().unwrap();
    assert_eq!(answers.len(), cases.len());
    let wrong: Vec<String> = cases
        .iter()
        .zip(&answers)
        .filter(|(case, answer)| {
            case["id"] != answer["id"] || differs(&answer["got"], &case["expected"], &case["tolerance"])
        })
        .map(|(case, answer)| format!("{case}\n  got {}", answer["got"]))
        .collect();
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// The chances are owed to 1e-6; this is what the contour really delivers.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn probabilities_reach_their_goal() {
    let answers: Vec<Value> = serde_json::from_str(&evaluate(REFERENCE).unwrap()).unwrap();
    let reference: Value = serde_json::from_str(REFERENCE).unwrap();
    for (case, answer) in reference["cases"].as_array().unwrap().iter().zip(&answers) {
        let Some(goal) = case["goal_abs"].as_f64() else { continue };
        let off = (answer["got"].as_f64().unwrap() - case["expected"].as_f64().unwrap()).abs();
        assert!(off <= goal, "{case}: off by {off:e}");
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn bad_input_is_an_error_of_its_case_alone() {
    let answers: Vec<Value> = serde_json::from_str(&evaluate(HOSTILE).unwrap()).unwrap();
    for answer in &answers {
        let id = answer["id"].as_str().unwrap_or_default();
        let is_error = answer["got"]["error"].is_string();
        assert_eq!(is_error, !id.starts_with("good"), "{answer}");
    }
    assert_eq!(answers.len(), HOSTILE.matches("\"kind\"").count() + 2);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn what_is_no_json_is_refused() {
    for text in ["", "{", "[1,", "nonsense", "[NaN]", "[] []"] {
        assert!(evaluate(text).is_err(), "{text}");
    }
    for text in ["[]", "{}", "5", "null", "\"text\"", "{\"cases\": 5}", "\u{feff}[]", "1e400"] {
        assert_eq!(evaluate(text).as_deref(), Ok("[]"), "{text}");
    }
}
