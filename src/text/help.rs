//! “How it counts” and the list of keys.

use super::Words;
use crate::journal::settings::MiddleName;

/// A heading and its paragraphs.
pub type Section = (&'static str, &'static [&'static str]);

const EN: &[Section] = &[
    (
        "The three rates",
        &[
            "Call → presentation is presentations divided by cold calls. Presentation → sale is sales divided by presentations. Call → sale is sales divided by cold calls.",
            "100 calls, 25 presentations, 5 sales: 25 of 100 is 25%, 5 of 25 is 20%, 5 of 100 is 5.0%.",
            "Inbound presentations and sales have a rate of their own and are part of no other. Inbound sales count towards the quota unless you switch that off.",
            "The Funnel counts the days and lists you choose; the Plan counts the last 90 days. A number with a dotted line under it opens its arithmetic.",
            "A presentation may come from a call of an earlier week. Where there are more presentations than calls, no rate is shown: choose a longer period.",
        ],
    ),
    (
        "What the ranges mean",
        &[
            "25 of 100 does not prove 25%: chance has its part in it. “Likely 20–31%” is where the true rate lies about 8 times in 10. The thin line reaches further, to 95 times in 100.",
            "Under 20 cases only the fraction is shown. A word beside it says how far it carries: too little data to plan on, rough, or steady.",
            "The ranges are Jeffreys intervals. They take your calls to be alike; if your days differ more than chance would have it, a sentence says so.",
        ],
    ),
    (
        "The plan",
        &[
            "Simple division: 15 sales ÷ 5.0% = 300 calls. That many calls are enough only about half the time, because luck goes both ways and 5 of 100 may really be 3% or 8%.",
            "So the Plan also says how many calls make it 5, 8, 9 or 9.5 times in 10. Both kinds of doubt are in it: luck, and how little is known of your rates.",
            "Today’s goal is what was needed this morning, shared out over the workdays left. It stays fixed until midnight. A half day counts half.",
            "Pace is calls a workday so far. The 20 dots are 20 equally likely endings at that pace.",
        ],
    ),
    (
        "Losses and verdicts",
        &[
            "A loss is priced in sales. 75 calls without a presentation × 20% = 15 sales; 20 presentations without a sale = 20. It is an upper bound: not everyone could have been won.",
            "A verdict says how sure it is. Under about two in three it says only that it is too close to call, and how many more calls would tell.",
            "A rate has fallen only when two looks in a row, a week apart, say so.",
            "Lists: “better” from 95 in 100, “likely better” from 80. Three or more lists are drawn towards their average first, so that three lucky calls make no list the best.",
            "Reasons are your reading of a refusal. The text says “you recorded”, never “because”.",
        ],
    ),
    (
        "Your own steps, counters and money",
        &[
            "A rate that touches a step of your own counts from the first day you recorded it; what came before is listed as left out. Own steps never change the three rates or the plan.",
            "Who is lost at an own step is priced like any loss: times the rates of the steps after it.",
            "Counters stand beside the funnel: a day and a week with entries, a call and, if one of them counts hours, an hour.",
            "Amounts are optional; a call’s value is the money of cold sales divided by cold calls. A lead list breaks even at that value times its numbers, your own time left out.",
            "Hours: everything counts in the hour it was tapped, an imported row in the hour it names. What was typed, or imported without a time, has none.",
        ],
    ),
    (
        "Privacy",
        &[
            "Everything stays in this browser, on this device. There is no account, no server, no cookie and no statistics. Once loaded, the page asks the network for nothing but its own files.",
            "Whoever can use this browser can read the log. A backup is a plain file, not encrypted: keep it where you keep your papers.",
            "A shared link carries its numbers behind the # of the address. Browsers send that part to no server, but whoever has the link can read it.",
            "Clearing site data erases the log. A checked backup is what is left then.",
        ],
    ),
];

const RU: &[Section] = &[
    (
        "Три конверсии",
        &[
            "Из звонка в презентацию: презентации ÷ холодные звонки. Из презентации в сделку: сделки ÷ презентации. Из звонка в сделку: сделки ÷ холодные звонки.",
            "100 звонков, 25 презентаций, 5 сделок: 25 из 100 — это 25 %, 5 из 25 — 20 %, 5 из 100 — 5,0 %.",
            "У входящих презентаций и сделок своя конверсия, в другие они не попадают. В план входящие сделки засчитываются, если вы это не отключили.",
            "«Воронка» считает выбранные дни и базы, «План» — последние 90 дней. Нажмите на число с пунктиром — откроется его расчёт.",
            "Презентация может прийти от звонка прошлой недели. Если презентаций больше, чем звонков, процента нет: выберите период длиннее.",
        ],
    ),
    (
        "Что значат границы",
        &[
            "25 из 100 ещё не значит, что конверсия ровно 25 %: тут есть доля случая. «Скорее всего 20–31 %» — там настоящий процент лежит примерно в 8 случаях из 10. Тонкая линия шире: в 95 случаях из 100.",
            "Если случаев меньше 20, показана только дробь. Слово рядом говорит, насколько числу можно верить: для плана мало данных, приблизительно, надёжно.",
            "Это интервалы Джеффриса. Они считают звонки одинаковыми. Если дни различаются сильнее, чем бывает случайно, мы об этом скажем.",
        ],
    ),
    (
        "План",
        &[
            "Простое деление: 15 сделок ÷ 5,0 % = 300 звонков. Этого хватает лишь примерно в половине случаев: везёт не всегда, да и 5 из 100 на деле может быть и 3 %, и 8 %.",
            "Поэтому «План» говорит ещё, сколько звонков нужно, чтобы успеть в 5, 8, 9 или 9,5 случаях из 10. Учтено и то и другое: везение и то, как мало известно о ваших процентах.",
            "Цель на сегодня — то, что оставалось утром, поделённое на оставшиеся рабочие дни. До полуночи она не меняется. Половина дня считается за половину.",
            "Темп — звонков за рабочий день до сих пор. 20 точек — это 20 равновероятных исходов при таком темпе.",
        ],
    ),
    (
        "Потери и выводы",
        &[
            "Потери оценены в сделках. 75 звонков без презентации × 20 % = 15 сделок; 20 презентаций без сделки = 20. Это верхняя граница: всех не убедить.",
            "При каждом выводе сказано, насколько он надёжен. Если уверенность меньше примерно двух из трёх, вывод один: пока не различить, и сколько ещё нужно звонков.",
            "Что конверсия упала, мы говорим, только если это видно две недели подряд.",
            "Базы: «лучше» — от 95 из 100, «скорее всего лучше» — от 80. Если баз три и больше, их проценты сначала сближаются со средним: три удачных звонка ещё не делают базу лучшей.",
            "Причина отказа — это ваше мнение о нём. Поэтому мы пишем «вы отметили», а не «потому что».",
        ],
    ),
    (
        "Свои шаги, счётчики, деньги",
        &[
            "Процент со своим шагом считается с первого дня, когда шаг записан. Что было раньше, перечислено как «вне расчёта». На три конверсии и план свои шаги не влияют.",
            "Потери на своём шаге оцениваются так же, как все: умножаются на проценты следующих шагов.",
            "Счётчики стоят рядом с воронкой: за день и за неделю с записями, на звонок, а если один из них считает часы — и за час.",
            "Суммы необязательны. Ценность звонка — выручка с холодных сделок, делённая на холодные звонки. База окупается при цене до этой ценности, умноженной на число номеров, не считая вашего времени.",
            "Часы: всё относится к тому часу, когда нажата кнопка, а загруженная строка — к часу, который в ней указан. У вписанного вручную и у загруженного без времени часа нет.",
        ],
    ),
    (
        "Приватность",
        &[
            "Всё хранится в этом браузере, на этом устройстве. Нет ни учётной записи, ни сервера, ни файлов cookie, ни статистики. После загрузки страница не обращается к сети ни за чем, кроме своих файлов.",
            "Кто пользуется этим браузером, тот видит журнал. Копия — обычный файл без шифрования: храните её как документы.",
            "В присланной ссылке числа стоят после знака #. Эту часть адреса браузер никуда не отправляет, но у кого есть ссылка, тот их прочтёт.",
            "Если очистить данные сайта, журнал пропадёт. Останется только проверенная копия.",
        ],
    ),
];

impl Words {
    /// Heading of what counts as what.
    #[must_use]
    pub const fn what_counts(self) -> &'static str {
        self.pick("What counts", "Что считать")
    }

    /// What counts as what: term and meaning.
    #[must_use]
    pub const fn definitions(self) -> [(&'static str, &'static str); 4] {
        let middle = match self.middle {
            MiddleName::Presentation => self.pick("Presentation", "Презентация"),
            MiddleName::Meeting => self.pick("Meeting", "Встреча"),
        };
        [
            (
                self.pick("Cold call", "Холодный звонок"),
                self.pick(
                    "any dial to someone who did not ask for it, answered or not",
                    "любой набор номера тому, кто об этом не просил, даже без ответа",
                ),
            ),
            (middle, self.pick("held, not just booked", "проведена, а не назначена")),
            (self.pick("Sale", "Сделка"), self.pick("signed or paid", "подписан договор или пришла оплата")),
            (self.pick("Inbound", "Входящий"), self.pick("they came to you", "клиент пришёл сам")),
        ]
    }

    /// The rest of the help.
    #[must_use]
    pub const fn help(self) -> &'static [Section] {
        if self.is_ru() { RU } else { EN }
    }

    /// Heading of version and licence.
    #[must_use]
    pub const fn this_app(self) -> &'static str {
        self.pick("This app", "О программе")
    }

    /// `Callpace 0.1.0`.
    #[must_use]
    pub fn version(self) -> String {
        let version = env!("CARGO_PKG_VERSION");
        if self.is_ru() {
            format!("Callpace, версия {version}.")
        } else {
            format!("Callpace, version {version}.")
        }
    }

    /// The licence.
    #[must_use]
    pub const fn licence(self) -> &'static str {
        self.pick(
            "Free software under the MIT licence or the Apache License 2.0, as you choose. It comes without any warranty.",
            "Свободная программа: лицензия MIT или Apache 2.0, на ваш выбор. Без каких-либо гарантий.",
        )
    }

    /// The app as one file.
    #[must_use]
    pub const fn one_file(self) -> &'static str {
        self.pick("Download Callpace as one file", "Скачать Callpace одним файлом")
    }

    /// What it is for.
    #[must_use]
    pub const fn one_file_hint(self) -> &'static str {
        self.pick(
            "Opens with a double click, offline, from a disk or a stick. Its log is another one: a backup carries yours over.",
            "Открывается двойным щелчком, без сети, с диска или флешки. Журнал у него другой: свой перенесите через копию.",
        )
    }

    /// Instead of the download, where it has been downloaded.
    #[must_use]
    pub const fn is_one_file(self) -> &'static str {
        self.pick("This is Callpace as one file.", "Это Callpace одним файлом.")
    }

    /// Where a page that was opened from a disk keeps its log, and where it does not.
    #[must_use]
    pub const fn one_file_log(self) -> &'static str {
        self.pick(
            "The log is kept by this browser, not in the file: on another computer or in another browser it is empty, in a private window it is gone when you close it. Firefox also starts an empty one if the file is moved or renamed; moved back, the old log is there again. A file from an e-mail should be saved to a folder first. To carry the log, save a backup.",
            "Журнал хранит этот браузер, а не сам файл: на другом компьютере или в другом браузере он пуст, в приватном окне пропадёт при закрытии. В Firefox пустой журнал будет и после того, как файл переместили или переименовали; верните файл на место — вернётся и журнал. Файл из письма сначала сохраните в папку. Чтобы перенести журнал, скачайте копию.",
        )
    }

    /// Where the keys work.
    #[must_use]
    pub const fn keys_hint(self) -> &'static str {
        self.pick(
            "They go by the place of the key, so any keyboard layout works. Inside a text field they only type.",
            "Важно место клавиши, а не буква, поэтому раскладка любая. В текстовых полях они просто печатают.",
        )
    }

    /// Headings of the table of keys.
    #[must_use]
    pub const fn key_columns(self) -> (&'static str, &'static str) {
        (self.pick("Key", "Клавиша"), self.pick("What it does", "Что делает"))
    }

    /// Keys of the Log, and what they do.
    #[must_use]
    pub const fn log_keys(self) -> [(&'static str, &'static str); 10] {
        let (middle, inbound) = match self.middle {
            MiddleName::Presentation => (
                self.pick("Presentation", "Презентация"),
                self.pick("Inbound presentation", "Входящая презентация"),
            ),
            MiddleName::Meeting => {
                (self.pick("Meeting", "Встреча"), self.pick("Inbound meeting", "Входящая встреча"))
            }
        };
        [
            ("C", self.pick("Call", "Звонок")),
            ("P", middle),
            ("S", self.pick("Sale", "Сделка")),
            ("Shift P", inbound),
            ("Shift S", self.pick("Inbound sale", "Входящая сделка")),
            ("1 – 6", self.pick("Reason of the last entry", "Причина последней записи")),
            ("U", self.pick("Undo", "Отменить")),
            ("N", self.pick("Record several", "Записать несколько")),
            ("L", self.pick("List", "База")),
            ("D", self.pick("Day", "День")),
        ]
    }

    /// Keys of every screen.
    #[must_use]
    pub const fn other_keys(self) -> [(&'static str, &'static str); 8] {
        [
            ("G L", self.pick("Go to the Log", "Открыть «Учёт»")),
            ("G F", self.pick("Go to the Funnel", "Открыть «Воронку»")),
            ("G P", self.pick("Go to the Plan", "Открыть «План»")),
            ("G D", self.pick("Go to Days", "Открыть «Дни»")),
            ("G S", self.pick("Go to Settings", "Открыть «Настройки»")),
            ("?", self.pick("This list, from the Log", "Этот список, из «Учёта»")),
            ("Ctrl Z", self.pick("Undo", "Отменить")),
            ("Ctrl Shift Z", self.pick("Redo", "Вернуть")),
        ]
    }

    /// Heading of the keys of the Log.
    #[must_use]
    pub const fn keys_on_log(self) -> &'static str {
        self.pick("On the Log", "В «Учёте»")
    }

    /// Heading of the other keys.
    #[must_use]
    pub const fn keys_everywhere(self) -> &'static str {
        self.pick("On every screen", "На любом экране")
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{EN, RU};

    #[test]
    fn both_languages_say_the_same_things() {
        assert_eq!(EN.help().len(), RU.help().len());
        for (en, ru) in EN.help().iter().zip(RU.help()) {
            assert_eq!(en.1.len(), ru.1.len(), "{}", en.0);
        }
    }

    #[test]
    fn russian_percents_stand_apart_from_their_number() {
        for text in RU.help().iter().flat_map(|it| it.1) {
            for (place, _) in text.match_indices('%') {
                assert!(text[..place].ends_with('\u{a0}'), "{text}");
            }
        }
    }
}
