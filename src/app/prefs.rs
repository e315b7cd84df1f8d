//! What belongs to this device and never travels: language, theme, shortcuts, chosen list, last backup.

use serde::{Deserialize, Serialize};

/// The key the preferences are stored under.
pub const KEY: &str = "callpace/prefs";

/// A language of the screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Russian.
    Ru,
}

impl Lang {
    /// As in `html[lang]`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }

    /// The first of the browser's languages that is spoken here, else English.
    pub fn first_of<'a>(languages: impl IntoIterator<Item = &'a str>) -> Self {
        let known = |it: &str| {
            let it = it.to_ascii_lowercase();
            if it.starts_with("ru") {
                Some(Self::Ru)
            } else if it.starts_with("en") {
                Some(Self::En)
            } else {
                None
            }
        };
        languages.into_iter().find_map(known).unwrap_or_default()
    }
}

/// A colour scheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// As in `html[data-theme]` and in test ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How far the last backup of this device got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// When it was saved, UTC milliseconds.
    pub at: u64,
    /// Its checksum.
    pub sum: u32,
    /// How many records it holds.
    pub records: usize,
    /// Whether the saved file was read again and found whole.
    pub checked: bool,
}

/// The preferences of this device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prefs {
    /// Chosen language; `None` until chosen.
    pub lang: Option<Lang>,
    /// Colour scheme.
    pub theme: Theme,
    /// Single-key shortcuts are off.
    pub shortcuts_off: bool,
    /// The list that was chosen last on the Log.
    pub list: Option<u32>,
    /// The last backup saved.
    pub saved: Option<Backup>,
    /// The last backup that was checked.
    pub checked: Option<Backup>,
}

impl Prefs {
    /// Reads what [`Prefs::to_text`] wrote; defaults where it cannot.
    #[must_use]
    pub fn read(text: Option<&str>) -> Self {
        text.and_then(|it| serde_json::from_str(it).ok()).unwrap_or_default()
    }

    /// JSON.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
