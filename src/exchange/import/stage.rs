//! Steps, and the stages and statuses of pipelines, by their words.
//!
//! The default stages of `HubSpot`, Pipedrive, Salesforce, `amoCRM` and
//! Bitrix24 are understood in English and Russian. A presentation is one that
//! was held: a meeting merely booked has come as far as a call.

use super::words::{CALL, PRESENTATION, any, direction, tokens};
use crate::domain::step::Origin;

/// How far a prospect has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    /// Nobody has called yet, or the word says nothing about it.
    Untouched,
    Called,
    Presented,
    Sold,
}

/// What a step or stage says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stage {
    pub(crate) reach: Reach,
    /// The prospect is lost; how far they had come is not told.
    pub(crate) lost: bool,
    /// The word names the step itself, rather than a stage beside it: "Demo",
    /// but not "Demo scheduled" or "Proposal".
    pub(crate) exact: bool,
    pub(crate) origin: Option<Origin>,
}

const LOST: &str = "lost =lose отказ провал проигр нереализ unqualif disqualif junk неуспе недозвон reject refus \
    declin некачеств нецелев =busy voicemail занят =abandoned =dead";
/// Lost, when denied: "closed and not realised", "no answer", "not interested".
const DENIED: &str = "реализ успе converted interest интерес answer ответ won дозвон состоял";
const BOOKED: &str = "schedul booked planned назнач заплан =set перенес reschedul";
const BEFORE_SIGNING: &str = "proposal quote offer negotiat decision decid evaluat pilot trial invoice =sent =review \
    =кп коммерч предлож переговор решен решаю соглас счет документ ожида ждем думает legal verbal commit \
    proposition предоплат тест отправ подготов";
const WON: &str = "won =sold =sale =sales успе реализ выигр продаж продан оплачен =paid signed подписан purchas \
    куплен купил =success =customer";
const SALE_ITSELF: &str = "=оплата =оплаты =договор =контракт =contract =deal =deals =сделка =сделки сделок";
const FRESH: &str = "=new =нов =новый =новая =новые =новое неразобр необработ =lead =leads =лид =лиды заявк =todo \
    =backlog unassigned =incoming =raw";
const TOUCHED: &str = "contact контакт prospect qualif квалиф working progress работ attempt connect reached дозвон \
    needs потребн interest интерес follow perception nurtur converted opportunit =warm думают processed responded \
    callback перезвон";

/// Reads a step, a stage or a status.
pub(crate) fn stage(text: &str) -> Option<Stage> {
    let words = tokens(text);
    let joined = words.join(" ");
    let has = |stems: &str| any(&words, stems);
    let told = |reach, exact| Some(Stage { reach, lost: false, exact, origin: direction(&words) });
    let not = has("=not =не =no =нет =un =без");

    if joined.contains("not contacted")
        || joined.contains("to call")
        || not && has("обработ разобр started called")
    {
        return told(Reach::Untouched, false);
    }
    if has(LOST) || not && has(DENIED) {
        return Some(Stage { reach: Reach::Called, lost: true, exact: false, origin: direction(&words) });
    }
    let booked = has(BOOKED);
    if has(PRESENTATION) {
        let held = told(Reach::Presented, !has(BEFORE_SIGNING));
        return if booked { told(Reach::Called, false) } else { held };
    }
    if has(CALL) && !has("won closed продаж") {
        return told(Reach::Called, !booked && !has("back callback перезвон"));
    }
    if has("qualif") {
        return told(Reach::Called, false);
    }
    if has(WON) && !has("=sent соглас ожида ждем preparing") {
        return told(Reach::Sold, true);
    }
    if has(BEFORE_SIGNING) {
        return told(Reach::Presented, false);
    }
    if has(FRESH) {
        return told(Reach::Untouched, false);
    }
    if has(SALE_ITSELF) {
        return told(Reach::Sold, true);
    }
    if has(TOUCHED) {
        return told(Reach::Called, false);
    }
    // "Open", a status beside a stage: says only that nothing is over.
    if has("=open =opened открыт активн =active") { told(Reach::Untouched, false) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(reach: Reach, lost: bool, exact: bool, names: &str) {
        for name in names.split('|') {
            let found = stage(name).map(|it| (it.reach, it.lost, it.exact));
            assert_eq!(found, Some((reach, lost, exact)), "{name}");
        }
    }

    #[test]
    fn steps_themselves() {
        check(
            Reach::Called,
            false,
            true,
            "call|Calls|Cold call|Звонок|звонки|Холодный звонок|Исходящий звонок|Sales call",
        );
        check(
            Reach::Presented,
            false,
            true,
            "presentation|Demo|Meeting|Презентация|Встреча|Показ|Входящая презентация",
        );
        check(
            Reach::Sold,
            false,
            true,
            "sale|Sales|Won|Closed Won|Сделка|Продажа|Оплата|Договор|Успешно реализовано|Сделка успешна",
        );
        assert_eq!(stage("Inbound call").and_then(|it| it.origin), Some(Origin::Inbound));
        assert_eq!(stage("Входящая презентация").and_then(|it| it.origin), Some(Origin::Inbound));
    }

    #[test]
    fn stages_of_pipelines() {
        check(
            Reach::Called,
            false,
            false,
            "Demo Scheduled|Appointment Scheduled|Presentation Scheduled|Встреча назначена|Qualified To Buy|Contact Made|Первичный контакт|В работе|Prospecting|Qualification|Needs Analysis|Sales Qualified Lead|Working - Contacted",
        );
        check(
            Reach::Presented,
            false,
            false,
            "Proposal Made|Negotiations Started|Decision Maker Bought-In|Contract Sent|Переговоры|Принимают решение|Согласование договора|Proposal/Price Quote|Negotiation/Review|Счёт на предоплату|Финальный счёт|Отправлено КП|Ожидание оплаты",
        );
        check(
            Reach::Untouched,
            false,
            false,
            "New|Новая|Новая заявка|Неразобранное|Не обработан|Lead|Open - Not Contacted|To call|Open|Новая сделка",
        );
        check(
            Reach::Called,
            true,
            false,
            "Closed Lost|Lost|Закрыто и не реализовано|Сделка провалена|Отказ|Unqualified|Недозвон|No answer|Not interested|Нет интереса|Junk Lead|Closed - Not Converted",
        );
        for name in ["", "Танец", "dance", "42", "Письмо", "E-mail"] {
            assert_eq!(stage(name), None, "{name}");
        }
    }
}
