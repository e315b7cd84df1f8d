//! Verdicts: step against step, now against before or a target.

use super::{
    Words,
    plural::{Case, Noun},
    rates::{capital, noun, rate_steps},
};
use crate::{
    app::view::funnel::verdict::Past,
    domain::{
        conversion::in_ten,
        loss::{Leak, Strength, Verdict},
        past::{Against, Size, State},
        stats::whole,
    },
    journal::settings::{MiddleName, RateKey},
};

impl Words {
    /// Calls, presentations or meetings, as the place of a leak: nominative and, in Russian, after «на».
    const fn leak_place(self, leak: Leak) -> (&'static str, &'static str) {
        match (leak, self.middle) {
            (Leak::Calls, _) => (self.pick("calls", "звонки"), self.pick("calls", "звонках")),
            (Leak::Presentations, MiddleName::Presentation) => {
                (self.pick("presentations", "презентации"), self.pick("presentations", "презентациях"))
            }
            (Leak::Presentations, MiddleName::Meeting) => {
                (self.pick("meetings", "встречи"), self.pick("meetings", "встречах"))
            }
        }
    }

    /// A number of sales: whole from 10 on, else one decimal where it has one.
    #[must_use]
    pub fn some_sales(self, sales: f64) -> String {
        let tenths = whole(sales * 10.0);
        if tenths >= 100 || tenths.is_multiple_of(10) {
            self.count(whole(sales))
        } else {
            self.tenths(tenths)
        }
    }

    /// «20 сделок», «4,6 сделки» in the genitive.
    fn sales_genitive(self, sales: f64) -> String {
        let number = self.some_sales(sales);
        let word = if number.contains(',') {
            self.noun(Noun::Sale, Case::Genitive, 1)
        } else {
            self.noun(Noun::Sale, Case::Genitive, whole(sales))
        };
        format!("{number} {word}")
    }

    /// Step against step: C8, C9 or C10.
    #[must_use]
    pub fn verdict(self, it: &Verdict) -> String {
        let (leak, other) = match it.leak {
            Leak::Presentations => (Leak::Presentations, Leak::Calls),
            Leak::Calls => (Leak::Calls, Leak::Presentations),
        };
        #[expect(clippy::cast_precision_loss, reason = "for display, as a count of losses")]
        let at = |leak| if leak == Leak::Calls { it.at_calls } else { it.at_presentations as f64 };
        let (most, less) = (self.some_sales(at(leak)), self.some_sales(at(other)));
        let ((place, at_place), (_, at_other)) = (self.leak_place(leak), self.leak_place(other));
        let n = in_ten(it.certainty);
        match (it.strength, self.is_ru()) {
            (Strength::Main, false) => {
                format!(
                    "The main leak is {place}: up to {most} sales lost there, up to {less} at {at_other}."
                )
            }
            (Strength::Main, true) => format!(
                "Главная утечка — {place}: до {} против {less} на {at_other}.",
                self.sales_genitive(at(leak))
            ),
            (Strength::Likely, false) => format!(
                "{} look like the bigger leak: up to {most} sales lost there, up to {less} at {at_other}. About {n} in 10 sure. Keep logging before you rewrite it.",
                capital(place)
            ),
            (Strength::Likely, true) => format!(
                "Похоже, больше теряется на {at_place}: до {} против {less} на {at_other}. Уверенность — примерно {n} из 10. Переделывать рано, наберите ещё данных.",
                self.sales_genitive(at(leak))
            ),
            (Strength::TooClose, _) if it.more_calls.is_none() => {
                self.pick("Too close to tell.", "Слишком близко, не различить.").to_owned()
            }
            (Strength::TooClose, false) => {
                format!(
                    "Too close to call.{}",
                    self.more_calls(it).map(|it| format!(" {it}")).unwrap_or_default()
                )
            }
            (Strength::TooClose, true) => format!(
                "Пока не различить.{}",
                self.more_calls(it).map(|it| format!(" {it}")).unwrap_or_default()
            ),
        }
    }

    /// `About 870 more calls would tell.`
    #[must_use]
    pub fn more_calls(self, it: &Verdict) -> Option<String> {
        let n = it.more_calls.filter(|n| *n > 0)?;
        Some(if self.is_ru() {
            format!("Нужно ещё примерно {}.", self.counted(Noun::Call, Case::Nominative, n))
        } else {
            format!("About {} more calls would tell.", self.count(n))
        })
    }

    /// A rate now against before, or against its target.
    #[must_use]
    pub fn past(self, it: &Past) -> String {
        let name = self.rate_name(it.key);
        let now = self.rate_figure(it.now);
        let more = it.more.map(|n| format!(" {}", self.more_tries(it.key, n))).unwrap_or_default();
        match (it.against, it.state) {
            (Against::Past(before), State::Leak { certainty }) => {
                let (before, n) = (self.rate_figure(before), in_ten(certainty));
                if self.is_ru() {
                    format!(
                        "{}: сейчас {now}, раньше {before}. Уверенность — примерно {n} из 10.",
                        self.out_of_into(it.key)
                    )
                } else {
                    format!("{name} has fallen: {now} now, {before} before. About {n} in 10 sure.")
                }
            }
            (Against::Past(_), State::Watch { .. }) => {
                let text = self.pick(
                    "may be falling; next week will tell.",
                    "возможно, снижается: покажет следующая неделя.",
                );
                format!("{name}: {text}{more}")
            }
            (Against::Past(_), State::NoSign(size)) => {
                if self.is_ru() {
                    format!("{name}: снижения больше чем на {} не видно.", self.size(size))
                } else {
                    format!("{name}: no sign of a drop larger than {}.", self.size(size))
                }
            }
            (Against::Past(_), State::TooLittle) => {
                let text = self.pick("too little data to compare.", "для сравнения мало данных.");
                format!("{name}: {text}{more}")
            }
            (Against::Target(target), state) => {
                format!(
                    "{name}: {}{}",
                    self.against_target(target, state, it.now.rate()),
                    if matches!(state, State::Leak { .. }) { String::new() } else { more }
                )
            }
        }
    }

    fn against_target(self, target: f64, state: State, now: f64) -> String {
        let figure = self.share_of_one(target);
        match (state, self.is_ru()) {
            (State::Leak { certainty }, false) => {
                format!("below your target of {figure}: about {} in 10 sure.", in_ten(certainty))
            }
            (State::Leak { certainty }, true) => {
                format!("ниже вашей цели {figure}: уверенность — примерно {} из 10.", in_ten(certainty))
            }
            (State::Watch { .. }, false) => {
                format!("may be below your target of {figure}; next week will tell.")
            }
            (State::Watch { .. }, true) => {
                format!("возможно, ниже вашей цели {figure}: покажет следующая неделя.")
            }
            (State::NoSign(_), false) if now >= target => format!("at or above your target of {figure}."),
            (State::NoSign(_), true) if now >= target => format!("не ниже вашей цели {figure}."),
            (State::NoSign(size), false) => {
                format!("no sign of being more than {} below your target of {figure}.", self.size(size))
            }
            (State::NoSign(size), true) => {
                format!("отставания от цели {figure} больше чем на {} не видно.", self.size(size))
            }
            (State::TooLittle, false) => format!("too little data to compare with your target of {figure}."),
            (State::TooLittle, true) => format!("для сравнения с целью {figure} мало данных."),
        }
    }

    /// «Из звонка в презентацию»
    fn out_of_into(self, key: RateKey) -> String {
        let [from, to] = rate_steps(key);
        let out_of = self.noun(noun(from), Case::Genitive, 1);
        let into = self.noun(noun(to), Case::Accusative, 1);
        format!("Из {out_of} в {into}")
    }

    /// A drop that can be excluded, in Russian after «на».
    const fn size(self, size: Size) -> &'static str {
        match size {
            Size::Tenth => self.pick("a tenth", "десятую часть"),
            Size::Fifth => self.pick("a fifth", "пятую часть"),
            Size::Third => self.pick("a third", "треть"),
            Size::Half => self.pick("a half", "половину"),
        }
    }

    /// How many more calls or presentations would tell.
    fn more_tries(self, key: RateKey, n: u64) -> String {
        let [from, _] = rate_steps(key);
        let tries = self.counted(noun(from), Case::Nominative, n);
        if self.is_ru() {
            format!("Если так и останется, покажут ещё примерно {tries}.")
        } else {
            let tries = format!("{} more {}", self.count(n), self.noun(noun(from), Case::Nominative, n));
            format!("If it stays like this, about {tries} would tell.")
        }
    }

    /// What a return to the old rate or the target would save.
    #[must_use]
    pub fn recoverable(self, it: &Past) -> Option<String> {
        let saved = it.saved?;
        Some(match (it.against, self.is_ru()) {
            (Against::Past(_), false) => {
                format!(
                    "Back at the old rate, the quota would take {} fewer.",
                    self.counted(Noun::Call, Case::Nominative, saved)
                )
            }
            (Against::Past(_), true) => {
                format!(
                    "При прежней конверсии на план ушло бы меньше: −{}.",
                    self.counted(Noun::Call, Case::Nominative, saved)
                )
            }
            (Against::Target(_), false) => {
                format!(
                    "At the target, the quota would take {} fewer.",
                    self.counted(Noun::Call, Case::Nominative, saved)
                )
            }
            (Against::Target(_), true) => {
                format!(
                    "При целевой конверсии на план ушло бы меньше: −{}.",
                    self.counted(Noun::Call, Case::Nominative, saved)
                )
            }
        })
    }

    /// Heading of the comparison with the past.
    #[must_use]
    pub const fn past_heading(self) -> &'static str {
        self.pick("The last 4 weeks against the 12 before", "Последние 4 недели против 12 прежних")
    }

    /// Nothing to compare yet.
    #[must_use]
    pub const fn past_too_little(self) -> &'static str {
        self.pick("Too little data to compare.", "Для сравнения мало данных.")
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        app::view::funnel::{fixture, slice, verdict},
        domain::{
            conversion::Share,
            loss::{Leak, Strength, Verdict},
            past::{Against, Size, State},
        },
        journal::settings::RateKey,
        text::{EN, RU},
    };

    fn article() -> Verdict {
        verdict::steps(&slice::sum(&fixture::article())).unwrap()
    }

    #[test]
    fn the_verdict_of_the_article() {
        let it = article();
        assert_eq!(
            EN.verdict(&it),
            "Presentations look like the bigger leak: up to 20 sales lost there, up to 15 at calls. About 7 in 10 sure. Keep logging before you rewrite it."
        );
        assert_eq!(
            RU.verdict(&it),
            "Похоже, больше теряется на презентациях: до 20 сделок против 15 на звонках. Уверенность — примерно 7 из 10. Переделывать рано, наберите ещё данных."
        );
        assert_eq!(EN.more_calls(&it).unwrap(), "About 870 more calls would tell.");
        assert_eq!(RU.more_calls(&it).unwrap(), "Нужно ещё примерно 870 звонков.");
    }

    #[test]
    fn certain_and_close_verdicts() {
        let main = Verdict { strength: Strength::Main, ..article() };
        assert_eq!(
            EN.verdict(&main),
            "The main leak is presentations: up to 20 sales lost there, up to 15 at calls."
        );
        assert_eq!(RU.verdict(&main), "Главная утечка — презентации: до 20 сделок против 15 на звонках.");
        let calls = Verdict { leak: Leak::Calls, at_calls: 4.6, at_presentations: 3, ..main };
        assert_eq!(RU.verdict(&calls), "Главная утечка — звонки: до 4,6 сделки против 3 на презентациях.");
        let close = Verdict { strength: Strength::TooClose, ..article() };
        assert_eq!(EN.verdict(&close), "Too close to call. About 870 more calls would tell.");
        assert_eq!(RU.verdict(&close), "Пока не различить. Нужно ещё примерно 870 звонков.");
        let never = Verdict { more_calls: None, ..close };
        assert_eq!(EN.verdict(&never), "Too close to tell.");
        assert_eq!(RU.verdict(&never), "Слишком близко, не различить.");
    }

    #[test]
    fn now_against_before_and_against_a_target() {
        let share = |x, n| Share::new(x, n).unwrap();
        let it = verdict::Past {
            key: RateKey::PresentationSale,
            now: share(20, 100),
            against: Against::Past(share(31, 100)),
            state: State::Leak { certainty: 0.93 },
            more: None,
            saved: None,
        };
        assert_eq!(EN.past(&it), "Presentation → sale has fallen: 20% now, 31% before. About 9 in 10 sure.");
        assert_eq!(
            RU.past(&it),
            "Из презентации в сделку: сейчас 20\u{a0}%, раньше 31\u{a0}%. Уверенность — примерно 9 из 10."
        );
        let none = verdict::Past { state: State::NoSign(Size::Third), ..it };
        assert_eq!(EN.past(&none), "Presentation → sale: no sign of a drop larger than a third.");
        assert_eq!(RU.past(&none), "Презентация → сделка: снижения больше чем на треть не видно.");
        let target = verdict::Past { against: Against::Target(0.25), ..it };
        assert_eq!(EN.past(&target), "Presentation → sale: below your target of 25%: about 9 in 10 sure.");
        let watch = verdict::Past { state: State::Watch { certainty: 0.98 }, more: Some(120), ..it };
        assert_eq!(
            EN.past(&watch),
            "Presentation → sale: may be falling; next week will tell. If it stays like this, about 120 more presentations would tell."
        );
    }
}
