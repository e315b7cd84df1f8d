//! Rates from a link, tried in a plan as an example. They stand in the address and are stored nowhere.

use super::Start;
use crate::domain::{conversion::Share, count::Cold, stats::MAX_TRIES};

const KEY: &str = "example";

/// The plan with these counts as an example; `None` where no two rates follow from them.
#[must_use]
pub fn address(cold: Cold) -> Option<String> {
    start(cold)?;
    Some(format!("#/plan?{KEY}={}-{}-{}", cold.calls, cold.presentations, cold.sales))
}

/// The example that the query of an address names.
#[must_use]
pub fn of_query(query: &str) -> Option<Start> {
    let text = query.split('&').filter_map(|it| it.split_once('=')).find(|it| it.0 == KEY)?.1;
    let counts: Vec<u64> = text.split('-').map(plain).collect::<Option<_>>()?;
    let [calls, presentations, sales] = counts[..] else { return None };
    start(Cold { calls, presentations, sales })
}

/// Digits only: no sign, no space, no exponent.
fn plain(text: &str) -> Option<u64> {
    if text.bytes().all(|it| it.is_ascii_digit()) { text.parse().ok() } else { None }
}

fn start(cold: Cold) -> Option<Start> {
    let presentation = Share::new(cold.presentations, cold.calls).ok()?;
    let sale = Share::new(cold.sales, cold.presentations).ok()?;
    (presentation.n() <= MAX_TRIES).then_some(Start { presentation, sale, example: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back() {
        let cold = Cold { calls: 100, presentations: 25, sales: 5 };
        let address = address(cold).unwrap();
        assert_eq!(address, "#/plan?example=100-25-5");
        let it = of_query(address.split_once('?').unwrap().1).unwrap();
        assert_eq!((it.presentation, it.sale), (Share::new(25, 100).unwrap(), Share::new(5, 25).unwrap()));
        assert!(it.example);
    }

    #[test]
    fn no_example_where_no_rate_follows() {
        for text in ["", "p=30d", "example=", "example=100-25", "example=1e2-2-1", "example=100--25-5"] {
            assert_eq!(of_query(text), None, "{text}");
        }
        for (calls, presentations, sales) in
            [(0, 0, 0), (100, 0, 0), (10, 11, 1), (20, 5, 6), (10_000_001, 5, 1)]
        {
            assert_eq!(address(Cold { calls, presentations, sales }), None);
        }
    }
}
