//! The words of cells that are no figures: statuses, outcomes, kinds, days.

use super::fields::plain;
use super::head::{is_date, is_no, is_yes};
use crate::words::{field_of, has};

/// Statuses by their words, first the contract's own.
const STATUSES: [(&str, &str); 16] = [
    ("scheduled", "scheduled"),
    ("voting", "voting"),
    (
        "exit-poll",
        "exit-poll|exit poll|экзитпол|экзит-полл|экзит-пол",
    ),
    ("projection", "projection|prognose|hochrechnung|прогноз"),
    (
        "partial",
        "partial|частичные|промежуточные|ішінара|аралық|жарым-жартылай|qisman|oraliq|zwischenstand|teilergebnis|partiel|partiels",
    ),
    (
        "preliminary",
        "preliminary|provisional|unofficial|предварительные|предварительный|алдын ала|алдын-ала|dastlabki|vorläufig|vorläufiges ergebnis|provisoire|provisoires|préliminaires",
    ),
    (
        "final",
        "final|official|окончательные|окончательный|итоговые|қорытынды|түпкілікті|жыйынтык|акыркы|yakuniy|endgültig|amtlich|endgültiges ergebnis|définitif|définitifs",
    ),
    (
        "certified",
        "certified|judicially certified|утверждённые|утвержденные|бекітілген|бекитилген|tasdiqlangan|zertifiziert",
    ),
    (
        "recount",
        "recount|пересчёт|пересчет|nachzählung|recomptage",
    ),
    ("corrected", "corrected|исправленные|korrigiert|corrigé"),
    ("annulled", "annulled|отменены|annulliert|annulé"),
    ("disputed", "disputed"),
    ("sitting", "sitting"),
    ("no-poll", "no-poll"),
    ("postponed", "postponed"),
    ("cancelled", "cancelled"),
];

/// Outcomes by their words, first the contract's own.
const OUTCOMES: [(&str, &str); 13] = [
    (
        "elected",
        "elected|won|winner|избран|избрана|избран(а)|победитель|сайланды|жеңімпаз|шайланды|saylandi|g‘olib|gewählt|elu|élu|élue|eleito",
    ),
    (
        "runoff",
        "runoff|run-off|second round|второй тур|екінші тур|экинчи тур|ikkinchi tur|stichwahl|ballottage|ballotage|2º turno",
    ),
    ("elected-by-lot", "elected-by-lot"),
    ("unopposed", "unopposed|uncontested"),
    ("eliminated", "eliminated"),
    (
        "withdrawn",
        "withdrawn|withdrew|снялся|снялась|снят|zurückgezogen",
    ),
    ("disqualified", "disqualified"),
    ("votes-void", "votes-void"),
    ("died", "died"),
    ("accepted", "accepted|принято|angenommen|accepté"),
    ("rejected", "rejected|отклонено|abgelehnt|rejeté"),
    ("invalid", "invalid"),
    ("vacant", "vacant"),
];

/// Kinds of options by their words, first the contract's own.
const KINDS: [(&str, &str); 7] = [
    (
        "candidate",
        "candidate|кандидат|үміткер|талапкер|nomzod|kandidat|candidat",
    ),
    ("party", "party|партия|partiya|partei|parti|list|liste"),
    ("bloc", "bloc|coalition|блок|коалиция"),
    ("answer", "answer|ответ|жауап|жооп|javob|antwort|réponse"),
    (
        "against-all",
        "against-all|against all|против всех|бәріне қарсы|баарына каршы|hammaga qarshi",
    ),
    (
        "other",
        "other|others|прочие|другие|басқалар|башкалар|boshqalar|sonstige|autres",
    ),
    ("unnamed", "unnamed"),
];

/// The words of the contract for outcomes.
pub(super) fn outcome_kinds() -> impl Iterator<Item = &'static str> {
    OUTCOMES.iter().map(|(kind, _)| *kind)
}

/// The words of the contract for kinds of options.
pub(super) fn option_kinds() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|(kind, _)| *kind)
}

/// The words of the contract for statuses.
pub(super) fn statuses() -> impl Iterator<Item = &'static str> {
    STATUSES.iter().map(|(status, _)| *status)
}

/// The status that a cell names.
pub(super) fn status(text: &str) -> Option<&'static str> {
    field_of(&STATUSES, &plain(text))
}

/// The kind of option that a cell names.
pub(super) fn kind(text: &str) -> Option<&'static str> {
    field_of(&KINDS, &plain(text))
}

/// The outcome that a cell names: `Some(None)` where it says that there is none.
pub(super) fn outcome(text: &str) -> Option<Option<&'static str>> {
    if is_yes(text) {
        return Some(Some("elected"));
    }
    const NONE: &str =
        "not elected|lost|defeated|lost deposit|не избран|не избрана|nicht gewählt|non élu";
    if is_no(text) || has(NONE, &plain(text)) {
        return Some(None);
    }
    field_of(&OUTCOMES, &plain(text)).map(Some)
}

/// True of a text that names an outcome by its word. A mark or "yes" alone may mean anything.
pub(super) fn is_outcome(text: &str) -> bool {
    field_of(&OUTCOMES, &plain(text)).is_some()
}

/// A day or moment as the contract has it: as written, or from `20.11.2022`.
pub(crate) fn date(text: &str) -> Option<String> {
    let text = text.trim();
    if is_date(text) {
        return Some(text.to_owned());
    }
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let turned = format!("{year}-{month:0>2}-{day:0>2}");
    (parts.next().is_none() && is_date(&turned)).then_some(turned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_cells_are_known_in_several_languages_and_others_are_not_guessed() {
        assert_eq!(status("Предварительные"), Some("preliminary"));
        assert_eq!(status("vorläufig"), Some("preliminary"));
        assert_eq!(status("validated"), None);
        assert_eq!(outcome("Gewählt"), Some(Some("elected")));
        assert_eq!(outcome("X"), Some(Some("elected")));
        assert_eq!(outcome("не избран"), Some(None));
        assert_eq!(outcome("perhaps"), None);
        assert_eq!(date("20.11.2022").as_deref(), Some("2022-11-20"));
        assert_eq!(date("11/20/2022"), None);
    }
}
