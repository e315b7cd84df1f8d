//! The arithmetic of a rate: what was divided, which days, what was left out and why.

use super::{
    Words,
    plural::{Case, Category, Noun, category},
    rates::{capital, noun, rate_steps},
};
use crate::{
    app::{
        prefs::Lang,
        view::funnel::rates::{Basis, Rate},
    },
    domain::{date::Date, loss::Verdict, stats::whole, step::Step},
    journal::settings::{MiddleName, RateKey},
};

impl Words {
    /// `2–11 June, all lists.`
    #[must_use]
    pub fn basis(self, basis: &Basis) -> String {
        let lists = basis.list.as_ref().map_or_else(
            || self.pick("all lists", "все базы").to_owned(),
            |it| format!("{} {}", self.pick("list", "база"), self.in_quotes(&self.name(it))),
        );
        format!("{}, {lists}.", self.span(basis.first, basis.last))
    }

    /// On paper: `2–11 June, all lists. Made on 11 June from 1,240 entries.`
    #[must_use]
    pub fn report_basis(self, basis: &Basis, today: Date, entries: u64) -> String {
        let (basis, today) = (self.basis(basis), self.date(today));
        if self.is_ru() {
            format!("{basis} Составлено {today}, записей: {}.", self.count(entries))
        } else {
            format!("{basis} Made on {today} from {}.", self.counted(Noun::Entry, Case::Nominative, entries))
        }
    }

    /// A name in quotation marks.
    #[must_use]
    pub fn in_quotes(self, name: &str) -> String {
        if self.is_ru() { format!("«{name}»") } else { format!("“{name}”") }
    }

    /// `Left out: 3 inbound presentations.`; nothing where nothing is left out.
    #[must_use]
    pub fn left_out(self, basis: &Basis) -> Option<String> {
        let mut parts = Vec::new();
        let inbound = basis.inbound;
        if inbound.presentations > 0 {
            parts.push(self.counted(Noun::InboundPresentation, Case::Nominative, inbound.presentations));
        }
        if inbound.sales > 0 {
            parts.push(self.inbound_sales(inbound.sales));
        }
        let other = basis.other_lists;
        if other.calls > 0 {
            let calls = self.counted(Noun::Call, Case::Nominative, other.calls);
            parts.push(match self.lang {
                Lang::En => format!("{calls} of other lists and what came of them"),
                Lang::Ru => format!("{calls} из других баз и всё, что из них вышло"),
            });
        }
        (!parts.is_empty())
            .then(|| format!("{}: {}.", self.pick("Left out", "Вне расчёта"), parts.join(", ")))
    }

    fn inbound_sales(self, n: u64) -> String {
        if self.is_ru() {
            let form = match category(self.lang, n) {
                Category::One => "входящая сделка",
                Category::Few => "входящие сделки",
                _ => "входящих сделок",
            };
            format!("{} {form}", self.count(n))
        } else {
            format!("{} inbound {}", self.count(n), self.noun(Noun::Sale, Case::Nominative, n))
        }
    }

    /// `5 sales ÷ 100 cold calls = 5.0%.`
    #[must_use]
    pub fn division(self, rate: &Rate, key: RateKey) -> String {
        let [from, to] = rate_steps(key);
        let over = self.counted(noun(to), Case::Nominative, rate.advanced);
        let under = match from {
            Step::Call => self.cold_calls(rate.entered),
            _ => self.counted(noun(from), Case::Nominative, rate.entered),
        };
        format!("{over} ÷ {under}{}", self.equals(rate))
    }

    /// As [`Words::division`], for inbound.
    #[must_use]
    pub fn inbound_division(self, rate: &Rate) -> String {
        let over = self.inbound_sales(rate.advanced);
        let under = self.counted(Noun::InboundPresentation, Case::Nominative, rate.entered);
        format!("{over} ÷ {under}{}", self.equals(rate))
    }

    /// What a division amounts to.
    pub(super) fn equals(self, rate: &Rate) -> String {
        match rate.shown {
            Some(it) => format!(" = {}.", self.rate_figure(it.share)),
            None => ".".to_owned(),
        }
    }

    fn cold_calls(self, n: u64) -> String {
        if self.is_ru() {
            let form = match category(self.lang, n) {
                Category::One => "холодный звонок",
                Category::Few => "холодных звонка",
                _ => "холодных звонков",
            };
            format!("{} {form}", self.count(n))
        } else {
            format!("{} cold {}", self.count(n), self.noun(Noun::Call, Case::Nominative, n))
        }
    }

    /// `Likely 2.8–8.5%: such ranges are right about 8 times in 10. 95%: 1.9–10.6%.`
    #[must_use]
    pub fn likely_explained(self, rate: &Rate) -> Option<String> {
        let it = rate.shown?;
        let (likely, wide) = (self.range_figure(it.share, it.likely), self.range_figure(it.share, it.wide));
        Some(match self.lang {
            Lang::En => format!(
                "Likely {likely}: such ranges are right about 8 times in 10. {wide} is right about 19 times in 20."
            ),
            Lang::Ru => format!(
                "Скорее всего {likely}: такие границы верны примерно в 8 случаях из 10. {wide} — примерно в 19 из 20."
            ),
        })
    }

    /// `The whole quota: 15 ÷ 5.0% = 300.`
    #[must_use]
    pub fn whole_quota(self, quota: u64, calls: u128, rate: &Rate) -> Option<String> {
        let figure = self.rate_figure(rate.shown?.share);
        let start = self.pick("The whole quota", "Весь план");
        Some(format!("{start}: {} ÷ {figure} = {}.", self.count(quota), self.count(calls)))
    }

    /// The arithmetic of the verdict, a sentence a line.
    #[must_use]
    pub fn verdict_arithmetic(self, it: &Verdict, lost: [u64; 2], rate: &str) -> Vec<String> {
        let sales = self.some_sales(it.at_calls);
        let (calls, presentations) = (self.count(lost[0]), self.count(lost[1]));
        let percent = self.percent(&self.count(whole(it.certainty * 100.0)));
        let first = match self.lang {
            Lang::En => format!(
                "Calls: {calls} became no {} × {rate} {} → sale = {sales} sales.",
                self.step(Step::Presentation).to_lowercase(),
                self.step(Step::Presentation).to_lowercase(),
            ),
            Lang::Ru => format!(
                "Звонки: {calls} не привели к {} × {rate} = {sales} {}.",
                match self.middle {
                    MiddleName::Presentation => "презентации",
                    MiddleName::Meeting => "встрече",
                },
                self.sales_word(it.at_calls),
            ),
        };
        let second = match self.lang {
            Lang::En => format!(
                "{}: {presentations} without a sale, 1 sale each = {presentations} sales.",
                capital(self.plural(Step::Presentation))
            ),
            Lang::Ru => format!(
                "{}: {presentations} без сделки, каждая — одна сделка = {}.",
                capital(self.plural(Step::Presentation)),
                self.counted(Noun::Sale, Case::Nominative, lost[1]),
            ),
        };
        let bound = self.pick(
            "Both are upper bounds: no step loses nothing.",
            "И то и другое — верхняя граница: без потерь не бывает ни одного шага.",
        );
        let sure = match self.lang {
            Lang::En => format!(
                "{percent} sure that this step weighs more: the chance that its rate is the lower one, from both ranges together."
            ),
            Lang::Ru => format!(
                "Уверенность {percent}: вероятность того, что конверсия этого шага ниже, по обоим диапазонам вместе."
            ),
        };
        let more = match (it.more_calls.filter(|n| *n > 0), self.is_ru()) {
            (Some(n), false) => Some(format!(
                "At the same rates about {} more calls would make it {} sure.",
                self.count(n),
                self.percent("95")
            )),
            (Some(n), true) => Some(format!(
                "При тех же процентах ещё примерно {} дадут уверенность {}.",
                self.counted(Noun::Call, Case::Nominative, n),
                self.percent("95")
            )),
            (None, _) => None,
        };
        [first, second, bound.to_owned(), sure].into_iter().chain(more).collect()
    }

    fn sales_word(self, sales: f64) -> &'static str {
        if self.some_sales(sales).contains([',', '.']) {
            self.noun(Noun::Sale, Case::Genitive, 1)
        } else {
            self.noun(Noun::Sale, Case::Nominative, whole(sales))
        }
    }
}
