//! What if…

use crate::{
    app::view::plan::Dial,
    journal::settings::MiddleName,
    text::{
        Words,
        plural::{Case, Noun},
    },
};

/// A slider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slider {
    /// Call to presentation.
    Presentation,
    /// Presentation to sale.
    Sale,
    /// Calls a day.
    Pace,
}

impl Slider {
    /// From top to bottom.
    pub const ALL: [Self; 3] = [Self::Presentation, Self::Sale, Self::Pace];

    /// Its id in tests and in the document.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Presentation => "whatif-pres",
            Self::Sale => "whatif-sale",
            Self::Pace => "whatif-calls",
        }
    }
}

impl Words {
    /// Heading.
    #[must_use]
    pub const fn what_if(self) -> &'static str {
        self.pick("What if…", "А если…")
    }

    /// Takes the sliders back.
    #[must_use]
    pub const fn reset(self) -> &'static str {
        self.pick("Reset to my numbers", "Вернуть мои цифры")
    }

    /// Takes the sliders back to the rates that are tried.
    #[must_use]
    pub const fn reset_example(self) -> &'static str {
        self.pick("Reset to the example", "Вернуть примерные")
    }

    /// How sure to be.
    #[must_use]
    pub const fn how_sure(self) -> &'static str {
        self.pick("How sure?", "Насколько наверняка?")
    }

    /// Label of a slider.
    #[must_use]
    pub const fn slider(self, slider: Slider) -> &'static str {
        match (slider, self.middle) {
            (Slider::Presentation, MiddleName::Presentation) => {
                self.pick("Presentation rate", "Звонки → презентации")
            }
            (Slider::Presentation, MiddleName::Meeting) => self.pick("Meeting rate", "Звонки → встречи"),
            (Slider::Sale, MiddleName::Presentation) => self.pick("Close rate", "Презентации → сделки"),
            (Slider::Sale, MiddleName::Meeting) => self.pick("Close rate", "Встречи → сделки"),
            (Slider::Pace, _) => self.pick("Calls a day", "Звонков в день"),
        }
    }

    /// What a slider says aloud: `25%, likely 20–31%`, `12.3 calls a day`.
    #[must_use]
    pub fn slider_value(self, slider: Slider, tenths: u32, dial: Dial) -> String {
        if slider == Slider::Pace {
            let calls = self.counted_tenths(Noun::Call, u64::from(tenths));
            return if self.is_ru() { format!("{calls} в день") } else { format!("{calls} a day") };
        }
        let value = self.tenths_percent(tenths);
        match dial.likely {
            Some(it) => format!("{value}, {}", self.likely_rate(it)),
            None => value,
        }
    }

    /// `likely 20–31%`, from tenths of a percent.
    #[must_use]
    pub fn likely_rate(self, range: (u32, u32)) -> String {
        let range = self.likely_range(range);
        if self.is_ru() { format!("скорее всего {range}") } else { format!("likely {range}") }
    }

    fn likely_range(self, (lo, hi): (u32, u32)) -> String {
        let figure =
            |it: u32| if hi < 100 { self.tenths(u64::from(it)) } else { ((it + 5) / 10).to_string() };
        self.percent(&format!("{}–{}", figure(lo), figure(hi)))
    }

    /// Beside a slider: the likely range, or what it is now if there is a pace of one's own.
    #[must_use]
    pub fn slider_note(self, slider: Slider, dial: Dial, own_pace: bool) -> Option<String> {
        if slider == Slider::Pace {
            let now = self.short_tenths(dial.own);
            return own_pace
                .then(|| if self.is_ru() { format!("сейчас {now}") } else { format!("now {now}") });
        }
        dial.likely.map(|it| self.likely_rate(it))
    }

    /// A rate that the data do not support.
    #[must_use]
    pub fn beyond(self, range: (u32, u32)) -> String {
        let range = self.likely_range(range);
        if self.is_ru() {
            format!("За пределами ваших данных ({range}): это мечта, не план.")
        } else {
            format!("Beyond your data ({range}): a wish, not a plan.")
        }
    }

    /// Calls for the chosen certainty, before and now; `None`: more than ten million.
    #[must_use]
    pub fn needed_change(self, certainty: u8, own: Option<Option<u64>>, now: Option<u64>) -> String {
        let calls = |it: Option<u64>| it.map_or_else(|| "> 10⁷".to_owned(), |n| self.count(n));
        let noun = self.noun(Noun::Call, Case::Nominative, now.unwrap_or(0));
        let now = calls(now);
        let both = own.map_or_else(|| now.clone(), |it| format!("{} → {now}", calls(it)));
        let level = self.percent(&certainty.to_string());
        if self.is_ru() {
            format!("Для {level} нужно: {both} {noun}")
        } else {
            format!("Needed for {level}: {both} {noun}")
        }
    }

    /// The chance at this pace, before and now.
    #[must_use]
    pub fn chance_change(self, own: Option<f64>, now: f64) -> String {
        let now = self.chance(now);
        let both = own.map_or_else(|| now.clone(), |it| format!("{} → {now}", self.chance(it)));
        if self.is_ru() {
            format!("Шанс при этом темпе {both}")
        } else {
            format!("Chance at this pace {both}")
        }
    }

    /// No slider was moved.
    #[must_use]
    pub const fn no_change(self) -> &'static str {
        self.pick("(no change yet)", "(пока без изменений)")
    }

    /// What a typed value of a slider must be.
    #[must_use]
    pub fn slider_error(self, slider: Slider, max: u32) -> String {
        let (field, max) = (self.slider(slider), self.count(max));
        if self.is_ru() {
            format!("{field}: число от 0 до {max}, не больше одного знака после запятой")
        } else {
            format!("{field} must be a number from 0 to {max} with at most one decimal")
        }
    }

    /// Name of − beside a field.
    #[must_use]
    pub fn slider_less(self, slider: Slider) -> String {
        format!("− {}", self.slider(slider))
    }

    /// Name of + beside a field.
    #[must_use]
    pub fn slider_more(self, slider: Slider) -> String {
        format!("+ {}", self.slider(slider))
    }
}
