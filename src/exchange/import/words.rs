//! Words of headers and cells, English and Russian.
//!
//! Lists of stems, separated by spaces: a word matches if it begins with a
//! stem, so that cases and plurals need no lists of their own. A stem with `=`
//! before it has to be the whole word.

use crate::domain::step::Origin;
use crate::exchange::decode::trimmed;
use std::borrow::Cow;

pub(crate) const CALL: &str = "call =dial =dials dialed dialled =dialing звон обзвон =набор =наборы =наборов";
pub(crate) const PRESENTATION: &str = "presentation =pres demo meeting appointment pitch презент =през =презы \
    =преза встреч =показ =показы =показов =демо демонстрац";
pub(crate) const SALE: &str = "sale =sold =deals =deal =won =wins продаж сделк сделок =договор =договоры \
    =договоров =контракт =контракты =контрактов =contracts =contract =оплата =оплаты =оплат";
pub(crate) const INBOUND: &str = "inbound incoming входящ =вход =вх";
pub(crate) const COLD: &str = "cold outbound outgoing холодн исходящ =исх =хол";

/// Sources by which prospects come of their own accord.
const CAME: &str = "web =site сайт landing ленд referral =referred реферал recommend рекоменд сарафан знаком \
    organic =seo =ads =ad =adwords advert реклам директ таргет paid =ppc =cpc search поиск social соцсет =соц \
    instagram инстаграм facebook =vk вконтакте =вк telegram телеграм whatsapp youtube avito авито =chat =чат \
    =form =форма заявк request запрос обращен callback обратн mouth partner партнер =store магазин webinar \
    вебинар blog блог =direct =warm теплый теплая =hot горяч existing существующ самостоят google yandex яндекс \
    =crm =маркетинг subscri";

/// Labels of rows that sum up, or say what was hoped for.
const SUMMARY: &str = "=total =totals =subtotal =subtotals =sum =sums =итого =итог =итоги =всего =сумма =подытог \
    =average =avg =mean =median средн медиан конверси conversion =план =plan =goal =target =цель =норма =факт \
    =min =max =мин =макс =остаток";

/// Lower-case words of a text: `closeDate`, `Кол-во` and `Deal - Stage` fall
/// apart at every sign and every capital inside a word.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_lower = false;
    for it in text.chars() {
        let starts = after_lower && it.is_uppercase();
        after_lower = it.is_lowercase();
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

/// Whether a word matches one of the stems.
pub(crate) fn is(word: &str, stems: &str) -> bool {
    let matches = |stem: &str| stem.strip_prefix('=').map_or_else(|| word.starts_with(stem), |it| word == it);
    stems.split_ascii_whitespace().any(matches)
}

/// Whether any of the words does.
pub(crate) fn any(words: &[String], stems: &str) -> bool {
    words.iter().any(|word| is(word, stems))
}

/// Whether all of the words do.
pub(crate) fn all(words: &[String], stems: &str) -> bool {
    words.iter().all(|word| is(word, stems))
}

/// Cold or inbound, where the words say it themselves.
pub(crate) fn direction(words: &[String]) -> Option<Origin> {
    if any(words, COLD) {
        Some(Origin::Cold)
    } else if any(words, INBOUND) {
        Some(Origin::Inbound)
    } else {
        None
    }
}

/// Where a prospect came from. Inbound are those who made the first move: the
/// website, a recommendation, an advertisement, or "yes" in a column headed
/// "Inbound". Everything else is cold.
pub(crate) fn origin(text: &str) -> Origin {
    let words = tokens(text);
    let yes = words.len() == 1 && any(&words, "=yes =y =true =да =1 =x =х");
    let came = yes || any(&words, CAME);
    direction(&words).unwrap_or(if came { Origin::Inbound } else { Origin::Cold })
}

/// Whether a label stands before sums, averages or goals rather than a day.
pub(crate) fn is_summary(text: &str) -> bool {
    text.contains('Σ') || any(&tokens(text), SUMMARY)
}

/// Trimmed, and on one line: the form names are kept and compared in.
pub(crate) fn tidy(text: &str) -> Cow<'_, str> {
    let trimmed = trimmed(text);
    // What begins no control character cannot be part of one: nearly every text is passed byte by byte.
    let perhaps = |it: u8| it < 0x20 || it == 0x7f || it == 0xc2;
    if trimmed.bytes().any(perhaps) && trimmed.contains(char::is_control) {
        return Cow::Owned(trimmed.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    Cow::Borrowed(trimmed)
}

/// The text of a cell: trimmed, and without the `="…"` by which some programs
/// keep a spreadsheet from reading it as a number.
pub(crate) fn bare(cell: &str) -> &str {
    let text = trimmed(cell);
    text.strip_prefix("=\"").and_then(|it| it.strip_suffix('"')).unwrap_or(text)
}
