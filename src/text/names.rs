//! Names of steps, reasons and what they point to.

use super::Words;
use crate::{
    app::view::names::Name,
    domain::{
        reason::{BuiltIn, Class, Side},
        step::{Origin, Step},
    },
    journal::{record::What, settings::MiddleName},
};

impl Words {
    /// A name: the seller's own as it is, else ours.
    #[must_use]
    pub fn name(self, name: &Name) -> String {
        match name {
            Name::Own(it) => it.clone(),
            Name::Reason(it) => self.reason(*it).to_owned(),
            Name::Step(it, middle) => Self { middle: *middle, ..self }.step(*it).to_owned(),
            Name::Gone => self.pick("(removed)", "(удалено)").to_owned(),
        }
    }

    /// A step of the fixed chain, in the singular. Own steps are named by the seller.
    #[must_use]
    pub const fn step(self, step: Step) -> &'static str {
        match step {
            Step::Call => self.pick("Call", "Звонок"),
            Step::Presentation => self.middle_name(),
            Step::Sale => self.pick("Sale", "Сделка"),
            Step::Own(_) => self.pick("Own step", "Свой шаг"),
        }
    }

    const fn middle_name(self) -> &'static str {
        match self.middle {
            MiddleName::Presentation => self.pick("Presentation", "Презентация"),
            MiddleName::Meeting => self.pick("Meeting", "Встреча"),
        }
    }

    /// A column of the week: `Calls`, `Inbound sales`.
    #[must_use]
    pub fn column(self, what: What, own: Option<&Name>) -> String {
        if let Some(own) = own {
            return self.name(own);
        }
        let meeting = self.middle == MiddleName::Meeting;
        let text = match what {
            What::Step(Step::Call, _) => self.pick("Calls", "Звонки"),
            What::Step(Step::Presentation, Origin::Cold) if meeting => self.pick("Meetings", "Встречи"),
            What::Step(Step::Presentation, Origin::Cold) => self.pick("Presentations", "Презентации"),
            What::Step(Step::Sale, Origin::Cold) => self.pick("Sales", "Сделки"),
            What::Step(Step::Presentation, Origin::Inbound) if meeting => {
                self.pick("Inbound meetings", "Входящие встречи")
            }
            What::Step(Step::Presentation, Origin::Inbound) => {
                self.pick("Inbound presentations", "Входящие презентации")
            }
            What::Step(Step::Sale, Origin::Inbound) => self.pick("Inbound sales", "Входящие сделки"),
            What::Step(Step::Own(_), _) => self.pick("Own step", "Свой шаг"),
            What::Counter(_) => self.pick("Counter", "Счётчик"),
        };
        text.to_owned()
    }

    /// An entry: `Call`, `Inbound sale`.
    #[must_use]
    pub fn what(self, what: What, name: &Name) -> String {
        let meeting = self.middle == MiddleName::Meeting;
        match what {
            What::Step(Step::Presentation, Origin::Inbound) if meeting => {
                self.pick("Inbound meeting", "Входящая встреча").to_owned()
            }
            What::Step(Step::Presentation, Origin::Inbound) => {
                self.pick("Inbound presentation", "Входящая презентация").to_owned()
            }
            What::Step(Step::Sale, Origin::Inbound) => {
                self.pick("Inbound sale", "Входящая сделка").to_owned()
            }
            _ => self.name(name),
        }
    }

    /// A reason that is there from the start.
    #[must_use]
    pub const fn reason(self, it: BuiltIn) -> &'static str {
        match it {
            BuiltIn::NoAnswer => self.pick("No answer", "Недозвон"),
            BuiltIn::Gatekeeper => self.pick("Gatekeeper", "Секретарь"),
            BuiltIn::NotInterested => self.pick("Not interested", "Нет интереса"),
            BuiltIn::NotAFit | BuiltIn::NotAFitAfter => self.pick("Not a fit", "Не наш клиент"),
            BuiltIn::HasSupplier => self.pick("Has a supplier", "Есть поставщик"),
            BuiltIn::CallBack => self.pick("Call back", "Перезвон"),
            BuiltIn::TooExpensive => self.pick("Too expensive", "Дорого"),
            BuiltIn::NotTheDecider => self.pick("Not the decider", "Не ЛПР"),
            BuiltIn::NotConvinced => self.pick("Not convinced", "Не убедили"),
            BuiltIn::StillThinking => self.pick("Still thinking", "Думают"),
        }
    }

    /// What a reason points to.
    #[must_use]
    pub const fn class(self, it: Class) -> &'static str {
        match it {
            Class::ListAndTime => self.pick("list & time", "база и время"),
            Class::CallOpening => self.pick("call opening", "начало звонка"),
            Class::Qualifying => self.pick("qualifying", "отбор"),
            Class::Presentation => self.pick("presentation", "презентация"),
            Class::Offer => self.pick("offer", "предложение"),
            Class::Timing => self.pick("timing", "срок"),
        }
    }

    /// The heading of the reasons of a side.
    #[must_use]
    pub const fn side(self, side: Side) -> &'static str {
        match side {
            Side::Call => self.pick("After a call", "После звонка"),
            Side::Presentation => self.pick("After a presentation", "После презентации"),
        }
    }
}
