//! Share links.

use callpace::domain::date::Date;
use callpace::exchange::link::{Key, LinkError, MAX_COUNT, MAX_LINK, Shared, decode, encode};
use proptest::prelude::*;

const LINK: &str = "#/shared?v=1&from=2025-06-02&to=2025-06-11&c=100&p=25&s=5&ip=3&is=0";

fn any_count() -> impl Strategy<Value = u64> {
    prop_oneof![Just(0), Just(1), Just(MAX_COUNT), 0..=MAX_COUNT]
}

fn any_shared() -> impl Strategy<Value = Shared> {
    let day = prop_oneof![
        Just(Date::MIN.number()),
        Just(Date::MAX.number()),
        Date::MIN.number()..=Date::MAX.number()
    ];
    let counts = prop::collection::vec(any_count(), 5);
    (day.clone(), day, counts).prop_map(|(a, b, counts)| Shared {
        from: Date::from_number(a.min(b)).unwrap(),
        to: Date::from_number(a.max(b)).unwrap(),
        calls: counts[0],
        presentations: counts[1],
        sales: counts[2],
        inbound_presentations: counts[3],
        inbound_sales: counts[4],
    })
}

proptest! {
    #[test]
    fn written_then_read_is_identity_and_short(it in any_shared()) {
        let link = encode(&it);
        prop_assert!(link.len() <= MAX_LINK);
        prop_assert_eq!(decode(&link), Ok(it));
        prop_assert_eq!(decode(&format!("{link}&q=1&utm_source=mail&x")), Ok(it), "unknown keys are ignored");
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(#/shared\\?)?[a-z0-9=&.%+-]{0,320}") {
        prop_assert!(decode(&text).is_ok() || decode(&text).is_err());
    }
}

#[test]
fn each_fault_has_a_name() {
    assert!(decode(LINK).is_ok());
    assert!(decode(&LINK[1..]).is_ok(), "without the sign");
    for key in Key::ALL {
        let without: Vec<&str> =
            LINK[9..].split('&').filter(|it| !it.starts_with(&format!("{}=", key.name()))).collect();
        assert_eq!(decode(&format!("#/shared?{}", without.join("&"))), Err(LinkError::Missing(key)));
        assert_eq!(decode(&format!("{LINK}&{}=1", key.name())), Err(LinkError::Bad(key)), "twice");
    }
    let with = |from: &str, to: &str| decode(&LINK.replace(from, to));
    for bad in ["c=-1", "c=1.5", "c=", "c=1e3", "c=+1", "c= 1", "c=1000000001", "c=99999999999999999999999"] {
        assert_eq!(with("c=100", bad), Err(LinkError::Bad(Key::Calls)), "{bad}");
    }
    assert_eq!(with("2025-06-02", "2025-02-31"), Err(LinkError::Bad(Key::From)));
    assert_eq!(with("2025-06-11", "2025-06-01"), Err(LinkError::Reversed));
    assert_eq!(with("v=1", "v=2"), Err(LinkError::Newer));
    assert_eq!(with("v=1", "v=0"), Err(LinkError::Bad(Key::Version)));
    assert_eq!(with("shared", "funnel"), Err(LinkError::NotShared));
    assert_eq!(decode(&format!("{LINK}&x={}", "1".repeat(300))), Err(LinkError::TooLong));
    assert_eq!(decode("#/shared"), Err(LinkError::Missing(Key::Version)));
}
