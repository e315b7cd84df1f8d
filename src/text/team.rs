//! A colleague's file, beside the seller's own numbers.

use super::{
    Words,
    plural::{Case, Noun},
    rates::{capital, noun, rate_steps},
};
use crate::{
    app::view::team::{Again, Person, Row, Standing, Who},
    domain::{
        compare::{CALLS_TO_COMPARE, Preference, Strength},
        conversion::in_ten,
    },
    journal::settings::RateKey,
};

/// So many names are said; of more, how many.
const NAMES: usize = 3;

/// Why a file is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Something else.
    NotABackup,
    /// Changed or cut since it was made: its numbers would be wrong.
    Damaged,
    /// Made by a later version.
    Newer,
    /// Larger than any backup.
    TooLarge,
    /// The browser could not read it.
    NotRead,
    /// There are as many files as there is room for.
    TooMany,
}

impl Words {
    /// What the screen is for.
    #[must_use]
    pub const fn team_hint(self) -> &'static str {
        self.pick(
            "Choose backups of colleagues, up to 12 files. They are only looked at: nothing is stored, and leaving this screen forgets them.",
            "Выберите копии коллег, до 12 файлов. Их можно только посмотреть: ничего не сохраняется, а когда вы уйдёте с этого экрана, всё забудется.",
        )
    }

    /// Opens the picker.
    #[must_use]
    pub const fn choose_files(self) -> &'static str {
        self.pick("Choose files…", "Выбрать файлы…")
    }

    /// Opens the picker again.
    #[must_use]
    pub const fn add_files(self) -> &'static str {
        self.pick("Add files…", "Добавить файлы…")
    }

    /// Leads to this screen from Settings.
    #[must_use]
    pub const fn view_link(self) -> &'static str {
        self.pick("A colleague's file…", "Файл коллеги…")
    }

    /// Looks at a file instead of restoring it.
    #[must_use]
    pub const fn just_view(self) -> &'static str {
        self.pick("Just view it", "Только посмотреть")
    }

    /// While files are read.
    #[must_use]
    pub fn reading_files(self, done: usize, all: usize) -> String {
        let (done, all) = (self.count(done as u64), self.count(all as u64));
        if self.is_ru() {
            format!("Читаем файлы: {done} из {all}")
        } else {
            format!("Reading {done} of {all}")
        }
    }

    /// Whose numbers are open.
    #[must_use]
    pub fn looking_at(self, names: &[String]) -> String {
        let said = names.iter().take(NAMES).cloned().collect::<Vec<_>>().join(", ");
        let more = names.len().saturating_sub(NAMES);
        let count = self.count(more as u64);
        let said = match (more, self.is_ru()) {
            (0, _) => said,
            (_, false) => format!("{said} and {count} more"),
            (_, true) => format!("{said} и ещё {count}"),
        };
        match (names.len(), self.is_ru()) {
            (_, false) => format!("You are looking at {said}. Nothing is stored or added to your log."),
            (1, true) => format!("Открыт файл: {said}. Ничего не сохраняется и не попадает в ваш журнал."),
            (_, true) => format!("Открыты файлы: {said}. Ничего не сохраняется и не попадает в ваш журнал."),
        }
    }

    /// Closes the files.
    #[must_use]
    pub const fn close(self) -> &'static str {
        self.pick("Close", "Закрыть")
    }

    /// Label of a person's name.
    #[must_use]
    pub fn person_label(self, n: usize) -> String {
        format!("{} {n}", self.pick("Name", "Имя"))
    }

    /// What a file holds: when it was made, how many entries, of which days.
    #[must_use]
    pub fn person_file(self, it: &Person) -> String {
        let mut parts: Vec<String> = it.made.map(|day| self.made_on(day)).into_iter().collect();
        parts.push(self.counted(Noun::Entry, Case::Nominative, it.entries as u64));
        parts.extend(it.span().map(|(first, last)| self.span(first, last)));
        parts.join(" · ")
    }

    /// Why a file is not shown.
    #[must_use]
    pub fn refused(self, file: &str, why: Refusal) -> String {
        let why = match why {
            Refusal::NotABackup => self.restore_not_a_backup(),
            Refusal::Damaged => self.pick(
                "This backup is damaged: it was changed or cut. Ask for it again.",
                "Копия повреждена: её изменили или обрезали. Попросите прислать ещё раз.",
            ),
            Refusal::Newer => self.restore_newer(),
            Refusal::TooLarge => self.pick("The file is larger than any backup.", "Файл больше любой копии."),
            Refusal::NotRead => self.not_read(),
            Refusal::TooMany => self.pick("Twelve files are open already.", "Уже открыто двенадцать файлов."),
        };
        format!("{}: {why}", self.in_quotes(file))
    }

    /// Records that are in two columns.
    #[must_use]
    pub fn again(self, name: &str, it: &Again) -> String {
        let name = self.in_quotes(name);
        match (&it.who, self.is_ru()) {
            (Who::You, false) => {
                format!("{name} holds your own records: shown, but left out of the total and the comparison.")
            }
            (Who::You, true) => {
                format!("{name} — это ваши же записи: показаны, но в итог и сравнение не входят.")
            }
            (Who::Colleague(other), false) => format!(
                "{name} holds the same records as {}: shown, but left out of the total and the comparison.",
                self.in_quotes(other)
            ),
            (Who::Colleague(other), true) => format!(
                "{name} — те же записи, что {}: показаны, но в итог и сравнение не входят.",
                self.in_quotes(other)
            ),
        }
    }

    /// A column, or a row of the comparison.
    #[must_use]
    pub fn who(self, who: &Who) -> String {
        match who {
            Who::You => self.pick("You", "Вы").to_owned(),
            Who::Colleague(name) => name.clone(),
        }
    }

    /// The last column.
    #[must_use]
    pub const fn team_total(self) -> &'static str {
        self.pick("Team total", "Всего")
    }

    /// Heading of the columns.
    #[must_use]
    pub const fn side_by_side(self) -> &'static str {
        self.pick("Side by side", "Рядом")
    }

    /// Above the inbound rows.
    #[must_use]
    pub const fn inbound_apart(self) -> &'static str {
        self.pick("Inbound: in no rate above", "Входящие: в конверсии выше не входят")
    }

    /// Heading of the comparison.
    #[must_use]
    pub const fn who_is_strong(self) -> &'static str {
        self.pick("Who is strong at which step", "Кто на каком шаге силён")
    }

    /// What a comparison takes for granted.
    #[must_use]
    pub const fn same_meaning(self) -> &'static str {
        self.pick(
            "People compare only as far as they mean the same by a call, a presentation and a sale, and call similar lists.",
            "Сравнение верно, только если все одинаково понимают звонок, презентацию и сделку и звонят по похожим базам.",
        )
    }

    /// Who is strong at a step.
    #[must_use]
    pub fn strong(self, it: &Standing) -> String {
        let Some((who, Preference { certainty, strength, .. })) = &it.best else {
            let [from, _] = rate_steps(it.key);
            let needed = self.counted(noun(from), Case::Nominative, CALLS_TO_COMPARE);
            return if self.is_ru() {
                format!("Для сравнения нужны двое, у каждого хотя бы {needed}.")
            } else {
                format!("A comparison needs two people with at least {needed} each.")
            };
        };
        let (name, n, two) = (self.who(who), in_ten(*certainty), it.compared() == 2);
        match (strength, self.is_ru(), two) {
            (Strength::Better, false, true) => format!("{name}: stronger."),
            (Strength::Better, false, false) => format!("{name}: the strongest."),
            (Strength::Better, true, true) => format!("{name}: сильнее."),
            (Strength::Better, true, false) => format!("{name}: сильнее всех."),
            (Strength::LikelyBetter, false, true) => format!("{name}: likely stronger, about {n} in 10."),
            (Strength::LikelyBetter, false, false) => {
                format!("{name}: likely the strongest, about {n} in 10.")
            }
            (Strength::LikelyBetter, true, true) => {
                format!("{name}: скорее всего сильнее, примерно {n} из 10.")
            }
            (Strength::LikelyBetter, true, false) => {
                format!("{name}: скорее всего сильнее всех, примерно {n} из 10.")
            }
            (Strength::NoClearDifference, false, _) => "No clear difference.".to_owned(),
            (Strength::NoClearDifference, true, _) => "Явной разницы нет.".to_owned(),
        }
    }

    /// With more than three people.
    #[must_use]
    pub const fn best_person_of_many(self) -> &'static str {
        self.pick(
            "The best of many often looks better than they are.",
            "Лучший из многих часто выглядит лучше, чем есть.",
        )
    }

    /// Rates drawn together.
    #[must_use]
    pub const fn drawn_to_the_team(self) -> &'static str {
        self.pick(
            "Each rate is drawn towards that of the team, the more so the less data it has.",
            "Каждая конверсия сдвинута к общей — тем сильнее, чем меньше данных.",
        )
    }

    /// A row as it is read.
    #[must_use]
    pub fn person_text(self, row: &Row) -> String {
        format!(
            "{}: {}{}",
            self.who(&row.who),
            self.rate_beside(&row.rate, row.drawn),
            self.likely_of(row.drawn)
        )
    }

    /// What a chart of people says.
    #[must_use]
    pub fn standing_sentence(self, it: &Standing) -> String {
        let row = |row: &Row| {
            format!("{} {}", self.who(&row.who), self.rate_beside(&row.rate, row.drawn).replace(" · ", ", "))
        };
        let rows: Vec<String> = it.rows.iter().map(row).collect();
        format!("{}. {}.", rows.join("; "), capital(&self.overall(&self.headline(&it.overall))))
    }

    /// Headings of the table of a chart of people.
    #[must_use]
    pub fn standing_head(self, key: RateKey) -> [String; 5] {
        let [from, to] = rate_steps(key);
        [
            self.pick("Who", "Кто").to_owned(),
            capital(self.plural(from)),
            capital(self.plural(to)),
            self.pick("Rate", "Конверсия").to_owned(),
            capital(self.likely()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::view::{compared::Drawn, funnel::rates::Rate, team},
        text::{EN, RU},
    };

    fn standing(strength: Strength, people: usize) -> Standing {
        let rate = Rate::of(25, 100);
        let drawn = rate.shown.map(|it| Drawn { rate: 0.25, likely: it.likely, wide: it.wide });
        let row = |who| Row { who, rate, drawn };
        let anna = Who::Colleague("Анна".to_owned());
        let rows = core::iter::repeat_n(row(Who::You), people - 1).chain([row(anna.clone())]).collect();
        let best = Some((anna, Preference { best: 1, certainty: 0.91, strength }));
        Standing { key: RateKey::CallPresentation, rows, best, many: false, shrunk: false, overall: rate }
    }

    #[test]
    fn whose_numbers_are_open() {
        let names = |n: usize| {
            ["Анна", "Борис", "Вера", "Глеб", "Дина"][..n]
                .iter()
                .map(|it| (*it).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            EN.looking_at(&["Anna".to_owned()]),
            "You are looking at Anna. Nothing is stored or added to your log."
        );
        assert_eq!(
            RU.looking_at(&names(1)),
            "Открыт файл: Анна. Ничего не сохраняется и не попадает в ваш журнал."
        );
        assert_eq!(
            RU.looking_at(&names(5)),
            "Открыты файлы: Анна, Борис, Вера и ещё 2. Ничего не сохраняется и не попадает в ваш журнал."
        );
    }

    #[test]
    fn who_is_strong_and_how_sure() {
        let say = |words: Words, strength, people| words.strong(&standing(strength, people));
        assert_eq!(say(EN, Strength::LikelyBetter, 2), "Анна: likely stronger, about 9 in 10.");
        assert_eq!(say(RU, Strength::LikelyBetter, 3), "Анна: скорее всего сильнее всех, примерно 9 из 10.");
        assert_eq!(say(EN, Strength::Better, 3), "Анна: the strongest.");
        assert_eq!(say(RU, Strength::NoClearDifference, 2), "Явной разницы нет.");
        let alone = Standing { best: None, ..standing(Strength::Better, 2) };
        assert_eq!(EN.strong(&alone), "A comparison needs two people with at least 20 calls each.");
        assert_eq!(RU.strong(&alone), "Для сравнения нужны двое, у каждого хотя бы 20 звонков.");
        let later = Standing { key: RateKey::PresentationSale, ..alone };
        assert_eq!(RU.strong(&later), "Для сравнения нужны двое, у каждого хотя бы 20 презентаций.");
    }

    #[test]
    fn rows_and_charts() {
        let it = standing(Strength::Better, 2);
        assert_eq!(EN.standing_sentence(&it), "You 25 of 100, 25%; Анна 25 of 100, 25%. Overall 25%.");
        assert_eq!(RU.person_text(&it.rows[0]), "Вы: 25 из 100 · 25\u{a0}% · скорее всего 20–31\u{a0}%");
        assert_eq!(EN.standing_head(RateKey::CallSale)[1..3], ["Calls", "Sales"]);
    }

    #[test]
    fn a_bad_file_is_named() {
        assert_eq!(EN.refused("a.csv", Refusal::NotABackup), "“a.csv”: This is not a Callpace backup.");
        assert_eq!(RU.refused("a.json", Refusal::TooMany), "«a.json»: Уже открыто двенадцать файлов.");
        let again = Again { place: 1, who: Who::Colleague("Анна".to_owned()) };
        assert_eq!(
            RU.again("Анна 2", &again),
            "«Анна 2» — те же записи, что «Анна»: показаны, но в итог и сравнение не входят."
        );
        assert_eq!(team::MAX_PEOPLE, 12);
    }
}
