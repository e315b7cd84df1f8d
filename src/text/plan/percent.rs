//! Chances, rates and ranges as they are read.

use crate::{
    domain::{
        conversion::{Chance, Interval, Percent, Share},
        stats::whole,
    },
    text::Words,
};

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

    /// The rate of a share: `25%`, `5.0%`.
    #[must_use]
    pub fn share_percent(self, share: Share) -> String {
        match share.percent() {
            Percent::Tenths(it) => self.percent(&self.tenths(it)),
            Percent::Whole(it) => self.percent(&it.to_string()),
        }
    }

    /// The likely range of a share, with as many decimals as its rate: `20–31%`, `2.8–8.5%`.
    #[must_use]
    pub fn share_range(self, share: Share) -> Option<String> {
        let Interval { lo, hi } = share.jeffreys(0.8).ok()?;
        let figure = |it: f64| match share.percent() {
            Percent::Tenths(_) => self.tenths(whole(it * 1000.0)),
            Percent::Whole(_) => whole(it * 100.0).to_string(),
        };
        Some(self.percent(&format!("{}–{}", figure(lo), figure(hi))))
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
