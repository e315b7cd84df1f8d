//! Chances, and percentages of a slider, as they are read.

use crate::{domain::conversion::Chance, text::Words};

impl Words {
    /// A chance: `53%`, `<1%`, `>99%`; `0%` and `100%` only where they are exact.
    #[must_use]
    pub fn chance(self, p: f64) -> String {
        match Chance::of(p) {
            Chance::Never => self.percent("0"),
            Chance::UnderOne => self.percent("<1"),
            Chance::Percent(n) => self.percent(&n.to_string()),
            Chance::OverNinetyNine => self.percent(">99"),
            Chance::Certain => self.percent("100"),
        }
    }

    /// `about ` before a chance that is a rounded number, nothing before the others.
    #[must_use]
    pub fn about(self, p: f64) -> &'static str {
        match Chance::of(p) {
            Chance::Percent(_) => self.pick("about ", "примерно "),
            _ => "",
        }
    }

    /// Tenths of a percent as a slider shows them: `25%`, `25.8%`.
    #[must_use]
    pub fn tenths_percent(self, tenths: u32) -> String {
        self.percent(&self.short_tenths(tenths))
    }

    /// Tenths as a number, a whole one without its decimal: `25`, `12.3`.
    #[must_use]
    pub fn short_tenths(self, tenths: u32) -> String {
        let tenths = u64::from(tenths);
        if tenths.is_multiple_of(10) { self.count(tenths / 10) } else { self.tenths(tenths) }
    }
}
