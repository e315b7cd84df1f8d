//! What a column holds, guessed from its header.
//!
//! Rules in order, the first that applies wins: what is *about* a count (its
//! goal, its rate) before the count itself, dates before the steps they belong
//! to, money before the sales it was made with.

use super::role::Role;
use super::words::{CALL, COLD, INBOUND, PRESENTATION, SALE, all, any, is, tokens};

/// A guess from the header alone; which column gets a role is for the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hint {
    pub(crate) role: Role,
    /// The better of two headers for one role has the higher rank.
    pub(crate) rank: u8,
    pub(crate) kind: Kind,
}

/// What else a header tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Plain,
    /// The day a deal was created.
    Created,
    /// "Type", "Result": a step only if the cells say so.
    Perhaps,
    /// "value": money, or the count of a melted table.
    Value,
    /// "variable": the other half of a melted table.
    Variable,
}

impl Hint {
    pub(crate) const IGNORE: Self = Self::new(Role::Ignore, 0);

    const fn new(role: Role, rank: u8) -> Self {
        Self { role, rank, kind: Kind::Plain }
    }

    const fn of(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }
}

/// About counts, or about the record, never what is counted.
const ABOUT: &str = "конверс conver =rate =ratio =доля =план =plan =goal =goals =target =targets =цель =норма =quota \
    forecast прогноз =avg =average средн =id =uuid =guid probab вероятн currency валют =tag =tags =тег =теги =utm \
    =share weekday =dow";
const SPANS: &str = "=week недел =month =месяц =year =год =quarter =квартал";
const PEOPLE: &str = "=by =кем =автор owner ответствен менеджер manager =name назван наимен =имя =фио";
const COUNT: &str =
    "=count =counts =n =qty =quantity =number =кол =во количеств =число =шт =сколько =of =cnt =штук";
const PERHAPS: &str = "=type =тип =kind =вид =category категори =activity =activities активност действи =action =event событи =result результат \
    outcome";
const MONEY: &str = "amount =value сумм revenue выручк =price =цена бюджет budget стоимост оборот turnover money \
    деньги доход income =руб рубл =rub =usd =eur =р";
const OTHER: &str = "=name =user phone телефон =тел mail почта compan компани organi организ account client клиент \
    customer contact контакт address адрес =city город comment коммент =note =notes примеч заметк =url link ссылк \
    duration длительн minute минут =time =время =hours =час =часы =часов =total =итого =всего =title rep agent \
    сотрудник продав =номер lead =лид =лиды pipeline воронк region регион product продукт товар =description описан";
/// Reached, missed, booked: worth knowing, but not the step itself.
const BESIDE: &str = "booked schedul назнач заплан missed пропущ answered отвеч reached connected back callback \
    перезвон недозвон дозвон успешн результатив повторн follow repeat =no cancel отмен перенес lost потер =open открыт";

/// Reads a header. `None` when no word of it is known.
pub(crate) fn recognise(header: &str) -> Option<Hint> {
    let words = tokens(header);
    if words.is_empty() || words.len() > 8 {
        return None;
    }
    let has = |stems: &str| any(&words, stems);
    if header.contains('%') || has(ABOUT) || has(SPANS) && !has("=date =дата") {
        return Some(Hint::IGNORE);
    }
    date(&words).or_else(|| name(&words)).or_else(|| number(header, &words)).or_else(|| {
        // Not before the counts: "Звонки клиентам" are calls.
        counts(&words).or_else(|| has(OTHER).then_some(Hint::IGNORE))
    })
}

fn date(words: &[String]) -> Option<Hint> {
    let has = |stems: &str| any(words, stems);
    let dated = has("date дата дату timestamp datetime =on =at") && !has("=update");
    let timed = dated || has("=time =время");
    // Neither creation nor sale: a stage entered, a deal lost or touched.
    let touched = "last =next послед следующ modif updat измен редактир birth рожден =due changed";
    if dated && has(touched) || timed && has("lost проигр stage этап отказ") {
        return Some(Hint::IGNORE);
    }
    if has("=by =кем =who") {
        return None;
    }
    let closing = has("close closing закрыт заверш =won выигр");
    if closing && (timed || all(words, "close закрыт заверш =deal =сделка =on =at")) {
        let rank = match () {
            () if has("expect предпол ожид planned планир") => 1,
            () if has("=won выигр") => 3,
            () => 2,
        };
        return Some(Hint::new(Role::Closed, rank));
    }
    if has("creat созда =added добавлен =opened поступлен registered") || timed && has("=add =open =start")
    {
        return Some(Hint::new(Role::Date, 2).of(Kind::Created));
    }
    if has("=date =dates =дата =даты datetime timestamp") {
        let plain = all(words, "=date =дата =day =день =and =и =time =время =call =звонка");
        return Some(Hint::new(Role::Date, if plain { 4 } else { 3 }));
    }
    let days = all(words, "=day =days =день =дни =when =когда =число =месяца");
    days.then(|| Hint::new(Role::Date, if has("=число") { 1 } else { 3 }))
}

/// Columns of names.
fn name(words: &[String]) -> Option<Hint> {
    let has = |stems: &str| any(words, stems);
    let better = |stems: &str| if has(stems) { 3 } else { 2 };
    if has("reason причин objection возражен") {
        return Some(Hint::new(Role::Reason, 3));
    }
    if has("=source источник origin =channel =канал происхожд =direction направлен")
    {
        return Some(Hint::new(Role::Origin, better("lead deal сделк channel канал")));
    }
    if has("=list =lists =список =база =базы =базе campaign кампан segment сегмент =script =скрипт")
    {
        return Some(Hint::new(Role::List, better("=list =lists =база список =базы")));
    }
    let stage = "=stage =этап стади =status";
    if has(PEOPLE) && !has(stage) {
        return Some(Hint::IGNORE);
    }
    if has("=step =steps =шаг =статус lifecycle") || has(stage) {
        return Some(Hint::new(Role::Step, better("=step =stage =шаг =этап стади")));
    }
    let melted = has("=variable =metric показател =measure =kpi метрик");
    melted.then_some(Hint::new(Role::Step, 2).of(Kind::Variable))
}

/// Money, and counts of anything.
fn number(header: &str, words: &[String]) -> Option<Hint> {
    let has = |stems: &str| any(words, stems);
    if all(words, "=value =values значен") {
        return Some(Hint::new(Role::Amount, 1).of(Kind::Value));
    }
    if has(MONEY) || header.contains(['$', '€', '£', '₽']) {
        return Some(Hint::new(Role::Amount, if has("amount сумм value бюджет") { 3 } else { 2 }));
    }
    if all(words, COUNT) {
        return Some(Hint::new(Role::Count, 2));
    }
    let perhaps = has(PERHAPS) && !has("compan компани");
    perhaps.then_some(Hint::new(Role::Step, 1).of(Kind::Perhaps))
}

/// Headers of counts: which step, and whether the prospects came by themselves.
fn counts(words: &[String]) -> Option<Hint> {
    let has = |stems: &str| any(words, stems);
    if has(BESIDE) {
        return Some(Hint::IGNORE);
    }
    let inbound = has(INBOUND) || has("referral реферал рекоменд =site сайт website");
    let (call, presentation) = (has(CALL), has(PRESENTATION));
    // "Sales calls" and "sales meetings" are calls and meetings.
    let selling = (call || presentation) && words.len() == 2 && words[0] == "sales";
    let sale = has(SALE) && !selling;
    if usize::from(call) + usize::from(presentation) + usize::from(sale) > 1 {
        return Some(Hint::IGNORE);
    }
    // "Cold calls" rather than "Calls", "Calls" rather than "Calls of the team".
    let exact = u8::from(has(COLD)) * 2 + u8::from(words.len() == 1);
    let hint = |role: Role, rank: u8| Some(Hint::new(role, rank + exact));
    match (inbound, call, presentation, sale) {
        (true, true, ..) => Some(Hint::IGNORE),
        (true, _, true, _) => hint(Role::InboundPresentations, 3),
        (true, _, _, true) => hint(Role::InboundSales, 3),
        (true, ..) if has("lead =лид =лиды заяв request обращ запрос") => {
            Some(Hint::IGNORE)
        }
        (true, ..) if has(INBOUND) => Some(Hint::new(Role::InboundPresentations, 1)),
        (_, true, ..) => hint(Role::Calls, 3),
        (_, _, true, _) => hint(Role::Presentations, 3),
        (_, _, _, true) => {
            // Said best by "sales", then by deals, then by contracts and payments.
            let said = |stems: &str| words.iter().any(|it| is(it, SALE) && is(it, stems));
            let deals = 1 + u8::from(said("=deals =wins =won сделк сделок"));
            hint(Role::Sales, if said("sale =sold продаж") { 3 } else { deals })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(role: Role, headers: &str) {
        for header in headers.split('|') {
            assert_eq!(recognise(header).map(|it| it.role), Some(role), "{header}");
        }
    }

    #[test]
    fn dates() {
        check(
            Role::Date,
            "Date|Дата|день|Day|Дата звонка|Call date|createdAt|Дата создания|Create Date|Deal - Deal created|Created Time|Date/Time|Дата и время|Add time|created",
        );
        check(
            Role::Closed,
            "Closed|Close Date|closed_at|Дата закрытия|Deal - Won time|Дата завершения|Deal - Deal closed on|Предполагаемая дата закрытия|Дата закрытия сделки",
        );
    }

    #[test]
    fn counts() {
        check(
            Role::Calls,
            "Calls|calls|Звонки|звонков|Кол-во звонков|Cold calls|Звонки, шт.|Number of calls|Dials|Звонок|Холодные звонки|Calls per day|Количество звонков за день|Sales calls|cold_calls|Всего звонков|# of calls|Обзвон",
        );
        check(
            Role::Presentations,
            "Presentations|презентации|Презентаций|Встречи|Demos|Meetings held|Проведено встреч|Показы|pres|Sales meetings",
        );
        check(
            Role::Sales,
            "Sales|Продажи|Сделки|сделок|Deals|Closed deals|Won|Договоры|Кол-во продаж|Закрыто сделок",
        );
        check(
            Role::InboundPresentations,
            "Inbound|Входящие|Inbound presentations|Входящие презентации|inbound_pres|Презентации (входящие)|Вх. встречи",
        );
        check(Role::InboundSales, "Inbound sales|Входящие сделки|Продажи по рекомендации");
        check(Role::Count, "Count|Кол-во|Количество|n|Qty");
        check(
            Role::Amount,
            "Amount|Сумма|Deal - Value|Бюджет|Выручка|Сумма сделки|Sales amount|Продажи, руб.|Sales ($)",
        );
    }

    #[test]
    fn names() {
        check(
            Role::Step,
            "Step|Stage|Этап|Шаг|Стадия сделки|Deal - Stage|Deal Stage|Lead Status|Этап сделки|Статус|Type",
        );
        check(Role::Origin, "Origin|Source|Источник|Lead Source|Канал|Original Source|Источник сделки");
        check(Role::List, "List|База|Список|Lead list|Название базы|Campaign name");
        check(Role::Reason, "Reason|Причина|Причина отказа|Deal - Lost reason");
    }

    #[test]
    fn others() {
        check(
            Role::Ignore,
            "Owner|Ответственный|Deal Name|Название сделки|Конверсия, %|ID|Plan calls|План звонков|Неделя|День недели|Кем создана|Calls to sales|Комментарий|Talk time|Дата изменения|Последний звонок (дата)|Meetings booked|Назначено встреч|Входящие звонки|Inbound leads|Валюта|Итого|Calls → presentations|Deal - Owner|Телефон|Callbacks",
        );
        for header in ["", "100", "Fecha", "Отчёт", "2025-06-02"] {
            assert_eq!(recognise(header), None, "{header}");
        }
    }
}
