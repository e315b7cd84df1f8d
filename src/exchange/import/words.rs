//! Words of cells: steps, stages of a pipeline, where a prospect came from,
//! labels of summary rows. English and Russian, by stems, so that cases and
//! plurals need no lists of their own.

use crate::domain::step::Origin;
use std::borrow::Cow;

/// Lower-case words of a text: `closeDate`, `Кол-во` and `Deal - Stage` fall
/// apart at every sign and every capital inside a word.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before_lower = false;
    for it in text.chars() {
        let starts = before_lower && it.is_uppercase();
        before_lower = it.is_lowercase();
        if starts || !it.is_alphanumeric() {
            words.push(String::new());
        }
        if it.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(it.to_lowercase().map(|lower| if lower == 'ё' { 'е' } else { lower }));
        }
    }
    words.retain(|it| !it.is_empty());
    words
}

/// Whether a word begins with one of the stems; a stem with `=` before it has
/// to be the whole word.
pub(crate) fn is(word: &str, stems: &[&str]) -> bool {
    stems
        .iter()
        .any(|stem| stem.strip_prefix('=').map_or_else(|| word.starts_with(stem), |whole| word == whole))
}

/// Whether any of the words does.
pub(crate) fn any(words: &[String], stems: &[&str]) -> bool {
    words.iter().any(|word| is(word, stems))
}

pub(crate) const CALL: &[&str] = &[
    "call",
    "=dial",
    "=dials",
    "dialed",
    "dialled",
    "dialling",
    "=dialing",
    "звон",
    "обзвон",
    "=набор",
    "=наборы",
    "=наборов",
];
pub(crate) const PRESENTATION: &[&str] = &[
    "presentation",
    "=pres",
    "=presentaion",
    "demo",
    "meeting",
    "appointment",
    "pitch",
    "презент",
    "=през",
    "=презы",
    "=преза",
    "встреч",
    "=показ",
    "=показы",
    "=показов",
    "=демо",
    "демонстрац",
];
pub(crate) const SALE: &[&str] = &[
    "sale",
    "=sold",
    "=deals",
    "=deal",
    "=won",
    "=wins",
    "продаж",
    "сделк",
    "сделок",
    "=договор",
    "=договоры",
    "=договоров",
    "=контракт",
    "=контракты",
    "=контрактов",
    "=contracts",
    "=contract",
    "=оплата",
    "=оплаты",
    "=оплат",
];
pub(crate) const INBOUND: &[&str] = &["inbound", "incoming", "входящ", "=вх"];
pub(crate) const COLD: &[&str] = &["cold", "outbound", "outgoing", "холодн", "исходящ", "=исх", "=хол"];

/// How far a prospect has come, by the words of a step or a pipeline stage.
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

/// Reads a step, a stage or a status.
pub(crate) fn stage(text: &str) -> Option<Stage> {
    let words = tokens(text);
    let joined = words.join(" ");
    let has = |stems: &[&str]| any(&words, stems);
    let told = |reach, exact| Some(Stage { reach, lost: false, exact, origin: direction(&words) });
    let not = has(&["=not", "=не", "=no", "=нет", "=un", "=без"]);

    if joined.contains("not contacted") || not && has(&["обработ", "разобр", "started", "called"])
    {
        return told(Reach::Untouched, false);
    }
    let lost = &[
        "lost",
        "=lose",
        "отказ",
        "провал",
        "проигр",
        "нереализ",
        "unqualif",
        "disqualif",
        "junk",
        "неуспе",
        "недозвон",
        "reject",
        "refus",
        "declin",
        "некачеств",
        "нецелев",
        "=busy",
        "voicemail",
        "занят",
        "=abandoned",
        "=dead",
    ];
    let denied = &[
        "реализ",
        "успе",
        "converted",
        "interest",
        "интерес",
        "answer",
        "ответ",
        "won",
        "дозвон",
        "состоял",
    ];
    if has(lost) || not && has(denied) {
        return Some(Stage { reach: Reach::Called, lost: true, exact: false, origin: direction(&words) });
    }
    let booked = has(&[
        "schedul",
        "booked",
        "planned",
        "назнач",
        "заплан",
        "appointed",
        "=set",
        "перенес",
        "reschedul",
    ]);
    let before_signing = has(&[
        "proposal",
        "quote",
        "offer",
        "negotiat",
        "decision",
        "decid",
        "evaluat",
        "pilot",
        "trial",
        "invoice",
        "=sent",
        "=review",
        "=кп",
        "коммерч",
        "предлож",
        "переговор",
        "решен",
        "решаю",
        "соглас",
        "счет",
        "документ",
        "ожида",
        "ждем",
        "думает",
        "=legal",
        "verbal",
        "commit",
        "proposition",
        "предоплат",
        "тест",
        "отправ",
        "подготов",
    ]);
    let won = has(&[
        "won",
        "=sold",
        "=sale",
        "=sales",
        "успе",
        "реализ",
        "выигр",
        "продаж",
        "продан",
        "оплачен",
        "=paid",
        "signed",
        "подписан",
        "purchas",
        "куплен",
        "купил",
        "=success",
        "=customer",
    ]);
    let named_sale = has(&[
        "=оплата",
        "=договор",
        "=контракт",
        "=contract",
        "=deal",
        "=deals",
        "=сделка",
        "=сделки",
        "сделок",
        "=оплаты",
    ]);
    let call = has(CALL);
    let presentation = has(PRESENTATION);
    if call && !presentation && !has(&["won", "closed", "продаж"]) && !joined.contains("to call") {
        return told(Reach::Called, !booked && !has(&["back", "перезвон", "sale"]) || joined == "sales call");
    }
    if presentation {
        return told(if booked { Reach::Called } else { Reach::Presented }, !booked && !before_signing);
    }
    if won && !has(&["=sent", "соглас", "ожида", "ждем", "preparing"]) {
        return told(Reach::Sold, true);
    }
    if before_signing {
        return told(Reach::Presented, false);
    }
    let fresh = has(&[
        "=new",
        "=нов",
        "=новый",
        "=новая",
        "=новые",
        "=новое",
        "неразобр",
        "необработ",
        "=lead",
        "=leads",
        "=лид",
        "=лиды",
        "заявк",
        "=todo",
        "=backlog",
        "unassigned",
        "=incoming",
        "=raw",
    ]) || joined.contains("to call");
    if fresh {
        return told(Reach::Untouched, false);
    }
    if named_sale {
        return told(Reach::Sold, true);
    }
    let touched = has(&[
        "contact",
        "контакт",
        "prospect",
        "qualif",
        "квалиф",
        "working",
        "progress",
        "работ",
        "attempt",
        "connect",
        "reached",
        "дозвон",
        "needs",
        "потребн",
        "interest",
        "интерес",
        "follow",
        "perception",
        "nurtur",
        "converted",
        "opportunit",
        "=warm",
        "думают",
        "processed",
        "responded",
    ]);
    if touched {
        return told(Reach::Called, false);
    }
    // "Open" of a status beside a stage: says only that nothing is over.
    has(&["=open", "=opened", "открыт", "активн", "=active"]).then_some(Stage {
        reach: Reach::Untouched,
        lost: false,
        exact: false,
        origin: None,
    })
}

fn direction(words: &[String]) -> Option<Origin> {
    if any(words, COLD) {
        Some(Origin::Cold)
    } else if any(words, INBOUND) {
        Some(Origin::Inbound)
    } else {
        None
    }
}

/// Where a prospect came from. Inbound are those who made the first move: the
/// website, a recommendation, an advertisement. Everything else is cold.
pub(crate) fn origin(text: &str) -> Origin {
    const CAME: &[&str] = &[
        "web",
        "=site",
        "website",
        "сайт",
        "landing",
        "ленд",
        "referral",
        "=referred",
        "реферал",
        "recommend",
        "рекоменд",
        "сарафан",
        "знаком",
        "organic",
        "=seo",
        "=ads",
        "=ad",
        "=adwords",
        "advert",
        "реклам",
        "директ",
        "таргет",
        "paid",
        "=ppc",
        "=cpc",
        "search",
        "поиск",
        "social",
        "соцсет",
        "соц",
        "instagram",
        "инстаграм",
        "facebook",
        "=vk",
        "вконтакте",
        "=вк",
        "telegram",
        "телеграм",
        "whatsapp",
        "youtube",
        "avito",
        "авито",
        "=chat",
        "=чат",
        "=form",
        "=форма",
        "заявк",
        "request",
        "запрос",
        "обращен",
        "callback",
        "обратн",
        "mouth",
        "partner",
        "партнер",
        "store",
        "магазин",
        "webinar",
        "вебинар",
        "blog",
        "блог",
        "direct",
        "=warm",
        "теплый",
        "теплая",
        "=hot",
        "горяч",
        "existing",
        "существующ",
        "=сам",
        "самостоят",
        "google",
        "yandex",
        "яндекс",
        "=crm",
        "=маркетинг",
        "subscri",
    ];
    let words = tokens(text);
    match direction(&words) {
        Some(it) => it,
        None if any(&words, CAME) && !text.to_lowercase().contains("direct call") => Origin::Inbound,
        None => Origin::Cold,
    }
}

/// Whether a label stands before sums, averages or goals rather than a day.
pub(crate) fn is_summary(text: &str) -> bool {
    const SUMS: &[&str] = &[
        "=total",
        "=totals",
        "=subtotal",
        "=subtotals",
        "=sum",
        "=sums",
        "=итого",
        "=итог",
        "=итоги",
        "=всего",
        "=сумма",
        "=подытог",
        "=average",
        "=avg",
        "=mean",
        "=median",
        "средн",
        "медиан",
        "конверси",
        "conversion",
        "=план",
        "=plan",
        "=goal",
        "=target",
        "=цель",
        "=норма",
        "=промежуточный",
        "=grand",
        "=факт",
        "=min",
        "=max",
        "=мин",
        "=макс",
        "=накопительно",
        "=остаток",
    ];
    text.contains('Σ') || any(&tokens(text), SUMS)
}

/// One space between words, none around: the form labels are kept and
/// compared in.
pub(crate) fn tidy(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim_matches(crate::exchange::decode::is_space);
    let plain = |it: char| it == ' ' || !(it.is_whitespace() || it.is_control());
    if trimmed.chars().all(plain) && !trimmed.contains("  ") {
        return Cow::Borrowed(trimmed);
    }
    Cow::Owned(trimmed.split_whitespace().collect::<Vec<_>>().join(" "))
}
