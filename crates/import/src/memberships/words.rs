//! The words by which tables name the parts of a membership.

use crate::formats::plain_words;
use crate::words::field_of;

/// Fields with their words between bars: English, Russian, Kazakh, Kyrgyz, Uzbek, German, French.
const WORDS: [(&str, &str); 14] = [
    (
        "state",
        "state|country|member|member state|страна|государство|ел|мемлекет|мамлекет|өлкө|davlat|mamlakat|staat|land|pays|état|statelabel|countrylabel",
    ),
    ("code", "code|iso|iso2|iso 2|iso code|country code|код"),
    (
        "alliance",
        "alliance|organisation|organization|bloc|igo|org|организация|альянс|объединение|ұйым|одақ|уюм|tashkilot|ittifoq|bündnis|organisationlabel|organizationlabel|orglabel|alliancelabel",
    ),
    (
        "kind",
        "kind|membership|membership kind|kind of membership|type of membership|status|вид|вид членства|статус|мүшелік|мүшелік түрі|мүчөлүк|aʼzolik|a'zolik|mitgliedschaft|art|statut",
    ),
    (
        "from",
        "from|since|start|joined|accession|member since|с|вступление|дата вступления|бастап|кірген күні|баштап|кирген|seit|beitritt|depuis|adhésion",
    ),
    (
        "to",
        "to|until|end|left|withdrawal|по|до|выход|дейін|чейин|bis|austritt|jusqu'à|jusqu’à|retrait",
    ),
    (
        "fromPrecision",
        "fromprecision|startprecision|from precision|start precision",
    ),
    (
        "toPrecision",
        "toprecision|endprecision|to precision|end precision",
    ),
    ("asOf", "as of|asof|по состоянию на|stand"),
    (
        "note",
        "note|notes|remark|примечание|ескерту|эскертүү|izoh|anmerkung|remarque",
    ),
    ("source", "source|источник|дереккөз|булак|manba|quelle"),
    ("publisher", "publisher|издатель|herausgeber|éditeur"),
    (
        "published",
        "published|дата публикации|veröffentlicht|publié",
    ),
    ("url", "url|link|ссылка"),
];

/// The field that a header names.
pub(super) fn guess(header: &str) -> Option<&'static str> {
    let header = plain_words(header);
    let named = WORDS
        .iter()
        .find(|(field, _)| field.eq_ignore_ascii_case(&header));
    named
        .map(|(field, _)| *field)
        .or_else(|| field_of(&WORDS, &header))
}

/// Every field that `--map` may name for memberships.
pub(super) fn known() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|(field, _)| *field)
}

/// Kinds of membership by their words, first the contract's own.
const KINDS: [(&str, &str); 8] = [
    (
        "member",
        "member|full member|full membership|full|участник|член|полноправный член|мүше|мүчө|a'zo|aʼzo|mitglied|vollmitglied|membre",
    ),
    (
        "candidate",
        "candidate|applicant|кандидат|үміткер|талапкер|nomzod|kandidat|beitrittskandidat|candidat",
    ),
    (
        "observer",
        "observer|наблюдатель|бақылаушы|байкоочу|kuzatuvchi|beobachter|observateur",
    ),
    (
        "associate",
        "associate|associate member|associate membership|ассоциированный член|қауымдасқан мүше|assoziiert|assoziiertes mitglied|associé",
    ),
    (
        "dialogue-partner",
        "dialogue-partner|dialogue partner|dialog partner|партнёр по диалогу|партнер по диалогу|диалог жөніндегі әріптес|диалог боюнча өнөктөш|muloqot bo‘yicha sherik|dialogpartner|partenaire de dialogue",
    ),
    (
        "suspended",
        "suspended|приостановлено|членство приостановлено|suspendiert|suspendu",
    ),
    ("withdrawn", "withdrawn|left|вышел|вышла|ausgetreten|retiré"),
    ("unspecified", "unspecified"),
];

/// The kind of membership that a cell names.
pub(super) fn kind(text: &str) -> Option<&'static str> {
    field_of(&KINDS, &plain_words(text))
}

/// The words of the contract for kinds of membership.
pub(super) fn kinds() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|(kind, _)| *kind)
}
