//! The fields that a column of results can be, and the words by which headers name them in seven languages.

use crate::lower::lower;
use crate::quantity::magnitude_of_header;
use crate::words::{field_of, has};

/// Fields that a column can be, with the words of its headers in English, Russian, Kazakh, Kyrgyz, Uzbek, German and French.
/// The first field with a word wins.
const WORDS: [(&str, &str); 28] = [
    (
        "name:candidate",
        "candidate|candidates|candidate name|name of candidate|кандидат|кандидаты|фио|ф.и.о.|ф.и.о. кандидата|кандидаттар|үміткер|үміткерлер|кандидаттың аты-жөні|талапкер|талапкерлер|nomzod|nomzodlar|kandidat|kandidatin|kandidaten|kandidat:in|kandidat*in|kandidatinnen|bewerber|bewerberin|candidat|candidats|candidate(s)|nom du candidat",
    ),
    (
        "name:answer",
        "answer|choice|ответ|вариант ответа|жауап|жооп|javob|antwort|réponse",
    ),
    (
        "name",
        "name|full name|option|имя|наименование|название|аты|атауы|аталышы|аты-жөні|nomi|ism|bezeichnung|wahlvorschlag|wahlvorschläge|nom|libellé",
    ),
    (
        "party",
        "party|parties|party name|list|political party|political affiliation|affiliation|партия|партии|саяси партия|партиялар|тізім|partiya|partiyalar|partei|parteien|liste|parti|partis|nuance",
    ),
    ("within", "within|part of|входит в"),
    (
        "votes",
        "votes|vote|total votes|votes obtained|votes received|number of votes|vote count|голоса|голосов|голосов за|проголосовало за|число голосов|количество голосов|число голосов избирателей|дауыс|дауыстар|дауыс саны|дауыстар саны|добуш|добуштар|добуш саны|добуштардын саны|ovoz|ovozlar|ovozlar soni|stimmen|stimmenzahl|anzahl stimmen|voix|nombre de voix|suffrages",
    ),
    (
        "percent",
        "percent|%|share|vote share|% of votes|% of vote|% votes|votes %|% votes obtained|pct|per cent|percentage|vote percentage|процент|проценты|доля|доля голосов|% голосов|процент голосов|пайыз|пайызы|үлесі|дауыс үлесі|үлүшү|foiz|foizi|ulushi|prozent|anteil|stimmenanteil|in %|pourcentage|pour cent|part|% voix",
    ),
    (
        "seats",
        "seats|seats won|mandates|места|мест|мандаты|мандатов|мандат|орын|орындар|мандаттар|мандат саны|орун|орундар|oʻrin|o'rin|o‘rinlar|mandatlar|sitze|mandate|sièges|mandats",
    ),
    ("kind", "kind|вид|түрі|түрү|turi|art der option"),
    (
        "outcome",
        "outcome|elected|winner|result status|избран|избрана|избран(а)|итог|сайланды|нәтиже|шайланды|жыйынтык|saylandi|natija|gewählt|elu|élu|élu(e)",
    ),
    (
        "color",
        "color|colour|цвет|түс|түсі|түсү|rang|farbe|couleur",
    ),
    (
        "note",
        "note|notes|remark|remarks|примечание|ескерту|ескертпе|эскертүү|izoh|bemerkung|anmerkung|remarque",
    ),
    ("id", "id"),
    (
        "status",
        "status|type of results|статус|мәртебесі|мәртебе|статусу|holati|holat|auszählungsstand|statut|type de résultats",
    ),
    (
        "asOf",
        "as of|asof|as at|по состоянию на|жағдай бойынша|абалы боюнча|holatiga ko‘ra|stand|au",
    ),
    (
        "count",
        "count|count label|подсчёт|подсчет|есеп|санак|hisob|zählung|dépouillement",
    ),
    (
        "eligible",
        "eligible|eligible voters|eligible to vote|entitled to vote|registered voters|registered|electors|electorate|избирателей|число избирателей|избиратели|сайлаушылар|сайлаушылар саны|шайлоочулар|шайлоочулардын саны|saylovchilar|saylovchilar soni|wahlberechtigte|stimmberechtigte|inscrits",
    ),
    (
        "cast",
        "cast|ballots cast|total ballots|total ballots cast|total number of ballots cast|voters|voted|проголосовало|проголосовали|приняли участие|число проголосовавших|дауыс берді|дауыс бергендер|добуш бергендер|ovoz berganlar|ovoz berdi|wähler|wählende|wählerinnen und wähler|eingelegte stimmzettel|eingegangene stimmzettel|abgegebene stimmzettel|votants",
    ),
    (
        "valid",
        "valid|valid votes|valid ballots|действительные|действительных|действительные бюллетени|жарамды|жарамды бюллетеньдер|жарактуу|haqiqiy|gültig|gültige|gültige stimmen|exprimés|suffrages exprimés",
    ),
    (
        "blank",
        "blank|blank votes|blank ballots|blanks|пустые|пустые бюллетени|бос|бош|bo‘sh|leer|leere|blancs",
    ),
    (
        "invalid",
        "invalid|invalid votes|invalid ballots|rejected|rejected ballots|rejected votes|spoiled|spoilt|spoiled votes|spoiled ballots|недействительные|недействительных|недействительные бюллетени|жарамсыз|жарамсыз бюллетеньдер|жараксыз|haqiqiy emas|ungültig|ungültige|ungültige stimmen|nuls|bulletins rejetés",
    ),
    (
        "turnout",
        "turnout|voter turnout|turnout %|явка|явка %|қатысу|келу|сайлаушылардың қатысуы|катышуу|ishtirok|faollik|wahlbeteiligung|stimmbeteiligung|participation|taux de participation",
    ),
    (
        "reported.done",
        "stations reported|reported|precincts reporting|polls reporting|обработано|участков обработано|ausgezählt|bureaux dépouillés",
    ),
    (
        "reported.total",
        "stations|stations total|polling stations total|total precincts|total polls|участков|всего участков|wahlbezirke gesamt|bureaux",
    ),
    (
        "change.percent",
        "change in points|change, points|change (pp)|change pp|± %|±%|± pp|±pp|+/- %|+/-%|изменение, п.п.|differenz in prozentpunkten",
    ),
    ("change.votes", "change in votes|изменение голосов"),
    (
        "change.seats",
        "change in seats|seats change|seat change|± seats|изменение мест",
    ),
    (
        "area",
        "area|county|precinct|district|constituency|constituency name|electoral district name|ward|region|municipality|polling station|station|state|province|область|район|округ|участок|регион|тик|уик|облыс|аудан|өңір|учаске|аймак|viloyat|tuman|okrug|uchastka|wahlkreis|wahlbezirk|gemeinde|kreis|gebiet|bundesland|commune|département|circonscription|canton|bureau de vote",
    ),
];

/// Fields of a result, whose figures belong to an option.
pub(super) const FIGURES: [&str; 9] = [
    "votes",
    "percent",
    "seats",
    "own",
    "change.votes",
    "change.percent",
    "change.seats",
    "change.own",
    "transfer",
];

/// Fields of the papers, whose figures belong to a count.
pub(super) const BALLOTS: [&str; 8] = [
    "eligible",
    "cast",
    "valid",
    "blank",
    "invalid",
    "turnout",
    "reported.done",
    "reported.total",
];

/// True of a field that counts votes, seats, papers or places.
pub(super) fn is_whole(field: &str) -> bool {
    const WHOLE: &str = "votes|seats|eligible|cast|valid|blank|invalid|transfer|change.votes|change.seats|reported.done|reported.total";
    has(WHOLE, field)
}

/// True of a field that is a percentage.
pub(super) fn is_share(field: &str) -> bool {
    has("percent|turnout|change.percent", field)
}

/// Fields of an option that are texts.
pub(super) const OPTION: [&str; 7] = ["id", "kind", "party", "within", "color", "note", "outcome"];

/// Fields of a count that are texts.
pub(super) const COUNT: [&str; 3] = ["count", "status", "asOf"];

/// Every field that `--map` may name for results.
pub(super) fn known() -> impl Iterator<Item = &'static str> {
    ["name"]
        .into_iter()
        .chain(FIGURES)
        .chain(BALLOTS)
        .chain(OPTION)
        .chain(COUNT)
}

/// The field that a header's words name. `name:candidate` is a name that tells the kind of option.
pub(super) fn guess(header: &str) -> Option<&'static str> {
    let whole = plain(header);
    // Bilingual headers: "Votes obtained - Votes obtenus", "Candidate / Candidat".
    let parts = whole.split(" - ").chain(whole.split('/')).map(str::trim);
    std::iter::once(whole.as_str())
        .chain(parts)
        .find_map(|part| field_of(&WORDS, part))
}

/// The field that the header of a column names. One of counted things may say that its figures are thousands or millions.
pub(super) fn guess_column(header: &str) -> Option<&'static str> {
    let counted = || {
        let (rest, _) = magnitude_of_header(header)?;
        let field = field_of(&WORDS, &rest)?;
        is_whole(field).then_some(field)
    };
    guess(header)
        .or_else(counted)
        .or_else(|| share(header))
        .or_else(|| field_of(&WORDS, &essential(header)?))
}

/// Headers of a result that may be a figure or an outcome, which its cells tell.
const RESULT: &str = "result|results|результат|результаты|ergebnis|résultat|résultats|score";

/// True of a header that says no more than that the column has results.
pub(super) fn is_result(header: &str) -> bool {
    has(RESULT, &plain(header))
}

/// The words of a header without those that say nothing of its field: "wahlberechtigte" of `Anzahl Wahlberechtigte`. Articles
/// stay: "Die PARTEI" is a party.
fn essential(header: &str) -> Option<String> {
    const OTHERS: &str = "of|for|des|der|du|de|name|names|full|nom|noms|prénom|prénoms|et|имя|название|наименование|атауы|аты|аталышы|nomi|number|total|absolute|absolut|anzahl|nombre|число|количество|всего|саны|soni";
    let header = plain(header);
    let words: Vec<&str> = header.split(' ').collect();
    let kept: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !has(OTHERS, word))
        .collect();
    (kept.len() < words.len()).then(|| kept.join(" "))
}

/// True of a header that says that its shares are of valid votes: `% Exprimés`.
pub(super) fn is_of_valid(header: &str) -> bool {
    guess(header).is_none()
        && share_of(header).is_some_and(|of| field_of(&WORDS, &of) == Some("valid"))
}

/// The field of a header with a sign or a word for percentages at either end: `Явка, %`, `votes_pct`, `Ergebnis in %`.
fn share(header: &str) -> Option<&'static str> {
    let of = share_of(header)?;
    match field_of(&WORDS, &of) {
        Some("votes" | "percent" | "valid") => Some("percent"),
        Some("turnout") => Some("turnout"),
        _ => has(RESULT, &of).then_some("percent"),
    }
}

/// The words of a header without a sign or a word for percentages at either end; `None` where it has neither.
fn share_of(header: &str) -> Option<String> {
    const SIGNS: &str =
        "%|pct|percent|percentage|процент|проценты|процентов|пайыз|foiz|prozent|pourcentage";
    const LINKS: &str = "of|the|in|в|от|der|des|de|en";
    let header = plain(header);
    let cut = |letter: char| matches!(letter, ' ' | ',' | '(' | ')' | '[' | ']');
    let mut words: Vec<&str> = header.split(cut).filter(|word| !word.is_empty()).collect();
    let before = words.len();
    words.retain(|word| !has(SIGNS, word));
    let is_share = words.len() < before;
    words.retain(|word| !has(LINKS, word));
    is_share.then(|| words.join(" "))
}

/// A header or a key in the form in which they are compared: lower case, single spaces, without marks at the end.
pub(crate) fn plain(text: &str) -> String {
    let lower = lower(text).replace(
        ['\u{a0}', '_', '\n', '\r', '\t', '«', '»', '“', '”', '„'],
        " ",
    );
    let words: Vec<&str> = lower.split_whitespace().collect();
    let joined = words.join(" ");
    joined
        .trim_matches(|letter: char| {
            matches!(letter, '*' | ':' | ',' | '?' | ' ' | '"' | '\u{feff}')
        })
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_in_seven_languages_and_of_two_at_once() {
        for (header, field) in [
            ("Candidate", "name:candidate"),
            ("ФИО", "name:candidate"),
            ("Үміткер", "name:candidate"),
            ("Nomzod", "name:candidate"),
            ("Bewerber", "name:candidate"),
            ("Партия", "party"),
            ("Дауыстар саны", "votes"),
            ("Число голосов", "votes"),
            ("Добуштар", "votes"),
            ("Ovozlar soni", "votes"),
            ("Stimmen", "votes"),
            ("Voix", "votes"),
            ("Пайыз", "percent"),
            ("Votes obtained - Votes obtenus", "votes"),
            ("Type of results*", "status"),
            ("Wahlberechtigte", "eligible"),
            ("Явка, ", "turnout"),
        ] {
            assert_eq!(guess(header), Some(field), "{header}");
        }
        assert_eq!(guess("Middle name(s) - Autre(s) prénom(s)"), None);
        assert_eq!(guess("Votes last time"), None);
    }

    #[test]
    fn a_header_is_known_with_words_that_say_nothing_of_its_field() {
        for (header, field) in [
            ("Name des Kandidaten", "name:candidate"),
            ("Партия атауы", "party"),
            ("Название партии", "party"),
            ("Stimmen absolut", "votes"),
            ("Gewählt?", "outcome"),
            ("Количество избирателей", "eligible"),
            ("Nombre de votants", "cast"),
            ("Проголосовало «за»", "votes"),
        ] {
            assert_eq!(guess_column(header), Some(field), "{header}");
        }
        for header in [
            "Name",
            "Total",
            "Number",
            "Liste conduite par",
            "Die PARTEI",
        ] {
            assert!(
                matches!(guess_column(header), None | Some("name")),
                "{header}"
            );
        }
    }

    #[test]
    fn a_header_with_a_sign_for_percentages_is_a_share_or_the_turnout() {
        for (header, field) in [
            ("votes_pct", "percent"),
            ("Votes (%)", "percent"),
            ("% of the vote", "percent"),
            ("Доля, %", "percent"),
            ("Голосов, %", "percent"),
            ("Ergebnis in %", "percent"),
            ("Stimmen in Prozent", "percent"),
            ("Score en %", "percent"),
            ("% Exprimés", "percent"),
            ("Явка, %", "turnout"),
            ("Wahlbeteiligung (%)", "turnout"),
        ] {
            assert_eq!(guess_column(header), Some(field), "{header}");
        }
        for header in [
            "Result",
            "Seats (%)",
            "Party, %",
            "Rejected, %",
            "% Inscrits",
            "% swing",
        ] {
            assert_eq!(guess_column(header), None, "{header}");
        }
    }
}
