//! The same table says the same in every encoding, with every separator, and
//! in every way of writing a number or a date.

use crate::common::{options, read, today};
use callpace::domain::date::Date;
use callpace::exchange::decode::{Encoding, decode};
use callpace::exchange::import::number::{amount, count};
use callpace::exchange::import::{DateOrder, Fresh, Options, Reason, preview, report};
use proptest::prelude::*;

const RUSSIAN: &str =
    "Дата;Звонки;Презентации;Сделки\r\n02.06.2025;60;15;3\r\n31.02.2025;1;1;1\r\n\r\nИтого;60;15;3\r\n";

fn windows_1251(text: &str) -> Vec<u8> {
    let byte = |it: char| match it {
        'А'..='я' => u8::try_from(u32::from(it) - 0x0410 + 0xC0).unwrap(),
        'ё' => 0xB8,
        'Ё' => 0xA8,
        '№' => 0xB9,
        '\u{A0}' => 0xA0,
        it => u8::try_from(it).unwrap(),
    };
    text.chars().map(byte).collect()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xFEFF);
    mark.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
}

fn encodings(text: &str) -> Vec<(Encoding, bool, Vec<u8>)> {
    let mut marked = vec![0xEF, 0xBB, 0xBF];
    marked.extend(text.bytes());
    vec![
        (Encoding::Utf8, true, marked),
        (Encoding::Utf8, false, text.as_bytes().to_vec()),
        (Encoding::Utf16Le, true, utf16(text, u16::to_le_bytes, true)),
        (Encoding::Utf16Be, true, utf16(text, u16::to_be_bytes, true)),
        (Encoding::Utf16Le, false, utf16(text, u16::to_le_bytes, false)),
        (Encoding::Utf16Be, false, utf16(text, u16::to_be_bytes, false)),
        (Encoding::Windows1251, false, windows_1251(text)),
    ]
}

#[test]
fn a_table_says_the_same_in_every_encoding() {
    let expected = report::json(&read(RUSSIAN));
    for (encoding, bom, bytes) in encodings(RUSSIAN) {
        let mut found = preview(&bytes, &options(), &Fresh).unwrap();
        assert_eq!((found.encoding, found.bom), (encoding, bom));
        (found.encoding, found.bom) = (Encoding::Utf8, false);
        assert_eq!(report::json(&found), expected);
    }
}

/// All 128 upper values, against the index of the Encoding Standard for
/// windows-1251 (`encoding.spec.whatwg.org/index-windows-1251.txt`).
#[test]
fn windows_1251_is_the_standard_one() {
    let index = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОП\
                 РСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";
    let bytes: Vec<u8> = (0x80..=0xFF).collect();
    let found = decode(&bytes).unwrap();
    assert_eq!((found.encoding, found.text.as_str()), (Encoding::Windows1251, index));
}

fn grouped(n: u64, sign: char) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(sign);
        }
        text.push(digit);
    }
    text
}

/// Day, month and year in the ways people write them, with the order needed.
fn written(date: Date) -> Vec<(String, DateOrder)> {
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const RU: [&str; 12] = [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ];
    const SHORT: [&str; 12] =
        ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сент", "окт", "нояб", "дек"];
    let (y, m, d) = date.ymd();
    let at = usize::from(m - 1);
    let (en, ru, short) = (EN[at], RU[at], SHORT[at]);
    let abbreviated = &en[..3];
    let yy = y % 100;
    let serial = date.number() + 25_569;
    vec![
        (format!("{date}"), DateOrder::Ymd),
        (format!("{y}/{m}/{d}"), DateOrder::Ymd),
        (format!("{y}{m:02}{d:02}"), DateOrder::Ymd),
        (format!("{date}T23:59:59Z"), DateOrder::Ymd),
        (format!("{date} 14:30"), DateOrder::Ymd),
        (format!("{d:02}.{m:02}.{y}"), DateOrder::Dmy),
        (format!("{d}.{m}.{yy:02}"), DateOrder::Dmy),
        (format!("{d}/{m}/{y}"), DateOrder::Dmy),
        (format!("{d:02}-{m:02}-{y}"), DateOrder::Dmy),
        (format!("{m}/{d}/{y}"), DateOrder::Mdy),
        (format!("{m:02}/{d:02}/{y} 2:30 PM"), DateOrder::Mdy),
        (format!("{d} {en} {y}"), DateOrder::Dmy),
        (format!("{d}-{abbreviated}-{yy:02}"), DateOrder::Dmy),
        (format!("{en} {d}, {y}"), DateOrder::Mdy),
        (format!("{} {d}th, {y}", abbreviated.to_uppercase()), DateOrder::Mdy),
        (format!("{d} {ru} {y} г."), DateOrder::Dmy),
        (format!("{d} {short}. {yy:02}"), DateOrder::Dmy),
        (format!("{d}\u{A0}{}\u{A0}{y}\u{A0}года", ru.to_uppercase()), DateOrder::Dmy),
        (format!("{serial}"), DateOrder::Serial),
        (format!("{serial},75"), DateOrder::Serial),
        (format!("{serial}.25"), DateOrder::Serial),
    ]
}

fn day_of(year: i32, month: u8) -> Date {
    Date::new(year, month, 1).unwrap()
}

fn any_day() -> impl Strategy<Value = Date> {
    let (first, last) = (10_957, today().number());
    prop_oneof![Just(first), Just(last), Just(11_016), first..=last]
        .prop_map(|it| Date::from_number(it).unwrap())
}

proptest! {
    #[test]
    fn a_written_date_is_read_as_itself(date in any_day()) {
        for (text, order) in written(date) {
            let options = Options { date_order: Some(order), ..options() };
            let found = preview(format!("Date\tCalls\n{text}\t7\n").as_bytes(), &options, &Fresh).unwrap();
            let days: Vec<Date> = found.entries().map(|it| it.day).collect();
            prop_assert_eq!(days, [date], "{}", text);
        }
    }

    #[test]
    fn a_column_of_all_days_of_a_month_needs_no_question(day in any_day(), sign in prop::sample::select(&['/', '-', '.'][..])) {
        let (y, m, _) = day.plus_days(-40).max(Date::new(2000, 1, 1).unwrap()).ymd();
        for dmy in [true, false] {
            let line = |d: u8| if dmy { format!("{d}{sign}{m}{sign}{y}\t1\n") } else { format!("{m}{sign}{d}{sign}{y}\t1\n") };
            let text = "Date\tCalls\n".to_owned() + &(1..=28).map(line).collect::<String>();
            let found = read(&text);
            prop_assert!(found.questions.is_empty());
            prop_assert_eq!(found.date_order, Some(if dmy { DateOrder::Dmy } else { DateOrder::Mdy }));
            prop_assert_eq!(found.totals.calls, 28);
            let start = day_of(y, m);
            prop_assert!(found.entries().all(|it| it.day.month_start() == start));
        }
    }

    #[test]
    fn a_written_count_is_read_as_itself(n in prop_oneof![Just(0_u64), Just(999), Just(1000), Just(100_000), 0_u64..=100_000]) {
        for sign in [' ', '\u{A0}', '\u{202F}', '\u{2009}', '.'] {
            prop_assert_eq!(count(&grouped(n, sign)), Ok(Some(u32::try_from(n).unwrap())));
        }
        for text in [format!("{n}.5"), format!("{n},0"), format!("{},25", grouped(n, ' '))] {
            prop_assert_eq!(count(&text), Err(Reason::Fraction));
        }
        if n > 0 {
            prop_assert_eq!(count(&format!("-{n}")), Err(Reason::Negative));
        }
    }

    #[test]
    fn a_written_amount_is_read_as_itself(minor in prop_oneof![Just(0_u64), Just(100_000), 0_u64..=100_000_000_000]) {
        let (major, cents) = (minor / 100, minor % 100);
        let english = grouped(major, ',');
        for text in [
            format!("{major}.{cents:02}"),
            format!("{major},{cents:02}"),
            format!("${english}.{cents:02}"),
            format!("{}.{cents:02}", grouped(major, '\'')),
            format!("{},{cents:02} ₽", grouped(major, '.')),
            format!("{},{cents:02} руб.", grouped(major, '\u{A0}')),
        ] {
            prop_assert_eq!(amount(&text), Ok(Some(minor)), "{}", text);
        }
    }

    #[test]
    fn the_separator_is_found(
        days in prop::collection::vec((1_u32..=900, 0_u32..=90, 0_u32..=9), 1..20),
        note in "[a-z ]{0,10}[,;\t]?[a-z ]{0,10}",
    ) {
        let mut found = Vec::new();
        for separator in [',', ';', '\t'] {
            let mut text = ["Дата", "Звонки", "Презентации", "Сделки", "Комментарий"].join(&separator.to_string());
            for (at, (calls, presentations, sales)) in days.iter().enumerate() {
                let cells = [format!("{:02}.05.2025", at + 1), calls.to_string(), presentations.to_string(), sales.to_string(), format!("\"{note}\"")];
                text += "\n";
                text += &cells.join(&separator.to_string());
            }
            let it = read(&text);
            prop_assert_eq!(it.separator.byte(), u8::try_from(separator).unwrap());
            found.push((it.totals, it.summary, it.rows));
        }
        prop_assert!(found.windows(2).all(|it| it[0] == it[1]));
    }
}
