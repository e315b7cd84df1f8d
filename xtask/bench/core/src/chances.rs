//! The cases of `tests/reference`, to be computed many times.

use callpace::domain::{
    chance::{
        Chain,
        certainty::{CAP, OFFERED},
    },
    stats::beta::Beta,
};
use serde_json::Value;

struct Case {
    chain: Chain,
    calls: u64,
    quota: u64,
}

#[derive(Default)]
pub(crate) struct Chances {
    chances: Vec<Case>,
    certainties: Vec<Case>,
}

impl Chances {
    /// The cases of both kinds; those of one chain and quota for several certainties once.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let all: Value = serde_json::from_str(text).ok()?;
        let mut it = Self::default();
        for case in all["cases"].as_array()? {
            let inputs = &case["inputs"];
            let read = || {
                Some(Case {
                    chain: chain(inputs)?,
                    calls: inputs["n"].as_u64().unwrap_or(0),
                    quota: inputs["quota_remaining"].as_u64()?,
                })
            };
            match case["kind"].as_str()? {
                "chain_quota_probability" => it.chances.extend(read()),
                "calls_for_confidence" => it.certainties.extend(read()),
                _ => {}
            }
        }
        it.certainties.dedup_by(|a, b| a.chain == b.chain && a.quota == b.quota);
        Some(it)
    }

    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    pub(crate) const fn chances(&self) -> f64 {
        self.chances.len() as f64
    }

    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    pub(crate) const fn certainties(&self) -> f64 {
        self.certainties.len() as f64
    }

    /// One chance so many times; the sum, so that none can be left out.
    pub(crate) fn chance(&self, case: u64, times: u64) -> f64 {
        let Some(it) = usize::try_from(case).ok().and_then(|case| self.chances.get(case)) else { return 0.0 };
        (0..times).map(|_| std::hint::black_box(it).chance()).sum()
    }

    /// The calls for the four certainties of the screens, so many times.
    pub(crate) fn four(&self, case: u64, times: u64) -> f64 {
        let Some(it) = usize::try_from(case).ok().and_then(|case| self.certainties.get(case)) else {
            return 0.0;
        };
        (0..times).map(|_| std::hint::black_box(it).four()).sum()
    }
}

impl Case {
    fn chance(&self) -> f64 {
        self.chain.chance(self.calls, self.quota).unwrap_or(f64::NAN)
    }

    #[expect(clippy::cast_precision_loss, reason = "at most ten million")]
    fn four(&self) -> f64 {
        let calls = |level| self.chain.calls_for(self.quota, level, CAP).ok().flatten();
        OFFERED.map(calls).into_iter().flatten().map(|it| it as f64).sum()
    }
}

fn chain(inputs: &Value) -> Option<Chain> {
    let stage = |it: &Value| Beta::new(it[0].as_f64()?, it[1].as_f64()?).ok();
    let stages: Option<Vec<Beta>> = inputs["stages"].as_array()?.iter().map(stage).collect();
    let open: Option<Vec<u64>> = inputs["open"].as_array()?.iter().map(Value::as_u64).collect();
    Chain::new(&stages?, &open?).ok()
}
