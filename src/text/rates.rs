//! Rates: fraction, percentage and range are one unit.

use super::{
    Words,
    plural::{Case, Noun},
};
use crate::{
    app::{
        prefs::Lang,
        view::{compared::Drawn, funnel::rates::Rate, names::Name},
    },
    domain::{
        conversion::{Conversion, Interval, Label, Percent, Share},
        stats::whole,
        step::Step,
    },
    journal::settings::{MiddleName, RateKey},
};

impl Words {
    /// A rate as it is shown: `25%`, `5.0%`.
    #[must_use]
    pub fn rate_figure(self, share: Share) -> String {
        match share.percent() {
            Percent::Whole(n) => self.percent(&self.count(n)),
            Percent::Tenths(n) => self.percent(&self.tenths(n)),
        }
    }

    /// Its range, with as many decimals as the rate: `20–31%`, `2.8–8.5%`.
    #[must_use]
    pub fn range_figure(self, share: Share, range: Interval) -> String {
        self.percent(&self.range_of(matches!(share.percent(), Percent::Tenths(_)), range))
    }

    fn range_of(self, tenths: bool, range: Interval) -> String {
        let (lo, hi) = if tenths {
            (self.one_decimal(range.lo * 100.0), self.one_decimal(range.hi * 100.0))
        } else {
            (self.count(whole(range.lo * 100.0)), self.count(whole(range.hi * 100.0)))
        };
        format!("{lo}–{hi}")
    }

    /// Beside a row of several that are compared: `25 of 100 · 25%`.
    #[must_use]
    pub fn rate_beside(self, rate: &Rate, drawn: Option<Drawn>) -> String {
        let fraction = self.fraction(rate.advanced, rate.entered);
        match drawn {
            Some(it) => format!("{fraction} · {}", self.share_of_one(it.rate)),
            None => fraction,
        }
    }

    /// After that: ` · likely 17–34%`.
    #[must_use]
    pub fn likely_of(self, drawn: Option<Drawn>) -> String {
        drawn
            .map(|it| format!(" · {} {}", self.likely(), self.range_of_one(it.rate, it.likely)))
            .unwrap_or_default()
    }

    /// Any rate of 0 to 1: whole from 10 % on, one decimal below.
    #[must_use]
    pub fn share_of_one(self, rate: f64) -> String {
        if rate < 0.0995 {
            self.percent(&self.one_decimal(rate * 100.0))
        } else {
            self.percent(&self.count(whole(rate * 100.0)))
        }
    }

    /// A tick of an axis: `0%`, `10%`, `2.5%`.
    #[must_use]
    pub fn tick(self, rate: f64) -> String {
        let tenths = whole(rate * 1000.0);
        self.percent(&if tenths.is_multiple_of(10) { self.count(tenths / 10) } else { self.tenths(tenths) })
    }

    /// A range of rates of 0 to 1.
    #[must_use]
    pub fn range_of_one(self, rate: f64, range: Interval) -> String {
        self.percent(&self.range_of(rate < 0.0995, range))
    }

    /// A target from permille: `25%`, `2.5%`.
    #[must_use]
    pub fn permille(self, permille: u16) -> String {
        let n = u64::from(permille);
        if n.is_multiple_of(10) { self.percent(&self.count(n / 10)) } else { self.percent(&self.tenths(n)) }
    }

    /// `25 of 100`, `25 из 100`.
    #[must_use]
    pub fn fraction(self, x: u64, n: u64) -> String {
        format!("{} {} {}", self.count(x), self.pick("of", "из"), self.count(n))
    }

    /// The big figure of a rate: its percentage, or the fraction where there is none.
    #[must_use]
    pub fn headline(self, rate: &Rate) -> String {
        match rate.shown {
            Some(it) => self.rate_figure(it.share),
            None if matches!(rate.conversion, Some(Conversion::Within(_))) => {
                self.fraction(rate.advanced, rate.entered)
            }
            None => "–".to_owned(),
        }
    }

    /// What stands beside it: `25 of 100 · likely 20–31%`, or why there is no percentage.
    ///
    /// `steps` are the step it starts from and the one it leads to.
    #[must_use]
    pub fn rate_line(self, rate: &Rate, steps: [Step; 2]) -> String {
        let fraction = self.fraction(rate.advanced, rate.entered);
        match (rate.conversion, rate.shown) {
            (None, _) => fraction,
            (Some(Conversion::Late { .. }), _) => self.late(rate, steps),
            (_, Some(it)) => {
                format!("{fraction} · {} {}", self.likely(), self.range_figure(it.share, it.likely))
            }
            // The fraction is the headline then.
            (_, None) => self
                .pick("Too few for a percentage; it appears from 20.", "Для процента мало, он появится с 20.")
                .to_owned(),
        }
    }

    /// Before a range.
    #[must_use]
    pub const fn likely(self) -> &'static str {
        self.pick("likely", "скорее всего")
    }

    fn late(self, rate: &Rate, [from, to]: [Step; 2]) -> String {
        let (x, n) = (self.count(rate.advanced), self.count(rate.entered));
        if let (Step::Own(_), _) | (_, Step::Own(_)) = (from, to) {
            return match self.lang {
                Lang::En => format!(
                    "More ({x}) went on than entered ({n}): some entered earlier. Choose a longer period."
                ),
                Lang::Ru => {
                    format!("Перешли {x}, а дошли {n}: часть — из прежних дней. Выберите период длиннее.")
                }
            };
        }
        match self.lang {
            Lang::En => {
                let (many, few) = (self.plural(to), self.plural(from));
                format!(
                    "More {many} ({x}) than {few} ({n}): some came from earlier {few}. Choose a longer period."
                )
            }
            Lang::Ru => {
                let genitive = |step| self.noun(noun(step), Case::Genitive, 0);
                let (many, few) = (genitive(to), genitive(from));
                format!(
                    "{} ({x}) больше, чем {few} ({n}): часть — от прежних {few}. Выберите период длиннее.",
                    capital(many)
                )
            }
        }
    }

    /// A step in the plural: `calls`, `презентации`.
    #[must_use]
    pub const fn plural(self, step: Step) -> &'static str {
        match (step, self.middle) {
            (Step::Call | Step::Own(_), _) => self.pick("calls", "звонки"),
            (Step::Presentation, MiddleName::Presentation) => self.pick("presentations", "презентации"),
            (Step::Presentation, MiddleName::Meeting) => self.pick("meetings", "встречи"),
            (Step::Sale, _) => self.pick("sales", "сделки"),
        }
    }

    /// How far a figure can be trusted: the word beside it.
    #[must_use]
    pub const fn trust(self, label: Label) -> &'static str {
        match label {
            Label::NoData => self.pick("no data", "нет данных"),
            Label::TooLittle => self.pick("too little data to plan on", "для плана мало данных"),
            Label::Rough => self.pick("rough", "приблизительно"),
            Label::Steady => self.pick("steady", "надёжно"),
        }
    }

    /// `Call → presentation`.
    #[must_use]
    pub fn rate_name(self, key: RateKey) -> String {
        let [from, to] = rate_steps(key);
        format!("{} → {}", self.step(from), self.step(to).to_lowercase())
    }

    /// `Inbound presentation → sale`.
    #[must_use]
    pub fn inbound_rate_name(self) -> String {
        let middle = match self.middle {
            MiddleName::Presentation => self.pick("Inbound presentation", "Входящая презентация"),
            MiddleName::Meeting => self.pick("Inbound meeting", "Входящая встреча"),
        };
        format!("{middle} → {}", self.step(Step::Sale).to_lowercase())
    }

    /// `Call to presentation 25%, likely 20 to 31%, 25 of 100.`
    #[must_use]
    pub fn rate_sentence(self, key: RateKey, rate: &Rate) -> String {
        let [from, to] = rate_steps(key);
        let name = if self.is_ru() {
            self.rate_name(key)
        } else {
            format!("{} to {}", self.step(from), self.step(to).to_lowercase())
        };
        let fraction = self.fraction(rate.advanced, rate.entered);
        match rate.shown {
            Some(it) => format!(
                "{name} {}, {} {}, {fraction}.",
                self.rate_figure(it.share),
                self.likely(),
                self.range_figure(it.share, it.likely).replace('–', self.pick(" to ", "–"))
            ),
            None => format!("{name} {fraction}."),
        }
    }

    /// Headings of the table of rates.
    #[must_use]
    pub fn rate_head(self) -> [String; 6] {
        [
            self.pick("Rate", "Конверсия").to_owned(),
            self.pick("Reached", "Дошли").to_owned(),
            self.pick("Of", "Из").to_owned(),
            self.pick("Percent", "Процент").to_owned(),
            capital(self.likely()),
            self.percent("95"),
        ]
    }

    /// A row of it.
    #[must_use]
    pub fn rate_row(self, name: &str, rate: &Rate) -> [String; 6] {
        let shown = |text: &dyn Fn(&crate::app::view::funnel::rates::Shown) -> String| {
            rate.shown.as_ref().map_or_else(|| "–".to_owned(), text)
        };
        [
            name.to_owned(),
            self.count(rate.advanced),
            self.count(rate.entered),
            shown(&|it| self.rate_figure(it.share)),
            shown(&|it| self.range_figure(it.share, it.likely)),
            shown(&|it| self.range_figure(it.share, it.wide)),
        ]
    }

    /// `Inbound presentations`
    #[must_use]
    pub fn inbound_step(self, step: Step) -> String {
        if step == Step::Sale {
            self.pick("Inbound sales", "Входящие сделки").to_owned()
        } else {
            capital(self.noun(Noun::InboundPresentation, Case::Nominative, 2))
        }
    }

    /// A name of a step of the seller's own, or of a fixed one.
    #[must_use]
    pub fn step_or_own(self, step: Step, own: Option<&Name>) -> String {
        own.map_or_else(|| self.step(step).to_owned(), |it| self.name(it))
    }
}

/// The steps of a rate.
#[must_use]
pub const fn rate_steps(key: RateKey) -> [Step; 2] {
    match key {
        RateKey::CallPresentation => [Step::Call, Step::Presentation],
        RateKey::PresentationSale => [Step::Presentation, Step::Sale],
        RateKey::CallSale => [Step::Call, Step::Sale],
    }
}

/// The noun of a fixed step; own steps are never inflected.
#[must_use]
pub const fn noun(step: Step) -> Noun {
    match step {
        Step::Call | Step::Own(_) => Noun::Call,
        Step::Presentation => Noun::Presentation,
        Step::Sale => Noun::Sale,
    }
}

/// With a capital first letter.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::funnel::{fixture, rates, slice},
        text::{EN, RU},
    };

    const STEPS: [Step; 2] = [Step::Call, Step::Presentation];

    #[test]
    fn the_article_reads_as_written() {
        let it = rates::view(&slice::sum(&fixture::article()));
        let lines = |words: Words| it.rates.map(|rate| words.rate_line(&rate, STEPS));
        assert_eq!(
            lines(EN),
            ["25 of 100 · likely 20–31%", "5 of 25 · likely 12–32%", "5 of 100 · likely 2.8–8.5%"]
        );
        assert_eq!(
            lines(RU),
            [
                "25 из 100 · скорее всего 20–31\u{a0}%",
                "5 из 25 · скорее всего 12–32\u{a0}%",
                "5 из 100 · скорее всего 2,8–8,5\u{a0}%"
            ]
        );
        assert_eq!(it.rates.map(|rate| EN.headline(&rate)), ["25%", "20%", "5.0%"]);
        assert_eq!(it.rates.map(|rate| RU.headline(&rate)), ["25\u{a0}%", "20\u{a0}%", "5,0\u{a0}%"]);
        let overall = &it.rates[2];
        assert_eq!(EN.division(overall, RateKey::CallSale), "5 sales ÷ 100 cold calls = 5.0%.");
        assert_eq!(RU.division(overall, RateKey::CallSale), "5 сделок ÷ 100 холодных звонков = 5,0\u{a0}%.");
        assert_eq!(EN.left_out(&it.basis).unwrap(), "Left out: 3 inbound presentations.");
        assert_eq!(RU.left_out(&it.basis).unwrap(), "Вне расчёта: 3 входящие презентации.");
        assert_eq!(EN.whole_quota(15, 300, overall).unwrap(), "The whole quota: 15 ÷ 5.0% = 300.");
        assert!(EN.basis(&it.basis).ends_with("11 June, all lists."));
        assert_eq!(
            it.inbound.map(|it| EN.inbound_division(&it)).unwrap(),
            "0 inbound sales ÷ 3 inbound presentations."
        );
    }

    #[test]
    fn little_or_late_data_gets_a_sentence_instead_of_a_percentage() {
        let line = |words: Words, x, n, steps| words.rate_line(&Rate::of(x, n), steps);
        assert_eq!(line(EN, 2, 12, STEPS), "Too few for a percentage; it appears from 20.");
        assert_eq!(EN.headline(&Rate::of(2, 12)), "2 of 12");
        assert_eq!(line(RU, 2, 12, STEPS), "Для процента мало, он появится с 20.");
        assert_eq!((EN.headline(&Rate::of(0, 0)).as_str(), line(EN, 0, 0, STEPS).as_str()), ("–", "0 of 0"));
        assert_eq!(
            line(EN, 9, 6, STEPS),
            "More presentations (9) than calls (6): some came from earlier calls. Choose a longer period."
        );
        assert_eq!(
            line(RU, 9, 6, STEPS),
            "Презентаций (9) больше, чем звонков (6): часть — от прежних звонков. Выберите период длиннее."
        );
        assert_eq!(
            line(EN, 9, 6, [Step::Presentation, Step::Sale]),
            "More sales (9) than presentations (6): some came from earlier presentations. Choose a longer period."
        );
    }

    #[test]
    fn names_of_rates() {
        assert_eq!(RateKey::ALL.map(|it| EN.rate_name(it))[0], "Call → presentation");
        assert_eq!(RateKey::ALL.map(|it| RU.rate_name(it))[1], "Презентация → сделка");
        let meetings = Words { middle: MiddleName::Meeting, ..RU };
        assert_eq!(meetings.rate_name(RateKey::CallPresentation), "Звонок → встреча");
        assert_eq!(EN.permille(250), "25%");
        assert_eq!(RU.permille(25), "2,5\u{a0}%");
    }
}
