//! What the recorded reasons advise.

use super::{
    Words,
    plural::{Case, Noun},
};
use crate::{
    app::view::funnel::why::{Advised, Told},
    domain::{reasons::Reading, step::Step},
};

impl Words {
    /// Qualify harder, or present better.
    #[must_use]
    pub fn reading_of_reasons(self, told: &Told) -> String {
        let counts = told.counts;
        let telling = counts.qualifying + counts.presentation;
        match (told.reading, self.is_ru()) {
            (Reading::LogMore(1), false) => "Log 1 more reason to tell.".to_owned(),
            (Reading::LogMore(n), false) => format!("Log {} more reasons to tell.", self.count(n)),
            (Reading::LogMore(n), true) => format!("Чтобы понять, запишите ещё причин: {}.", self.count(n)),
            (Reading::Qualify(_), false) => format!(
                "You recorded {} as not real prospects: qualify harder before you present.",
                self.fraction(counts.qualifying, telling)
            ),
            (Reading::Qualify(_), true) => format!(
                "Не те клиенты — {}: строже отбирайте до {}.",
                self.fraction(counts.qualifying, telling),
                self.noun(Noun::Presentation, Case::Genitive, 1)
            ),
            (Reading::Present(_), false) => {
                "Most losses were real prospects who said no: improve the presentation, or make a new one."
                    .to_owned()
            }
            (Reading::Present(_), true) => {
                "Отказывают настоящие клиенты: улучшите презентацию или сделайте новую.".to_owned()
            }
            (Reading::BothWays(_), _) => {
                self.pick("The reasons point both ways.", "Причины говорят и о том, и о другом.").to_owned()
            }
        }
    }

    /// What the reading is made of.
    #[must_use]
    pub fn reading_arithmetic(self, told: &Told) -> String {
        let counts = told.counts;
        let [q, p, t] = [counts.qualifying, counts.presentation, counts.timing].map(|it| self.count(it));
        if self.is_ru() {
            format!(
                "Причины после {}: отбор — {q}, презентация и предложение — {p}, срок — {t} (не в счёт).",
                self.noun(Noun::Presentation, Case::Genitive, 2)
            )
        } else {
            format!(
                "Reasons after {}: qualifying {q}, presentation and offer {p}, timing {t} (left out).",
                self.plural(Step::Presentation)
            )
        }
    }

    /// Another opening, or another list; a sentence or two.
    #[must_use]
    pub fn advice(self, it: &Advised) -> Option<String> {
        let reached = |x: u64, n: u64| {
            let fraction = self.fraction(x, n);
            if self.is_ru() {
                format!("Без интереса — {fraction} собеседников.")
            } else {
                format!("{fraction} people you reached were not interested.")
            }
        };
        Some(match it {
            Advised::Nothing => return None,
            Advised::OpeningAndList(share) => format!(
                "{} {}",
                reached(share.x(), share.n()),
                self.pick(
                    "Work on your opening and on who is on the list.",
                    "Поработайте над началом звонка и качеством базы."
                )
            ),
            Advised::Lists(names, share) => {
                let names: Vec<String> = names.iter().map(|it| self.in_quotes(&self.name(it))).collect();
                let names = names.join(", ");
                let advice = if self.is_ru() {
                    format!("Мало только в базе {names}: меняйте базу.")
                } else {
                    format!("Low only on {names}: change the list.")
                };
                format!("{} {advice}", reached(share.x(), share.n()))
            }
            Advised::EveryList(share) => format!(
                "{} {}",
                reached(share.x(), share.n()),
                self.pick(
                    "Low on every list: change the opening.",
                    "Мало во всех базах: меняйте начало звонка."
                )
            ),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{conversion::Share, reasons::AfterPresentation},
        text::{EN, RU},
    };

    #[test]
    fn readings_and_advice() {
        let told = |qualifying, presentation, reading| Told {
            counts: AfterPresentation { qualifying, presentation, timing: 0, losses: 20 },
            reading,
        };
        let qualify = told(11, 3, Reading::Qualify(0.99));
        assert_eq!(
            EN.reading_of_reasons(&qualify),
            "You recorded 11 of 14 as not real prospects: qualify harder before you present."
        );
        assert_eq!(
            RU.reading_of_reasons(&qualify),
            "Не те клиенты — 11 из 14: строже отбирайте до презентации."
        );
        assert_eq!(EN.reading_of_reasons(&told(1, 1, Reading::LogMore(6))), "Log 6 more reasons to tell.");
        assert_eq!(
            RU.reading_of_reasons(&told(8, 8, Reading::BothWays(0.5))),
            "Причины говорят и о том, и о другом."
        );
        let share = Share::new(30, 42).unwrap();
        assert_eq!(
            EN.advice(&Advised::OpeningAndList(share)).unwrap(),
            "30 of 42 people you reached were not interested. Work on your opening and on who is on the list."
        );
        assert_eq!(
            RU.advice(&Advised::OpeningAndList(share)).unwrap(),
            "Без интереса — 30 из 42 собеседников. Поработайте над началом звонка и качеством базы."
        );
        let share = Share::new(35, 60).unwrap();
        let only = Advised::Lists(vec![crate::app::view::names::Name::Own("Dentists".to_owned())], share);
        assert!(EN.advice(&only).unwrap().ends_with("Low only on “Dentists”: change the list."));
        assert!(RU.advice(&only).unwrap().ends_with("Мало только в базе «Dentists»: меняйте базу."));
        let every = Advised::EveryList(share);
        assert!(EN.advice(&every).unwrap().ends_with("Low on every list: change the opening."));
        assert!(RU.advice(&every).unwrap().ends_with("Мало во всех базах: меняйте начало звонка."));
    }
}
