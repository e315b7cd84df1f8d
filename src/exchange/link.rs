//! A share link: the counts of a period in the address of a page.
//!
//! `#/shared?v=1&from=2025-06-02&to=2025-06-11&c=100&p=25&s=5&ip=3&is=0`: the
//! part behind `#` is sent to no server. Plain decimals, so that a person can
//! read what they pass on, and so short that a QR code holds it.

use crate::domain::date::Date;

/// The longest link that is read, in characters, from the `#` on.
pub const MAX_LINK: usize = 300;

/// The largest count in a link.
pub const MAX_COUNT: u64 = 1_000_000_000;

/// The version written, and the newest that is read.
const VERSION: u64 = 1;

const PREFIX: &str = "#/shared?";

/// The counts of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The first day.
    pub from: Date,
    /// The last day, not before the first.
    pub to: Date,
    /// Cold calls.
    pub calls: u64,
    /// Presentations from cold calls.
    pub presentations: u64,
    /// Sales from cold calls.
    pub sales: u64,
    /// Presentations to prospects who came by themselves.
    pub inbound_presentations: u64,
    /// Sales to prospects who came by themselves.
    pub inbound_sales: u64,
}

/// What a link holds under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// `v`
    Version,
    /// `from`
    From,
    /// `to`
    To,
    /// `c`
    Calls,
    /// `p`
    Presentations,
    /// `s`
    Sales,
    /// `ip`
    InboundPresentations,
    /// `is`
    InboundSales,
}

impl Key {
    /// In the order of the link.
    pub const ALL: [Self; 8] = [
        Self::Version,
        Self::From,
        Self::To,
        Self::Calls,
        Self::Presentations,
        Self::Sales,
        Self::InboundPresentations,
        Self::InboundSales,
    ];

    /// As it stands in the link.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Version => "v",
            Self::From => "from",
            Self::To => "to",
            Self::Calls => "c",
            Self::Presentations => "p",
            Self::Sales => "s",
            Self::InboundPresentations => "ip",
            Self::InboundSales => "is",
        }
    }
}

/// Why a link cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkError {
    /// Another route.
    NotShared,
    /// Over [`MAX_LINK`] characters.
    TooLong,
    /// Made by a newer Callpace.
    Newer,
    /// A key is not there.
    Missing(Key),
    /// A key is there twice, or its value is no date or count.
    Bad(Key),
    /// The last day is before the first.
    Reversed,
}

/// Writes a link, from the `#` on; always within [`MAX_LINK`].
///
/// # Examples
///
/// ```
/// use callpace::domain::date::Date;
/// use callpace::exchange::link::{Shared, decode, encode};
///
/// let shared = Shared {
///     from: Date::new(2025, 6, 2).unwrap(), to: Date::new(2025, 6, 11).unwrap(),
///     calls: 100, presentations: 25, sales: 5, inbound_presentations: 3, inbound_sales: 0,
/// };
/// let link = encode(&shared);
/// assert_eq!(link, "#/shared?v=1&from=2025-06-02&to=2025-06-11&c=100&p=25&s=5&ip=3&is=0");
/// assert_eq!(decode(&link), Ok(shared));
/// ```
#[must_use]
pub fn encode(it: &Shared) -> String {
    format!(
        "{PREFIX}v={VERSION}&from={}&to={}&c={}&p={}&s={}&ip={}&is={}",
        it.from, it.to, it.calls, it.presentations, it.sales, it.inbound_presentations, it.inbound_sales
    )
}

/// Whether a fragment is a share link, readable or not.
#[must_use]
pub fn is_shared(fragment: &str) -> bool {
    let path = fragment.trim_start_matches('#').split('?').next();
    path.is_some_and(|it| it.trim_end_matches('/') == "/shared")
}

/// Reads a link, from the `#` on (or behind it). Unknown keys are ignored.
///
/// # Errors
///
/// As [`LinkError`] says.
pub fn decode(fragment: &str) -> Result<Shared, LinkError> {
    if !is_shared(fragment) {
        return Err(LinkError::NotShared);
    }
    if fragment.chars().nth(MAX_LINK).is_some() {
        return Err(LinkError::TooLong);
    }
    let query = fragment.split_once('?').map_or("", |it| it.1);
    let mut values = [None; Key::ALL.len()];
    for (name, value) in query.split('&').filter_map(|it| it.split_once('=')) {
        let Some(key) = Key::ALL.into_iter().find(|it| it.name() == name) else { continue };
        if values[key as usize].replace(value).is_some() {
            return Err(LinkError::Bad(key));
        }
    }
    let text = |key: Key| values[key as usize].ok_or(LinkError::Missing(key));
    let number = |key: Key| plain(text(key)?).ok_or(LinkError::Bad(key));
    let count =
        |key: Key| number(key).and_then(|it| if it > MAX_COUNT { Err(LinkError::Bad(key)) } else { Ok(it) });
    let day = |key: Key| text(key).and_then(|it| Date::parse_iso(it).ok_or(LinkError::Bad(key)));
    match number(Key::Version)? {
        VERSION => {}
        0 => return Err(LinkError::Bad(Key::Version)),
        _ => return Err(LinkError::Newer),
    }
    let shared = Shared {
        from: day(Key::From)?,
        to: day(Key::To)?,
        calls: count(Key::Calls)?,
        presentations: count(Key::Presentations)?,
        sales: count(Key::Sales)?,
        inbound_presentations: count(Key::InboundPresentations)?,
        inbound_sales: count(Key::InboundSales)?,
    };
    if shared.to < shared.from { Err(LinkError::Reversed) } else { Ok(shared) }
}

/// Digits only: no sign, no space, no exponent.
fn plain(text: &str) -> Option<u64> {
    if text.bytes().all(|it| it.is_ascii_digit()) { text.parse().ok() } else { None }
}
