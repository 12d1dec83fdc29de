//! The words around a number, in the languages of the widgets' readers and of the files that they get.

use crate::lower::{is_letter, lower};
use crate::words::has;

/// Words for a percentage, longest first.
const PERCENT: &str = "процентов|процента|процент|per cent|pour cent|percent|prozent|проц.|пайызы|пайыз|foizdan|foiz|pct|%";

/// Words for what is counted, which follow a number and say nothing of it.
const COUNTED: &str = "votes|голосов|голоса|seats|мест|мандатов|дауыс|ovoz|добуш|stimmen|sitze|voix|sièges|observers|observer|наблюдателей|бақылаушы|человек|чел.";

/// Fields of the contract with their words before a number. The first field with a word wins: `knapp über 60` is over 60, and
/// `knapp 60` under it.
const BEFORE: [(&str, &str); 5] = [
    (
        "atLeast",
        "at least|no fewer than|no less than|not less than|not below|minimum|min.|не менее чем|не менее|не меньше|не ниже|минимум|mindestens|au moins|kamida|кемінде|кем дегенде|кеминде|≥|>=",
    ),
    (
        "atMost",
        "at most|no more than|not more than|not over|up to|maximum|max.|не более чем|не более|не больше|не выше|не превышает|максимум|до|höchstens|bis zu|au plus|jusqu'à|ko'pi bilan|ең көбі|≤|<=",
    ),
    (
        "over",
        "just over|slightly over|slightly more than|just above|a little over|more than|over|above|чуть более|чуть больше|чуть выше|немногим более|более чем|более|больше|свыше|выше|knapp über|etwas über|etwas mehr als|gut|mehr als|über|un peu plus de|plus de|сәл астам|>",
    ),
    (
        "under",
        "just under|slightly under|slightly less than|just below|a little under|not quite|less than|fewer than|under|below|чуть менее|чуть меньше|чуть ниже|немногим менее|менее чем|менее|меньше|ниже|knapp unter|knapp|nicht ganz|etwas weniger als|weniger als|unter|un peu moins de|moins de|<",
    ),
    (
        "about",
        "approximately|about|around|circa|nearly|almost|close to|roughly|some|около|примерно|приблизительно|порядка|почти|близко к|шамамен|болжол менен|дерлік|дээрлик|environ|presque|près de|à peu près|taxminan|qariyb|deyarli|etwa|rund|fast|beinahe|nahezu|ungefähr|approx.|ca.|c.|~|≈",
    ),
];

/// Fields of the contract with their words after a number. The first field with a word wins: `кем емес` is "not less", and
/// `кем` "less".
const AFTER: [(&str, &str); 5] = [
    (
        "atLeast",
        "or more|and more|и более|и больше|и выше|oder mehr|ou plus|кем емес|аз емес|төмен емес|кем эмес|аз эмес|төмөн эмес|kam emas|oz emas|кам эмас|+",
    ),
    (
        "atMost",
        "or less|or fewer|и менее|и меньше|и ниже|oder weniger|ou moins|көп емес|артық емес|астам емес|жоғары емес|аспайды|көп эмес|ашык эмес|жогору эмес|ашпайт|ko'p emas|ortiq emas|oshmaydi|кўп эмас|ортиқ эмас",
    ),
    (
        "over",
        "астам|көп|артық|жоғары|ortiq|ko'p|ашык|ашуун|жогору|ортиқ",
    ),
    ("under", "төмен|төмөн|кем|kam|аз"),
    (
        "about",
        "дерлік|дээрлик|жуық|шамасында|жакын|чамасында|yaqin|atrofida|deyarli",
    ),
];

/// Endings by which a number of Kazakh, Kyrgyz or Uzbek is compared: `81-ден астам`, `60-қа жуық`, `60 ga yaqin`.
const CASES: &str = "ден|дан|тен|тан|нен|нан|дон|дөн|тон|төн|dan|қа|ға|ке|ге|ка|га|ко|го|кө|гө|ga";

/// Texts that say that there is no figure.
const MISSING: &str = "n/a|na|n. a.|n.a.|no data|not available|not applicable|unknown|нет данных|н/д|н. д.|нет сведений|неизвестно|деректер жоқ|мәлімет жоқ|маалымат жок|ma'lumot yo'q|maʼlumot yoʻq|ma’lumot yo‘q|keine angabe|k. a.|k.a.|n.d.|non disponible";

/// True of a text that says that there is no figure.
pub fn is_missing(text: &str) -> bool {
    // Most cells are figures, and none of these texts has a digit.
    if text.contains(|letter: char| letter.is_ascii_digit()) {
        return false;
    }
    let lower = lower(text.trim());
    has(MISSING, &lower) || matches!(lower.as_str(), ".." | "..." | "…" | "?" | "#n/a" | "xx")
}

/// True of a dash alone, which one table uses for zero and another for "not known".
pub fn is_dash(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text
            .chars()
            .all(|letter| matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}'))
}

/// The text in lower case without words for percentages and for what is counted, and whether it is a percentage.
pub(super) fn without_units(text: &str) -> (String, bool) {
    let mut bare = lower(text).replace(['\u{2018}', '\u{2019}', '\u{2bb}', '\u{2bc}', '`'], "'");
    let mut is_percent = false;
    // Words are looked for where letters are: a table may have many thousands of figures with a sign, such as "~400".
    let has_words = bare.contains(|letter| letter == '%' || is_letter(letter));
    for word in PERCENT.split('|').filter(|_| has_words) {
        if bare.contains(word) {
            is_percent = true;
            // "81 foizdan ortiq": the case ending belongs to the word.
            bare = bare.replace(word, " ");
        }
    }
    // "81 % ашык" and "81 %-дан астам" leave a case ending behind a space.
    if let Some((before, ending)) = bare.split_once(" -")
        && ending.starts_with(is_letter)
    {
        bare = format!("{before}-{ending}");
    }
    bare = bare.trim().to_owned();
    let mut words = COUNTED.split('|').filter(|_| !ends_in_digit(&bare));
    let counted = words.find_map(|word| bare.strip_suffix(word));
    if let Some(rest) = counted.filter(|rest| rest.ends_with([' ', '\u{a0}'])) {
        bare = rest.trim_end().to_owned();
    }
    (
        bare.split_whitespace().collect::<Vec<_>>().join(" "),
        is_percent,
    )
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|letter: char| letter.is_ascii_digit())
}

/// The field of a bound or an estimate, and the text of its number.
pub(super) fn bound(text: &str) -> Option<(&'static str, &str)> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut before = BEFORE.iter().filter(|_| !text.starts_with(is_digit));
    let before = before.find_map(|(field, words)| {
        let rest = words.split('|').find_map(|word| behind(text, word))?;
        Some((*field, rest))
    });
    before.or_else(|| {
        let mut after = AFTER.iter().filter(|_| !ends_in_digit(text));
        after.find_map(|(field, words)| {
            let rest = words.split('|').find_map(|word| text.strip_suffix(word))?;
            Some((*field, without_case(rest.trim_end())))
        })
    })
}

/// The text behind a word that it begins with. A word that ends in a letter has a space behind it.
fn behind<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(word)?;
    let is_whole = rest.starts_with(' ') || !word.ends_with(is_letter);
    is_whole.then(|| rest.trim_start())
}

fn without_case(text: &str) -> &str {
    let mut endings = CASES.split('|');
    let found = endings.find_map(|ending| text.strip_suffix(ending));
    let Some(number) = found else { return text };
    number.strip_suffix('-').unwrap_or(number).trim_end()
}

/// The pairs of texts that could be the ends of a range.
pub(super) fn range_ends(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let until = [" дейін", " чейин", " gacha"];
    if let Some(rest) = until.iter().find_map(|word| text.strip_suffix(word)) {
        let to = [
            "-ке", "-ге", "-қа", "-ға", "-кө", "-гө", "ке", "ге", "кө", "гө",
        ];
        if let Some((low, high)) = rest.split_once(' ') {
            let high = high.trim_start_matches("dan ");
            let high = to
                .iter()
                .find_map(|ending| high.strip_suffix(ending))
                .unwrap_or(high);
            found.push((without_case(low).to_owned(), high.to_owned()));
        }
    }
    let before = [
        "from ",
        "between ",
        "от ",
        "von ",
        "zwischen ",
        "de ",
        "entre ",
    ];
    let rest = before
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    for between in [
        " to ", " and ", " до ", " и ", " bis ", " und ", " à ", " et ", "…", "..", "–", "—", "‑",
        "-", "−",
    ] {
        if let Some((low, high)) = rest.split_once(between) {
            found.push((low.to_owned(), high.to_owned()));
        }
    }
    found
}

/// The beginnings of months' names in English, Russian, German and French.
const MONTHS: &str = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|май|мая|июн|июл|авг|сен|окт|ноя|дек|mrz|mär|mai|okt|dez|fév|avr|déc";

/// True of a text that a spreadsheet may have made of a range: `2. Mrz`, `03-Feb`, `2024-03-02`, `02.03.2024`.
pub fn looks_like_date(text: &str) -> bool {
    let lower = lower(text.trim());
    let has_digit = lower.bytes().any(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = lower
        .split(|letter: char| !letter.is_ascii_digit() && !is_letter(letter))
        .filter(|part| !part.is_empty())
        .collect();
    let is_number = |part: &str, most: u32| {
        part.parse::<u32>()
            .is_ok_and(|number| (1..=most).contains(&number))
    };
    let has_month = parts.iter().any(|part| {
        let letters: String = part.chars().filter(|letter| is_letter(*letter)).collect();
        MONTHS.split('|').any(|month| letters.starts_with(month)) && letters.chars().count() <= 9
    });
    if has_digit && has_month && parts.len() <= 3 {
        return true;
    }
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => is_number(month, 12) && is_number(day, 31),
        [day, month, year] if year.len() == 4 => is_number(month, 31) && is_number(day, 31),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_that_a_spreadsheet_made_a_date_of_is_seen() {
        for text in [
            "2. Mrz",
            "03-Feb",
            "Feb 3",
            "2024-03-02",
            "02.03.2024",
            "3/2/2024",
            "2 мар",
            "2024-03-02",
        ] {
            assert!(looks_like_date(text), "{text}");
        }
        for text in [
            "2-3",
            "81",
            "marginal",
            "1.234.567",
            "12,345,678",
            "over 81",
        ] {
            assert!(!looks_like_date(text), "{text}");
        }
    }
}
