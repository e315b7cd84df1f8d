//! Funnel: headings, filters, verdicts.

use super::{
    Words,
    plural::{Case, Category, Noun},
    rates::noun,
};
use crate::{
    app::{
        route::{FunnelPart, Period},
        view::funnel::verdict::Past,
    },
    domain::{
        conversion::in_ten,
        loss::{Leak, Strength, Verdict},
        past::{Against, Size, State},
        step::Step,
    },
    journal::settings::{MiddleName, RateKey},
};

impl Words {
    /// Label of the period.
    #[must_use]
    pub const fn period_label(self) -> &'static str {
        self.pick("Period", "Период")
    }

    /// A period, as in its list.
    #[must_use]
    pub fn period(self, period: Period) -> String {
        match period {
            Period::Today => self.today().to_owned(),
            Period::Last(n) if self.is_ru() => {
                format!("Последние {}", self.counted(Noun::Day, Case::Nominative, u64::from(n)))
            }
            Period::Last(n) => format!("Last {n} days"),
            Period::Default => self.period(Period::Last(90)),
            Period::Month => self.pick("This month", "Этот месяц").to_owned(),
            Period::All => self.pick("All time", "Всё время").to_owned(),
            Period::Between(first, last) => self.span(first, last),
        }
    }

    /// Opens two fields for the days.
    #[must_use]
    pub const fn choose_dates(self) -> &'static str {
        self.pick("Choose dates…", "Выбрать даты…")
    }

    /// The first day of a period.
    #[must_use]
    pub const fn from_day(self) -> &'static str {
        self.pick("From", "С")
    }

    /// The last day of a period.
    #[must_use]
    pub const fn until_day(self) -> &'static str {
        self.pick("Until", "По")
    }

    /// Applies the days.
    #[must_use]
    pub const fn show(self) -> &'static str {
        self.pick("Show", "Показать")
    }

    /// Heading of the rates; read, not seen.
    #[must_use]
    pub const fn rates_heading(self) -> &'static str {
        self.pick("Rates", "Конверсии")
    }

    /// C7: no cold calls.
    #[must_use]
    pub const fn no_calls(self) -> &'static str {
        self.pick("No cold calls in this period.", "За этот период холодных звонков нет.")
    }

    /// Widens the period.
    #[must_use]
    pub const fn show_all_time(self) -> &'static str {
        self.pick("Show all time", "Показать всё время")
    }

    /// To the Log.
    #[must_use]
    pub const fn log_a_call(self) -> &'static str {
        self.pick("Log a call", "Записать звонок")
    }

    /// Heading of the verdicts; read, not seen.
    #[must_use]
    pub const fn verdict_heading(self) -> &'static str {
        self.pick("What stands out", "Главное")
    }

    /// A section of the screen.
    #[must_use]
    pub const fn funnel_part(self, part: FunnelPart) -> &'static str {
        match part {
            FunnelPart::Rates => self.rates_heading(),
            FunnelPart::Why => self.why_heading(),
            FunnelPart::Trend => self.pick("Trend", "Динамика"),
            FunnelPart::Lists => self.pick("Lists", "Базы"),
            FunnelPart::When => self.pick("Hours", "Часы"),
        }
    }

    /// Under the heading of the rates on one axis.
    #[must_use]
    pub const fn one_axis(self) -> &'static str {
        self.pick(
            "Every rate on one axis; thick: likely, thin: 19 times in 20",
            "Все конверсии на одной шкале; толсто — скорее всего, тонко — в 19 случаях из 20",
        )
    }

    /// The bars of the funnel.
    #[must_use]
    pub const fn funnel_bars(self) -> &'static str {
        self.pick("From call to sale", "От звонка до сделки")
    }

    /// Before the links to the sections.
    #[must_use]
    pub const fn jump_label(self) -> &'static str {
        self.pick("Sections", "Разделы воронки")
    }

    /// The rates on one axis.
    #[must_use]
    pub const fn chart_rates(self) -> &'static str {
        self.pick("How good, and how sure", "Насколько хорошо и насколько точно")
    }

    /// The funnel as bars.
    #[must_use]
    pub const fn chart_funnel(self) -> &'static str {
        self.pick("Where people are lost", "Где теряются люди")
    }

    /// Inbound is beside.
    #[must_use]
    pub const fn kept_out(self) -> &'static str {
        self.pick("kept out of cold-call rates", "не входит в конверсию звонков")
    }

    /// The seller's own chain.
    #[must_use]
    pub const fn all_steps(self) -> &'static str {
        self.pick("Every step", "Все шаги")
    }

    /// Days vary more than chance.
    #[must_use]
    pub const fn varied(self) -> &'static str {
        self.pick(
            "Your days vary more than chance; the ranges may be too narrow.",
            "Дни различаются сильнее, чем бывает случайно: границы могут быть узковаты.",
        )
    }

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
        let tenths = super::number::to_whole(sales * 10.0);
        if tenths >= 100 || tenths.is_multiple_of(10) {
            self.count(super::number::to_whole(sales))
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
            self.noun(Noun::Sale, Case::Genitive, super::number::to_whole(sales))
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
                super::rates::capital(place)
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

    /// The arithmetic of the verdict, a sentence a line.
    #[must_use]
    pub fn verdict_arithmetic(self, it: &Verdict, lost: [u64; 2], rate: &str) -> Vec<String> {
        let sales = self.some_sales(it.at_calls);
        let (calls, presentations) = (self.count(lost[0]), self.count(lost[1]));
        let percent = self.percent(&self.count(super::number::to_whole(it.certainty * 100.0)));
        let first = match self.is_ru() {
            false => format!(
                "Calls: {calls} became no {} × {rate} {} → sale = {sales} sales.",
                self.step(Step::Presentation).to_lowercase(),
                self.step(Step::Presentation).to_lowercase(),
            ),
            true => format!(
                "Звонки: {calls} не привели к {} × {rate} = {sales} {}.",
                match self.middle {
                    MiddleName::Presentation => "презентации",
                    MiddleName::Meeting => "встрече",
                },
                self.sales_word(it.at_calls),
            ),
        };
        let second = match self.is_ru() {
            false => format!(
                "{}: {presentations} without a sale, 1 sale each = {presentations} sales.",
                super::rates::capital(self.plural(Step::Presentation))
            ),
            true => format!(
                "{}: {presentations} без сделки, каждая — одна сделка = {}.",
                self.leak_place(Leak::Presentations)
                    .0
                    .chars()
                    .take(1)
                    .flat_map(char::to_uppercase)
                    .chain(self.leak_place(Leak::Presentations).0.chars().skip(1))
                    .collect::<String>(),
                self.counted(Noun::Sale, Case::Nominative, lost[1]),
            ),
        };
        let bound = self.pick(
            "Both are upper bounds: no step loses nothing.",
            "И то и другое — верхняя граница: без потерь не бывает ни одного шага.",
        );
        let sure = match self.is_ru() {
            false => format!(
                "{percent} sure that this step weighs more: the chance that its rate is the lower one, from both ranges together."
            ),
            true => format!(
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
            self.noun(Noun::Sale, Case::Nominative, super::number::to_whole(sales))
        }
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
        let [from, to] = super::rates::rate_steps(key);
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
        let [from, _] = super::rates::rate_steps(key);
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

    /// The value of a call.
    #[must_use]
    pub fn value_call(self, minor: u64) -> String {
        let money = self.money(minor);
        if self.is_ru() {
            format!("Звонок приносил в среднем {money}")
        } else {
            format!("A call has brought {money} on average")
        }
    }

    /// The value of a presentation.
    #[must_use]
    pub fn value_presentation(self, minor: u64) -> String {
        let money = self.money(minor);
        let name = self.step(Step::Presentation);
        if self.is_ru() {
            format!("{} — {money}", name.to_lowercase())
        } else {
            format!("a {} {money}", name.to_lowercase())
        }
    }

    /// `From 5 sales with an amount: 200,000 ÷ 100 calls.`
    #[must_use]
    pub fn value_arithmetic(
        self,
        total: u64,
        sales: u64,
        calls: u64,
        big_percent: Option<u64>,
        call: u64,
    ) -> Vec<String> {
        let money = self.money(total);
        let mut lines = vec![match self.is_ru() {
            false => format!(
                "{} with an amount: {money} ÷ {}.",
                self.counted(Noun::Sale, Case::Nominative, sales),
                self.counted(Noun::Call, Case::Nominative, calls)
            ),
            true => format!(
                "Сделок с суммой: {}. {money} ÷ {}.",
                self.count(sales),
                self.counted(Noun::Call, Case::Nominative, calls)
            ),
        }];
        let hundred = self.money(call.saturating_mul(100));
        lines.push(match self.is_ru() {
            false => {
                format!("So a lead list of 100 numbers breaks even at {hundred}, your own time left out.")
            }
            true => format!(
                "Значит, база из 100 номеров окупается при цене до {hundred}, не считая вашего времени."
            ),
        });
        lines.extend(big_percent.map(|it| match self.is_ru() {
            false => format!(
                "One deal is {} of the revenue: it decides the average.",
                self.percent(&self.count(it))
            ),
            true => format!("Одна сделка — {} выручки: она и решает среднее.", self.percent(&self.count(it))),
        }));
        lines
    }

    /// Of so many decided presentations.
    #[must_use]
    pub fn decided(self, decided: u64, won: &str) -> String {
        if self.is_ru() {
            let verb = if super::plural::category(self.lang, decided) == Category::One {
                "Решился"
            } else {
                "Решились"
            };
            let of_them = if decided == 1 { "из него" } else { "из них" };
            format!("{verb} {}, {of_them} купили {won}.", self.count(decided))
        } else {
            format!("Of {} decided you won {won}.", self.count(decided))
        }
    }

    /// The bounds of what the open ones can make of it.
    #[must_use]
    pub fn bounds(self, open: u64, total: u64, low: &str, high: &str) -> String {
        let fraction = self.fraction(open, total);
        match (self.is_ru(), open) {
            (true, _) => {
                let low = low.trim_end_matches(['%', super::number::NBSP]);
                format!("Ещё думают {fraction}, поэтому итог — от {low} до {high}.")
            }
            (false, 1) => format!("{fraction} is still open: between {low} and {high}."),
            (false, _) => format!("{fraction} are still open: between {low} and {high}."),
        }
    }

    /// Opens the field for a target.
    #[must_use]
    pub const fn set_target(self) -> &'static str {
        self.pick("Set a target", "Задать цель")
    }

    /// Label of the field.
    #[must_use]
    pub const fn target_label(self) -> &'static str {
        self.pick(
            "Your target, in percent. None is built in.",
            "Ваша цель в процентах. Готовых норм здесь нет.",
        )
    }

    /// A target that is set.
    #[must_use]
    pub fn target_is(self, permille: u16) -> String {
        format!("{}: {}", self.pick("Your target", "Ваша цель"), self.permille(permille))
    }

    /// A target was refused.
    #[must_use]
    pub const fn target_error(self) -> &'static str {
        self.pick(
            "A target is a percentage from 0.1 to 100, like 25 or 2.5",
            "Цель — процент от 0,1 до 100, например 25 или 2,5",
        )
    }

    /// Takes a target away.
    #[must_use]
    pub const fn remove(self) -> &'static str {
        self.pick("Remove", "Убрать")
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

    #[test]
    fn second_lines() {
        assert_eq!(EN.decided(19, "26%"), "Of 19 decided you won 26%.");
        assert_eq!(EN.bounds(6, 25, "20%", "44%"), "6 of 25 are still open: between 20% and 44%.");
        assert_eq!(RU.decided(19, "26\u{a0}%"), "Решились 19, из них купили 26\u{a0}%.");
        assert_eq!(
            RU.bounds(6, 25, "20\u{a0}%", "44\u{a0}%"),
            "Ещё думают 6 из 25, поэтому итог — от 20 до 44\u{a0}%."
        );
        assert_eq!(EN.value_call(200_000), "A call has brought 2,000 on average");
        assert_eq!(RU.value_presentation(800_000), "презентация — 8\u{a0}000");
    }
}
