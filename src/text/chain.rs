//! The seller's own chain: its rates, its losses, and what it takes.

use super::{
    Words,
    plural::{Case, Noun},
};
use crate::{
    app::view::funnel::{
        rates::Rate,
        steps::{Link, Needed, StepName},
    },
    domain::date::Date,
};

impl Words {
    /// `Reached → presentation`
    #[must_use]
    pub fn link_name(self, link: &Link) -> String {
        self.steps_name(&link.from, &link.to)
    }

    /// The same of any two steps.
    #[must_use]
    pub fn steps_name(self, from: &StepName, to: &StepName) -> String {
        let name = self.step_name(to);
        // The seller's own names are never inflected, nor put in lower case.
        let name = if to.own.is_some() { name } else { name.to_lowercase() };
        format!("{} → {name}", self.step_name(from))
    }

    /// `Lost here: 10, up to 2.0 sales.`; nothing where more went on than entered.
    #[must_use]
    pub fn link_lost(self, link: &Link) -> Option<String> {
        let lost = self.count(link.lost?);
        let sales = link.worth.map(|it| self.sales_tenths(it));
        Some(match (sales, self.is_ru()) {
            (Some(sales), false) => format!("Lost here: {lost}, up to {sales} sales."),
            (Some(sales), true) => format!("Потеряно здесь: {lost}, до {sales} сделки."),
            (None, false) => format!("Lost here: {lost}."),
            (None, true) => format!("Потеряно здесь: {lost}."),
        })
    }

    /// The reasons given at an own step: `Why: Not interested 5, not recorded 5.`
    #[must_use]
    pub fn link_reasons(self, link: &Link) -> Option<String> {
        let given: u64 = link.reasons.iter().map(|it| it.1).sum();
        if given == 0 {
            return None;
        }
        let mut parts: Vec<String> =
            link.reasons.iter().map(|(name, n)| format!("{} {}", self.name(name), self.count(*n))).collect();
        let rest = link.lost.unwrap_or(0).saturating_sub(given);
        if rest > 0 {
            parts.push(format!("{} {}", self.not_recorded().to_lowercase(), self.count(rest)));
        }
        Some(format!("{}: {}.", self.why_heading(), parts.join(", ")))
    }

    /// What counts as an own step, in the seller's words: `Reached: you talked to them.`
    #[must_use]
    pub fn step_means(self, it: &StepName) -> Option<String> {
        let counts = it.counts.trim_end_matches('.');
        (!counts.is_empty()).then(|| format!("{}: {counts}.", self.step_name(it)))
    }

    /// A step by its name.
    #[must_use]
    pub fn step_name(self, it: &StepName) -> String {
        self.step_or_own(it.step, it.own.as_ref())
    }

    /// `since 3 March`, `с 3 марта`
    #[must_use]
    pub fn since(self, day: Date) -> String {
        format!("{} {}", self.pick("since", "с"), self.date(day))
    }

    /// `Presentation 10 ÷ Reached 20 = 50%.`
    #[must_use]
    pub fn link_division(self, link: &Link) -> String {
        format!(
            "{} {} ÷ {} {}{}",
            self.step_name(&link.to),
            self.count(link.rate.advanced),
            self.step_name(&link.from),
            self.count(link.rate.entered),
            self.equals(&link.rate)
        )
    }

    /// `Left out, before 3 March: Call 100, Reached 0.`
    #[must_use]
    pub fn link_left_out(self, link: &Link) -> Option<String> {
        let since = link.since?;
        let (from, to) = link.earlier;
        if from + to == 0 {
            return None;
        }
        Some(format!(
            "{} {}: {} {}, {} {}.",
            self.pick("Left out, before", "Вне расчёта, до"),
            self.date(since),
            self.step_name(&link.from),
            self.count(from),
            self.step_name(&link.to),
            self.count(to)
        ))
    }

    /// How many of each step it takes.
    #[must_use]
    pub fn needed(self, it: &Needed) -> String {
        let steps: Vec<String> = it
            .steps
            .iter()
            .map(|(step, n)| match step.own {
                Some(_) => format!("{} {}", self.step_name(step), self.count(*n)),
                None => match u64::try_from(*n) {
                    Ok(n) => self.counted(super::rates::noun(step.step), Case::Nominative, n),
                    Err(_) => self.count(*n),
                },
            })
            .collect();
        let steps = steps.join(" → ");
        let since = self.since(it.since);
        let sales = self.counted(Noun::Sale, Case::Accusative, it.sales);
        match (it.of_quota, self.is_ru()) {
            (true, false) => format!("For the {sales} to go, by division ({since}): {steps}."),
            (true, true) => format!("Чтобы добрать {sales}, делением ({since}): {steps}."),
            (false, false) => format!("For {sales}, by division ({since}): {steps}."),
            (false, true) => format!("На {sales}, делением ({since}): {steps}."),
        }
    }

    /// A rate of a link as a sentence.
    #[must_use]
    pub fn link_sentence(self, link: &Link) -> String {
        let rate: &Rate = &link.rate;
        let fraction = self.fraction(rate.advanced, rate.entered);
        let since = link.since.map(|it| format!(" {}", self.since(it))).unwrap_or_default();
        match rate.shown {
            Some(it) => format!(
                "{} {}, {} {}, {fraction}{since}.",
                self.link_name(link),
                self.rate_figure(it.share),
                self.likely(),
                self.range_figure(it.share, it.likely)
            ),
            None => format!("{} {fraction}{since}.", self.link_name(link)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        app::view::funnel::{fixture, slice, steps},
        domain::step::Id,
        journal::record::What,
        text::{EN, RU},
    };

    #[test]
    fn own_steps_in_words() {
        let reached = What::own(Id(2000));
        let mut all = fixture::bodies();
        all.push(fixture::setting(
            "step/2000",
            serde_json::json!({ "name": "Reached", "place": "before", "counts": "You talked to them." }),
        ));
        all.push(fixture::entry("2025-06-06", What::CALL, None, None, 50));
        all.push(fixture::entry("2025-06-06", reached, None, None, 20));
        all.push(fixture::entry("2025-06-06", What::PRESENTATION, None, None, 10));
        all.push(fixture::entry("2025-06-06", What::SALE, None, None, 2));
        let it = steps::view(&slice::sum(&fixture::state(all, "#/funnel"))).unwrap();
        assert_eq!(EN.link_name(&it.links[0]), "Call → Reached");
        assert_eq!(EN.link_name(&it.links[1]), "Reached → presentation");
        assert_eq!(it.links[0].since.map(|it| RU.since(it)).unwrap(), "с 6 июня");
        assert_eq!(EN.link_division(&it.links[0]), "Reached 20 ÷ Call 50 = 40%.");
        assert_eq!(EN.link_left_out(&it.links[0]).unwrap(), "Left out, before 6 June: Call 100, Reached 0.");
        assert_eq!(EN.link_lost(&it.links[1]).unwrap(), "Lost here: 10, up to 2.0 sales.");
        assert_eq!(RU.link_lost(&it.links[0]).unwrap(), "Потеряно здесь: 30, до 3,0 сделки.");
        assert_eq!(EN.step_means(&it.links[0].to).unwrap(), "Reached: You talked to them.");
        assert_eq!(EN.link_reasons(&it.links[1]), None);
        assert_eq!(
            EN.needed(it.needed.as_ref().unwrap()),
            "For the 8 sales to go, by division (since 6 June): 200 calls → Reached 80 → 40 presentations."
        );
    }
}
