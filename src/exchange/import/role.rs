//! What a column holds, read from its header.

use super::words::{CALL, COLD, INBOUND, PRESENTATION, SALE, any, is, tokens};
use serde::Serialize;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The day the row counts for; of a deal, the day it was created.
    Date,
    /// The day a deal was closed: the day of its sale.
    #[serde(rename = "date")]
    Closed,
    /// Cold calls of the day.
    Calls,
    /// Presentations of the day that came from cold calls.
    Presentations,
    /// Sales of the day that came from cold calls.
    Sales,
    /// Presentations to prospects who came by themselves.
    InboundPresentations,
    /// Sales to prospects who came by themselves.
    InboundSales,
    /// The name of a step, or the stage or status of a deal.
    Step,
    /// Cold or inbound, or a source from which one of them follows.
    Origin,
    /// The name of a lead list.
    List,
    /// Why the step did not lead to the next one.
    Reason,
    /// How many.
    Count,
    /// Money, for sales.
    Amount,
    /// Nothing that is imported.
    Ignore,
}

/// A guess from the header alone; which column gets a role is for the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hint {
    pub(crate) role: Role,
    /// The better of two headers for one role has the higher rank.
    pub(crate) rank: u8,
    /// Tells headers of records (created, stage) from those of events.
    pub(crate) kind: Kind,
}

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

const fn hint(role: Role, rank: u8) -> Option<Hint> {
    Some(Hint { role, rank, kind: Kind::Plain })
}

const fn kind(role: Role, rank: u8, kind: Kind) -> Option<Hint> {
    Some(Hint { role, rank, kind })
}

/// Reads a header. `None` when no word of it is known.
pub(crate) fn recognise(header: &str) -> Option<Hint> {
    let words = tokens(header);
    if words.is_empty() || words.len() > 8 {
        return None;
    }
    let has = |stems: &[&str]| any(&words, stems);
    let only = |stems: &[&str]| words.iter().all(|word| is(word, stems));
    let count_stem = has(CALL) || has(PRESENTATION) || has(SALE);

    if header.contains('%')
        || has(&[
            "конверс",
            "conver",
            "=rate",
            "=ratio",
            "=доля",
            "=план",
            "=plan",
            "=goal",
            "=goals",
            "=target",
            "=targets",
            "=цель",
            "=норма",
            "=quota",
            "forecast",
            "прогноз",
            "=avg",
            "=average",
            "средн",
            "=id",
            "=uuid",
            "=guid",
            "probab",
            "вероятн",
            "currency",
            "валют",
            "=tag",
            "=tags",
            "=тег",
            "=теги",
            "=utm",
            "=share",
        ])
    {
        return hint(Role::Ignore, 0);
    }
    if has(&[
        "weekday",
        "=dow",
        "=week",
        "недел",
        "=month",
        "=месяц",
        "=year",
        "=год",
        "=quarter",
        "=квартал",
    ]) && !has(&["=date", "=дата"])
    {
        return hint(Role::Ignore, 0);
    }
    if let Some(found) = date(&words, count_stem) {
        return Some(found);
    }
    if has(&["reason", "причин", "objection", "возражен"]) {
        return hint(Role::Reason, 3);
    }
    if has(&["=source", "источник", "origin", "=channel", "=канал", "происхожд", "=direction", "направлен"])
    {
        return hint(
            Role::Origin,
            if has(&["lead", "deal", "lead", "сделк", "channel", "канал"]) { 3 } else { 2 },
        );
    }
    if has(&[
        "=list",
        "=lists",
        "=список",
        "=база",
        "=базы",
        "=базе",
        "campaign",
        "кампан",
        "segment",
        "сегмент",
        "=script",
        "=скрипт",
    ]) {
        return hint(Role::List, if has(&["list", "=база", "список", "базы"]) { 3 } else { 2 });
    }
    if has(&[
        "=by",
        "=кем",
        "=автор",
        "owner",
        "ответствен",
        "менеджер",
        "manager",
        "=name",
        "назван",
        "наимен",
        "=имя",
        "=фио",
    ]) && !has(&["=stage", "=этап", "стади", "=status"])
    {
        return hint(Role::Ignore, 0);
    }
    if has(&["=step", "=steps", "=stage", "=шаг", "=этап", "стади", "=status", "=статус", "lifecycle"])
    {
        return hint(Role::Step, if has(&["=step", "=stage", "=шаг", "=этап", "стади"]) { 3 } else { 2 });
    }
    if has(&["=variable", "=metric", "показател", "=measure", "=kpi", "метрик"]) {
        return kind(Role::Step, 2, Kind::Variable);
    }
    if only(&["=value", "значен", "=values"]) {
        return kind(Role::Amount, 1, Kind::Value);
    }
    if let Some(found) = amount(header, &words) {
        return Some(found);
    }
    if only(&[
        "=count",
        "=counts",
        "=n",
        "=qty",
        "=quantity",
        "=number",
        "=кол",
        "=во",
        "количеств",
        "=число",
        "=шт",
        "=сколько",
        "=of",
        "=cnt",
        "=штук",
        "=amt",
    ]) {
        return hint(Role::Count, 2);
    }
    if has(&[
        "=type",
        "=тип",
        "=activity",
        "=activities",
        "активност",
        "действи",
        "=action",
        "=event",
        "событи",
        "=result",
        "результат",
        "outcome",
    ]) && !has(&["=company", "=компании"])
    {
        return kind(Role::Step, 1, Kind::Perhaps);
    }
    counts(&words).or_else(|| {
        has(&[
            "=name",
            "=user",
            "phone",
            "телефон",
            "=тел",
            "mail",
            "почта",
            "compan",
            "компани",
            "organi",
            "организ",
            "account",
            "client",
            "клиент",
            "customer",
            "contact",
            "контакт",
            "address",
            "адрес",
            "=city",
            "город",
            "comment",
            "коммент",
            "=note",
            "=notes",
            "примеч",
            "заметк",
            "=url",
            "link",
            "ссылк",
            "duration",
            "длительн",
            "minute",
            "минут",
            "=time",
            "=время",
            "=hours",
            "=час",
            "=часы",
            "=часов",
            "=total",
            "=итого",
            "=всего",
            "=title",
            "rep",
            "agent",
            "сотрудник",
            "продав",
            "=номер",
            "lead",
            "=лид",
            "=лиды",
            "pipeline",
            "воронк",
            "region",
            "регион",
            "product",
            "продукт",
            "товар",
            "=description",
            "описан",
        ])
        .then_some(Hint { role: Role::Ignore, rank: 0, kind: Kind::Plain })
    })
}

fn date(words: &[String], count_stem: bool) -> Option<Hint> {
    let has = |stems: &[&str]| any(words, stems);
    let day_word =
        has(&["date", "дата", "дату", "timestamp", "datetime", "=on", "=at"]) && !has(&["=update"]);
    let timed = day_word || has(&["=time", "=время"]);
    if day_word
        && has(&[
            "last",
            "=next",
            "послед",
            "следующ",
            "modif",
            "updat",
            "измен",
            "редактир",
            "birth",
            "рожден",
            "=due",
            "changed",
        ])
    {
        return hint(Role::Ignore, 0);
    }
    // A stage entered, a deal lost: neither creation nor sale.
    if timed && has(&["lost", "проигр", "stage", "этап", "отказ"]) {
        return hint(Role::Ignore, 0);
    }
    if has(&["=by", "=кем", "=who"]) {
        return None;
    }
    let closing = has(&["close", "closing", "закрыт", "заверш", "=won", "выигр"]);
    let only_closing =
        words.iter().all(|it| is(it, &["close", "закрыт", "заверш", "=deal", "=сделка", "=on", "=at"]));
    if closing && (timed || only_closing) {
        let expected = has(&["expect", "предпол", "ожид", "planned", "планир"]);
        let rank = if expected {
            1
        } else if has(&["=won", "выигр"]) {
            3
        } else {
            2
        };
        return hint(Role::Closed, rank);
    }
    if has(&["creat", "созда", "=added", "добавлен", "=opened", "поступлен", "registered"])
        || timed && has(&["=add", "=open", "=start"])
    {
        return kind(Role::Date, 2, Kind::Created);
    }
    if has(&["=date", "=dates", "=дата", "=даты", "datetime", "timestamp"]) {
        let plain = words.iter().all(|it| {
            is(it, &["=date", "=дата", "=day", "=день", "=and", "=и", "=time", "=время", "=call", "=звонка"])
        });
        return hint(Role::Date, if plain { 4 } else { 3 });
    }
    if !count_stem
        && words.iter().all(|it| {
            is(it, &["=day", "=days", "=день", "=дни", "=when", "=когда", "=число", "=month", "=месяца"])
        })
    {
        return hint(Role::Date, if has(&["=число"]) { 1 } else { 3 });
    }
    None
}

fn amount(header: &str, words: &[String]) -> Option<Hint> {
    let has = |stems: &[&str]| any(words, stems);
    let money = has(&[
        "amount",
        "=value",
        "сумм",
        "revenue",
        "выручк",
        "=price",
        "=цена",
        "бюджет",
        "budget",
        "стоимост",
        "оборот",
        "turnover",
        "money",
        "деньги",
        "доход",
        "income",
        "=руб",
        "рубл",
        "=rub",
        "=usd",
        "=eur",
        "=р",
    ]) || header.contains(['$', '€', '£', '₽']);
    money.then_some(Hint {
        role: Role::Amount,
        rank: if has(&["amount", "сумм", "value", "бюджет"]) { 3 } else { 2 },
        kind: Kind::Plain,
    })
}

/// Headers of counts: which step, and whether the prospects came by themselves.
fn counts(words: &[String]) -> Option<Hint> {
    let has = |stems: &[&str]| any(words, stems);
    // Reached, missed, booked: worth knowing, but not the step itself.
    if has(&[
        "booked",
        "schedul",
        "назнач",
        "заплан",
        "missed",
        "пропущ",
        "answered",
        "отвеч",
        "reached",
        "connected",
        "back",
        "перезвон",
        "недозвон",
        "дозвон",
        "успешн",
        "результатив",
        "повторн",
        "follow",
        "repeat",
        "=no",
        "cancel",
        "отмен",
        "перенес",
        "lost",
        "потер",
        "=open",
        "открыт",
    ]) {
        return hint(Role::Ignore, 0);
    }
    let inbound = has(INBOUND) || has(&["referral", "реферал", "рекоменд", "=site", "сайт", "website"]);
    let (call, presentation) = (has(CALL), has(PRESENTATION));
    let sale_words = || words.iter().filter(|it| is(it, SALE));
    let sale = sale_words().count() > 0;
    // "Sales calls" and "sales meetings" are calls and meetings.
    let sale = sale && !((call || presentation) && words.len() == 2 && words[0] == "sales");
    if usize::from(call) + usize::from(presentation) + usize::from(sale) > 1 {
        return hint(Role::Ignore, 0);
    }
    let exact = u8::from(has(COLD)) * 2 + u8::from(words.len() == 1);
    // A deal by name, not deals by number, unless the cells are numbers; sales
    // are said best by "sales", then by deals, then by contracts and payments.
    let rank = |base: u8| base + exact;
    match (inbound, call, presentation, sale) {
        (true, true, ..) => hint(Role::Ignore, 0),
        (true, _, true, _) => hint(Role::InboundPresentations, rank(3)),
        (true, _, _, true) => hint(Role::InboundSales, rank(3)),
        (true, ..) if has(&["lead", "=лид", "=лиды", "заяв", "request", "обращ", "запрос"]) => {
            hint(Role::Ignore, 0)
        }
        (true, ..) if has(INBOUND) => hint(Role::InboundPresentations, 1),
        (_, true, ..) => hint(Role::Calls, rank(3)),
        (_, _, true, _) => hint(Role::Presentations, rank(3)),
        (_, _, _, true) => {
            let strong = sale_words().any(|it| is(it, &["sale", "=sold", "продаж"]));
            let deals = sale_words().any(|it| is(it, &["=deals", "=wins", "=won", "сделк", "сделок"]));
            hint(Role::Sales, rank(if strong { 3 } else { 1 + u8::from(deals) }))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers() {
        let cases: &[(Role, &[&str])] = &[
            (
                Role::Date,
                &[
                    "Date",
                    "Дата",
                    "день",
                    "Day",
                    "Дата звонка",
                    "Call date",
                    "createdAt",
                    "Дата создания",
                    "Create Date",
                    "Deal - Deal created",
                    "Created Time",
                    "Date/Time",
                    "Дата и время",
                    "Add time",
                ],
            ),
            (
                Role::Closed,
                &[
                    "Closed",
                    "Close Date",
                    "closed_at",
                    "Дата закрытия",
                    "Deal - Won time",
                    "Дата завершения",
                    "Deal - Deal closed on",
                    "Предполагаемая дата закрытия",
                    "Дата закрытия сделки",
                ],
            ),
            (
                Role::Calls,
                &[
                    "Calls",
                    "calls",
                    "Звонки",
                    "звонков",
                    "Кол-во звонков",
                    "Cold calls",
                    "Звонки, шт.",
                    "Number of calls",
                    "Dials",
                    "Звонок",
                    "Холодные звонки",
                    "Calls per day",
                    "Количество звонков за день",
                    "Sales calls",
                    "cold_calls",
                    "Всего звонков",
                    "# of calls",
                    "Обзвон",
                ],
            ),
            (
                Role::Presentations,
                &[
                    "Presentations",
                    "презентации",
                    "Презентаций",
                    "Встречи",
                    "Demos",
                    "Meetings held",
                    "Проведено встреч",
                    "Показы",
                    "pres",
                    "Sales meetings",
                ],
            ),
            (
                Role::Sales,
                &[
                    "Sales",
                    "Продажи",
                    "Сделки",
                    "сделок",
                    "Deals",
                    "Closed deals",
                    "Won",
                    "Договоры",
                    "Кол-во продаж",
                    "Закрыто сделок",
                ],
            ),
            (
                Role::InboundPresentations,
                &[
                    "Inbound",
                    "Входящие",
                    "Inbound presentations",
                    "Входящие презентации",
                    "inbound_pres",
                    "Презентации (входящие)",
                    "Вх. встречи",
                ],
            ),
            (Role::InboundSales, &["Inbound sales", "Входящие сделки", "Продажи по рекомендации"]),
            (
                Role::Step,
                &[
                    "Step",
                    "Stage",
                    "Этап",
                    "Шаг",
                    "Стадия сделки",
                    "Deal - Stage",
                    "Deal Stage",
                    "Lead Status",
                    "Этап сделки",
                    "Статус",
                    "Type",
                ],
            ),
            (
                Role::Origin,
                &[
                    "Origin",
                    "Source",
                    "Источник",
                    "Lead Source",
                    "Канал",
                    "Original Source",
                    "Источник сделки",
                ],
            ),
            (Role::List, &["List", "База", "Список", "Lead list", "Название базы", "Campaign name"]),
            (Role::Reason, &["Reason", "Причина", "Причина отказа", "Deal - Lost reason"]),
            (Role::Count, &["Count", "Кол-во", "Количество", "n", "Qty", "Число"]),
            (
                Role::Amount,
                &[
                    "Amount",
                    "Сумма",
                    "Deal - Value",
                    "Бюджет",
                    "Выручка",
                    "Сумма сделки",
                    "Sales amount",
                    "Продажи, руб.",
                    "Sales ($)",
                ],
            ),
            (
                Role::Ignore,
                &[
                    "Owner",
                    "Ответственный",
                    "Deal Name",
                    "Название сделки",
                    "Конверсия, %",
                    "ID",
                    "Plan calls",
                    "План звонков",
                    "Неделя",
                    "День недели",
                    "Кем создана",
                    "Calls to sales",
                    "Комментарий",
                    "Talk time",
                    "Дата изменения",
                    "Последний звонок (дата)",
                    "Meetings booked",
                    "Назначено встреч",
                    "Входящие звонки",
                    "Inbound leads",
                    "Валюта",
                    "Итого",
                    "Calls → presentations",
                    "Deal - Owner",
                    "Телефон",
                ],
            ),
        ];
        for (role, headers) in cases {
            for header in *headers {
                let found = recognise(header).map(|it| it.role);
                // "Число" is a day or a number, for the cells to decide.
                if *header != "Число" {
                    assert_eq!(found, Some(*role), "{header}");
                }
            }
        }
        for header in ["", "100", "Fecha", "Отчёт", "2025-06-02"] {
            assert_eq!(recognise(header), None, "{header}");
        }
    }
}
