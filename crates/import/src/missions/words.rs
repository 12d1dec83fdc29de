//! The words by which tables and maps name the parts of a mission.

use crate::formats::plain_words;
use crate::words::field_of;

/// Fields with their words between bars: English, Russian, Kazakh, Kyrgyz, Uzbek, German, French.
const WORDS: [(&str, &str); 14] = [
    (
        "organisation",
        "organisation|organization|mission|observer group|observers from|организация|миссия|ұйым|миссия атауы|уюм|tashkilot|entsender|wer",
    ),
    (
        "size",
        "size|observers|number of observers|number|наблюдателей|наблюдатели|число наблюдателей|количество наблюдателей|бақылаушылар|бақылаушылар саны|байкоочулар|байкоочулардын саны|kuzatuvchilar|kuzatuvchilar soni|beobachter|anzahl|observateurs|nombre d'observateurs",
    ),
    (
        "lat",
        "lat|latitude|широта|ендік|кеңдик|kenglik|breite|breitengrad",
    ),
    (
        "lon",
        "lon|lng|long|longitude|долгота|бойлық|узундук|uzunlik|länge|längengrad",
    ),
    (
        "place",
        "place|city|location|site|town|место|город|қала|орын|шаар|жер|shahar|joy|ort|stadt|lieu|ville",
    ),
    ("placeId", "placeid|place id|region code|iso 3166-2"),
    ("placeKind", "place kind|kind of place|вид места"),
    (
        "name",
        "name|mission name|название|наименование|атауы|аталышы|nomi|bezeichnung|nom",
    ),
    ("status", "status|статус|мәртебесі|статусу|holati|statut"),
    ("from", "from|arrival|с|бастап|von|du"),
    ("to", "to|until|departure|по|дейін|bis|au"),
    (
        "head",
        "head|head of mission|глава миссии|глава|басшысы|leitung|chef de mission",
    ),
    (
        "note",
        "note|notes|remark|description|примечание|ескерту|эскертүү|izoh|anmerkung|remarque",
    ),
    ("asOf", "as of|asof|по состоянию на|stand"),
];

/// The field that a header names.
pub(crate) fn guess(header: &str) -> Option<&'static str> {
    let header = plain_words(header);
    let named = WORDS
        .iter()
        .find(|(field, _)| field.eq_ignore_ascii_case(&header));
    named
        .map(|(field, _)| *field)
        .or_else(|| field_of(&WORDS, &header))
}

/// Returns true of a row that is certainly the header of a table of observers.
pub(crate) fn is_header(cells: &[String]) -> bool {
    let found: Vec<_> = cells.iter().filter_map(|cell| guess(cell)).collect();
    let has = |field: &str| found.contains(&field);
    has("organisation") && (has("size") || has("place") || (has("lat") && has("lon")))
}

/// Statuses of a mission by their words, first the contract's own.
const STATUSES: [(&str, &str); 8] = [
    ("announced", "announced|объявлена|жарияланды|angekündigt"),
    (
        "accredited",
        "accredited|аккредитована|аккредитован|аккредиттелген|akkreditiert|accréditée",
    ),
    ("deployed", "deployed|развёрнута|entsandt|déployée"),
    ("reported", "reported|отчиталась"),
    ("declined", "declined|отказалась|abgelehnt"),
    ("refused", "refused|отказано|verweigert"),
    ("absent", "absent|отсутствует|abwesend|absente"),
    ("limited", "limited|ограничена|eingeschränkt"),
];

/// The status that a cell names.
pub(super) fn status(text: &str) -> Option<&'static str> {
    field_of(&STATUSES, &plain_words(text))
}

/// The words of the contract for statuses of a mission.
pub(super) fn statuses() -> impl Iterator<Item = &'static str> {
    STATUSES.iter().map(|(status, _)| *status)
}
