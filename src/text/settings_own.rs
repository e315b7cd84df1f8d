//! The seller's own lists, reasons, steps and counters.

use super::{
    Words,
    plural::{Case, Noun},
};
use crate::{
    app::view::{names::Name, settings_own::StepSet},
    domain::{date::Date, step::Place},
};

impl Words {
    /// What lists are for.
    #[must_use]
    pub const fn lists_hint(self) -> &'static str {
        self.pick(
            "A lead list, a script or a source. The Log asks which one you are calling; the Funnel compares them.",
            "База, скрипт или источник. В «Учёте» видно, по какой базе вы звоните, «Воронка» их сравнивает.",
        )
    }

    /// Label of the field for a new list.
    #[must_use]
    pub const fn new_list(self) -> &'static str {
        self.pick("New list", "Новая база")
    }

    /// `60 calls`.
    #[must_use]
    pub fn calls_of_list(self, n: u64) -> String {
        self.counted(Noun::Call, Case::Nominative, n)
    }

    /// What a list cost.
    #[must_use]
    pub fn list_cost(self, minor: u64) -> String {
        if self.is_ru() {
            format!("цена {}", self.money(minor))
        } else {
            format!("cost {}", self.money(minor))
        }
    }

    /// None yet.
    #[must_use]
    pub const fn no_lists(self) -> &'static str {
        self.pick("No lists yet. They are optional.", "Баз пока нет. Можно и без них.")
    }

    /// Opens the sheet of a thing of this name.
    #[must_use]
    pub fn edit_named(self, name: &str) -> String {
        format!("{} {name}", self.edit())
    }

    /// Puts a thing away: it is not offered any more, and stays in the numbers.
    #[must_use]
    pub const fn archive(self) -> &'static str {
        self.pick("Archive", "В архив")
    }

    /// The same with a name.
    #[must_use]
    pub fn archive_named(self, name: &str) -> String {
        if self.is_ru() { format!("В архив: {name}") } else { format!("Archive {name}") }
    }

    /// Offers it again.
    #[must_use]
    pub const fn bring_back(self) -> &'static str {
        self.pick("Bring back", "Вернуть")
    }

    /// The same with a name.
    #[must_use]
    pub fn bring_back_named(self, name: &str) -> String {
        format!("{} {name}", self.bring_back())
    }

    /// Heading of what is put away.
    #[must_use]
    pub const fn archived(self) -> &'static str {
        self.pick("Archived", "В архиве")
    }

    /// What being put away means.
    #[must_use]
    pub const fn archived_hint(self) -> &'static str {
        self.pick("Not offered any more; still counted.", "Больше не предлагаются, но в расчёте остались.")
    }

    /// Heading of the sheet of a list.
    #[must_use]
    pub const fn edit_list(self) -> &'static str {
        self.pick("List", "База")
    }

    /// Label of the price of a list.
    #[must_use]
    pub const fn list_price(self) -> &'static str {
        self.pick("What the list cost (optional)", "Сколько стоила база (необязательно)")
    }

    /// Label of the field that merges a list into another.
    #[must_use]
    pub const fn merge_into(self) -> &'static str {
        self.pick("Count it under another list", "Считать вместе с другой базой")
    }

    /// It stays by itself.
    #[must_use]
    pub const fn merge_none(self) -> &'static str {
        self.pick("No, keep it apart", "Нет, отдельно")
    }

    /// What that does.
    #[must_use]
    pub const fn merge_hint(self) -> &'static str {
        self.pick(
            "Its entries are then counted under that list. Undo takes it back.",
            "Её записи будут считаться в той базе. Это можно отменить.",
        )
    }

    /// Heading of the lists that are counted under this one.
    #[must_use]
    pub const fn counted_together(self) -> &'static str {
        self.pick("Counted together with it", "Считаются вместе с ней")
    }

    /// Counts a merged list by itself again.
    #[must_use]
    pub const fn set_apart(self) -> &'static str {
        self.pick("Set apart", "Отделить")
    }

    /// What reasons are for.
    #[must_use]
    pub const fn reasons_hint(self) -> &'static str {
        self.pick(
            "At most six a side, in the order of the buttons on the Log. Each points to what to work on.",
            "Не больше шести на каждой стороне, порядок — как у кнопок в «Учёте». Причина подсказывает, что чинить.",
        )
    }

    /// Label of the field for a new reason.
    #[must_use]
    pub const fn new_reason(self) -> &'static str {
        self.pick("New reason", "Новая причина")
    }

    /// A side has all the reasons it can have.
    #[must_use]
    pub const fn reasons_full(self) -> &'static str {
        self.pick(
            "Six are in use. Archive one to add another.",
            "Занято все шесть. Чтобы добавить, уберите одну в архив.",
        )
    }

    /// Label of what a reason points to.
    #[must_use]
    pub fn points_to(self, name: &str) -> String {
        if self.is_ru() { format!("Что чинить: {name}") } else { format!("{name}: what to work on") }
    }

    /// Moves a reason up.
    #[must_use]
    pub fn move_up(self, name: &str) -> String {
        if self.is_ru() { format!("Выше: {name}") } else { format!("Move {name} up") }
    }

    /// Moves a reason down.
    #[must_use]
    pub fn move_down(self, name: &str) -> String {
        if self.is_ru() { format!("Ниже: {name}") } else { format!("Move {name} down") }
    }

    /// Heading of the sheet of a reason.
    #[must_use]
    pub const fn edit_reason(self) -> &'static str {
        self.pick("Reason", "Причина")
    }

    /// What own steps are for.
    #[must_use]
    pub const fn steps_hint(self) -> &'static str {
        self.pick(
            "Up to three steps of your own, before or after the presentation.",
            "До трёх своих шагов, до или после презентации.",
        )
    }

    /// What they do not change.
    #[must_use]
    pub const fn steps_hint_rates(self) -> &'static str {
        self.pick(
            "The three rates and the plan stay as they are. A rate that touches an own step counts from its first day on.",
            "Три основных процента и план не меняются. Процент со своим шагом считается с первого дня этого шага.",
        )
    }

    /// Since when a step is recorded.
    #[must_use]
    pub fn counted_since(self, since: Option<Date>) -> String {
        match (since, self.is_ru()) {
            (None, _) => self.pick("Not recorded yet.", "Записей пока нет.").to_owned(),
            (Some(day), false) => format!("Counted since {}.", self.date(day)),
            (Some(day), true) => format!("Считается с {}.", self.date(day)),
        }
    }

    /// Adds a step.
    #[must_use]
    pub const fn add_step(self) -> &'static str {
        self.pick("+ Add a step", "+ Добавить шаг")
    }

    /// A step before it has a name.
    #[must_use]
    pub fn step_without_name(self, n: usize) -> String {
        if self.is_ru() { format!("Шаг {n}") } else { format!("Step {n}") }
    }

    /// Heading of one step.
    #[must_use]
    pub const fn own_step(self) -> &'static str {
        self.pick("Own step", "Свой шаг")
    }

    /// Label of its place.
    #[must_use]
    pub const fn step_place(self) -> &'static str {
        self.pick("Where", "Где")
    }

    /// A place.
    #[must_use]
    pub const fn place(self, it: Place) -> &'static str {
        let meeting = matches!(self.middle, crate::journal::settings::MiddleName::Meeting);
        match (it, meeting) {
            (Place::BeforePresentation, false) => self.pick("before the presentation", "до презентации"),
            (Place::AfterPresentation, false) => self.pick("after the presentation", "после презентации"),
            (Place::BeforePresentation, true) => self.pick("before the meeting", "до встречи"),
            (Place::AfterPresentation, true) => self.pick("after the meeting", "после встречи"),
        }
    }

    /// Label of what counts as a step.
    #[must_use]
    pub const fn step_counts(self) -> &'static str {
        self.pick("What counts (optional)", "Что считать (необязательно)")
    }

    /// All three are in use.
    #[must_use]
    pub const fn steps_full(self) -> &'static str {
        self.pick("Three are in use.", "Заняты все три.")
    }

    /// What removing a step does.
    #[must_use]
    pub const fn step_removed_hint(self) -> &'static str {
        self.pick(
            "A removed step is only hidden: its entries stay, and Undo on the Log brings it back.",
            "Убранный шаг только скрыт: записи остаются, «Отменить» на экране «Учёт» его вернёт.",
        )
    }

    /// Heading of the chain.
    #[must_use]
    pub const fn your_chain(self) -> &'static str {
        self.pick("Your chain", "Ваша цепочка")
    }

    /// Heading of the ready-made sets.
    #[must_use]
    pub const fn step_sets(self) -> &'static str {
        self.pick("Start from a set", "Готовые наборы")
    }

    /// A ready-made set.
    #[must_use]
    pub const fn step_set(self, it: StepSet) -> &'static str {
        match it {
            StepSet::Reached => self.pick("Reached", "Дозвон"),
            StepSet::Meetings => self.pick("Meetings", "Встречи"),
            StepSet::Offers => self.pick("Offers", "КП"),
        }
    }

    /// The step that a set brings.
    #[must_use]
    pub const fn step_set_name(self, it: StepSet) -> &'static str {
        match it {
            StepSet::Reached => self.pick("Reached", "Дозвон"),
            StepSet::Meetings => self.pick("Meeting booked", "Встреча назначена"),
            StepSet::Offers => self.pick("Offer sent", "КП отправлено"),
        }
    }

    /// What counts as that step.
    #[must_use]
    pub const fn step_set_counts(self, it: StepSet) -> &'static str {
        match it {
            StepSet::Reached => {
                self.pick("You talked to the person you wanted", "Поговорили с тем, с кем хотели")
            }
            StepSet::Meetings => self.pick("Day and hour are agreed", "Согласованы день и час"),
            StepSet::Offers => self.pick("The offer is with the client", "Предложение у клиента"),
        }
    }

    /// The chain of a set: `Call → Reached → Presentation → Sale`.
    #[must_use]
    pub fn step_set_chain(self, it: StepSet) -> String {
        let fixed = |step| Name::Step(step, it.middle());
        let own = Name::Own(self.step_set_name(it).to_owned());
        let [call, middle, sale] = [
            crate::domain::step::Step::Call,
            crate::domain::step::Step::Presentation,
            crate::domain::step::Step::Sale,
        ]
        .map(fixed);
        self.chain(&match it.place() {
            Place::BeforePresentation => [call, own, middle, sale],
            Place::AfterPresentation => [call, middle, own, sale],
        })
    }

    /// Steps one after the other.
    #[must_use]
    pub fn chain(self, steps: &[Name]) -> String {
        steps.iter().map(|it| self.name(it)).collect::<Vec<_>>().join(" → ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{EN, RU};

    #[test]
    fn sets_show_their_chain() {
        assert_eq!(EN.step_set_chain(StepSet::Reached), "Call → Reached → Presentation → Sale");
        assert_eq!(RU.step_set_chain(StepSet::Meetings), "Звонок → Встреча назначена → Встреча → Сделка");
        assert_eq!(RU.step_set_chain(StepSet::Offers), "Звонок → Презентация → КП отправлено → Сделка");
        for it in StepSet::ALL {
            for words in [EN, RU] {
                assert!(words.step_set_name(it).chars().count() <= crate::journal::settings::MAX_STEP_NAME);
            }
        }
    }

    #[test]
    fn counted_since_a_day() {
        let day = Date::new(2025, 3, 3);
        assert_eq!(EN.counted_since(day), "Counted since 3 March.");
        assert_eq!(RU.counted_since(day), "Считается с 3 марта.");
        assert_eq!(RU.calls_of_list(21), "21 звонок");
    }
}
