//! What a test asks for: browser, language, window, path.

/// The browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium through `chromedriver`.
    Chromium,
    /// Firefox through `geckodriver`.
    Firefox,
}

impl Engine {
    /// Firefox if `$CALLPACE_BROWSER` says so, else Chromium.
    #[must_use]
    pub fn chosen() -> Self {
        if std::env::var("CALLPACE_BROWSER").is_ok_and(|it| it == "firefox") {
            Self::Firefox
        } else {
            Self::Chromium
        }
    }
}

/// The language that the browser asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// `navigator.languages` is `en-US, en`.
    En,
    /// `navigator.languages` is `ru-RU, ru`.
    Ru,
}

impl Language {
    /// Both, for tests that run in each.
    pub const ALL: [Self; 2] = [Self::En, Self::Ru];

    /// The list as browsers take it.
    #[must_use]
    pub const fn list(self) -> &'static str {
        match self {
            Self::En => "en-US,en",
            Self::Ru => "ru-RU,ru",
        }
    }

    /// `en` or `ru`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }
}

/// What an app is opened with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// The browser.
    pub engine: Engine,
    /// The language that the browser asks for.
    pub language: Language,
    /// The width and height of the page in CSS pixels.
    pub size: (u32, u32),
    /// The path under which the site is hosted.
    pub path: &'static str,
    /// More command line flags of the browser.
    pub flags: Vec<String>,
    /// Whether a page counts as loaded before all of its files are there.
    pub eager: bool,
}

impl Default for Setup {
    /// The chosen engine, English, a desktop window, hosted at `/`.
    fn default() -> Self {
        Self {
            engine: Engine::chosen(),
            language: Language::En,
            size: Self::DESKTOP,
            path: "/",
            flags: Vec::new(),
            eager: false,
        }
    }
}

impl Setup {
    /// A phone with 640 px, its browser's bars left out of account.
    pub const PHONE: (u32, u32) = (360, 640);
    /// A small desktop window.
    pub const DESKTOP: (u32, u32) = (1280, 800);

    /// On a phone.
    #[must_use]
    pub fn phone() -> Self {
        Self { size: Self::PHONE, ..Self::default() }
    }

    /// In this language.
    #[must_use]
    pub fn language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// With a page of this size.
    #[must_use]
    pub fn size(self, width: u32, height: u32) -> Self {
        Self { size: (width, height), ..self }
    }

    /// Hosted under this path.
    #[must_use]
    pub fn under(self, path: &'static str) -> Self {
        Self { path, ..self }
    }
}
