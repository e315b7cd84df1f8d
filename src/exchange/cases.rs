//! Reference cases: JSON in, JSON out. What `cargo xtask numbers` does, and what
//! the reference test runs natively and in a browser.
//!
//! A case has `id`, `kind` and `inputs`; everything else in it is ignored. The
//! answer is `{"id": …, "got": …}`, where `got` has the shape that the kind
//! prescribes, or is `{"error": "text"}` for an unknown kind, a missing or
//! mistyped field, or arguments outside the domain.

use crate::domain::calendar::Calendar;
use crate::domain::chance::Chain;
use crate::domain::conversion::{Interval, NotAShare, Share};
use crate::domain::date::Date;
use crate::domain::quota::{self, NoAnswer, Stage};
use crate::domain::stats::beta::{Beta, Tail};
use crate::domain::stats::drop::drop_probability;
use crate::domain::stats::{OutOfDomain, beta_binomial};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The fields of an object, each as it was written: a number that fits no type
/// spoils only the field it stands in. Of a repeated field the last one counts.
type Fields<'a> = BTreeMap<String, &'a RawValue>;

/// Answers every case of `input`: an array of cases, or an object with `cases`; for any other JSON, none.
///
/// # Errors
///
/// The parser's message where `input` is no JSON.
pub fn evaluate(input: &str) -> Result<String, String> {
    let input = input.trim_start_matches('\u{feff}');
    let whole: &RawValue = serde_json::from_str(input).map_err(|it| it.to_string())?;
    let cases: Vec<&RawValue> = serde_json::from_str(whole.get())
        .or_else(|_| {
            let fields: Fields<'_> = serde_json::from_str(whole.get())?;
            fields.get("cases").map_or(Ok(Vec::new()), |it| serde_json::from_str(it.get()))
        })
        .unwrap_or_default();
    let answers: Vec<String> = cases.into_iter().map(answer).collect();
    Ok(if answers.is_empty() { "[]".to_owned() } else { format!("[\n{}\n]", answers.join(",\n")) })
}

fn answer(case: &RawValue) -> String {
    let fields: Fields<'_> = serde_json::from_str(case.get()).unwrap_or_default();
    let id = fields.get("id").map_or("null", |it| it.get());
    let got = got(&fields).unwrap_or_else(|text| json!({ "error": text }));
    format!("{{\"id\": {id}, \"got\": {got}}}")
}

fn got(fields: &Fields<'_>) -> Result<Value, String> {
    let kind: String = read(fields, "kind")?;
    let raw = fields.get("inputs").ok_or("inputs is missing")?;
    let inputs = Inputs(serde_json::from_str(raw.get()).map_err(|it| format!("inputs: {it}"))?);
    match kind.as_str() {
        "calls_needed" => calls_needed(&inputs),
        "stage_needed" => stage_needed(&inputs),
        "sensitivity" => sensitivity(&inputs),
        "wilson" => interval(&inputs, Share::wilson),
        "jeffreys" => interval(&inputs, Share::jeffreys),
        "beta_cdf" => beta_cdf(&inputs),
        "beta_quantile" => beta_quantile(&inputs),
        "betabinom_tail" => betabinom_tail(&inputs),
        "chain_quota_probability" => chain_quota_probability(&inputs),
        "calls_for_confidence" => calls_for_confidence(&inputs),
        "rate_drop_probability" => rate_drop_probability(&inputs),
        "working_days_between" => working_days_between(&inputs),
        _ => Err(format!("unknown kind {kind}")),
    }
}

struct Inputs<'a>(Fields<'a>);

impl Inputs<'_> {
    fn read<T: DeserializeOwned>(&self, name: &str) -> Result<T, String> {
        read(&self.0, name)
    }

    fn count(&self, name: &str) -> Result<u64, String> {
        self.read(name)
    }

    fn number(&self, name: &str) -> Result<f64, String> {
        self.read(name)
    }

    fn probability(&self, name: &str) -> Result<f64, String> {
        let value = self.number(name)?;
        if (0.0..=1.0).contains(&value) { Ok(value) } else { Err(text(OutOfDomain::Probability).to_owned()) }
    }

    fn posterior(&self, name: &str) -> Result<Beta, String> {
        let (a, b) = self.read(name)?;
        Beta::new(a, b).map_err(domain)
    }

    fn parameters(&self) -> Result<Beta, String> {
        Beta::new(self.number("a")?, self.number("b")?).map_err(domain)
    }

    fn chain(&self) -> Result<Chain, String> {
        let pairs: Vec<(f64, f64)> = self.read("stages")?;
        let open: Vec<u64> = self.read("open")?;
        let stages: Result<Vec<Beta>, OutOfDomain> =
            pairs.into_iter().map(|(a, b)| Beta::new(a, b)).collect();
        Chain::new(&stages.map_err(domain)?, &open).map_err(domain)
    }

    /// What is left of the quota.
    fn remaining(&self) -> Result<u64, String> {
        Ok(quota::remaining(self.count("quota")?, self.count("already_closed")?))
    }

    fn stages(&self) -> Result<Vec<Stage>, String> {
        #[derive(Deserialize)]
        struct Counts {
            entered: u64,
            advanced: u64,
        }
        let chain: Vec<Counts> = self.read("chain")?;
        Ok(chain.into_iter().map(|it| Stage { entered: it.entered, advanced: it.advanced }).collect())
    }

    fn date(&self, name: &str) -> Result<Date, String> {
        date(&self.read::<String>(name)?)
    }

    fn dates(&self, name: &str) -> Result<Vec<Date>, String> {
        self.read::<Vec<String>>(name)?.iter().map(|it| date(it)).collect()
    }
}

fn read<T: DeserializeOwned>(fields: &Fields<'_>, name: &str) -> Result<T, String> {
    let raw = fields.get(name).ok_or_else(|| format!("{name} is missing"))?;
    serde_json::from_str(raw.get()).map_err(|it| format!("{name}: {it}"))
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse_iso(text).ok_or_else(|| format!("no such date: {text}"))
}

fn domain(error: OutOfDomain) -> String {
    text(error).to_owned()
}

const fn text(error: OutOfDomain) -> &'static str {
    match error {
        OutOfDomain::Posterior => "a and b must be from 0.05 to 10000000",
        OutOfDomain::Tries => "n and cap must be at most 10000000",
        OutOfDomain::Quota => "the quota must be at most 1000000",
        OutOfDomain::Stages => "there must be 1 to 5 stages",
        OutOfDomain::OpenLevels => "open must have one entry less than there are stages",
        OutOfDomain::Open => "at most 1000 units can be open",
        OutOfDomain::Certainty => "the confidence must be from 0 to 1",
        OutOfDomain::Confidence => "the confidence of an interval must be between 0 and 1",
        OutOfDomain::Probability => "x and p must be from 0 to 1",
        OutOfDomain::Margin => "the margin must be at least 0 and less than 1",
    }
}

/// The result that a division without an answer is.
fn no_answer(name: &str, error: NoAnswer) -> Result<Value, String> {
    let (reason, stage) = match error {
        NoAnswer::NoCalls => ("no_calls", None),
        NoAnswer::NoCloses => ("no_closes", None),
        NoAnswer::ClosesExceedCalls => ("closes_exceed_calls", None),
        NoAnswer::TooLarge => ("too_large", None),
        NoAnswer::StageEmpty(stage) => ("stage_empty", Some(stage)),
        NoAnswer::StageZero(stage) => ("stage_zero", Some(stage)),
        NoAnswer::AdvancedExceedsEntered(stage) => ("advanced_exceeds_entered", Some(stage)),
        NoAnswer::QuotaOutOfDomain => return Err(domain(OutOfDomain::Quota)),
        NoAnswer::StagesOutOfDomain => return Err(domain(OutOfDomain::Stages)),
    };
    let mut result = json!({ name: null, "reason": reason });
    if let Some(stage) = stage {
        result["stage"] = json!(stage);
    }
    Ok(result)
}

fn calls_needed(inputs: &Inputs<'_>) -> Result<Value, String> {
    let (q, calls, closes) = (inputs.remaining()?, inputs.count("calls")?, inputs.count("closes")?);
    match quota::calls_needed(q, calls, closes) {
        Ok(calls) => Ok(json!({ "value": calls.to_string() })),
        Err(error) => no_answer("value", error),
    }
}

fn stage_needed(inputs: &Inputs<'_>) -> Result<Value, String> {
    match quota::stage_needed(inputs.remaining()?, &inputs.stages()?) {
        Ok(units) => Ok(json!({ "value": units.iter().map(u128::to_string).collect::<Vec<_>>() })),
        Err(error) => no_answer("value", error),
    }
}

fn sensitivity(inputs: &Inputs<'_>) -> Result<Value, String> {
    match quota::sensitivity(inputs.remaining()?, &inputs.stages()?) {
        Ok(result) => {
            let stages: Vec<Value> = result
                .stages
                .iter()
                .map(|it| {
                    json!({
                        "rate": it.rate,
                        "saved_plus_1pp": it.plus_one_point,
                        "saved_plus_10pct": it.plus_tenth,
                    })
                })
                .collect();
            Ok(json!({ "calls": result.calls, "stages": stages }))
        }
        Err(error) => no_answer("calls", error),
    }
}

fn interval(
    inputs: &Inputs<'_>,
    method: fn(Share, f64) -> Result<Interval, OutOfDomain>,
) -> Result<Value, String> {
    let (x, n, confidence) = (inputs.count("x")?, inputs.count("n")?, inputs.number("conf")?);
    if !(confidence > 0.0 && confidence < 1.0) {
        return Err(domain(OutOfDomain::Confidence));
    }
    let reason = match Share::new(x, n) {
        Ok(share) => {
            let Interval { lo, hi } = method(share, confidence).map_err(domain)?;
            return Ok(json!({ "lo": lo, "hi": hi }));
        }
        Err(NotAShare::NoTrials) => "no_trials",
        Err(NotAShare::SuccessesExceedTrials) => "successes_exceed_trials",
    };
    Ok(json!({ "lo": null, "hi": null, "reason": reason }))
}

fn beta_cdf(inputs: &Inputs<'_>) -> Result<Value, String> {
    Ok(json!(inputs.parameters()?.tails(inputs.probability("x")?).lower))
}

fn beta_quantile(inputs: &Inputs<'_>) -> Result<Value, String> {
    Ok(json!(inputs.parameters()?.quantile(Tail::Lower(inputs.probability("p")?))))
}

fn betabinom_tail(inputs: &Inputs<'_>) -> Result<Value, String> {
    let (n, q) = (inputs.count("n")?, inputs.count("q")?);
    beta_binomial::tail(n, inputs.parameters()?, q).map(|it| json!(it)).map_err(domain)
}

fn chain_quota_probability(inputs: &Inputs<'_>) -> Result<Value, String> {
    let (n, q) = (inputs.count("n")?, inputs.count("quota_remaining")?);
    inputs.chain()?.chance(n, q).map(|it| json!(it)).map_err(domain)
}

fn calls_for_confidence(inputs: &Inputs<'_>) -> Result<Value, String> {
    let (q, cap) = (inputs.count("quota_remaining")?, inputs.count("cap")?);
    let found = inputs.chain()?.calls_for(q, inputs.number("confidence")?, cap).map_err(domain)?;
    Ok(found
        .map_or_else(|| json!({ "value": null, "reason": "above_cap" }), |calls| json!({ "value": calls })))
}

fn rate_drop_probability(inputs: &Inputs<'_>) -> Result<Value, String> {
    let (new, old) = (inputs.posterior("new")?, inputs.posterior("old")?);
    drop_probability(new, old, inputs.number("rel_margin")?).map(|it| json!(it)).map_err(domain)
}

fn working_days_between(inputs: &Inputs<'_>) -> Result<Value, String> {
    #[derive(Deserialize)]
    struct Part {
        date: String,
        permille: u16,
    }
    let mask: String = inputs.read("weekday_mask")?;
    let mut calendar = Calendar::from_mask(&mask).ok_or("weekday_mask must be seven times 0 or 1")?;
    for day in inputs.dates("holidays")? {
        calendar.add_holiday(day);
    }
    for day in inputs.dates("extra_workdays")? {
        calendar.add_workday(day);
    }
    for part in inputs.read::<Vec<Part>>("partial")? {
        if !calendar.add_partial(date(&part.date)?, part.permille) {
            return Err("permille must be at most 1000".to_owned());
        }
    }
    let workdays = calendar.between(inputs.date("start")?, inputs.date("end")?);
    Ok(json!({ "days": workdays.days, "millidays": workdays.millidays }))
}
